"""``factcheck explain CODE``: the manual page of a rule."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from factcheck import _configfile
from factcheck._cli.console import width, write
from factcheck._cli.environment import plugins_of
from factcheck._cli.parser import Parser, add_plugin_option
from factcheck._plugins import Plugins
from factcheck._reporters.json import dumps
from factcheck._terminal import escape, guard
from factcheck.errors import ConfigError
from factcheck.model import Rule

_READABLE = 80  # columns of running text


def run(argv: Sequence[str]) -> int:
    """Print the page of each rule named."""
    args = parser().parse_args(argv)
    _, plugins = plugins_of(args)
    by_name = {rule.name: rule for rule in plugins.rules.values()}
    pages = []
    for word in args.rules:
        rule = plugins.rules.get(word.upper()) or by_name.get(word.lower())
        if rule is None:
            near = _configfile.nearest(word, (*plugins.rules, *by_name)) or "; see factcheck plugins"
            raise ConfigError(f"no rule is called {word!r}{near}")
        pages.append(rule)
    if args.format == "json":
        write(_json(pages, plugins), utf8=True)
    else:
        write(guard(line) for index, rule in enumerate(pages) for line in _page(rule, index))
    return 0


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("explain", "Say what a rule means, with an example and how to fix it.")
    parser.add_argument("rules", nargs="+", metavar="CODE", help="a rule's code (FC101) or name")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    add_plugin_option(parser)
    return parser


def _json(rules: Sequence[Rule], plugins: Plugins) -> Iterator[str]:
    """Yield an array with an object a line for each rule, and the plugin that owns it."""
    owners = {code: info.name for info in plugins.listing for code in info.codes}
    lines = [dumps({**rule._asdict(), "plugin": owners.get(rule.code)}) for rule in rules]
    yield "["
    yield from (f"{line}," for line in lines[:-1])
    yield from lines[-1:]
    yield "]"


def _page(rule: Rule, index: int) -> Iterator[str]:
    if index:
        yield ""
    yield escape(f"{rule.code} {rule.name} ({rule.severity})")
    yield ""
    columns = min(width(), _READABLE)
    for part in (rule.summary, *rule.explanation.split("\n\n")):
        yield from textwrap.wrap(escape(part), columns, break_on_hyphens=False)
        yield ""
    yield "Example:"
    yield ""
    for line in rule.example.strip("\n").split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        yield f"    {' ' * indent}{escape(line.strip())}".rstrip()
    if rule.fix:
        yield ""
        yield from textwrap.wrap(escape(f"How to fix: {rule.fix}"), columns, break_on_hyphens=False)
