"""Lists of who came in the shapes that minutes of all kinds give them."""

from textwrap import dedent

import pytest

from store.parse.attendance.groups import read_label
from store.parse.attendance.names import TITLES, is_name, read_title
from store.parse.attendance.people import read_people
from store.parse.attendance.posts import is_post, is_remark
from tests.store.parse.reading import meeting_of

Named = list[tuple[str, str | None]]


def people(text: str, *, posts: bool = False) -> Named:
    return [(one.name, one.role) for one in read_people(text, posts=posts)]


def listed(attendance: str) -> list[tuple[str, str]]:
    heading = "Harbour Panel\n\nMinutes of the meeting held on 4 June 2019"
    meeting = meeting_of(
        f"{heading}\n\n{dedent(attendance).strip()}\n\n1. Boats\n\nThey floated.\n\n2. Nets\n\nThey held."
    )
    return [(one.name, one.group) for one in meeting.attendance]


@pytest.mark.parametrize(("kind", "pattern", "example"), TITLES)
def test_every_kind_of_title_is_told_from_the_name(kind: str, pattern: str, example: str) -> None:
    title = read_title(example)
    assert title is not None, (kind, pattern)
    assert example[title.length :].endswith("Ash")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mr Ann Ash, Clerk ✓ to the Board", [("Mr Ann Ash", "Clerk to the Board")]),
        ("Mr Bo Birch, Clerk ✓ to the Board and Council", [("Mr Bo Birch", "Clerk to the Board and Council")]),
        ("Ann Ash (Chair) Bo Birch, Cy Cedar", [("Ann Ash", "Chair"), ("Bo Birch", None), ("Cy Cedar", None)]),
        ("Mrs. Ash Mrs. Birch, C. Cedar", [("Mrs. Ash", None), ("Mrs. Birch", None), ("C. Cedar", None)]),
        ("Ann Ash. Bo Birch. Cy Cedar (Treasurer)", [("Ann Ash", None), ("Bo Birch", None), ("Cy Cedar", "Treasurer")]),
        ("Councillors Ash, Birch (J), Birch (M)", [("Councillor Ash", None), ("Councillor Birch (J)", None), ("Councillor Birch (M)", None)]),  # noqa: E501
        ("President Ann Ash, Secretary Bo Birch", [("Ann Ash", "President"), ("Bo Birch", "Secretary")]),
        ("Clerk C Cedar, A Ash Tarrow District Council", [("C Cedar", "Clerk"), ("A Ash", "Tarrow District Council")]),
        ("Borough Councillor A Ash, County Cllr Bo Birch", [("A Ash", "Borough Councillor"), ("Bo Birch", "County Cllr")]),  # noqa: E501
        ("Ann Ash, the Port's Adviser, attended the meeting", [("Ann Ash", "the Port's Adviser")]),
        ("Bo Birch representing the Trust, Cy Cedar", [("Bo Birch", "representing the Trust"), ("Cy Cedar", None)]),
        ("Ann Ash (AA), Bo Birch (CTC), Peter Yew (PYe)", [("Ann Ash", None), ("Bo Birch", "CTC"), ("Peter Yew", None)]),  # noqa: E501
        ("A. Ash -- Chairman, Chief Supt. B. Birch", [("A. Ash", "Chairman"), ("Chief Supt. B. Birch", None)]),
        ("Supervisor Pine, Clerk Oak, Trustees Larch and Hazel", [("Pine", "Supervisor"), ("Oak", "Clerk"), ("Larch", "Trustees"), ("Hazel", None)]),  # noqa: E501
        ("Ash, Birch, Cedar", [("Ash", None), ("Birch", None), ("Cedar", None)]),
        ("Ann (chair), Bo, Cy Cedar, Dee", [("Ann", "chair"), ("Bo", None), ("Cy Cedar", None), ("Dee", None)]),
        ("Cynghorwyr Alun Prys (Maer), Mair Huws a Gwen Rhys", [("Cynghorydd Alun Prys", "Maer"), ("Cynghorydd Mair Huws", None), ("Cynghorydd Gwen Rhys", None)]),  # noqa: E501
        ("Cynghorydd Sir Dai Lloyd", [("Cynghorydd Sir Dai Lloyd", None)]),
        ("Cmhlr. Ó Broin agus Comhairleoir Ní Riain", [("Cmhlr. Ó Broin", None), ("Comhairleoir Ní Riain", None)]),
        ("P. Sharp together with T. Man - Borough Councillor and 3 members of the public", [("P. Sharp", None), ("T. Man", "Borough Councillor")]),  # noqa: E501
        ("Cllr A Ash, 10 Members of the public and 2 PCSO's", [("Cllr A Ash", None)]),
        ("Mr A Ash Norfolk County Councillor", [("Mr A Ash", "Norfolk County Councillor")]),
        ("Ash - arrived 7.40 pm; Birch - left 8 pm", [("Ash", "arrived 7.40 pm"), ("Birch", "left 8 pm")]),
        ("County Councillor Mrs P. Ash and Mr Birch", [("Mrs P. Ash", "County Councillor"), ("Mr Birch", None)]),
        ("Tom Fir, Harbour Officer & Adult Care", [("Tom Fir", "Harbour Officer & Adult Care")]),
        ("Tom Fir, Harbour Officer (until 6 pm), Adult Care", [("Tom Fir", "Harbour Officer")]),
        ("Tom Fir, Harbour Officer    Adult Care", [("Tom Fir", "Harbour Officer Adult Care")]),
        ("Mr A. Ash and co-opted Member Miss B. Birch", [("Mr A. Ash", None), ("Miss B. Birch", "co-opted Member")]),
        ("Cllr [red]Ash [Chair], Cllr [31mBirch[0m", [("Cllr [red]Ash", "Chair"), ("Cllr [31mBirch[0m", None)]),
        ("Councillors [@click=app.quit]Ash[/] and Birch", [("Councillor [@click=app.quit]Ash[/]", None), ("Councillor Birch", None)]),  # noqa: E501
    ],
)  # fmt: skip
def test_people_are_read_with_what_stands_beside_them(text: str, named: Named) -> None:
    assert people(text) == named


