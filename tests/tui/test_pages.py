"""Minutes set as lines."""

from collections.abc import Sequence

import pytest

from store.views.view_lines import (
    AttendanceLine,
    ClauseLine,
    InterestLine,
    ItemLine,
    ItemView,
    MeetingLine,
    MeetingView,
    ParagraphLine,
    ResolutionLine,
)
from tui.pages.minutes import STOPS, item_page, meeting_page
from tui.pages.page import PageLines

MEETING = MeetingLine("h/2023-03-02", "Eastmarsh Council", "Harbour Panel", "2023-03-02", "18:00", "draft", 1, 1, 0)


def clause(label: str | None, text: str, *points: str, complete: bool = True) -> ClauseLine:
    return ClauseLine(f"h/2023-03-02/4/r1/{label}", label, text, tuple(("-", point) for point in points), (), complete)


def item(*clauses: ClauseLine, paragraphs: Sequence[ParagraphLine] = (), complete: bool = True) -> ItemView:
    resolution = ResolutionLine("h/2023-03-02/4/r1", "RESOLVED:", "resolved", None, (), True, 50, 90, clauses)
    line = ItemLine("h/2023-03-02/4", "4", "The Slipway", "7", complete, (resolution,) if clauses else ())
    return ItemView(line, MEETING, tuple(paragraphs))


def text(page: PageLines) -> list[str]:
    return [line.plain.rstrip() for line in page.lines]


def test_a_resolution_stands_where_it_was_printed_and_once() -> None:
    view = item(
        clause("(i)", "That the slipway be mended."),
        clause("(iv)", "That the cost be reported to the next meeting of the panel."),
        paragraphs=[
            ParagraphLine("discussion", None, "Members saw the cracks.", 10, 40),
            ParagraphLine("resolution", None, "RESOLVED:", 50, 60),
            ParagraphLine("resolution", "(i)", "That the slipway be mended.", 61, 75),
            ParagraphLine("discussion", None, "The Chair gave thanks.", 100, 120),
        ],
    )
    assert text(item_page(view, 40)) == [
        "  4 The Slipway",
        "  Harbour Panel · 2 March 2023 · Ref 7",
        "",
        "  Members saw the cracks.",
        "",
        "│ RESOLVED:",
        "│ (i)  That the slipway be mended.",
        "│ (iv) That the cost be reported to the",
        "│      next meeting of the panel.",
        "",
        "  The Chair gave thanks.",
    ]


def test_the_clause_that_is_looked_at_has_a_heavy_bar() -> None:
    view = item(clause("(i)", "That it be mended."), clause("(ii)", "That it be painted.", "in blue"))
    assert text(item_page(view, 40, lit="h/2023-03-02/4/r1/(ii)"))[-3:] == [
        "│ (i)  That it be mended.",
        "┃ (ii) That it be painted.",
        "┃      - in blue",
    ]


def test_every_place_knows_its_lines() -> None:
    page = item_page(item(clause("(i)", "That it be mended.")), 40)
    first, end = page.places["h/2023-03-02/4/r1/(i)"]
    assert text(page)[first:end] == ["│ (i) That it be mended."]


def test_what_the_source_cuts_short_is_said_once_where_it_stops() -> None:
    assert text(item_page(item(complete=False), 40))[-1].strip() == STOPS
    cut = item(clause("(i)", "That the progress since", complete=False))
    assert [line for line in text(item_page(cut, 40)) if STOPS in line] == [f"│     {STOPS}"]


def test_words_marked_as_a_resolution_are_shown_even_where_none_was_made_of_them() -> None:
    view = item(paragraphs=[ParagraphLine("resolution", None, "It was agreed to wait.", 200, 230)])
    assert "  It was agreed to wait." in text(item_page(view, 40))


def test_running_heads_are_not_the_items_words() -> None:
    view = item(paragraphs=[ParagraphLine("furniture", None, "Harbour Panel - 02.03.23", 10, 20)])
    assert "Harbour Panel - 02.03.23" not in "\n".join(text(item_page(view, 40)))


@pytest.mark.parametrize("width", [0, 1, 5, 12, 200])
def test_a_page_can_be_set_for_any_width(width: int) -> None:
    page = item_page(item(clause("(i)", "That the slipway, the steps and the crane be mended.")), width)
    shown = "".join(text(page)).replace("│", "").replace(" ", "")
    assert "Thattheslipway,thestepsandthecranebemended." in shown


def test_a_meeting_tells_who_came_by_group_and_what_they_declared() -> None:
    view = MeetingView(
        line=MEETING,
        end="19:30",
        venue="The Guildhall",
        chair="Councillor Ashdown",
        next_meeting="2023-05-04",
        documents=("harbour.txt",),
        attendance=(
            AttendanceLine("Councillor Ashdown", "Chair", "Present"),
            AttendanceLine("Councillor Pike", None, "Present"),
            AttendanceLine("Councillor Reed", None, "Apologies"),
        ),
        interests=(InterestLine("Councillor Pike", "personal", "item 4, as a boat owner", "remained"),),
        notes=(),
        items=(),
    )
    assert text(meeting_page(view, 60)) == [
        "  Harbour Panel",
        "  Eastmarsh Council · 2 March 2023 · 18:00 to 19:30",
        "  The Guildhall",
        "  Chair: Councillor Ashdown · Draft minutes",
        "",
        "  Present",
        "    Councillor Ashdown, Chair",
        "    Councillor Pike",
        "",
        "  Apologies",
        "    Councillor Reed",
        "",
        "  Interests declared",
        "    Councillor Pike, personal interest: item 4, as a boat",
        "    owner; remained",
        "",
        "  Next meeting",
        "    4 May 2023",
        "",
        "  Document",
        "    harbour.txt",
    ]
