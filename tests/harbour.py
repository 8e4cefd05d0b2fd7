"""Invented reports: a harbour with a result of every kind, and one in which every text is hostile."""

from __future__ import annotations

import re

from factcheck.model import (
    Acceptance,
    Claim,
    Evidence,
    Finding,
    Mention,
    OffsetMap,
    Outcome,
    Place,
    Problem,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Stance,
    Verdict,
)

DIFFERS = Rule("AA101", "figure-differs", "", "", "")
REWORDED = Rule("AA201", "words-differ", "", "", "")
DISAGREE = Rule("AA906", "sources-disagree", "", "", "")
NOTHING = Rule("AA901", "nothing-to-check", "", "", "")
SPELLING = Rule("AA210", "other-spelling", "", "", "", Severity.WARNING)

FERRY = (
    "Questions to the harbour master\n"
    "\n"
    "Reporter: How busy is the harbour of Eastmoor these days, and is it true that you came here by chance, "
    "as your predecessor likes to tell everyone who asks?\n"
    "Ida Brandt: When I began there were three ferries and a rowing boat, and nobody believed that it would "
    "last. Today some 4,200 passengers cross the bay each day, which is more than the railway carries. We "
    "have never once closed the harbour because of the fog, and we never will.\n"
)
LEAFLET = (
    "Eastmoor in figures: 4,900 passengers a day, 17 ferries.\r\nThe pier 東桟橋 is 310 metres long.\r\n"
)
CLAIMS = """\
claims:
  - id: passengers
    statement: About 4,900 passengers cross the bay of Eastmoor each day.
  - id: fog
    quote: We have once closed the harbour because of the fog.
    speaker: Ida Brandt
  - id: lively
    statement: The harbour is lively.
  - id: ferries
    statement: Eastmoor has 17 ferries.
  - id: known
    statement: Each day 4,200 passengers cross.
    expect: conflicting_evidence
    reason: The leaflet is older than the interview.
  - id: settled
    statement: The pier is 310 metres long.
    expect: refuted
    reason: The harbour office is still measuring.
  - id: grey
    statement: The "grey" pier is 310 metres long.
"""


def source(name: str, text: str) -> Source:
    return Source(name, f"sources/{name}", text, "0" * 64, language="en", title=name.title())


def passage(
    origin: Source,
    words: str,
    stance: Stance,
    speaker: str | None = None,
    date: str | None = None,
    value: str = "",
) -> Evidence:
    start = origin.text.index(words)
    before = origin.text[:start].replace("\r\n", "\n")
    line = before.count("\n") + 1
    begin = max(origin.text.rfind("\n", 0, start) + 1, start - 40)
    end = start + len(words)
    after = re.split(r"[\r\n]", origin.text[end : end + 40])[0]
    column = start - origin.text.rfind("\n", 0, start)
    shown = {"low": value, "high": value} if value else None
    return Evidence(
        origin.name, origin.path, line, column, start, end, words, stance,
        origin.text[begin:start], after, speaker, date, shown,
    )  # fmt: skip


def claim(
    id_: str, text: str, *, quote: bool = False, expect: Verdict = Verdict.SUPPORTED,
    reason: str | None = None, speaker: str | None = None,
) -> Claim:  # fmt: skip
    at = CLAIMS.index(f"id: {id_}")
    start = CLAIMS.index(text, at)
    lines = OffsetMap(((0, start),))
    line = CLAIMS.count("\n", 0, at) + 1
    end = start + len(text)
    place = Place("claims/harbour.yaml", line, 5, line + 1, 60, at, end)
    if quote:
        return Claim(id_, place, None, text, speaker, expect=expect, reason=reason, quote_map=lines)
    return Claim(id_, place, text, None, speaker, expect=expect, reason=reason, statement_map=lines)


def mention(text: str, words: str, kind: str = "number") -> Mention:
    start = text.index(words)
    return Mention(kind, start, start + len(words), words, {"low": words, "high": words})


def finding(
    rule: Rule | None, verdict: Verdict | None, message: str, mention: Mention | None, *evidence: Evidence,
    severity: Severity = Severity.ERROR, suggestion: str | None = None, check: str = "number",
) -> Finding:  # fmt: skip
    return Finding(check, rule, severity, verdict, message, mention, evidence, suggestion)


