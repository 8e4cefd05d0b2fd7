"""Claims of one language beside sources of the other, by the words of the glossary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.terms import Term, term_around, term_at
from factcheck.vocabulary import sort_keys, word_keys

S, R, N = "supported", "refuted", "not_enough_evidence"


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        ("The sewage works in Harm treats 900 litres a second.", "Het gemaal in Harm telt 900 pompen.", N),
        (
            "The emergency department of Harm has 31 nurses.",
            "De spoedafdeling van Harm telt 31 verpleegkundigen.",
            S,
        ),
        (
            "The emergency department of Harm has 31 nurses.",
            "De spoedafdeling van Harm telt 45 verpleegkundigen.",
            R,
        ),
        (
            "De spoedafdeling van Harm telt 31 verpleegkundigen.",
            "The emergency department of Harm has 45 nurses.",
            R,
        ),
        ("Het sproeiverbod in Harm duurde 40 dagen.", "The irrigation ban in Harm lasted 40 days.", S),
        ("Het sproeiverbod in Harm duurde 40 dagen.", "The irrigation ban in Harm lasted 52 days.", R),
        (
            "De kwekerij in Harm oogstte 300 ton tomaten.",
            "The nursery in Harm harvested 300 tonnes of tomatoes.",
            S,
        ),
        ("Harm has 12 bus stations.", "Harm telt 12 busstations.", S),
        ("Harm has 12 bus stations.", "Harm telt 15 busstations.", R),
        ("Harm has 40 buses.", "Harm telt 15 busstations.", N),
        ("Harm telt 40 bussen.", "Harm telt 15 buschauffeurs.", N),
        ("Harm telt 40 ploegen.", "Harm telt 15 wielerploegen.", N),
        ("Harm telt 15 wielerploegen.", "Harm has 15 cycling teams.", S),
        ("Harm telt 12 rechtbanken.", "Harm has 12 banks.", N),
        ("In 1988 beklommen 12 alpinisten de Vesper.", "In 1988, 12 mountaineers climbed the Vesper.", S),
        (
            "De brandweer van Harm kocht 7 brandweerwagens.",
            "The fire brigade of Harm bought 7 fire engines.",
            S,
        ),
        (
            "De brandweer van Harm kocht 7 brandweerwagens.",
            "The fire brigade of Harm bought 9 fire engines.",
            R,
        ),
        ("Harm has 45 general practitioners.", "Harm telt 45 huisartsen.", S),
        ("Harm has 45 general practitioners.", "Harm telt 31 huisartsen.", R),
        ("Harm has 45 practitioners.", "Harm telt 31 huisartsen.", N),
        ("Harm telt 45 officieren.", "Harm has 31 public prosecutors.", N),
        ("Harm telt 45 officieren van justitie.", "Harm has 31 public prosecutors.", R),
        ("Harm telt 45 basisscholen.", "Harm has 45 primary schools.", S),
        ("Harm telt 45 basisscholen.", "Harm has 31 schools.", N),
        ("Ann Vane nam in 1988 afscheid van de bank in Harm.", "Ann Vane left the bank in Harm in 1988.", S),
        ("Ann Vane studeerde in 1988 af in Harm.", "Ann Vane graduated in Harm in 1990.", R),
    ],
)
def test_claims_across_languages(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("word", "meant", "sort"),
    [
        ("busstation", "station", "bus"),  # a bus_station
        ("energierekening", "bill", "energy"),  # a compound
        ("sproeiverbod", "ban", "irrigation"),
        ("dijkgraaf", "reeve", "dike"),
    ],
)
def test_a_translation_of_two_words_is_of_a_sort(word: str, meant: str, sort: str) -> None:
    assert word_keys(meant, "en") <= word_keys(word, "nl")
    assert word_keys(sort, "en").isdisjoint(word_keys(word, "nl"))
    assert word_keys(sort, "en") <= sort_keys(word, "nl")


@pytest.mark.parametrize(
    ("word", "language"),
    [("afscheid", "nl"), ("patiënten", "nl"), ("station", "en"), ("van", "nl")],
)
def test_other_words_are_of_no_sort(word: str, language: str) -> None:
    assert frozenset() == sort_keys(word, language)


@pytest.mark.parametrize(
    ("text", "position", "language", "expected"),
    [
        ("the prime minister said", 1, "en", Term("c:prime_minister", 1, 3)),
        ("the prime minister said", 2, "en", Term("c:prime_minister", 1, 3)),
        ("the minister said", 1, "en", None),
        ("the prime minister said", 3, "en", None),
        ("two officieren van justitie", 1, "nl", Term("c:prosecutor", 1, 4)),
        ("two officieren van justitie", 3, "nl", Term("c:prosecutor", 1, 4)),
        ("two officieren van", 1, "nl", None),
        ("prime minister", 0, "xx", None),
    ],
)
def test_terms(text: str, position: int, language: str, expected: Term | None) -> None:
    assert expected == term_around(text.split(), position, language)


def test_a_term_begins_with_its_first_word() -> None:
    words = ["a", "work", "of", "art"]
    assert (term_at(words, 1, "en"), term_at(words, 2, "en")) == (Term("c:artwork", 1, 4), None)
