"""The page, read from its own markup: what the JSON report says, and nothing that an input brought."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pages
import pytest
from boats import Run
from harbour import HOSTILE, harbour, hostile
from hypothesis import given
from hypothesis import strategies as st
from pages import Element, read_page

from factcheck import __version__
from factcheck.__main__ import main
from factcheck._drafts import opened
from factcheck._reporters import builtin
from factcheck._reporters.html import pages as made
from factcheck._reporters.html import typeset
from factcheck._reporters.html.tones import headline, of_finding
from factcheck._terminal import UNSAFE
from factcheck._yaml import Fault
from factcheck.errors import InputError
from factcheck.model import OffsetMap, Outcome, Problem, Reading, Report, Verdict
from factcheck.reporting import Style
from factcheck.text import Document

Captured = pytest.CaptureFixture[str]
TONES = {
    "refuted": "refuted",
    "conflicting_evidence": "conflicting",
    "not_enough_evidence": "missing",
    "supported": "supported",
}


def page_of(report: Report) -> str:
    return "".join(f"{line}\n" for line in builtin("html").render(report, Style()))


def bare(text: str) -> str:
    """Return a page without its style, script and version, which other tests are about."""
    text = re.sub(r"(?s)(<(style|script)>).*?(</\2>)", r"\1\3", text)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", text).replace(__version__, "VERSION")


def shown(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, *argv: str) -> str:
    """Return what a command prints in the project's own folder."""
    monkeypatch.chdir(root)
    main(argv)
    return capsys.readouterr().out


def test_whole_page(snapshot: Callable[[str, str], None]) -> None:
    snapshot("page-claims.html", bare(page_of(harbour())))


RUNS = {
    "the draft of the README": ("examples/draft/article.md",),
    "a long draft": ("examples/harbour/article.md", "--sources", "examples/harbour/sources"),
    "a Dutch draft": ("examples/mechelen/artikel.md",),
    "claims": ("claims/",),
    "claims and drafts": ("claims/kis.yaml", "examples/draft", "examples/mechelen/artikel.md"),
    "nothing judged": ("claims/", "--co"),
}


