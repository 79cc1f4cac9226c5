"""The numbers of items in every form that minutes print them."""

import pytest

from tests.store.parse.reading import meeting_of

TITLES = ("Boats", "Nets", "The Quay")


def numbered(*headings: str) -> list[tuple[str | None, str]]:
    """The items of a meeting with `headings`, each over a sentence."""
    body = "\n\n".join(f"{heading}\n\nThe members talked of it for a while." for heading in headings)
    return [(one.number, one.title) for one in meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{body}").items]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("{}. {}", ("1", "2", "3")),
        ("{} {}", ("12", "13", "14")),
        ("{}          {}", ("52", "53", "54")),
        ("{}        {} -", ("44", "45", "46")),
        ("{}  {}", ("77/21", "78/21", "79/21")),
        ("{}     {}", ("1/16", "2/16", "3/16")),
        ("{} {}", ("FC1/22", "FC2/22", "FC3/22")),
        ("{} {}", ("C442/20", "C443/20", "C444/20")),
        ("{}: {}", ("E106/23", "E107/23", "E108/23")),
        ("{} {}", ("Cou/285/07-08", "Cou/286/07-08", "Cou/287/07-08")),
        ("{} {}", ("BM 18/2021", "BM 19/2021", "BM 20/2021")),
        ("{} {}", ("21.44", "21.45", "21.46")),
        ("{} {}", ("19.09.03", "19.09.04", "19.09.05")),
        ("{} {}", ("41/19", "41a/19", "42/19")),
        ("{} {}", ("14365", "14366", "14367")),
        ("{} {}", ("C1718", "C1719", "C1720")),
        ("{} {}", ("(26)", "(27)", "(28)")),
        ("{}\n\n{}", ("(26)", "(27)", "(28)")),
        ("{}\n\n{}", ("F/229/24", "F/230/24", "F/231/24")),
        ("{}\n\n(Agenda Item No 4)\n\n{}", ("F/229/24", "F/230/24", "F/231/24")),
        ("{}.\n\n{}", ("1", "2", "3")),
        ("Item {}: {}", ("1", "2", "3")),
        ("Item {}:\n\n{}", ("1", "2", "3")),
        ("{} {}", ("4", "4a", "4b")),
        ("{} {}", ("5", "5.1", "5.2")),
        ("{} {}", ("7", "7.1", "7.1.1")),
        ("{}. {}", ("334", "335", "336")),
        ("COFNOD {} {}", ("1536.2017", "1537.2017", "1538.2017")),
        ("{}  {}", ("(a)", "(b)", "(c)")),
    ],
)
def test_a_number_is_read_as_printed(form: str, numbers: tuple[str, str, str]) -> None:
    read = numbered(*(form.format(number, title) for number, title in zip(numbers, TITLES, strict=True)))
    assert read == list(zip(numbers, TITLES, strict=True))


@pytest.mark.parametrize("form", ["{}    {}", "{} {}"])
def test_a_number_may_stand_behind_the_title(form: str) -> None:
    numbers = ("PLA146/14", "PLA147/14", "PLA148/14")
    read = numbered(*(form.format(title, number) for number, title in zip(numbers, TITLES, strict=True)))
    assert read == list(zip(numbers, TITLES, strict=True))


