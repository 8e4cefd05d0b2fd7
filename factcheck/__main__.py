"""``python -m factcheck``, and the function behind the command ``factcheck``."""

from __future__ import annotations

import gc
import os
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
    if sys.path and sys.path[0] in ("", os.getcwd()):  # noqa: PTH109 - as python -m puts it there
        del sys.path[0]  # what lies in the folder being checked is no code to run
    sys.exit(main())
