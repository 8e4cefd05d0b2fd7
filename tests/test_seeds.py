"""The five documents are byte for byte what they were, and read as an editor reads them."""

import hashlib
from pathlib import Path

import pytest

from factcheck._sources import collect, read_text_source

SEEDS = Path(__file__).parent.parent / "seeds"
SHA256 = {
    "000_00bee65d23813d78.txt": "73cf40c318add1975238e88de88c14fdd54f94c882eabd417a23037c8762746a",
    "001_0e83164f3a21717d.txt": "2ed78e44c4d7e7b0fb5c1d4b976cfb326dc448b142e423b3e01e23198f7fb280",
    "002_9b62b5f1f0de9c4a.txt": "e653309ec626c6370bfbbc3cd69a2ced0e7c86ad5edba82940b3d5916b2cd54d",
    "003_f6fb9b4a23e2f44b.txt": "38c811e3c25ccb23f5171fd81c4d1c3c8799f42fde4f844c3f273b578af89d65",
    "004_d077cfec590322c0.txt": "ab14e50015bf5d5e95099272b3e618cecd2919542ae6388b6f4079f17c9e0157",
}
# role, speaker, first and last words of every turn
TURNS = {
    "000_00bee65d23813d78.txt": """
narration | - | The New Normal: Interview … candour and thoughtfulness.
question | - | While you are a … only way forward?
answer | Bart Somers | In his famous book … my political beliefs.
question | - | The Mechelen model of … for populist parties?
answer | Bart Somers | I don’t question myself … our human law.
question | - | During the height of … from the EU?
answer | Bart Somers | In Belgium, the federal … efforts of 2016.
question | - | Your administration initiated the … very international problem?
answer | Bart Somers | European cities alone obviously … Leading by example.
question | - | What have immigrants contributed … contributed to Mechelen?
answer | Bart Somers | The immigrant as such … home, their city.
question | - | Do you think the … by large cities?
answer | Bart Somers | I don’t think the … a sustainable value.
question | - | How can the City … is kept low?
answer | Bart Somers | The answer has already … were born elsewhere.
question | - | Immigrants in Mechelen often … different local communities?
answer | Bart Somers | Of course, they can. … dimension of themselves.
question | - | What do you understand … concept actually exist?
answer | Bart Somers | I believe in a … that enriches us.
question | - | How, as a Liberal, … of ‘shared citizenship’?
answer | Bart Somers | For me, liberalism is … become stronger myself.
narration | - | * The interview has … • No events.
""",
    "001_0e83164f3a21717d.txt": """
narration | - | The Good Fight Bart … edited for clarity.
speech | Yascha Mounk | You became the mayor … was Mechelen like?
speech | Bart Somers | You could say that … back on track.
speech | Yascha Mounk | In my last book, … your first steps?
speech | Bart Somers | First of all, I … a safer city.
speech | Yascha Mounk | What does prevention look … did that work?
speech | Bart Somers | There are a few … thing for me.
speech | Yascha Mounk | What were some of … and “you, newcomers.”
speech | Bart Somers | It's not chronological, of … very communitarian approach—
speech | Yascha Mounk | —I think segregation means … to each other.
speech | Bart Somers | Exactly. For example, we … invest in that.
speech | Yascha Mounk | What's striking to me … and so on?
speech | Bart Somers | I'm a very strong … part of society.
speech | Yascha Mounk | I'm convinced by most … we scale this?
speech | Bart Somers | At the moment, I'm … Netherlands, now, too.
speech | Yascha Mounk | Let me ask you … talk about more?
speech | Bart Somers | That is the $10 … can be done.
narration | - | Please do listen and … beat authoritarian populism.
""",
    "002_9b62b5f1f0de9c4a.txt": """
narration | - | Mechelen, Belgium World Mayor, … to its success.
speech | Ratna Omidvar | “Diversity is reality, inclusion … is a choice.”
narration | - | The Honourable Ratna Omidvar, … Belgium, 2800 Mechelen
""",
    "003_f6fb9b4a23e2f44b.txt": """
narration | - | Beste burgemeester ter wereld: … Integratie- en inburgeringsbeleid
question | - | De Mechelse bevolking bestaat … geen eilandjes ontstaan?
answer | Bart Somers | Ondertussen zijn we zelfs … generatie ‘superdiverse’ Mechelaars.’
narration | - | mechelen … mechelen
question | - | Waaruit blijkt dat uw … integratiebeleid succesvol is?
answer | Bart Somers | ‘Daar zijn geen meetbare … leven te maken.’
speech | Bart Somers | 'Er is geen gouden … autochtoon' niet bestaan'
question | - | Wat is de sleutel … tot dat succes?
answer | Bart Somers | ‘Ik pretendeer niet dat … mensen hun achtergrond.’
question | - | Wat is uw toekomstvisie, … integratiebeleid, voor Mechelen?
answer | Bart Somers | ‘Wij zetten momenteel in … iedereen ten goede.’
question | - | Wat kan Nederland leren … integratiebeleid in Mechelen?
answer | Bart Somers | Ik ga zeker niet … de inwoners nodig.’
narration | - | Mechelen … Mechelen
question | - | Wat is uw kijk … rol als burgemeester?
answer | Bart Somers | ‘Ik veronderstel dat u … enige juiste antwoord.’
question | - | Wat adviseert u aan … commissaris Jinnih Beels?
answer | Bart Somers | ‘Ik denk dat consistentie … opleidingen van politie.’
question | - | Wat is uw grootste … uw grootste motivatie?
answer | Bart Somers | ‘Om in de politiek … eruit te halen.’
speech | Bart Somers | 'Samen leven in diversiteit … allen moeten omarmen'
question | - | Wat geeft u uw … discriminatie en racisme?
answer | Bart Somers | Hetzelfde als wat ik … dialoog te gaan.’
question | - | Wat is uw belangrijkste … uw belangrijkste boodschap?
answer | Bart Somers | ‘Dat samen leven in … uw toekomst telt.
narration | - | *Binnen het Mechelse politiekorps … binnen de politie.
""",
    "004_d077cfec590322c0.txt": """
narration | - | VNG Magazine nummer 10, … de referentiestad geworden.’
question | - | U zegt steeds ‘wij’, … iets heel goed.
answer | Bart Somers | ‘U stelt nu een … in de gemeenteraad.’
question | - | Wat ging u anders … 2001 burgemeester werd?
answer | Bart Somers | ‘We waren rechtstreeks vanuit … voor het populisme.’
speech | Bart Somers | Wij hebben hier een … we can!-verhaal verteld
question | - | U noemt zichzelf progressief. … Waaruit blijkt dat?
answer | Bart Somers | ‘Progressieve politici zien diversiteit … moeten dat doorbreken.’
question | - | Hoe doet u dat … dat in Mechelen?
answer | Bart Somers | ‘Met allerlei acties om … in te brengen.’
question | - | Verbinding is een woord … integreren van nieuwkomers?
answer | Bart Somers | ‘Nieuwkomers moeten zich voorbereiden … aan tafel zit.’
speech | Bart Somers | Steden zijn archipels van … van monoculturele eilanden
question | - | U vraagt veel van … de Mechelaar dat?
answer | Bart Somers | ‘Je kunt en mag … niet voor weg.’
narration | - | Populistisch perspectief … Populistisch perspectief
question | - | Veel mensen zijn huiverig … bij het oude.
answer | Bart Somers | ‘Vanuit een populistisch perspectief … van iedereen garanderen.’
question | - | Het succes van uw … uw lessen over?
answer | Bart Somers | ‘In Gent, Oostende, Kortrijk … een liberaal-groen beleid!’
question | - | Heeft het succesvolle beleid … gemeentebestuur te maken?
answer | Bart Somers | ‘Ongetwijfeld, maar ook met … stap en structureel.’
question | - | Dat is een behoorlijk … behoorlijk intensieve werkwijze.
answer | Bart Somers | ‘Het is ongelooflijk intensief, … de hele samenleving.’
speech | Bart Somers | We hebben veel opgebouwd, … zijn onder ons
narration | - | Fragiel vaasje … Fragiel vaasje
question | - | Premier Mark Rutte sprak … stenen kruik is.
answer | Bart Somers | ‘Die kan ook barsten. … moeten waakzaam blijven.’
""",
}
KNOWN = {
    "000_00bee65d23813d78.txt": (
        "en",
        "2017-06-21",
        "Cities of Migration, reprinted from the World Mayor Project",
    ),
    "001_0e83164f3a21717d.txt": ("en", None, "Persuasion"),
    "002_9b62b5f1f0de9c4a.txt": ("en", "2017-06-23", "Cities of Migration"),
    "003_f6fb9b4a23e2f44b.txt": ("nl", None, "Kennisplatform Inclusief Samenleven"),
    "004_d077cfec590322c0.txt": ("nl", "2019-06-07", "VNG Magazine"),
}


