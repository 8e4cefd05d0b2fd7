import codecs
import hashlib
from pathlib import Path

import pytest

from factcheck._sources import collect, match_sources, read_text_source
from factcheck.errors import InputError
from factcheck.model import Source

PROSE = "The dam was built by the people of the town and it is still there.\n"


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def paths(folder: Path, *given: str) -> tuple[list[str], list[tuple[str, int, int, str]]]:
    """Return the paths of the sources and the problems that the given paths of a folder lead to."""
    sources, problems = collect([folder / path for path in given or ("",)], folder)
    told = [(problem.path, problem.line, problem.column, problem.message) for problem in problems]
    return [source.path for source in sources], told


def test_folder_yields_text_and_markdown(tmp_path):
    write(tmp_path, b_txt=PROSE, a_md=PROSE, sub__c_txt=PROSE, x_pdf=b"%PDF", x_json="{}")
    (tmp_path / ".hidden").mkdir()
    write(tmp_path / ".hidden", d_txt=PROSE)
    assert paths(tmp_path) == (["a.md", "b.txt", "sub/c.txt"], [])


def test_one_name_in_two_folders(tmp_path):
    write(tmp_path, a__x_txt=PROSE, b__x_txt=PROSE)
    sources, _ = collect([tmp_path], tmp_path)
    assert [(source.name, source.path) for source in sources] == [("x.txt", "a/x.txt"), ("x.txt", "b/x.txt")]
    assert [source.path for source in match_sources(["b/x.txt"], sources)[0]] == ["b/x.txt"]


def test_a_file_found_twice_counts_once(tmp_path):
    write(tmp_path, x_txt=PROSE)
    assert paths(tmp_path, "x.txt", "", "../" + tmp_path.name) == (["x.txt"], [])


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b"", 0, 0, "the file is empty; fill or remove it"),
        (b" \n\n", 0, 0, "the file is empty; fill or remove it"),
        (codecs.BOM_UTF8, 0, 0, "the file is empty; fill or remove it"),
        (b"one\ntwo caf\xe9\n", 2, 8, "byte 0xe9 at offset 11 is not UTF-8; save the file as UTF-8"),
        (b"one\r\ntwo\0\n", 2, 4, "NUL byte; save the file as UTF-8 text"),
        ("one".encode("utf-16-le"), 1, 2, "NUL byte; save the file as UTF-8 text"),
    ],
)
def test_file_that_is_no_text(tmp_path, content, line, column, message):
    write(tmp_path, bad_txt=content, good_txt=PROSE)
    assert paths(tmp_path) == (["good.txt"], [("bad.txt", line, column, message)])


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_tells_the_encoding(mark, encoding):
    data = mark + "Één dam.\n".encode(encoding)
    source = read_text_source("x.txt", data)
    assert (source.text, source.sha256) == ("Één dam.\n", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("none.txt", "no such source file or folder; check the path"),
        ("x.pdf", "no plugin reads sources of the type .pdf; save it as .txt"),
        ("broken", "a link to nothing; mend or remove it"),
    ],
)
def test_named_path_that_cannot_be_read(tmp_path, given, message):
    write(tmp_path, x_pdf=b"%PDF", good_txt=PROSE)
    (tmp_path / "broken").symlink_to("nowhere")
    assert paths(tmp_path, given, "good.txt") == (["good.txt"], [(given, 0, 0, message)])


def test_links(tmp_path):
    write(tmp_path, outside_txt="the secret is kept here\n", docs__in_txt=PROSE, docs__sub__x_txt=PROSE)
    docs = tmp_path / "docs"
    for name, target in {
        "out.txt": "../outside.txt",
        "up": "..",
        "self": "self",
        "gone.txt": "nowhere.txt",
        "latest.txt": "in.txt",
        "sub/back": "..",
    }.items():
        (docs / name).symlink_to(target)
    outside = "a link that leads outside the source folder; copy the file here, or name it as a source"
    nothing = "a link to nothing or to itself; mend or remove it"
    sources, problems = collect([docs], tmp_path)
    assert [(source.path, source.aliases) for source in sources] == [
        ("docs/in.txt", ("latest.txt",)),
        ("docs/sub/x.txt", ()),
    ]
    assert [(problem.path, problem.message) for problem in problems] == [
        ("docs/gone.txt", nothing),
        ("docs/out.txt", outside),
        ("docs/self", nothing),
        ("docs/sub/back", "a link to a folder that holds it; remove it"),
        ("docs/up", outside),
    ]


def test_a_plugin_reads_other_files_first(tmp_path):
    write(tmp_path, x_odt=b"PK", y_txt=PROSE)

    def read(path: Path) -> Source | None:
        return Source(path.name, path.name, "read", "0") if path.suffix == ".odt" else None

    sources, problems = collect([tmp_path], tmp_path, read)
    assert ([source.name for source in sources], problems) == (["x.odt", "y.txt"], ())


