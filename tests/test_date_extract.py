import pytest

from factcheck.text import Document
from factcheck_date.extract import extract


def found(text: str, language: str, date: str | None = None) -> list[tuple[str, str]]:
    """Return the mentions of a text with their values in short."""
    return [
        (m.text, short(m.value, m.reading)) for m in extract(Document(text, language=language, date=date))
    ]


def short(value, reading) -> str:
    if "duration" in value:
        return value["duration"]
    if "start" in value:
        return f"{value['start'] or ''}/{value['end'] or ''}"
    if reading.form == "frequency":
        each = f" {reading.length.iso()}" if reading.length else ""
        return f"{reading.times}x {reading.per.iso()}{each}"
    return "{}"


FULL = [
    ("en", "In 2019 women made up a third of it.", "2019", "2019-01-01/2020-01-01"),
    ("nl", "In 2019 mensen tellen was een klus.", "2019", "2019-01-01/2020-01-01"),
    ("en", "It opened on May 3rd, 2014.", "May 3rd, 2014", "2014-05-03/2014-05-04"),
    ("en", "It opened on 3 May 2014.", "3 May 2014", "2014-05-03/2014-05-04"),
    ("en", "Signed the 9th of March 1951 in Oslo.", "the 9th of March 1951", "1951-03-09/1951-03-10"),
    ("en", "She was born on Dec. 10, 1942.", "Dec. 10, 1942", "1942-12-10/1942-12-11"),
    ("en", "Filed 2014-05-03 at the desk.", "2014-05-03", "2014-05-03/2014-05-04"),
    ("en", "The fair ran until April 2, 1899.", "until April 2, 1899", "/1899-04-03"),
    ("en", "Report 20140503 was late.", "20140503", "2014-05-03/2014-05-04"),
    ("en", "Due 13/05/2014 at the latest.", "13/05/2014", "2014-05-13/2014-05-14"),
    ("en", "Dated 13.05.2014 by hand.", "13.05.2014", "2014-05-13/2014-05-14"),
    ("en", "On Saturday, May 3, 2014 it rained.", "Saturday, May 3, 2014", "2014-05-03/2014-05-04"),
    (
        "en",
        "On the twenty-first of June 1988 it rained.",
        "the twenty-first of June 1988",
        "1988-06-21/1988-06-22",
    ),
    ("nl", "Op 3 mei 2014 ging de brug open.", "3 mei 2014", "2014-05-03/2014-05-04"),
    ("nl", "Op zaterdag 3 mei 2014 regende het.", "zaterdag 3 mei 2014", "2014-05-03/2014-05-04"),
    ("nl", "Brief van 03-05-2014.", "03-05-2014", "2014-05-03/2014-05-04"),
    ("nl", "Brief van 3/5/2014.", "3/5/2014", "2014-05-03/2014-05-04"),
    ("nl", "Brief van 3.5.2014.", "3.5.2014", "2014-05-03/2014-05-04"),
    ("nl", "Geboren op 10 dec. 1942 in Gent.", "10 dec. 1942", "1942-12-10/1942-12-11"),
    ("nl", "Op 1e april 1899 werd het beslist.", "1e april 1899", "1899-04-01/1899-04-02"),
    ("nl", "Versie 2014-05-03 is de laatste.", "2014-05-03", "2014-05-03/2014-05-04"),
    ("nl", "Op negenentwintig juni 1988 viel sneeuw.", "negenentwintig juni 1988", "1988-06-29/1988-06-30"),
]

