"""The rules of the core: verdicts that no check gives, and input that cannot be used."""

from __future__ import annotations

from factcheck.model import Problem, Rule

NOTHING_TO_CHECK = Rule(
    "FC901",
    "nothing-to-check",
    "The claim has no number, date or quotation.",
    "Only numbers, dates and quotations are checked. A claim without any is not_enough_evidence and does "
    "not pass, so that words nobody checked are never taken for confirmed.",
    "Claim:  The market square is lively.\nSource: The market square is lively, people say.",
    fix="Name the figure, the date or the words that were said, or drop the claim.",
)
ONLY_OTHER_SPEAKER = Rule(
    "FC902",
    "only-other-speaker",
    "The figure is given, but by another speaker than the claim says.",
    "A claim that names a speaker is judged on that speaker's words. What only someone else says in the "
    "same documents refutes the attribution, and the finding names who said it.",
    "Claim:   The city has 400 bicycles.\nSpeaker: Ann Peeters\n"
    "Source:  Ann Peeters: How many bicycles are there?\n\n"
    "  Jan Claes: The city has 400 bicycles.",
    fix="Name the speaker that the finding names, or leave the speaker out.",
)
CHECK_FAILED = Rule(
    "FC903",
    "check-failed",
    "A check stopped with an error of its own, or gave what is no answer.",
    "The check named in the message raised an exception, tried to end the program, or gave something that "
    "is not what it must be, which the message says. The claim is not judged by it; the other checks and "
    "claims are, and the run exits 3.",
    "$ factcheck claims.yaml -p moody.py\n"
    "moody.py:\n"
    "  from factcheck.hookspecs import hookimpl\n"
    "  from factcheck.model import Rule\n\n"
    "  class Moody:\n"
    '      name, rules = "mood", (Rule("MD101", "moody", "", "", ""),)\n\n'
    "      def review(self, document):\n"
    "          return 1 / 0\n\n"
    "  @hookimpl\n"
    "  def factcheck_register_checks():\n"
    "      return [Moody()]",
    fix="Report it to the author of the check with the text it failed on. `-p no:NAME` goes on without it.",
)
PLUGIN_BROKEN = Rule(
    "FC904",
    "plugin-broken",
    "A plugin cannot be loaded or does not do what a plugin must.",
    "The plugin is left out and the rest of the run goes on, but the run is never clean and exits 3: a "
    "check that is missing must not look like a pass.",
    "$ factcheck claims.yaml -p weather.py\n"
    "weather.py:\n"
    "  from factcheck.hookspecs import hookimpl\n\n"
    "  @hookimpl\n"
    "  def factcheck_register_checks():\n"
    '      return open("rain.csv")',
    fix="Mend or remove the plugin. `factcheck plugins` lists what is loaded; `-p no:NAME` leaves one out on "
    "purpose.",
)
NO_EVIDENCE = Rule(
    "FC905",
    "no-evidence",
    "No passage of the named sources speaks of this.",
    "The sources say nothing of the same thing, place, event and time, or they do not say it clearly "
    "enough. Absence never refutes.",
    "Claim:  The park has 900 trees.\nSource: The park has 900 visitors a day.",
    fix="Add the document that says it, look at the claim's `sources:`, or use the source's words.",
)
SOURCES_DISAGREE = Rule(
    "FC906",
    "sources-disagree",
    "One passage agrees with the claim and another contradicts it.",
    "Both passages are shown; which of them is right is yours to say.",
    "Claim:  The city has 400 bicycles.\n"
    "Source: The city has 400 bicycles.\nSource: The city has 380 bicycles.",
    fix="Limit the claim with `sources:`, or, where the disagreement is known, say so with "
    "`expect: conflicting_evidence` and a reason.",
)
NO_SUCH_SOURCE = Rule(
    "FC501",
    "no-such-source",
    "A claim names a source that is not there.",
    "A name or glob in `sources:` matches no document of the source folders. The claim is not judged.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 400 bicycles.\n"
    "      sources: [reprot.txt]",
    fix="Name a file, an alias of the sources file, or a glob such as `report_*.txt`.",
)
UNREADABLE = Rule(
    "FC911",
    "unreadable",
    "A file cannot be read as text.",
    "It is missing, too large, empty, holds NUL bytes or control characters, or is not UTF-8 (UTF-16 and "
    "UTF-32 need their byte order mark). Encodings are never guessed.",
    "sources/empty.txt:",
    fix="Fill or remove the file, or save it as UTF-8.",
)
NOT_YAML = Rule(
    "FC912",
    "not-yaml",
    "A claims file is not valid YAML.",
    "Nothing of the file is used. Most often a text with `: ` or ` #` in it stands without quotes, or the "
    "lines of one claim are not indented alike.",
    "claims.yaml:\n  claims:\n    - id: ratio\n      statement: The result: 3 to 1.",
    fix="Put the text in quotes: `statement: 'The result: 3 to 1.'`",
)
REFUSED_YAML = Rule(
    "FC913",
    "refused-yaml",
    "A claims file uses a part of YAML that is not read.",
    "Anchors, aliases, tags, merge keys, several documents in one file and deep nesting are refused: they "
    "hide what a claim says or make a small file explode.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 400 bicycles.\n"
    "      sources: &all [report.txt]",
    fix="Write the values out.",
)
UNKNOWN_KEY = Rule(
    "FC914",
    "unknown-key",
    "A key that means nothing here.",
    "A file has `sources`, `speaker` and `claims`; a claim has `id`, `statement`, `quote`, `speaker`, "
    "`sources`, `tags`, `expect` and `reason`. A misspelt key would silently check less, so the claim is "
    "not judged.",
    "claims.yaml:\n  claims:\n    - id: bikes\n      statment: The city has 400 bicycles.",
    fix="Write the key that the message names. `factcheck schema claims` lets editors complete it.",
)
DUPLICATE_KEY = Rule(
    "FC915",
    "duplicate-key",
    "One key stands twice in one place.",
    "YAML readers differ in which one counts.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 400 bicycles.\n"
    "      statement: The city has 500 bicycles.",
    fix="Keep one of the two, or make two claims of them.",
)
WRONG_TYPE = Rule(
    "FC916",
    "wrong-type",
    "A text stands where a list belongs, or the other way round.",
    "`claims`, `sources` and `tags` are lists, a claim is a mapping of keys to values, everything else is "
    "text.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 400 bicycles.\n"
    "      sources: report.txt",
    fix="Write a single source as a list of one: `sources: [report.txt]`.",
)
MISSING_VALUE = Rule(
    "FC917",
    "missing-value",
    "Something required is not there or empty.",
    "A file needs `claims`; a claim needs an `id` and a `statement`, a `quote` or both. A key that is "
    "written down must have a value.",
    "claims.yaml:\n  claims:\n    - id: bikes\n      statement:",
    fix="Give the value, or leave out a key that has none.",
)
BAD_VALUE = Rule(
    "FC918",
    "bad-value",
    "A value that is not allowed.",
    "An id has at most 200 characters, none of them invisible. `expect` is supported, refuted, "
    "conflicting_evidence or not_enough_evidence, and any but the first needs a `reason`.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 500 bicycles.\n"
    "      expect: refuted",
    fix="Write a value that the message allows; here, add why the claim stands though it is refuted.",
)
DUPLICATE_ID = Rule(
    "FC919",
    "duplicate-id",
    "Two claims of a run have the same id.",
    "Ids name claims in reports, in `-k` and in what is remembered between runs, over all claims files.",
    "claims.yaml:\n"
    "  claims:\n"
    "    - id: bikes\n"
    "      statement: The city has 400 bicycles.\n"
    "    - id: bikes\n"
    "      quote: We have 400 bicycles.",
    fix="Give each claim its own id, or put statement and quote into one claim.",
)
BAD_SUPPRESSION = Rule(
    "FC920",
    "bad-suppression",
    "A comment of a draft that is to accept findings cannot be used.",
    "`<!-- factcheck: ignore[FC101] reason -->` accepts findings of that rule in the next block, "
    "`ignore-start[...] reason` and `ignore-end` in all between them. Without a code every rule is meant. "
    "A reason is required, so that whoever reads the report knows why.",
    "draft.md:\n  <!-- factcheck: ignore[FC101] -->\n  The city has 500 bicycles.",
    fix="Give the reason, the code as it is listed, and an end to every start.",
)
STALE_DECISION = Rule(
    "FC921",
    "stale-decision",
    "An accepted finding is there no more, or must be looked at again.",
    "The statement was changed or is right now, its file is gone, the decision has expired, or the passages "
    "it was decided on have changed in the source. An entry of the decisions file that is stale fails the "
    "run, so that the file stays true. A comment of a draft, or an entry without `file:`, which may be about "
    "a file that was not checked, is noted only.",
    "factcheck-decisions.yaml:\n"
    "  decisions:\n"
    "    - rule: FC101\n"
    "      file: claims.yaml\n"
    "      text: The city has 600 bicycles.\n"
    "      reason: The council confirmed it by phone.",
    fix="`factcheck decisions prune` takes it out, `factcheck decisions write --reason REASON` decides anew.",
)
DRAFT_IS_SOURCE = Rule(
    "FC922",
    "draft-is-source",
    "A draft is also one of the sources it is checked against.",
    "A text always agrees with itself. The draft is left out of the sources of the run, and the run is not "
    "clean.",
    "sources/draft.md:\n  The city has 500 bicycles.",
    fix="Keep drafts outside the source folders, or name the sources one by one.",
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


def unreadable(path: str, message: str) -> Problem:
    """Return the problem of a file or folder that cannot be read as a whole."""
    return Problem(path, 0, 0, UNREADABLE.code, message)
