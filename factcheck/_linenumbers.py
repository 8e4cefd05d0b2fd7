"""Line numbers in the margin, as a deposition or a bill has them: they count, and start again on a page.

1   MR. VIK: Where were you when the
2   barge came loose?
3   THE WITNESS: On the quay.
"""

import re
from itertools import pairwise

_NUMBERED = r"(?m)^[^\S\n]*(\d{1,3})(?=[^\S\n]|$)"  # compiled when needed, as the next
_LINE = r"(?m)^.*\S"
_SAMPLE = 10_000  # characters that tell whether lines are numbered
_FEWEST = 5  # numbered lines
_NEARLY_ALL = 0.9  # of the lines, and of the numbers that follow the one before


def without_line_numbers(text: str) -> str:
    """Return a text of the same length with blanks for the numbers of its lines, if it has them."""
    sample = text[:_SAMPLE]
    numbers = [int(match[1]) for match in re.finditer(_NUMBERED, sample)]
    lines = sum(1 for _ in re.finditer(_LINE, sample))
    counted = sum(other in (one + 1, 1) for one, other in pairwise(numbers))
    if len(numbers) < max(_FEWEST, _NEARLY_ALL * lines) or counted < _NEARLY_ALL * (len(numbers) - 1):
        return text
    return re.sub(_NUMBERED, lambda match: " " * len(match.group()), text)
