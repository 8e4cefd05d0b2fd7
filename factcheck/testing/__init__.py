"""For plugin authors: try a check on cases, run the command in a test, and see whether a check conforms.

>>> from factcheck.testing import assert_case, conformance, installed, read_cases

The pytest fixture ``factchecker`` gives each test a :class:`Factchecker` of its own.
"""

from __future__ import annotations

from factcheck.testing.cases import Case, assert_case, judge, read_cases
from factcheck.testing.checks import installed
from factcheck.testing.conformance import Trial, conformance
from factcheck.testing.examples import assert_example
from factcheck.testing.manual import manual
from factcheck.testing.readers import reader_conformance
from factcheck.testing.runner import Factchecker, RunResult

__all__ = [
    "Case",
    "Factchecker",
    "RunResult",
    "Trial",
    "assert_case",
    "assert_example",
    "conformance",
    "installed",
    "judge",
    "manual",
    "read_cases",
    "reader_conformance",
]
