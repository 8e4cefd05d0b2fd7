"""For those who write readers: from the bytes of a file to the source that it holds.

A plugin's ``factcheck_read_source`` takes the text out of its format; the rest of a source is made here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from factcheck._decode import decode
from factcheck.errors import InputError
from factcheck.model import Landmark, Source, Turn
from factcheck.text import detect_language

__all__ = ["decode", "language_of", "make_source", "read_bytes"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 2000  # characters of the head and of the middle that tell the language
_MUCH = 1_000_000  # bytes from which OpenSSL saves more time than it takes to load


def read_bytes(path: str | Path) -> bytes:
    """Return what a file holds.

    Raises:
        InputError: it cannot be read.

    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file") from None


def make_source(
    path: str,
    data: bytes,
    text: str,
    *,
    turns: Sequence[Turn] = (),
    landmarks: Sequence[Landmark] = (),
    language: str | None = None,
    title: str | None = None,
    date: str | None = None,
) -> Source:
    """Return the source with a text that was read from a file.

    Args:
        path: where the file is; its last part is the name of the source.
        data: the bytes of the file.
        text: what it says.
        turns: who speaks where in the text, sorted.
        landmarks: where the text stands in the file, sorted.
        language: an ISO 639-1 code, ``""`` for none; told by the words where it is ``None``.
        title: what it is called.
        date: its ISO date of publication.

    Raises:
        InputError: there is no text.

    """
    if not text or text.isspace():
        raise InputError("the file is empty; fill or remove it", path=path)
    return Source(
        name=Path(path).name,
        path=path,
        text=text,
        sha256=_sha256(data),
        language=language_of(text) if language is None else language,
        title=title,
        date=date,
        turns=tuple(turns),
        landmarks=tuple(landmarks),
    )


def language_of(text: str) -> str:
    """Return the code of the language of a text, ``""`` where no pack knows it."""
    middle = len(text) // 2
    sample = text[:_SAMPLE] + " " + text[max(_SAMPLE, middle) : middle + _SAMPLE]
    return detect_language(_WORD.findall(sample.lower().replace("’", "'")))


def _sha256(data: bytes) -> str:
    """Return the SHA-256 of data; OpenSSL takes longer to load than most sources to read."""
    if len(data) > _MUCH:
        from hashlib import sha256

        return sha256(data).hexdigest()
    try:
        module = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        module = import_module("hashlib")
    return str(module.sha256(data).hexdigest())
