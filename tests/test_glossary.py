"""Claims of one language beside sources of the other, by the words of the glossary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.particles import parted_verbs
from factcheck.terms import Term, term_around, term_at
from factcheck.vocabulary import sort_keys, word_keys

S, R, N = "supported", "refuted", "not_enough_evidence"
_KETEL = "De nieuwe ketel van Harm verbruikt 20 procent minder gas."


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
        ("De kwekerij in Harm leverde 300 ton op.", "The nursery in Harm yielded 300 tonnes.", S),
        ("The nursery in Harm yielded 300 tonnes.", "De kwekerij in Harm leverde 450 ton op.", R),
        ("De reis van de Vesper duurde 46 dagen.", "The voyage of the Vesper lasted 46 days.", S),
        ("The voyage of the Vesper lasted 46 days.", "De reis van de Vesper duurde 52 dagen.", R),
        ("The new boiler of Harm uses 20 percent less gas.", _KETEL, S),
        ("The new boiler of Harm uses 30 percent less gas.", _KETEL, R),
        (
            "The expedition to the Norland Sea lasted 46 days.",
            "De expeditie naar de Norlandzee duurde 46 dagen.",
            S,
        ),
        (
            "The expedition to the Norland Sea lasted 46 days.",
            "De expeditie naar de Norlandzee duurde 52 dagen.",
            R,
        ),
        ("Op de Noordzee varen 12 veerboten van Harm.", "Harm has 12 ferries on the North Sea.", S),
        ("Op de Noordzee varen 12 veerboten van Harm.", "Harm has 15 ferries on the North Sea.", R),
        ("In the Baltic Sea 40 seals were counted.", "In de Oostzee werden 31 zeehonden geteld.", R),
        ("In the Baltic Sea 40 seals were counted.", "In de Noordzee werden 31 zeehonden geteld.", N),
        (
            "In de Golf van Biskaje waren de golven 11 meter hoog.",
            "In the Bay of Biscay the waves were 14 metres high.",
            R,
        ),
        ("In 2019 South Africa had 40 museums.", "In 2019 telde Zuid-Afrika 31 musea.", R),
        ("In 2019 South Africa had 40 museums.", "In 2019 telde Zuid-Korea 31 musea.", N),
        ("In 2019 telde Zuid-Afrika 40 musea.", "In 2019 telde Zuid-Korea 31 musea.", N),
        ("In 2019 telde Afrika 40 musea.", "In 2019 South Africa had 31 museums.", N),
        ("In 2019 South Africa had 40 museums.", "In 2019 South Korea had 31 museums.", N),
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
    assert not word_keys(meant, "en").isdisjoint(word_keys(word, "nl"))
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
        ("on the north sea today", 3, "en", Term("p:north_sea", 2, 4)),
        ("in zuid - afrika", 3, "nl", Term("p:south_africa", 1, 4)),
    ],
)
def test_terms(text: str, position: int, language: str, expected: Term | None) -> None:
    assert expected == term_around(text.split(), position, language)


@pytest.mark.parametrize(
    ("word", "meanings"),
    [
        ("reis", ("trip", "voyage", "journey")),  # a word of the tables, and what the glossary adds
        ("soort", ("type", "species")),
        ("plaats", ("place", "seat", "room")),
        ("jaarlijks", ("annual", "yearly")),
        ("zeldzame", ("rare",)),
        ("verbruikt", ("consumes", "uses")),
    ],
)
def test_a_word_of_several_meanings_has_them_all(word: str, meanings: tuple[str, ...]) -> None:
    assert [one for one in meanings if word_keys(one, "en").isdisjoint(word_keys(word, "nl"))] == []


@pytest.mark.parametrize(
    ("text", "language", "verb"),
    [
        ("het leverde veel op .", "nl", {1: "opleverde"}),
        ("het leverde veel op en dat was het", "nl", {1: "opleverde"}),
        ("het leverde op maandag .", "nl", {}),  # a preposition
        ("hij keek rond .", "nl", {}),  # what the two mean together is not known
        ("it gave in .", "en", {}),
    ],
)
def test_a_verb_and_its_particle_mean_something_together(
    text: str, language: str, verb: dict[int, str]
) -> None:
    words = text.split()
    expected = {at: word_keys(whole, language) for at, whole in verb.items()}
    assert expected == parted_verbs(words, range(len(words)), language)


def test_a_term_begins_with_its_first_word() -> None:
    words = ["a", "work", "of", "art"]
    assert (term_at(words, 1, "en"), term_at(words, 2, "en")) == (Term("c:artwork", 1, 4), None)
