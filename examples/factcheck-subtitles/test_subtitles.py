"""The tests of the plugin: what is read, where it stands in the file, and what every reader must hold to."""

from __future__ import annotations

import re
from pathlib import Path

import factcheck_subtitles
import pytest
import yaml

from factcheck.errors import InputError
from factcheck.model import Source
from factcheck.testing import Factchecker, Trial, reader_conformance

HERE = Path(__file__).parent
SAMPLES = {path.name: path.read_bytes() for path in sorted(HERE.glob("sources/*"))}
CASES = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))


def source_of(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    source = factcheck_subtitles.factcheck_read_source(str(path))
    assert source is not None
    return source


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(tmp_path: Path, case: dict[str, str]) -> None:
    """Each case is a file of cues and what is made of them: ``speaker (line:column, time): words`` a turn."""
    source = source_of(tmp_path, f"case.{case['format']}", case["file"])
    marks = {mark.start: mark for mark in source.landmarks}
    told = [
        f"{turn.speaker or '?'} ({marks[turn.start].line}:{marks[turn.start].column},"
        f" {marks[turn.start].locator}): {source.text[turn.start : turn.end]}"
        for turn in source.turns
    ]
    assert told == case["turns"]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_stretch_stands_where_its_landmark_says(tmp_path: Path, name: str, ending: str) -> None:
    text = SAMPLES[name].decode()
    source = source_of(tmp_path, name, text.replace("\n", ending))
    lines = text.split("\n")
    ends = [mark.start for mark in source.landmarks[1:]] + [len(source.text)]
    for mark, end in zip(source.landmarks, ends, strict=True):
        words = source.text[mark.start : end].rstrip()
        written = lines[mark.line - 1][mark.column - 1 :].replace("&amp;", "&")
        assert written.startswith(words)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.vtt", "1\n00:01.000 --> 00:02.000\nHello\n", "1:1: does not begin with WEBVTT"),
        ("a.vtt", "WEBVTT\n\nNOTE nothing\n", "1:1: holds no cue with a time"),
        ("a.srt", "1\n0:0:1 --> 0:0:2\nHello\n", "2:1: no time that can be read"),
        ("a.srt", "1\n00:00:01,0 --> 00:00:02,0\n\n", "the file is empty"),
    ],
)
def test_what_is_no_transcript_is_an_error_with_its_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        source_of(tmp_path, name, text)
    assert message in str(caught.value)


@pytest.mark.parametrize("trial", reader_conformance(factcheck_subtitles, SAMPLES), ids=str)
def test_conformance(trial: Trial) -> None:
    trial()


def test_a_run_shows_the_time_and_the_line_of_the_passage(factchecker: Factchecker) -> None:
    factchecker.write({f"sources/{name}": data for name, data in SAMPLES.items()})
    factchecker.write({"claims.yaml": (HERE / "claims.yaml").read_text(encoding="utf-8")})
    run = factchecker.run("claims.yaml", "--sources", "sources", "--format", "json")
    run.assert_outcomes(passed=2, xfailed=1)
    shown = {
        claim["id"]: [
            (passage["path"], passage["line"], passage["column"], passage["locator"], passage["text"])
            for finding in claim["findings"]
            for passage in finding["evidence"]
        ]
        for claim in run.report()["claims"]
    }
    assert shown == {
        "fog": [
            (
                "sources/harbour.vtt",
                *(11, 46, "00:00:04"),
                "we have never once closed it because of the fog",
            )
        ],
        "boats": [("sources/harbour.vtt", 11, 31, "00:00:04", "240")],
        "repairs": [("sources/council.srt", 9, 7, "00:00:05", "4.2 million euros")],
    }
    page = "\n".join(factchecker.run("claims.yaml", "--sources", "sources", "--format", "html").lines)
    assert re.findall(r"</cite>, (.*?), ", page) == ["00:00:04", "00:00:04", "00:00:05"]