def test_one_word_behind_a_name_among_officers_is_nobody_else() -> None:
    assert people("Ann Ash, Ranger", posts=True) == [("Ann Ash", "Ranger")]
    assert people("Ann Ash, Verderer", posts=True) == [("Ann Ash", None)]


def test_posts_stand_before_those_who_hold_them_or_behind() -> None:
    behind = "Ann Lee, Director, Adult Care, Housing and Leisure, Bob Ray, Head of Audit"
    assert people(behind, posts=True) == [
        ("Ann Lee", "Director, Adult Care, Housing and Leisure"),
        ("Bob Ray", "Head of Audit"),
    ]
    before = "Head of Finance, Motor Tax and ICT (Mr. T. Oak), Deputy Chief Executive (Ms C. Fir)"
    assert people(before, posts=True) == [
        ("Mr. T. Oak", "Head of Finance, Motor Tax and ICT"),
        ("Ms C. Fir", "Deputy Chief Executive"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Matters Arising", "CONSENT CALENDAR", "None", "Apologies", "III. HARBOUR", "Written Questions", "the Chair"],
)
def test_titles_of_business_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_posts_and_bodies_and_remarks_are_told_from_names() -> None:
    assert all(map(is_post, ["Town Clerk", "Police Scotland", "SBC", "the Port's attorney", "Cathaoirleach"]))
    assert not any(map(is_post, ["Ann Ash", "A Armstrong", "Cy Cedar"]))
    assert is_remark("arrived at 7.10 pm")
    assert not is_remark("Ann Ash")


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("Present:", "Present"),
        ("1. Present: Ann Ash", "Present"),
        ("Apologies for absence received from Mr A White", "Apologies for absence received from"),
        ("Directors present Ann Ash, Bo Birch", "Directors present"),
        ("Apologies - Councillor M Ash", "Apologies"),
        ("Members of the Public - D Bell and P Bridge", "Members of the Public"),
        ("Sederunt: Ann Ash", "Sederunt"),
        ("Hefyd yn bresennol: Nia Wyn", "Hefyd yn bresennol"),
        ("Councillor Daniel Ash, Mayor", None),
        ("Ann Ash — Chair", None),
        ("Director, Support Services – Finance, ICT (Mr. S. Oak)", None),
        ("Papers presented to Councillors: a budget", None),
        ("Councillors Other Business: Ann Ash asked", None),
        ("Attendance details", None),
    ],
)
def test_a_label_over_people_is_told_from_names_and_titles(line: str, group: str | None) -> None:
    label = read_label(line, alone=True)
    assert (label.group if label else None) == group


def test_names_and_initials_in_columns_need_no_label() -> None:
    assert listed("Ann Ash (Chair)    AA    Bo Birch    BB\nCy Cedar    CC    Dee Dale    DD") == [
        ("Ann Ash", "Present"),
        ("Bo Birch", "Present"),
        ("Cy Cedar", "Present"),
        ("Dee Dale", "Present"),
    ]


