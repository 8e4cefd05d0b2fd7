"""What the sources have in the place of a claim's words, where it can stand there as it is."""

from __future__ import annotations

from factcheck._reporters.summary import span_in_file
from factcheck.model import Claim, Finding, Verdict

_MARKS = "“”„‟«»\"'‘’‚"
_CLOSING = ",.;:!?…"


def replacement(claim: Claim, finding: Finding, text: str) -> tuple[int, int, str] | None:
    """Return a span of the claim's file, whose ``text`` is given, and the words to put there.

    ``None`` where there is no suggestion, or the words are written with markup or escapes inside.
    """
    mention, suggestion = finding.mention, finding.suggestion
    if finding.verdict is not Verdict.REFUTED or mention is None or not suggestion:
        return None
    start, end = span_in_file(claim, mention)
    if text[start:end] != mention.text or "\n" in suggestion or "\r" in suggestion:
        return None
    old = mention.text
    new = _quoted(old, suggestion) if mention.kind == "quote" else _begun_alike(old, suggestion)
    return (start, end, new) if new is not None and new != old else None


def _quoted(old: str, words: str) -> str | None:
    """Return the words of a source between the marks of a quotation, ``None`` where marks stand inside."""
    inner = old.strip(_MARKS)
    at = old.index(inner)
    if any(mark in inner for mark in '“”„«»"'):
        return None
    said = words.strip(f"{_MARKS} ")
    if inner[-1:] in _CLOSING:
        said = said.rstrip(_CLOSING) + inner[-1]
    return old[:at] + _begun_alike(inner, said) + old[at + len(inner) :]


def _begun_alike(old: str, new: str) -> str:
    """Return words with a capital where those in whose place they come have one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
