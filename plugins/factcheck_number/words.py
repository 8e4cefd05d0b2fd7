"""Number words: what the words of a pack are worth, and how they compose.

Words that follow one another (five thousand four hundred) and words written as one (vijfduizendvierhonderd)
become one stream of atoms, which one small grammar reads.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck import languages

_LARGEST = Decimal(10) ** 21
_LONGEST_WORD = 80  # letters
_LONGEST = 40  # parts of one number, far more than any has


class Atom(NamedTuple):
    """One number word. ``kind`` is ``digit``, ``teen``, ``ten``, ``hundred``, ``scale`` or ``mixed``."""

    kind: str
    value: Decimal
    ordinal: bool = False


class Part(NamedTuple):
    """An atom where it stands: the token after it, and the link it came by: ``""``, ``inner`` or ``and``."""

    atom: Atom
    end: int
    link: str


class Number(NamedTuple):
    """A number read from words: the token after it, its one scale (a million of "two million"), its sort.

    ``suffix`` is what a compound ends in after the number: ``about``, ``times`` or ``year``.
    """

    value: Decimal
    end: int
    scale: Decimal = Decimal(1)
    ordinal: bool = False
    fraction: bool = False
    suffix: str = ""


class Lexicon(NamedTuple):
    """The number words of a language; ``pieces`` are those of compounds, by their first two letters."""

    atoms: Mapping[str, Atom]
    denominators: Mapping[str, Decimal]
    pieces: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, str]
    inner: tuple[str, ...]
    links: frozenset[str]


def _atoms(pack: Mapping[str, Any]) -> Iterable[tuple[str, Atom]]:
    def small(value: int, word: str, ordinal: bool = False) -> tuple[str, Atom]:
        return word, Atom("digit" if value < 10 else "teen", Decimal(value), ordinal)

    for ordinal, ones, tens, scales in (
        (False, "cardinals", "tens", "scales"),
        (True, "ordinals", "ordinal_tens", "ordinal_scales"),
    ):
        yield from (small(n, word, ordinal) for n, word in enumerate(pack.get(ones, "").split()))
        for n, word in enumerate(pack.get(tens, "").split(), 2):
            yield word, Atom("ten", Decimal(10 * n), ordinal)
        for power, listed in pack.get(scales, {}).items():
            for word in listed.split():
                yield word, Atom("hundred" if power == "2" else "scale", Decimal(10) ** int(power), ordinal)
    for dozen, listed in pack.get("groups", {}).items():
        yield from ((word, Atom("scale", Decimal(dozen))) for word in listed.split())
    for also, listed in pack.get("also", {}).items():
        value = Decimal(also)
        kind = "mixed" if value % 1 else "digit" if value < 10 else "ten"
        yield from ((word, Atom(kind, value)) for word in listed.split())


@cache
def lexicon(language: str) -> Lexicon:
    """Return the number words of a language, empty where no pack has any."""
    pack = languages.load(language, "numbers")
    atoms = dict(_atoms(pack))
    plural = pack.get("denominator_suffix", "")
    denominators = {word: atom.value for word, atom in atoms.items() if atom.ordinal and atom.value > 2}
    denominators |= {word + plural: value for word, value in denominators.items()}
    denominators |= {word: Decimal(4) for word in pack.get("quarters", "").split()}
    denominators |= {word: Decimal(2) for word in pack.get("halves", "").split()}
    suffixes = {word: sort for sort, listed in pack.get("suffixes", {}).items() for word in listed.split()}
    pieces: dict[str, list[str]] = {}
    for word in sorted(atoms.keys() | denominators.keys(), key=lambda word: (-len(word), word)):
        pieces.setdefault(word[:2], []).append(word)
    return Lexicon(
        atoms,
        denominators,
        {start: tuple(words) for start, words in pieces.items()},
        suffixes,
        tuple(pack.get("inner_link", "").split()),
        frozenset(pack.get("link", "").split()),
    )


@lru_cache(maxsize=4096)
def compound(language: str, word: str) -> tuple[str, ...]:
    """Return the atoms' words, links and suffix that make up a lower-case word, empty where they do not."""
    lex = lexicon(language)
    if len(word) > _LONGEST_WORD or word[:2] not in lex.pieces:
        return ()

    def piece(at: int) -> tuple[str, ...]:
        for one in lex.pieces.get(word[at : at + 2], ()):
            if word.startswith(one, at):
                after = at + len(one)
                if after == len(word):
                    return (one,)
                if rest := piece(after) or linked(after):
                    return (one, *rest)
        return ()

    def linked(at: int) -> tuple[str, ...]:
        for link in lex.inner:
            if word.startswith(link, at) and (rest := piece(at + len(link))):
                return (link, *rest)
        return (word[at:],) if word[at:] in lex.suffixes else ()

    return piece(0)


def is_number_word(language: str, word: str) -> bool:
    """Whether a lower-case word is one number word or several in one."""
    return word in lexicon(language).atoms or bool(compound(language, word))