def test_two_columns_are_read_across() -> None:
    columns = """
        PRESENT:    Councillor B Ash (Chairman)        Councillor Miss A Fir
                    Councillor J Elm        Councillor S Oak
        """
    assert [name for name, _ in listed(columns)] == [
        "Councillor B Ash",
        "Councillor Miss A Fir",
        "Councillor J Elm",
        "Councillor S Oak",
    ]


def test_a_list_flows_over_lines_between_which_nothing_stands() -> None:
    flowing = """
        Present
        Councillors William Ash, Michael Birch, Michael Cedar, David
        Dale, and Eddie Elm.
        """
    assert [name for name, _ in listed(flowing)][3:] == ["Councillor David Dale", "Councillor Eddie Elm"]


def test_any_words_head_people_inside_a_list() -> None:
    sectors = """
        Present:
        Council: Councillors Ash and Birch
        Gardaí: Chief Superintendent F. Fir, Superintendent G. Gorse
        Community: Mr. I. Ivy
        """
    assert listed(sectors) == [
        ("Councillor Ash", "Council"),
        ("Councillor Birch", "Council"),
        ("Chief Superintendent F. Fir", "Gardaí"),
        ("Superintendent G. Gorse", "Gardaí"),
        ("Mr. I. Ivy", "Community"),
    ]


def test_sectors_over_lists_are_no_items() -> None:
    meeting = meeting_of(
        """
        Harbour Policing Committee

        Minutes of the meeting held on 4 June 2019

        PRESENT:
        ELECTED MEMBERS:
        Councillor A. Ash, Cathaoirleach
        Cllr. B. Birch

        AN GARDA SÍOCHÁNA:
        Superintendent G. Gorse

        COUNCIL OFFICIALS:
        Mr. K. Kale, Director of Services

        Adoption of Minutes

        The minutes were adopted.

        Traffic

        A report was read.
        """
    )
    assert [(one.name, one.group) for one in meeting.attendance] == [
        ("Councillor A. Ash", "ELECTED MEMBERS"),
        ("Cllr. B. Birch", "ELECTED MEMBERS"),
        ("Superintendent G. Gorse", "AN GARDA SÍOCHÁNA"),
        ("Mr. K. Kale", "COUNCIL OFFICIALS"),
    ]
    assert [item.title for item in meeting.items] == ["Adoption of Minutes", "Traffic"]


def test_a_table_with_heads_gives_names_and_roles() -> None:
    table = "Present\nName | Category | Term\n--- | --- | ---\nAnn Ash | Parent | 2021\nBo Birch | Co-opted | 2020"
    assert [name for name, _ in listed(table)] == ["Ann Ash", "Bo Birch"]


def test_a_post_may_stand_on_the_line_below() -> None:
    meeting = meeting_of("Panel\n\n4 June 2019\n\nIn attendance:\nAnn Ash\nChairperson\nBo Birch\n\n1. Boats\n\nNone.")
    assert [(one.name, one.role) for one in meeting.attendance] == [("Ann Ash", "Chairperson"), ("Bo Birch", None)]
    assert meeting.chair == "Ann Ash"


def test_when_somebody_came_is_a_remark_on_them() -> None:
    late = "Present: Councillor Ann Ash, Councillor Bo Elm. Councillor Elm arrived at 7.10 pm."
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{late}\n\n1. Boats\n\nThey floated.")
    assert [(one.name, one.role) for one in meeting.attendance] == [
        ("Councillor Ann Ash", None),
        ("Councillor Bo Elm", "arrived at 7.10 pm"),
    ]


def test_titles_that_an_agenda_lists_are_nobody() -> None:
    agenda = "AGENDA\n\n1. Apologies for Absence\n2. Annual Return\n3. Pension Statement\n\nMINUTES"
    assert listed(f"{agenda}\n\nPresent:\nCouncillors Ash and Birch") == [
        ("Councillor Ash", "Present"),
        ("Councillor Birch", "Present"),
    ]


def test_a_label_needs_no_colon_and_no_blank_line_above_it() -> None:
    assert listed("Venue: the Mill\nPresent\n\nCouncillor Ann Ash   Chairman   P") == [
        ("Councillor Ann Ash", "Present")
    ]


def test_ticks_addresses_and_how_somebody_is_spoken_of_are_no_part_of_a_name() -> None:
    assert listed("""
        Attendees

        - [x] Ann Ash (@ash) she/her
        - [x] Bo Birch <bo@birch.example> - facilitator
        - ✅ Cy Cedar (they/them)

        Regrets

        - [ ] Di Elm (travelling)
        """) == [
        ("Ann Ash", "Attendees"),
        ("Bo Birch", "Attendees"),
        ("Cy Cedar", "Attendees"),
        ("Di Elm", "Regrets"),
    ]


