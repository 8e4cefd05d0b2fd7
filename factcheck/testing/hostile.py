"""Texts that break what is not careful: empty, damaged, endless, or meant to steer a terminal."""

from __future__ import annotations

HOSTILE = (
    *("", " ", "\n", "\0", "\ud800", "\ufeff", "\u202e12\u202c", "e\u0301" * 9, "１２３", "²½Ⅻ", "٣٤٥"),
    *("1" * 5000, "1,000," * 900, "1.2.3.4.5.6.7.8.9", "9" * 400 + "e" + "9" * 9, "-0", "1e999", "0/0"),
    *("(" * 3000, '"' * 3001, "“" * 2000 + "a", "\r\r\n\n\r", "\x85\u2028\u2029", "a" * 20000),
    *("31 February 2020", "99-99-9999", "32/13/2019", "the 0th of May", "in the year 99999999999"),
    *("::error::x", "##vso[x]", "\x1b[2J", "%s%n{0}${x}", "<b>&amp;</b>", "İıſẞ"),
)
