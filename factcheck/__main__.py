"""``python -m factcheck``, and the function behind the command ``factcheck``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never raises and never exits."""
    # A run keeps nearly all that it makes: looking for garbage, now and at the end, would take a tenth of it.
    gc.set_threshold(1_000_000)
    from factcheck import _cli

    code = _cli.main(sys.argv[1:] if argv is None else argv)
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
