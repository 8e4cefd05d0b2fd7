"""Identity and mutation: what the checks make of any text when it is repeated, altered or cut.

    python tests/bench/mutation.py [PATH...] [--kind number] [--lang nl] [--limit 60] [--sentences 14]
                                   [--seed 1] [--show 5] [--silent] [--as-is]

Sentences of prose (from the documentation on this machine, or from PATHs) become claims against their own
document: as they stand, with one figure, date or word changed, and after they were cut from it. No label is
needed, because the right answer is known from what was done. ``--show N`` prints N cases of each bad outcome.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import forms
import prose
import rewrites

from factcheck import Checker
from factcheck.model import Finding, Mention, Result, Verdict
from factcheck.text import Document, function_words

KINDS = ("number", "date", "quote")
LANGUAGES = ("en", "nl")
CUTS = 4  # copies of a document, each without its share of the sampled sentences
ALIKE = 0.6  # shared words from which another sentence says the same, so that a cut leaves the fact in place
TRUE, FALSE = "true form", "false form"  # a figure put in another way, which is still so or no longer
_PROMISING = re.compile(
    r"\d|\b(?:half|third|quarter|twice|(?:hundred|thousand|million|second|minute|hour|day|week|month|year)s?"
    r"|kwart|helft|derde|honderd|duizend|miljoen|seconden?|minu(?:ut|ten)|uur|dag(?:en)?|we(?:ek|ken)"
    r"|maand(?:en)?|jaar|"
    + "|".join(
        word for family in (rewrites.ONES, rewrites.TEENS) for words in family.values() for word in words
    )
    + r")\b",
    re.IGNORECASE,
)

_DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|centur(?:y|ies)"
    r"|seconden?|minu(?:ut|ten)|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|eeuw(?:en)?|"
    + "|".join(word for words in rewrites.MONTHS.values() for word in words)
    + r")\b"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One claim, what was done to make it and what became of the mention it is about.

    ``change`` is ``as it stands``, ``changed`` (for quotations: which change) or ``cut``; ``verdict`` is
    ``None`` where the mention is no longer seen. ``refutable`` tells that the change contradicts the text:
    another figure inside an open bound does not.
    """

    kind: str
    language: str
    change: str
    claim: str
    verdict: Verdict | None
    document: str
    finding: Finding | None = None
    refutable: bool = True
    original: str = ""


def sentences(document: Document) -> list[str]:
    """Return the sentences of a document that can stand alone as a claim, each on one line."""
    lines = (" ".join(document.text[start:end].split()) for start, end in document.sentences)
    return [line for line in dict.fromkeys(lines) if 40 <= len(line) <= 300 and prose.is_prose(line)]