PERIODS = [
    ("nl", "De film van Osk is 90 minuten.", "90 minuten", "PT1H30M"),
    ("en", "Osk fell at fifteen in July 1957.", "July 1957", "1957-07-01/1957-08-01"),
    ("en", "It stood until its fall in 1900.", "1900", "1900-01-01/1901-01-01"),
    ("en", "Osk left in Mar. 1957, at ten.", "Mar. 1957", "1957-03-01/1957-04-01"),
    ("en", "The hall dates from June 1911.", "June 1911", "1911-06-01/1911-07-01"),
    ("en", "The hall burned in 1911.", "1911", "1911-01-01/1912-01-01"),
    ("en", "The prize (1987) was shared.", "1987", "1987-01-01/1988-01-01"),
    ("en", "1987 was a good year.", "1987", "1987-01-01/1988-01-01"),
    ("en", "Year: 1891. Medium: oil.", "1891", "1891-01-01/1892-01-01"),
    ("en", "Painted c. 1610 in Rome.", "1610", "1610-01-01/1611-01-01"),
    ("en", "Prized by 19th-century painters.", "19th-century", "1800-01-01/1900-01-01"),
    ("en", "In the year 1612 a canal was dug.", "year 1612", "1612-01-01/1613-01-01"),
    ("en", "Sales fell in Q3 2012.", "Q3 2012", "2012-07-01/2012-10-01"),
    ("en", "Sales fell in the fourth quarter of 2012.", "fourth quarter of 2012", "2012-10-01/2013-01-01"),
    ("en", "Sales fell in the first half of 2012.", "first half of 2012", "2012-01-01/2012-07-01"),
    ("en", "Sales fell in 2012 Q1.", "2012 Q1", "2012-01-01/2012-04-01"),
    ("en", "It closed in the summer of 2003.", "summer of 2003", "2003-06-01/2003-09-01"),
    ("en", "It closed in the 1960s.", "1960s", "1960-01-01/1970-01-01"),
    ("en", "It closed in the late 1960s.", "late 1960s", "1960-01-01/1970-01-01"),
    ("en", "It grew in the '70s.", "'70s", "1970-01-01/1980-01-01"),
    ("en", "It grew in the nineties.", "nineties", "1990-01-01/2000-01-01"),
    ("en", "A mill of the 17th century stood here.", "17th century", "1600-01-01/1700-01-01"),
    ("en", "A mill of the seventeenth century stood here.", "seventeenth century", "1600-01-01/1700-01-01"),
    ("en", "It moved at the end of 1989.", "at the end of 1989", "1989-09-01/1990-01-01"),
    ("en", "It moved in mid-July 1989.", "mid-July 1989", "1989-07-11/1989-07-21"),
    (
        "en",
        "The first Tuesday of May 2014 was dry.",
        "The first Tuesday of May 2014",
        "2014-05-06/2014-05-07",
    ),
    ("nl", "De hal dateert van juni 1911.", "juni 1911", "1911-06-01/1911-07-01"),
    ("nl", "De hal brandde af in 1911.", "1911", "1911-01-01/1912-01-01"),
    ("nl", "In het jaar 1612 werd gegraven.", "jaar 1612", "1612-01-01/1613-01-01"),
    ("nl", "De omzet daalde in Q3 2012.", "Q3 2012", "2012-07-01/2012-10-01"),
    (
        "nl",
        "De omzet daalde in het vierde kwartaal van 2012.",
        "vierde kwartaal van 2012",
        "2012-10-01/2013-01-01",
    ),
    ("nl", "In de eerste helft van 2012 daalde de omzet.", "eerste helft van 2012", "2012-01-01/2012-07-01"),
    ("nl", "In de zomer van 2003 ging hij dicht.", "zomer van 2003", "2003-06-01/2003-09-01"),
    ("nl", "In de jaren zestig ging hij dicht.", "jaren zestig", "1960-01-01/1970-01-01"),
    ("nl", "In de jaren '60 ging hij dicht.", "jaren '60", "1960-01-01/1970-01-01"),
    ("nl", "In de jaren 1960 ging hij dicht.", "jaren 1960", "1960-01-01/1970-01-01"),
    ("nl", "Een molen uit de zeventiende eeuw.", "zeventiende eeuw", "1600-01-01/1700-01-01"),
    ("nl", "Een molen uit de 17e eeuw.", "17e eeuw", "1600-01-01/1700-01-01"),
    ("nl", "Eind 1989 verhuisde hij.", "Eind 1989", "1989-09-01/1990-01-01"),
    ("nl", "Begin mei 1989 verhuisde hij.", "Begin mei 1989", "1989-05-01/1989-05-11"),
    (
        "nl",
        "De eerste dinsdag van mei 2014 was droog.",
        "De eerste dinsdag van mei 2014",
        "2014-05-06/2014-05-07",
    ),
]