def test_a_plugin_that_cannot_read_is_reported(tmp_path):
    write(tmp_path, x_odt=b"PK", y_txt=PROSE)

    def read(path: Path) -> Source | None:
        if path.suffix == ".odt":
            raise InputError("no archive; save it again", line=3)
        return None

    sources, problems = collect([tmp_path], tmp_path, read)
    assert [source.name for source in sources] == ["y.txt"]
    assert [(item.path, item.line, item.message) for item in problems] == [
        ("x.odt", 3, "no archive; save it again")
    ]


@pytest.mark.parametrize(
    ("patterns", "names", "unmatched"),
    [
        (["a.txt"], ["a.txt"], ()),
        (["a"], ["a.txt"], ()),
        (["docs/a.txt"], ["a.txt"], ()),
        (["./docs/sub/b.md"], ["b.md"], ()),
        (["sub/b"], ["b.md"], ()),
        (["first"], ["a.txt"], ()),
        (["*.txt"], ["a.txt", "c[1].txt"], ()),
        (["sub/*"], ["b.md"], ()),
        (["fir*"], ["a.txt"], ()),
        (["c[1].txt"], ["c[1].txt"], ()),
        (["b.md", "a"], ["a.txt", "b.md"], ()),
        (
            ["A.txt", "a.tx", "ub/b.md", "../a.txt", "", "x*"],
            [],
            ("A.txt", "a.tx", "ub/b.md", "../a.txt", "", "x*"),
        ),
        (["a", "z"], ["a.txt"], ("z",)),
    ],
)
def test_match_sources(patterns, names, unmatched):
    sources = (
        Source("a.txt", "docs/a.txt", "", "", aliases=("first",)),
        Source("b.md", "docs/sub/b.md", "", ""),
        Source("c[1].txt", "docs/c[1].txt", "", ""),
    )
    found, missing = match_sources(patterns, sources)
    assert ([source.name for source in found], missing) == (names, unmatched)


DATES = {
    "June 21st, 2017": "2017-06-21",
    "21 June 2017": "2017-06-21",
    "Wednesday, 21 June 2017, 10:45": "2017-06-21",
    "Published June 21, 2017": "2017-06-21",
    "(meta) PUBLISHED DATETIME: 2017-06-21T08:00:00Z": "2017-06-21",
    "Oslo, 21 June 2017": "2017-06-21",
    "The Gardener | 21 June 2017": "2017-06-21",
    "The Gardener, Wednesday 21 June 2017": "2017-06-21",
    "Date: 2017-06-21": "2017-06-21",
    "Born: June 21, 2017": None,
    "Date of birth: June 21, 2017": None,
    "The dam was opened on June 21, 2017": None,
    "The dam opened. In Oslo, 21 June 2017": None,
    "6/7/2017": None,
    "June 2017": None,
    "31 June 2017": None,
    "June 21, 2017 was a warm day": None,
}


@pytest.mark.parametrize(("line", "expected"), DATES.items())
def test_date(line, expected):
    assert read_text_source("x.txt", f"A dam\n\n{line}\n\n{PROSE}".encode()).date == expected


@pytest.mark.parametrize(
    ("line", "expected"), [("7 juni 2019", "2019-06-07"), ("Tuinblad nummer 10, 7 juni 2019", "2019-06-07")]
)
def test_date_in_dutch(line, expected):
    text = f"{line}\n\nDe dam is door de mensen van het dorp gebouwd en hij staat er nog.\n"
    assert read_text_source("x.txt", text.encode()).date == expected


OPENINGS = [  # what a text begins with, in the same line
    ("The Gardener, Wednesday 21 June 2017. ", "2017-06-21"),
    ("Gardener of Oslo, June 21, 2017. ", "2017-06-21"),
    ("OSLO, 21 June 2017 – ", "2017-06-21"),
    ("Wednesday 21 June 2017. ", "2017-06-21"),
    ("In Oslo, 21 June 2017. ", None),
    ("The dam opened, 21 June 2017. ", None),
    ("The dam was opened on 21 June 2017. ", None),
    ("The Gardener, June 2017. ", None),
    ("De Tuinder, woensdag 21 juni 2017. ", "2017-06-21"),
    ("Brugge, 21 juni 2017 – ", "2017-06-21"),
]


@pytest.mark.parametrize(("opening", "expected"), OPENINGS)
def test_date_that_a_text_opens_with(opening, expected):
    dutch = "juni" in opening or "De " in opening
    prose = "De dam is door de mensen van het dorp gebouwd en hij staat er nog.\n" if dutch else PROSE
    assert read_text_source("x.txt", f"{opening}{prose}".encode()).date == expected