@pytest.mark.parametrize("argv", RUNS.values(), ids=RUNS)
def test_it_says_what_the_json_report_says(
    argv: tuple[str, ...], root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = json.loads(shown(root, capsys, monkeypatch, *argv, "--format", "json"))
    page = read_page(shown(root, capsys, monkeypatch, *argv, "--format", "html"))
    assert pages.counts(page) == {
        name: number for name, number in told["summary"].items() if number or name == "claims"
    }
    assert sorted(pages.claims(page)) == sorted(map(claim_of, told["claims"]))
    sources = [item for item in page.all("li") if item.attributes.get("id", "").startswith("source-")]
    assert [(item.one("span", "path").text, item.one("code").text) for item in sources] == [
        (source["path"], source["sha256"]) for source in told["sources"]
    ]


def claim_of(told: dict[str, Any]) -> pages.Claim:
    """Return a claim of the JSON report as the page shows it: what agrees comes last, and so in passages."""
    findings = [finding_of(finding) for finding in told["findings"]]
    findings.sort(key=lambda finding: finding[1] == "supported")
    place = f"{told['line']}:{told['column']}"
    return pages.Claim(told["id"], told["path"], place, told["verdict"], told["outcome"], findings)


def finding_of(told: dict[str, Any]) -> tuple[str | None, str, list[pages.Passage]]:
    verdict, warns = told["verdict"], told["severity"] == "warning"
    tone = "warning" if warns and verdict in (None, "supported") else TONES.get(verdict, "note")
    sides: list[dict[str, Any]] = sorted(
        told["evidence"], key=lambda item: ["supports", "refutes", "context"].index(item["relation"])
    )
    values = [(item["relation"], item["value"]) for item in sides]
    again = [index for index, value in enumerate(values) if value[1] is not None and value in values[:index]]
    order = [index for index in range(len(sides)) if index not in again]
    passages = [
        pages.Passage(item["path"], f"{item['line']}:{item['column']}", item["relation"])
        for item in (sides[index] for index in (*order[:6], *again[:6]))
    ]
    return told["code"], tone, passages


def test_the_topics_are_those_of_the_json_report(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = json.loads(shown(root, capsys, monkeypatch, "conflicts", "--format", "json"))
    page = read_page(shown(root, capsys, monkeypatch, "conflicts", "--format", "html"))
    assert pages.counts(page) == {"topics": len(told["topics"])}
    for topic, card in zip(told["topics"], page.all("article", "claim"), strict=True):
        assert card.one("h3").one("a").text == topic["topic"]
        passages = [
            (figure.attributes["data-path"], figure.one("data").attributes["value"], figure.one("mark").text)
            for figure in card.all("figure", "passage")
        ]
        assert passages == [
            (side["path"], f"{side['line']}:{side['column']}", side["text"]) for side in topic["values"]
        ]


def test_whole_page_of_topics(
    root: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: Callable[[str, str], None],
) -> None:
    snapshot("page-topics.html", bare(shown(root, capsys, monkeypatch, "conflicts", "--format", "html")))


DRAFT = """\
---
title: Boats
---
# Boats *and* more

They saw **15** boats; see [the log of 12 boats](http://x/ "t") and `code 14`. ~~No 99 boats.~~
Then <b>12 boats</b> came. Nobody counted.

## Lists

1. First 14 boats
   - 12 boats, he said
2. <http://auto/12>

> “There are 12 boats,”
> she said.

| Port | Boats |
| --- | ---: |
| Eastmoor | 12 boats |
| West \\| moor | none |

![14 boats](a.png "12 boats")

<figure><figcaption>12 boats.</figcaption></figure>

    12 boats in code

***

The end & the <!-- factcheck: ignore[BT1] as they said --> rest.
"""


def test_a_whole_draft(run: Run, project: Path, snapshot: Callable[[str, str], None]) -> None:
    (project / "draft.md").write_text(DRAFT, encoding="utf-8")
    _, out, _ = run("draft.md", "--format", "html")
    read_page(out)
    snapshot("page-draft.html", bare(out))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def set_text(page: Element) -> str:
    return page.one("article", "text").text_without("notes", "sign")


def test_every_word_of_the_prose_is_set(run: Run, project: Path) -> None:
    (project / "draft.md").write_text(DRAFT, encoding="utf-8")
    _, out, _ = run("draft.md", "--format", "html")
    _, prose = opened("draft.md", Document(DRAFT, name="draft.md"))
    unread = ["code", "14", "No", "99", "boats", "http", "auto", "12", "12", "boats", "in", "code"]
    assert sorted(words(set_text(read_page(out)))) == sorted([*words(prose.text), *unread])


def test_facts_are_marked_where_they_stand(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ("examples/harbour/article.md", "--sources", "examples/harbour/sources")
    told = json.loads(shown(root, capsys, monkeypatch, *argv, "--format", "json"))
    page = read_page(shown(root, capsys, monkeypatch, *argv, "--format", "html"))
    facts: dict[str, list[str]] = {}
    for link in page.one("article", "text").all("a", "fact"):
        facts.setdefault(link.attributes["href"], []).append(link.text_without("sign"))
    findings = [finding for claim in told["claims"] for finding in claim["findings"]]
    assert ["".join(parts) for parts in facts.values()] == [f["mention"]["text"] for f in findings]
    signs = [link.one("span", "sign").attributes["aria-label"] for link in page.all("a", "fact")]
    assert len(signs) == len(findings)
    assert set(signs) == {"refuted", "supported", "no evidence", "conflicting"}


def test_a_plain_text_keeps_its_lines(run: Run, project: Path) -> None:
    (project / "draft.txt").write_text("They saw\n15 boats.\n\n# <b>Not</b> a heading\n", encoding="utf-8")
    _, out, _ = run("draft.txt", "--format", "html")
    text = read_page(out).one("article", "text")
    assert [element.tag for element in text.inside if isinstance(element, Element)] == ["div", "p"]
    assert len(list(text.all("br"))) == 1
    assert text.text_without("notes", "sign").replace("\n", "") == "They saw15 boats.# <b>Not</b> a heading"


MARKUP = "<script>alert(1)</script> <img src=x onerror=alert(1)> javascript:alert(1) \"'>{{7*7}}</style>&lt;"


def dangerous() -> Report:
    """A report in which every text is hostile to a page."""
    report = hostile()
    words = MARKUP

    def changed(value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, (Verdict, Outcome)):
            return value.replace(HOSTILE, words)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*map(changed, value))
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        if isinstance(value, dict):
            return {changed(key): changed(item) for key, item in value.items()}
        return value

    found: Report = changed(report)
    return found


def test_no_input_becomes_markup() -> None:
    page = read_page(page_of(dangerous()))
    assert page.text.count("<script>alert(1)</script>") > 20
    assert [element.text for element in page.all("img")] == []


HOSTILE_FILES = {
    '"><img src=x onerror=alert(1)>.md': (
        "# <b onclick=alert(1)>15 boats</b>\n\n[15 boats](javascript:alert(1))\n"
    ),
    "claims/<script>.yaml": (
        'claims:\n  - id: "<img src=x onerror=alert(1)>"\n    statement: They saw 15 boats.\n'
        '    tags: ["</option><script>alert(1)</script>"]\n'
    ),
    "docs/<svg onload=alert(1)>.txt": "The &lt;b&gt; of <i>Eastmoor</i> counts 12 boats.\n",
}


def test_no_file_becomes_markup(run: Run, project: Path) -> None:
    for name, text in HOSTILE_FILES.items():
        (project / name).write_text(text, encoding="utf-8")
    _, out, _ = run(*(name for name in HOSTILE_FILES if not name.startswith("docs")), "--format", "html")
    page = read_page(out)
    assert {claim.path for claim in pages.claims(page)} == set(HOSTILE_FILES) - {
        "docs/<svg onload=alert(1)>.txt"
    }
    assert {claim.id for claim in pages.claims(page)} > {"<img src=x onerror=alert(1)>"}


def test_no_input_steers_the_page() -> None:
    text = page_of(hostile())
    read_page(text)
    assert [line for line in text.split("\n") if re.search(UNSAFE, line)] == []
    assert [line for line in text.split("\n") if re.search(r"^\s*::|##(\[|vso)", line)] == []


MARKDOWN = st.text("ab1 \n*_[]()<>!|-#>`~&;:.\\\"'", max_size=80) | st.text(max_size=80)


@given(MARKDOWN)
def test_every_word_is_set_where_it_stands(text: str) -> None:
    try:
        front, prose = opened("draft.md", Document(text, name="draft.md"))
    except (Fault, InputError):
        return
    runs = [run for block in typeset.markdown(text, front.body, prose) for run in block.runs]
    placed = [(run.at, run.text) for run in runs if run.at is not None]
    assert [prose.text[at : at + len(words)] for at, words in placed] == [words for _, words in placed]
    taken = {offset for at, words in placed for offset in range(at, at + len(words))}
    left = [char for offset, char in enumerate(prose.text) if offset not in taken]
    assert "".join(left).strip() == ""


def test_the_policy_allows_the_pages_own_script_and_style_alone() -> None:
    page = read_page(page_of(harbour()))
    (policy,) = (
        meta.attributes["content"]
        for meta in page.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    script, style = (
        b64encode(sha256(page.one(tag).text.encode()).digest()).decode() for tag in ("script", "style")
    )
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    plain = page_of(harbour())
    assert page_of(harbour()) == plain
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1720051200")
    dated = page_of(harbour())
    assert dated == plain.replace("left out of this run", "left out of this run; 4 July 2024")


def test_a_date_that_is_none_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    code, out, err = run("claims", "--format", "html")
    message = "SOURCE_DATE_EPOCH is 'today', no count of seconds; correct or unset it"
    assert (code, out, err) == (4, "", f"factcheck: {message}\n")


def test_a_page_goes_into_a_file_of_its_own(run: Run, project: Path) -> None:
    code, out, _ = run("claims", "--report", "html")
    assert (code, "1 failed" in out) == (1, True)
    read_page((project / "factcheck.html").read_text(encoding="utf-8"))
    run("claims", "--report", "html:page.html")
    assert (project / "page.html").read_bytes() == (project / "factcheck.html").read_bytes()


def test_conflicts_writes_several_reports(run: Run, project: Path) -> None:
    code, out, err = run("conflicts", "--report", "html", "--report", "json:topics.json")
    assert (code, err, "disagree" in out) == (0, "", True)
    assert json.loads((project / "topics.json").read_text(encoding="utf-8"))["topics"] == []
    page = read_page((project / "factcheck.html").read_text(encoding="utf-8"))
    assert page.one("h1").text == "No disagreement was found in 2 sources."


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("--report", "htm"), "no format is called 'htm'; did you mean 'html'?"),
        (("--report", "markdown:a"), "no format is called 'markdown'"),
        (("--report", "html:docs/log.txt"), "docs/log.txt: is an input of this run; name another file"),
        (("--report", "json"), "json cannot share standard output with another report"),
    ],
)
def test_wrong_reports_of_conflicts_are_one_line(run: Run, argv: tuple[str, ...], message: str) -> None:
    code, out, err = run("conflicts", *argv)
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert err.startswith(f"factcheck: {message}")


