"""Verdicts on quotations, over two invented transcripts and an article."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck._sources import read_text_source
from factcheck.checks import Occurrence
from factcheck.model import Claim, Finding, Mention, Place, Severity, Source, Stance, Turn, Verdict
from factcheck.text import Document
from factcheck_quote import QuoteCheck
from factcheck_quote.reader import LONG

SUPPORTED, REFUTED, NEE = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE

HARBOUR = """\
Interviewer: Your port lost half of its ships in ten years. Who decided to keep the old crane standing?

Ann Lee: We decided that together, with the dockers and the people of the quarter. The crane is not a
monument, it is a promise. I could have sold it for $16 million in 1998, but the council would not hear
of it. Nobody who grew up here can imagine the quay without it, and I do not want to try.

Bob Stone: The crane should have been sold. It costs the town eight hundred thousand euros every year,
and it may fall down before 2030. As the painter Ines Moreau once said, “a harbour is a door that
nobody closes at night.” We never closed that door, and we are not going to start now.

Ann Lee: Let me add one thing. My father, who was not an easy man, loved that crane. He worked for
Northern Steel, the yard on the other bank, until the modern cranes came. The colour of the sea never
changed for him. Not a single ship was ever lost here.
"""

HAVEN = """\
Verslaggever: Waarom is de markthal nog steeds niet klaar, en wie gaat dat nu betalen?

De Boer: De aannemer kan het werk niet voor de zomer afmaken. Wij hebben daarover afspraken gemaakt met
de kooplieden, en die afspraken komen wij na. Het dak kost 45.000 euro, dat is heel veel geld.

Van Dijk: Er is geen enkele reden om nu te stoppen. De gemeente heeft vijfentwintig jaar gewacht en wij
wachten geen dag langer. Ik heb daar zelf ook aan meegewerkt.
"""

ARTICLE = """\
The festival opens on Friday with a concert on the square. It has grown every year since it began, and \
the town has learned to live with the noise that comes with it.

“We were,” says director Ruth Adler, “behind on everything that year.” She laughs. “Nobody thought the \
stage would be ready in time,” says Adler. The mayor calls the plan “brave and a little mad”.

A festival is a town that sings