def test_bytes():
    assert {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")
    } == SHA256


@pytest.mark.parametrize("name", TURNS)
def test_turns(name):
    source = read_text_source(name, (SEEDS / name).read_bytes())
    told = []
    for turn in source.turns:
        words = source.text[turn.start : turn.end].split()
        who = f"{turn.role} | {turn.speaker or '-'}"
        told.append(f"{who} | {' '.join(words[:4])} … {' '.join(words[-3:])}")
    assert told == TURNS[name].strip().splitlines()


@pytest.mark.parametrize("name", TURNS)
def test_turns_leave_out_labels_and_blank_space_only(name):
    source = read_text_source(name, (SEEDS / name).read_bytes())
    left, last = [], 0
    for turn in source.turns:
        left += source.text[last : turn.start].split("\n")
        last = turn.end
    left += source.text[last:].split("\n")
    labels = {"Question", "Mayor Somers replies", "Yascha Mounk", "Bart Somers", "Mounk", "Somers", "–"}
    assert {line.strip(" :") for line in left if line.strip()} <= labels


def test_sources_file():
    sources, problems = collect([SEEDS], SEEDS.parent)
    assert problems == ()
    assert {source.name: (source.language, source.date, source.publisher) for source in sources} == KNOWN
    assert [source.aliases for source in sources] == [
        ("worldmayor",),
        ("goodfight",),
        ("newnormal",),
        ("kis",),
        ("vng",),
    ]


def test_sources_file_changes_no_speaker_that_the_text_names():
    sources, _ = collect([SEEDS], SEEDS.parent)
    for source in sources:
        bare = read_text_source(source.name, (SEEDS / source.name).read_bytes())
        named = [
            (one.speaker, other.speaker)
            for one, other in zip(bare.turns, source.turns, strict=True)
            if one.speaker
        ]
        assert all(one == other for one, other in named)
