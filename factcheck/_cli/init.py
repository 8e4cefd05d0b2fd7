"""``factcheck init [SOURCE...]``: a configuration and a first claims file, made from the user's documents."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factcheck import _configfile, _plugins
from factcheck._cli.console import complain, current_folder, write
from factcheck._cli.parser import Parser
from factcheck._engine import Engine
from factcheck._exitcode import ExitCode
from factcheck._inputs import source_reader
from factcheck._mentions import extract_mentions
from factcheck._reporters.json import dumps
from factcheck._reporters.summary import problem_line
from factcheck._schema import claims_schema
from factcheck._sources import collect
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Claim, Outcome, Place, Source
from factcheck.text import Document

_USUAL = ("sources", "documents", "docs")  # folders that are taken where none is named
_MOST_CLAIMS = 5
_MOST_TRIED = 40  # sentences of a document
_LONGEST = 160  # characters of a statement
_TARGETS = (_configfile.OWN_FILE, "claims/first.yaml", "claims/claims.schema.json")


def run(argv: Sequence[str]) -> int:
    """Write the files, none over another, and say what to do next."""
    given = parser().parse_intermixed_args(argv).sources
    root = current_folder()
    for name in _TARGETS:
        if os.path.lexists(root / name):
            raise ConfigError("is there already; nothing was written", path=name)
    if found := _configfile.load((), root, local_plugins=True).file:
        shown = os.path.relpath(found, root)
        raise ConfigError("configures this folder already; nothing was written", path=shown)
    sources = given or [name for name in _USUAL if (root / name).is_dir()][:1]
    if not sources:
        raise ConfigError(f"no folder {' or '.join(_USUAL)} is here; name your documents: factcheck init DIR")
    config = Config(root=root, sources=tuple(map(Path, sources)))
    plugins = _plugins.load(config)
    with plugins.overheard.listening():  # what plugins print is no part of the output
        documents, problems = collect(config.sources, root, source_reader(plugins, config))
    for problem in (*plugins.problems, *problems):
        complain(problem_line(problem))
    if not documents:
        raise ConfigError("holds no document; put .txt or .md files there, or name another", path=sources[0])
    claims = list(_claims(Engine(plugins.checks, documents, config)))
    _write(root / _TARGETS[0], _configuration(sources, (check.name for check in plugins.checks)))
    _write(root / _TARGETS[1], _claims_file(claims, documents[0].name))
    _write(root / _TARGETS[2], [json.dumps(claims_schema(), indent=2, ensure_ascii=False)])
    counted = f"{len(claims)} claim{'' if len(claims) == 1 else 's'} about {len(documents)} document"
    said = f"{counted}{'' if len(documents) == 1 else 's'}"
    write([f"wrote {', '.join(_TARGETS)} ({said})", "next: factcheck claims/"])
    return ExitCode.OK


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("init", "Write a configuration and a first claims file from your documents.")
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help=f"default: {' or '.join(_USUAL)}")
    return parser


def _configuration(sources: Iterable[str], checks: Iterable[str]) -> Iterator[str]:
    yield f"sources = [{', '.join(map(dumps, sources))}]"
    yield 'claims = ["claims"]'
    yield f"require = [{', '.join(map(dumps, checks))}]  # a missing check must not look like a pass"


def _claims(engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield statement and source of sentences that their own document supports, each document in turn."""
    streams = [_supported(engine, source) for source in engine.library.sources]
    made = 0
    while streams and made < _MOST_CLAIMS:
        stream = streams.pop(0)
        if (statement := next(stream, None)) is not None:
            made += 1
            streams.append(stream)
            yield statement


def _supported(engine: Engine, source: Source) -> Iterator[tuple[str, str]]:
    document = engine.library.document(source)
    tried: set[tuple[int, int]] = set()
    for mention in extract_mentions(document, engine.checks, engine.problems.append):
        span = document.sentence_at(mention.start)
        statement = " ".join(source.text[span.start : span.end].split())
        fits = len(statement) <= _LONGEST and statement[-1:] in ".!" and Document(statement).language
        if mention.kind == "quote" or span in tried or not fits:
            continue
        if len(tried) == _MOST_TRIED:
            return
        tried.add(span)
        place = Place("", 1, 1, 1, 1, 0, len(statement))
        if engine.judge(Claim("first", place, statement), (source,)).outcome is Outcome.PASSED:
            yield statement, source.name


def _claims_file(claims: Sequence[tuple[str, str]], example: str) -> Iterator[str]:
    yield "# yaml-language-server: $schema=claims.schema.json"
    yield "# What you say about your documents. These sentences are theirs, to start from: write yours."
    yield "claims:" if claims else "claims: []"
    for number, (statement, source) in enumerate(claims, 1):
        yield f"  - id: first-{number}"
        yield f"    statement: {dumps(statement)}"
        yield f"    sources: [{dumps(source)}]"
    if not claims:
        yield "#  - id: residents"
        yield "#    statement: The town has 86,000 residents."
        yield f"#    sources: [{dumps(example)}]"


def _write(path: Path, lines: Iterable[str]) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise ConfigError(
            f"cannot be written ({error.strerror}); check the folder", path=str(path)
        ) from error
