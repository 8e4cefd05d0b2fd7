"""The language packs are data: these tests hold their form, not their meaning."""

import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck import languages
from factcheck.text import detect_language, function_words, tokenize

FOLDER = Path(languages.__file__).parent
PACKS = ("en", "nl")
TABLES = ("concepts", "events", "places", "phrasal", "terms")
WORDS_KEYS = {
    "en": {"function", "abbreviations", "common", "generic", "verbs", "irregular_plurals", *TABLES},
    "nl": {"function", "abbreviations", "generic", "verbs", "nouns_in_e", *TABLES},
}


def words_of(language: str) -> dict[str, list[str]]:
    """Return each list of words of a pack, those of its tables as ``table.key``."""
    lists: dict[str, list[str]] = {}
    for key, value in languages.load(language, "words").items():
        if key in TABLES:
            lists |= {f"{key}.{name}": words for name, words in languages.table(language, "words", key)}
        else:
            lists[key] = value.split()
    return lists


def glossary_lines(language: str = "nl") -> list[str]:
    return languages.glossary(language).splitlines()


def test_available():
    assert set(PACKS) <= set(languages.available())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_every_file_is_toml_of_a_known_language(path):
    assert tomllib.loads(path.read_text(encoding="utf-8"))
    assert path.name.split(".")[0] in languages.available()


def test_unknown_language_and_section_are_empty():
    assert (languages.load("xx", "words"), languages.load("en", "nothing")) == ({}, {})


@pytest.mark.parametrize("language", PACKS)
def test_keys(language):
    assert set(languages.load(language, "words")) == WORDS_KEYS[language]


@pytest.mark.parametrize("language", PACKS)
def test_words_are_tokens(language):
    """A word that the tokenizer would split, or that is not lower case, could never match."""
    assert [
        (key, word)
        for key, words in words_of(language).items()
        if key != "abbreviations"
        for phrase in words
        for word in phrase.split("_")
        if tokenize(word).words != [word]
    ] == []


@pytest.mark.parametrize("language", PACKS)
def test_lines_of_sheets_are_named_and_asked_for_alike(language):
    tables = {key: dict(languages.table(language, "sheets", key)) for key in ("labels", "asked", "along")}
    assert set(tables["labels"]) == set(tables["asked"])
    assert set(tables["along"]) <= set(tables["asked"])
    listed = [(name, phrase) for table in tables.values() for name, all_ in table.items() for phrase in all_]
    parted = [
        (name, phrase)
        for name, phrase in listed
        if tokenize(phrase.replace("_", " ")).words != phrase.split("_")
    ]
    assert parted == []


@pytest.mark.parametrize("language", PACKS)
def test_abbreviations_are_letters_and_inner_dots(language):
    words = words_of(language)["abbreviations"]
    assert [word for word in words if not re.fullmatch(r"[a-z]+(?:\.[a-z]+)*", word)] == []


@pytest.mark.parametrize("language", PACKS)
def test_no_word_twice_in_a_list(language):
    lists = words_of(language).items()
    assert [(key, w) for key, words in lists for w, n in Counter(words).items() if n > 1] == []


@pytest.mark.parametrize("language", PACKS)
@pytest.mark.parametrize("table", TABLES)
def test_no_word_under_two_keys_of_a_table(language, table):
    rows = languages.table(language, "words", table)
    count = Counter(word for _, words in rows for word in words)
    most = 2 if table == "phrasal" else 1  # what "came out" is published or released
    assert [word for word, n in count.items() if n > most] == []


@pytest.mark.parametrize("language", PACKS)
def test_no_grammar_word_has_a_meaning(language):
    """Function words are dropped before anything is looked up."""
    grammar = function_words(language)
    lists = {key: words for key, words in words_of(language).items() if "." in key or key == "generic"}
    assert [(key, word) for key, words in lists.items() for word in words if word in grammar] == []


@pytest.mark.parametrize("table", TABLES)
def test_keys_of_other_packs_are_english_keys(table):
    english = dict(languages.table("en", "words", "events" if table == "phrasal" else table))
    assert [key for key, _ in languages.table("nl", "words", table) if key not in english] == []


@pytest.mark.parametrize("language", PACKS)
@pytest.mark.parametrize("table", TABLES)
def test_no_key_twice(language, table):
    count = Counter(key for key, _ in languages.table(language, "words", table))
    assert [key for key, n in count.items() if n > 1] == []


@pytest.mark.parametrize("language", PACKS)
@pytest.mark.parametrize("table", TABLES)
def test_every_key_has_words(language, table):
    assert [key for key, words in languages.table(language, "words", table) if not words] == []


@pytest.mark.parametrize(
    ("table", "least"), [("concepts", 250), ("events", 80), ("places", 120)], ids=lambda value: str(value)
)
def test_sizes(table, least):
    assert [code for code in PACKS if len(dict(languages.table(code, "words", table))) < least] == []


@pytest.mark.parametrize(
    ("table", "key", "english", "dutch"),
    [
        ("concepts", "resident", "inhabitants", "inwoners"),
        ("concepts", "nationality", "nationalities", "nationaliteiten"),
        ("concepts", "worker", "staff", "personeel"),
        ("concepts", "refugee", "refugees", "vluchtelingen"),
        ("concepts", "vote", "ballots", "stemmen"),
        ("concepts", "seat", "seats", "zetels"),
        ("events", "build", "constructed", "gebouwd"),
        ("events", "die", "died", "overleed"),
        ("events", "take_office", "appointed", "benoemd"),
        ("places", "france", "french", "franse"),
        ("places", "the_hague", "hague", "haag"),
    ],
)
def test_the_same_key_in_both_packs(table, key, english, dutch):
    assert english in dict(languages.table("en", "words", table))[key]
    assert dutch in dict(languages.table("nl", "words", table))[key]


def test_a_language_without_a_glossary_has_no_lines_of_one():
    assert languages.glossary("xx") == ""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_glossary_lines_are_one_word_and_its_meanings(language: str):
    line = re.compile(r"[a-zà-ÿ']+: [a-zà-ÿ'_-]+(?: [a-zà-ÿ'_-]+){0,3}")
    assert [text for text in glossary_lines(language) if not line.fullmatch(text)] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_glossary_has_no_word_twice(language: str):
    count = Counter(text.partition(":")[0] for text in glossary_lines(language))
    assert [word for word, n in count.items() if n > 1] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_glossary_is_sorted(language: str):
    """A word is found by halving."""
    lines = glossary_lines(language)
    assert [pair for pair in pairwise(lines) if pair[0] > pair[1]] == []


def test_glossary_size():
    assert len(glossary_lines()) >= 2500


@pytest.mark.parametrize("language", ["en", "nl"])
def test_glossary_has_no_grammar_words(language: str):
    words = [text.partition(":")[0] for text in glossary_lines(language)]
    assert [word for word in words if word in function_words(language)] == []


def test_cognate_rules_are_pairs_of_endings():
    rules = languages.load("nl", "grammar")["cognates"].split()
    assert [rule for rule in rules if not re.fullmatch(r"[a-zë]+:[a-z]+", rule)] == []
    assert len(set(rules)) == len(rules)


def test_false_friends_are_words():
    words = languages.load("nl", "grammar")["false_friends"].split()
    assert [word for word in words if tokenize(word).words != [word]] == []
    assert len(set(words)) == len(words)


ENGLISH = """\
The bakery on the corner sold 300 loaves a day.
It was founded in 1921.
She has lived there since March.
We have three cats and a dog.
He didn't say how many people came.
There are 47 bridges in the city.
About 60 percent of the voters stayed at home.
Nobody was hurt.
Her brother won the race twice.
Is it true that they were married?
The men had been on strike for two weeks.
Over 40 shops closed after the fire.
More than half of them are under thirty.
Van Dijk was the first to speak.
Most of us want to stay.
The die is cast.
I was in Ghent with my sister.
They met at the door of the museum.
You can't see it from the road.
Which of these is the oldest?
The tower is 97 metres high.
In 2004 he became chairman of the club.
The team lost all but one of its games.
Its population has doubled since 1950.
That's what the minister told us.
Prices rose by 3 percent last year.
What do you mean by that?
Two thirds of the forest was lost.
The arm of the statue was broken.
Some even say it will never end.
The river runs from the hills to the sea.
No one knows who wrote it.
""".splitlines()

DUTCH = """\
De bakkerij op de hoek verkocht 300 broden per dag.
Ze werd opgericht in 1921.
Zij woont daar al sinds maart.
We hebben drie katten en een hond.
Hij zei niet hoeveel mensen er kwamen.
Er zijn 47 bruggen in de stad.
Ongeveer 60 procent van de kiezers bleef thuis.
Niemand raakte gewond.
Haar broer won de wedstrijd twee keer.
Is het waar dat ze getrouwd waren?
De mannen staakten al twee weken.
Na de brand sloten meer dan 40 winkels.
Meer dan de helft is jonger dan dertig.
Van Dijk sprak als eerste.
De meesten van ons willen blijven.
Het is te laat, want de deur is dicht.
Ik was in Gent met mijn zus.
Ze ontmoetten elkaar aan de ingang van het museum.
Je kunt het vanaf de weg niet zien.
Welke van deze is de oudste?
De toren is 97 meter hoog.
In 2004 werd hij voorzitter van de club.
De ploeg verloor al haar wedstrijden op één na.
De bevolking is sinds 1950 verdubbeld.
Dat heeft de minister ons verteld.
De prijzen stegen vorig jaar met 3 procent.
Wat bedoel je daarmee?
Twee derde van het bos ging verloren.
De arm van het beeld was gebroken.
Zo'n 200 leden waren aanwezig.
De rivier loopt van de heuvels naar de zee.
Wie het schreef, weet niemand.
""".splitlines()


@pytest.mark.parametrize(
    ("sentence", "language"),
    [(s, "en") for s in ENGLISH] + [(s, "nl") for s in DUTCH],
    ids=lambda value: value,
)
def test_detection(sentence, language):
    assert detect_language(tokenize(sentence).words) == language
