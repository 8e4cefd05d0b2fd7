from pathlib import Path

import pytest
from factcheck_postcode import PostcodeCheck

from factcheck.testing import assert_case, conformance, read_cases

HERE = Path(__file__).parent
SAMPLES = ["Write to 2800 AA Eastmoor.", "The archive is at 2801 BB Eastmoor, not at 2800 AA Eastmoor."]


@pytest.mark.parametrize("case", read_cases(HERE / "cases.yaml"), ids=str)
def test_case(case):
    assert_case(PostcodeCheck(), case)


@pytest.mark.parametrize("trial", conformance(PostcodeCheck(), SAMPLES), ids=str)
def test_conformance(trial):
    trial()


def test_the_command(factchecker):
    factchecker.write({"docs/a.txt": "Write to 2800 AA Eastmoor.", "c.yaml": "claims: []"})
    assert factchecker.run("c.yaml", "--sources", "docs").code == 5
