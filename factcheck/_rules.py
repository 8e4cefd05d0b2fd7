"""The rules of the core: verdicts that no check gives, and input that cannot be used."""

from __future__ import annotations

from factcheck.model import Rule

NOTHING_TO_CHECK = Rule(
    "FC901",
    "nothing-to-check",
    "The claim has no number, date or quotation.",
    "Only numbers, dates and quotations are checked. A claim without any is not_enough_evidence and does "
    "not pass, so that words nobody checked are never taken for confirmed. Name the figure, the date or "
    "the words that were said, or drop the claim.",
    "- id: lively\n  statement: The market square is lively.",
)
ONLY_OTHER_SPEAKER = Rule(
    "FC902",
    "only-other-speaker",
    "The figure is given, but by another speaker than the claim says.",
    "A claim that names a speaker is judged on that speaker's words. What only someone else says in the "
    "same documents refutes the attribution, and the finding names who said it.",
    "- id: bikes\n  statement: According to Ann Peeters the city has 400 bicycles.\n"
    "# in the source:  Jan Claes: The city has 400 bicycles.",
)
CHECK_FAILED = Rule(
    "FC903",
    "check-failed",
    "A check stopped with an error of its own.",
    "The check named in the message raised an exception or tried to end the program. The claim is not "
    "judged by it, the others still are, and the run exits 3.",
    "check number: failed on claim bikes (ValueError: …); report it",
)
PLUGIN_BROKEN = Rule(
    "FC904",
    "plugin-broken",
    "A plugin cannot be loaded or does not do what a plugin must.",
    "The plugin is left out and the rest of the run goes on, but the run is never clean and exits 3. "
    "`factcheck plugins` lists what is loaded; `-p no:NAME` leaves a plugin out on purpose.",
    "plugin weather: cannot be used (ModuleNotFoundError: No module named 'httpx'); fix or remove it",
)
NO_EVIDENCE = Rule(
    "FC905",
    "no-evidence",
    "No passage of the named sources speaks of this.",
    "The sources say nothing of the same thing, place, event and time, or they do not say it clearly "
    "enough. Absence never refutes. Look at the claim's `sources:` and at its wording.",
    "- id: trees\n  statement: The park has 900 trees.\n# in the source:  The park has 900 visitors a day.",
)
SOURCES_DISAGREE = Rule(
    "FC906",
    "sources-disagree",
    "One passage agrees with the claim and another contradicts it.",
    "Both passages are shown. Where the disagreement is known, say so in the claim with "
    "`expect: conflicting_evidence` and a reason, or limit the claim with `sources:`.",
    "- id: bikes\n  statement: The city has 400 bicycles.\n"
    "# in one source: The city has 400 bicycles.  in another: The city has 380 bicycles.",
)
NO_SUCH_SOURCE = Rule(
    "FC501",
    "no-such-source",
    "A claim names a source that is not there.",
    "A name or glob in `sources:` matches no document of the source folders. The claim is not judged. "
    "Name a file, an alias of the sources file, or a glob such as `report_*.txt`.",
    "- id: bikes\n  statement: The city has 400 bicycles.\n  sources: [reprot.txt]",
)
UNREADABLE = Rule(
    "FC911",
    "unreadable",
    "A file cannot be read as text.",
    "It is missing, too large, empty, holds NUL bytes or control characters, or is not UTF-8 (UTF-16 and "
    "UTF-32 need their byte order mark). Encodings are never guessed: save the file as UTF-8.",
    "claims/a.yaml:3:12: byte 0xe9 is not UTF-8; save the file as UTF-8",
)
NOT_YAML = Rule(
    "FC912",
    "not-yaml",
    "A claims file is not valid YAML.",
    "Nothing of the file is used. Most often a text with `: ` or ` #` in it needs quotes, or the lines of "
    "one claim are not indented alike.",
    "- id: ratio\n  statement: The result: 3 to 1.   # write: 'The result: 3 to 1.'",
)
REFUSED_YAML = Rule(
    "FC913",
    "refused-yaml",
    "A claims file uses a part of YAML that is not read.",
    "Anchors, aliases, tags, merge keys, several documents in one file and deep nesting are refused: they "
    "hide what a claim says or make a small file explode. Write the values out.",
    "- id: one\n  sources: &all [a.txt, b.txt]",
)
UNKNOWN_KEY = Rule(
    "FC914",
    "unknown-key",
    "A key that means nothing here.",
    "A file has `sources`, `speaker` and `claims`; a claim has `id`, `statement`, `quote`, `speaker`, "
    "`sources`, `tags`, `expect` and `reason`. A misspelt key would silently check less, so the claim is "
    "not judged.",
    "- id: bikes\n  statment: The city has 400 bicycles.",
)
DUPLICATE_KEY = Rule(
    "FC915",
    "duplicate-key",
    "One key stands twice in one place.",
    "YAML readers differ in which one counts. Keep one of the two.",
    "- id: bikes\n  statement: The city has 400 bicycles.\n  statement: The city has 500 bicycles.",
)
WRONG_TYPE = Rule(
    "FC916",
    "wrong-type",
    "A text stands where a list belongs, or the other way round.",
    "`claims`, `sources` and `tags` are lists, a claim is a mapping of keys to values, everything else is "
    "text. A single source is a list of one: `sources: [report.txt]`.",
    "- id: bikes\n  sources: report.txt   # write: sources: [report.txt]",
)
MISSING_VALUE = Rule(
    "FC917",
    "missing-value",
    "Something required is not there or empty.",
    "A file needs `claims`; a claim needs an `id` and a `statement`, a `quote` or both. A key that is "
    "written down must have a value: leave the key out where there is none.",
    "- id: bikes\n  statement:",
)
BAD_VALUE = Rule(
    "FC918",
    "bad-value",
    "A value that is not allowed.",
    "An id has at most 200 characters, none of them invisible. `expect` is supported, refuted, "
    "conflicting_evidence or not_enough_evidence, and any but the first needs a `reason`.",
    "- id: bikes\n  statement: The city has 400 bicycles.\n  expect: refuted   # and no reason",
)
DUPLICATE_ID = Rule(
    "FC919",
    "duplicate-id",
    "Two claims of a run have the same id.",
    "Ids name claims in reports, in `-k` and in what is remembered between runs, over all claims files. "
    "Give each claim its own.",
    "- id: bikes\n  statement: The city has 400 bicycles.\n- id: bikes\n  quote: We have 400 bicycles.",
)
BAD_SUPPRESSION = Rule(
    "FC920",
    "bad-suppression",
    "A comment of a draft that is to accept findings cannot be used.",
    "`<!-- factcheck: ignore[FC101] reason -->` accepts findings of that rule in the next block, "
    "`ignore-start[...] reason` and `ignore-end` in all between them. Without a code every rule is meant. "
    "A reason is required, so that whoever reads the report knows why.",
    "<!-- factcheck: ignore[FC101] -->   (and no reason)",
)
STALE_DECISION = Rule(
    "FC921",
    "stale-decision",
    "An accepted finding is there no more, or must be looked at again.",
    "The statement was changed or is right now, its file is gone, the decision has expired, or the passages "
    "it was decided on have changed in the source. An entry of the decisions file that is stale fails the "
    "run, so that the file stays true: `factcheck decisions prune` takes it out, `factcheck decisions write "
    "--reason REASON` decides anew. A comment of a draft, or an entry without `file:`, which may be about a "
    "file that was not checked, is noted only.",
    "factcheck-decisions.yaml:4:3: the decision “rang him” applies to nothing any more; "
    "factcheck decisions prune takes it out",
)
DRAFT_IS_SOURCE = Rule(
    "FC922",
    "draft-is-source",
    "A draft is also one of the sources it is checked against.",
    "A text always agrees with itself. The draft is left out of the sources of the run, and the run is not "
    "clean: keep drafts outside the source folders, or name the sources one by one.",
    "factcheck documents/draft.md --sources documents",
)

RULES: tuple[Rule, ...] = (
    NO_SUCH_SOURCE,
    NOTHING_TO_CHECK,
    ONLY_OTHER_SPEAKER,
    CHECK_FAILED,
    PLUGIN_BROKEN,
    NO_EVIDENCE,
    SOURCES_DISAGREE,
    UNREADABLE,
    NOT_YAML,
    REFUSED_YAML,
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    WRONG_TYPE,
    MISSING_VALUE,
    BAD_VALUE,
    DUPLICATE_ID,
    BAD_SUPPRESSION,
    STALE_DECISION,
    DRAFT_IS_SOURCE,
)