def test_a_paragraph_of_a_list_tells_of_all_whom_its_sentences_name() -> None:
    assert [
        name
        for name, _ in listed("""
        Attendance

        The following (3 of 7) were present at the meeting: Ann Ash, Bo Birch and Cy Cedar. In attendance was Di Elm.
        """)
    ] == ["Ann Ash", "Bo Birch", "Cy Cedar", "Di Elm"]


def test_an_office_in_its_own_column_is_nobody() -> None:
    assert [
        name
        for name, _ in listed("""
        Present:      Reeve            Ann Ash
                      Div. 1           Bo Birch
        """)
    ] == ["Ann Ash", "Bo Birch"]


def test_one_forename_behind_a_label_is_somebody_and_a_word_for_nobody_is_not() -> None:
    assert listed("Attending: Ann, Bo\n\nApologies: Cy")[-1] == ("Cy", "Apologies")
    assert [name for name, _ in listed("Attending: Ann, Bo\n\nApologies: Accepted")] == ["Ann", "Bo"]


def test_those_who_are_called_as_in_a_chat_came_too() -> None:
    assert listed("Present\n\nmaja, oskar, jdw") == [("maja", "Present"), ("oskar", "Present"), ("jdw", "Present")]


def test_the_sentence_that_opens_minutes_tells_who_came() -> None:
    meeting = meeting_of(
        """
        Board of Education
        March 22, 2010

        The Board of Education met in regular session on Monday, March 22, 2010, at 7:00 p.m. in the high school library. The following members were present: Ann Ash, President; Bo Birch. Absent: Cy Cedar.

        1.0 Opening
        President Ash called the meeting to order.

        2.0 Reports
        None.
        """  # noqa: E501
    )
    assert [(one.name, one.group) for one in meeting.attendance] == [
        ("Ann Ash", "The following members were present"),
        ("Bo Birch", "The following members were present"),
        ("Cy Cedar", "Absent"),
    ]
    assert meeting.venue == "high school library"


def test_whoever_opened_with_a_prayer_did_not_take_the_chair() -> None:
    meeting = meeting_of(
        "Tide Board\n\n4 June 2019\n\nPresent: Members Ann Ash (Chair), Bo Birch\n\n"
        "1. Opening\n\nMr Birch opened the meeting with a karakia.\n\n2. Boats\n\nNone."
    )
    assert meeting.chair == "Ann Ash"


@pytest.mark.parametrize(
    ("attendance", "last"),
    [
        ("Cllrs. Present: A. Ash(Chairman), B. Birch, C. Cedar.", ("C. Cedar", "Cllrs. Present")),
        ("Present: Ash, Birch, Cedar\n\nAbsent: Elm (with notice).", ("Elm", "Absent")),
        ("In attendance: Ann, Bo, Cy, two guests", ("Cy", "In attendance")),
        ("Present: Ann Ash @ash (TSC)\n\n* Bo Birch @birch (observer)", ("Bo Birch", "Present")),
    ],
)
def test_a_list_in_the_shapes_of_clubs_and_townships_ends_with_somebody(attendance: str, last: tuple[str, str]) -> None:
    assert listed(attendance)[-1] == last


def test_whoever_was_excused_is_told_of() -> None:
    assert listed("Present: Commissioners Ann Ash, Bo Birch. Commissioner Al Elm was excused.")[-1][0] == "Al Elm"


def test_a_title_of_two_labels_stands_over_those_who_came() -> None:
    meeting = meeting_of(
        "Tarrow Shire\n\n4 June 2019\n\n1.0 OPENING\n\nAt 3 pm.\n\n2.0 RECORD OF ATTENDANCE / APOLOGIES\n\n"
        "Cr A Ash (President)\n\nCr B Birch\n\nApologies: Cr C Cedar\n\n3.0 ROADS\n\nNone."
    )
    assert [one.name for one in meeting.attendance] == ["Cr A Ash", "Cr B Birch", "Cr C Cedar"]


def test_a_president_who_is_named_behind_the_office_takes_the_chair() -> None:
    meeting = meeting_of(
        "Tarrow Society\n\n2 May 2018\n\nThe President, Dr Maud Elder, took the chair at 7.45 p.m.\n\n"
        "1. Apologies\n\nNone.\n\n2. Minutes\n\nRead."
    )
    assert meeting.chair == "Dr Maud Elder"
