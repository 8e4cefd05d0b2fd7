"""Drafts: what of them is read, where it stands, how it reads by itself, and what it says of its sources."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import _plugins, _run
from factcheck._cli import main
from factcheck._cli.watch import Stamp, stamps, watch
from factcheck._drafts import Extraction, attribution, read_draft
from factcheck._drafts.markdown import prose
from factcheck._exitcode import exit_code
from factcheck._mentions import extract_mentions
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.model import Claim, Outcome, Report, Source, Turn

sys.path.insert(0, str(Path(__file__).parent / "bench"))
import drafts

PLUGINS = _plugins.load(Config(Path()))
QUOTES = [check for check in PLUGINS.checks if getattr(check, "encloses", False)]
EXTRACTION = Extraction(
    lambda document: extract_mentions(document, PLUGINS.checks),
    lambda document: extract_mentions(document, QUOTES),
)

EVERYTHING = """\
---
title: Ten 1 things
---
Setext 2 heading
================

Text *3,000* people &amp; 4\\* more [5 cats](http://x/200 "t 900"), then `code 901` and
a soft 6 wrap <b>7</b> [8 refs][q] and <http://auto/902> end.[^1] ~~struck 903~~ 9

> “Quoted 10 words.”

1. item 11
   goes on 12

| City | Men | Note |
|------|----:|------|
| Arn | 13 | a \\| b 14 |

![caption 15](pic_904.jpg "title 16")

<!-- comment 905 -->
<figure class="w-906"><figcaption>Fig 17.</figcaption></figure>

[^1]: Foot 18 note.

    code 907

```
code 908
```

[q]: http://x/909
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_what_a_reader_sees_is_read_where_it_stands(newline: str) -> None:
    text = EVERYTHING.replace("\n", newline)
    found = prose(text, text.index("Setext"))
    figures = []
    for block in found.blocks:
        words = found.text[block.start : block.end]
        at = 0
        for piece in words.replace("&", " ").split():
            at = words.index(piece, at)
            if any(char.isdigit() for char in piece):
                start, end = block.start + at, block.start + at + len(piece)
                there = text[found.origin(start) : found.origin.end(end)]
                assert there.replace("\\", "").replace("*", "") == piece.replace("*", "")
                figures.append(piece.strip(".*"))
            at += len(piece)
    assert figures == [*["2", "3,000"], *map(str, range(4, 19))]
    cells = [(b.lead, found.text[b.start : b.end], b.tail) for b in found.blocks if b.lead]
    assert cells == [("Arn: ", "13", " Men"), ("Arn: ", "a | b 14", " Note")]


@given(st.text(alphabet="ab1. \n\r*_`[]()<>!&;|#>-\\~“”'\"^:é\t", max_size=120))
def test_any_draft_is_read_or_refused_with_exact_places(text: str) -> None:
    read = read_draft("d.md", text.encode(), EXTRACTION)
    for claim in read.claims:
        place = claim.place
        assert 0 <= place.start < place.end <= len(text)
        assert (claim.id, claim.place.path) == (f"d.md:{place.line}:{place.column}", "d.md")
        if claim.statement:
            assert claim.statement_map(0) == place.start


def claims(text: str, people: tuple[str, ...] = (), name: str = "d.md") -> tuple[Claim, ...]:
    read = read_draft(name, text.encode(), EXTRACTION, people)
    assert read.problems == ()
    return read.claims


def readings(text: str, *people: str) -> list[str]:
    return [claim.reading.text for claim in claims(text, people) if claim.reading]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # A person is told by speaking in a source, by a title, or by a surname that stands alone.
        ("Ida Holm came in 1998. She had 4 boats.", "Ida Holm had 4 boats."),
        ("Ida Holm came in 1998. Her 4 boats sank.", "Ida Holm's 4 boats sank."),
        ("Mayor Vik left in 1998. He had 4 boats.", "Vik had 4 boats."),
        ("Jon Vik left in 1998. Vik was 40. He had 4 boats.", "Vik had 4 boats."),
        ("Ida Holm met Mayor Vik in 1998. He had 4 boats.", "He had 4 boats."),
        ("Mr Vik met Ida Holm in 1998. She had 4 boats.", "Ida Holm had 4 boats."),
        ("Red Star won in 1998. He had 4 boats.", "He had 4 boats."),
        ("The ferry sank in 1998. He had 4 boats.", "He had 4 boats."),
        ("Ida Holm came in 1998. Jon Vik said: “She had 4 boats.”", "Jon Vik said: “She had 4 boats.”"),
        ("Ida Holm: in 1998 she had 4 boats.", "Ida Holm: in 1998 she had 4 boats."),
        # It is what the sentence before begins with.
        ("Harlingen Yard opened in 1931. It has 4 docks.", "Harlingen Yard has 4 docks."),
        ("Harlingen Yard opened in 1931. Its 4 docks rust.", "Harlingen Yard's 4 docks rust."),
        ("Harlingen Yard opened in 1931. It took 4 years.", "It took 4 years."),
        ("Few came in 1931. It has 4 docks.", "It has 4 docks."),
        ("The heritage trust wants 4 docks. It has 9 boats.", "The heritage trust has 9 boats."),
        # The city is the place named most.
        ("In 1998 we met in Arnoldburg. The city has 4 docks.", "The city of Arnoldburg has 4 docks."),
        (
            "In 1998 we met in Arnoldburg. The city of Lo has 4 docks.",
            "The city of Lo has 4 docks.",
        ),
        ("In 1998 we met in Arnoldburg. The city council has 4 men.", "The city council has 4 men."),
        (
            "In 1998 we met in Port Osk. Osk is old. The city has 4 docks.",
            "The city of Port Osk has 4 docks.",
        ),
        ("In 1998 nine came from Arnoldburg. The city has 4 docks.", "The city has 4 docks."),
        ("In Arnoldburg and in Lodorp we met in 1998. The city has 4 docks.", "The city has 4 docks."),
        ("In 1998 we met in Belgium. The city has 4 docks.", "The city has 4 docks."),
        ("We met in June 1998. The city has 4 docks.", "The city has 4 docks."),  # a month is no place
        (
            "In 1998 we met in Arnoldburg. They have 4 docks.",
            "They in Arnoldburg have 4 docks.",
        ),
        # And in Dutch.
        ("Ida Holm kwam in 1998. Zijn 4 boten zonken.", "Ida Holm 4 boten zonken."),
        ("Burgemeester Vik kwam in 1998. Hij had er 4 boten.", "Vik had er 4 boten."),
        (
            "Wij kwamen in 1998 in Arnoldburg aan. De stad heeft vier dokken.",
            "De stad van Arnoldburg heeft vier dokken.",
        ),
        ("In 1998 reisden wij naar Arnoldburg. De stad heeft vier dokken.", "De stad heeft vier dokken."),
        ("De werf kwam in 1998. Het dok is 4 meter diep.", "Het dok is 4 meter diep."),
    ],
)
def test_what_a_sentence_points_back_to(text: str, read: str) -> None:
    assert readings(text, "Ida Holm")[-1] == read


