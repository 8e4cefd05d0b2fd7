"""The nouns of factcheck: frozen records that flow from the input files to the reports.

Offsets are counted in characters (code points) of the decoded file, ends are exclusive; lines and
columns count from 1. ``source.text[evidence.start:evidence.end] == evidence.text`` always holds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple


class Verdict(StrEnum):
    """What the evidence says of a mention or claim, in the terms of FEVER and AVeriTeC."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING_EVIDENCE = "conflicting_evidence"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


class Outcome(StrEnum):
    """What a run makes of a verdict, in pytest's words."""

    PASSED = "passed"
    FAILED = "failed"
    XFAILED = "xfailed"
    XPASSED = "xpassed"
    WARNED = "warned"
    SKIPPED = "skipped"
    ERROR = "error"


class Severity(StrEnum):
    """How grave a finding is; only an error bears a verdict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Stance(StrEnum):
    """How a passage relates to a mention; ``context`` is shown and never counted."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Closeness(IntEnum):
    """How surely two mentions are about the same thing.

    A closer passage overrules a looser one: where a source repeats the claim's own wording, its figure
    decides, whatever a sentence that merely shares the counted noun says. Where only one of the two says
    when, a passage of the claim's own time (or, like the claim, of none) decides. What only follows from a
    passage by arithmetic decides where nothing is stated.
    """

    DERIVED = 0
    UNDATED = 1
    THING = 2
    WORDING = 3


class Rule(NamedTuple):
    """One reason a check can give, with the manual page that ``factcheck explain`` prints.

    ``code`` is the prefix of the plugin's distribution, two capitals or more, and a number (``FC101``);
    ``name`` is in kebab-case; neither is ever reused. ``summary`` says what is wrong, ``explanation`` why it
    is told, ``fix`` what to do about it, all in plain text. ``example`` shows it happen, a labelled line a
    part: ``Claim:``, ``Quote:``, ``Speaker:``, any number of ``Source:`` (:mod:`factcheck.testing` runs it).
    """

    code: str
    name: str
    summary: str
    explanation: str
    example: str
    severity: Severity = Severity.ERROR
    fix: str = ""


class Turn(NamedTuple):
    """A stretch of a source with one speaker.

    ``speaker`` is the name as the source gives it, ``None`` where the text does not tell; ``role`` is
    ``question``, ``answer``, ``speech`` or ``narration``.
    """

    start: int
    end: int
    speaker: str | None = None
    role: str = "narration"


class Landmark(NamedTuple):
    """Where a stretch of a source's text stands in the file that a reader took it from.

    From the offset ``start`` up to the next landmark the text is that of the file from ``line`` and
    ``column`` on. ``locator`` is how people find the place: a time as ``00:01:23``, a page as ``p. 4``.
    """

    start: int
    line: int
    column: int
    locator: str | None = None


class Source(NamedTuple):
    """A document to check against: its decoded text and what is known about it.

    ``name`` is the file name, ``path`` where it was read, with ``/``; ``language`` an ISO 639-1 code or
    ``""``; ``date`` an ISO date of publication. ``turns`` are sorted and do not overlap. ``landmarks``,
    sorted, tell where the text stands in a file that does not hold it as it is.
    """

    name: str
    path: str
    text: str
    sha256: str
    language: str = ""
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    turns: tuple[Turn, ...] = ()
    aliases: tuple[str, ...] = ()
    people: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    landmarks: tuple[Landmark, ...] = ()


class Mention(NamedTuple):
    """A typed span in a text: a ``number``, ``date``, ``quote`` or a plugin's own kind.

    ``value`` is ready for JSON; ``reading`` is whatever else the check keeps of the span, opaque to the
    core. ``keys`` are the words a mention is looked up by. A mention that is not ``judgeable`` (an
    idiom, a name with a number) is shown and holds its span, and nothing more.
    """

    kind: str
    start: int
    end: int
    text: str
    value: Mapping[str, Any]
    keys: tuple[str, ...] = ()
    reading: Any = None
    judgeable: bool = True


class Relation(NamedTuple):
    """What one mention of a source says of one mention of a claim.

    ``agrees`` is ``True``, ``False`` or ``None`` for silent. ``rule`` names the reason of a disagreement
    (or, where its severity is ``note``, of an agreement), ``reason`` says it in words, ``suggestion`` is
    the figure the source has.
    ``fit`` says how well the words nearest to both agree; it picks among several mentions of one sentence.
    A silent relation with a ``closeness`` is about the same thing and tells neither way (20 and "less than
    60"); where it is closest, no looser one decides in its place. ``far`` says that a disagreeing value is
    of another order: where the same source agrees elsewhere, this one tells of something else.
    """

    agrees: bool | None
    reason: str = ""
    rule: Rule | None = None
    closeness: Closeness | None = None
    fit: float = 0.0
    suggestion: str | None = None
    far: bool = False


