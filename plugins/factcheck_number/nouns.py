"""What the figures of a text count, as mentions carry it: the noun, and the keys they are looked up by."""

from __future__ import annotations

from factcheck.model import Mention
from factcheck.nouns import Counted, counted, inherit, listed
from factcheck.text import Document, function_words
from factcheck.vocabulary import grammar, says, word_list
from factcheck_number import units
from factcheck_number.extract import as_value
from factcheck_number.noun_bounds import bounded_behind
from factcheck_number.quantity import Form, Quantity
from factcheck_number.scan import tables

_PEOPLE = frozenset(("c:resident",))
_CUTS, _ENDS = frozenset(",;"), frozenset(",;.!?")
_BACK = 5  # tokens before a figure that may say that it counts the same: "there are now only 31"
_ORDER = 20  # times: figures further apart are not of one thing


def with_noun(document: Document, mention: Mention) -> Mention:
    """Add the counted noun to a mention, the bound behind that, and the keys it is looked up by."""
    quantity: Quantity = mention.reading
    if quantity.form is not Form.COUNT:
        changes = quantity.change and quantity.form in (Form.SHARE, Form.TIMES)  # doubled: up by 100 percent
        return mention._replace(keys=("change" if changes else quantity.form.value,))
    noun = counted(document, mention) if quantity.unit is None else None
    if noun:
        mention = bounded_behind(document, mention, noun)
    value = {**mention.value, "noun": noun.text if noun else None}
    return mention._replace(
        value=value, keys=units.keys(quantity.unit) if quantity.unit else _keys(document, mention, noun)
    )


def _keys(document: Document, mention: Mention, noun: Counted | None) -> tuple[str, ...]:
    """Return the keys of a count: its noun, the names in front and those listed behind.

    A field may count people by any label, and a part of a whole is looked up as a share too.
    """
    if noun is None or (noun.noun.end <= mention.start and not noun.head & _PEOPLE):
        return ()
    names = noun.modifiers if noun.text != noun.text.lower() else frozenset()
    share = {Form.SHARE.value} if _divides_total(document, mention) else frozenset[str]()
    return tuple(sorted(noun.head | names | share | {f"n:{name}" for name in listed(document, noun.noun)}))


def _divides_total(document: Document, mention: Mention) -> bool:
    """Whether a count is a share as well, as the figure behind it is the whole: "*16* of the 64 sailors"."""
    words, language = document.tokens.words, document.language
    at = document.tokens.at(mention.end)
    if words[at : at + 1] == [] or words[at] not in grammar(language, "of"):
        return False
    articles = grammar(language, "articles")
    return next((word for word in words[at + 1 :] if word not in articles), "")[:1].isdigit()


def left_out(document: Document, before: Mention | None, mention: Mention) -> Mention:
    """Return a figure with the noun or unit it leaves out because the one before it has it.

    So it does where it is compared ("365,000 passengers, against 340,000"), stands in a clause that leaves
    out the verb too ("the city pays 8 million euros, the province 5 million"), is a part of that one ("of
    the 40 trains, 31 were on time"), or where the next sentence goes on about the same: "In summer *there
    were* 29", "The estimate was 78 *million*" behind so many million euros.
    """
    quantity: Quantity = mention.reading
    bare = quantity.form is Form.COUNT and quantity.unit is None and mention.value.get("noun") is None
    if before is None or not bare:
        return mention
    model: Quantity = before.reading
    apart = document.sentence_index(mention.start) - document.sentence_index(before.start)
    if model.form is not Form.COUNT:
        return mention
    if not _of_one_order(model, quantity) and not (apart == 0 and _of_another_name(document, mention)):
        return mention
    amount = bool(model.scaled and quantity.scaled and model.dimension.startswith("money"))
    left = apart == 0 and (
        _compared(document, mention)
        or _parallel(document, before, mention)
        or _divides(document, before, mention)
    )
    if not left and not (apart <= 1 and (amount or _counts_back(document, mention))):
        return mention
    if model.unit is not None:
        inherit(document, mention, None)
        reading = quantity._replace(unit=model.unit)
        value = {**as_value(reading), "noun": None}
        return mention._replace(value=value, reading=reading, keys=units.keys(model.unit))
    noun = counted(document, before)
    if noun is None:
        return mention
    inherit(document, mention, noun)
    return with_noun(document, mention)


def _of_another_name(document: Document, mention: Mention) -> bool:
    """Whether whose a figure is stands right before it: "Harm has 6.6 million inhabitants, *Lier* 37,000"."""
    at = document.tokens.at(mention.start) - 1
    return at >= 0 and document.text[document.tokens.starts[at]].isupper()


def _of_one_order(one: Quantity, other: Quantity) -> bool:
    ends = [end for quantity in (one, other) for end in (quantity.low, quantity.high) if end is not None]
    return min(ends) > 0 and max(ends) <= _ORDER * min(ends)


def _counts_back(document: Document, mention: Mention) -> bool:
    """Whether a figure counts what was counted before: "today *there are* 31", *vroeger waren dat er 9*."""
    at = document.tokens.at(mention.start)
    before = document.tokens.words[max(0, at - _BACK) : at]
    ends = document.tokens.words[document.tokens.at(mention.end) :][:1]
    language = document.language
    goes_on = function_words(language) - set(grammar(language, "comparing"))  # it was 3 against 4
    stands_alone = not ends or not ends[0][0].isalnum() or ends[0] in goes_on
    return stands_alone and says(before, grammar(language, "counting_back"))


def _compared(document: Document, mention: Mention) -> bool:
    """Whether a word that compares stands before a figure: "against 340,000", "compared with 340,000"."""
    words, language = document.tokens.words, document.language
    at = document.tokens.at(mention.start) - 1
    comparing, hedges = tables(language).sets["comparing_with"], tables(language).sets["comparing_hedges"]
    while at > 0 and words[at] in hedges:
        at -= 1
    return at > 0 and (words[at] in comparing or f"{words[at - 1]}_{words[at]}" in comparing)


def _divides(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether a figure tells how many of those just named: "Of the 40 trains, *31* were on time"."""
    words, language = document.tokens.words, document.language
    at = document.tokens.at(before.start) - 1
    while at > 0 and words[at] in grammar(language, "articles"):
        at -= 1
    behind = document.tokens.at(mention.start) - 1
    first = at == 0 or not words[at - 1][0].isalnum()
    return at >= 0 and first and words[at] in grammar(language, "of") and words[behind] == ","


def _parallel(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether a figure ends a clause that has a subject and no verb: ", the province 5 million"."""
    words, language = document.tokens.words, document.language
    between = words[document.tokens.at(before.end) : document.tokens.at(mention.start)]
    joins = grammar(language, "conjunctions")
    cuts = [at for at, word in enumerate(between) if word in _CUTS or word in joins]
    if not cuts or cuts[-1] - cuts[0] > 1:
        return False
    said = between[cuts[-1] + 1 :]
    content = [word for word in said if word not in function_words(language)]
    after = document.tokens.at(mention.end)
    ends = after >= len(words) or words[after] in _ENDS
    return bool(content) and ends and not any(word in word_list(language, "verbs") for word in said)
