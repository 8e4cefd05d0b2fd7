"""Verbs whose particle stands apart: a Dutch *leverde* ton hooi *op* is told by *opleverde*.

For plugin authors. A pack of such a language lists its ``particles``; what it says of the verb as one word,
in its tables or its glossary, is what the two words mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.vocabulary import grammar, is_known, word_keys


def parted_verbs(
    words: Sequence[str], positions: Sequence[int], language: str
) -> Mapping[int, frozenset[str]]:
    """Return the keys of verbs that stand apart from their particle, by the position of the verb.

    A particle ends its clause; elsewhere the same word is a preposition ("leverde *op* maandag").
    """
    found: dict[int, frozenset[str]] = {}
    particles = _particles(language)
    if not particles:
        return found
    reach = int("".join(grammar(language, "particle_reach")))
    for at in positions:
        if words[at] in particles and _ends_clause(words, at, language):
            for verb in range(at - 1, max(positions[0], at - reach) - 1, -1):
                if is_known(words[at] + words[verb], language):
                    found[verb] = word_keys(words[at] + words[verb], language)
                    break
    return found


@cache
def _particles(language: str) -> frozenset[str]:
    return frozenset(grammar(language, "particles"))


def _ends_clause(words: Sequence[str], position: int, language: str) -> bool:
    after = words[position + 1] if position + 1 < len(words) else "."
    return not after[0].isalnum() or after in grammar(language, "conjunctions")
