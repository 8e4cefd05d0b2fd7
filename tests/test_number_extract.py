"""What the number check finds in a text, and what it leaves alone.

A case is a language, a text and the mentions expected in it: the span, its value (``low..high`` for an
interval, open ends empty), then what applies of unit, form, hedge, change, and ``unjudged``.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Mention
from factcheck.text import Document
from factcheck_number.extract import extract

DIGITS = [
    ("en", "The harbour counts 86,000 boats.", ["86,000: 86000"]),
    ("en", "The harbour counts 86 000 boats.", ["86 000: 86000"]),
    ("en", "The harbour counts 1,234,567 crates.", ["1,234,567: 1234567"]),
    ("en", "He ran 86.5 laps and 0.75 more.", ["86.5: 86.5", "0.75: 0.75"]),
    ("en", "They made 10k buttons.", ["10k: 10000"]),
    ("en", "A valley of 86.000 people.", ["86.000: 86000"]),
    ("en", "Sales of 1,111.11 and 1.111,11 were noted.", ["1,111.11: 1111.11", "1.111,11: 1111.11"]),
    ("nl", "De haven telt 86.000 boten.", ["86.000: 86000"]),
    ("nl", "De haven telt 86 000 boten.", ["86 000: 86000"]),
    ("nl", "De haven telt 1.234.567 kratten.", ["1.234.567: 1234567"]),
    ("nl", "Hij liep 86,5 rondjes en 0,75 extra.", ["86,5: 86.5", "0,75: 0.75"]),
    ("nl", "Ze maakten 10k knopen.", ["10k: 10000"]),
    ("nl", "Een verkoop van 1.111,11 en 1,111.11 stuks.", ["1.111,11: 1111.11", "1,111.11: 1111.11"]),
    ("en", "- 10 k", ["- 10 k: -10000"]),
    ("en", "- 10 k was paid.", ["10 k: 10000"]),  # an item of a list
    ("nl", "- 1.200", ["- 1.200: -1200"]),
    ("nl", "- 1.200 betaald.", ["1.200: 1200"]),
]
SCALES = [
    ("en", "Some 1.5m people live there.", ["1.5m: 1500000 about"]),
    ("en", "The 1.5m boats lay there.", ["1.5m: 1.5 metre"]),
    ("nl", "Er wonen 1,5m mensen.", ["1,5m: 1500000"]),
    ("nl", "Er lag een boot van 1,5m hout.", ["1,5m: 1.5 metre"]),
    ("en", "It serves 1.2 million riders.", ["1.2 million: 1200000"]),
    ("en", "It serves 3 bn riders and 40 thousand crew.", ["3 bn: 3000000000", "40 thousand: 40000"]),
    (
        "en",
        "Half a million riders and a quarter million drivers.",
        ["Half a million: 500000", "a quarter million: 250000"],
    ),
    ("en", "Two and a half million riders.", ["Two and a half million: 2500000"]),
    (
        "nl",
        "Het kost drie een vijfde en twintig drie vijfde.",
        ["drie een vijfde: 3.2", "twintig drie vijfde: 20.6"],
    ),
    ("nl", "Om drie een half uur wachten.", ["drie: 3"]),
    ("en", "A hundred riders, a thousand drivers.", ["A hundred: 100", "a thousand: 1000"]),
    (
        "en",
        "Two dozen eggs, half a dozen hens and a few dozen cows.",
        ["Two dozen: 24", "half a dozen: 6", "a few dozen: 24.. vague"],
    ),
    ("nl", "Het vervoert 1,2 miljoen reizigers.", ["1,2 miljoen: 1200000"]),
    (
        "nl",
        "Het vervoert 3,5 mln reizigers en 2 mld kilo.",
        ["3,5 mln: 3500000", "2 mld kilo: 2000000000 kilogram"],
    ),
    (
        "nl",
        "Een half miljoen reizigers en anderhalf miljoen koffers.",
        ["Een half miljoen: 500000", "anderhalf miljoen: 1500000"],
    ),
    ("nl", "Zo'n 20 duizend reizigers.", ["20 duizend: 20000 about"]),
    ("nl", "Een miljoen reizigers, honderd koffers.", ["Een miljoen: 1000000", "honderd: 100"]),
    (
        "nl",
        "Een dozijn eieren en een paar duizend kippen.",
        ["Een dozijn: 12", "een paar duizend: 2000.. vague"],
    ),
]
SPELLED = [
    (
        "en",
        "Thirty-four families left and two hundred and five stayed.",
        ["Thirty-four: 34", "two hundred and five: 205"],
    ),
    (
        "en",
        "Five thousand four hundred and twenty-two tiles.",
        ["Five thousand four hundred and twenty-two: 5422"],
    ),
    ("en", "Only one country refused.", ["one: 1"]),
    ("en", "Seventeen boats, eighteen oars.", ["Seventeen: 17", "eighteen: 18"]),
    ("en", "Twelve thousand tiles fell.", ["Twelve thousand: 12000"]),
    ("en", "It has two hundred point five grams.", ["two hundred point five grams: 200.5 gram"]),
    (
        "nl",
        "Vierendertig gezinnen vertrokken en tweehonderdvijf bleven.",
        ["Vierendertig: 34", "tweehonderdvijf: 205"],
    ),
    ("nl", "Vijfduizendvierhonderdtweeëntwintig tegels.", ["Vijfduizendvierhonderdtweeëntwintig: 5422"]),
    ("nl", "Slechts één land weigerde.", ["één: 1"]),
    ("nl", "Zeventien boten, achttien riemen.", ["Zeventien: 17", "achttien: 18"]),
    ("nl", "Twaalfduizend tegels vielen.", ["Twaalfduizend: 12000"]),
    ("nl", "Het weegt nul komma vijf gram.", ["nul komma vijf gram: 0.5 gram"]),
]
SHARES = [
    ("en", "1 over twenty-one", ["1 over twenty-one: 0.0476190476190476 share"]),
    ("en", "They made 3 over 5 again.", ["3: 3", "5: 5"]),
    ("en", "A third of the crew left.", ["A third: 0.333333333333333 share"]),
    ("en", "Two thirds of the crew stayed.", ["Two thirds: 0.666666666666667 share"]),
    ("en", "Half of them slept, three quarters ate.", ["Half: 0.5 share", "three quarters: 0.75 share"]),
    ("en", "One in five adults swims.", ["One in five: 0.2 share"]),
    ("en", "Nine out of 10 children swim.", ["Nine out of 10: 0.9 share"]),
    (
        "en",
        "About 2 1/2 loaves, 1½ pies and 3/4 of a cake.",
        ["2 1/2: 2.5 about", "1½: 1.5", "3/4: 0.75 share"],
    ),
    ("nl", "Een derde van de ploeg vertrok.", ["Een derde: 0.333333333333333 share"]),
    ("nl", "Twee derde van de ploeg bleef.", ["Twee derde: 0.666666666666667 share"]),
    ("nl", "De helft sliep en driekwart at.", ["helft: 0.5 share", "driekwart: 0.75 share"]),
    ("nl", "Een op de vijf volwassenen zwemt.", ["Een op de vijf: 0.2 share"]),
    ("nl", "Negen op de tien kinderen zwemmen.", ["Negen op de tien: 0.9 share"]),
    ("nl", "Ongeveer 2 1/2 brood en een kwart van de taart.", ["2 1/2: 2.5 about", "een kwart: 0.25 share"]),
]
PERCENT = [
    (
        "en",
        "It is 22 percent, 22% or 22 per cent.",
        ["22 percent: 22 percent share", "22%: 22 percent share", "22 per cent: 22 percent share"],
    ),
    ("en", "It rose by 0.5 percentage points.", ["0.5 percentage points: 0.5 percent points up"]),
    ("en", "Between 20-30% of them swim.", ["Between 20-30%: 20..30 percent share"]),
    ("en", "A rate of 5 to 7 percent.", ["5 to 7 percent: 5..7 percent share"]),
    ("en", "One hundred percent of the seats.", ["One hundred percent: 100 percent share"]),
    ("en", "It was 4 ‰ of the total.", ["4 ‰: 4 permille share"]),
    (
        "nl",
        "Het is 22 procent, 22% of 22 %.",
        ["22 procent: 22 percent share", "22%: 22 percent share", "22 %: 22 percent share"],
    ),
    ("nl", "Het steeg met 0,5 procentpunt.", ["0,5 procentpunt: 0.5 percent points up"]),
    ("nl", "Tussen de 20 en 30% zwemt.", ["Tussen de 20 en 30%: 20..30 percent share"]),
    ("nl", "Een aandeel van 5 tot 7 procent.", ["van 5 tot 7 procent: 5..7 percent share"]),
    ("nl", "Honderd procent van de stoelen.", ["Honderd procent: 100 percent share"]),
    ("nl", "Twintig procent van de leden.", ["Twintig procent: 20 percent share"]),
]
ORDINALS = [
    ("en", "Her forty-second goal was the best.", ["forty-second: 42 ordinal"]),
    ("nl", "Haar tweeënveertigste doelpunt was het mooiste.", ["tweeënveertigste: 42 ordinal"]),
    ("en", "The 17th boat and the 21st crew.", ["17th: 17 ordinal", "21st: 21 ordinal"]),
    ("en", "A 17th-generation baker.", ["17th: 17 ordinal"]),
    ("en", "A seventh-generation miller.", ["seventh: 7 ordinal"]),
    ("en", "He came twenty-third in the race.", ["twenty-third: 23 ordinal"]),
    ("en", "She finished second!", ["second: 2 ordinal"]),
    ("en", "The third lock, the fifth gate.", ["third: 3 ordinal", "fifth: 5 ordinal"]),
    ("en", "My first job.", ["first: 1 ordinal"]),
    ("nl", "De 17e boot en de 21ste ploeg.", ["17e: 17 ordinal", "21ste: 21 ordinal"]),
    ("nl", "Een bakker van de zeventiende generatie.", ["zeventiende: 17 ordinal"]),
    ("nl", "Hij werd drieëntwintigste.", ["drieëntwintigste: 23 ordinal"]),
    ("nl", "De derde sluis, de vijfde poort.", ["derde: 3 ordinal", "vijfde: 5 ordinal"]),
    ("nl", "Mijn eerste baan.", ["eerste: 1 ordinal"]),
    ("nl", "De honderdste bezoeker.", ["honderdste: 100 ordinal"]),
]
CHANGES = [
    ("en", "Sales doubled while costs halved.", ["doubled: 2 times up", "halved: 0.5 times down"]),
    ("en", "It is three times as large.", ["three times: 3 times"]),
    ("en", "Twice as many came.", ["Twice: 2 times"]),
    ("en", "Prices rose by 5 percent.", ["5 percent: 5 percent share up"]),
    ("en", "Prices fell 12 percent.", ["12 percent: 12 percent share down"]),
    ("en", "A tenfold increase, an increase of 40 boats.", ["tenfold: 10 times", "40: 40 up"]),
    (
        "en",
        "They pay 20% more and work 30 percent less.",
        ["20%: 20 percent share up", "30 percent: 30 percent share down"],
    ),
    (
        "nl",
        "De verkoop verdubbelde en de kosten halveerden.",
        ["verdubbelde: 2 times up", "halveerden: 0.5 times down"],
    ),
    ("nl", "Het is drie keer zo groot.", ["drie keer: 3 times"]),
    ("nl", "Driemaal zoveel mensen.", ["Driemaal: 3 times"]),
    ("nl", "De prijs steeg met 5 procent.", ["5 procent: 5 percent share up"]),
    ("nl", "De prijs daalde met ruim 3 procent.", ["ruim 3 procent: 3.. percent share down"]),
    ("nl", "Een stijging van 40 boten.", ["40: 40 up"]),
    (
        "nl",
        "Ze betalen 20% meer en werken 30 procent minder.",
        ["20%: 20 percent share up", "30 procent: 30 percent share down"],
    ),
]
ZERO = [
    ("en", "Not a single boat sank.", ["Not a single: 0"]),
    ("en", "Nobody drowned.", ["Nobody: 0"]),
    ("en", "None of the oars broke.", ["None: 0"]),
    ("en", "It sailed without a single leak.", ["without a single: 0"]),
    ("en", "No one drowned.", ["No one: 0"]),
    ("en", "Zero boats sank.", ["Zero: 0"]),
    ("nl", "Geen enkele boot zonk.", ["Geen enkele: 0"]),
    ("nl", "Niemand verdronk.", ["Niemand: 0"]),
    ("nl", "Er is nog geen boot gezonken.", ["nog geen: 0"]),
    ("nl", "Nog geen 500 boten zonken.", ["Nog geen 500: ..500"]),
    ("nl", "Er zonken nul boten.", ["nul: 0"]),
    ("nl", "Niet één enkele boot zonk.", ["Niet één enkele: 0"]),
]
RANGES = [
    ("en", "Four or five boats.", ["Four or five: 4..5"]),
    ("en", "Between 10 and 20 boats.", ["Between 10 and 20: 10..20"]),
    ("en", "From 10 to 20 boats.", ["From 10 to 20: 10..20"]),
    ("en", "A town of two or 10 million people.", ["two or 10 million: 2000000..10000000"]),
    ("en", "Between $5 and $10 million.", ["Between $5 and $10 million: 5000000..10000000 USD"]),
    ("en", "5- to 7-year-olds came.", ["5- to 7-year-olds: 5..7 year"]),
    ("en", "More than 10 and less than 40 boats.", ["More than 10 and less than 40: 10..40"]),
    ("nl", "Vier of vijf boten.", ["Vier of vijf: 4..5"]),
    ("nl", "Tussen de 10 en 20 boten.", ["Tussen de 10 en 20: 10..20"]),
    ("nl", "Van 10 tot 20 boten.", ["Van 10 tot 20: 10..20"]),
    ("nl", "Slechts 1 of 2 boten.", ["1 of 2: 1..2"]),
    ("nl", "Tussen 5 en 10 miljoen euro.", ["Tussen 5 en 10 miljoen euro: 5000000..10000000 EUR"]),
    ("nl", "20 tot en met 30 boten.", ["20 tot en met 30: 20..30"]),
    ("nl", "Vijftien- tot twintigduizend boten.", ["Vijftien- tot twintigduizend: 15000..20000"]),
]
PORTIONS = [
    ("en", "Barely a tenth came, and a fifth were late.", ["a tenth: 0.1 share", "a fifth: 0.2 share"]),
    (
        "en",
        "Two came and a third was late for a third term.",
        ["Two: 2", "third: 3 ordinal", "third: 3 ordinal"],
    ),
    ("nl", "Amper een tiende kwam voor een derde keer.", ["een tiende: 0.1 share", "derde: 3 ordinal"]),
    ("en", "Three-quarters of a million boats.", ["Three-quarters of a million: 750000"]),
    ("en", "A quarter of a million boats.", ["A quarter of a million: 250000"]),
    ("nl", "Een kwart miljoen boten.", ["Een kwart miljoen: 250000"]),
    (
        "en",
        "Some 1.6 × 10^8 cells of 3 x 10⁻⁴ grams.",
        ["1.6 × 10^8: 160000000 about", "3 x 10⁻⁴ grams: 0.0003 gram"],
    ),
    ("en", "Tiles of 3 x 10 boats.", ["3: 3", "10: 10"]),
    ("en", "A litre and a half.", ["A litre and a half: 1.5 litre"]),
    ("en", "Two pounds and a half of butter.", ["Two pounds and a half: 2.5 pound"]),
    ("en", "Two litres and a half of the milk.", ["Two litres: 2 litre", "a half: 0.5 share"]),
    ("nl", "Ze is 1 meter 83 lang.", ["1 meter 83: 1.83 metre"]),
    ("nl", "Over 1 meter 83 boten.", ["1 meter: 1 metre", "83: 83"]),
    ("nl", "Er varen max. 12 boten.", ["max. 12: ..12"]),
]
BOUNDS = [
    ("en", "At least 40 boats.", ["At least 40: 40.."]),
    ("en", "No less than 5,000 boats.", ["No less than 5,000: 5000.."]),
    ("en", "More than a thousand boats.", ["More than a thousand: 1000.."]),
    ("en", "Fewer than 200 boats.", ["Fewer than 200: ..200"]),
    ("en", "Up to 700 boats.", ["Up to 700: ..700"]),
    ("en", "500 or more boats.", ["500 or more: 500.."]),
    ("en", "30+ boats.", ["30+: 30.."]),
    ("nl", "Minstens 40 boten.", ["Minstens 40: 40.."]),
    ("nl", "Niet minder dan 5.000 boten.", ["Niet minder dan 5.000: 5000.."]),
    ("nl", "Ruim duizend boten.", ["Ruim duizend: 1000.."]),
    ("nl", "Minder dan 200 boten.", ["Minder dan 200: ..200"]),
    ("nl", "Hooguit 700 boten.", ["Hooguit 700: ..700"]),
    ("nl", "500 of meer boten.", ["500 of meer: 500.."]),
    ("nl", "Maximaal 30 boten.", ["Maximaal 30: ..30"]),
    ("en", "It handed over 30 boats.", ["30: 30"]),
    ("en", "It handed over well over 30 boats.", ["well over 30: 30.."]),
    ("en", "It built at least more than 30 boats.", ["more than 30: 30.."]),
    ("en", "It is higher than more than 30.", ["higher than more than 30: 30.."]),
    ("en", "Ten percent more than 40 boats.", ["Ten percent: 10 percent share up", "40: 40"]),
    (
        "nl",
        "Bij 10 procent ouder dan 20 jaar.",
        ["10 procent: 10 percent share", "ouder dan 20 jaar: 20.. year"],
    ),
]
HEDGES = [
    ("en", "Some 86,000 boats.", ["86,000: 86000 about"]),
    ("en", "About a quarter of the boats.", ["a quarter: 0.25 share about"]),
    ("en", "Nearly 500 boats.", ["500: 500 nearly"]),
    ("en", "Almost half of the boats.", ["half: 0.5 share nearly"]),
    ("en", "20 or so boats.", ["20: 20 about"]),
    ("en", "An estimated 3,000 to 4,000 boats.", ["3,000 to 4,000: 3000..4000 about"]),
    ("nl", "Zo'n 86.000 boten.", ["86.000: 86000 about"]),
    ("nl", "Ongeveer een kwart van de boten.", ["een kwart: 0.25 share about"]),
    ("nl", "Bijna 500 boten.", ["500: 500 nearly"]),
    ("nl", "Haast de helft van de boten.", ["helft: 0.5 share nearly"]),
    ("nl", "Een twintigtal boten.", ["twintigtal: 20 about"]),
    ("nl", "Circa 3.000 tot 4.000 boten.", ["3.000 tot 4.000: 3000..4000 about"]),
]
UNITS = [
    ("en", "a kg", ["a kg: 1 kilogram"]),
    ("en", "The line gives 500 Mbps.", ["500 Mbps: 500 megabit per second"]),
    ("en", "They walked along 12km Road.", []),
    ("en", "They walked 12km.", ["12km: 12 kilometre"]),
    (
        "en",
        "It is 120 square kilometres and 5 feet 11 inches.",
        ["120 square kilometres: 120 square kilometre", "5 feet 11 inches: 5.91666666666667 foot"],
    ),
    (
        "en",
        "It drove 90 km/h, then 55 miles per hour.",
        ["90 km/h: 90 kilometre per hour", "55 miles per hour: 55 mile per hour"],
    ),
    ("en", "It held 500 GB and used 20 kWh.", ["500 GB: 500 gigabyte", "20 kWh: 20 kilowatt hour"]),
    ("en", "It weighs 25 lbs or 3 metric tons.", ["25 lbs: 25 pound", "3 metric tons: 3 tonne"]),
    (
        "en",
        "It was -5 degrees Celsius, then 20°C.",
        ["-5 degrees Celsius: -5 degree Celsius", "20°C: 20 degree Celsius"],
    ),
    ("en", "They waited forty hours and three years, 10 times.", ["10: 10"]),
    ("en", "It took between 20 and 40 hours, or from two to three weeks.", []),
    ("en", "It took over six months and at least 15 years.", []),
    ("en", "One gigaannum ago.", ["One gigaannum: 1 gigayear"]),
    (
        "nl",
        "Het is 120 vierkante kilometer en 3 hectare.",
        ["120 vierkante kilometer: 120 square kilometre", "3 hectare: 3 hectare"],
    ),
    (
        "nl",
        "Het reed 90 km/u, dan 55 kilometer per uur.",
        ["90 km/u: 90 kilometre per hour", "55 kilometer per uur: 55 kilometre per hour"],
    ),
    ("nl", "Het bewaart 500 GB en verbruikt 20 kWh.", ["500 GB: 500 gigabyte", "20 kWh: 20 kilowatt hour"]),
    ("nl", "Het weegt 25 kilo of 3 ton.", ["25 kilo: 25 kilogram", "3 ton: 3 tonne"]),
    (
        "nl",
        "Het was -5 graden Celsius, dan 20 °C.",
        ["-5 graden Celsius: -5 degree Celsius", "20 °C: 20 degree Celsius"],
    ),
    ("nl", "Ze wachtten veertig uur en drie jaar, 10 keer.", ["10: 10"]),
    ("nl", "Het duurde tussen de twee en drie jaar, of 20 à 30 minuten.", []),
    ("nl", "Het duurde ruim zes maanden en minstens 15 jaar.", []),
]
MONEY = [
    ("en", "They paid $1.2bn, then €2m.", ["$1.2bn: 1200000000 USD", "€2m: 2000000 EUR"]),
    (
        "en",
        "It cost £3.4 billion and five million euros.",
        ["£3.4 billion: 3400000000 GBP", "five million euros: 5000000 EUR"],
    ),
    ("en", "He owes US$4.7 billion and A$20.", ["US$4.7 billion: 4700000000 USD", "A$20: 20 AUD"]),
    ("en", "20 dollars and 43 cents.", ["20 dollars and 43 cents: 20.43 USD"]),
    (
        "en",
        "USD 200, 115.5USD and 30 Swiss francs.",
        ["USD 200: 200 USD", "115.5USD: 115.5 USD", "30 Swiss francs: 30 CHF"],
    ),
    ("en", "Between £20 and £45.", ["Between £20 and £45: 20..45 GBP"]),
    ("nl", "Ze betaalden € 2,5 mln en $10.", ["€ 2,5 mln: 2500000 EUR", "$10: 10 USD"]),
    ("nl", "Het kostte 3,5 miljoen euro.", ["3,5 miljoen euro: 3500000 EUR"]),
    ("nl", "Hij kreeg 15 dollar en 15 cent.", ["15 dollar en 15 cent: 15.15 USD"]),
    ("nl", "EUR 20 en 30 Zwitserse frank.", ["EUR 20: 20 EUR", "30 Zwitserse frank: 30 CHF"]),
    ("nl", "Een brood van € 2,20.", ["€ 2,20: 2.2 EUR"]),
    ("nl", "Twee miljard amerikaanse dollar.", ["Twee miljard amerikaanse dollar: 2000000000 USD"]),
    ("nl", "De sluis kostte ruim zes ton.", ["ruim zes ton: 600000.. EUR"]),
    (
        "nl",
        "De schade is een ton. De winst is anderhalve ton.",
        ["een ton: 100000 EUR", "anderhalve ton: 150000 EUR"],
    ),
    ("nl", "De sluis weegt zes ton.", ["zes ton: 6 tonne"]),
    ("nl", "Voor 500 euro kreeg ze drie ton zand.", ["500 euro: 500 EUR", "drie ton: 3 tonne"]),
    ("nl", "De schade is 38 ton aan hout.", ["38 ton: 38 tonne"]),
    ("nl", "De sluis kost 3 ton per jaar.", ["3 ton per jaar: 3 tonne per year"]),
]
AGES = [
    ("nl", "Op vijftienjarige leeftijd voer hij uit.", ["vijftienjarige leeftijd: 15 year"]),
    ("nl", "De 15-jarige vond zijn leeftijd geen bezwaar.", ["15-jarige: 15 year"]),
    ("en", "A ten-year-old boy and a baker aged 50.", ["ten-year-old: 10 year", "50: 50 year"]),
    ("en", "The baby was ten months old.", ["ten months old: 10 month"]),
    ("nl", "Een 17-jarige en een zesjarige.", ["17-jarige: 17 year", "zesjarige: 6 year"]),
    ("nl", "Dit huis is 10 jaar oud.", ["10 jaar oud: 10 year"]),
    ("en", "A 50-year-old ship and 5-year-olds.", ["50-year-old: 50 year", "5-year-olds: 5 year"]),
    ("en", "A man aged between 40 and 50.", ["between 40 and 50: 40..50 year"]),
    ("en", "He was 18 months old.", ["18 months old: 18 month"]),
    ("en", "They are between 20 and 30 years old.", ["between 20 and 30 years old: 20..30 year"]),
    ("en", "She died at the age of 95 years.", ["95 years: 95 year"]),
    ("en", "A horse aged 12 years.", ["12 years: 12 year"]),
    ("en", "She was 18 years of age.", ["18 years of age: 18 year"]),
    ("en", "Ann Poe lived to be 76.", ["76: 76 year"]),
    ("en", "Ann Poe was only 31 when she left.", ["31: 31 year"]),
    ("en", "Ann Poe was not yet 31 when she left.", ["not yet 31: ..31 year"]),
    ("en", "Ann Poe left before turning 31.", ["before turning 31: ..31 year"]),
    ("en", "There were only 31 when she left.", ["31: 31"]),
    ("nl", "Anna Poel was pas 31 toen ze vertrok.", ["31: 31 year"]),
    ("nl", "Anna Poel was nog geen 31 jaar toen ze vertrok.", ["nog geen 31 jaar: ..31 year"]),
    ("nl", "Ze zijn tussen de 20 en 30 jaar oud.", ["tussen de 20 en 30 jaar oud: 20..30 year"]),
    ("nl", "Ze stierf op de leeftijd van 95 jaar.", ["95 jaar: 95 year"]),
    ("en", "She is over thirty years old.", ["over thirty years old: 30.. year"]),
    ("nl", "Op 95 jarige leeftijd.", ["95 jarige leeftijd: 95 year"]),
    ("nl", "Een achttienjarige schipper.", ["achttienjarige: 18 year"]),
    ("nl", "Hij is 3 maanden oud.", ["3 maanden oud: 3 month"]),
    ("nl", "Ze is ruim dertig jaar oud.", ["ruim dertig jaar oud: 30.. year"]),
    ("en", "Children under 14 sail free.", ["under 14: ..14 year"]),
    (
        "en",
        "For pupils over 11 and adults up to 30.",
        ["over 11: 11.. year", "up to 30: ..30 year"],
    ),
    ("en", "A club for anyone under the age of 12.", ["under the age of 12: ..12 year"]),
    ("en", "It asked people over the age of 65.", ["over the age of 65: 65.. year"]),
    ("en", "Those between the ages of 16 and 24 sing.", ["between the ages of 16 and 24: 16..24 year"]),
    ("en", "Pupils aged 6 to 12 and boys aged under 9.", ["6 to 12: 6..12 year", "under 9: ..9 year"]),
    ("en", "Adults 65 and older sail free.", ["65 and older: 65.. year"]),
    ("en", "Under-18s sail, the over 65s sing.", ["Under-18s: ..18 year", "over 65s: 65.. year"]),
    ("en", "A man in his 40s and one in his mid-60s.", ["40s: 40..49 year", "mid-60s: 64..66 year vague"]),
    ("en", "She was in her early thirties.", ["early thirties: 30..33 year vague"]),
    ("en", "He was over 80 when he sailed.", ["over 80: 80.. year"]),
    ("en", "Nora Tork (44) mended the mill.", ["44: 44 year"]),
    ("nl", "Kinderen onder de 14 en leden tot 30 varen.", ["onder de 14: ..14 year", "tot 30: ..30 year"]),
    ("nl", "Kinderen tot en met 12 jaar varen.", ["tot en met 12 jaar: ..12 year"]),
    ("nl", "Kinderen (vanaf 6 jaar) varen.", ["vanaf 6 jaar: 6.. year"]),
    ("nl", "Jongeren tussen de 16 en 24 jaar varen.", ["tussen de 16 en 24 jaar: 16..24 year"]),
    ("nl", "Een kamp voor leerlingen van 4 tot 12 jaar.", ["van 4 tot 12 jaar: 4..12 year"]),
    ("nl", "Mannen van 60 jaar en ouder varen.", ["60 jaar en ouder: 60.. year"]),
    ("nl", "Boven de leeftijd van 70 varen ze niet.", ["Boven de leeftijd van 70: 70.. year"]),
    ("nl", "De 65-plussers en vijftigplussers.", ["65-plussers: 65.. year", "vijftigplussers: 50.. year"]),
    ("nl", "Min-12-jarigen en 18-minners varen.", ["Min-12-jarigen: ..12 year", "18-minners: ..18 year"]),
    (
        "nl",
        "Een veertiger zag twee dertigers.",
        ["veertiger: 40..49 year", "twee: 2", "dertigers: 30..39 year"],
    ),
    (
        "nl",
        "Hij is eind dertig, zij in de vijftig.",
        ["eind dertig: 37..39 year vague", "vijftig: 50..59 year"],
    ),
    ("nl", "Ze voer op haar drieëntwintigste uit.", ["drieëntwintigste: 23 year"]),
    ("nl", "Op zijn 30ste werd hij kapitein.", ["30ste: 30 year"]),
    ("nl", "Een kind van 3 maanden.", ["3 maanden: 3 month"]),
]
NO_AGES = [
    ("en", "Pupils over 14 schools sang.", ["over 14: 14.."]),
    ("en", "It paid staff over 5 percent more.", ["over 5 percent: 5.. percent share up"]),
    ("en", "It taught 200 people over 5 years.", ["200: 200"]),
    ("en", "In the early thirties it won in under 10s.", []),
    ("en", "New Zealand (44) won.", ["44: 44"]),
    ("nl", "Kinderen van 12 scholen zongen.", ["12: 12"]),
    ("nl", "De rechter veroordeelde de man tot 6 jaar cel.", []),
    ("nl", "De man zat 12 jaar vast.", []),
    ("nl", "In de veertiger jaren en in de dertig landen.", ["dertig: 30"]),
    ("nl", "Op zijn vijftigste verjaardag zong hij.", ["vijftigste: 50 ordinal"]),
]
BESIDE = [
    ("en", "In Lier 4 schools closed, off Lier 12 ships sank.", ["4: 4", "12: 12"]),
    ("en", "The 18th President met 10 Presidents.", ["18th: 18 ordinal", "10: 10"]),
    ("en", "In 790 cases it failed.", ["790: 790"]),
    (
        "en",
        "It rose 9.4 percent to 612 million.",
        ["9.4 percent: 9.4 percent share up", "612 million: 612000000"],
    ),
    ("en", "It is from 5 percent to 10.", ["from 5 percent to 10: 5..10 percent share"]),
    (
        "nl",
        "Het steeg met 9 procent tot 612 miljoen.",
        ["9 procent: 9 percent share up", "612 miljoen: 612000000"],
    ),
    ("en", "She was 34, he was 65 when he died.", ["34: 34 year", "65: 65 year"]),
    ("en", "It was 34 when it rained, and he was 1 of 3.", ["34: 34", "1 of 3: 0.333333333333333 share"]),
    ("en", "It is made up of 50 states and is up 5 percent.", ["50: 50", "5 percent: 5 percent share up"]),
    ("en", "They differ by 16 feet.", ["16 feet: 16 foot apart"]),
    ("en", "He is 5 ft 7 in tall.", ["5 ft 7 in: 5.58333333333333 foot"]),
    ("en", "Last year fewer than 38 boats sank.", ["fewer than 38: ..38"]),
    ("en", "It lies 3 ly or 2 parsecs away.", ["3 ly: 3 light year", "2: 2"]),
    ("en", "See 12-¹⁴, ²/3 and 1/¹⁴.", ["12: 12", "3: 3", "1: 1"]),
    ("nl", "Zie 12-¹⁴ en 0123-²³.", ["12: 12"]),
    ("en", "Nature ¹⁴-3 and ²-5.", ["3: 3", "5: 5"]),
    ("nl", "Vandaag telt Lier 14 scholen, in Lier 4 kerken.", ["14: 14", "4: 4"]),
    ("nl", "Ze was 34, en 65 toen hij stierf.", ["34: 34 year", "65: 65"]),
    ("nl", "De torens verschillen met 16 procent.", ["16 procent: 16 percent share apart"]),
]
UNJUDGED = [
    ("en", "One of the boats sank.", ["One of: 1 unjudged"]),
    ("en", "That is the $64,000 question.", ["$64,000: 64000 USD unjudged"]),
    ("en", "I am 100 percent sure.", ["100 percent: 100 percent share unjudged"]),
    ("en", "It is a zero-sum game, day one.", ["zero-sum: 0 unjudged", "day one: 1 unjudged"]),
    ("en", "She is number one and he is number 10.", ["number one: 1 unjudged", "10: 10 unjudged"]),
    ("en", "They took Route 66, see page 30.", ["66: 66 unjudged", "30: 30 unjudged"]),
    ("en", "They run Harbour 9.0 with priority 3.", ["9.0: 9 unjudged", "3: 3 unjudged"]),
    ("en", "On Quartzium 4 systems it runs.", ["4: 4 unjudged"]),
    ("en", "It runs on Vesper.js 10 and on Vesper.js 12+.", ["10: 10 unjudged", "12: 12 unjudged"]),
    ("en", "Vesper 5 started in Lier.", ["5: 5 unjudged"]),
    ("en", "A tier 2 target is no tier 1 targets file.", ["2: 2 unjudged", "1: 1 unjudged"]),
    ("en", "Unlike the ISO 8859 series, it gave the BBC 300 tapes.", ["8859: 8859 unjudged", "300: 300"]),
    ("en", "The layer 3 boats kept class 2 harbours.", ["3: 3 unjudged", "2: 2"]),
    (
        "en",
        "It runs on ZQX 370 machines, the ZQX 370 set gave the ZQX 370 boats.",
        ["370: 370 unjudged", "370: 370 unjudged", "370: 370"],
    ),
    ("en", "It gave ZQX 370 boats.", ["370: 370"]),
    (
        "en",
        "They walked down Fifth Avenue and 42nd Street.",
        ["Fifth: 5 ordinal unjudged", "42nd: 42 ordinal unjudged"],
    ),
    ("en", "The Fantastic Nine met One Nation there.", ["Nine: 9 unjudged", "One: 1 unjudged"]),
    ("en", "It burnt in 790 and in 508 BC.", ["790: 790 unjudged", "508: 508 unjudged"]),
    ("nl", "Een van de boten zonk.", ["Een van: 1 unjudged"]),
    ("nl", "Op Quartzium 4 systemen werkt het.", ["4: 4 unjudged"]),
    ("nl", "Het brandde af in 790.", ["790: 790 unjudged"]),
    ("nl", "Ik ben 100 procent zeker.", ["100 procent: 100 percent share unjudged"]),
    ("nl", "Er geldt nultolerantie.", ["nultolerantie: 0 unjudged"]),
    ("nl", "Dat is een op een gekopieerd.", ["een op een: 1 unjudged"]),
    ("nl", "Hij is nummer 10, lees bladzijde 9.", ["10: 10 unjudged", "9: 9 unjudged"]),
    ("nl", "Zie Artikel 5 en hoofdstuk 3.", ["5: 5 unjudged", "3: 3 unjudged"]),
]
NOTHING = [
    ("en", "Version 1.0-4 is not 1.0-1, nor a twice-told tale.", []),
    ("nl", "Versie 1.0-4 is niet 1.0-1.", []),
    ("en", "First of all, one can see this one in the first place.", []),
    ("en", "In 2015 and the 1990s, and since 1830.", []),
    ("en", "Call 0800 12 34 56 or +32 15 29 78 01 or (585) 394-4560.", []),
    ("en", "See section 3.2.1 and https://example.org/2017/12/file-3.pdf [12].", []),
    ("en", "They won 3-1 at 10:30 and at 5 pm on 3/4/2017.", []),
    ("en", "The G20, COVID-19, 3D and B-52.", []),
    ("en", "He lives at 12 Baker Street, 2800 Lier.", []),
    ("en", "1. Eat\n2) Drink\n(3) Sleep", []),
    ("en", "Nineteen eighty-four was a year.", []),
    ("nl", "Op de eerste plaats komt dat een huis ten goede.", []),
    ("nl", "In 2015 en sinds 1830, in de jaren negentig.", []),
    ("nl", "Bel 015 29 78 01 of 03/123.45.67.", []),
    ("nl", "Het werd 2-0 om 10 uur, half tien of 10:30.", []),
    ("nl", "De A12, de G20 en 3D.", []),
    ("nl", "Hij woont in 1234 AB Delft.", []),
    ("nl", "Ten eerste, in eerste instantie.", []),
    ("en", "As section B.3.4 says, printf(3) prints X+1 in 2.2-1.", []),
    ("en", "Listing 7-17 mends CVE-2021-44531 for the ISO-8859-15 set.", []),
    ("nl", "Zie Artikel 7-17 en CVE-2021-44531.", []),
    ("nl", "Zoals deel B.3 zegt, drukt printf(3) X+1 af.", []),
]


def show(mention: Mention) -> str:
    quantity, value = mention.reading, mention.value
    low, high = value["low"], value["high"]
    number = low if low == high else f"{low or ''}..{high or ''}"
    form = "" if quantity.form == "count" else quantity.form.value
    facts = (value["unit"], form, quantity.hedge, quantity.change, "" if mention.judgeable else "unjudged")
    return " ".join(filter(None, (f"{mention.text}: {number}", *facts)))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        *DIGITS, *SCALES, *SPELLED, *SHARES, *PERCENT, *ORDINALS, *CHANGES, *ZERO, *RANGES, *BOUNDS, *HEDGES,
        *PORTIONS, *UNITS, *MONEY, *AGES, *NO_AGES, *BESIDE, *UNJUDGED, *NOTHING,
    ],
)  # fmt: skip
def test_extract(language: str, text: str, expected: list[str]) -> None:
    assert [show(mention) for mention in extract(Document(text, language=language))] == expected


@pytest.mark.parametrize(
    ("text", "above", "below"),
    [
        ("more than 20 boats", True, False),
        ("at least 20 boats", False, False),
        ("fewer than 20 boats", False, True),
        ("at most 20 boats", False, False),
        ("more than 10 and less than 20 boats", True, True),
        ("20 boats", False, False),
    ],
)
def test_strict_bounds_exclude_their_own_figure(text: str, above: bool, below: bool) -> None:
    (mention,) = extract(Document(text, language="en"))
    assert (mention.reading.above, mention.reading.below) == (above, below)


@pytest.mark.parametrize(
    ("text", "exponent"),
    [("86,000 boats", 0), ("3.24 million boats", 4), ("1.5 km", -1), ("two million boats", 6), ("$1.2bn", 8)],
)
def test_exponent_is_that_of_the_last_digit_written(text: str, exponent: int) -> None:
    (mention,) = extract(Document(text, language="en"))
    assert mention.reading.exponent == exponent


def test_digits_are_read_without_a_language() -> None:
    assert [show(mention) for mention in extract(Document("xx 12 yy 3.5 zz", language=""))] == [
        "12: 12",
        "3.5: 3.5",
    ]


PIECES = st.sampled_from(
    [
        "3",
        "20",
        "86,000",
        "1.5",
        "0",
        "007",
        "2016",
        "10k",
        "$",
        "€",
        "%",
        "-",
        "–",
        "/",
        ":",
        ".",
        ",",
        "(",
        ")",
        '"',
        "'",
        "in",
        "of",
        "or",
        "and",
        "to",
        "a",
        "the",
        "half",
        "third",
        "million",
        "one",
        "two",
        "twenty",
        "hundred",
        "more",
        "than",
        "at",
        "least",
        "about",
        "nearly",
        "between",
        "from",
        "percent",
        "km",
        "years",
        "old",
        "first",
        "no",
        "nobody",
        "not",
        "even",
        "1990s",
        "een",
        "op",
        "de",
        "drie",
        "en",
        "tot",
        "halve",
        "miljoen",
        "geen",
        "enkele",
        "procent",
        "jaar",
        "½",
        "m²",
        "°C",
        "+",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n"]).map(lambda gap: gap.join(pieces))
)


@given(TEXTS, st.sampled_from(["en", "nl", ""]))
def test_spans_are_exact_ordered_and_apart(text: str, language: str) -> None:
    end = 0
    for mention in extract(Document(text, language=language)):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end] == mention.text.strip()
        end = mention.end
