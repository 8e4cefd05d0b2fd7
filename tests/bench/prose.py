"""Prose of any domain from the documentation on this machine, cleaned of code, lists, tables and licences."""

from __future__ import annotations

import gzip
import os
import random
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from html.parser import HTMLParser
from pathlib import Path

from factcheck.text import detect_language, function_words, tokenize

# Where prose is looked for when no path is given; only what is there is read.
PLACES = (
    "/usr/share/doc/**/*",
    "/usr/share/perl/**/*.pod",
    "/usr/share/man/man7/*",
    "/usr/share/man/nl/*/*",
    "/usr/lib/python3*/**/*-info/METADATA",
    "/usr/local/lib/python3*/**/*-info/METADATA",
    "{home}/.pyenv/versions/*/lib/python3*/site-packages/**/*-info/METADATA",
    "{home}/.pyenv/versions/*/lib/python3*/site-packages/**/*.rst",
    "{home}/.rustup/toolchains/stable-*/share/doc/rust/html/*/*.html",
    "{root}/seeds/*.txt",
)
# Where many dates stand; read only when prose with dates is asked for.
HISTORIES = (
    "/usr/share/doc/**/changelog*",
    "/usr/share/doc/**/NEWS*",
    "/usr/share/doc/**/HISTORY*",
    "{home}/.pyenv/versions/*/lib/python3*/idlelib/*.txt",
)
_TEXT = (".txt", ".md", ".rst", ".pod", ".html", "")
_MAN = re.compile(r"/man/(?:\w+/)?man\d/[^/]+$")
_SKIPPED = re.compile(r"copyright|licen[cs]e|changelog|changes|news|release|index|print|authors", re.I)
_BOILERPLATE = re.compile(
    r"copyright|licen[cs]e|warrant(?:y|ies)|permission is hereby|redistribut|trademark|all rights reserved"
    r"|auteursrecht|licentie|garantie|https?://|www\.",
    re.IGNORECASE,
)
_MARKUP = (
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"[BCFIL]<+ ?([^<>]*?) ?>+"), r"\1"),
    (re.compile(r"\[[^\]]*\]\[[^\]]*\]|:\w+:(?=`)|\*\*|`+|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)"), ""),
)
_CODE = re.compile(r"[{}<>|\\=_~^@#\[\]]|\(\)|--|::|/\w+/|\$\w|\w\.\w+\(")
_LIST_MARK = re.compile(r"[-*•+#|>.]|\(?\w{1,3}[.):]\s|\d")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SPARE = 4  # files looked at for each document that is wanted: many have no prose
_FENCE = re.compile(r"^```.*?^```", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Prose:
    """A document: where it was found, its language and its text."""

    name: str
    language: str
    text: str


class _Paragraphs(HTMLParser):
    """Collects the text of ``<p>`` elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "p":
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def files(paths: Sequence[str]) -> list[Path]:
    """Return the files that the paths name or hold, sorted; without paths those of :data:`PLACES`."""
    if paths:
        given = [Path(path) for path in paths]
        inside = (file for path in given if path.is_dir() for file in path.rglob("*"))
        return sorted({*(path for path in given if path.is_file()), *(f for f in inside if _readable(f))})
    return _placed(PLACES)


def _placed(places: Sequence[str], *, histories: bool = False) -> list[Path]:
    root = Path(__file__).resolve().parents[2]
    patterns = (place.format(home=Path.home(), root=root) for place in places)
    found = {file for pattern in patterns for file in Path("/").glob(pattern.lstrip("/"))}
    return sorted(file for file in found if (file.is_file() if histories else _readable(file)))


def richest(pattern: re.Pattern[str], count: int, *, given: Sequence[str] = ()) -> list[Path]:
    """Return the files, histories of changes among them, in which a pattern is found most, the best first.

    Copies of a file under another name count once.
    """
    hits: dict[bytes, tuple[int, Path]] = {}
    for file in files(given) if given else [*_placed(PLACES), *_placed(HISTORIES, histories=True)]:
        data = _unpacked(file)
        found = len(pattern.findall(data.decode(errors="ignore")))
        if found:
            hits.setdefault(md5(data, usedforsecurity=False).digest(), (found, file))
    ranked = sorted(hits.values(), key=lambda hit: (-hit[0], hit[1]))
    return [file for _, file in ranked[:count]]


def _unpacked(file: Path) -> bytes:
    try:
        return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    except OSError:
        return b""


def _readable(file: Path) -> bool:
    if _MAN.search(str(file)):
        return file.is_file()
    name = file.name.removesuffix(".gz")
    suffix = Path(name).suffix if not name.startswith(("README", "METADATA")) else ""
    return suffix in _TEXT and not _SKIPPED.search(name) and file.is_file() and file.stat().st_size > 4000


def read(file: Path) -> str:
    """Return the text of a file, unpacked and without markup; empty where it is no text."""
    if _MAN.search(str(file)):
        environment = {**os.environ, "MANWIDTH": "2000", "MANOPT": "--no-hyphenation --no-justification"}
        shown = subprocess.run(["man", "-l", str(file)], env=environment, capture_output=True, check=False)
        return re.sub(r"\n", "\n\n", shown.stdout.decode(errors="replace"))
    try:
        text = _unpacked(file).decode()
    except UnicodeDecodeError:
        return ""
    if file.suffix == ".html":
        parser = _Paragraphs()
        parser.feed(text)
        return "\n\n".join(parser.found)
    return _FENCE.sub("", text)


def paragraphs(text: str, *, indented: bool = False) -> Iterator[str]:
    """Yield the paragraphs of running prose, each on one line; ``indented`` ones too, as in histories."""
    for block in _PARAGRAPH.split(text):
        if not indented and "\n    " in f"\n{block}" and "\n" in block:  # indented by four: code or a list
            continue
        plain = block
        for pattern, replacement in _MARKUP:
            plain = pattern.sub(replacement, plain)
        plain = " ".join(plain.split())
        if 60 <= len(plain) <= 2000 and is_prose(plain):
            yield plain


def is_prose(text: str) -> bool:
    """Whether a line reads like running text rather than code, a list item, a heading or a licence."""
    if not (text[0].isupper() or text[0] in "\"'“‘„«") or text.rstrip("\"'”’»)")[-1:] not in (".", "!", "?"):
        return False
    if _LIST_MARK.match(text) or _BOILERPLATE.search(text) or len(_CODE.findall(text)) * 150 > len(text):
        return False
    letters = sum(char.isalpha() or char == " " for char in text)
    words = [word for word in tokenize(text).words if word[0].isalpha()]
    language = detect_language(words)
    grammar = sum(word in function_words(language) for word in words) if language else 0
    return letters >= 0.85 * len(text) and grammar >= 0.25 * len(words)


def _beside(texts: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    """Return the paragraphs that have a pattern, and those next to them."""
    hits = {index for index, text in enumerate(texts) if pattern.search(text)}
    return [text for index, text in enumerate(texts) if hits & {index - 1, index, index + 1}]


def documents(
    paths: Sequence[str] = (),
    *,
    languages: Iterable[str] = ("en", "nl"),
    limit: int = 60,
    seed: int = 1,
    size: int = 24_000,
    as_is: bool = False,
    rich_in: re.Pattern[str] | None = None,
) -> Iterator[Prose]:
    """Yield at most ``limit`` documents a language, in an order that the seed decides.

    The documents of one language are the same whichever others are asked for: one filed under a language
    (Dutch manuals) counts for that one only, and so does a paragraph that stands in several documents, in
    the first of them. ``as_is`` keeps the layout of a file (for transcripts); else its prose is cut to
    ``size`` characters. ``rich_in`` takes the documents in which a pattern is found most, and of those only
    the paragraphs that have it or stand beside one.
    """
    if rich_in:
        found = richest(rich_in, limit * _SPARE, given=paths)
    else:
        found = files(paths)
        random.Random(seed).shuffle(found)
    room = dict.fromkeys(languages, limit)
    seen: dict[str, set[str]] = defaultdict(set)
    for file in found:
        if not any(room.values()):
            return
        translated = re.search(r"/man/(\w+)/man\d/", str(file))
        filed = translated.group(1) if translated else "en"
        if not room.get(filed) and not paths:
            continue
        raw = read(file)
        kept = (
            [raw]
            if as_is
            else [one for one in paragraphs(raw, indented=bool(rich_in)) if one not in seen[filed]]
        )
        if rich_in and not as_is:
            kept = _beside(kept, rich_in)
        seen[filed].update(kept)
        text = "\n\n".join(kept)
        if not as_is and len(text) > size:
            text = text[: text.rfind("\n\n", 0, size)] if "\n\n" in text[:size] else text[:size]
        if len(text) < 1500:
            continue
        language = detect_language(tokenize(text).words)
        if room.get(language) and (paths or language == filed):
            room[language] -= 1
            yield Prose(str(file), language, text + "\n")
