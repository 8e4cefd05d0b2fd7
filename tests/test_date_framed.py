"""A sentence of a source that a claim repeats but for one date is about that date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

TWO = "A first dike was raised in 1712, and a second was raised in 1760."
TWO_NL = "Een eerste dijk werd opgeworpen in 1712, en een tweede in 1760."
BEFORE_BIRTHDAY = "Lena Osk was let into the school on 9 March 1911, two weeks before her tenth birthday."
YOUNG = "As a boy in spring 1902 Bo Osk wished to sail along but was 20 days too young."
SAID = "In 1983, Vane said: “I would not have gone there as a young man if I had known.”"
NOT_STARTED = "In May 2009 he said he had not started on the last panel."
NOT_STARTED_NL = "In mei 2009 zei hij dat hij nog niet aan het laatste paneel begonnen was."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        (TWO, TWO, S),
        (TWO.replace("in 1760", "after 1750"), TWO, S),
        (TWO.replace("in 1760", "in the 18th century"), TWO, S),
        (TWO.replace("1760", "1769"), TWO, R),
        (TWO.replace("in 1760", "before 1750"), TWO, R),
        # The other date of the sentence fits, and is not the one that is meant.
        (TWO.replace("in 1712", "after 1720"), TWO, R),
        (TWO.replace("A second", "A third"), TWO, S),
        (TWO_NL.replace("1760", "1769"), TWO_NL, R),
        (TWO_NL.replace("in 1712", "na 1720"), TWO_NL, R),
        (TWO_NL.replace("in 1712", "in de achttiende eeuw"), TWO_NL, S),
        (BEFORE_BIRTHDAY.replace("9", "8"), BEFORE_BIRTHDAY, R),
        (BEFORE_BIRTHDAY.replace("on 9 March 1911", "in March 1911"), BEFORE_BIRTHDAY, S),
        (BEFORE_BIRTHDAY.replace("on 9 March 1911", "in the 1890s"), BEFORE_BIRTHDAY, R),
        (YOUNG.replace("20 days", "40 days"), YOUNG, R),
        (YOUNG.replace("20 days", "less than 30 days"), YOUNG, S),
        # What the sentence denies is no matter, since both deny it.
        (SAID, SAID, S),
        (SAID.replace("1983", "1985"), SAID, R),
        (NOT_STARTED.replace("2009", "2007"), NOT_STARTED, R),
        (NOT_STARTED_NL.replace("2009", "2007"), NOT_STARTED_NL, R),
        # Nothing to compare: a day inside the month, and dates told from two days of writing.
        (NOT_STARTED.replace("In May", "On 3 May"), NOT_STARTED, N),
        ("The seal was made nine years ago.", "The seal was made four years ago.", N),
    ],
)
def test_a_repeated_sentence_tells_of_its_own_date(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        # One word more, and it may be another dike.
        ("The dike along the northern polder was raised in 1719.", "A dike was raised in 1712.", N),
        # Talk, and what is taken back at once.
        ("The old mill burned down in 1912.", "People say the old mill burned down in 1910.", N),
        ("The old mill burned down in 1912.", "People say the old mill burned down in 1912.", N),
        ("The old mill burned down in 1912.", "The old mill burned down in 1910. That is not true.", N),
        ("De oude molen brandde af in 1912.", "De oude molen brandde af in 1910. Dat is niet waar.", N),
        ("It closed in 1950.", "It closed in May. In 1950 it opened.", N),
    ],
)
def test_what_tells_dates_apart_still_does(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The altar was carved in the 19th century.", "The altar was carved in 1900.", N),
        ("The altar was carved in the 20th century.", "The altar was carved in May 1900.", N),
        ("The altar was carved in 1900.", "The altar was carved in the 19th century.", N),
        ("The altar was carved in the 20th century.", "The altar was carved in 1901.", S),
        ("The altar was carved in the 19th century.", "The altar was carved in 1901.", R),
        ("The altar was carved before 1900.", "The altar was carved in the 18th century.", S),
        ("Het altaar werd gesneden in de 19e eeuw.", "Het altaar werd gesneden in 1900.", N),
        ("Het altaar werd gesneden in de 19e eeuw.", "Het altaar werd gesneden in 1899.", S),
        ("Het altaar werd gesneden in de 19e eeuw.", "Het altaar werd gesneden in 1911.", R),
    ],
)
def test_a_year_that_two_centuries_claim_says_nothing(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict
