"""Whose age a figure is, where a name stands right before it: "Vera Maas (44)", "Maas, aged 44"."""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.setting import Setting
from factcheck.wording import keys_of
from factcheck_number.scan import tables

_BETWEEN = 2  # tokens between a name and the age of who bears it


def of_another_person(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether two ages are of different people, as far as both have a name before them.

    "Vera Maas (44)" may be "Maas (44)", and is neither "Bo Vane (44)" nor "Bo Maas (44)".
    """
    ours, theirs = _name_before(claimed), _name_before(found)
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def _name_before(occurrence: Occurrence) -> frozenset[str]:
    """Return the keys of the name that an age stands behind, empty where none does."""
    document, sets = occurrence.document, tables(occurrence.document.language).sets
    tokens, setting = document.tokens, Setting.of(occurrence)
    at = tokens.at(occurrence.mention.start) - 1
    between = sets["age_being"] | sets["age_before"] | sets["age_name"] | {"(", ","}
    for _ in range(_BETWEEN):
        if at > 0 and tokens.words[at] in between:
            at -= 1
    last = tokens.starts[at] if at >= 0 else -1
    named = (name for name in setting.names if name[-1].start == last)
    return keys_of(word for name in named for word in name)
