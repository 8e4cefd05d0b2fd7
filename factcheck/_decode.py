"""From bytes to text: a byte order mark, else UTF-8, else an error; an encoding is never guessed."""

from __future__ import annotations

import codecs

from factcheck.errors import InputError
from factcheck.text import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str = "") -> str:
    """Return the text of a file, without its byte order mark; without one it must be UTF-8.

    Raises:
        InputError: the bytes are no text, with the place of the first that is not.

    """
    mark, encoding = _mark(data)
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        line, column = Document(before).line_column(len(before))
        what = f"byte 0x{body[error.start]:02x} at offset {len(mark) + error.start} is not {encoding.upper()}"
        raise InputError(f"{what}; save the file as UTF-8", path=path, line=line, column=column) from None
    if (nul := text.find("\0")) >= 0:
        line, column = Document(text).line_column(nul)
        raise InputError("NUL byte; save the file as UTF-8 text", path=path, line=line, column=column)
    return text


def mark_of(data: bytes) -> bytes:
    """Return the byte order mark that a file begins with, empty where it has none."""
    return _mark(data)[0]


def _mark(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding of a file."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