def test_a_claim_knows_its_place_and_its_own_words() -> None:
    text = "# Title\n\nIda *Holm* came in 1998.\nShe had **4**\nboats.\n"
    claim = claims(text, ("Ida Holm",))[1]
    assert (claim.id, claim.statement) == ("d.md:4:1", "She had 4 boats.")
    assert text[claim.place.start : claim.place.end] == "She had **4**\nboats."
    assert (claim.place.line, claim.place.end_line, claim.place.end_column) == (4, 5, 7)


def test_a_quotation_over_several_sentences_is_one_claim() -> None:
    text = "Ida Holm said: “We came. We saw 4 boats. We left.” It was late. It rained on 3 days.\n"
    assert [claim.statement for claim in claims(text)] == [
        "Ida Holm said: “We came. We saw 4 boats. We left.”",
        "It rained on 3 days.",
    ]
    assert claims(text)[0].speaker == "Ida Holm"


def test_a_block_quotation_without_marks_is_its_signers() -> None:
    (claim,) = claims("> We came to look at all of the boats.\n>\n> — Ida Holm, skipper\n")
    assert (claim.quote, claim.speaker, claim.statement) == (
        "We came to look at all of the boats.",
        "Ida Holm",
        None,
    )


def test_front_matter_names_sources_date_and_subject() -> None:
    head = "---\ntitle: Boats\nsources: [log, a*]\ndate: 2024-05-01\nsubject: Ida Holm\n---\n"
    (claim,) = claims(head + "She had 4 boats.\n", ("Ida Holm",))
    assert claim.sources == ("log", "a*")
    assert claim.reading is not None
    assert (claim.reading.text, claim.reading.date) == ("Ida Holm had 4 boats.", "2024-05-01")
    assert claims("---\n\nShe had 4 boats.\n\n---\n")[0].place.line == 3  # two rules and no front matter