“The street belongs to whoever sweeps it in the morning.” – Omar Haddad, writer
"""


def source(text: str, name: str = "source.txt", language: str = "en") -> Source:
    """Return a source with a turn for each paragraph that begins with a label."""
    turns = []
    for match in re.finditer(r"(?:(?P<who>[A-Z][\w ]+): )?(?P<said>\S.*?)(?=\n\n|\n?\Z)", text, re.DOTALL):
        who = match["who"]
        role = "narration" if not who else "question" if who in ("Interviewer", "Verslaggever") else "answer"
        speaker = None if role in ("question", "narration") else who
        turns.append(Turn(match.start("said"), match.end("said"), speaker, role))
    return Source(name, name, text, "", language=language, turns=tuple(turns))


class Sources:
    """The corpus of a test."""

    def __init__(self, sources: Sequence[Source], claims: Sequence[Claim] = ()):
        self.sources, self.claims = tuple(sources), claims
        self._documents = {one.name: Document.of(one) for one in sources}

    def document(self, one: Source) -> Document:
        return self._documents[one.name]

    def mentions(self, kind, keys=None):
        return ()


def judge(quote: str, speaker: str | None, *sources: Source, check: QuoteCheck | None = None) -> Finding:
    mention = Mention("quote", 0, len(quote), quote, {"text": quote, "speaker": speaker})
    claim = Claim("a", Place("claims.yaml", 1, 1, 1, 1, 0, 1), quote=quote, speaker=speaker)
    occurrence = Occurrence(mention, Document(quote), speaker)
    return (check or QuoteCheck()).judge(occurrence, claim, Sources(sources))


def outcome(finding: Finding) -> tuple[Verdict | None, str | None]:
    return finding.verdict, finding.rule and finding.rule.name


HARBOUR_SOURCE, HAVEN_SOURCE, ARTICLE_SOURCE = source(HARBOUR), source(HAVEN, language="nl"), source(ARTICLE)

ENGLISH = {
    # as it stands
    "verbatim": ("The crane is not a monument, it is a promise.", "Ann Lee", SUPPORTED, None),
    "over a line's end": (
        "the dockers and the people of the quarter. The crane is not a monument",
        "Lee",
        SUPPORTED,
        None,
    ),
    "case and marks": ("“the CRANE is not a monument – it is a promise,”", "Ann Lee", SUPPORTED, None),
    "no speaker claimed": ("The crane should have been sold.", None, SUPPORTED, None),
    "few words": ("not an easy man", "Ann Lee", SUPPORTED, None),
    # what an editor may do
    "letter in brackets": ("[w]e never closed that door", "Bob Stone", SUPPORTED, None),
    "insertion in brackets": ("I could have sold it [the crane] for $16 million", "Ann Lee", SUPPORTED, None),
    "replacement in brackets": (
        "the council would not hear of [the plan]. Nobody who grew up here",
        "Ann Lee",
        SUPPORTED,
        "quote-bracketed",
    ),
    "sic": ("it is a promise [sic]", "Ann Lee", SUPPORTED, None),
    "ellipsis": (
        "We decided that together ... with the people of the quarter.",
        "Ann Lee",
        REFUTED,
        "quote-altered",
    ),
    "ellipsis of three points": (
        "We decided that together, with ... the people of the quarter.",
        "Ann Lee",
        SUPPORTED,
        "quote-shortened",
    ),
    "ellipsis in brackets": (
        "The crane should have been sold. [...] it may fall down before 2030.",
        "Bob Stone",
        SUPPORTED,
        "quote-shortened",
    ),
    "ellipsis in round brackets": (
        "I could have sold it (…) but the council would not hear of it.",
        "Ann Lee",
        SUPPORTED,
        "quote-shortened",
    ),
    "spaced ellipsis": (
        "He worked for Northern Steel . . . until the modern cranes came.",
        "Ann Lee",
        SUPPORTED,
        "quote-shortened",
    ),
    "numeral": (
        "It costs the town 800 thousand euros every year",
        "Bob Stone",
        SUPPORTED,
        "quote-spelling-variant",
    ),
    "unit spelled out": (
        "I could have sold it for 16 million dollars in 1998",
        "Ann Lee",
        SUPPORTED,
        "quote-spelling-variant",
    ),
    "American": (
        "The color of the sea never changed for him.",
        "Ann Lee",
        SUPPORTED,
        "quote-spelling-variant",
    ),
    "contraction": (
        "The crane isn't a monument, it's a promise.",
        "Ann Lee",
        SUPPORTED,
        "quote-spelling-variant",
    ),
    "one word or two": ("a door that no body closes at night", None, SUPPORTED, None),
    # changed words
    "not dropped": ("The crane is a monument, it is a promise.", "Ann Lee", REFUTED, "quote-altered"),
    "not added": (
        "We decided that together, not with the dockers and the people of the quarter.",
        "Ann Lee",
        REFUTED,
        "quote-altered",
    ),
    "number": ("I could have sold it for $60 million in 1998", "Ann Lee", REFUTED, "quote-altered"),
    "currency": ("I could have sold it for €16 million in 1998", "Ann Lee", REFUTED, "quote-altered"),
    "name": ("He worked for Southern Steel, the yard on the other bank", "Ann Lee", REFUTED, "quote-altered"),
    "modal": ("The crane could have been sold.", "Bob Stone", REFUTED, "quote-altered"),
    "content word": ("The crane is not a monument, it is a burden.", "Ann Lee", REFUTED, "quote-altered"),
    "function word": (
        "My father, who was not an easy man, loved the crane.",
        "Ann Lee",
        REFUTED,
        "quote-altered",
    ),
    "silent omission": (
        "We decided that together, with the people of the quarter.",
        "Ann Lee",
        REFUTED,
        "quote-altered",
    ),
    "added word": ("The crane should surely have been sold.", "Bob Stone", REFUTED, "quote-altered"),
    "a real word that looks alike": ("until the modem cranes came", "Ann Lee", REFUTED, "quote-altered"),
    "negation in brackets": ("The crane should [not] have been sold.", "Bob Stone", REFUTED, "quote-altered"),
    # moved and joined words
    "sentences swapped": (
        "It is a promise. The crane is not a monument,",
        "Ann Lee",
        REFUTED,
        "quote-reordered",
    ),
    "scrambled": ("crane the monument not a is, promise it a is.", "Ann Lee", REFUTED, "quote-reordered"),
    "two turns": (
        "We decided that together, with the dockers and it may fall down before 2030.",
        None,
        REFUTED,
        "quote-spliced",
    ),
    "a unit that moves over a word": (
        "It costs the town eight hundred thousand every euros year",
        "Bob Stone",
        REFUTED,
        "quote-altered",
    ),
    "two places joined by a conjunction": (
        "We decided that together, with the dockers, and I do not want to try.",
        "Ann Lee",
        REFUTED,
        "quote-spliced",
    ),
    "two places with another word between": (
        "We decided that together, with the dockers, quickly I do not want to try.",
        "Ann Lee",
        NEE,
        "quote-not-found",
    ),
    "ellipsis over turns": (
        "The crane is not a monument [...] It costs the town eight hundred thousand euros",
        None,
        REFUTED,
        "quote-spliced",
    ),
    "ellipsis backwards": (
        "Nobody who grew up here can imagine the quay [...] I could have sold it for $16 million",
        "Ann Lee",
        REFUTED,
        "quote-spliced",
    ),
    # negations under an ellipsis
    "ellipsis flips": ("The crane is ... a monument", "Ann Lee", REFUTED, "ellipsis-hides-negation"),
    "ellipsis over a clause": (
        "My father [...] loved that crane.",
        "Ann Lee",
        SUPPORTED,
        "ellipsis-omits-negation",
    ),
    "not at the start dropped": (
        "a single ship was ever lost here.",
        "Ann Lee",
        REFUTED,
        "quote-altered",
    ),
    "begins right after not": ("going to start now", "Bob Stone", SUPPORTED, "quote-begins-after-negation"),
    # speakers
    "someone else in the debate": (
        "The crane is not a monument, it is a promise.",
        "Bob Stone",
        REFUTED,
        "quote-misattributed",
    ),
    "the interviewer": (
        "Who decided to keep the old crane standing?",
        "Ann Lee",
        REFUTED,
        "quote-misattributed",
    ),
    "quoted in a turn": ("a harbour is a door that nobody closes at night", "Ines Moreau", SUPPORTED, None),
    "quoted in a turn, claimed for the turn": (
        "a harbour is a door that nobody closes at night",
        "Bob Stone",
        REFUTED,
        "quote-misattributed",
    ),
    "surname and title": ("We decided that together", "Mayor Lee", SUPPORTED, None),
    "another person of that surname": (
        "We decided that together",
        "Carol Lee",
        REFUTED,
        "quote-misattributed",
    ),
    # not found
    "invented": ("A town without ships is a theatre without actors.", "Ann Lee", NEE, "quote-not-found"),
    "other words": ("The bank refused every loan that we asked for.", "Bob Stone", NEE, "quote-not-found"),
    "translated": (
        "De kraan is geen monument, het is een belofte.",
        "Ann Lee",
        NEE,
        "quote-in-other-language",
    ),
    "function words": ("it is", "Ann Lee", NEE, "quote-too-short"),
    "a word that is not there": ("lighthouse", "Ann Lee", NEE, "quote-not-found"),
    "marks only": ("…", "Ann Lee", NEE, "quote-too-short"),
}


@pytest.mark.parametrize(("quote", "speaker", "verdict", "rule"), ENGLISH.values(), ids=ENGLISH)
def test_english(quote, speaker, verdict, rule):
    assert outcome(judge(quote, speaker, HARBOUR_SOURCE)) == (verdict, rule)


DUTCH = {
    "verbatim": ("Het dak kost 45.000 euro, dat is heel veel geld.", "De Boer", SUPPORTED, None),
    "numeral": ("De gemeente heeft 25 jaar gewacht", "Van Dijk", SUPPORTED, "quote-spelling-variant"),
    "ellipsis": (
        "Wij hebben daarover afspraken gemaakt [...] en die afspraken komen wij na.",
        "De Boer",
        SUPPORTED,
        "quote-shortened",
    ),
    "niet dropped": ("De aannemer kan het werk voor de zomer afmaken.", "De Boer", REFUTED, "quote-altered"),
    "geen dropped": ("Er is een enkele reden om nu te stoppen.", "Van Dijk", REFUTED, "quote-altered"),
    "number": ("Het dak kost 54.000 euro, dat is heel veel geld.", "De Boer", REFUTED, "quote-altered"),
    "modal": ("De aannemer zal het werk niet voor de zomer afmaken.", "De Boer", REFUTED, "quote-altered"),
    "article": ("De aannemer kan een werk niet voor de zomer afmaken.", "De Boer", REFUTED, "quote-altered"),
    "ellipsis flips": (
        "De aannemer kan het werk … voor de zomer afmaken.",
        "De Boer",
        REFUTED,
        "ellipsis-hides-negation",
    ),
    "someone else": ("Er is geen enkele reden om nu te stoppen.", "De Boer", REFUTED, "quote-misattributed"),
    "the interviewer": (
        "Waarom is de markthal nog steeds niet klaar?",
        "De Boer",
        REFUTED,
        "quote-misattributed",
    ),
    "few words": ("heb daar zelf ook", "Van Dijk", SUPPORTED, None),
    "invented": ("Zonder kooplieden is een plein alleen maar steen.", "De Boer", NEE, "quote-not-found"),
    "translated": ("There is no reason at all to stop now.", "Van Dijk", NEE, "quote-in-other-language"),
}


@pytest.mark.parametrize(("quote", "speaker", "verdict", "rule"), DUTCH.values(), ids=DUTCH)
def test_dutch(quote, speaker, verdict, rule):
    assert outcome(judge(quote, speaker, HAVEN_SOURCE)) == (verdict, rule)


IN_AN_ARTICLE = {
    "interrupted in the source": (
        "We were behind on everything that year.",
        "Ruth Adler",
        SUPPORTED,
        "quote-interrupted",
    ),
    "attributed after": ("Nobody thought the stage would be ready in time", "Adler", SUPPORTED, None),
    "somebody else": (
        "Nobody thought the stage would be ready in time",
        "Omar Haddad",
        REFUTED,
        "quote-misattributed",
    ),
    "signed": ("The street belongs to whoever sweeps it in the morning.", "Haddad", SUPPORTED, None),
    "signed by another": (
        "The street belongs to whoever sweeps it in the morning.",
        "Ruth Adler",
        REFUTED,
        "quote-misattributed",
    ),
    "the narrator": (
        "the town has learned to live with the noise",
        "Ruth Adler",
        REFUTED,
        "quote-misattributed",
    ),
    "a headline": ("A festival is a town that sings", "Ruth Adler", SUPPORTED, "quote-speaker-unknown"),
    "an office without a name": ("brave and a little mad", "Ruth Adler", SUPPORTED, "quote-speaker-unknown"),
}


@pytest.mark.parametrize(("quote", "speaker", "verdict", "rule"), IN_AN_ARTICLE.values(), ids=IN_AN_ARTICLE)
def test_article(quote, speaker, verdict, rule):
    assert outcome(judge(quote, speaker, ARTICLE_SOURCE)) == (verdict, rule)


MESSAGES = {
    "dropped": ("The crane is a monument", "“not” is dropped: the source says “The crane is not a monument”"),
    "added": (
        "crane should surely have been sold",
        "“surely” is added: the source says “crane should have been sold”",
    ),
    "negation first": (
        "My mother, who was an easy man, loved that crane.",
        "“not” is dropped, “mother” stands for “father”: the source says "
        "“My father, who was not an easy man, loved that crane”",
    ),
    "as written": (
        "worked for Southern Steel, the yard",
        "“Southern” stands for “Northern”: the source says “worked for Northern Steel, the yard”",
    ),
    "speaker": ("The crane should have been sold.", "these are the words of Bob Stone, not of Ann Lee"),
}


@pytest.mark.parametrize(("quote", "message"), MESSAGES.values(), ids=MESSAGES)
def test_message(quote, message):
    assert judge(quote, "Ann Lee", HARBOUR_SOURCE).message == message


def test_the_suggestion_is_what_the_source_says():
    finding = judge("It costs the town nine hundred thousand euros every year", "Bob Stone", HARBOUR_SOURCE)
    assert finding.suggestion == "It costs the town eight hundred thousand euros every year"


def test_evidence_tells_where_and_who():
    finding = judge("The crane should have been sold.", "Bob Stone", HARBOUR_SOURCE)
    (found,) = finding.evidence
    assert (found.line, found.column, found.speaker, found.stance, found.prefix, found.suffix[:9]) == (
        7, 12, "Bob Stone", Stance.SUPPORTS, "Bob Stone: ", ". It cost",
    )  # fmt: skip


def test_a_splice_shows_both_places():
    finding = judge(
        "We decided that together, with the dockers and it may fall down before 2030.", None, HARBOUR_SOURCE
    )
    assert [found.text for found in finding.evidence] == [
        "We decided that together, with the dockers and",
        "it may fall down before 2030",
    ]


def test_the_right_speaker_wins_over_the_first_place():
    text = "Ann Lee: It is what it is, and we go on.\n\nBob Stone: It is what it is, and we go on.\n"
    finding = judge("It is what it is, and we go on.", "Bob Stone", source(text))
    assert [found.speaker for found in finding.evidence] == ["Bob Stone"]
    assert outcome(finding) == (SUPPORTED, None)


def test_an_unchanged_passage_wins_over_a_changed_one():
    changed = source(HARBOUR.replace("a promise", "a burden"), "a.txt")
    finding = judge(
        "The crane is not a monument, it is a promise.", "Ann Lee", changed, source(HARBOUR, "b.txt")
    )
    assert (finding.verdict, finding.evidence[0].source) == (SUPPORTED, "b.txt")


LAYOUTS = {
    "hyphenated": (HARBOUR.replace("together", "toge-\nther").replace("monument", "monu-\nment"), None),
    "capitals": (HARBOUR.upper(), None),
    "caption": (re.sub(r"[^\w\s'$]", " ", HARBOUR.lower()), None),
    "mojibake": (HARBOUR.replace("“", "â€œ").replace("”", "â€\x9d"), None),
    "scanned": (HARBOUR.replace("monument", "rnonurnent"), "quote-source-damaged"),
    "stage direction between sentences": (
        HARBOUR.replace("quarter. The", "quarter. (Laughter.) The"),
        "quote-interrupted",
    ),
    "stage direction": (HARBOUR.replace("monument,", "monument (laughter),"), "quote-interrupted"),
    "times": (
        HARBOUR.replace("a\nmonument", "a\n[00:01:12] monument"),
        "quote-interrupted",
    ),
    "subtitles": (HARBOUR.replace("a\nmonument", "a\n\n12\n00:01:12,340 --> 00:01:15,100\nmonument"), None),
    "hesitation": (HARBOUR.replace("it is a promise", "it is, uh, a promise"), None),
    "soft hyphens": (HARBOUR.replace("monument", "monu\u00adment"), None),
    "no-break spaces": (HARBOUR.replace(" a ", "\u00a0a\u00a0"), None),
    "one long line": (" ".join(HARBOUR.split()), None),
    "Windows": (HARBOUR.replace("\n", "\r\n"), None),
}


@pytest.mark.parametrize(("text", "rule"), LAYOUTS.values(), ids=LAYOUTS)
def test_layout(text, rule):
    quote = "with the dockers and the people of the quarter. The crane is not a monument, it is a promise."
    assert outcome(judge(quote, None, Source("a.txt", "a.txt", text, "", language="en"))) == (SUPPORTED, rule)


@pytest.mark.parametrize(
    "quote", ["“", "[]", "[...]", "-", "[the editor]", "... the ...", "a", "\u200b", "niet"]
)
def test_odd_quotations_are_judged(quote):
    assert judge(quote, "Ann Lee", HARBOUR_SOURCE).verdict in (SUPPORTED, NEE)


def test_an_empty_source():
    assert outcome(judge("The crane is old.", None, source(""))) == (NEE, "quote-not-found")


def test_no_source():
    assert outcome(judge("The crane is old.", None)) == (NEE, "quote-not-found")


def test_notes_and_warnings_leave_the_verdict():
    finding = judge("My father [...] loved that crane.", "Ann Lee", HARBOUR_SOURCE)
    assert (finding.verdict, finding.severity) == (SUPPORTED, Severity.WARNING)


WORDS = HARBOUR.split()


@settings(max_examples=60, deadline=None)
@given(start=st.integers(0, len(WORDS) - 9), length=st.integers(5, 9), data=st.data())
def test_folding_characters_change_no_verdict(start, length, data):
    quote = " ".join(WORDS[start : start + length])
    at = data.draw(st.integers(0, len(quote)))
    mark = data.draw(st.sampled_from(["\u00ad", "\u200b", "\ufeff"]))
    plain, marked = (
        judge(quote, None, HARBOUR_SOURCE),
        judge(quote[:at] + mark + quote[at:], None, HARBOUR_SOURCE),
    )
    assert (plain.verdict, plain.rule, plain.evidence) == (marked.verdict, marked.rule, marked.evidence)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from([*WORDS, "...", "[and]", "niet"]), min_size=1, max_size=14))
def test_evidence_is_its_span(words):
    for found in judge(" ".join(words), "Ann Lee", HARBOUR_SOURCE).evidence:
        assert HARBOUR[found.start : found.end] == found.text


def test_memory_of_a_run_changes_nothing():
    check = QuoteCheck()
    quotes = [case[:2] for case in ENGLISH.values()]
    together = [judge(quote, speaker, HARBOUR_SOURCE, check=check) for quote, speaker in quotes]
    apart = [judge(quote, speaker, HARBOUR_SOURCE) for quote, speaker in quotes]
    assert together == apart


@pytest.mark.parametrize("width", [24, 60, 400])
def test_line_breaks_change_no_verdict(width):
    wrapped = "\n\n".join(textwrap.fill(" ".join(part.split()), width) for part in HARBOUR.split("\n\n"))
    check, there = QuoteCheck(), source(wrapped)
    verdicts = {name: outcome(judge(*case[:2], there, check=check)) for name, case in ENGLISH.items()}
    assert verdicts == {name: case[2:] for name, case in ENGLISH.items()}


def test_other_documents_change_no_verdict():
    check, others = QuoteCheck(), (source(ARTICLE, "a.txt"), source(HAVEN, "z.txt", "nl"))
    verdicts = {
        name: judge(*case[:2], others[1], HARBOUR_SOURCE, others[0], check=check).verdict
        for name, case in ENGLISH.items()
    }
    assert verdicts == {name: case[2] for name, case in ENGLISH.items()}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_folding_characters_in_a_source_change_no_verdict(data):
    inside = [at for at in range(1, len(HARBOUR)) if HARBOUR[at - 1 : at + 1].isalpha()]
    places = sorted(data.draw(st.lists(st.sampled_from(inside), max_size=30, unique=True)), reverse=True)
    mark = data.draw(st.sampled_from(["\u00ad", "\u200b", "\u2060", "\ufeff"]))
    text = HARBOUR
    for at in places:
        text = text[:at] + mark + text[at:]
    check, there = QuoteCheck(), read_text_source("source.txt", text.encode())
    verdicts = {name: judge(*case[:2], there, check=check).verdict for name, case in ENGLISH.items()}
    assert verdicts == {name: case[2] for name, case in ENGLISH.items()}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_documents_changes_no_verdict(order):
    check, there = QuoteCheck(), (HARBOUR_SOURCE, source(ARTICLE, "a.txt"), source(HAVEN, "z.txt", "nl"))
    verdicts = {name: judge(*case[:2], *there[::order], check=check).verdict for name, case in DUTCH.items()}
    assert verdicts == {name: case[2] for name, case in DUTCH.items()}


ALL = {
    "en": (ENGLISH, HARBOUR_SOURCE),
    "nl": (DUTCH, HAVEN_SOURCE),
    "article": (IN_AN_ARTICLE, ARTICLE_SOURCE),
}


@pytest.mark.parametrize(("cases", "there"), ALL.values(), ids=ALL)
def test_long_documents_are_judged_like_short_ones(cases, there, monkeypatch):
    """However little of a document is read, verdict, rule and passage are the same."""
    short = {name: judge(*case[:2], there) for name, case in cases.items()}
    monkeypatch.setattr("factcheck_quote.reader.LONG", 0)
    long = {name: judge(*case[:2], there) for name, case in cases.items()}
    judged = {name for name, finding in short.items() if finding.verdict is not NEE}
    assert {name: long[name] for name in judged} == {name: short[name] for name in judged}
    assert {name: outcome(one) for name, one in long.items()} == {
        name: outcome(one) for name, one in short.items()
    }


def test_passages_of_a_long_document():
    """Warm, cold and among much else, a quotation is found where it stands."""
    filler = " ".join(f"Boat {at} lies at pier {at % 97} with {at % 89} barrels." for at in range(9000))
    long = source(f"{filler}\n\n{HARBOUR}\n\n{filler}\n")
    assert len(long.text) > LONG
    moved = len(filler) + 2
    check = QuoteCheck()
    for name in ("verbatim", "not dropped", "ellipsis", "two turns", "the interviewer"):
        quote, speaker = ENGLISH[name][:2]
        there, here = judge(quote, speaker, long, check=check), judge(quote, speaker, HARBOUR_SOURCE)
        assert (name, outcome(there)) == (name, outcome(here))
        assert [one.start - moved for one in there.evidence] == [one.start for one in here.evidence]
        assert judge(quote, speaker, long) == there


LIKELY = {
    "another wording": (
        "Selling it would have brought me sixteen million back in 1998, yet the councillors refused",
        "Ann Lee",
        HARBOUR_SOURCE,
        "quote-not-found",
        ["I could have sold it for $16 million in 1998, but the council would not hear\nof it"],
    ),
    "a translation": (
        "Mijn vader werkte voor Northern Steel tot de moderne kranen kwamen",
        "Ann Lee",
        HARBOUR_SOURCE,
        "quote-in-other-language",
        ["He worked for\nNorthern Steel, the yard on the other bank, until the modern cranes came"],
    ),
    "nothing alike": (
        "My cat prefers warm milk to anything a cow has ever seen",
        "Ann Lee",
        HARBOUR_SOURCE,
        "quote-not-found",
        [],
    ),
}


@pytest.mark.parametrize(("quote", "speaker", "there", "rule", "passages"), LIKELY.values(), ids=LIKELY)
def test_likely_passages_are_shown_and_judge_nothing(quote, speaker, there, rule, passages):
    finding = judge(quote, speaker, there)
    assert outcome(finding) == (NEE, rule)
    assert [one.text for one in finding.evidence if one.stance is Stance.CONTEXT] == passages
    assert len(finding.evidence) == len(passages)


def test_how_near_the_nearest_passage_is_told():
    quote = "Selling it would have brought me sixteen million back in 1998, yet the councillors refused"
    assert judge(quote, "Ann Lee", HARBOUR_SOURCE).message == (
        "no passage has these words; the nearest passage has 3 of its 8 content words"
    )


def test_of_two_passages_as_near_neither_is_shown():
    one = "In 1998 the crane was painted red by the dockers of the northern yard."
    quote = "Those dockers gave their crane a coat of red paint over in the yard up north"
    alone, twice = source(f"{one}\n\nIt rained."), source(f"{one}\n\nIt rained.\n\n{one}")
    assert [item.text for item in judge(quote, None, alone).evidence] == [one[:-1]]
    assert judge(quote, None, twice).evidence == ()


def test_words_that_every_sentence_has_tell_no_passage_apart():
    there = source("the crane was painted red by the dockers of the northern yard")
    finding = judge("yard dockers painted crane", None, there)
    assert (outcome(finding), finding.evidence) == ((NEE, "quote-not-found"), ())


ENDS = {
    "contraction first": ("I do, Mary. Look, I've never sold it.", "I have never sold it", SUPPORTED),
    "contraction first, dropped word": ("I do, Mary. Look, I've never sold it.", "I have sold it", NEE),
    "contraction after a sentence": (
        "We need the dam. It'll cost us dear.",
        "It will cost us dear",
        SUPPORTED,
    ),
    "other tense": ("We need the dam. It'll cost us dear.", "It would cost us dear", REFUTED),
    "contraction last": ("That is what they'll say. Nobody knows.", "That is what they will", SUPPORTED),
    "number first": ("It is so. Twenty-two wells went dry.", "22 wells went dry", SUPPORTED),
    "another number first": ("It is so. Twenty-two wells went dry.", "23 wells went dry", REFUTED),
    "long number first": (
        "It is so. Sixty-two thousand four hundred and six wells went dry.",
        "62,406 wells went dry",
        SUPPORTED,
    ),
    "another long number first": (
        "It is so. Sixty-two thousand four hundred and six wells went dry.",
        "62,400 wells went dry",
        REFUTED,
    ),
    "long number last": (
        "In that year we lost sixty-two thousand pounds. Then it rained.",
        "In that year we lost £62,000",
        SUPPORTED,
    ),
    "another unit of a long number": (
        "In that year we lost sixty-two thousand pounds. Then it rained.",
        "In that year we lost €62,000",
        REFUTED,
    ),
    "number last": ("The wells that went dry were twenty-two.", "The wells that went dry were 22", SUPPORTED),
    "unit spelled last": ("It cost us $2.3 billion, and more.", "It cost us 2.3 billion dollars", SUPPORTED),
    "another unit last": ("It cost us $2.3 billion, and more.", "It cost us 2.3 billion euros", REFUTED),
    "unit set apart": ("It was 5 euro then, and 9 now.", "It was € 5 then", SUPPORTED),
    "unit set apart last": ("It was only 5 euro, and 9 now.", "It was only € 5", SUPPORTED),
    "another unit set apart": ("It was 5 dollars then, and 9 now.", "It was € 5 then", REFUTED),
    "word moved": ("We only sold five boats then.", "We sold only five boats then.", REFUTED),
}


@pytest.mark.parametrize(("text", "quote", "verdict"), ENDS.values(), ids=ENDS)
def test_other_spellings_at_the_ends(text, quote, verdict):
    assert judge(quote, None, source(text)).verdict is verdict


BROTHERS = """\
Her older brother Olaf Brandt disagrees. “I did ask,” he says. “I asked him on the quay.”

