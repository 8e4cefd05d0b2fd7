"""Which line of a fact sheet dates what a claim tells, and what a line that is called just "Date" dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

BATTLE = "Battle of Lyne\n\nDate: 14 - 16 April 1572.\nLocation: Lyne.\nTreaty signed: 9 June 1574."
TWO = "Battle of Lyne\n\nDate: 14 April 1572 (old style), 24 April 1572 (new style).\nLocation: Lyne."
FERRY = "The Ferryman\n\nPainter: Ida Roe.\nYear: 1901.\nBought: 1934."
REEDER = "De Veerman\n\nSchilder: Ida Roe.\nJaar: 1901.\nAangekocht: 1934."
SLAG = "Slag bij Lyne\n\nDatum: 14 - 16 april 1572.\nPlaats: Lyne.\nVerdrag getekend: 9 juni 1574."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The battle of Lyne took place in April 1572.", BATTLE, S),
        ("The battle of Lyne was fought in May 1572.", BATTLE, R),
        ("The battle of Lyne took place in 1574.", BATTLE, R),
        ("The battle of Lyne took place before 1580.", BATTLE, S),
        ("The battle of Lyne took place on 15 April 1572.", BATTLE, N),
        # Of something else, or of a part of it.
        ("The siege of Lyne took place in 1573.", BATTLE, N),
        ("The battle of Osk took place in 1573.", BATTLE, N),
        ("The battle of Lyne began in 1573.", BATTLE, N),
        ("The battle of Lyne did not take place in 1573.", BATTLE, N),
        ("The treaty of Lyne was signed in 1573.", BATTLE, R),
        # Looks wrong but is right: which of two days is meant nobody says.
        ("The battle of Lyne took place on 24 April 1572.", TWO, S),
        ("The battle of Lyne took place on 20 April 1572.", TWO, N),
        ("De slag bij Lyne werd geleverd in april 1572.", SLAG, S),
        ("De slag bij Lyne vond plaats in mei 1572.", SLAG, R),
        ("De slag bij Lyne begon in 1573.", SLAG, N),
        ("Het beleg van Lyne vond plaats in 1573.", SLAG, N),
        ("The battle of Lyne was fought in 1573.", SLAG, R),
        # Made, by whom another line says.
        ("The Ferryman was painted in 1901.", FERRY, S),
        ("Ida Roe painted The Ferryman in 1934.", FERRY, R),
        ("The Ferryman is a 20th century work of art.", FERRY, S),
        ("The Ferryman is a 19th century work of art.", FERRY, R),
        ("The Ferryman was sold in 1901.", FERRY, N),
        ("Bo Vane painted The Ferryman in 1934.", FERRY, N),
        ("De Veerman werd in 1901 geschilderd.", REEDER, S),
        ("Ida Roe schilderde De Veerman in 1934.", REEDER, R),
        ("De Veerman werd in 1901 verkocht.", REEDER, N),
    ],
)
def test_date_of_all(judged: Callable[..., str], claim: str, source: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


AIR = (
    "Osk Air\n\nFounded: 3 November 1994.\nCommenced operations: 12 June 1995.\n"
    "Ceased operations: 28 February 2013.\nAlso known as: Blue Line (1996-1998)."
)
WEIR = "Osk Weir\n\nConstruction began: 14 May 1961.\nOpening date: 30 September 1967.\nYear repaired: 1988."
STUW = "Oskstuw\n\nBouw begonnen: 14 mei 1961.\nOpening: 30 september 1967."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("Osk Air was founded in 1994.", AIR, S),
        ("Osk Air was founded in 1995.", AIR, R),
        ("Osk Air started operations in 1995.", AIR, S),
        ("Osk Air started operations in 1994.", AIR, R),
        ("Osk Air ceased operations in 2012.", AIR, R),
        ("Osk Weir was opened in 1967.", WEIR, S),
        ("Osk Weir was opened in 1961.", WEIR, R),
        ("Osk Weir was brought into use in 1961.", WEIR, R),
        ("The construction of Osk Weir began in 1961.", WEIR, S),
        ("The construction of Osk Weir began in 1967.", WEIR, R),
        ("De Oskstuw werd geopend in 1967.", STUW, S),
        ("De Oskstuw werd in gebruik genomen in 1961.", STUW, R),
        ("De bouw van de Oskstuw begon in 1961.", STUW, S),
        # What no line is called has no date.
        ("Osk Weir was blessed in 1961.", WEIR, N),
        ("Osk Weir was blessed in 1967.", WEIR, N),
        ("Osk Air was more popular in the 1990s.", AIR, N),
        # Looks wrong but is right: what happened in the "year" of a work may be anything.
        ("The Ferryman was painted in 1901.", FERRY, S),
        ("The Ferryman was painted in 1934.", FERRY, R),
        ("De Veerman werd gezegend in 1934.", REEDER, N),
    ],
)
def test_line_of_a_date(judged: Callable[..., str], claim: str, source: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


SONGS = (
    "Slow Harbour\n\nStudio album by: Rell.\nReleased: 9 March 1979.\nRecorded: May 1978.\n"
    "Genre: Folk rock.\nRunning time: 41 minutes."
)
LIEDJES = (
    "Zachte Haven (album)\n\nArtiest: Trio Rell.\nUitgebracht: 9 maart 1979.\n"
    "Opgenomen: mei 1978.\nDuur: 41 minuten."
)
LANE = "Long Lane\n\nGenre: Folk rock.\nLength: 43 : 05.\nLocal time: 12:20."
LONG = "Long Lane\n\nGenre: Folk rock.\nLength: 1 : 13 : 05."
LAAN = "Lange Laan\n\nGenre: Kleinkunst.\nArtiest: Trio Rell.\nSpeelduur: 43:05."
GULLS = "Grey Gulls\n\nOrigin: Lyne.\nYears active: 1991-1998.\nGenres: Folk."
FINCHES = "Grey Finches\n\nOrigin: Lyne.\nYears active: 1991-1998; 2003-2009.\nGenres: Folk."
ROE = "Ada Roe\n\nBorn: 9 May 1958 (age 60), Lyne.\nYears active: 1980-present.\nOccupation: Singer."
MEEUWEN = "Grijze Meeuwen\n\nHerkomst: Lyne.\nJaren actief: 1991-1998.\nGenres: Folk."
CABLES = "Osk Cables\n\nFounded: 12 May 1987; 32 years ago.\nFounder: Ida Roe.\nEmployees: 1,150 (2018)."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("Slow Harbour came out in the 1970s.", SONGS, S),
        ("Slow Harbour came out in the 1980s.", SONGS, R),
        ("The album Slow Harbour appeared in 1978.", SONGS, R),
        ("Slow Harbour lasts less than an hour.", SONGS, S),
        ("Slow Harbour is less than forty minutes long.", SONGS, R),
        ("Zachte Haven verscheen in de jaren zeventig.", LIEDJES, S),
        ("Het album Zachte Haven kwam uit in 1978.", LIEDJES, R),
        ("Zachte Haven duurt meer dan een uur.", LIEDJES, R),
        ("Osk Cables was set up in the 21st century.", CABLES, R),
        ("Long Lane is over 40 minutes in length.", LANE, S),
        ("Long Lane is over 40 minutes long.", LANE, S),
        ("Long Lane lasts less than 40 minutes.", LANE, R),
        ("Long Lane lasts more than an hour.", LONG, S),
        ("De Lange Laan duurt langer dan een uur.", LAAN, R),
        # How long follows from the years.
        ("Grey Gulls played together for more than five years.", GULLS, S),
        ("Grey Gulls played together for more than ten years.", GULLS, R),
        ("Grey Gulls were active for seven years.", GULLS, S),
        ("Grey Finches were together for over ten years without a break.", FINCHES, R),
        ("Grey Finches were together for over ten years.", FINCHES, N),
        ("Ada Roe has been active for over 30 years.", ROE, S),
        ("Ada Roe has been active for over 50 years.", ROE, N),
        ("Ada Roe has been active for less than 30 years.", ROE, R),
        ("Grijze Meeuwen was meer dan tien jaar actief.", MEEUWEN, R),
        # More than the line tells, or of something else.
        ("Slow Harbour came out in Japan in the 1980s.", SONGS, N),
        ("Slow Harbour came out on cassette in 1981.", SONGS, N),
        ("The tour of Slow Harbour came out in 1981.", SONGS, N),
        ("The first song of Slow Harbour lasts two hours.", SONGS, N),
        ("Slow Harbour did not come out in 1981.", SONGS, N),
        # Looks wrong but is right: a year beside a figure says when there were so many.
        ("Osk Cables had 1,900 employees in 1990.", CABLES, N),
    ],
)
def test_line_that_answers(judged: Callable[..., str], claim: str, source: str, verdict: str) -> None:
    assert judged(claim, source) == verdict
