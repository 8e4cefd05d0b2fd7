"""Which words are the same word."""

from __future__ import annotations

import pytest

from factcheck_quote.lexicon import lexicon
from factcheck_quote.rules import DAMAGED, SPELLING
from factcheck_quote.variants import same

CASES = {
    "joined": ("en", "health care", "healthcare", True),
    "apostrophe": ("en", "1970s", "1970's", True),
    "another word without its apostrophe": ("en", "were", "we're", False),
    "numeral": ("en", "54", "fifty four", SPELLING),
    "hundreds": ("en", "300", "three hundred", SPELLING),
    "thousands": ("en", "5000", "five thousand", SPELLING),
    "percent": ("en", "5%", "five percent", SPELLING),
    "currency": ("en", "$16", "16 dollars", SPELLING),
    "another currency": ("en", "$16", "16 euros", False),
    "another number": ("en", "8", "nine", False),
    "Dutch numeral": ("nl", "25", "vijfentwintig", SPELLING),
    "decimals": ("en", "2.7", "two point seven", SPELLING),
    "two decimals": ("en", "3.14", "three point one four", SPELLING),
    "other decimals": ("en", "2.7", "two point five", False),
    "no decimals": ("en", "2.7", "two points seven", False),
    "percent with decimals": ("en", "0.3%", "zero point three percent", SPELLING),
    "millions": ("en", "2700000", "2.7 million", SPELLING),
    "millions in words": ("en", "$3000000", "three million dollars", SPELLING),
    "other millions": ("en", "2700000", "2.7 billion", False),
    "and a half": ("en", "6.5", "six and a half", SPELLING),
    "and no half": ("en", "6.5", "six and a third", False),
    "a thousand": ("en", "1000", "a thousand", SPELLING),
    "another thousand": ("en", "2000", "a thousand", False),
    "a hundred and ten": ("en", "110", "a hundred and ten", SPELLING),
    "an article": ("en", "1", "a", False),
    "time of the day": ("en", "5.40", "5 40", SPELLING),
    "another time of the day": ("en", "5.40", "5 45", False),
    "no time of the day": ("en", "5.75", "5 75", False),
    "per cent": ("en", "41%", "forty one per cent", SPELLING),
    "percentage points": ("en", "41%", "forty one percentage points", False),
    "two variants": ("en", "it is 41%", "it's forty one per cent", SPELLING),
    "a variant and another word": ("en", "it was 41%", "it's forty one per cent", False),
    "not per cent of it": ("en", "41%", "forty one per cow", False),
    "Dutch decimals": ("nl", "1.25", "een komma vijfentwintig", SPELLING),
    "other Dutch decimals": ("nl", "1.25", "een komma vijfendertig", False),
    "Dutch millions": ("nl", "1500000", "anderhalf miljoen", SPELLING),
    "Dutch half": ("nl", "6.5", "zes en een half", SPELLING),
    "Dutch half in one word": ("nl", "2.5", "tweeenhalf", SPELLING),
    "Dutch percent": ("nl", "5%", "vijf procent", SPELLING),
    "colour": ("en", "colour", "color", SPELLING),
    "organise": ("en", "organised", "organized", SPELLING),
    "grey": ("en", "grey", "gray", SPELLING),
    "four is not for": ("en", "four", "for", False),
    "contraction": ("en", "don't", "do not", SPELLING),
    "contraction of another verb": ("en", "don't", "did not", False),
    "Dutch contraction": ("nl", "m'n", "mijn", SPELLING),
    "scanned": ("en", "harmony", "harrnony", DAMAGED),
    "scanned digit": ("en", "village", "vi1lage", DAMAGED),
    "real words": ("en", "modem", "modern", False),
    "fail is not fall": ("en", "fail", "fall", False),
    "lost character": ("en", "don't", "don\ufffdt", DAMAGED),
    "lost letters of another word": ("en", "don't", "can\ufffdt", False),
    "other words": ("en", "harbour", "quay", False),
}


@pytest.mark.parametrize(("language", "quoted", "found", "expected"), CASES.values(), ids=CASES)
def test_same(language, quoted, found, expected):
    assert same(quoted.split(), found.split(), lexicon(language), lambda word: 1) == expected