RANGES = [
    ("en", "She led it from 1991 to 1997.", "from 1991 to 1997", "1991-01-01/1998-01-01"),
    ("en", "She led it (1991-1997) well.", "1991-1997", "1991-01-01/1998-01-01"),
    ("en", "The war of 1914–18 ruined it.", "1914–18", "1914-01-01/1919-01-01"),
    ("en", "It was built between 1991 and 1997.", "between 1991 and 1997", "1991-01-01/1998-01-01"),
    ("en", "The fair is from 3 to 5 May 2018.", "from 3 to 5 May 2018", "2018-05-03/2018-05-06"),
    ("en", "The fair is on May 3-5, 2018.", "May 3-5, 2018", "2018-05-03/2018-05-06"),
    ("en", "It lasted from May to July 2018.", "from May to July 2018", "2018-05-01/2018-08-01"),
    ("en", "It has stood since 1991.", "since 1991", "1991-01-01/"),
    ("en", "It stood before 1991.", "before 1991", "/1991-01-01"),
    ("en", "It fell after 1991.", "after 1991", "1992-01-01/"),
    ("en", "It stood until 1991.", "until 1991", "/1992-01-01"),
    ("en", "Pay no later than 4 June 2018.", "no later than 4 June 2018", "/2018-06-05"),
    ("en", "It was there before the 1970s.", "before the 1970s", "/1970-01-01"),
    ("en", "From 2011 onwards it rained.", "2011 onwards", "2011-01-01/"),
    ("nl", "Zij leidde het van 1991 tot 1997.", "van 1991 tot 1997", "1991-01-01/1998-01-01"),
    ("nl", "Zij leidde het (1991-1997) goed.", "1991-1997", "1991-01-01/1998-01-01"),
    ("nl", "De oorlog van 1914–18 was lang.", "1914–18", "1914-01-01/1919-01-01"),
    ("nl", "Gebouwd tussen 1991 en 1997.", "tussen 1991 en 1997", "1991-01-01/1998-01-01"),
    ("nl", "De kermis is van 3 tot 5 mei 2018.", "van 3 tot 5 mei 2018", "2018-05-03/2018-05-06"),
    ("nl", "De kermis is van 3 t/m 5 mei 2018.", "van 3 t/m 5 mei 2018", "2018-05-03/2018-05-06"),
    ("nl", "Het duurde van mei tot juli 2018.", "van mei tot juli 2018", "2018-05-01/2018-08-01"),
    ("nl", "Het staat er sinds 1991.", "sinds 1991", "1991-01-01/"),
    ("nl", "Het stond er vóór 1991.", "vóór 1991", "/1991-01-01"),
    ("nl", "Het viel na 1991.", "na 1991", "1992-01-01/"),
    ("nl", "Het stond er tot 1991.", "tot 1991", "/1992-01-01"),
    ("nl", "Betaal uiterlijk 4 juni 2018.", "uiterlijk 4 juni 2018", "/2018-06-05"),
    ("nl", "Sinds de jaren zeventig staat het er.", "Sinds de jaren zeventig", "1970-01-01/"),
]