def test_other_runs_need_no_template_engine(root: Path) -> None:
    code = (
        "import sys; from factcheck.__main__ import main; "
        "main(['claims/kis.yaml', '-qq']); print('jinja2' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"


def outcomes(*found: tuple[Outcome, Verdict]) -> Report:
    result = harbour().results[0]
    results = tuple(result._replace(outcome=outcome, verdict=verdict) for outcome, verdict in found)
    return harbour()._replace(results=results)


PASSED = (Outcome.PASSED, Verdict.SUPPORTED)
REFUTED = (Outcome.FAILED, Verdict.REFUTED)
MISSING = (Outcome.WARNED, Verdict.NOT_ENOUGH_EVIDENCE)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), "Nothing was checked."),
        ((PASSED,), "The sources agree with the claim."),
        ((PASSED, PASSED), "The sources agree with all 2 claims."),
        ((REFUTED,), "Of 1 claim, 1 is refuted."),
        ((REFUTED, REFUTED, PASSED), "Of 3 claims, 2 are refuted; 1 agrees."),
        ((REFUTED, MISSING, PASSED), "Of 3 claims, 1 is refuted and 1 has no evidence; 1 agrees."),
        (
            ((Outcome.FAILED, Verdict.CONFLICTING_EVIDENCE), (Outcome.XFAILED, Verdict.REFUTED)),
            "Of 2 claims, on 1 the sources disagree; 1 is known and accepted.",
        ),
        (
            ((Outcome.XPASSED, Verdict.SUPPORTED), (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE)),
            "Of 2 claims, 1 is supported against expectation and 1 could not be judged.",
        ),
        (
            ((Outcome.WARNED, Verdict.SUPPORTED), (Outcome.SKIPPED, Verdict.NOT_ENOUGH_EVIDENCE)),
            "Of 2 claims, 1 agrees with a warning; 1 was not judged.",
        ),
    ],
)
def test_headline(found: tuple[tuple[Outcome, Verdict], ...], said: str) -> None:
    assert headline(outcomes(*found)) == said