class Evidence(NamedTuple):
    """A passage of a source and how it relates to a mention.

    ``line`` and ``column`` are those of the file, ``start`` and ``end`` offsets in the source's text.
    """

    source: str
    path: str
    line: int
    column: int
    start: int
    end: int
    text: str
    stance: Stance
    prefix: str = ""
    suffix: str = ""
    speaker: str | None = None
    date: str | None = None
    value: Mapping[str, Any] | None = None
    locator: str | None = None


class Acceptance(NamedTuple):
    """Why somebody accepted a finding, with who and when, and the file that says so."""

    reason: str
    path: str


class Finding(NamedTuple):
    """What one check says of one mention; ``accepted`` where somebody has looked at it and decided so."""

    check: str
    rule: Rule | None
    severity: Severity
    verdict: Verdict | None
    message: str
    mention: Mention | None = None
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    accepted: Acceptance | None = None


class Topic(NamedTuple):
    """Something the sources give different values for: each value with every passage that gives it.

    ``label`` says in words what is counted or dated. Values and passages are in the order of the sources.
    """

    label: str
    kind: str
    values: tuple[tuple[Evidence, ...], ...]


class Place(NamedTuple):
    """Where something stands in an input file."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class OffsetMap(NamedTuple):
    """Maps offsets in a decoded scalar to offsets in the file it was written in.

    ``runs`` are sorted pairs (offset in the scalar, offset in the file); between two pairs both count
    alike, so that an unescaped single-line scalar needs just one.
    """

    runs: tuple[tuple[int, int], ...]

    def __call__(self, offset: int) -> int:
        """Return the offset in the file of ``offset`` in the scalar."""
        here, there = self.runs[max(0, bisect_right(self.runs, (offset, 1 << 62)) - 1)]
        return there + offset - here

    def end(self, offset: int) -> int:
        """Return the exclusive end in the file of a span that ends at ``offset`` in the scalar."""
        index = bisect_left(self.runs, (offset, -1))
        if 0 < index < len(self.runs) and self.runs[index][0] == offset == self.runs[index - 1][0] + 1:
            return self.runs[index][1]  # the character before is an escape, which ends where the next begins
        return self(offset - 1) + 1 if offset else self(0)


class Reading(NamedTuple):
    """How a sentence of a draft reads by itself.

    ``text`` is what is judged: the sentence with names for what it points back to; ``origin`` maps its
    offsets to the statement. ``language`` and ``date`` (ISO) are those of the draft; ``carried`` are the
    spans of ``text`` that are not written in the sentence itself.
    """

    text: str
    origin: OffsetMap
    language: str = ""
    date: str | None = None
    carried: tuple[tuple[int, int], ...] = ()


class Claim(NamedTuple):
    """A statement and/or quotation, attributed to sources and optionally to a speaker.

    ``speaker`` is the claim's own or the file's; ``own_speaker`` is set where the claim itself names it,
    which narrows its statement too. ``sources`` are names or globs, empty for all. ``reading`` is that of
    a sentence of a draft, for which a lack of evidence is a warning.
    """

    id: str
    place: Place
    statement: str | None = None
    quote: str | None = None
    speaker: str | None = None
    own_speaker: bool = False
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    expect: Verdict = Verdict.SUPPORTED
    reason: str | None = None
    statement_map: OffsetMap = OffsetMap(((0, 0),))
    quote_map: OffsetMap = OffsetMap(((0, 0),))
    reading: Reading | None = None


class Problem(NamedTuple):
    """Something that could not be read or checked; a run with one is never clean."""

    path: str
    line: int
    column: int
    code: str
    message: str


class Result(NamedTuple):
    """A claim, judged. ``sources`` are the names of the documents it was checked against."""

    claim: Claim
    verdict: Verdict
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    sources: tuple[str, ...] = ()


class Report(NamedTuple):
    """Everything a run found, in the order of the claims.

    ``texts`` holds the decoded claims files by path, so that a reporter can show the claim's own words;
    ``unchecked`` are the sentences of drafts with nothing that can be checked; ``notes`` tell what fails
    nothing and should be known, as of a comment that accepts a finding which is not there any more; ``marks``
    are the byte order marks of the files that begin with one, which ``texts`` leave out.
    """

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]
    checks: tuple[str, ...]
    texts: Mapping[str, str]
    deselected: int = 0
    unchecked: tuple[Place, ...] = ()
    notes: tuple[Problem, ...] = ()
    marks: Mapping[str, bytes] = MappingProxyType({})
