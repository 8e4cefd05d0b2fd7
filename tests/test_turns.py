import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck._turns import turns
from factcheck.model import Turn

Q, A, S, N = "question", "answer", "speech", "narration"


def told(text: str, language: str = "en") -> list[tuple[str | None, str, str]]:
    """Return the turns as (speaker, role, words), the words shortened."""
    return [
        (turn.speaker, turn.role, " ".join(text[turn.start : turn.end].split()))
        for turn in turns(text, language)
    ]


LABELLED = {
    "captions in capitals": (
        ">> WELCOME BACK WE ARE AT THE\nFERRY HOUSE WHERE CAPTAIN HOLM IS\nABOUT TO SPEAK\n"
        ">> CAPTAIN HOLM: THE BOAT IS\nSAFE\nNOBODY GOT WET\n>> REPORTER: IS IT\n"
        ">> CAPTAIN HOLM: IT IS\n>> COMMISSIONER VIK: I\nAGREE\n>> REPORTER: THANKS\n",
        [
            (None, N, ">> WELCOME BACK WE ARE AT THE FERRY HOUSE WHERE CAPTAIN HOLM IS ABOUT TO SPEAK"),
            ("CAPTAIN HOLM", S, "THE BOAT IS SAFE NOBODY GOT WET"),
            ("REPORTER", S, "IS IT"),
            ("CAPTAIN HOLM", S, "IT IS"),
            ("COMMISSIONER VIK", S, "I AGREE"),
            ("REPORTER", S, "THANKS"),
        ],
    ),
    "a party behind a name in bold": (
        "**Ida Holm** (Harbour): We begin.\n\n**Carl Vik** (Quay): Please do.\n\n"
        "**Ida Holm** (Harbour): Good.\n",
        [("Ida Holm", S, "We begin."), ("Carl Vik", S, "Please do."), ("Ida Holm", S, "Good.")],
    ),
    "three of one surname": (
        "Mrs Holm (Harbour): We begin.\n\nMr Carl Holm (Quay): We are no family.\n\n"
        "Secretary Holm: Nor am I.\n\nMrs Holm (Harbour): Good.\n\nMr Holm: Good.\n",
        [
            ("Mrs Holm (Harbour)", S, "We begin."),
            ("Carl Holm", S, "We are no family."),
            ("Secretary Holm", S, "Nor am I."),
            ("Mrs Holm (Harbour)", S, "Good."),
            ("Carl Holm", S, "Good."),
        ],
    ),
    "those present in one line": (
        "Chair: Mayor A. Strand. Clerk: P. Holm. Absent: Mr Vik.\n\nSecretary Holm: We begin.\n\n"
        "The Chair: Please do.\n\nSecretary Holm: Thank you.\n\nThe Chair: Good.\n",
        [
            (None, N, "Chair: Mayor A. Strand. Clerk: P. Holm. Absent: Mr Vik."),
            ("Secretary Holm", S, "We begin."),
            ("A. Strand", S, "Please do."),
            ("Secretary Holm", S, "Thank you."),
            ("A. Strand", S, "Good."),
        ],
    ),
    "full names, then surnames": (
        "Anna Berg: How did the bridge get built?\n\nPaul Dorn: It took nine years.\n\n"
        "Berg: Why so long?\n\nDorn: We lacked stone.\n",
        [
            ("Anna Berg", S, "How did the bridge get built?"),
            ("Paul Dorn", S, "It took nine years."),
            ("Anna Berg", S, "Why so long?"),
            ("Paul Dorn", S, "We lacked stone."),
        ],
    ),
    "unlabelled paragraphs belong to the speaker before": (
        "Berg: First point.\n\nSecond point, at length.\n\nDorn: I see.\n\nBerg: Good.\n\nDorn: Yes.\n",
        [
            ("Berg", S, "First point. Second point, at length."),
            ("Dorn", S, "I see."),
            ("Berg", S, "Good."),
            ("Dorn", S, "Yes."),
        ],
    ),
    "question and reply": (
        "An evening with Rector Paul Dorn\n\nQuestion: Why stone?\n\nRector Dorn replies: It lasts.\n\n"
        "Question : And wood?\n\nRector Dorn replies: It burns.\n",
        [
            (None, N, "An evening with Rector Paul Dorn"),
            (None, Q, "Why stone?"),
            ("Paul Dorn", A, "It lasts."),
            (None, Q, "And wood?"),
            ("Paul Dorn", A, "It burns."),
        ],
    ),
    "offices after names on lines of their own": (
        "Ida Holm -- Chief Executive Officer\n\nWe sold more boats.\n\nCarl Vik -- Senior Vice President and "
        "Chief Financial Officer\n\nAnd we paid less for steel.\n\nIda Holm -- Chief Executive Officer\n\n"
        "Thank you, Carl.\n\nCarl Vik -- Senior Vice President and Chief Financial Officer\n\nGladly.\n",
        [
            ("Ida Holm", S, "We sold more boats."),
            ("Carl Vik", S, "And we paid less for steel."),
            ("Ida Holm", S, "Thank you, Carl."),
            ("Carl Vik", S, "Gladly."),
        ],
    ),
    "an office in capitals that the text also writes small": (
        "MR. LUND:  Did you see the court that day?\n\nTHE WITNESS:  I saw no court.\n\n"
        "THE COURT:  You may sit down.\n\nTHE WITNESS:  Thank you.\n\nTHE COURT:  Go on.\n",
        [
            ("MR. LUND", S, "Did you see the court that day?"),
            ("THE WITNESS", S, "I saw no court."),
            ("the court", S, "You may sit down."),
            ("THE WITNESS", S, "Thank you."),
            ("the court", S, "Go on."),
        ],
    ),
    "capitals and titles": (
        "With President Ida Holm and Senator Carl Vik.\n\nMR. LUND:  Good evening to you both.\n\n"
        "THE PRESIDENT:  Thank you.\n\nSENATOR VIK:  It is good to be here.\n\nMR. LUND:  We begin.\n\n"
        "THE PRESIDENT:  Gladly.\n",
        [
            (None, N, "With President Ida Holm and Senator Carl Vik."),
            ("MR. LUND", S, "Good evening to you both."),
            ("Ida Holm", S, "Thank you."),
            ("Carl Vik", S, "It is good to be here."),
            ("MR. LUND", S, "We begin."),
            ("Ida Holm", S, "Gladly."),
        ],
    ),
    "a full stop behind names with titles, as of a hearing": (
        "Hon. Ida Holm (chairwoman of the subcommittee) presiding.\n\n"
        "    The Chairwoman. We begin. I thank you, and I give the\nfloor to the member for Lund,\n"
        "Mr. Vik. He will be brief.\n    Mr. Vik. Thank you. Dr. Berg wrote a report.\n"
        "    Dr. Berg. I did, and so did\nMr. Vik. It is a long one.\n    The Chairwoman. Go on.\n"
        "    Mr. Vik [continuing]. Gladly.\n    Dr. Berg. Good.\n",
        [
            (None, N, "Hon. Ida Holm (chairwoman of the subcommittee) presiding."),
            (
                "Ida Holm",
                S,
                "We begin. I thank you, and I give the floor to the member for Lund, Mr. Vik. "
                "He will be brief.",
            ),
            ("Mr. Vik", S, "Thank you. Dr. Berg wrote a report."),
            ("Dr. Berg", S, "I did, and so did Mr. Vik. It is a long one."),
            ("Ida Holm", S, "Go on."),
            ("Mr. Vik", S, "Gladly."),
            ("Dr. Berg", S, "Good."),
        ],
    ),
    "een punt achter namen met een titel": (
        "De voorzitter. Wij beginnen. Het woord is aan de heer Vik.\n\nDe heer Vik. Dank u wel.\n\n"
        "Mevr. Berg. Dat is geen antwoord.\n\nDe heer Vik. Toch wel.\n\nDe voorzitter. Ga door.\n",
        [
            ("De voorzitter", S, "Wij beginnen. Het woord is aan de heer Vik."),
            ("De heer Vik", S, "Dank u wel."),
            ("Mevr. Berg", S, "Dat is geen antwoord."),
            ("De heer Vik", S, "Toch wel."),
            ("De voorzitter", S, "Ga door."),
        ],
    ),
    "names and initials that stand once but in the head": (
        "Ida Holm, Carl Vik and Rosa Berg talk.\n\nIda: We begin.\n\nCarl: Gladly.\n\nIda: Good.\n\n"
        "Carl: And then?\n\nRosa: I was asleep.\n",
        [
            (None, N, "Ida Holm, Carl Vik and Rosa Berg talk."),
            ("Ida", S, "We begin."),
            ("Carl", S, "Gladly."),
            ("Ida", S, "Good."),
            ("Carl", S, "And then?"),
            ("Rosa", S, "I was asleep."),
        ],
    ),
    "a former holder is not the holder": (
        "With former President Ida Holm.\n\nTHE PRESIDENT: Thank you.\n\nMR. LUND: We begin.\n\n"
        "THE PRESIDENT: Gladly.\n\nMR. LUND: Go on.\n",
        [
            (None, N, "With former President Ida Holm."),
            ("THE PRESIDENT", S, "Thank you."),
            ("MR. LUND", S, "We begin."),
            ("THE PRESIDENT", S, "Gladly."),
            ("MR. LUND", S, "Go on."),
        ],
    ),
    "names in capitals as the text writes them": (
        "Ida Holm met Carl McVik.\n\nIDA HOLM: Good evening.\n\nMCVIK: Good evening.\n\n"
        "IDA HOLM: Sit down.\n\n"
        "MCVIK: Thank you.\n",
        [
            (None, N, "Ida Holm met Carl McVik."),
            ("Ida Holm", S, "Good evening."),
            ("Carl McVik", S, "Good evening."),
            ("Ida Holm", S, "Sit down."),
            ("Carl McVik", S, "Thank you."),
        ],
    ),
    "a name on a line of its own": (
        "Ida Holm\nWe planted the trees in spring.\n\nCarl Vik\nAll of them died.\n\nIda Holm\nNot all.\n\n"
        "Carl Vik\nMost of them did.\n",
        [
            ("Ida Holm", S, "We planted the trees in spring."),
            ("Carl Vik", S, "All of them died."),
            ("Ida Holm", S, "Not all."),
            ("Carl Vik", S, "Most of them did."),
        ],
    ),
    "a name and a time on a line of their own": (
        "Ida Holm  0:04\nWe planted the trees in spring.\n\nCarl Vik  0:11\nAll of them died.\n\n"
        "Ida Holm  1:02:09\nNot all.\n\nCarl Vik  1:02:11\nMost of them did.\n",
        [
            ("Ida Holm", S, "We planted the trees in spring."),
            ("Carl Vik", S, "All of them died."),
            ("Ida Holm", S, "Not all."),
            ("Carl Vik", S, "Most of them did."),
        ],
    ),
    "times before the label": (
        "[00:01:02] Holm: We begin.\n[00:01:09] Vik: Please do.\n[00:02:00] Holm: Good.\n"
        "[00:02:30] Vik: Go on.\n",
        [("Holm", S, "We begin."), ("Vik", S, "Please do."), ("Holm", S, "Good."), ("Vik", S, "Go on.")],
    ),
    "Q and A": (
        "Q: Is the dam safe?\nA: It is.\nQ: Since when?\nA: Since the repair.\n",
        [
            (None, Q, "Is the dam safe?"),
            (None, A, "It is."),
            (None, Q, "Since when?"),
            (None, A, "Since the repair."),
        ],
    ),
    "Q and A with full stops": (
        "Q. Is the dam safe?\n\nA. It is.\n\nQ. Since when?\n\nA. Since the repair.\n",
        [
            (None, Q, "Is the dam safe?"),
            (None, A, "It is."),
            (None, Q, "Since when?"),
            (None, A, "Since the repair."),
        ],
    ),
    "press office": (
        "MS. RUUD:  Good morning, everyone.\n\nQ  Is the dam safe?\n\nMS. RUUD:  It is.\n\n"
        "Q    Since when?\n\n"
        "MS. RUUD:  Since the repair.\n",
        [
            ("MS. RUUD", S, "Good morning, everyone."),
            (None, Q, "Is the dam safe?"),
            ("MS. RUUD", S, "It is."),
            (None, Q, "Since when?"),
            ("MS. RUUD", S, "Since the repair."),
        ],
    ),
    "bold names": (
        "**Ida Holm:** We begin.\n\n**Carl Vik:** Please do.\n\n**Holm**: Good.\n\n**Vik**\n\nGo on.\n",
        [
            ("Ida Holm", S, "We begin."),
            ("Carl Vik", S, "Please do."),
            ("Ida Holm", S, "Good."),
            ("Carl Vik", S, "Go on."),
        ],
    ),
    "records of a parliament": (
        "Mr. TVEIT. Mr. Speaker, I rise in support.\n\nThe SPEAKER. The gentleman is recognised.\n\n"
        "Mr. TVEIT. I yield back.\n\nThe SPEAKER. So ordered.\n",
        [
            ("Mr. TVEIT", S, "Mr. Speaker, I rise in support."),
            ("The SPEAKER", S, "The gentleman is recognised."),
            ("Mr. TVEIT", S, "I yield back."),
            ("The SPEAKER", S, "So ordered."),
        ],
    ),
    "initials": (
        "Ida Holm talks with Carl Vik about trees.\n\nIH: When were they planted?\n\nCV: In spring.\n\n"
        "IH: Which?\n\nCV: The last one.\n",
        [
            (None, N, "Ida Holm talks with Carl Vik about trees."),
            ("Ida Holm", S, "When were they planted?"),
            ("Carl Vik", S, "In spring."),
            ("Ida Holm", S, "Which?"),
            ("Carl Vik", S, "The last one."),
        ],
    ),
    "captions with names": (
        ">> HOLM: we planted the trees in spring and waited\n>> VIK: all of them died in the frost of may\n"
        ">> HOLM: not all of them did\n>> VIK: most of them did i am afraid\n",
        [
            ("HOLM", S, "we planted the trees in spring and waited"),
            ("VIK", S, "all of them died in the frost of may"),
            ("HOLM", S, "not all of them did"),
            ("VIK", S, "most of them did i am afraid"),
        ],
    ),
    "line ends of Windows": (
        "Berg: One.\r\n\r\nDorn: Two.\r\n\r\nBerg: Three.\r\n\r\nAnd four.\r\n\r\nDorn: Five.\r\n",
        [("Berg", S, "One."), ("Dorn", S, "Two."), ("Berg", S, "Three. And four."), ("Dorn", S, "Five.")],
    ),
    "hard-wrapped": (
        "Ida Holm: We planted the trees in the\nspring of that year, and then we\n"
        "waited: nothing grew until the\n"
        "second summer.\n\nCarl Vik: All of them died in the\nfrost that came in May, as far as\nI know.\n\n"
        "Ida Holm: Not all.\n\nCarl Vik: Most.\n",
        [
            (
                "Ida Holm",
                S,
                "We planted the trees in the spring of that year, and then we waited: nothing grew until the "
                "second summer.",
            ),
            ("Carl Vik", S, "All of them died in the frost that came in May, as far as I know."),
            ("Ida Holm", S, "Not all."),
            ("Carl Vik", S, "Most."),
        ],
    ),
    "a line in the midst of a sentence": (
        "Ida Holm: We planted trees with\nCarl Frost: he had spades, and\nwe had time to\n"
        "do it.\n\nJon Vik: All of them died in the\nfrost.\n\nIda Holm: Not all.\n\nJon Vik: Most.\n",
        [
            ("Ida Holm", S, "We planted trees with Carl Frost: he had spades, and we had time to do it."),
            ("Jon Vik", S, "All of them died in the frost."),
            ("Ida Holm", S, "Not all."),
            ("Jon Vik", S, "Most."),
        ],
    ),
    "headings, stage directions and footnotes": (
        "Berg: One.\n\nThe second part\n\nDorn: Two.\n\n(Applause.)\n\nThree.\n\nBerg: Four.\n\n"
        "Dorn: Five.\n\n"
        "* This conversation was shortened.\n\nMore from this series\n",
        [
            ("Berg", S, "One."),
            (None, N, "The second part"),
            ("Dorn", S, "Two."),
            (None, N, "(Applause.)"),
            ("Dorn", S, "Three."),
            ("Berg", S, "Four."),
            ("Dorn", S, "Five."),
            (None, N, "* This conversation was shortened. More from this series"),
        ],
    ),
    "one labelled person and questions without a label": (
        "Why stone?\n\nDorn: It lasts.\n\nAnd wood?\n\nDorn: It burns.\n\nWho pays?\n\nDorn: The town.\n",
        [
            (None, N, "Why stone?"),
            ("Dorn", S, "It lasts."),
            (None, Q, "And wood?"),
            ("Dorn", S, "It burns."),
            (None, Q, "Who pays?"),
            ("Dorn", S, "The town."),
        ],
    ),
    "two people with one surname": (
        "Ida Holm and Jon Holm were there.\n\nIda Holm: We begin.\n\nJon Holm: Please do.\n\n"
        "Ida Holm: Good.\n\n"
        "Jon Holm: Go on.\n",
        [
            (None, N, "Ida Holm and Jon Holm were there."),
            ("Ida Holm", S, "We begin."),
            ("Jon Holm", S, "Please do."),
            ("Ida Holm", S, "Good."),
            ("Jon Holm", S, "Go on."),
        ],
    ),
    "a surname that two share stays as it is": (
        "Ida Holm and Jon Holm were there.\n\nHolm: We begin.\n\nVik: Please do.\n\n"
        "Holm: Good.\n\nVik: Go on.\n",
        [
            (None, N, "Ida Holm and Jon Holm were there."),
            ("Holm", S, "We begin."),
            ("Vik", S, "Please do."),
            ("Holm", S, "Good."),
            ("Vik", S, "Go on."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LABELLED.values(), ids=LABELLED)
def test_transcript(text, expected):
    assert told(text) == expected


COURT = {
    "who asks and who answers": (
        "MS. OAKES:  I call Walter Finch.\n\nDIRECT EXAMINATION BY MS. OAKES\n\n"
        "Q.  Mr. Finch, did you rake?\n\nA.  I did.\n\nCROSS-EXAMINATION\n\nBY MR. BRANDT:\n\n"
        "Q.  Good morning, Mr. Finch. Was it late?\n\nA.  It was early.\n\nMR. BRANDT:  No more.\n",
        [
            ("MS. OAKES", S, "I call Walter Finch."),
            (None, N, "DIRECT EXAMINATION BY MS. OAKES"),
            ("MS. OAKES", Q, "Mr. Finch, did you rake?"),
            ("Walter Finch", A, "I did."),
            (None, N, "CROSS-EXAMINATION BY MR. BRANDT:"),
            ("MR. BRANDT", Q, "Good morning, Mr. Finch. Was it late?"),
            ("Walter Finch", A, "It was early."),
            ("MR. BRANDT", S, "No more."),
        ],
    ),
    "who answers is not told": (
        "MS. OAKES:  I have questions.\n\nEXAMINATION BY MS. OAKES\n\n"
        "Q.  Did Mr. Brandt, who is here, rake?\n\nA.  He did.\n\nEXAMINATION\n\n"
        "Q.  Who asks this?\n\nA.  I do not know.\n\nMS. OAKES:  No more.\n",
        [
            ("MS. OAKES", S, "I have questions."),
            (None, N, "EXAMINATION BY MS. OAKES"),
            ("MS. OAKES", Q, "Did Mr. Brandt, who is here, rake?"),
            (None, A, "He did."),
            (None, N, "EXAMINATION"),
            (None, Q, "Who asks this?"),
            (None, A, "I do not know."),
            ("MS. OAKES", S, "No more."),
        ],
    ),
    "what introduces a speaker": (
        "THE CLERK:  All rise.\n\nTHE JUDGE:  Sit down.\n\nThe defendant, being sworn:\n\nI was at sea.\n\n"
        "Mr. Brandt addresses the court: She was at sea.\n\nTHE JUDGE:  So I hear.\n",
        [
            ("THE CLERK", S, "All rise."),
            ("THE JUDGE", S, "Sit down."),
            ("The defendant", S, "I was at sea."),
            ("Mr. Brandt", S, "She was at sea."),
            ("THE JUDGE", S, "So I hear."),
        ],
    ),
    "a colon in what somebody says": (
        "THE CLERK:  All rise.\n\nTHE JUDGE:  Sit down.\n\nThe defendant wants one thing: rest.\n\n"
        "THE CLERK:  So I hear.\n",
        [
            ("THE CLERK", S, "All rise."),
            ("THE JUDGE", S, "Sit down. The defendant wants one thing: rest."),
            ("THE CLERK", S, "So I hear."),
        ],
    ),
    "a head in capitals": (
        "BRIEFING BY SECRETARY NORA HALLAM\n\nTHE SECRETARY:  It held.\n\nMS. VANCE:  Thank you.\n\n"
        "THE SECRETARY:  It did.\n\nMS. VANCE:  Good.\n",
        [
            (None, N, "BRIEFING BY SECRETARY NORA HALLAM"),
            ("NORA HALLAM", S, "It held."),
            ("MS. VANCE", S, "Thank you."),
            ("NORA HALLAM", S, "It did."),
            ("MS. VANCE", S, "Good."),
        ],
    ),
    "a head in capitals that tells something": (
        "SECRETARY PRAISES DIKE\n\nTHE SECRETARY:  It held.\n\nMS. VANCE:  Thank you.\n\n"
        "THE SECRETARY:  It did.\n\nMS. VANCE:  Good.\n",
        [
            (None, N, "SECRETARY PRAISES DIKE"),
            ("THE SECRETARY", S, "It held."),
            ("MS. VANCE", S, "Thank you."),
            ("THE SECRETARY", S, "It did."),
            ("MS. VANCE", S, "Good."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COURT.values(), ids=COURT)
def test_court(text, expected):
    assert told(text) == expected


DUTCH = {
    "een partij achter een vette naam, en wie er aanwezig zijn op een regel": (
        "Voorzitter: burgemeester A. Strand. Griffier: P. van Dijk.\n\n"
        "**Wethouder Van Dijk** (haven): Wij beginnen.\n\n**Mevrouw Vik** (Kade): Graag.\n\n"
        "**De voorzitter**: Ga door.\n\n**Wethouder Van Dijk**: Goed.\n\n**De voorzitter**: Mooi.\n",
        [
            (None, N, "Voorzitter: burgemeester A. Strand. Griffier: P. van Dijk."),
            ("Wethouder Van Dijk", S, "Wij beginnen."),
            ("Mevrouw Vik", S, "Graag."),
            ("A. Strand", S, "Ga door."),
            ("Wethouder Van Dijk", S, "Goed."),
            ("A. Strand", S, "Mooi."),
        ],
    ),
    "drie van dezelfde naam": (
        "Mevrouw De Wal (HAV): Wij beginnen.\n\nDe heer Jan de Wal (KADE): Wij zijn geen familie.\n\n"
        "Staatssecretaris De Wal: Ik ook niet.\n\nMevrouw De Wal (HAV): Goed.\n",
        [
            ("Mevrouw De Wal (HAV)", S, "Wij beginnen."),
            ("Jan de Wal", S, "Wij zijn geen familie."),
            ("Staatssecretaris De Wal", S, "Ik ook niet."),
            ("Mevrouw De Wal (HAV)", S, "Goed."),
        ],
    ),
    "the court": (
        "Tegenwoordig: mr. S.J. van Loon, voorzitter; mr. H. Benali, officier van justitie.\n\n"
        "De voorzitter: Was u op zee?\n\nDe verdachte: Ja.\n\nDe voorzitter: Dank u.\n\n"
        "De officier van justitie houdt het requisitoir: Hij was op zee.\n\n"
        "Mr. Oudkerk voert het woord: Hij was aan wal.\n\n"
        "De verdachte, aan wie het recht is gelaten het laatst te spreken:\nIk was op zee.\n",
        [
            (None, N, "Tegenwoordig: mr. S.J. van Loon, voorzitter; mr. H. Benali, officier van justitie."),
            ("S.J. van Loon", S, "Was u op zee?"),
            ("De verdachte", S, "Ja."),
            ("S.J. van Loon", S, "Dank u."),
            ("H. Benali", S, "Hij was op zee."),
            ("Mr. Oudkerk", S, "Hij was aan wal."),
            ("De verdachte", S, "Ik was op zee."),
        ],
    ),
    "a surname that the text titles may stand once": (
        "Prins:\nDan geef ik het woord aan mevrouw Zomer.\nZomer:\nDank u wel.\nPrins:\nGraag gedaan.\n",
        [
            ("Prins", S, "Dan geef ik het woord aan mevrouw Zomer."),
            ("Zomer", S, "Dank u wel."),
            ("Prins", S, "Graag gedaan."),
        ],
    ),
    "the chamber": (
        "De voorzitter:\nIk open de vergadering.\nDe heer Prins (ABC):\nVoorzitter. Dit plan deugt niet.\n"
        "Het kost te veel.\nMinister De Wit:\nDat is niet waar.\nDe voorzitter:\nDe heer Prins.\n"
        "De heer Prins (ABC):\nDank u wel.\nMevrouw Van den Berg-Smit (XYZ):\nIk sluit mij aan.\n",
        [
            ("De voorzitter", S, "Ik open de vergadering."),
            ("De heer Prins (ABC)", S, "Voorzitter. Dit plan deugt niet. Het kost te veel."),
            ("Minister De Wit", S, "Dat is niet waar."),
            ("De voorzitter", S, "De heer Prins."),
            ("De heer Prins (ABC)", S, "Dank u wel."),
            ("Mevrouw Van den Berg-Smit (XYZ)", S, "Ik sluit mij aan."),
        ],
    ),
    "titles and names in capitals on lines of their own": (
        "GEMEENTE ZANDWIJK\n\nVOORZITTER\nIk open de vergadering.\n\nDE HEER PRINS (Ons Dorp)\n"
        "Voorzitter, dit plan deugt niet.\n\nWETHOUDER DE WIT\nDat is niet waar.\n",
        [
            (None, N, "GEMEENTE ZANDWIJK"),
            ("VOORZITTER", S, "Ik open de vergadering."),
            ("DE HEER PRINS (Ons Dorp)", S, "Voorzitter, dit plan deugt niet."),
            ("WETHOUDER DE WIT", S, "Dat is niet waar."),
        ],
    ),
    "surnames with a particle": (
        "Van Zomer: Wie betaalt dat?\n\nDe Wit: De provincie.\n\nVan Zomer: Hoeveel?\n\nDe Wit: Alles.\n",
        [
            ("Van Zomer", S, "Wie betaalt dat?"),
            ("De Wit", S, "De provincie."),
            ("Van Zomer", S, "Hoeveel?"),
            ("De Wit", S, "Alles."),
        ],
    ),
    "question and answer": (
        "Vraag: Wie betaalt dat?\n\nAntwoord: De provincie.\n\nVraag: Hoeveel?\n\nAntwoord: Alles.\n",
        [
            (None, Q, "Wie betaalt dat?"),
            (None, A, "De provincie."),
            (None, Q, "Hoeveel?"),
            (None, A, "Alles."),
        ],
    ),
    "quoted answers on the line of the question": (
        "Wethouder Els de Wit gaat weg. De Wit kijkt terug.\n\n"
        "Waarom gaat u weg? ‘Ik ben moe. Zo is het.’\n\n"
        "‘En het was mooi.’\n\nWat nu?Ik ga vissen. Elke dag.’\n\nEn dan? ‘Dan zien we wel.\n\n"
        "*De Wit werd later gevraagd.\n",
        [
            (None, N, "Wethouder Els de Wit gaat weg. De Wit kijkt terug."),
            (None, Q, "Waarom gaat u weg?"),
            ("Els de Wit", A, "‘Ik ben moe. Zo is het.’ ‘En het was mooi.’"),
            (None, Q, "Wat nu?"),
            ("Els de Wit", A, "Ik ga vissen. Elke dag.’"),
            (None, Q, "En dan?"),
            ("Els de Wit", A, "‘Dan zien we wel."),
            (None, N, "*De Wit werd later gevraagd."),
        ],
    ),
    "quoted answers on the next line": (
        "Tekst: Jan Claes | Beeld: Piet Maas\n\n"
        "Schipper Olga Zand vaart al jaren. Zand lacht. ‘Het went’, zegt zij.\n\n"
        "Is het zwaar?\n‘Soms.\n‘Vaak niet.’\n\nU klaagt niet, dat valt op.\n"
        "‘Klagen helpt niet op zee en aan wal evenmin.’\n\n"
        "Klagen helpt niet op zee\n\nNaar de haven\n\nBlijft u varen?\n‘Altijd.’\n",
        [
            (
                None,
                N,
                "Tekst: Jan Claes | Beeld: Piet Maas Schipper Olga Zand vaart al jaren. "
                "Zand lacht. ‘Het went’, zegt zij.",
            ),
            (None, Q, "Is het zwaar?"),
            ("Olga Zand", A, "‘Soms. ‘Vaak niet.’"),
            (None, Q, "U klaagt niet, dat valt op."),
            ("Olga Zand", A, "‘Klagen helpt niet op zee en aan wal evenmin.’"),
            ("Olga Zand", S, "Klagen helpt niet op zee"),
            (None, N, "Naar de haven"),
            (None, Q, "Blijft u varen?"),
            ("Olga Zand", A, "‘Altijd.’"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DUTCH.values(), ids=DUTCH)
def test_dutch(text, expected):
    assert told(text, "nl") == expected


NO_TRANSCRIPT = {
    "offices and when they were held": (
        "Ada Finch\n\nAlderman of Heel: 1986 - 1994.\nMember of the Senate: 1994 - 2006.\n"
        "Minister of Ports: 2006 - 2010.\nChildren: 3.\n"
    ),
    "a line that ends in a colon": "He said this:\n\nThe dam is safe.\n\nThen he said:\n\nIt leaks.\n",
    "keys of an event": (
        "Time: 10 a.m. on the first day.\nLocation: The hall.\nPrice: Free for all.\n\n"
        "Time: 11 a.m. on the next day.\nLocation: The park.\nPrice: Two coins a head.\n"
    ),
    "an infobox": "Location: Norway\nCoast: Rocky\nMayor: Ida Holm\nArea: 30\nCoast: Sandy\n",
    "notes": (
        "Note: This is a draft.\n\nSource: The town hall.\n\nNote: Nothing is final.\n\nSource: The mayor.\n"
    ),
    "parts of an abstract": (
        "Background: Frost kills trees. Methods: We looked.\n\nResults: Most trees died of it.\n\n"
        "Conclusion: Plant later in the year.\n"
    ),
    "a list of words": (
        "Frost: it kills trees.\nRain: it feeds them.\nFrost: see above, frost again.\nRain: good rain.\n"
    ),
    "a list with letters": "A. The dam is safe.\n\nB. The road is not.\n\nA. The dam again.\n",
    "questions in code": 'get "Dam[?Name==`a`]" now\n\nget "Dam[?Name==`b`]" now\n\n\'get\' "it"\n',
    "a manual's questions": "# What is a dam?\n\nA wall in a river.\n\n# Where is it?\n\nIn the river.\n",
    "a table of people": (
        "| Who | What |\n| --- | --- |\n| Ida Holm | She built the boat. |\n| Carl Vik | He sold it. |\n"
    ),
    "a list of people": (
        "1. Ida Holm: built the boat and sailed it home.\n2. Carl Vik: sold it to the harbour in spring.\n"
    ),
    "columns": "Ida Holm\tThe north quay, all of it.\nCarl Vik\tThe south quay, half of it.\n",
    "a name with its bearer's office before a quotation": (
        "Ida Holm, the mayor: “We shall see.”\n\nNobody saw.\n\nCarl Vik, the pilot: “We did.”\n"
    ),
    "names before full stops that hardly recur": (
        "Dr. Vik. He is the man to see, they said.\n\nMr. Holm. He is not.\n\n"
        "Dr. Vik. That was the name on the door.\n\nMrs. Lund. It was on her door too.\n"
    ),
    "names that end a sentence on the next line": (
        "The chair thanked the member for Lund,\nMr. Vik. Nobody else had come, nor was it expected by\n"
        "Dr. Berg. They waited for the train, and for another letter of\nMr. Vik. It came late, they told\n"
        "Dr. Berg. The end.\n"
    ),
    "headings that recur": (
        "Our Offices\nThe north.\n\nWhat we do in our offices is ours.\n\nOur Offices\nThe south.\n"
    ),
    "an article with rhetorical questions": (
        "Why did they leave? The report does not say.\n\n"
        "Many did. “Nobody knows,” says Holm. “Nobody asked.”\n\n"
        "What now? We wait.\n"
    ),
}


@pytest.mark.parametrize("text", NO_TRANSCRIPT.values(), ids=NO_TRANSCRIPT)
def test_no_transcript(text):
    assert told(text) == [(None, N, " ".join(text.split()))]


def test_signed_quotation_is_its_signers():
    text = (
        "The town changes.\n\n“Change is work, rest is death.” – The Honourable Ida Holm, Senate\n\n"
        "So it is.\n"
    )
    assert told(text) == [
        (None, N, "The town changes."),
        ("Ida Holm", S, "“Change is work, rest is death.”"),
        (None, N, "The Honourable Ida Holm, Senate So it is."),
    ]


def test_captions_are_speech_of_nobody_known():
    text = (
        "good evening from the hall of the\ntown and welcome to the first of\n"
        "our debates between the mayor and\n"
    )
    text += "the one who would be mayor\nwe begin with the trees\n"
    assert told(text) == [(None, S, " ".join(text.split()))]


def test_marked_questions_need_no_quotation_marks():
    text = (
        "Interview with Ida Holm. Holm plants trees.\n\n**Why trees?**\n\nThey give shade.\n\n"
        "And fruit.\n\n**Which?**\n\nPears.\n"
    )
    assert told(text) == [
        (None, N, "Interview with Ida Holm. Holm plants trees."),
        (None, Q, "**Why trees?**"),
        ("Ida Holm", A, "They give shade. And fruit."),
        (None, Q, "**Which?**"),
        ("Ida Holm", A, "Pears."),
    ]


def test_labelled_questions_and_unlabelled_answers():
    text = (
        "Interview with Ida Holm. Holm plants trees.\n\nQ: Why trees?\n\nThey give shade.\n\n"
        "Q: Which?\n\nPears.\n"
    )
    assert told(text) == [
        (None, N, "Interview with Ida Holm. Holm plants trees."),
        (None, Q, "Why trees?"),
        ("Ida Holm", A, "They give shade."),
        (None, Q, "Which?"),
        ("Ida Holm", A, "Pears."),
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_nothing_has_no_turns(text):
    assert turns(text, "en") == ()


def test_unknown_language_has_its_names():
    text = "Holm: Ja visst.\n\nVik: Nej.\n\nHolm: Jo då.\n\nVik: Bra.\n"
    assert turns(text, "") == (
        Turn(6, 15, "Holm", S),
        Turn(22, 26, "Vik", S),
        Turn(34, 40, "Holm", S),
        Turn(47, 51, "Vik", S),
    )


PIECES = [
    "Holm:",
    "Ida Holm",
    "Q",
    "A",
    ":",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "?",
    "‘",
    "’",
    "“",
    "”",
    "*",
    "**",
    "#",
]
PIECES += [
    "[00:01]",
    "Mr.",
    "The",
    "De heer",
    "(ABC)",
    "says",
    "word",
    "Word",
    "WORD",
    ".",
    "-",
    "\ufeff",
    "İ",
    "\0",
    "🙂",
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60), st.sampled_from(["", "en", "nl"])
)
def test_any_text_has_trimmed_turns_in_order(pieces, language):
    text = "".join(pieces)
    found = turns(text, language)
    edges = [edge for turn in found for edge in (turn.start, turn.end)]
    assert edges == sorted(edges)
    assert all(text[turn.start : turn.end].strip() for turn in found)
    assert {turn.role for turn in found} <= {Q, A, S, N}


def test_time_grows_with_the_text():
    text = "Ida Holm: We planted the trees in spring. All of them, in one week.\n\nCarl Vik: They died.\n\n"
    counts = [len(turns(text * times, "en")) for times in (1, 10, 1000)]
    assert counts == [2, 20, 2000]


def test_a_title_with_a_colon_labels_nobody() -> None:
    text = "Harbour Lights: The Long Night\n\nHarbour Lights: The Long Night is a film of 2018.\n"
    assert [turn.speaker for turn in turns(text, "en")] == [None]


def test_odd_labels_of_a_book_make_no_transcript() -> None:
    chapter = "The river rises in the hills and turns west at the old mill. " * 900
    book = f"Ann Lee: Take the path.\n\n{chapter}\n\nBob Stone: Take the boat.\n\n{chapter}\n"
    assert len(turns(book, "en")) == 1
    spoken = [turn.speaker for turn in turns(book.replace(chapter, "The mill is old."), "en")]
    assert spoken == ["Ann Lee", "Bob Stone"]


DASHED = {
    "scores": "Ajax - Feyenoord 2-1\nAjax - Utrecht 0-0\nFeyenoord - Utrecht 3-1\nFeyenoord - Ajax 1-1\n",
    "datelines": "Oslo - The ferry is late again today.\n\nBergen - The bridge was opened by the king.\n",
    "glossary": "Bow - The front of a ship.\nStern - The back of a ship.\nHull - All that floats.\n",
    "one voice": "Ann Lee - I shall go to sea.\n\nAnn Lee - I have gone to sea, and I am back.\n",
    "few of many": (
        "Anna Lee - The first to arrive.\nBob Stone - He came late.\nCarl Voss - Never seen again.\n"
        "Dora Holm - She took the boat.\nAnna Lee - She left first.\nBob Stone - He left last.\n"
        "Emil Berg - He stayed at home.\nFrida Lind - She sold the boat.\n"
    ),
}


@pytest.mark.parametrize("text", DASHED.values(), ids=DASHED)
def test_dashes_that_set_off_no_speaker(text):
    assert {turn.speaker for turn in turns(text, "en")} == {None}


def test_dashes_that_set_off_speakers():
    text = "Ann Lee – Are we there?\n\nBob Stone – Not yet.\n\nAnn Lee – And now?\n\nBob Stone – Look!\n"
    assert [turn.speaker for turn in turns(text, "en")] == ["Ann Lee", "Bob Stone"] * 2


def test_a_label_counts_with_and_without_its_brackets():
    text = "HOST (Ann Lee): Good night.\n\nGUEST: Not yet.\n\nHOST: Now?\n\nGUEST: Yes, now.\n"
    assert [turn.speaker for turn in turns(text, "en")] == ["HOST (Ann Lee)", "GUEST", "HOST", "GUEST"]


def test_a_very_long_transcript_may_begin_late():
    told = "The boats came in at noon and left.\n" * 56_000
    spoken = "Anna Berg: Is the dam safe?\nPaul Dorn: It is safe now.\n" * 40_000
    assert {turn.speaker for turn in turns(told + spoken, "en")} == {None, "Anna Berg", "Paul Dorn"}


ENDS = (
    "?We sat.",
    "?*“We sat.”",
    "?“We sat.”",
    "? 'We sat.'",
    "?\n\n“We sat.”",
    "? *\n\n“We sat.”",
    "?\u200b\n\n“We sat.”",
)


@pytest.mark.parametrize("end", ENDS)
def test_how_questions_end(end):
    assert {turn.role for turn in turns(f"Why now{end}\n\nWhy here{end}\n", "en")} == {Q, A}
