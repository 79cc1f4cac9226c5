"""Who is listed, under which label and in what part."""

import pytest

from tests.store.parse.reading import meeting_of

People = list[tuple[str, str | None, str]]


def listed(attendance: str) -> People:
    meeting = meeting_of(
        f"Harbour Panel\n\n4 June 2019\n\n{attendance}\n\n1. Boats\n\nThey floated.\n\n2. Nets\n\nThey held."
    )
    return [(one.name, one.role, one.group) for one in meeting.attendance]


ASH, ELM = ("Councillor Ash", None, "Present"), ("Councillor Elm", None, "Present")


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("Present:", "Present"),
        ("Present:-", "Present"),
        ("PRESENT (six Councillors): -", "PRESENT (six Councillors)"),
        ("Those Attending:", "Those Attending"),
        ("MEMBERS PRESENT:", "MEMBERS PRESENT"),
        ("Attendees:", "Attendees"),
        ("Committee Members:", "Committee Members"),
        ("Present via MS Teams:", "Present via MS Teams"),
        ("Present Virtually:-", "Present Virtually"),
        ("Yn bresennol:", "Yn bresennol"),
    ],
)
def test_a_list_of_who_came_begins_with_a_label_of_any_kind(label: str, group: str) -> None:
    assert listed(f"{label} Councillors Ash and Elm") == [
        ("Councillor Ash", None, group),
        ("Councillor Elm", None, group),
    ]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Councillors Ash, Elm", [ASH, ELM]),
        ("Councillor Ash; Councillor Elm; nine members of the public", [ASH, ELM]),
        ("Councillor Ash (in the Chair) (C01/19 - C28/19), Councillor Elm", [("Councillor Ash", "in the Chair", "Present"), ELM]),  # noqa: E501
        ("Councillor Ash (arrived at 7.01pm), Councillor Elm", [("Councillor Ash", "arrived at 7.01pm", "Present"), ELM]),  # noqa: E501
        ("Councillor Ash - substitute for Councillor Fir", [("Councillor Ash", "substitute for Councillor Fir", "Present")]),  # noqa: E501
        ("Mrs A Ash-Chair, Mr B Elm", [("Mrs A Ash", "Chair", "Present"), ("Mr B Elm", None, "Present")]),
        (
            "Ann Ash (AA), Bo Elm (BE) – Chair and Cy Fir (CF)",
            [("Ann Ash", None, "Present"), ("Bo Elm", "Chair", "Present"), ("Cy Fir", None, "Present")],
        ),
        ("Comhairleoirí Ash, Elm", [("Comhairleoir Ash", None, "Present"), ("Comhairleoir Elm", None, "Present")]),
        ("Y Cynghorydd Ash a Y Cynghorydd Elm", [("Y Cynghorydd Ash", None, "Present"), ("Y Cynghorydd Elm", None, "Present")]),  # noqa: E501
        ("Cmhlr. S. Ó Fiaich", [("Cmhlr. S. Ó Fiaich", None, "Present")]),
        ("Mr L C R Elm, Aldermen Ash and Fir", [("Mr L C R Elm", None, "Present"), ("Alderman Ash", None, "Present"), ("Alderman Fir", None, "Present")]),  # noqa: E501
    ],
)  # fmt: skip
def test_names_are_read_with_their_titles_and_what_stands_beside_them(names: str, people: People) -> None:
    assert listed(f"Present: {names}") == people


def test_posts_may_stand_before_the_names() -> None:
    assert listed(
        "Present: Mr Ash\n\nOFFICIALS IN ATTENDANCE:\n\n"
        "Head of Finance, Motor Tax and ICT (Mr. T. Oak), Engineers (Messrs B. Fir and C. Yew)."
    )[1:] == [
        ("Mr. T. Oak", "Head of Finance, Motor Tax and ICT", "OFFICIALS IN ATTENDANCE"),
        ("Mr B. Fir", "Engineers", "OFFICIALS IN ATTENDANCE"),
        ("Mr C. Yew", "Engineers", "OFFICIALS IN ATTENDANCE"),
    ]


def test_a_table_of_names_initials_and_roles_is_read_by_its_columns() -> None:
    spaced = "Attendance:\n\nCllr Jo Ash        JA       Chairperson\n\nBo Elm         BE"
    piped = "Attendance:\n\n| Name | Initials | Role |\n\n| Cllr Jo Ash | JA | Chairperson |\n\n| Bo Elm | BE | |"
    people = [("Cllr Jo Ash", "Chairperson", "Attendance"), ("Bo Elm", None, "Attendance")]
    assert [listed(spaced), listed(piped)] == [people, people]


def test_surnames_may_stand_first_in_two_columns() -> None:
    assert listed("MEMBERS PRESENT\n\nCouncillors:\n\nAsh, Mary            Elm, Tom\n\nFir, Una") == [
        ("Councillor Mary Ash", None, "MEMBERS PRESENT"),
        ("Councillor Tom Elm", None, "MEMBERS PRESENT"),
        ("Councillor Una Fir", None, "MEMBERS PRESENT"),
    ]


def test_the_first_label_may_be_the_chairs() -> None:
    listed = "PRESENT IN THE CHAIR: Councillor Ash.\n\nMEMBERS PRESENT: Councillor Elm"
    assert (
        meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{listed}\n\n1. Boats\n\nThey floated.").chair == "Councillor Ash"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies for absence were received from Councillor Ash.",
        "An apology for absence was received from Councillor Ash.",
        "Apologies for inability to attend were reported from Councillor Ash.",
        "Apologies were intimated on behalf of Councillor Ash.",
    ],
)
def test_apologies_in_a_sentence_of_the_list_are_read(sentence: str) -> None:
    assert listed(f"Present: Councillor Elm\n\n{sentence}")[1][0] == "Councillor Ash"


def test_what_was_said_before_the_first_item_is_no_name() -> None:
    said = "The Chair welcomed Mr Oak, the new Clerk, and thanked Mrs Fir for all that she had done."
    assert listed(f"Present: Councillors Ash and Elm\n\n{said}") == [ASH, ELM]


def test_an_item_may_be_the_list() -> None:
    items = "1. Present: Mr Ash - Chairman, Mrs Elm.\n\n2. Boats: They had floated all year."
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{items}")
    assert [(one.name, one.role, one.group) for one in meeting.attendance] == [
        ("Mr Ash", "Chairman", "Present"),
        ("Mrs Elm", None, "Present"),
    ]


def test_a_sentence_may_say_who_takes_the_chair() -> None:
    items = "1. Chair\n\nIt was agreed that Councillor A. Elm take the chair.\n\n2. Boats\n\nThey floated."
    assert meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{items}").chair == "Councillor A. Elm"


def test_a_dash_inside_brackets_ends_no_label() -> None:
    people = listed("Present:\nCouncillors A Moss (Councillor B Reed - substitute), C Fenn and D Hale.")
    assert [name.rsplit(" ", 1)[-1] for name, _, _ in people] == ["Moss", "Fenn", "Hale"]
    assert {group for _, _, group in people} == {"Present"}


def test_the_middle_of_a_bodys_name_is_no_person_with_its_beginning_for_a_post() -> None:
    people = listed("Present: Councillors Ash and Elm\nBorough Council of King’s Marsh and West Fenland")
    assert "King’s Marsh" not in [name for name, _, _ in people]
