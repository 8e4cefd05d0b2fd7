"""Claims files: what is read, where it stands, and what is refused, each fault with its place."""

from __future__ import annotations

import gc
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck import _rules
from factcheck._claims import ClaimsFile, duplicate_ids, read_claims
from factcheck.model import Claim, OffsetMap, Place, Verdict

HARBOUR = """\
sources: [harbour.txt]
speaker: Ida Holm
claims:
  - id: cranes
    statement: Some 12 cranes stand
      in the harbour.
    sources: ["0*.txt", log]
    tags: [cranes, 2021-03-04]
  - id: 012
    quote: "We don\\u2019t need 3.10 cranes."
    speaker: Jon Vik
    expect: refuted
    reason: no
"""


def one(body: str) -> str:
    """Return a file with one claim, whose id stands on line 2 and whose other keys follow from line 3."""
    return "claims:\n  - id: a\n" + "".join(f"    {line}\n" for line in body.split("\n"))


def read(text: str | bytes) -> ClaimsFile:
    return read_claims("c.yaml", text if isinstance(text, bytes) else text.encode())


def faults(text: str | bytes) -> list[str]:
    return [f"{p.line}:{p.column} {p.code} {p.message}" for p in read(text).problems]


@pytest.fixture(params=["c", "python"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of PyYAML: the one of libyaml and the one for machines without it."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    return str(request.param)


def test_claims_are_read(library: str) -> None:
    expected = (
        Claim(
            id="cranes",
            place=Place("c.yaml", 4, 5, 8, 31, 53, 181),
            statement="Some 12 cranes stand in the harbour.",
            speaker="Ida Holm",
            sources=("0*.txt", "log"),
            tags=("cranes", "2021-03-04"),
            statement_map=OffsetMap(((0, 79), (21, 106))),
        ),
        Claim(
            id="012",
            place=Place("c.yaml", 9, 5, 13, 15, 186, 294),
            quote="We don’t need 3.10 cranes.",
            speaker="Jon Vik",
            own_speaker=True,
            sources=("harbour.txt",),
            expect=Verdict.REFUTED,
            reason="no",
            quote_map=OffsetMap(((0, 206), (6, 212), (7, 218))),
        ),
    )
    assert read(HARBOUR) == ClaimsFile("c.yaml", HARBOUR, expected, ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_hold_for_every_line_end(newline: str, library: str) -> None:
    text = HARBOUR.replace("\n", newline)
    places = [(c.place.line, c.place.column, c.place.end_line, c.place.end_column) for c in read(text).claims]
    assert places == [(4, 5, 8, 31), (9, 5, 13, 15)]
    first = read(text).claims[0]
    assert text[first.statement_map(0) :].startswith("Some 12")
    assert text[first.statement_map(21) :].startswith("in the")
    assert text[first.place.start : first.place.end].endswith("2021-03-04]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_read_alike(encoding: str) -> None:
    text = HARBOUR.replace("Jon", "Jön 😀")
    assert read(text.encode(encoding)) == read(text)


def test_scalars_stay_as_written(library: str) -> None:
    words = ["no", "012", "3.10", "2021-03-04", "1e5", "0x1F", "true", "=", "12:30:00"]
    text = one(f"statement: {words[0]}\ntags: [{', '.join(words)}]")
    assert [(c.statement, c.tags) for c in read(text).claims] == [("no", tuple(words))]


def test_json_is_read(library: str) -> None:
    file = {"claims": [{"id": "é", "statement": "12 “cranes” 😀!", "sources": ["a\tb"]}], "speaker": "Ida"}
    for text in (
        json.dumps(file),
        json.dumps(file, indent="\t"),
        json.dumps(file, ensure_ascii=False, separators=(",", ":")),
    ):
        (claim,) = read(text).claims
        assert (claim.id, claim.statement, claim.speaker) == ("é", "12 “cranes” 😀!", "Ida")
        assert claim.sources == ("a\tb",)
        assert text[claim.statement_map(13)] == "!"
        assert (text[claim.place.start], text[claim.place.end - 1]) == ("{", "}")


def test_what_the_file_says_may_stand_below_the_claims() -> None:
    text = "claims:\n- id: a\n  quote: q\n- id: b\n  quote: q\n  speaker: Jon\n  sources: [b]\n"
    claims = read(text + "speaker: Ida\nsources: [a]\n").claims
    assert [(c.speaker, c.own_speaker, c.sources) for c in claims] == [
        ("Ida", False, ("a",)),
        ("Jon", True, ("b",)),
    ]


@pytest.mark.parametrize("text", ["claims: []", "claims:\n  []\n...\n", "%YAML 1.1\n---\nclaims: []\n"])
def test_no_claims_is_no_fault_of_a_file(text: str) -> None:
    assert read(text) == ClaimsFile("c.yaml", text, (), ())


EMPTY = "FC911 the file is empty; write 'claims:' and a list under it"
HIDDEN = "FC918 the id has the invisible character"
CLAIM_KEYS = "id, statement, quote, speaker, sources, tags, expect, reason"
FAULTS = {
    # the file
    "": f"1:1 {EMPTY}",
    "# nothing yet\n": f"1:1 {EMPTY}",
    "---\n": f"1:1 {EMPTY}",
    "claims": "1:1 FC916 the file is text and no mapping; start it with 'claims:' and a list under it",
    "\n- id: a": "2:1 FC916 the file is a list and no mapping; start it with 'claims:' and a list under it",
    "sources: [a]\n": "1:1 FC917 the file has no 'claims'; write 'claims:' and a list under it",
    "claims:\n": "1:8 FC917 'claims' is empty; write a list of '- id: …' under it",
    "claims: null": "1:9 FC917 'claims' is empty; write a list of '- id: …' under it",
    "claims: {}": "1:9 FC916 'claims' is a mapping; write a list of '- id: …' under it",
    "claims: all": "1:9 FC916 'claims' is text; write a list of '- id: …' under it",
    "claim: []": "1:1 FC914 unknown key 'claim'; did you mean 'claims'?",
    "id: a\nclaims: []": "1:1 FC914 unknown key 'id'; it belongs to a claim, in the list under 'claims:'",
    "claims: []\nclaims: []": "2:1 FC915 duplicate key 'claims'; keep one of the two",
    "speaker:\nclaims: []": "1:9 FC917 'speaker' is empty; write it out, or leave it out altogether",
    "claims: [a]": "1:10 FC916 a claim has keys; write '- id: …' and 'statement: …' under it",
    # keys of a claim
    one("statment: x"): "3:5 FC914 unknown key 'statment'; did you mean 'statement'?",
    one("Quote: x"): "3:5 FC914 unknown key 'Quote'; did you mean 'quote'?",
    one("statement: x\nxyz: x"): f"4:5 FC914 unknown key 'xyz'; write one of {CLAIM_KEYS}",
    one(
        "statement: x\n<<: {quote: y}"
    ): "4:5 FC914 unknown key '<<'; merge keys are not read, write the keys out",
    one("statement: x\nstatement: y"): "4:5 FC915 duplicate key 'statement'; keep one of the two",
    one("statement: x\n? [a]\n: b"): f"4:7 FC916 a key is text; write one of {CLAIM_KEYS}",
    # values of a claim
    "claims:\n  - quote: x": "2:5 FC917 the claim has no 'id'; give it one of its own",
    one("tags: [x]"): "2:5 FC917 the claim has no 'statement' and no 'quote'; write one of them or both",
    "claims:\n  - id:\n    statement: a": "2:8 FC917 'id' is empty; give the claim one of its own",
    one("statement:"): "3:15 FC917 'statement' is empty; write it out, or leave it out altogether",
    one("statement: ~"): "3:16 FC917 'statement' is empty; write it out, or leave it out altogether",
    one("quote: ' '"): "3:12 FC917 'quote' is empty; write it out, or leave it out altogether",
    one("quote: [x]"): "3:12 FC916 'quote' is a list; write it as text, in quotes if need be",
    one("quote: {x: y}"): "3:12 FC916 'quote' is a mapping; write it as text, in quotes if need be",
    one("quote: x\nsources: a.txt"): "4:14 FC916 'sources' is text; write a list: sources: [a.txt]",
    one("quote: x\ntags:"): "4:10 FC917 'tags' is empty; write a list: tags: […]",
    one("quote: x\nsources: []"): "4:14 FC917 'sources' names none; name one, or leave the key out for all",
    one("quote: x\nsources: {a: b}"): "4:14 FC916 'sources' is a mapping; write a list: sources: […]",
    one(
        "quote: x\nsources: [[a]]"
    ): "4:15 FC916 an entry of 'sources' is a list; write it as text, in quotes if need be",
    one(
        "quote: x\ntags: ['']"
    ): "4:12 FC917 an entry of 'tags' is empty; write it out, or leave it out altogether",
    one("quote: x\nexpect: refuted"): "4:13 FC918 'expect: refuted' has no reason; add 'reason:' and say why",
    one(
        "quote: x\nexpect: no evidence"
    ): "4:13 FC918 'no evidence' is no verdict; did you mean 'not_enough_evidence'?",
    f"claims: [{{id: {'x' * 201}, quote: x}}]": "1:15 FC918 the id has 201 characters; keep it to 200",
    'claims: [{id: "a\\nb", quote: x}]': f"1:15 {HIDDEN} U+000A; leave it out",
    'claims: [{id: "a\\e[1m", quote: x}]': f"1:15 {HIDDEN} U+001B; leave it out",
    "claims: [{id: a\u202eb, quote: x}]": f"1:15 {HIDDEN} U+202E; leave it out",
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.items())
def test_a_fault_is_named_with_its_place(text: str, expected: str, library: str) -> None:
    assert (faults(text), read(text).claims) == ([expected], ())


def test_good_claims_are_kept_beside_faulty_ones() -> None:
    text = "claims:\n- {id: a, quote: q}\n- {id: b}\n- {id: c, quot: q, expect: bad}\n- {id: d, quote: q}\n"
    assert [claim.id for claim in read(text).claims] == ["a", "d"]
    assert [message.split(" ")[:2] for message in faults(text)] == [
        ["3:3", "FC917"],
        ["4:11", "FC914"],
        ["4:28", "FC918"],
    ]


def test_a_fault_of_the_file_drops_all_claims() -> None:
    text = "claims:\n- {id: a, quote: q}\nspeakers: Ida\n"
    assert (read(text).claims, len(read(text).problems)) == ((), 1)


def test_faults_come_in_the_order_of_the_file() -> None:
    text = "claims:\n- {quote: q, id: }\n- {id: b}\nspeaker:\n"
    assert [message.partition(" ")[0] for message in faults(text)] == ["2:18", "3:3", "4:9"]


@pytest.mark.parametrize(
    "text",
    [
        "claims: [" + "a," * 500_000 + "]",
        "{" + "a: b, " * 200_000 + "}",
        "claims: [{" + ", ".join(f"k{i}: v" for i in range(5_000)) + "}]",
        "sources: [" + "[]," * 5_000 + "]",
    ],
    ids=["claims", "keys of the file", "keys of a claim", "sources"],
)
def test_endless_faults_are_cut_short(text: str) -> None:
    problems = read(text).problems
    assert len(problems) == 101
    assert problems[-1].message == "100 faults or more; mend these, the rest of the file was not read"


def test_ids_are_unique_over_the_run() -> None:
    files = [
        read_claims("x.yaml", b"claims: [{id: a, quote: q}, {id: A, quote: q}, {id: b, quote: q}]"),
        read_claims("y.yaml", b"claims:\n- {id: b, quote: q}\n- {id: c, quote: q}\n- {id: c, quote: q}"),
    ]
    assert [(p.path, p.line, p.column, p.code, p.message) for p in duplicate_ids(files)] == [
        ("y.yaml", 2, 3, "FC919", "id 'b' is that of the claim at x.yaml:1:48 too; give each claim its own"),
        ("y.yaml", 4, 3, "FC919", "id 'c' is that of the claim at y.yaml:3:3 too; give each claim its own"),
    ]


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(enabled: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read(HARBOUR)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


def assert_sound(file: ClaimsFile) -> None:
    """Hold what is true of every file: places inside the text, problems with a code and what to do."""
    known = {rule.code for rule in _rules.RULES}
    for problem in file.problems:
        assert problem.code in known
        assert "; " in problem.message
    for claim in file.claims:
        assert 0 <= claim.place.start < claim.place.end <= len(file.text)
        for words, mapped in ((claim.statement, claim.statement_map), (claim.quote, claim.quote_map)):
            if words is not None:
                offsets = [mapped(i) for i in range(len(words) + 1)]
                assert offsets == sorted(set(offsets))
                assert claim.place.start <= offsets[0]
                assert offsets[len(words) - 1] < len(file.text)


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_are_too_bad(data: bytes) -> None:
    assert_sound(read(data))


EDITS = st.lists(
    st.tuples(
        st.integers(0, len(HARBOUR)),
        st.integers(0, 6),
        st.sampled_from(
            [
                *"\n\r\t :-[]{},'\"|>&*!%#?@`\\~\0\x1b",
                "\n    ",
                "---\n",
                "...\n",
                "\\ud83d",
                "\u2028",
                "\ufeff",
                "<<: ",
            ]
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(EDITS, st.booleans())
def test_no_damage_is_too_bad(edits: list[tuple[int, int, str]], as_json: bool) -> None:
    text = json.dumps({"claims": [{"id": "é", "statement": "12 😀"}]}) if as_json else HARBOUR
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    assert_sound(read(text.encode()))