def test_a_report_of_nothing_is_a_page() -> None:
    page = read_page(page_of(Report((), (), (), (), {})))
    assert page.one("h1").text == "Nothing was checked."


def test_problems_come_first() -> None:
    page = read_page(page_of(harbour()))
    shown = [item.text for item in page.one("section", "problems").all("li")]
    assert shown[0] == ("claims/old.yaml:3:5 AA913 unknown key 'statment'; did you mean 'statement'?")
    noted = harbour()._replace(problems=(), notes=(Problem("a.yaml", 2, 0, "FC921", "take it out"),))
    (item,) = read_page(page_of(noted)).one("section", "problems").all("li")
    assert item.text == "a.yaml:2 FC921 take it out"


def test_the_worst_claims_come_first() -> None:
    page = read_page(page_of(harbour()))
    assert [claim.id for claim in pages.claims(page)] == [
        *("passengers", "fog", "lively"),  # failed
        "settled",  # supported against expectation
        "grey",  # warned
        "known",
        "ferries",
    ]


def test_claims_of_one_name_have_places_of_their_own() -> None:
    report = harbour()
    names = ("a b", "a-b", "a b", "a:b/c.md:1:2", "ä", "")
    results = tuple(
        result._replace(claim=result.claim._replace(id=name))
        for name, result in zip(names, report.results, strict=False)
    )
    page = read_page(page_of(report._replace(results=results)))
    anchors = [element.attributes["id"] for element in page.all("article", "claim")]
    assert len(set(anchors)) == len(names)
    assert "claim-a:b/c.md:1:2" in anchors
    assert all(re.fullmatch(r"claim-[A-Za-z0-9._~/:@-]*", anchor) for anchor in anchors)


