"""JUnit's XML as pytest writes it: a suite, each claim a test case, unusable input an error of its own.

Characters that XML forbids are left out; whatever steers a terminal or a CI runner is a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck._grading import FAILED
from factcheck._reporters.remarks import Remark, passages, remarks
from factcheck._reporters.summary import one_line
from factcheck._terminal import RUNNER, UNSAFE, guard
from factcheck.model import Outcome, Report, Result, Severity
from factcheck.reporting import Style

name = "junit"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_SKIPPED = (Outcome.SKIPPED, Outcome.XFAILED)


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the document."""
    said: dict[int, list[Remark]] = {}
    unusable: list[Remark] = []
    stale: list[Remark] = []
    for remark in remarks(report):
        if remark.claim is not None:
            said.setdefault(id(remark.claim), []).append(remark)
        elif remark.level is Severity.ERROR:
            (unusable if remark.is_unusable else stale).append(remark)
    outcomes = [result.outcome for result in report.results]
    counted = {
        "errors": outcomes.count(Outcome.ERROR) + len(unusable),
        "failures": sum(outcome in FAILED for outcome in outcomes) + len(stale),
        "skipped": sum(outcome in _SKIPPED for outcome in outcomes),
        "tests": len(outcomes) + len(unusable) + len(stale),
    }
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<testsuites name="factcheck">'
    yield _tag("testsuite", name="factcheck", **counted)
    for result in report.results:
        yield from _case(result, said.get(id(result.claim), []))
    for remark in (*stale, *unusable):
        element = "error" if remark.is_unusable else "failure"
        yield _tag("testcase", classname=remark.path or "run", name=remark.title, **_place(remark))
        yield f"{_tag(element, message=remark.message)}</{element}>"
        yield "</testcase>"
    yield "</testsuite>"
    yield "</testsuites>"


def _case(result: Result, said: list[Remark]) -> Iterator[str]:
    claim, outcome = result.claim, result.outcome
    place: dict[str, object] = {"file": claim.place.path, "line": claim.place.line}
    opening = _tag("testcase", classname=claim.place.path, name=claim.id, **place)
    message = "; ".join(remark.message for remark in said if not remark.is_accepted)
    if outcome is Outcome.PASSED:
        yield f"{opening}</testcase>"
        return
    yield opening
    if outcome is Outcome.XFAILED:
        yield f"{_tag('skipped', type='pytest.xfail', message=claim.reason or '')}</skipped>"
    elif outcome is Outcome.SKIPPED:
        why = "no selected check judges this claim" if result.findings else "only collected, not checked"
        yield f"{_tag('skipped', type='pytest.skip', message=why)}</skipped>"
    elif outcome is Outcome.ERROR:
        yield f"{_tag('error', message=message)}</error>"
    else:
        body = "\n".join(_body(result, said))
        if outcome is Outcome.WARNED:
            yield from f"<system-out>{_text(body)}</system-out>".split("\n")
        else:
            message = f"[XPASS(strict)] {claim.reason or ''}" if outcome is Outcome.XPASSED else message
            yield from f"{_tag('failure', message=message)}{_text(body)}</failure>".split("\n")
    yield "</testcase>"


def _body(result: Result, said: list[Remark]) -> Iterator[str]:
    """Yield the lines that say what was found, the claim's words first."""
    yield one_line(result)
    for remark in said:
        region = remark.region
        where = f"{remark.path}:{region.line}:{region.column}: " if region else ""
        known = f" (accepted: {remark.known})" if remark.is_accepted else ""
        yield f"{where}{remark.title}: {remark.message}{known}"
        yield from (f"    {' '.join(line.split())}" for line in passages(remark))


def _place(remark: Remark) -> dict[str, object]:
    line: dict[str, object] = {"line": remark.region.line} if remark.region else {}
    return {"file": remark.path, **line}


def _tag(element: str, **attributes: object) -> str:
    shown = "".join(f' {key}="{_text(str(value), inline=True)}"' for key, value in attributes.items())
    return f"<{element}{shown}>"


def _text(text: str, *, inline: bool = False) -> str:
    """Return a text as XML, in an attribute (``inline``) or between tags."""
    marked = _FORBIDDEN.sub("", text).translate(_MARKUP)
    safe = re.sub(UNSAFE, lambda m: m[0] if m[0] == "\n" and not inline else f"&#x{ord(m[0]):x};", marked)
    safe = re.sub(RUNNER, "#&#x23;", safe)
    return "\n".join(
        guard(line).replace(r"\x3a", "&#x3a;", 1) if line.lstrip()[:2] == "::" else line
        for line in safe.split("\n")
    )