@pytest.mark.parametrize(
    ("line", "title", "reference"),
    [
        ("1772. Boats (Agenda item 1)", "Boats", "1"),
        ("1772. Boats (for information only)", "Boats", None),
        ("1772. Boats: (For information only)", "Boats", None),
        ("1772. Boats pdf icon PDF 140 KB", "Boats", None),
        ("1772. Boats PDF 409 KB", "Boats", None),
        ("1772. Boats * Share this item", "Boats", None),
        ("1772. Boats (5pm)", "Boats", None),
        ("1772. BOATS.", "BOATS", None),
    ],
)
def test_what_stands_beside_a_title_is_no_part_of_it(line: str, title: str, reference: str | None) -> None:
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{line}\n\nThey floated.")
    assert [(one.number, one.title, one.reference) for one in meeting.items] == [("1772", title, reference)]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("3. Minutes: The minutes were agreed.", "Minutes", "The minutes were agreed."),
        ("3. Apologies for absence. Apologies were received from Mr Ash.", "Apologies for absence", "Apologies were received from Mr Ash."),  # noqa: E501
        ("3. Apologies: G. Ash and G. Elm.", "Apologies", "G. Ash and G. Elm."),
        ("3. Declarations of interest: None", "Declarations of interest", "None"),
        ("3. Matters arising from the last meeting No matters were raised.", "Matters arising from the last meeting", "No matters were raised."),  # noqa: E501
    ],
)  # fmt: skip
def test_the_text_of_an_item_may_begin_on_its_titles_line(line: str, title: str, text: str) -> None:
    (item,) = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{line}").items
    assert (item.title, [one.text for one in item.paragraphs[1:]]) == (title, [text])


@pytest.mark.parametrize(
    "title",
    [
        "Harbour Plan: Results of the Survey",
        "Local Plan (LP). Consultation by the County",
        "16/00501/OM Outline: forty boats",
    ],
)
def test_a_title_of_two_parts_is_one_title(title: str) -> None:
    assert numbered(f"7/16 {title}") == [("7/16", title)]


def test_items_taken_out_of_their_order_stay_in_the_order_of_the_minutes() -> None:
    headings = ("2. Boats", "1. Nets", "3. The Quay", "6. Gulls", "4. Ropes", "5. Tides", "7. Buoys")
    assert [number for number, _ in numbered(*headings)] == ["2", "1", "3", "6", "4", "5", "7"]


def test_an_item_taken_up_again_is_there_twice() -> None:
    assert [number for number, _ in numbered("1. Boats", "2. Nets", "3. The Quay", "2. Nets")] == ["1", "2", "3", "2"]


def test_a_misprinted_number_is_kept_as_printed() -> None:
    assert [number for number, _ in numbered("25/16 Boats", "26/6 Nets", "27/16 The Quay")] == [
        "25/16",
        "26/6",
        "27/16",
    ]


def test_the_items_are_where_they_are_minuted_and_not_where_they_are_listed() -> None:
    listed = "Agenda\n\n1. Boats\n2. Nets\n3. The Quay\n\n"
    minuted = "1. Boats\n\nThey floated.\n\n2. Nets\n\nThey held.\n\n3. The Quay\n\nIt stood."
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{listed}{minuted}")
    assert [[one.text for one in item.paragraphs[1:]] for item in meeting.items] == [
        ["They floated."],
        ["They held."],
        ["It stood."],
    ]


def test_items_without_numbers_are_known_by_their_capitals() -> None:
    assert numbered("APOLOGIES", "THE QUAY", "DATE OF NEXT MEETING") == [
        (None, "APOLOGIES"),
        (None, "THE QUAY"),
        (None, "DATE OF NEXT MEETING"),
    ]


def test_page_numbers_alone_on_their_lines_are_no_items() -> None:
    page = "The members went on talking of boats for all of the evening, and nothing was\n\n{}\n\nagreed but that.\n\n"
    meeting = meeting_of(
        "Harbour Panel\n\n4 June 2019\n\nC1/19 Boats\n\n" + "".join(page.format(n) for n in (1, 2, 3, 4))
    )
    assert [item.number for item in meeting.items] == ["C1/19"]
    assert [one.text for one in meeting.paragraphs if one.text.isdigit()] == ["1", "2", "3", "4"]


def test_a_planning_reference_is_no_number_of_an_item() -> None:
    assert numbered("19. Applications") == [("19", "Applications")]
    meeting = meeting_of(
        "Harbour Panel\n\n4 June 2019\n\n19. Applications\n\n19/01131/FUL Quay\n\nRefused.\n\n20. Nets\n\nThey held"
    )
    assert [item.number for item in meeting.items] == ["19", "20"]
