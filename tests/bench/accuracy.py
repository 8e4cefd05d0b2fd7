"""Write the figures of docs/accuracy.md, beside those of the commit before.

    python tests/bench/accuracy.py [--evals ../shared/evals] [--prose PATH...] [--limit 60] [--check]

Runs the scorers of the labelled cases where they are there, and tests/bench/mutation.py; what cannot be run
keeps its old figures. The tables stand between the two marks of the page, the words around them are kept.
``--check`` prints and writes nothing.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import mutation

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "accuracy.md"
START, END = "<!-- figures: tests/bench/accuracy.py -->", "<!-- end of figures -->"

Rows = dict[str, dict[str, str]]  # the figures by row and column, in order
Tables = dict[str, Rows]  # by the title of the table


def scored(output: str) -> Tables:
    """Return the tables of what the scorers' ``run`` prints."""
    tables: Tables = {"Labelled claims": {}, "Seeds and quotations": {}, "Extraction": {}}
    columns: list[str] = []
    for line in output.splitlines():
        if claims := re.match(r"claims\s+(\S+)\s+n=\s*(\d+)\s+(.*)", line):
            cells = dict(re.findall(r"(\S+?)=(\S+)", claims[3]))
            tables["Labelled claims"][claims[1]] = {"cases": claims[2]} | {
                name: cells[key]
                for key, name in (
                    ("acc", "accuracy"),
                    ("coverage", "coverage"),
                    ("prec@cov", "precision on covered"),
                    ("false-support", "false support"),
                )
                if key in cells
            }
        elif pieces := re.match(r"(seeds \S+|quotes)\s+(.*;.*)", line):
            for name, value in re.findall(r"([^;]*?)\s+([\d.]+%?)(?: [^;]*)?;", pieces[2] + ";"):
                if name.strip() != "wall_s":
                    tables["Seeds and quotations"][f"{pieces[1]}: {name.strip()}"] = {"figure": value}
        elif extra := re.match(r"extra per case (.*?)\s+([\d.]+) of (\d+) cases", line):
            tables["Extraction"][f"extra {extra[1]}"] = {"cases": extra[3], "extra a case": extra[2]}
        elif "lang category" in line:
            columns = line.split()[-4:]
        elif columns and (row := re.match(r"((?:HEAD|hard)(?:\s+[a-z-]+){1,2})\s+(\d+)\s+([\d. ]+)$", line)):
            cells = dict(zip(columns, row[3].split(), strict=False))
            tables["Extraction"][" ".join(row[1].split())] = {"cases": row[2], **cells}
    return {title: rows for title, rows in tables.items() if rows}


def mutated(figures: Mapping[tuple[str, str], Mapping[str, float | None]]) -> Tables:
    """Return the table of identity and mutation."""
    rows = {
        f"{kind} {language}": {name: mutation.shown(value) for name, value in row.items()}
        for (kind, language), row in figures.items()
    }
    return {"Identity and mutation": rows}


def markdown(tables: Tables) -> Iterator[str]:
    """Yield the lines of all tables, each under its title; a row without a column has an empty cell."""
    for title, rows in tables.items():
        columns = list(dict.fromkeys(name for row in rows.values() for name in row))
        yield from ("", f"### {title}", "")
        yield f"| | {' | '.join(columns)} |"
        yield f"| --- |{' ---: |' * len(columns)}"
        for name, row in rows.items():
            yield f"| {name} | {' | '.join(row.get(column, '') for column in columns)} |"
    yield ""


def parsed(page: str) -> Tables:
    """Return the tables that :func:`markdown` wrote into a page."""
    tables: Tables = {}
    rows: Rows = {}
    columns: list[str] = []
    for line in page.partition(START)[2].partition(END)[0].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("### "):
            rows = tables.setdefault(line.removeprefix("### "), {})
        elif line.startswith("| |"):
            columns = cells[1:]
        elif line.startswith("|") and not line.startswith("| ---"):
            rows[cells[0]] = {name: cell for name, cell in zip(columns, cells[1:], strict=True) if cell}
    return tables


def beside(new: Tables, old: Tables) -> Iterator[str]:
    """Yield each row of the new figures with the old ones in brackets where they differ."""
    for title, rows in new.items():
        yield f"\n{title}"
        for name, row in rows.items():
            before = old.get(title, {}).get(name, {})
            cells = (
                f"{column} {value}"
                + (f" ({before.get(column, 'new')})" if before.get(column) != value else "")
                for column, value in row.items()
            )
            yield f"  {name:32} " + "  ".join(cells)


def page_with(page: str, lines: Iterable[str]) -> str:
    """Return a page with the lines between its marks.

    Raises:
        ValueError: the page has no marks.
    """
    if START not in page or END not in page:
        raise ValueError(f"{PAGE.name} lacks its marks {START} and {END}")
    body = "\n".join(lines)
    return page.partition(START)[0] + START + "\n" + body + "\n" + END + page.partition(END)[2]


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evals", type=Path, default=ROOT.parent / "shared" / "evals")
    parser.add_argument("--prose", nargs="*", default=(), help="texts for mutation.py instead of its own")
    parser.add_argument("--limit", type=int, default=60, help="documents a language for mutation.py")
    parser.add_argument("--check", action="store_true", help="print only")
    given = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    tables = parsed(page)
    run = given.evals / "run"
    if run.exists():
        command = str(Path(sys.executable).parent / "factcheck")
        environment = {**os.environ, "FACTCHECK_CMD": command}
        shown = subprocess.run([run], env=environment, capture_output=True, text=True, check=False)
        labelled = scored(shown.stdout)
        if not any(float(row.get("coverage", 0)) for row in labelled.get("Labelled claims", {}).values()):
            sys.exit(f"no claim was judged, nothing is written; run {run} to see why")
        tables |= labelled
    else:
        print(f"no labelled cases at {given.evals}: their figures are kept", file=sys.stderr)
    tables |= mutated(mutation.table(list(mutation.measure(given.prose, limit=given.limit))))
    before = subprocess.run(
        ["git", "show", f"HEAD:{PAGE.relative_to(ROOT).as_posix()}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    print("\n".join(beside(tables, parsed(before.stdout))))
    if not given.check:
        PAGE.write_text(page_with(page, markdown(tables)), encoding="utf-8")


if __name__ == "__main__":
    main()