def test_plain_text_is_read_by_its_paragraphs() -> None:
    text = "The yard\n\nThe yard has 4 docks\nand 3 cranes. It is # not * markup.\n"
    assert [claim.statement for claim in claims(text, name="d.txt")] == [
        "The yard has 4 docks\nand 3 cranes."
    ] or [claim.place.line for claim in claims(text, name="d.txt")] == [3, 4]


SOURCES = tuple(
    Source(name, name, head, "", date=date, publisher=publisher, turns=(Turn(0, 1, speaker, "answer"),))
    for name, head, date, publisher, speaker in (
        ("a.txt", "", "2017-06-21", "Harbour Gazette", "Ida Holm"),
        ("b.txt", "Ebb and Flow, about Arnoldburg", "2021-01-01", "Tide Podcast", "Ida Holm"),
        ("c.txt", "A visit to Arnoldburg", "2021-05-05", "Tide Podcast", "Jon Vik"),
    )
)


@pytest.mark.parametrize(
    ("text", "speaker", "sources"),
    [
        ("According to the 2017 interview, the yard has 4 docks.", None, ("a.txt",)),
        ("According to the 1999 interview, the yard has 4 docks.", None, ()),
        ("According to the Harbour Gazette, the yard has 4 docks.", None, ("a.txt",)),
        ("According to the 2021 interview with Vik, the yard has 4 docks.", None, ("c.txt",)),
        ("According to Holm the yard has 4 docks.", "Ida Holm", ()),
        ("According to locals, the yard has 4 docks.", None, ()),
        ("Holm told the Tide Podcast that the yard has 4 docks.", "Ida Holm", ("b.txt",)),
        ("Holm told Ebb and Flow that the yard has 4 docks.", "Ida Holm", ("b.txt",)),
        ("According to Ebb the yard has 4 docks.", None, ("b.txt",)),
        ("According to Arnoldburg the yard has 4 docks.", None, ()),
        ("Holm said that the yard has 4 docks.", "Ida Holm", ()),
        ("The yard has 4 docks, says Holm.", "Ida Holm", ()),
        ("Holm began 4 docks.", None, ()),
        ("Holm asked for 4 docks.", None, ()),
        ("Volgens het interview uit 2017 heeft de werf vier dokken.", None, ("a.txt",)),
        ("Volgens Vik heeft de werf vier dokken.", "Jon Vik", ()),
        ("De werf heeft vier dokken, zegt Vik.", "Jon Vik", ()),
    ],
)
def test_a_sentence_may_name_its_source(text: str, speaker: str | None, sources: tuple[str, ...]) -> None:
    (claim,) = claims(text)
    found = attribution.narrowed(claim, SOURCES)
    assert (found.speaker, found.own_speaker, found.sources) == (speaker, speaker is not None, sources)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("According to the 2017 interview, the yard has 4 docks.", "the yard has 4 docks."),
        ("The yard has 4 docks, according to the 2017 interview.", "The yard has 4 docks, ."),
        (
            "According to the 1999 interview, the yard has 4.",
            "According to the 1999 interview, the yard has 4.",
        ),
        ("According to Holm, the yard has 4 docks.", "According to Holm, the yard has 4 docks."),
        ("According to the 2017 interview, , ,the yard has 4 docks.", "the yard has 4 docks."),
        ("According to the 2017 interview: the yard has 4 docks.", ": the yard has 4 docks."),
        ("Volgens het interview uit 2017, heeft de werf 4 dokken.", "heeft de werf 4 dokken."),
    ],
)
def test_the_name_of_a_document_is_no_statement(text: str, read: str) -> None:
    (claim,) = claims(text)
    reading = attribution.narrowed(claim, SOURCES).reading
    assert reading is not None
    assert reading.text == read
    at = read.index(" 4")
    assert text[reading.origin(at) : reading.origin.end(at + 2)] == " 4"