RELATIVE = [  # all told on Wednesday 9 April 2014
    ("en", "It closed last year.", "last year", "2013-01-01/2014-01-01"),
    ("en", "It closes next week.", "next week", "2014-04-14/2014-04-21"),
    ("en", "It closed yesterday.", "yesterday", "2014-04-08/2014-04-09"),
    ("en", "It closed the day before yesterday.", "the day before yesterday", "2014-04-07/2014-04-08"),
    ("en", "It closed three years ago.", "three years ago", "2011-01-01/2012-01-01"),
    ("en", "It closed two weeks ago.", "two weeks ago", "2014-03-26/2014-03-27"),
    ("en", "It will close in ten days.", "in ten days", "2014-04-19/2014-04-20"),
    ("en", "In the past two years it grew.", "past two years", "2012-01-01/2014-01-01"),
    ("en", "It closes on 12 May.", "12 May", "2014-05-12/2014-05-13"),
    ("en", "It closed at the end of last month.", "at the end of last month", "2014-03-21/2014-04-01"),
    ("en", "It closes this quarter.", "this quarter", "2014-04-01/2014-07-01"),
    ("nl", "Vorig jaar ging hij dicht.", "Vorig jaar", "2013-01-01/2014-01-01"),
    ("nl", "Volgende week gaat hij dicht.", "Volgende week", "2014-04-14/2014-04-21"),
    ("nl", "Gisteren ging hij dicht.", "Gisteren", "2014-04-08/2014-04-09"),
    ("nl", "Eergisteren ging hij dicht.", "Eergisteren", "2014-04-07/2014-04-08"),
    ("nl", "Twintig jaar geleden ging hij dicht.", "Twintig jaar geleden", "1994-01-01/1995-01-01"),
    ("nl", "Twee weken geleden ging hij dicht.", "Twee weken geleden", "2014-03-26/2014-03-27"),
    ("nl", "Over tien dagen gaat hij dicht.", "Over tien dagen", "2014-04-19/2014-04-20"),
    ("nl", "De afgelopen twee jaar groeide hij.", "afgelopen twee jaar", "2012-01-01/2014-01-01"),
    ("nl", "Op 12 mei gaat hij dicht.", "12 mei", "2014-05-12/2014-05-13"),
    ("nl", "Hij sluit dit kwartaal.", "dit kwartaal", "2014-04-01/2014-07-01"),
]

LENGTHS = [
    ("en", "A forty-second silence fell.", "forty-second", "PT40S"),
    ("en", "It took nine months.", "nine months", "P9M"),
    ("en", "A nine-month strike ended it.", "nine-month", "P9M"),
    ("en", "Over a 16 year period it grew.", "16 year", "P16Y"),
    ("en", "They waited forty hours.", "forty hours", "PT40H"),
    ("en", "It stood for half a century.", "half a century", "P50Y"),
    ("en", "It took two and a half years.", "two and a half years", "P2Y6M"),
    ("en", "It took three quarters of a year.", "three quarters of a year", "P9M"),
    ("en", "It stood for five hundred years.", "five hundred years", "P500Y"),
    ("en", "It lasted a year.", "a year", "P1Y"),
    ("en", "She sailed a century and a half.", "a century and a half", "P150Y"),
    ("en", "A sentence of a year and a half.", "a year and a half", "P1Y6M"),
    ("en", "She won in 2:01.4 at Osk.", "2:01.4", "PT2M1.4S"),
    ("en", "She ran 1:02:19.65 at Osk.", "1:02:19.65", "PT1H2M19.65S"),
    ("en", "It takes 2h 35m to Osk.", "2h 35m", "PT2H35M"),
    ("nl", "Het is zesenhalf uur varen.", "zesenhalf uur", "PT6H30M"),
    ("nl", "Ze won in 19:12,6 in Osk.", "19:12,6", "PT19M12.6S"),
    ("nl", "De vaart duurt 2u35m naar Osk.", "2u35m", "PT2H35M"),
    ("en", "It lasted about 2 years and 3 months.", "about 2 years and 3 months", "P2Y3M"),
    ("en", "Two decades later it closed.", "Two decades", "P20Y"),
    ("en", "It stood for 1500 years.", "1500 years", "P1500Y"),
    ("nl", "Het duurde negen maanden.", "negen maanden", "P9M"),
    ("nl", "Het duurde anderhalf jaar.", "anderhalf jaar", "P1Y6M"),
    ("nl", "Het duurde driekwart jaar.", "driekwart jaar", "P9M"),
    ("nl", "Het stond er een halve eeuw.", "een halve eeuw", "P50Y"),
    ("nl", "Het duurde twee en een half uur.", "twee en een half uur", "PT2H30M"),
    ("nl", "Zij wachtten veertig uur.", "veertig uur", "PT40H"),
    ("en", "It took over the winter 20+ years.", "20+ years", "P20Y"),
    ("en", "It stood for over 20 years.", "over 20 years", "P20Y"),
    ("en", "It stood for 15 years or more.", "15 years or more", "P15Y"),
    ("en", "It took two million years.", "two million years", "P2000000Y"),
    ("nl", "Het stond er nog geen 15 jaar.", "nog geen 15 jaar", "P15Y"),
    ("nl", "Het stond er 15 jaar of langer.", "15 jaar of langer", "P15Y"),
    ("nl", "Het stond er vijfhonderd jaar.", "vijfhonderd jaar", "P500Y"),
    ("nl", "Het duurde een jaar lang.", "een jaar", "P1Y"),
    ("nl", "Het duurde drie kwartier.", "drie kwartier", "PT45M"),
    ("nl", "Het duurde ruim 25 jaar.", "ruim 25 jaar", "P25Y"),
]