def _words(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{3,}", sentence.lower()))


def lonely(sentence: str, others: Iterable[frozenset[str]]) -> bool:
    """Whether no other sentence of the document says nearly the same."""
    mine = _words(sentence)
    alike = sum(len(mine & other) >= ALIKE * max(1, min(len(mine), len(other))) for other in others if other)
    return alike <= 1


def touching(result: Result, start: int, end: int, kind: str) -> Finding | None:
    """Return the finding on the mention of a kind that meets a span of the claim."""
    for finding in result.findings:
        mention = finding.mention
        if (
            mention
            and finding.verdict
            and mention.kind == kind
            and mention.start < end
            and start < mention.end
        ):
            return finding
    return None


def open_end(mention: Mention) -> int:
    """Return 1 for a figure with a lower bound only, -1 for one with an upper bound only, else 0."""
    value = mention.value
    if "low" in value:
        return (value["high"] is None) - (value["low"] is None)
    if "start" in value:
        return (value["end"] is None) - (value["start"] is None)
    return bool(rewrites.AT_LEAST.search(mention.text)) - bool(rewrites.AT_MOST.search(mention.text))


def apart(one: Mention, other: Mention) -> bool:
    """Whether two mentions exclude each other by what was extracted: no open ends, no overlap."""
    if "low" in one.value and "low" in other.value:
        figures = [mention.value[key] for mention in (one, other) for key in ("low", "high")]
        if None in figures:
            return False
        a, b, c, d = map(float, figures)
        return b < c or d < a
    if "start" in one.value and "start" in other.value:
        days = [str(mention.value[key] or "") for mention in (one, other) for key in ("start", "end")]
        return "" not in days and (days[1] <= days[2] or days[3] <= days[0])
    return True


def measure(
    paths: Sequence[str] = (),
    *,
    kinds: Sequence[str] = KINDS,
    languages: Sequence[str] = LANGUAGES,
    limit: int = 60,
    count: int = 14,
    seed: int = 1,
    as_is: bool = False,
    ways: int = 1,
) -> Iterator[Case]:
    """Yield every case of the documents found; the same seed and texts give the same cases.

    ``ways`` is how many forms a figure is given that stay true, and how many that do not.
    """
    with tempfile.TemporaryDirectory() as folder:
        taken = {"languages": languages, "limit": limit, "seed": seed, "as_is": as_is}
        found = [(text, kinds) for text in prose.documents(paths, **taken)]
        if "date" in kinds and not paths:  # documentation has few dates: look for those that have them
            known = {text.name for text, _ in found}
            more = prose.documents(paths, **taken, rich_in=_DATED)
            found += [(text, ("date",)) for text in more if text.name not in known]
        for index, (text, asked) in enumerate(found):
            random = Random(f"{seed}:{text.name}")
            yield from cases(text, Path(folder, f"{index}.txt"), asked, count, random, ways)


def cases(
    text: prose.Prose, path: Path, kinds: Sequence[str], count: int, random: Random, ways: int = 1
) -> Iterator[Case]:
    """Yield the cases of one document, whose text and cut copies are written to ``path``."""
    document = Document(text.text, language=text.language)
    known = sentences(document)
    checker = _checker(path, text.text)
    bags = [_words(" ".join(text.text[start:end].split())) for start, end in document.sentences]
    cut: list[tuple[str, str, int, int]] = []
    if {"number", "date"} & set(kinds):
        promising = [sentence for sentence in known if _PROMISING.search(sentence)]
        dated = [sentence for sentence in promising if _DATED.search(sentence)]
        chosen = random.sample(dated, min(count, len(dated))) + random.sample(
            promising, min(count, len(promising))
        )
        for sentence in dict.fromkeys(chosen):
            alone = lonely(sentence, bags)
            for case, span in _figures(text, sentence, checker, kinds, alone):
                yield case
                if alone and case.change == "as it stands":
                    cut.append((case.kind, sentence, *span))
                    yield from _forms(case, span, checker, ways)
    if "quote" in kinds:
        for case in _quotes(text, known, checker, random, count):
            yield case
            if case.change == "as it stands" and lonely(case.claim, bags):
                cut.append(("quote", case.claim, 0, len(case.claim)))
    for kind in kinds:  # each by itself, so that its figures are the same whichever others are asked for
        yield from _cut(text, path, [one for one in cut if one[0] == kind])


def _checker(path: Path, text: str) -> Checker:
    path.write_text(text, encoding="utf-8")
    return Checker([path])


def _figures(
    text: prose.Prose, sentence: str, checker: Checker, kinds: Sequence[str], alone: bool
) -> Iterator[tuple[Case, tuple[int, int]]]:
    """Yield a sentence as it stands and with each of its figures and dates changed, one at a time."""
    for finding in checker.check(sentence).findings:
        mention = finding.mention
        if not mention or not finding.verdict or mention.kind not in kinds or mention.kind == "quote":
            continue
        span = (mention.start, mention.end)
        common = (mention.kind, text.language)
        yield Case(*common, "as it stands", sentence, finding.verdict, text.name, finding), span
        rewrite = rewrites.number if mention.kind == "number" else rewrites.date
        other = rewrite(mention.text, text.language, open_end(mention))
        if not alone or other is None or other == mention.text or other in sentence:
            continue
        claim = sentence[: span[0]] + other + sentence[span[1] :]
        result = checker.check(claim)
        seen = touching(result, span[0], span[0] + len(other), mention.kind)
        before = sentence[max(0, span[0] - 16) : span[0]] + mention.text + sentence[span[1] : span[1] + 8]
        refutable = not rewrites.BOUND.search(before) and bool(
            seen and seen.mention and apart(mention, seen.mention)
        )
        if seen is None and result.verdict is Verdict.SUPPORTED:
            verdict: Verdict | None = Verdict.SUPPORTED
        else:
            verdict = seen.verdict if seen else None
        yield (
            Case(
                *common, "changed", claim, verdict, text.name, seen, refutable or seen is None, mention.text
            ),
            span,
        )


def _forms(same: Case, span: tuple[int, int], checker: Checker, ways: int) -> Iterator[Case]:
    """Yield the sentence of a case with its figure in forms that stay true and in forms that do not."""
    mention, claim = same.finding.mention if same.finding else None, same.claim
    around = claim[max(0, span[0] - 16) : span[0]] + "#" + claim[span[1] : span[1] + 8]
    hedged = (
        mention is None or mention.value.get("approximate") or rewrites.BOUND.search(around) or "+" in around
    )
    hedged = hedged or claim[span[0] - 1 : span[0]] == "("  # (1) the number of an item
    if hedged or same.verdict is not Verdict.SUPPORTED or mention is None:
        return
    known = list((forms.number if same.kind == "number" else forms.date)(mention, same.language))
    random = Random(claim)
    for true in (True, False):
        alike = [form for form in known if form.true is true]
        for form in random.sample(alike, min(ways, len(alike))):
            start = _before(claim, span[0], same.language) if form.instead else span[0]
            if start < 0 or form.text == mention.text:
                continue
            changed = claim[:start] + form.text + claim[span[1] :]
            seen = touching(checker.check(changed), start, start + len(form.text), same.kind)
            yield Case(
                same.kind,
                same.language,
                f"{TRUE if true else FALSE}: {form.how}",
                changed,
                seen.verdict if seen else None,
                same.document,
                seen,
                original=mention.text,
            )


def _before(claim: str, start: int, language: str) -> int:
    """Return where the preposition before a date begins, -1 where there is none that a form could replace."""
    found = re.search(
        rf"\b(?:{forms.PHRASES[language]['in']}|{forms.PHRASES[language]['on']}) $", claim[:start]
    )
    return found.start() if found else -1


def _quotes(
    text: prose.Prose, known: list[str], checker: Checker, random: Random, count: int
) -> Iterator[Case]:
    """Yield passages as they stand and with each change to their words."""
    grammar = function_words(text.language)
    whole = " ".join(text.text.split())
    pool = sorted(
        {word for sentence in known for word in re.findall(r"\b[a-zà-ÿ]{5,}\b", sentence)} - grammar
    )

    def quoted(change: str, claim: str | None, original: str) -> Iterator[Case]:
        if claim and (change == "as it stands" or claim not in whole):
            result = checker.check(quote=claim)
            verdict, finding = result.verdict, next(iter(result.findings), None)
            yield Case("quote", text.language, change, claim, verdict, text.name, finding, original=original)

    for index in sorted(random.sample(range(len(known)), min(count, len(known)))):
        passage = known[index]
        yield from quoted("as it stands", passage, passage)
        yield from quoted("word swapped", rewrites.word_swapped(passage, pool, random, grammar), passage)
        yield from quoted("word dropped", rewrites.word_dropped(passage, random, grammar), passage)
        yield from quoted("not dropped", rewrites.negation_dropped(passage, text.language), passage)
        both = " ".join(known[index : index + 2])
        if index + 1 < len(known) and both in whole:
            swapped = rewrites.sentences_swapped(*known[index : index + 2])
            yield from quoted("sentences swapped", swapped, both)


def _cut(text: prose.Prose, path: Path, cut: list[tuple[str, str, int, int]]) -> Iterator[Case]:
    """Yield what is left of each sentence after it was cut from the document, a share of them at a time."""
    lines = list(dict.fromkeys(sentence for _, sentence, _, _ in cut))
    for share in range(CUTS):
        gone = set(lines[share::CUTS])
        if not gone:
            continue
        rest = text.text
        for line in gone:
            rest = re.sub(r"\s+".join(map(re.escape, line.split())), "", rest)
        checker = _checker(path.with_suffix(f".{share}.txt"), rest)
        for kind, sentence, start, end in cut:
            if sentence not in gone:
                continue
            result = checker.check(quote=sentence) if kind == "quote" else checker.check(sentence)
            finding = touching(result, start, end, kind)
            verdict = finding.verdict if finding else None
            yield Case(kind, text.language, "cut", sentence, verdict, text.name, finding)


# --- the figures

_BAD = {
    "as it stands": {Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE},
    "cut": {Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE},
}


def bad(case: Case) -> bool:
    """Whether a case is one that should not be."""
    if case.change == "as it stands" and case.kind == "quote":
        return case.verdict is not Verdict.SUPPORTED
    if case.change.startswith(TRUE):
        return case.verdict is not Verdict.SUPPORTED
    return case.verdict in _BAD.get(case.change, {Verdict.SUPPORTED})


def share(cases: Sequence[Case], *verdicts: Verdict) -> float | None:
    """Return the percentage of the cases with one of the verdicts, ``None`` of no cases."""
    return 100 * sum(case.verdict in verdicts for case in cases) / len(cases) if cases else None


def figures(cases: Sequence[Case]) -> dict[str, float | None]:
    """Return the figures of one kind and language: counts, and percentages of their own group."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        group = case.change.partition(":")[0]
        groups[group if group in (*_BAD, TRUE, FALSE) else "changed"].append(case)
    same, changed, cut = groups["as it stands"], groups["changed"], groups["cut"]
    decided = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE)
    return {
        "judged": len(same),
        "unchanged supported": share(same, Verdict.SUPPORTED),
        "unchanged refuted": share(same, Verdict.REFUTED),
        "unchanged conflicting": share(same, Verdict.CONFLICTING_EVIDENCE),
        "changed": len(changed),
        "changed supported": share(changed, Verdict.SUPPORTED),
        "changed refuted": share([case for case in changed if case.refutable], Verdict.REFUTED),
        "cut": len(cut),
        "cut, still judged": share(cut, *decided),
        "true forms": len(groups[TRUE]),
        "true, supported": share(groups[TRUE], Verdict.SUPPORTED),
        "true, refuted": share(groups[TRUE], Verdict.REFUTED),
        "false forms": len(groups[FALSE]),
        "false, supported": share(groups[FALSE], Verdict.SUPPORTED),
        "false, refuted": share(groups[FALSE], Verdict.REFUTED),
    }


def table(cases: Sequence[Case]) -> dict[tuple[str, str], dict[str, float | None]]:
    """Return the figures of each kind and language that has cases."""
    pairs = sorted(
        {(case.kind, case.language) for case in cases}, key=lambda pair: (KINDS.index(pair[0]), pair)
    )
    return {
        (kind, language): figures([case for case in cases if (case.kind, case.language) == (kind, language)])
        for kind, language in pairs
    }


def shown(value: float | None) -> str:
    """Return a count as it is, a percentage with two decimals, nothing as a dash."""
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.2f}"


def _describe(case: Case) -> str:
    finding = case.finding
    lines = [f"[{case.kind} {case.language} {case.change}] {case.verdict or 'not seen'}  {case.document}"]
    lines.append(f"  claim:    {case.claim}")
    if case.original:
        lines.append(f"  was:      {case.original}")
    if finding:
        code = finding.rule.code if finding.rule else "-"
        about = finding.mention.text if finding.mention and case.kind != "quote" else ""
        lines.append(f"  mention:  {about}  {code}: {finding.message}")
        for one in finding.evidence[:2]:
            lines.append(
                f"  {one.stance:9} {' '.join((one.prefix + '⟦' + one.text + '⟧' + one.suffix).split())}"
            )
    return "\n".join(lines)


def main() -> None:
    """Measure and print a table, with ``--show`` the bad cases too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--lang", choices=LANGUAGES, action="append")
    parser.add_argument("--limit", type=int, default=60, help="documents a language")
    parser.add_argument(
        "--sentences", type=int, default=14, help="sentences a document, for figures and quotations"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", type=int, default=1, help="forms of a figure, true and false ones each")
    parser.add_argument("--as-is", action="store_true", help="keep the layout of the files (transcripts)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N cases of each bad outcome")
    parser.add_argument("--silent", action="store_true", help="with --show: those that were not refuted, too")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    found = list(
        measure(
            given.paths,
            kinds=given.kind or KINDS,
            languages=given.lang or LANGUAGES,
            limit=given.limit,
            count=given.sentences,
            seed=given.seed,
            as_is=given.as_is,
            ways=given.ways,
        )
    )
    if not found:
        sys.exit("no prose found; name files or folders")
    printed: Counter[tuple[str, ...]] = Counter()
    for case in found:
        key = (case.kind, case.language, case.change, str(case.verdict))
        silent = (
            given.silent
            and (case.change == "changed" or case.change.startswith(FALSE))
            and case.refutable
            and case.verdict is not Verdict.REFUTED
        )
        if (bad(case) or silent) and printed[key] < given.show:
            printed[key] += 1
            print(_describe(case), end="\n\n")
    rows = table(found)
    if given.json:
        print(json.dumps({f"{kind} {language}": row for (kind, language), row in rows.items()}, indent=1))
        return
    titles = list(next(iter(rows.values())))
    print(" ".join(["kind   lang", *(f"{title:>12}"[:24] for title in titles)]))
    for (kind, language), row in rows.items():
        cells = (f"{shown(value):>{max(12, len(title))}}" for title, value in row.items())
        print(f"{kind:6} {language:4}", *cells)


if __name__ == "__main__":
    main()
