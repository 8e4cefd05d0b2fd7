import pytest

from factcheck.people import is_unnamed, same_person, strip_titles, surname

SAME = [
    ("Holm", "Ida Holm"),
    ("Holm", "Mayor Holm"),
    ("Mayor Ida Holm", "burgemeester Holm"),
    ("I. Holm", "Ida Holm"),
    ("holm", "IDA HOLM"),
    ("Ida Holm, mayor of Vik", "Holm"),
    ("Holm, Ida", "Ida Holm"),
    ("Vik mayor Ida Holm", "Ida Holm"),
    ("the former prime minister Ida Holm", "Ida Holm"),
    ("Ida K Holm", "Ida Holm"),
    ("A Ida Holm", "Ida Holm"),
    ("Ida K. Holm", "Ida Karin Holm"),
    ("De heer Prins (ABC)", "Prins"),
    ("mevrouw Prins", "Prins (ABC)"),
    ("Minister De Jong", "Piet de Jong"),
    ("Jong", "De Jong"),
    ("mevrouw Van den Berg-Smit", "Van den Berg-Smit"),
    ("José Ibáñez", "Jose Ibanez"),
    ("O’Hara", "Pat O'Hara"),
    ("Dr. Holm", "prof. dr. I. Holm"),
    ("Ida Holm Jr.", "Ida Holm"),
    ("Stephen King", "King"),
    ("Mr King", "Stephen King"),
    ("THE PRESIDENT", "the president"),
    ("De voorzitter", "voorzitter"),
    ("the president", "President Holm"),
    ("De officier van justitie", "officier van justitie"),
    ("officier van justitie Piet de Boer", "De Boer"),
    ("de officier", "de officier van justitie"),
    ("counsel for the defence", "Counsel for the defence"),
    ("Speaker 2", "speaker 2"),
    ("Resident", "Resident 2"),
]
OTHER = [
    ("Ida Holm", "Jon Holm"),
    ("Ida Holm", "Ida Vik"),
    ("Speaker 1", "Speaker 2"),
    ("Resident 1", "Resident 2"),
    ("I. Holm", "Jon Holm"),
    ("Ida K. Holm", "Ida T. Holm"),
    ("Ida K. Holm", "Ida T.K. Holm"),
    ("Ida K Holm", "Ida TK Holm"),
    ("Mr Holm", "Mrs Holm"),
    ("de heer Prins", "mevrouw Prins"),
    ("Van de Berg", "Van der Berg"),
    ("Ida Holm Jr.", "Ida Holm Sr."),
    ("the president", "Mayor Holm"),
    ("the president", "Ida Holm"),
    ("the president", "the mayor"),
    ("officier van justitie", "minister van Justitie"),
    ("officier van justitie", "Justitie"),
    ("counsel for the defence", "counsel for the prosecution"),
    ("Ida", "Ida Holm"),
    ("", "Ida Holm"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a, b):
    assert (same_person(a, b), same_person(b, a)) == (True, True)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other(a, b):
    assert (same_person(a, b), same_person(b, a)) == (False, False)


PEOPLE = {"Ida Holm": ("the Oak", "Holm of Vik"), "Jon Holm": ("Holm",)}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the Oak", "Ida Holm", True),
        ("The Oak", "Mayor Ida Holm", True),
        ("Holm of Vik", "I. Holm", True),
        ("Holm", "Jon Holm", True),
        ("Holm", "Ida Holm", False),
        ("the Oak", "Jon Holm", False),
        ("the Oak", "Carl Vik", False),
        ("Carl Vik", "Vik", True),
    ],
)
def test_map_decides(a, b, expected):
    assert (same_person(a, b, PEOPLE), same_person(b, a, PEOPLE)) == (expected, expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mayor Ida Holm", "holm"),
        ("Minister De Jong", "de jong"),
        ("Mevrouw Van den Berg-Smit (XYZ)", "van den berg-smit"),
        ("THE PRESIDENT", ""),
        ("", ""),
    ],
)
def test_surname(name, expected):
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mayor Ida Holm", "Ida Holm"),
        ("De heer Prins (ABC)", "Prins"),
        ("Ida Holm, mayor of Vik", "Ida Holm"),
        ("prof. dr. I. Holm", "I. Holm"),
        ("Minister De Jong", "De Jong"),
        ("the president", "the president"),
        ("Holm", "Holm"),
    ],
)
def test_strip_titles(name, expected):
    assert strip_titles(name) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Voice from the floor", True),
        ("Audience member 2", True),
        ("THE AUDIENCE", True),
        ("Onbekende spreker", True),
        ("Vrouw op de derde rij", True),
        ("Several voices", True),
        ("Ida Farmer", False),
        ("Guest Holm", False),
        ("Ida Holm", False),
        ("The harbour", False),
        ("Notes for the public", False),
        ("A MAN", True),
    ],
)
def test_who_has_no_name(label, expected):
    assert is_unnamed(label) == expected
