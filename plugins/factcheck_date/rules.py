"""The rules of the date check; codes FC3xx are its own, from FC330 on they are warnings."""

from __future__ import annotations

from factcheck.model import Rule, Severity

DIFFERS = Rule(
    "FC301",
    "date-differs",
    "The source gives another date for the same event.",
    "A passage tells of the same event, and its date and the claim's have no day in common. A coarser date "
    "agrees with a finer one inside it (2017 with 21 June 2017), and a finer one is not refuted by a coarser "
    "one around it.",
    "Claim:  The bridge opened in 2018.\nSource: The bridge was opened on 21 June 2017.",
    fix="Correct the date, or name the source that does give it.",
)
OUTSIDE = Rule(
    "FC302",
    "date-outside",
    "The source's date lies on the wrong side of the claim's before, after, since or until.",
    "The claim opens a period to one side, or the source does, and the other side's date is not in it. "
    "Since and until compare the day on which the period starts or ends.",
    "Claim:  The bridge opened after 2018.\nSource: The bridge was opened on 21 June 2017.",
    fix="Correct the date or the word before it, or give the day itself.",
)
LENGTH = Rule(
    "FC303",
    "duration-differs",
    "The source says that the same thing took another length of time.",
    "Lengths are converted before they are compared (half a century is 50 years, a year is twelve months). "
    "A hedge in the claim allows 3 %, nearly and almost 5 % from below; at least and at most are bounds.",
    "Claim:  The works took a year.\nSource: The works took nine months.",
    fix="Correct the length, or hedge it where it is meant roughly.",
)
FREQUENCY = Rule(
    "FC304",
    "frequency-differs",
    "The source says that the same thing happens more or less often.",
    "How often is compared as times in a length of time: once a week is every week and not every day.",
    "Claim:  The council meets every week.\nSource: The council meets once a month.",
    fix="Say how often the source says.",
)
DERIVED = Rule(
    "FC305",
    "length-derived",
    "No passage states the length; it follows from dates or hours that one gives.",
    "The claim is supported by arithmetic, shown in the message and told apart from what a passage states. A "
    "range gives the time between its ends; a “since” that up to the claim's own date, or else up to the "
    "source's; an amount of hours at so many a week gives the weeks; two events that a source dates give how "
    "long one came before the other, a begin and an end how long something lasted, a birth and an event how "
    "old somebody was, and a beginning the year of an anniversary. The passage must say everything else that "
    "the claim says.",
    "Claim:  Ann Poe was mayor for nine years.\nSource: Ann Poe was mayor from 2001 to 2010.",
    Severity.NOTE,
    fix="Nothing needs to be done. Follow the sum in the message if much depends on it.",
)
DERIVED_DIFFERS = Rule(
    "FC306",
    "length-derived-differs",
    "Another length follows from dates or hours that a passage gives.",
    "As for FC305, with another result. Between two years lie as many years as they differ by, give or take "
    "one; of two years alone follow two ages, and only others are wrong. Up to the date of the source only "
    "agreement counts, for the claim may be of another day.",
    "Claim:  Ann Poe was mayor for six years.\nSource: Ann Poe was mayor from 2001 to 2010.",
    fix="Reckon anew from the passage's dates, or write these dates instead of the length.",
)
WEEKDAY = Rule(
    "FC331",
    "weekday-differs",
    "The weekday does not fit the date beside it.",
    "One of the two is wrong, whatever the sources say. The verdict is about the date alone, but where a "
    "source writes the right weekday beside it, which the claim's is not.",
    "Claim:  It opened on Monday 21 June 2017.",
    Severity.WARNING,
    fix="Look the date up in a calendar (this one was a Wednesday) and ask which of the two was meant.",
)
AMBIGUOUS = Rule(
    "FC332",
    "date-ambiguous",
    "The date can be read with the day or the month first.",
    "Readers on two sides of an ocean read two days. Such a date supports or refutes only where both "
    "readings do.",
    "Claim:  It opened on 3/4/2017.",
    Severity.WARNING,
    fix="Write the month as a word: 3 April 2017, or March 4, 2017.",
)
RULES = (DIFFERS, OUTSIDE, LENGTH, FREQUENCY, DERIVED, DERIVED_DIFFERS, WEEKDAY, AMBIGUOUS)
