"""Minutes set as a table, a row an item, in the formats that have tables and in bars."""

import pytest

from store.model import Form, Kind, Meeting
from store.parse.meeting import parse_meeting
from store.parse.page.rows import HEADS, Column, head_of
from store.readers.reader import document_from_bytes

TABLE = """
Harbour Board – Thursday 2 March 2023

| {} | Discussion | Decision | Action |
|---|---|---|---|
| {}Crane | It is old. | To sell the crane in May. | JT |
| {}Shed | Two quotes were had. | Not yet. | Clerk |
| {}Rope | It was agreed that the rope be mended. | | |
"""


def read(name: str, source: str) -> Meeting:
    return parse_meeting(document_from_bytes(name, source.encode()))


@pytest.mark.parametrize("name", ["minutes.md", "minutes.txt"])
@pytest.mark.parametrize(
    ("first", "labels"),
    [("Item", ("", "", "")), ("No. | Item", ("1 | ", "2 | ", "3 | ")), ("Item", ("1. ", "2. ", "3. "))],
)
def test_a_row_is_an_item_and_its_column_of_decisions_decides(
    name: str, first: str, labels: tuple[str, str, str]
) -> None:
    table = TABLE.format(first, *labels)
    meeting = read(name, table.replace("|---|", "|---|---|", 1) if "|" in first else table)
    numbers = ["1", "2", "3"] if labels[0] else [None] * 3
    assert [(item.number, item.title) for item in meeting.items] == list(
        zip(numbers, ["Crane", "Shed", "Rope"], strict=True)
    )
    crane, shed, rope = meeting.items
    assert [(one.form, one.marker, one.clauses[0].text) for one in crane.resolutions] == [
        (Form.FORMAL, None, "To sell the crane in May.")
    ]
    assert not shed.resolutions
    assert [(one.form, one.clauses[0].text) for one in rope.resolutions] == [(Form.PROSE, "that the rope be mended.")]
    assert not meeting.unread


def test_the_columns_heads_are_no_words_of_the_meeting() -> None:
    meeting = read("minutes.md", TABLE.format("Item", "", "", ""))
    (head,) = [one for one in meeting.paragraphs if one.kind is Kind.FURNITURE]
    assert head.text == "Item Discussion Decision Action"


@pytest.mark.parametrize(
    "head", ["| Name | Ward | Vote |", "| Item | Cost | Budget |", "| Discussion | Decision | Action |"]
)
def test_a_table_of_other_things_holds_no_items(head: str) -> None:
    meeting = read("minutes.md", f"1. Crane\n\n{head}\n|---|---|---|\n| Ash | North | For |\n| Elm | South | For |\n")
    assert [item.title for item in meeting.items] == ["Crane"]


def test_a_table_within_minutes_holds_no_items() -> None:
    talk = "\n\n".join(
        f"{at}. Crane {at}\n\nIt was told at length what the harbour master had found." for at in range(1, 9)
    )
    meeting = read("minutes.md", f"{TABLE.format('Item', '', '', '')}\n{talk}")
    assert "Shed" not in [item.title for item in meeting.items]


@pytest.mark.parametrize(("column", "example"), [(column, example) for column, _, example in HEADS])
def test_every_head_is_known_by_its_example(column: Column, example: str) -> None:
    assert head_of(example) is column
