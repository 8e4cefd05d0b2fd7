"""Words as they compare: packs, base forms, translations, names."""

from __future__ import annotations

import pytest

from factcheck.vocabulary import base, compound, event_phrase, is_common, is_plural, name_key, word_keys


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", ["passed", "away"], "e:die"),
        ("en", ["passed", "by"], None),
        ("en", ["passed"], None),
        ("en", ["tied", "the", "knot"], "e:marry"),
        ("en", ["tied", "the", "game"], None),
        ("en", ["lost", "their", "lives"], "e:die"),
        ("en", ["left", "office"], "e:resign"),
        ("en", ["came", "out"], "e:publish e:release"),
        ("en", ["went", "up", "by"], "e:rise"),
        ("en", ["went", "up", "the"], None),
        ("en", ["taken", "over", "by"], "e:buy"),
        ("en", ["took", "over", "as"], "e:take_office"),
        ("nl", ["kwamen", "om"], "e:die"),
        ("nl", ["liet", "in", "1912", "het", "leven"], "e:die"),
        ("nl", ["liet", "de", "gijzelaars", "leven"], None),
        ("nl", ["rolde", "in", "1988", "van", "de", "pers"], "e:publish"),
        ("nl", ["stapte", "op", "de", "fiets"], None),
        ("nl", ["kwam", "uit", "ghent"], None),
        ("xx", ["passed", "away"], None),
    ],
)
def test_an_event_of_two_words(language: str, words: list[str], expected: str | None) -> None:
    found = event_phrase(words, 0, language)
    assert (found.keys if found else set()) == set((expected or "").split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["city", "cities"]),
        ("en", ["house", "houses", "housed"]),
        ("en", ["celebrate", "celebrated", "celebrates", "celebration", "celebrations"]),
        ("en", ["stop", "stops", "stopped"]),
        ("en", ["organise", "organize", "organised", "organizing"]),
        ("en", ["knife", "knives"]),
        ("en", ["mayor", "mayor's", "mayors"]),
        ("en", ["break", "breaks", "broke", "broken"]),
        ("nl", ["breken", "breekt", "brak", "gebroken"]),
        ("nl", ["man", "mannen"]),
        ("nl", ["huis", "huizen"]),
        ("nl", ["wonen", "woont"]),
        ("nl", ["brief", "brieven"]),
        ("nl", ["agent", "agenten"]),
    ],
)
def test_inflections_have_one_base(language: str, words: list[str]) -> None:
    assert len({base(word, language) for word in words}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "state", "station"),
        ("en", "bus", "but"),
        ("en", "general", "generate"),
        ("nl", "stad", "staat"),
        ("nl", "kind", "kin"),
    ],
)
def test_other_words_have_another_base(language: str, one: str, other: str) -> None:
    assert base(one, language) != base(other, language)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("residents", "en"), ("inhabitants", "en"), True),
        (("residents", "en"), ("inwoners", "nl"), True),
        (("nationalities", "en"), ("nationaliteiten", "nl"), True),
        (("photos", "en"), ("foto's", "nl"), True),
        (("transformation", "en"), ("transformatie", "nl"), True),
        (("elected", "en"), ("gekozen", "nl"), True),
        (("published", "en"), ("verscheen", "nl"), True),
        (("belgian", "en"), ("belgië", "nl"), True),
        (("languages", "en"), ("nationalities", "en"), False),
        (("residents", "en"), ("visitors", "en"), False),
        (("fire", "en"), ("brand", "nl"), True),
        (("brand", "en"), ("brand", "nl"), False),
        (("dozen", "en"), ("dozen", "nl"), False),
    ],
)
def test_words_match_by_meaning(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    assert bool(word_keys(*one) & word_keys(*other)) is expected


def test_grammar_words_have_no_keys() -> None:
    assert [word_keys(word, "en") for word in ("the", "of", "a", "don't")] == [frozenset()] * 4


def test_without_a_pack_a_word_is_itself() -> None:
    assert word_keys("habitants", "fr") == frozenset({"habitants", "habitant"})  # and its English look-alike


@pytest.mark.parametrize(
    "words",
    [["ghent"], ["harlingen", "harlings", "harlingse"], ["mechelen", "mechelaars"]],
)
def test_names_and_their_adjectives_have_one_key(words: list[str]) -> None:
    assert len({name_key(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("bridges", "en", True),
        ("people", "en", True),
        ("glass", "en", False),
        ("bridge", "en", False),
        ("bruggen", "nl", True),
        ("foto's", "nl", True),
        ("brug", "nl", False),
    ],
)
def test_plurals(word: str, language: str, expected: bool) -> None:
    assert is_plural(word, language) is expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [("residents", "en", True), ("wrote", "en", True), ("jongeren", "nl", True), ("harlingen", "nl", False)],
)
def test_common_words_are_no_names(word: str, language: str, expected: bool) -> None:
    assert is_common(word, language) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kinderarmoede", ("kind", "armoede")),
        ("stadsmuseum", ("stad", "museum")),
        ("kinderziekenhuizen", ("kind", "ziekenhuizen")),
        ("ziekenhuizen", None),  # known as a whole
        ("handtekening", None),  # no drawing
        ("achterstand", None),  # its first part is no noun
        ("boterham", None),  # a part of three letters
    ],
)
def test_a_compound_is_two_nouns_that_are_known(word: str, expected: tuple[str, str] | None) -> None:
    assert expected == compound(word, "nl")


def test_english_writes_its_compounds_apart() -> None:
    assert compound("schoolchildren", "en") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trad ann vane aan als burgemeester", "e:take_office"),
        ("trad op aan de kust", None),  # a preposition
        ("trad af", "e:resign"),
        ("trad , aan", None),  # another clause
    ],
)
def test_a_particle_may_stand_at_the_end_of_its_clause(text: str, expected: str | None) -> None:
    found = event_phrase(text.split(), 0, "nl")
    assert (found.keys if found else set()) == set((expected or "").split())