“We never found out why,” says Ingrid Moe, who runs the shop. The mill's owner, Ada Moe, has left. \
“It was the rain,” Ada says.
"""

KEEPERS = """\
Coach Dina Holt told the radio: “We stopped playing after an hour.”

Striker Kofi Brandt, who scored twice, was less diplomatic.

“They kicked me from the first minute,” he said.
"""


def test_a_pronoun_may_mean_whom_the_paragraph_before_names():
    quote = "They kicked me from the first minute"
    assert outcome(judge(quote, "Kofi Brandt", source(KEEPERS)))[0] is SUPPORTED
    assert outcome(judge(quote, "Dina Holt", source(KEEPERS))) == (REFUTED, "quote-misattributed")


GIVEN = {
    "a pronoun means the brother": ("I did ask", "Olaf Brandt", SUPPORTED, None),
    "what he goes on to say is his too": (
        "I asked him on the quay",
        "Ingrid Moe",
        REFUTED,
        "quote-misattributed",
    ),
    "a given name": ("It was the rain", "Ada Moe", SUPPORTED, None),
    "a given name of somebody else": ("We never found out why", "Ada", REFUTED, "quote-misattributed"),
}


@pytest.mark.parametrize(("quote", "speaker", "verdict", "rule"), GIVEN.values(), ids=GIVEN)
def test_pronouns_and_given_names(quote, speaker, verdict, rule):
    assert outcome(judge(quote, speaker, source(BROTHERS))) == (verdict, rule)


OFFICES = {
    "of a sort": ("the novelist", SUPPORTED, "quote-speaker-unknown"),
    "of another": ("the director", REFUTED, "quote-misattributed"),
    "his own": ("the harbour master", SUPPORTED, None),
    "her own, after the name": ("secretary", SUPPORTED, None),
    "one she had, or has but for a word": ("the mayor", SUPPORTED, "quote-speaker-unknown"),
}


@pytest.mark.parametrize(("office", "verdict", "rule"), OFFICES.values(), ids=OFFICES)
def test_an_office_without_a_name(office, verdict, rule):
    text = (
        "Harbour master Ann Lee, secretary of the club, said: “The crane is not a monument.” "
        "Director Omar Haddad called it “a promise to the quay”. "
        "Former mayor Ann Lee met deputy mayor Ann Lee."
    )
    assert outcome(judge("The crane is not a monument", office, source(text))) == (verdict, rule)


def test_a_sentence_that_leads_up_to_the_next_quotation():
    text = (
        "Ruth Adler worked there. “It was a good place to work.” The dean, Omar Haddad, calls it “the most "
        "stubborn of all our buildings”. One of them, Ines Moreau, told this paper: “It leaks in every room.”"
    )
    there = source(text)
    assert judge("It was a good place to work", "Ruth Adler", there).verdict is SUPPORTED
    assert judge("the most stubborn of all our buildings", "Omar Haddad", there).verdict is SUPPORTED
    assert judge("the most stubborn of all our buildings", "Ruth Adler", there).verdict is REFUTED
    assert outcome(judge("It leaks in every room", "Ines Moreau", there)) == (SUPPORTED, None)
    assert judge("It leaks in every room", "Omar Haddad", there).verdict is REFUTED