def harbour() -> Report:
    ferry, leaflet = source("ferry.txt", FERRY), source("leaflet.txt", LEAFLET)
    brandt = {"speaker": "Ida Brandt", "date": "2021-05-03"}
    said = passage(ferry, "some 4,200 passengers", Stance.REFUTES, value="4200", **brandt)
    agrees = passage(ferry, "4,200", Stance.SUPPORTS, value="4200", **brandt)
    printed = passage(leaflet, "4,900", Stance.REFUTES, value="4900")
    again = passage(leaflet, "17 ferries", Stance.REFUTES, value="4900")
    fog = passage(ferry, "We have never once closed the harbour because of the fog", Stance.REFUTES, **brandt)
    pier = passage(leaflet, "310 metres", Stance.SUPPORTS, value="310")
    passengers = claim("passengers", "About 4,900 passengers cross the bay of Eastmoor each day.")
    quote = claim(
        "fog", "We have once closed the harbour because of the fog.", quote=True, speaker="Ida Brandt"
    )
    lively = claim("lively", "The harbour is lively.")
    ferries = claim("ferries", "Eastmoor has 17 ferries.")
    known = claim(
        "known", "Each day 4,200 passengers cross.", expect=Verdict.CONFLICTING_EVIDENCE,
        reason="The leaflet is older than the interview.",
    )  # fmt: skip
    settled = claim(
        "settled", "The pier is 310 metres long.", expect=Verdict.REFUTED,
        reason="The harbour office is still measuring.",
    )  # fmt: skip
    grey = claim("grey", 'The "grey" pier is 310 metres long.')
    return Report(
        results=(
            Result(passengers, Verdict.REFUTED, Outcome.FAILED, (
                finding(
                    DIFFERS, Verdict.REFUTED, "4,200, not 4,900 (ferry.txt:4, Ida Brandt)",
                    mention(passengers.statement or "", "About 4,900 passengers"), said,
                    suggestion="write 4,200",
                ),
            )),
            Result(quote, Verdict.REFUTED, Outcome.FAILED, (
                finding(
                    REWORDED, Verdict.REFUTED, "the source has “never once”, the claim “once”",
                    mention(quote.quote or "", quote.quote or "", "quote"), fog, check="quote",
                ),
            )),
            Result(lively, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.FAILED, (
                finding(NOTHING, Verdict.NOT_ENOUGH_EVIDENCE, "no number, date or quotation to check", None),
            )),
            Result(ferries, Verdict.SUPPORTED, Outcome.PASSED, (
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:1 agrees",
                    mention(ferries.statement or "", "17"),
                    passage(leaflet, "17 ferries", Stance.SUPPORTS, value="17"), severity=Severity.NOTE,
                ),
            )),
            Result(known, Verdict.CONFLICTING_EVIDENCE, Outcome.XFAILED, (
                finding(
                    DISAGREE, Verdict.CONFLICTING_EVIDENCE, "the sources disagree: “4,200” against “4,900”",
                    mention(known.statement or "", "4,200"), agrees, printed, again,
                ),
            )),
            Result(settled, Verdict.SUPPORTED, Outcome.XPASSED, (
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:2 agrees",
                    mention(settled.statement or "", "310 metres"), pier, severity=Severity.NOTE,
                ),
            )),
            Result(grey, Verdict.SUPPORTED, Outcome.WARNED, (
                finding(
                    SPELLING, Verdict.SUPPORTED, "another spelling of “gray”",
                    mention(grey.statement or "", '"grey"', "quote"),
                    severity=Severity.WARNING, check="quote",
                ),
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:2 agrees",
                    mention(grey.statement or "", "310 metres"), pier, severity=Severity.NOTE,
                ),
            )),
        ),
        problems=(
            Problem("claims/old.yaml", 3, 5, "AA913", "unknown key 'statment'; did you mean 'statement'?"),
            Problem("sources/scan.txt", 0, 0, "AA911", "byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ),
        sources=(ferry, leaflet),
        checks=("date", "number", "quote"),
        texts={"claims/harbour.yaml": CLAIMS},
        deselected=2,
    )  # fmt: skip


HOSTILE = (
    "::error::a\n::error::b \x1b[31mred\x9b2J \u202e\u200b ##vso[task] ##[group] \ud800 \u2028::x \x00\t"
)


def hostile() -> Report:
    """A report in which every text is hostile."""
    words = HOSTILE
    here = Claim("::id \x1b[1m##[x]", Place(words, 1, 1, 1, 2, 0, 1), words, None, words, reason=words)
    seen = Evidence(words, words, 1, 1, 0, len(words), words, Stance.REFUTES, words, words, words, words)
    what = Mention("number", 0, len(words), words, {"low": words})
    rule = Rule("::A", words, words, words, words)
    said = Finding(words, rule, Severity.ERROR, Verdict.REFUTED, words, what, (seen,), words)
    results = tuple(
        Result(here, Verdict.REFUTED, outcome, (said,), (words,))
        for outcome in (Outcome.FAILED, Outcome.XFAILED, Outcome.XPASSED, Outcome.WARNED, Outcome.PASSED)
    )
    accepted = said._replace(accepted=Acceptance(words, words))
    results += (Result(here, Verdict.REFUTED, Outcome.FAILED, (accepted,), (words,)),)
    problem = Problem(words, 1, 1, "AA911", words)
    return Report(
        results,
        (problem,),
        (Source(words, words, words, "0" * 64),),
        (words,),
        {words: words},
        notes=(problem,),
    )