OFTEN = [
    ("en", "They meet every day.", "every day", "1x P1D"),
    ("en", "They meet once a week.", "once a week", "1x P1W"),
    ("en", "They meet three times a year.", "three times a year", "3x P1Y"),
    ("en", "They talk one hour a week.", "one hour a week", "1x P1W PT1H"),
    ("en", "They meet every two months.", "every two months", "1x P2M"),
    ("en", "They meet each Monday.", "each Monday", "1x P1W"),
    ("nl", "Zij komen elke dag bijeen.", "elke dag", "1x P1D"),
    ("nl", "Zij komen één keer per week bijeen.", "één keer per week", "1x P1W"),
    ("nl", "Zij komen driemaal per jaar bijeen.", "driemaal per jaar", "3x P1Y"),
    ("nl", "Zij praten één uur per week.", "één uur per week", "1x P1W PT1H"),
    ("nl", "Zij komen elke twee maanden bijeen.", "elke twee maanden", "1x P2M"),
    ("nl", "Zij komen iedere maandag bijeen.", "iedere maandag", "1x P1W"),
]

LENGTH_RANGES = [
    ("en", "It took between 20 and 40 hours.", "between 20 and 40 hours"),
    ("en", "It took between twenty and forty hours.", "between twenty and forty hours"),
    ("en", "It took from two to three weeks.", "from two to three weeks"),
    ("en", "It took 20-30 minutes.", "20-30 minutes"),
    ("en", "It took between six months and two years.", "between six months and two years"),
    ("nl", "Het duurde tussen de twee en drie jaar.", "tussen de twee en drie jaar"),
    ("nl", "Het duurde van twee tot drie weken.", "van twee tot drie weken"),
    ("nl", "Het duurde 20 à 30 minuten.", "20 à 30 minuten"),
]
NO_LENGTHS = [
    ("en", "Her forty-second goal was the best."),
    ("en", "It is seen at around eighteen months of age."),
    ("en", "She died at the age of 95 years."),
    ("en", "A horse aged 12 years."),
    ("en", "They are between 20 and 30 years old."),
    ("nl", "Ze stierf op de leeftijd van 95 jaar."),
    ("nl", "Ze zijn tussen de 20 en 30 jaar oud."),
    ("en", "Children under 5 years sail free."),
    ("en", "Children between 3 and 5 years sail free."),
    ("nl", "Kinderen tot 12 jaar varen gratis."),
    ("nl", "Jongeren tussen 16 en 24 jaar varen gratis."),
    ("nl", "Een kind van 3 maanden voer mee."),
]
LENGTHS_OF_PEOPLE = [
    ("en", "It taught 200 people over 5 years.", "5 years"),
    ("en", "The judge sentenced the children under 5 years of guard.", "under 5 years"),
    ("nl", "De rechter veroordeelde de mannen tot 12 jaar cel.", "12 jaar"),
    ("nl", "De man zat 12 jaar vast.", "12 jaar"),
    ("nl", "Werknemers tot 3 jaar na hun pensioen.", "3 jaar"),
]
LABELLED = [
    ("en", "Founded: 1737", ["1737"]),
    ("en", "Founded: 1737 by monks", ["1737"]),
    ("en", "Seats: 1737", []),
    ("en", "Labels: North (1990-2002, 2010-present)", ["1990-2002", "2010-present"]),
    ("en", "It stood from 1990 to the present.", ["from 1990 to the present"]),
    ("nl", "Opgericht: 1737", ["1737"]),
    ("nl", "Burgemeester: 2010-heden", ["2010-heden"]),
]