TITLES = {
    "a first line": (f"How a dam came to be\n\n{PROSE}", "How a dam came to be"),
    "a heading": (f"# How a dam came to be #\n\n{PROSE}", "How a dam came to be"),
    "front matter": (f"---\ntitle: A dam\ndate: 2017-06-21\n---\n# Else\n\n{PROSE}", "A dam"),
    "a sentence": (f"{PROSE}\n{PROSE}", None),
    "a date": (f"21 June 2017\n\n{PROSE}", None),
    "a credit": (f"Photo: Ida Holm\n\n{PROSE}", None),
    "a label": ("Holm: The dam.\n\nVik: Yes.\n\nHolm: So.\n\nVik: Well.\n", None),
    "nothing else": ("A dam", None),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_title(text, expected):
    assert read_text_source("x.txt", text.encode()).title == expected


def test_front_matter_date():
    text = f"---\ntitle: A dam\ndate: 2017-06-21\n---\n{PROSE}"
    assert read_text_source("x.txt", text.encode()).date == "2017-06-21"


def test_sources_file_describes(tmp_path):
    write(
        tmp_path,
        x_txt="With Ida Holm\n\nQ: Is the dam safe?\n\nHolm: It is.\n\nQ: Since when?\n\nHolm: Today.\n",
        sources_yaml=(
            "sources:\n- file: x.txt\n  alias: dam\n  title: Our dam\n  publisher: The Gardener\n"
            "  date: 2017-06-21\n  language: nl\n  speakers:\n  - {name: Ida Holm, aliases: [the Oak]}\n"
            "  - {name: Carl Vik, role: interviewer}\n"
        ),
    )
    (source,), problems = collect([tmp_path], tmp_path)
    assert problems == ()
    assert (source.aliases, source.title, source.publisher, source.date, source.language, source.people) == (
        ("dam",),
        "Our dam",
        "The Gardener",
        "2017-06-21",
        "nl",
        {"Ida Holm": ("the Oak",), "Carl Vik": ()},
    )
    assert [(turn.speaker, turn.role) for turn in source.turns] == [
        (None, "narration"),
        ("Carl Vik", "question"),
        ("Ida Holm", "speech"),
        ("Carl Vik", "question"),
        ("Ida Holm", "speech"),
    ]


def test_a_sources_file_describes_a_document_that_is_named(tmp_path):
    described = "sources:\n- {file: x.txt, alias: dam}\n- {file: y.txt, alias: oak}\n"
    write(tmp_path, x_txt=PROSE, y_txt=PROSE, sources_yaml=described)
    for given, aliases in (
        (("x.txt",), [("dam",)]),
        (("x.txt", "y.txt"), [("dam",), ("oak",)]),
        (("x.txt", "", "./x.txt"), [("dam",), ("oak",)]),
    ):
        sources, problems = collect([tmp_path / path for path in given], tmp_path)
        assert ([source.aliases for source in sources], problems) == (aliases, ())
    write(tmp_path, sources_yaml="sources:\n- {file: x.txt, titel: A}\n")
    assert [problem[1] for problem in paths(tmp_path, "x.txt")[1]] == [2]


FAULTS = {
    "unknown key": ("- file: x.txt\n  titel: A\n", 3, 3, "unknown key 'titel'; did you mean 'title'?"),
    "unknown root key": (
        "[]\nfiles: []\n",
        2,
        1,
        "unknown key 'files'; write everything under 'sources:'",
    ),
    "duplicate key": ("- file: x.txt\n  title: A\n  title: B\n", 4, 3, "'title' stands twice here; keep one"),
    "described twice": (
        "- file: x.txt\n- file: x.txt\n",
        3,
        9,
        "'x.txt' is described twice; make it one entry",
    ),
    "no file": ("- title: A\n", 2, 3, "an entry without 'file:'; name the file it describes"),
    "not there": (
        "- file: y.txt\n",
        2,
        9,
        "no source file 'y.txt' here; name a file in this folder or below it",
    ),
    "outside": ("- file: ../y.txt\n", 2, 9, "'../y.txt' leads outside this folder; name a file inside it"),
    "absolute": (
        "- file: /etc/passwd\n",
        2,
        9,
        "'/etc/passwd' leads outside this folder; name a file inside it",
    ),
    "no date": ("- file: x.txt\n  date: June\n", 3, 9, "'June' is no date; write YYYY-MM-DD"),
    "no language": (
        "- file: x.txt\n  language: English\n",
        3,
        13,
        "'English' is no language code; write two letters, such as en, nl",
    ),
    "empty": ("- file: x.txt\n  title:\n", 3, 9, "'title' is empty; fill it in or leave it out"),
    "list for text": ("- file: x.txt\n  title: [A]\n", 3, 10, "'title' needs one text"),
    "text for mapping": ("- x.txt\n", 2, 3, "an entry here is a mapping; begin it with 'file:'"),
    "speaker without a name": (
        "- file: x.txt\n  speakers:\n  - role: mayor\n",
        4,
        5,
        "a speaker without 'name:'; add it",
    ),
    "alias": (
        "- &a\n  file: x.txt\n",
        2,
        3,
        "the anchor &a is not read; write the value out, or put the text in quotes",
    ),
}


@pytest.mark.parametrize(("body", "line", "column", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_in_a_sources_file(tmp_path, body, line, column, message):
    head = "sources: " if body.startswith("[") else "sources:\n"
    write(tmp_path, x_txt=PROSE, sources_yaml=head + body)
    assert paths(tmp_path) == (["x.txt"], [("sources.yaml", line, column, message)])
