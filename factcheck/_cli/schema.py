"""``factcheck schema``: the JSON Schema of the claims file, or of the JSON report."""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck._cli.console import write
from factcheck._cli.parser import Parser
from factcheck._schema import claims_schema, conflicts_schema, report_schema

_SCHEMAS = {"claims": claims_schema, "report": report_schema, "conflicts": conflicts_schema}


def run(argv: Sequence[str]) -> int:
    """Print a schema."""
    schema = _SCHEMAS[parser().parse_args(argv).what]()
    write(json.dumps(schema, indent=2, ensure_ascii=False).split("\n"), utf8=True)
    return 0


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("schema", "Print the JSON Schema of the claims file, or of a JSON report.")
    parser.add_argument("what", nargs="?", choices=tuple(_SCHEMAS), default="claims", help="default: claims")
    return parser
