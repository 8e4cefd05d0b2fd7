"""Every form of time expression in both languages: what agrees, what does not, and what only seems so.

A case is how the claim says it, how the source says it, and what follows: ``s`` supported, ``r`` refuted,
``n`` not enough, ``w`` supported though it looks wrong. Both stand in the same sentence.
"""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck.checks import Occurrence
from factcheck.text import Document
from factcheck_date.check import DateCheck

DATED = "2019-06-07"  # the date of both texts, for what is told from it
EXPECTED = {"s": True, "w": True, "r": False, "n": None}

# Form: (sentence, cases); a case is "claim | source | kind".
ENGLISH = {
    "full date": (
        "The Harbour Bridge was opened {}.",
        """
        on 21 June 2017 | on June 21st, 2017 | s
        on 21 June 2017 | on the 21st of June 2017 | s
        on 21 June 2017 | on 22 June 2017 | r
        on 21 June 2017 | on 21 June 2016 | r
        on 21 June 2017 | in June 2017 | n
        on 21 June 2017 | around 20 June 2017 | n
        on Wednesday 21 June 2017 | on 2017-06-21 | w
        """,
    ),
    "date without a year": (
        "The Harbour Bridge was opened {}.",
        """
        on 21 June | on 21 June 2017 | s
        on June 21 | on 21 June 2017 | s
        on 22 June | on 21 June 2017 | r
        on 21 July | on 21 June 2017 | r
        on 21 June | in 2017 | n
        on 21 June | in June 2017 | n
        on the 21st of June | on June 21, 1817 | w
        """,
    ),
    "numeric date": (
        "The Harbour Bridge was opened {}.",
        """
        on 2017-06-21 | on 21 June 2017 | s
        on 21/6/2017 | on 21 June 2017 | s
        on 22/6/2017 | on 21 June 2017 | r
        on 2016-06-21 | on 21 June 2017 | r
        on 3/4/2017 | on 3 April 2017 | n
        on 2017-06-21 | in 2017 | n
        on 06/21/2017 | on 21.6.2017 | w
        """,
    ),
    "year": (
        "The Harbour Bridge was opened {}.",
        """
        in 2017 | in June 2017 | s
        in 2017 | on 21 June 2017 | s
        in 2017 | in 2018 | r
        in 2017 | on 1 January 2018 | r
        in 2017 | around 2017 | n
        in 2017 | in the 2010s | n
        in the year 2017 | on 31 December 2017 | w
        """,
    ),
    "month": (
        "The Harbour Bridge was opened {}.",
        """
        in June 2017 | on 21 June 2017 | s
        in June 2017 | in June of 2017 | s
        in June 2017 | on 1 July 2017 | r
        in June 2017 | in June 2016 | r
        in June 2017 | in 2017 | n
        in June 2017 | in the summer of 2017 | n
        in Sept. 2017 | on 30 September 2017 | w
        """,
    ),
    "quarter": (
        "The Harbour Bridge was opened {}.",
        """
        in the second quarter of 2017 | in June 2017 | s
        in Q2 2017 | on 1 April 2017 | s
        in the second quarter of 2017 | in July 2017 | r
        in Q1 2017 | in Q2 2017 | r
        in Q2 2017 | in 2017 | n
        in Q2 2017 | in the first half of 2017 | n
        in the fourth quarter of 2017 | on 31 December 2017 | w
        """,
    ),
    "season": (
        "The Harbour Bridge was opened {}.",
        """
        in the summer of 2017 | in July 2017 | s
        in summer 2017 | on 14 August 2017 | s
        in the summer of 2017 | in January 2017 | r
        in the spring of 2017 | in the autumn of 2017 | r
        in the spring of 2017 | in the spring of 2017 | s
        in the spring of 2017 | in November 2017 | r
        in the summer of 2017 | in 2017 | n
        in the summer of 2017 | in May 2017 | n
        in the winter of 2017 | in January 2018 | w
        """,
    ),
    "half": (
        "The Harbour Bridge was opened {}.",
        """
        in the first half of 2017 | on 21 June 2017 | s
        in the second half of 2017 | in Q4 2017 | s
        in the first half of 2017 | in July 2017 | r
        in the second half of 2017 | in May 2017 | r
        in the first half of 2017 | in 2017 | n
        in the first half of 2017 | in the summer of 2017 | n
        in the first half of 2017 | on 30 June 2017 | w
        """,
    ),
    "part of a year": (
        "The Harbour Bridge was opened {}.",
        """
        in early 2017 | in February 2017 | s
        in late 2017 | in November 2017 | s
        in early 2017 | in November 2017 | r
        in late 2017 | in March 2017 | r
        in early 2017 | in 2017 | n
        in late 2017 | in August 2017 | n
        at the end of 2017 | in October 2017 | w
        """,
    ),
    "decade": (
        "The Harbour Bridge was opened {}.",
        """
        in the 1990s | in 1994 | s
        in the nineties | on 3 May 1994 | s
        in the 1990s | in 1989 | r
        in the '80s | in 1994 | r
        in the 1990s | in the twentieth century | n
        in the early 1990s | in 1999 | r
        in the late 1990s | in 1995 | n
        in the early 1990s | early in 1999 | r
        in the 1990s | in 1990 | w
        """,
    ),
    "century": (
        "The Harbour Bridge was opened {}.",
        """
        in the 19th century | in 1850 | s
        in the nineteenth century | in the 1850s | s
        in the 19th century | in 1901 | r
        in the 18th century | in 1850 | r
        early in the 19th century | in 1890 | r
        in the first half of the 19th century | in the 19th century | n
        in the 19th century | in 1899 | w
        """,
    ),
    "range": (
        "The old tram of Northfield ran {}.",
        """
        from 1914 to 1918 | from 1914 to 1918 | s
        from 1914 to 1918 | 1914–18 | s
        from 1914 to 1918 | from 1914 to 1920 | r
        from 1912 to 1918 | 1914-1918 | r
        from 1914 to 1918 | in 1914 | n
        in 1916 | from 1914 to 1918 | n
        between 1914 and 1918 | in 1918 | w
        """,
    ),
    "open end": (
        "The tram of Northfield has run {}.",
        """
        since 2001 | since 2001 | s
        since 2001 | since May 2001 | s
        since 2001 | since 2003 | r
        until 2010 | until 2012 | r
        since 2001 | in 2005 | n
        since May 2001 | since 2001 | n
        since the 1990s | since 1999 | w
        """,
    ),
    "before and after": (
        "The Harbour Bridge was opened {}.",
        """
        before 1985 | in the 1970s | s
        after 2017 | in May 2018 | s
        before 1985 | in 1985 | r
        after 2017 | in 2017 | r
        before 1985 | before 1990 | n
        after 2017 | after 2010 | n
        no later than 1985 | on 31 December 1985 | w
        """,
    ),
    "relative date": (
        "The Harbour Bridge was opened {}.",
        """
        last year | in 2018 | s
        in 2018 | last year | s
        last year | in 2017 | r
        in 2016 | three years from now | r
        three years ago | in 2017 | n
        in March 2018 | last year | n
        yesterday | on 6 June 2019 | w
        """,
    ),
    "duration": (
        "The strike at Northfield harbour lasted {}.",
        """
        nine months | nine months | s
        half a century | fifty years | s
        a year | nine months | r
        at least ten days | nine days | r
        nine months | a few months | n
        nine months | more than six months | n
        three quarters of a year | nine months | w
        """,
    ),
    "frequency": (
        "The council of Northfield meets {}.",
        """
        once a week | every week | s
        twice a year | two times per year | s
        every day | every week | r
        twice a month | once a month | r
        one hour a week | once a week | n
        every Monday | every week | n
        twice a year | every six months | w
        """,
    ),
}
DUTCH = {
    "full date": (
        "De Havenbrug werd geopend {}.",
        """
        op 21 juni 2017 | op 21 juni 2017 | s
        op 21 juni 2017 | op woensdag 21 juni 2017 | s
        op 21 juni 2017 | op 22 juni 2017 | r
        op 21 juni 2017 | op 21 juni 2016 | r
        op 21 juni 2017 | in juni 2017 | n
        op 21 juni 2017 | rond 20 juni 2017 | n
        op 1 mrt 2017 | op 2017-03-01 | w
        """,
    ),
    "date without a year": (
        "De Havenbrug werd geopend {}.",
        """
        op 21 juni | op 21 juni 2017 | s
        op 1 mei | op 1 mei 2017 | s
        op 22 juni | op 21 juni 2017 | r
        op 21 juli | op 21 juni 2017 | r
        op 21 juni | in 2017 | n
        op 21 juni | in juni 2017 | n
        op 21 juni | op 21 juni 1817 | w
        """,
    ),
    "numeric date": (
        "De Havenbrug werd geopend {}.",
        """
        op 2017-06-21 | op 21 juni 2017 | s
        op 21-06-2017 | op 21 juni 2017 | s
        op 22/6/2017 | op 21 juni 2017 | r
        op 21.06.2016 | op 21 juni 2017 | r
        op 21-06-2017 | in juni 2017 | n
        op 21-06-2017 | in 2017 | n
        op 3/4/2017 | op 3 april 2017 | w
        """,
    ),
    "year": (
        "De Havenbrug werd geopend {}.",
        """
        in 2017 | in juni 2017 | s
        in 2017 | op 21 juni 2017 | s
        in 2017 | in 2018 | r
        in 2017 | op 1 januari 2018 | r
        in 2017 | rond 2017 | n
        in 2017 | in de jaren 2010 | n
        anno 2017 | op 31 december 2017 | w
        """,
    ),
    "month": (
        "De Havenbrug werd geopend {}.",
        """
        in juni 2017 | op 21 juni 2017 | s
        in juni 2017 | in juni 2017 | s
        in juni 2017 | op 1 juli 2017 | r
        in juni 2017 | in juni 2016 | r
        in juni 2017 | in 2017 | n
        in juni 2017 | in de zomer van 2017 | n
        in sept. 2017 | op 30 september 2017 | w
        """,
    ),
    "quarter": (
        "De Havenbrug werd geopend {}.",
        """
        in het tweede kwartaal van 2017 | in juni 2017 | s
        in Q2 2017 | op 1 april 2017 | s
        in het tweede kwartaal van 2017 | in juli 2017 | r
        in het eerste kwartaal van 2017 | in Q2 2017 | r
        in Q2 2017 | in 2017 | n
        in Q2 2017 | in de eerste helft van 2017 | n
        in het vierde kwartaal van 2017 | op 31 december 2017 | w
        """,
    ),
    "season": (
        "De Havenbrug werd geopend {}.",
        """
        in de zomer van 2017 | in juli 2017 | s
        in het najaar van 2017 | op 14 oktober 2017 | s
        in de zomer van 2017 | in januari 2017 | r
        in de lente van 2017 | in de herfst van 2017 | r
        in de lente van 2017 | in de lente van 2017 | s
        in het voorjaar van 2017 | in november 2017 | r
        in de zomer van 2017 | in 2017 | n
        in de zomer van 2017 | in mei 2017 | n
        in de winter van 2017 | in januari 2018 | w
        """,
    ),
    "half": (
        "De Havenbrug werd geopend {}.",
        """
        in de eerste helft van 2017 | op 21 juni 2017 | s
        in de tweede helft van 2017 | in Q4 2017 | s
        in de eerste helft van 2017 | in juli 2017 | r
        in de tweede helft van 2017 | in mei 2017 | r
        in de eerste helft van 2017 | in 2017 | n
        in de eerste helft van 2017 | in de zomer van 2017 | n
        in de eerste helft van 2017 | op 30 juni 2017 | w
        """,
    ),
    "part of a year": (
        "De Havenbrug werd geopend {}.",
        """
        begin 2017 | in februari 2017 | s
        eind 2017 | in november 2017 | s
        begin 2017 | in november 2017 | r
        eind 2017 | in maart 2017 | r
        begin 2017 | in 2017 | n
        eind 2017 | in augustus 2017 | n
        medio 2017 | in juni 2017 | w
        """,
    ),
    "decade": (
        "De Havenbrug werd geopend {}.",
        """
        in de jaren negentig | in 1994 | s
        in de jaren '90 | op 3 mei 1994 | s
        in de jaren negentig | in 1989 | r
        in de jaren tachtig | in 1994 | r
        in de jaren negentig | in de twintigste eeuw | n
        begin jaren negentig | in 1999 | r
        eind jaren negentig | in 1995 | n
        begin jaren negentig | eind jaren negentig | r
        in de jaren negentig | in 1990 | w
        """,
    ),
    "century": (
        "De Havenbrug werd geopend {}.",
        """
        in de 19e eeuw | in 1850 | s
        in de negentiende eeuw | in de jaren 1850 | s
        in de 19e eeuw | in 1901 | r
        in de achttiende eeuw | in 1850 | r
        in het begin van de 19e eeuw | in 1890 | r
        in de eerste helft van de 19e eeuw | in de 19e eeuw | n
        in de 19de eeuw | in 1899 | w
        """,
    ),
    "range": (
        "De oude tram van Noordveld reed {}.",
        """
        van 1914 tot 1918 | van 1914 tot 1918 | s
        van 1914 tot 1918 | 1914-1918 | s
        van 1914 tot 1918 | van 1914 tot 1920 | r
        van 1912 tot 1918 | 1914-1918 | r
        van 1914 tot 1918 | in 1914 | n
        in 1916 | van 1914 tot 1918 | n
        tussen 1914 en 1918 | in 1918 | w
        """,
    ),
    "open end": (
        "De tram van Noordveld rijdt {}.",
        """
        sinds 2001 | sinds 2001 | s
        sinds 2001 | vanaf mei 2001 | s
        sinds 2001 | sinds 2003 | r
        tot 2010 | tot 2012 | r
        sinds 2001 | in 2005 | n
        sinds mei 2001 | sinds 2001 | n
        sinds de jaren negentig | sinds 1999 | w
        """,
    ),
    "before and after": (
        "De Havenbrug werd geopend {}.",
        """
        vóór 1985 | in de jaren zeventig | s
        na 2017 | in mei 2018 | s
        vóór 1985 | in 1985 | r
        na 2017 | in 2017 | r
        vóór 1985 | vóór 1990 | n
        na 2017 | na 2010 | n
        uiterlijk in 1985 | op 31 december 1985 | w
        """,
    ),
    "relative date": (
        "De Havenbrug werd geopend {}.",
        """
        vorig jaar | in 2018 | s
        in 2018 | vorig jaar | s
        vorig jaar | in 2017 | r
        in 2016 | vorig jaar | r
        drie jaar geleden | in 2017 | n
        in maart 2018 | vorig jaar | n
        gisteren | op 6 juni 2019 | w
        """,
    ),
    "duration": (
        "De staking in de haven van Noordveld duurde {}.",
        """
        negen maanden | negen maanden | s
        een halve eeuw | vijftig jaar | s
        een jaar | negen maanden | r
        minstens tien dagen | negen dagen | r
        negen maanden | een paar maanden | n
        negen maanden | meer dan zes maanden | n
        anderhalf jaar | achttien maanden | w
        """,
    ),
    "frequency": (
        "De raad van Noordveld vergadert {}.",
        """
        één keer per week | elke week | s
        tweemaal per jaar | twee keer per jaar | s
        elke dag | elke week | r
        twee keer per maand | één keer per maand | r
        één uur per week | één keer per week | n
        elke maandag | elke week | n
        tweemaal per jaar | elke zes maanden | w
        """,
    ),
}
TABLES = {"en": ENGLISH, "nl": DUTCH}


def cases():
    for language, table in TABLES.items():
        for form, (sentence, lines) in table.items():
            for line in lines.strip().splitlines():
                claim, source, kind = map(str.strip, line.split(" | "))
                yield pytest.param(
                    language,
                    sentence.format(claim),
                    sentence.format(source),
                    EXPECTED[kind],
                    id=f"{language} {form}: {claim} | {source}",
                )


@pytest.mark.parametrize(("language", "claim", "source", "expected"), list(cases()))
def test_judges_every_form(language, claim, source, expected):
    check = DateCheck()
    ours, theirs = (Document(text, language=language, date=DATED) for text in (claim, source))
    (claimed,), (found,) = check.extract(ours), check.extract(theirs)
    assert check.compare(Occurrence(claimed, ours), Occurrence(found, theirs)).agrees == expected


@pytest.mark.parametrize("language", TABLES)
def test_each_form_has_cases_of_all_four_kinds(language):
    kinds = {
        form: Counter(line.rsplit(" | ", 1)[1] for line in lines.strip().splitlines())
        for form, (_, lines) in TABLES[language].items()
    }
    assert [form for form, count in kinds.items() if count.total() < 6 or set(count) != set("srnw")] == []
