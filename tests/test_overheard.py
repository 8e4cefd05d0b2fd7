"""A plugin that prints is noticed wherever it runs: in each command, in another process, under pytest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
SAID = "plugin boats: FC904 printed 'HELLO', which a plugin must not; take it out"


def loud(project: Path, line: str) -> None:
    """Make the plugin print before a line of it."""
    plugin = project / "boats.py"
    text = plugin.read_text(encoding="utf-8")
    indent = line[: len(line) - len(line.lstrip())]
    assert line in text
    plugin.write_text(text.replace(line, f"{indent}print('HELLO')\n{line}"), encoding="utf-8")


EXTRACT, COMPARE = "        for match in re.finditer", "        ours, theirs = claimed"
CHECKS = "    return [BoatCheck()]"


@pytest.mark.parametrize(
    ("line", "argv"),
    [
        (EXTRACT, ("claims/good.yaml",)),
        (COMPARE, ("claims/good.yaml", "--format", "json")),
        (CHECKS, ("claims/good.yaml", "--format", "sarif")),
        (EXTRACT, ("conflicts", "docs")),
        (CHECKS, ("conflicts", "docs")),
        (EXTRACT, ("extract", "docs")),
        (EXTRACT, ("extract", "docs/log.txt", "--format", "yaml")),
        (CHECKS, ("extract", "docs", "--format", "table")),
        (COMPARE, ("decisions", "write", "--reason", "x", "claims/good.yaml")),
        (CHECKS, ("plugins",)),
    ],
)
def test_what_is_printed_goes_to_standard_error_and_the_run_is_not_green(
    run: Run, project: Path, line: str, argv: tuple[str, ...]
) -> None:
    loud(project, line)
    code, out, err = run(*argv)
    assert (code, "HELLO\n" in out) == (3, False)
    assert err.startswith("HELLO\n")
    assert SAID in out + err


def test_what_is_printed_in_another_process_is_noticed_too(run: Run, project: Path) -> None:
    lines = [f"- {{id: c{n}, statement: {n % 7} boats and {n} ships lie there.}}" for n in range(800)]
    (project / "many.yaml").write_text("claims:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    plugin = project / "boats.py"
    text = plugin.read_text(encoding="utf-8")
    late = "        if ' 700 ' in claimed.document.text:\n            print('HELLO')\n"
    plugin.write_text(text.replace(COMPARE, late + COMPARE), encoding="utf-8")
    for jobs in ("1", "2"):
        code, out, _ = run("many.yaml", "-qq", "--jobs", jobs)
        assert (code, out.count(SAID)) == (3, 1)


@pytest.mark.parametrize("line", [EXTRACT, COMPARE, CHECKS])
@pytest.mark.parametrize("workers", [(), ("-n", "1")])
def test_what_is_printed_under_pytest_fails_the_run(
    project: Path, pytester: pytest.Pytester, line: str, workers: tuple[str, ...]
) -> None:
    loud(project, line)
    config = "[pytest]\nfactcheck_sources = docs\n"
    (project / "pytest.ini").write_text(config, encoding="utf-8")
    claims = str(project / "claims/good.yaml")
    result = pytester.runpytest_subprocess("--rootdir", str(project), *workers, "-q", claims)
    result.stdout.fnmatch_lines(["*factcheck errors*", SAID, "*1 passed*"])
    assert result.ret == 3