@pytest.mark.parametrize(("language", "text", "mention"), LENGTH_RANGES)
def test_reads_a_range_of_lengths_as_one(language, text, mention):
    assert [(m.text, m.value) for m in extract(Document(text, language=language))] == [(mention, {})]


@pytest.mark.parametrize(("language", "text"), NO_LENGTHS)
def test_leaves_ages_alone(language, text):
    assert [m.text for m in extract(Document(text, language=language))] == []


@pytest.mark.parametrize(("language", "text", "mention"), LENGTHS_OF_PEOPLE)
def test_takes_no_length_for_an_age(language, text, mention):
    assert [m.text for m in extract(Document(text, language=language))] == [mention]


@pytest.mark.parametrize(("language", "text", "mentions"), LABELLED)
def test_reads_dates_of_forms_and_open_ends(language, text, mentions):
    assert [m.text for m in extract(Document(text, language=language))] == mentions


@pytest.mark.parametrize(("language", "text", "mention", "value"), FULL + PERIODS + RANGES + LENGTHS + OFTEN)
def test_finds_one_mention(language, text, mention, value):
    assert found(text, language) == [(mention, value)]


@pytest.mark.parametrize(("language", "text", "mention", "value"), RELATIVE)
def test_resolves_against_the_date_of_the_text(language, text, mention, value):
    assert found(text, language, "2014-04-09") == [(mention, value)]