LOG = """\
The yard of Arnoldburg has 14 docks and 3 cranes. It opened in 1931.
"The tide is our only boss," said Ida Holm. The yard employs 220 people.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/log.txt").write_text(LOG, encoding="utf-8")
    return tmp_path


def checked(folder: Path, text: str, **rest: object) -> Report:
    (folder / "d.md").write_text(text, encoding="utf-8")
    return _run.run(["d.md"], Config(folder, sources=(folder / "docs",), **rest))  # type: ignore[arg-type]


def outcomes(report: Report) -> list[tuple[int, str, str]]:
    return [(r.claim.place.line, r.verdict.value, r.outcome.value) for r in report.results]


DRAFT = """\
# The yard

The yard of Arnoldburg has 15 docks.
It opened in 1931.
The yard has a bar with 7 stools.
It smells of tar.
“The tide is our only boss,” said Ida Holm.
"""


def test_refuted_fails_and_no_evidence_warns(folder: Path) -> None:
    report = checked(folder, DRAFT)
    assert outcomes(report) == [
        (3, "refuted", "failed"),
        (4, "supported", "passed"),
        (5, "not_enough_evidence", "warned"),
        (7, "supported", "passed"),
    ]
    assert [place.line for place in report.unchecked] == [1, 6]
    assert exit_code(report) == 1
    strict = checked(folder, DRAFT, strict=True)
    assert [outcome for _, _, outcome in outcomes(strict)] == ["failed", "passed", "failed", "passed"]


def test_fail_under_counts_the_checkable(folder: Path) -> None:
    report = checked(
        folder, "The yard of Arnoldburg has 14 docks.\nIt opened in 1931.\nA bar has 7 stools.\n"
    )
    assert [outcome for _, _, outcome in outcomes(report)] == ["passed", "passed", "warned"]
    assert [exit_code(report, least) for least in (None, 66.0, 67.0)] == [0, 0, 1]


def test_a_draft_is_not_checked_against_itself(folder: Path) -> None:
    (folder / "docs/d.md").write_text("The yard of Arnoldburg has 14 docks.\n", encoding="utf-8")
    report = _run.run(["docs/d.md"], Config(folder, sources=(folder / "docs",)))
    assert [(p.path, p.code) for p in report.problems] == [("docs/d.md", "FC922")]
    assert outcomes(report) == [(1, "supported", "passed")]
    assert exit_code(report) == 4


def test_a_value_of_another_order_is_of_something_else_where_one_agrees(folder: Path) -> None:
    (folder / "docs/a.txt").write_text("The ferry of Lo carries 180 passengers.\n", encoding="utf-8")
    text = "In 2021 the ferry of Lo carried 412,000 passengers.\n"
    (folder / "docs/b.txt").write_text(text, encoding="utf-8")
    report = checked(
        folder, "The ferry of Lo carries 180 passengers.\nThe ferry of Lo carries 190 passengers.\n"
    )
    assert outcomes(report) == [(1, "supported", "passed"), (2, "refuted", "failed")]


def test_two_sources_may_disagree_by_far(folder: Path) -> None:
    (folder / "docs/a.txt").write_text("The ferry of Lo carries 180 passengers.\n", encoding="utf-8")
    (folder / "docs/b.txt").write_text("The ferry of Lo carries 8 passengers.\n", encoding="utf-8")
    report = checked(folder, "The ferry of Lo carries 180 passengers.\n")
    assert outcomes(report) == [(1, "conflicting_evidence", "failed")]


def test_the_day_of_the_draft_is_not_looked_for(folder: Path) -> None:
    report = checked(folder, "---\ndate: 2024-05-01\n---\nToday the yard of Arnoldburg has 14 docks.\n")
    assert outcomes(report) == [(4, "supported", "passed")]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("---\nsources: [x\n---\nWe have 4.\n", ["d.md:2:10 FC912"]),
        ("---\ndate: soon\n---\nWe have 4.\n", ["d.md:2:7 FC918"]),
        ("---\nsubject:\n---\nWe have 4.\n", ["d.md:2:1 FC917"]),
        ("---\nsubject: a\nsubject: b\n---\nWe have 4.\n", ["d.md:3:1 FC915"]),
        ("---\nsources: [{a: b}]\n---\nWe have 4.\n", ["d.md:2:11 FC916"]),
        ("---\ntitle: a\nWe have 4.\n", ["d.md:1:1 FC912"]),
        ("---\nsources: [gone]\n---\nWe have 4. We have 5.\n", ["d.md:2:1 FC501"]),
        ("We have 4.\n\n<!-- never\nWe have 5.\n", ["d.md:3:1 FC911"]),
        ("<!-- factcheck: ignore[FC101] -->\nWe have 4.\n", ["d.md:1:1 FC920"]),
        ("<!-- factcheck: ignroe why -->\nWe have 4.\n", ["d.md:1:1 FC920"]),
        ("<!-- factcheck: ignore[] why -->\nWe have 4.\n", ["d.md:1:1 FC920"]),
        ("<!-- factcheck: ignore[FC999] why -->\nWe have 4.\n", ["d.md:1:1 FC920"]),
        ("We have 4.\n\n<!-- factcheck: ignore-start why -->\n", ["d.md:3:1 FC920"]),
        ("We have 4.\n\n<!-- factcheck: ignore-end -->\n", ["d.md:3:1 FC920"]),
        ("<!-- a comment -->\nWe have 4.\n", []),
        ("---\ntags: [a, b]\nnested: {a: {b: c}}\n---\nWe have 4.\n", []),
        ("في المدينة 86,000 شخص.\n", []),
    ],
)
def test_what_is_wrong_with_a_draft_is_said_with_its_place(
    folder: Path, text: str, problems: list[str]
) -> None:
    report = checked(folder, text)
    assert [f"{p.path}:{p.line}:{p.column} {p.code}" for p in report.problems] == problems


def test_a_draft_without_anything_checkable_collects_nothing(folder: Path) -> None:
    report = checked(folder, "Nothing here.\n")
    assert (report.results, len(report.unchecked), exit_code(report)) == ((), 1, 5)


@pytest.mark.parametrize("order", ["ignore[FC101]", "ignore[FC1]", "ignore"])
def test_a_comment_accepts_the_findings_of_the_next_block(folder: Path, order: str) -> None:
    line = "The yard of Arnoldburg has 15 docks."
    report = checked(folder, f"<!-- factcheck: {order} we counted -->\n- {line}\n- {line}\n\n{line}\n")
    assert [(r.outcome, r.claim.reason) for r in report.results] == [
        (Outcome.XFAILED, "we counted"),
        (Outcome.XFAILED, "we counted"),
        (Outcome.FAILED, None),
    ]
    assert report.notes == ()


def test_comments_accept_a_stretch_and_only_the_rule_they_name(folder: Path) -> None:
    line = "The yard of Arnoldburg has 15 docks."
    start, end = "<!-- factcheck: ignore-start[FC101] counted -->", "<!-- factcheck: ignore-end -->"
    report = checked(folder, f"{start}\n\n{line}\n\n{line}\n\n{end}\n\n{line}\n")
    assert [r.outcome.value for r in report.results] == ["xfailed", "xfailed", "failed"]
    other = checked(folder, f"<!-- factcheck: ignore[FC301] counted -->\n{line}\n")
    assert [r.outcome.value for r in other.results] == ["failed"]
    assert [(n.path, n.line, n.code) for n in other.notes] == [("d.md", 1, "FC921")]


def test_a_comment_that_names_no_rule_is_told_beside_the_notes(folder: Path) -> None:
    line = "The yard of Arnoldburg has 14 docks."
    comment = "<!-- factcheck: ignore[{}] counted -->"
    report = checked(
        folder, f"{comment.format('FC301')}\n{line}\n\n{comment.format('FC102, FC999')}\n{line}\n"
    )
    assert [(p.line, p.code, p.message) for p in report.problems] == [
        (4, "FC920", "no rule is called 'FC999'; did you mean 'FC919'?")
    ]
    assert [(n.line, n.code) for n in report.notes] == [(1, "FC921")]


def entry(**fields: str) -> str:
    return "".join(
        f"{'-' if i == 0 else ' '} {key}: {value}\n" for i, (key, value) in enumerate(fields.items())
    )


WRONG = "The yard of Arnoldburg has 15 docks."
GIVEN = {"rule": "FC101", "text": WRONG, "reason": "we counted"}


@pytest.mark.parametrize(
    ("fields", "outcome", "stale", "sure"),
    [
        ({}, ["xfailed", "failed"], "", False),
        ({"occurrence": "2"}, ["failed", "xfailed"], "", False),
        ({"text": "the YARD of arnoldburg has 15 docks"}, ["xfailed", "failed"], "", False),
        ({"file": "d.md", "by": "ann", "on": "2024-05-02"}, ["xfailed", "failed"], "", False),
        ({"file": "log.txt"}, ["failed", "failed"], "", False),
        ({"file": "gone.md"}, ["failed", "failed"], "is about gone.md, which is not there any more", True),
        ({"expires": "2999-01-01"}, ["xfailed", "failed"], "", False),
        ({"expires": "2020-01-01"}, ["failed", "failed"], "expired on 2020-01-01", True),
        ({"evidence": "0123456789ab"}, ["failed", "failed"], "is open again", True),
        ({"rule": "FC301"}, ["failed", "failed"], "applies to nothing any more", False),
        ({"rule": "FC301", "file": "d.md"}, ["failed", "failed"], "applies to nothing any more", True),
        ({"text": "The yard has 16 docks."}, ["failed", "failed"], "applies to nothing any more", False),
        ({"rule": "conflict"}, ["failed", "failed"], "", False),
    ],
)
def test_a_decisions_file_accepts_what_it_names(
    folder: Path, fields: dict[str, str], outcome: list[str], stale: str, sure: bool
) -> None:
    text = "decisions:\n" + entry(**(GIVEN | fields))
    (folder / "factcheck-decisions.yaml").write_text(text, encoding="utf-8")
    report = checked(folder, f"{WRONG}\n\n{WRONG}\n")
    assert [r.outcome.value for r in report.results] == outcome
    assert [problem.code for problem in (*report.problems, *report.notes)] == ["FC921"] * bool(stale)
    said = report.problems if sure else report.notes
    assert [stale in problem.message for problem in said] == [True] * bool(stale)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("decisions:\n- rule: FC101\n  text: a\n", "2:3 FC918"),
        ("decisions:\n- rule: FC101\n  text: a\n  reasn: b\n", "4:3 FC918"),
        ("decisions:\n- a\n", "2:3 FC918"),
        ("decisions:\n- rule: FC101\n  text: a\n  reason: b\n  occurrence: 0\n", "2:3 FC918"),
        ("decided: []\n", "1:1 FC918"),
        ("decisions: [\n", "2:1 FC912"),
    ],
)
def test_what_is_wrong_with_a_decisions_file_is_said(folder: Path, text: str, place: str) -> None:
    (folder / "factcheck-decisions.yaml").write_text(text, encoding="utf-8")
    report = checked(folder, "The yard of Arnoldburg has 14 docks.\n")
    assert [f"{p.line}:{p.column} {p.code}" for p in report.problems] == [place]
    assert outcomes(report) == [(1, "supported", "passed")]


def test_accepting_writes_decisions_that_hold_until_the_source_changes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "ann")
    (folder / "d.md").write_text(f"{WRONG}\n\nIt has 99 bars.\n", encoding="utf-8")
    (folder / "factcheck-decisions.yaml").write_text(
        "# ours\ndecisions:\n  - rule: FC9\n    text: x\n    reason: y\n"
    )
    arguments = ["d.md", "--sources", "docs", "--format", "concise"]
    assert main([*arguments, "-k", "d.md:1", "--accept", "we counted"]) == 1
    assert "1 finding accepted in factcheck-decisions.yaml" in capsys.readouterr().err
    assert main(arguments) == 0
    assert "1 accepted" in capsys.readouterr().out
    (folder / "docs/log.txt").write_text(LOG.replace("14 docks", "17 docks"), encoding="utf-8")
    assert main(arguments) == 1
    assert "is open again" in capsys.readouterr().out


def test_a_topic_of_conflicting_sources_is_accepted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs/other.txt").write_text("The yard of Arnoldburg has 19 docks.\n", encoding="utf-8")
    assert main(["conflicts", "docs"]) == 1
    title = capsys.readouterr().out.splitlines()[0].partition(":")[0]
    text = "decisions:\n" + entry(rule="conflict", text=f"'{title}: 19, 14'", reason="years apart")
    (folder / "factcheck-decisions.yaml").write_text(text, encoding="utf-8")
    assert main(["conflicts", "docs"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "accepted: years apart"


def test_suggestions_are_a_patch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = (
        "Two.\r\nThe yard of Arnoldburg has 15 docks.\r\n“The tide is your only boss,” said Ida Holm.\r\nEnd"
    )
    (folder / "d.md").write_bytes(draft.encode())
    assert main(["d.md", "--sources", "docs", "--diff"]) == 1
    assert capsys.readouterr().out.split("\n") == [
        "--- a/d.md",
        "+++ b/d.md",
        "@@ -1,4 +1,4 @@",
        " Two.\r",
        "-The yard of Arnoldburg has 15 docks.\r",
        "-“The tide is your only boss,” said Ida Holm.\r",
        "+The yard of Arnoldburg has 14 docks.\r",
        "+“The tide is our only boss,” said Ida Holm.\r",
        " End",
        "\\ No newline at end of file",
        "",
    ]
    assert (folder / "d.md").read_bytes() == draft.encode()


def test_watching_checks_again_when_a_file_changes(folder: Path) -> None:
    (folder / "d.md").write_text("One.", encoding="utf-8")
    seen: list[str] = []
    waits: list[float] = []

    def check() -> tuple[int, list[str]]:
        seen.append((folder / "d.md").read_text(encoding="utf-8"))
        if len(seen) == 2:
            raise InputError("unreadable")
        return len(seen), ["d.md", "docs"]

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt
        (folder / "d.md").write_text("One." * (len(waits) + 1), encoding="utf-8")

    assert watch(check, wait) == 3
    assert seen == ["One.", "One.One.", "One.One.One."]


OTHER_BYTES = "is not UTF-8, so that no patch of it would apply; save it as UTF-8"
STEERING = "has characters beside a change that may steer a terminal; write the patch with -o FILE"
FINE = "Two.\nThe yard of Arnoldburg has 15 docks.\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("to", [(), ("-o", "x.patch")], ids=["pipe", "file"])
@pytest.mark.parametrize(
    "text",
    [
        "\ufeffThe yard of Arnoldburg has 15 docks.\n",
        "\ufeffTitle\n\nThe yard of Arnoldburg has 15 docks.\n",
        "\ufeff---\nsources: [log]\n---\nThe yard of Arnoldburg has 15 docks.\n",
        "The har\u00adbour.\nThe yard of Arnoldburg has 15 docks.\n",
        "\u0645\u06cc\u200c\u062e \U0001f469\u200d\U0001f52c\nThe yard of Arnoldburg has 15 docks.\n",
        "Two.\r\nThe yard of Arnoldburg has 15 docks.\r\n",
    ],
)
def test_a_patch_applies_to_every_byte(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, to: tuple[str, ...]
) -> None:
    (folder / "d.md").write_bytes(text.encode())
    assert main(["d.md", "--sources", "docs", "--diff", *to]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    patch = (folder / "x.patch").read_bytes() if to else out.encode()
    (folder / "y.patch").write_bytes(patch)
    subprocess.run(["git", "apply", "y.patch"], cwd=folder, check=True, capture_output=True)
    assert (folder / "d.md").read_bytes() == text.replace("15", "14").encode()


@pytest.mark.parametrize(
    ("data", "to", "message"),
    [
        (FINE.encode("utf-16"), (), OTHER_BYTES),
        (FINE.encode("utf-16"), ("-o", "x"), OTHER_BYTES),
        (FINE.replace("Two.", "\u202eTwo.").encode(), (), STEERING),
        (FINE.replace("Two.", "::notice::Two.").encode(), (), STEERING),
    ],
)
def test_a_patch_that_would_not_apply_is_refused_and_the_others_are_not(
    folder: Path, capsys: pytest.CaptureFixture[str], data: bytes, to: tuple[str, ...], message: str
) -> None:
    (folder / "a.md").write_bytes(data)
    (folder / "b.md").write_text(FINE, encoding="utf-8")
    assert main(["a.md", "b.md", "--sources", "docs", "--diff", *to]) == 4
    out, err = capsys.readouterr()
    assert err == f"factcheck: a.md: {message}\n"
    patch = (folder / "x").read_text(encoding="utf-8") if to else out
    assert [line for line in patch.splitlines() if line.startswith("---")] == ["--- a/b.md"]


def test_a_terminal_is_shown_no_raw_characters(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "d.md").write_text(FINE.replace("Two.", "\u202eT\u200dwo."), encoding="utf-8")
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdout", screen)
    main(["d.md", "--sources", "docs", "--diff", "--color", "never"])
    assert " \\u202eT\\u200dwo.\n" in screen.getvalue()


@pytest.mark.parametrize("name", ["factcheck-decisions.yaml", "docs/sources.yaml", "docs/log.txt"])
def test_watching_looks_at_what_stands_beside(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (folder / "d.md").write_text("The yard of Arnoldburg has 15 docks.", encoding="utf-8")
    (folder / "docs/log.txt").write_text("The yard has 14 docks.", encoding="utf-8")
    looked: list[list[Stamp]] = []

    def watched(check: Callable[[], tuple[int, Iterable[str]]]) -> int:
        code, inputs = check()
        looked.append(stamps(inputs))
        (folder / name).write_text("", encoding="utf-8")
        looked.append(stamps(inputs))
        return code

    monkeypatch.setattr("factcheck._cli.watch.watch", watched)
    main(["d.md", "--sources", "docs/log.txt", "--watch"])
    assert {Path(path).name for path, _, _ in set(looked[1]) - set(looked[0])} == {Path(name).name}


def test_the_report_shows_coverage_and_what_nobody_checked(
    folder: Path, capsys: pytest.CaptureFixture[str], snapshot: Callable[[str, str], None]
) -> None:
    (folder / "d.md").write_text(DRAFT, encoding="utf-8")
    for name, *options in (
        ["draft.txt"],
        ["draft-verbose.txt", "-v"],
        ["draft.concise.txt", "--format", "concise"],
    ):
        main(["d.md", "--sources", "docs", *options])
        shown = re.sub(r" in \d+\.\d+s$", "", capsys.readouterr().out, flags=re.MULTILINE)
        snapshot(name, shown)


@pytest.mark.parametrize("name", sorted(drafts.EXAMPLES))
def test_the_example_drafts_keep_their_rates(name: str) -> None:
    found = drafts.score(name)
    assert (found.planted >= 10, found.correct >= 15) == (True, True)
    assert found.alarms <= 1, found.misses
    assert found.found >= found.planted - 1, found.misses
    assert found.confirmed >= 0.85 * found.correct, found.misses
