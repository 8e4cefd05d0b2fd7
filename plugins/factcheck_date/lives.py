"""Which event a date tells of without a verb: the years behind a name, the label of a line, a range's end."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checks import Occurrence
from factcheck.keys import events_among
from factcheck.setting import Setting
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import all_keys, word_list
from factcheck.wording import Word, keys_of
from factcheck_date.lexicon import lexicon
from factcheck_date.value import Reading

BORN, DIED = "e:born", "e:die"  # event families of the packs
_DEATHS = frozenset((DIED, "e:kill"))
BEGINNING = frozenset(("e:begin",))  # of what is founded, opened or started
_BEGINS = frozenset(("e:begin", "e:take_office"))
_ENDS = frozenset(("e:end", "e:leave", "e:resign", "e:retire"))
STAGES = frozenset(("e:begin", "e:end"))  # of something else that happens: building, filming
_LONGEST = 150  # characters of what stands in parentheses behind a name
_PARTS = (":", ";")
_BULLETS = "-*•– "
_LABEL_WORDS = 4


def untold_events(document: Document, start: int, end: int, *, spanning: bool) -> frozenset[str]:
    """Return the events of a date that no verb names, none where it is not such a date.

    ``spanning`` tells that the date has two ends, which are a birth and a death behind a name.
    """
    inside = _behind_name(document, start)
    if inside is None:
        return label_events(document, start)
    lex = lexicon(document.language)
    part = document.text.rfind(";", inside, start) + 1  # (born Jane Poe; 4 May 1950; married 1980)
    before = document.words_in(Span(part or inside, start)) or document.words_in(Span(inside, start))
    said = (word for word in reversed(before) if lex and word in lex.born | lex.died)
    if lex and (nearest := next(said, "")):  # (born 1617, died 1689)
        return frozenset((BORN if nearest in lex.born else DIED,))
    if spanning:
        return frozenset((BORN, DIED))
    close = max(end, document.text.find(")", end))
    if _dash(document.text[end:close]):
        return frozenset((BORN,))
    return frozenset((DIED,)) if _dash(document.text[inside:start]) else frozenset()


def _dash(text: str) -> bool:
    return any(char in "-–—" for char in text)


def _opened(text: str, start: int) -> int | None:
    """Return where the parentheses around an offset begin, ``None`` where it stands in none."""
    at = text.rfind("(", max(0, start - _LONGEST), start)
    closed = at < 1 or text.find(")", at, start) >= 0 or text.find("\n\n", at, start) >= 0
    return None if closed else at


def _behind_name(document: Document, start: int) -> int | None:
    """Return where the parentheses begin that hold an offset, if a name opens the sentence before them."""
    text, tokens = document.text, document.tokens
    at = _opened(text, start)
    if at is None:
        return None
    sentence = document.sentence_at(at)
    head = range(tokens.at(sentence.start), tokens.at(at - 1) + 1)
    grammar = function_words(document.language)
    named = False
    for position in head:
        word, capital = tokens.words[position], text[tokens.starts[position]].isupper()
        plain = word[0].isalpha() and not capital and word not in grammar
        if word in _PARTS or (plain and not _of_title(document, position, at)):
            return None
        named = named or (capital and word not in grammar)
    return at + 1 if named else None


def name_of(found: Occurrence) -> Sequence[Word] | None:
    """Return the name that a date is told of: that before its brackets, else that at the head of a sentence.

    ``None`` where it is another's ("Ann Poe's mother was born in 1937") or nobody's.
    """
    text, setting = found.document.text, Setting.of(found)
    opened = _opened(text, found.mention.start)
    for name in setting.names:
        if opened is not None and name[-1].end == opened - 1:
            return name
    if setting.subject.refers_back or not setting.subject.leading_name:
        return None
    name = next(name for name in setting.names if name[0].start < found.mention.start)
    return None if text[name[-1].end : name[-1].end + 2] in ("'s", "’s") else name


def of_anothers_life(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a date in brackets is of the life of somebody with another first name than a claim's.

    "Ann Poe (born 1937) and her sister Eva" says nothing of Eva Poe; "Ann Poe (born 1937), known as Nan Roe"
    does of Nan Roe.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    opened = _opened(found.document.text, found.mention.start)
    named = [name for name in theirs.names if opened and name[-1].end == opened - 1 and len(name) > 1]
    if not named or not ours.names or not named[0][0].keys.isdisjoint(ours.keys):
        return False
    told = keys_of(named[0])
    own = [name for name in theirs.names if any(word.keys & ours.names[0][0].keys for word in name)]
    if any(_is_alias(found.document, name[0].start) for name in (*named, *own)):
        return False
    return any(word.keys.isdisjoint(told) for word in ours.names[0])


def _is_alias(document: Document, start: int) -> bool:
    """Whether a name is one more of who was just named: "known *as* Ann Lee", "born Ann Lee"."""
    lex, at = lexicon(document.language), document.tokens.at(start)
    return lex is not None and at > 0 and document.tokens.words[at - 1] in lex.aliases


def _of_title(document: Document, position: int, end: int) -> bool:
    """Whether a small word belongs to a title behind a name: "1st Earl of Hull", "MC and bar"."""
    tokens = document.tokens
    start = tokens.starts[position]
    last = not document.text[tokens.ends[position] : end].strip()
    of_number = start == tokens.ends[position - 1] and tokens.words[position - 1].isdecimal()
    return of_number or (last and tokens.words[position] not in word_list(document.language, "verbs"))


def label_events(document: Document, start: int) -> frozenset[str]:
    """Return the events that a line "Founded: 1737" names before its colon."""
    line = document.text[document.text.rfind("\n", 0, start) + 1 : start]
    label, colon, rest = line.partition(":")
    words = [word.strip("()") for word in label.strip(_BULLETS).lower().split()]
    if not colon or not rest[:1].isspace() or len(words) > _LABEL_WORDS:
        return frozenset()
    return events_among(all_keys(words, document.language))


def dated_end(claim: Reading, ours: frozenset[str], reading: Reading, theirs: frozenset[str]) -> Reading:
    """Return what a passage's ``reading`` says of the moment that a claim dates: an end of it, or all.

    ``ours`` and ``theirs`` are the events that the two tell of. "Until 1966" is an end of any range.
    """
    if claim.limit == "until" and reading.ends and not reading.limit:
        return reading.ends[1]._replace(limit="until", bounding=reading.ends[1].interval)
    if claim.form != "period" or claim.limit or claim.ends:
        return reading
    if reading.limit == "since" and reading.bounding and ours & _BEGINS:
        return reading._replace(interval=reading.bounding, limit="", bounding=None)
    if not reading.ends:
        return reading
    first, last = reading.ends
    if BORN in theirs or DIED in theirs:
        return first if BORN in ours else last if ours & _DEATHS else reading
    begins, ends = bool(ours & _BEGINS), bool(ours & _ENDS)
    return reading if begins == ends else first if begins else last


def may_refute(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether an end of a passage's range can contradict a claim: of a life, or of the very event."""
    if BORN in theirs or DIED in theirs:
        return True
    if not (ours & theirs).isdisjoint(_BEGINS | _ENDS):
        return True
    return not (ours - _BEGINS - _ENDS).isdisjoint(theirs)


def same_stage(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two dates of one event are both of its start, both of its end, or both of neither."""
    return (ours & theirs) <= STAGES or ours & STAGES == theirs & STAGES