@pytest.mark.parametrize(
    ("language", "text", "mention"),
    [
        ("en", "It closed last year.", "last year"),
        ("en", "It closed three years ago.", "three years ago"),
        ("en", "It closed yesterday.", "yesterday"),
        ("en", "It closes on 12 May.", "12 May"),
        ("en", "It closed on Tuesday.", "Tuesday"),
        ("en", "In the last 15 years it grew.", "last 15 years"),
        ("nl", "Vorig jaar ging hij dicht.", "Vorig jaar"),
        ("nl", "Drie jaar geleden ging hij dicht.", "Drie jaar geleden"),
        ("nl", "Gisteren ging hij dicht.", "Gisteren"),
        ("nl", "Op 12 mei gaat hij dicht.", "12 mei"),
        ("nl", "Op dinsdag ging hij dicht.", "dinsdag"),
        ("nl", "De laatste 15 jaar groeide hij.", "laatste 15 jaar"),
    ],
)
def test_stays_unresolved_without_a_date_of_the_text(language, text, mention):
    assert found(text, language) == [(mention, "{}")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "May I ask who may march here?"),
        ("en", "They won 3:2 and read 3:16,17 on a map of 1:25.000."),
        ("nl", "Ze wonnen met 3:2 op een kaart van 1:25.000."),
        ("en", "The hall seats 1500 people."),
        ("en", "A hall for 1950 people was built."),
        ("en", "It sold 1950 tickets and 2001 programmes."),
        ("en", "See page 1999 and section 3.4.12."),
        ("en", "They won 3-2 after 24/7 work."),
        ("en", "The second half was better; the third man left."),
        ("en", "She is 25 years old and has a 16-year-old son."),
        ("en", "It cost $2000, or 1999 euros."),
        ("en", "Call 2010-2015-86 for help."),
        ("en", "Have a nice day at the end of the street."),
        ("en", "The 1200 residents of the 1800 houses voted."),
        ("en", "Fill in form 8/1.5 with a 3D printer."),
        ("en", "It costs 2,500 a year."),
        ("en", "She hosts Saturday Night Live for the Sunday School Mission."),
        ("en", "A third-year student, under subsection 6d."),
        ("en", "See issue NGC 1433 and Bug 1586."),
        ("en", "Three quarters of a mile further on."),
        ("nl", "Stadhuisplein 1, 2800 Mechelen"),
        ("nl", "De zaal telt 1500 zitplaatsen."),
        ("nl", "Er zijn 2000 inwoners en 1950 woningen."),
        ("nl", "Zie bladzijde 1999 en artikel 3.4.12."),
        ("nl", "Zij wonnen met 3-2 om 15 uur."),
        ("nl", "Zij is 25 jaar oud; 's morgens slaapt zij."),
        ("nl", "De tweede helft was beter."),
        ("nl", "Het kost 2000 euro en 1999 dollar."),
        ("nl", "Nog een goede dag gewenst."),
        ("nl", "Jan liep met Mei en Augusta naar huis."),
    ],
)
def test_leaves_out_what_is_no_date(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In the 1980s and '90s it grew.",
            [("1980s", "1980-01-01/1990-01-01"), ("'90s", "1990-01-01/2000-01-01")],
        ),
        (
            "en",
            "In 1987 and 1991 it won.",
            [("1987", "1987-01-01/1988-01-01"), ("1991", "1991-01-01/1992-01-01")],
        ),
        (
            "en",
            "On 18 and 19 June 2018 it rained.",
            [("18", "2018-06-18/2018-06-19"), ("19 June 2018", "2018-06-19/2018-06-20")],
        ),
        (
            "nl",
            "In de jaren tachtig en negentig groeide het.",
            [("jaren tachtig", "1980-01-01/1990-01-01"), ("negentig", "1990-01-01/2000-01-01")],
        ),
        (
            "nl",
            "In 1987 en 1991 won het.",
            [("1987", "1987-01-01/1988-01-01"), ("1991", "1991-01-01/1992-01-01")],
        ),
        (
            "nl",
            "Zes maanden lang, één keer per week een uur.",
            [("Zes maanden", "P6M"), ("één keer per week een uur", "1x P1W PT1H")],
        ),
    ],
)
def test_finds_several(language, text, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "named", "judgeable"),
    [
        ("She won the 2011 City Prize.", "prize", True),
        ("The 2011 election was close.", "election", True),
        ("The City Project 2011 was a success.", "project", False),
        ("They ran a Best Village 2011 award.", "village", False),
        ("In 2011 they won.", "", True),
    ],
)
def test_knows_years_in_names(text, named, judgeable):
    (mention,) = extract(Document(text, language="en"))
    assert (mention.reading.named, mention.judgeable) == (named, judgeable)


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("It opened on 3/4/2017.", "en", "2017-04-03"),
        ("It opened on 03-04-2017.", "en", "2017-04-03"),
        ("It opened on 13/4/2017.", "en", None),
        ("It opened on 4/4/2017.", "en", None),
        ("It opened on 3.4.2017.", "en", None),
        ("Het ging open op 3/4/2017.", "nl", None),
    ],
)
def test_keeps_both_readings_of_an_ambiguous_date(text, language, other):
    (mention,) = extract(Document(text, language=language))
    assert (mention.reading.other and mention.reading.other.start.isoformat()) == other


@pytest.mark.parametrize(
    "text", ["", "2014", "May", " ", "-", "'", "1/", "31 February 2014", "9999-12-31", "in 2014 BC"]
)
def test_reads_anything(text):
    assert all(
        text[m.start : m.end] == m.text for m in extract(Document(text, language="en", date="2014-04-09"))
    )


def test_has_nothing_to_say_without_a_pack():
    assert list(extract(Document("3 May 2014", language="xx"))) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "It closed in May. In 1950 it burned."), ("nl", "Het sloot in mei. In 1950 brandde het af.")],
)
def test_a_month_has_no_year_of_the_next_sentence(language: str, text: str) -> None:
    assert [mention.text for mention in extract(Document(text, language=language))] == [text[13:16], "1950"]
