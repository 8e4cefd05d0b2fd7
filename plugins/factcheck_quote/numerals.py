"""Runs of words read as numbers, so that a numeral and the words for it are the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .lexicon import Lexicon

_CENTURIES = range(11, 21)  # that years are said with: nineteen eighty-four
_ORDINAL = "th"  # stands for all ends of ordinal numbers
_HALF = Decimal("0.5")


def number(words: Sequence[str], lexicon: Lexicon) -> tuple[Decimal, str] | None:
    """Read a run of words as one number and its unit (``%``, ``$``, ``th``), ``None`` if it is none."""
    if not words or not lexicon.may_begin_number(words[0]):
        return None
    reading = _Reading(lexicon)
    left = [part for word in words for part in lexicon.parts(word)]
    while left:
        if not (taken := reading.take(left)):
            return None
        left = left[taken:]
    return (reading.total + reading.current, reading.unit) if reading.seen else None


class _Reading:
    """A number of which some words are read: ``total`` is what a scale ended, ``current`` the rest."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon
        self.total, self.current, self.unit, self.seen = Decimal(), Decimal(), "", False

    def take(self, left: Sequence[str]) -> int:
        """Read on, and return how many words that took; 0 where the number does not go on."""
        if not self.seen and (symbol := self._words.numeral.fullmatch(left[0])):
            self.unit = symbol[1] or (_ORDINAL if symbol[3].isalpha() else symbol[3])
            return self._add(Decimal(symbol[2]), 1)
        if not self.seen and left[0] in self._words.ones and left[1:2] and left[1] in self._words.scales:
            return 1  # a thousand
        fraction = self.seen and (self._behind_point(left) or self._half(left))
        return fraction or self._whole(left) or self._scaled(left[0]) or self._sign(left)

    def _add(self, value: Decimal, taken: int) -> int:
        self.current, self.seen = self.current + value, True
        return taken

    def _behind_point(self, left: Sequence[str]) -> int:
        """Read the digits behind a point: *one point nine*, *één komma vijfentwintig*."""
        digits, at = "", 1
        while left[0] in self._words.point and at < len(left) and (left[at],) in self._words.numbers:
            digits += str(self._words.numbers[left[at],])
            at += 1
        return self._add(Decimal(f"0.{digits}"), at) if digits else 0

    def _half(self, left: Sequence[str]) -> int:
        """Read *and a half*."""
        linked = self._words.symbols.get(left[0]) == "&" and left[1:2] and left[1] in self._words.ones
        return self._add(_HALF, 3) if linked and left[2:3] and left[2] in self._words.half else 0

    def _whole(self, left: Sequence[str]) -> int:
        """Read the words of a number below a hundred."""
        known = self._words.numbers
        if self.seen and not self.total and self.current in _CENTURIES and known.get(tuple(left), 0) > 9:
            self.current = self.current * 100 + known[tuple(left)]
            return len(left)
        if self.current % 100:
            return 0
        if tuple(left) in self._words.ordinals:
            self.unit = _ORDINAL
            return self._add(Decimal(self._words.ordinals[tuple(left)]), len(left))
        if len(left) > 1 and tuple(left[:2]) in known:
            return self._add(Decimal(known[tuple(left[:2])]), 2)
        if (left[0],) in known:
            return self._add(Decimal(known[left[0],]), 1)
        return self._add(self._words.halved[left[0]], 1) if left[0] in self._words.halved else 0

    def _scaled(self, word: str) -> int:
        """Read the word for a hundred, a thousand, a million."""
        scale = self._words.scales.get(word, 0)
        if scale == 100:
            self.current = (self.current or Decimal(1)) * scale
        elif scale:
            self.total, self.current = self.total + (self.current or Decimal(1)) * scale, Decimal()
        self.seen = self.seen or bool(scale)
        return 1 if scale else 0

    def _sign(self, left: Sequence[str]) -> int:
        """Read a unit, or the *and* inside a number."""
        if self.seen and tuple(left[:2]) in self._words.percent:
            self.unit = "%"
            return 2
        sign = self._words.symbols.get(left[0], "") if self.seen else ""
        if sign == "&":
            return 1 if len(left) > 1 else 0
        self.unit = sign or self.unit
        return 1 if sign else 0