def test_what_there_is_no_room_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_MOST_CHARACTERS", 4000)
    page = read_page(page_of(harbour()))
    (said,) = page.all("p", "brief")
    without = [claim.id for claim in pages.claims(page) if not any(f[2] for f in claim.findings)]
    assert without == ["lively", "settled", "grey", "known", "ferries"]
    assert said.text.startswith("The passages of 4 claims are left out")


def test_a_pair_and_a_change_are_shown() -> None:
    page = read_page(page_of(harbour()))
    notes = {note.attributes["id"]: note for note in page.all("div", "note")}
    pair = notes["note-1"].one("span", "pair")
    assert (pair.one("del").text, pair.one("b").text) == ("About 4,900 passengers", "some 4,200 passengers")
    change = notes["note-2"].one("span", "change")
    assert change.text == "We have never once closed the harbour because of the fog"
    assert [found.text for found in change.all("ins")] == ["never"]


def test_every_finding_has_one_of_the_tones() -> None:
    found = [of_finding(finding) for result in harbour().results for finding in result.findings]
    assert {tone.word for tone in found} == {
        *("refuted", "no evidence", "supported", "conflicting", "warning")
    }
    assert len({tone.sign for tone in found}) == len({tone.name for tone in found})


def test_a_sentence_whose_draft_is_not_at_hand_is_shown_as_a_claim() -> None:
    report = harbour()
    result = report.results[0]
    reading = Reading(result.claim.statement or "", OffsetMap(((0, 0),)))
    sentence = result._replace(claim=result.claim._replace(reading=reading))
    page = read_page(page_of(report._replace(results=(sentence,), texts={})))
    assert page.one("article", "claim").one("p", "words").text_without("sign") == result.claim.statement


def test_a_claim_that_was_not_judged_says_so() -> None:
    result = harbour().results[0]._replace(findings=(), outcome=Outcome.ERROR)
    page = read_page(page_of(harbour()._replace(results=(result,))))
    assert page.one("p", "unsaid").text == "–could not be judged"


def test_a_warning_that_fails_is_no_support() -> None:
    report = harbour()
    strict = report.results[-1]._replace(outcome=Outcome.FAILED)
    page = read_page(page_of(report._replace(results=(strict,))))
    assert page.one("span", "tone").text == "warning"