def _parts(lex: Lexicon, pieces: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return a compound without the suffix it may end in, and what that suffix says."""
    suffix = lex.suffixes.get(pieces[-1], "")
    return (pieces[:-1] if suffix else pieces), suffix


def _stream(
    language: str, words: Sequence[str], index: int, near: Callable[[int], bool], linked: bool
) -> tuple[list[Part], str]:
    lex, parts, suffix, k = lexicon(language), list[Part](), "", index
    while k < len(words) and not suffix and len(parts) < _LONGEST:
        word, link = words[k], ""
        if parts and not near(k):
            break
        if parts and k + 1 < len(words) and near(k + 1):
            if word == "-" and words[k + 1] in lex.atoms:
                k, word = k + 1, words[k + 1]
            elif linked and word in lex.links and is_number_word(language, words[k + 1]):
                k, word, link = k + 1, words[k + 1], "and"
        if word in lex.atoms:
            parts.append(Part(lex.atoms[word], k + 1, link))
        elif whole := compound(language, word):
            pieces, suffix = _parts(lex, whole)
            if any(piece not in lex.atoms and piece not in lex.inner for piece in pieces):
                break
            for piece in pieces:
                if piece in lex.inner:
                    link = "inner"
                else:
                    parts.append(Part(lex.atoms[piece], k + 1, link))
                    link = ""
        else:
            break
        k += 1
    return parts, suffix


def _completes(part: Part) -> bool:
    """Whether a part is the digit of "twenty-two" after its ten."""
    return part.atom.kind == "digit" and bool(part.atom.value) and not part.link


def _compose(parts: Sequence[Part], tens_first: bool) -> Number | None:
    """Read the longest number at the start of a stream that ends with a token."""
    total, group, last, best = Decimal(0), None, None, None
    k = 0
    while k < len(parts):
        (kind, value, ordinal), _, link = parts[k]
        following = parts[k + 1] if k + 1 < len(parts) else None
        if kind == "mixed":
            if k:
                break
            group = value
        elif kind == "scale":
            if group is not None:
                if last is not None and value >= last:
                    break
                total, group = total + group * value, None
            elif not k:
                total = value
            elif last is not None:
                total = total * value if value > last else total + value
            last = value
        elif kind == "hundred":
            if group is None:
                group = value
            elif group < 100 and not link:
                group *= value
            else:
                break
        else:
            if not tens_first and kind == "digit" and following and following.link == "inner":
                if following.atom.kind == "ten":
                    value, ordinal, k = value + following.atom.value, following.atom.ordinal, k + 1
            elif tens_first and kind == "ten" and not ordinal and following and _completes(following):
                value, ordinal, k = value + following.atom.value, following.atom.ordinal, k + 1
            after = parts[k + 1].atom if k + 1 < len(parts) else None
            if link == "and" and (group or last or 0) < 100:
                break
            if (
                link == "and"
                and after
                and (
                    (after.kind == "hundred" and group is not None)
                    or (after.kind == "scale" and last is not None and after.value >= last)
                )
            ):
                break
            if group is None:
                group = value
            elif group >= 100 and group % 100 == 0 and value:
                group += value
            else:
                break
        if total > _LARGEST:
            break
        if k + 1 == len(parts) or parts[k + 1].end != parts[k].end:
            value = total + (group or 0)
            scale = last if last is not None and group is None else Decimal(1)
            best = Number(value, parts[k].end, scale, ordinal)
        k += 1
        if ordinal:
            break
    return best


def read(
    language: str, words: Sequence[str], index: int, near: Callable[[int], bool], linked: bool = True
) -> Number | None:
    """Read the number that begins at a token, ``None`` where none does.

    ``near(k)`` tells whether token ``k`` follows the one before it closely enough to belong to it;
    ``linked`` whether words such as "and" may join two parts (they may not in "between … and …").
    """
    lex = lexicon(language)
    if words[index] not in lex.atoms:
        pieces = compound(language, words[index])
        if not pieces:
            return None
        (*whole, last), suffix = _parts(lex, pieces)
        if whole and not suffix and (fraction := _fraction(lex, whole, last)) is not None:
            return Number(fraction, index + 1, fraction=True)
    parts, suffix = _stream(language, words, index, near, linked)
    number = _compose(parts, not lex.inner) if parts else None
    if number and suffix and number.end == parts[-1].end:
        return number._replace(suffix=suffix)
    return number


def _fraction(lex: Lexicon, whole: Sequence[str], last: str) -> Decimal | None:
    """Read a fraction written as one word: its numerator is one digit, its denominator comes unlinked."""
    if last not in lex.denominators or len(whole) != 1 or whole[0] not in lex.atoms:
        return None
    kind, value, ordinal = lex.atoms[whole[0]]
    below = lex.denominators[last]
    return value / below if kind == "digit" and not ordinal and value < below <= 10 else None
