"""Cases of a check: a claim, a source, the verdict they must give, and the passage that must decide it.

A file of cases is YAML::

    cases:
      - claim: The harbour has 12 cranes.     # and/or quote: ..., speaker: ...
        source: There are 14 cranes in the harbour.
        verdict: refuted
        evidence: 14 cranes                   # optional: the text of the first passage
        rule: FC101                           # optional: code or name of the rule

``source`` may be a list of texts. What stands under ``claim`` is judged by the check alone.

A case of a check that reviews says which notes and warnings there must be, by code or name, and no others;
it needs no source and no verdict::

      - claim: The harbour opened on Monday 21 June 2017.
        remarks: [FC331]                      # or [] for silence
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from factcheck._engine import Engine
from factcheck._sources import read_text_source
from factcheck.checks import Named
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.model import Claim, Place, Result, Verdict

_KEYS = ("claim", "quote", "speaker", "source", "verdict", "evidence", "rule", "remarks")
_LISTS = ("source", "remarks")


class Case(NamedTuple):
    """What a check must make of a claim; ``name`` tells it from others, as ``cases.yaml:3``.

    Without sources the claim is held against itself. ``remarks`` are the codes or names of the rules of
    the notes and warnings that bear no verdict, ``None`` where any may be.
    """

    name: str
    verdict: Verdict | None
    sources: tuple[str, ...]
    claim: str | None = None
    quote: str | None = None
    speaker: str | None = None
    evidence: str | None = None
    rule: str | None = None
    remarks: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return self.name


def read_cases(path: str | Path) -> tuple[Case, ...]:
    """Return the cases of a file, named after it and counted from 1.

    Raises:
        InputError: the file cannot be read, or a case has another shape than the one above.

    """
    path = Path(path)
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - it is a safe one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"no cases can be read ({error}); mend the file", path=str(path)) from error
    listed = loaded.get("cases") if isinstance(loaded, dict) else None
    if not isinstance(listed, list):
        raise InputError("holds no list 'cases'", path=str(path))
    return tuple(_case(item, f"{path.name}:{number}") for number, item in enumerate(listed, 1))


class _Loader(yaml.SafeLoader):
    """Loads YAML in which no key may be written twice, for the second would silently stand for both."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if (name := str(key.value)) in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {name!r}", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep)


def _case(item: Any, name: str) -> Case:
    if not isinstance(item, Mapping):
        raise InputError("is no mapping of keys to values", path=name)
    for key, value in item.items():
        if key not in _KEYS:
            raise InputError(f"unknown key {key!r}; known are {', '.join(_KEYS)}", path=name)
        if not isinstance(value, str) and not (key in _LISTS and isinstance(value, list)):
            raise InputError(f"{key!r} is no text; write it in quotes", path=name)
    told = "remarks" in item or {"source", "verdict"} <= item.keys()
    if not told or not {"claim", "quote"} & item.keys():
        raise InputError("needs a claim or a quote, with a source and a verdict or with remarks", path=name)
    verdict = item.get("verdict")
    if verdict is not None and verdict not in list(Verdict):
        raise InputError(f"{verdict!r} is none of {', '.join(Verdict)}", path=name)
    texts = {key: item.get(key) for key in ("claim", "quote", "speaker", "evidence", "rule")}
    return Case(
        name,
        Verdict(verdict) if verdict else None,
        _listed(item.get("source", [])),
        **texts,
        remarks=_listed(item["remarks"]) if "remarks" in item else None,
    )


def _listed(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (value,)


def judge(checks: Named | Iterable[Named], case: Case) -> Result:
    """Return what the checks make of a case, as a run would.

    Raises:
        AssertionError: a check failed on it.

    """
    together = (checks,) if isinstance(checks, Named) else tuple(checks)
    sources = tuple(
        read_text_source(f"source-{number}.txt", text.encode("utf-8", "surrogatepass"))
        for number, text in enumerate(case.sources or [case.claim or case.quote or ""], 1)
    )
    claim = Claim(
        id=case.name,
        place=Place(case.name, 1, 1, 1, 1, 0, 0),
        statement=case.claim,
        quote=case.quote,
        speaker=case.speaker,
        own_speaker=case.speaker is not None,
    )
    engine = Engine(together, sources, Config(root=Path.cwd()))
    result = engine.judge(claim, sources)
    for problem in engine.problems:
        raise AssertionError(f"{case}: {problem.path}: {problem.message}")
    return result


def assert_case(checks: Named | Iterable[Named], case: Case) -> Result:
    """Assert that the checks make of a case what it says, and return the result.

    Raises:
        AssertionError: the verdict, the rule, the first passage or a remark is another.

    """
    result = judge(checks, case)
    said = "; ".join(finding.message for finding in result.findings)
    if case.verdict is not None:
        assert result.verdict is case.verdict, f"{case}: {result.verdict}, not {case.verdict} ({said})"
    blamed = [finding for finding in result.findings if finding.verdict is result.verdict]
    if case.rule is not None:
        rules = [word for f in blamed if f.rule for word in (f.rule.code, f.rule.name)]
        assert case.rule in rules, f"{case}: rule {', '.join(rules) or 'none'}, not {case.rule} ({said})"
    if case.evidence is not None:
        passages = [finding.evidence[0].text for finding in blamed if finding.evidence]
        assert case.evidence in passages, f"{case}: passages {passages}, not {case.evidence!r} ({said})"
    if case.remarks is not None:
        told = [finding.rule for finding in result.findings if finding.rule and not finding.verdict]
        same = len(told) == len(case.remarks) and all(
            word in (rule.code, rule.name) for word, rule in zip(case.remarks, told, strict=True)
        )
        codes = ", ".join(rule.code for rule in told) or "none"
        assert same, f"{case}: remarks {codes}, not {', '.join(case.remarks) or 'none'} ({said})"
    return result
