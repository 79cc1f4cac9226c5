"""A meeting at a glance."""

from pathlib import Path

import pytest

from store.citation.record import Confirmation
from store.views.view_lines import AttendanceLine, InterestLine, MeetingView
from tests.tui.opened import SMALL, USUAL, WIDE, opened
from tests.tui.test_pages import MEETING, clause, item, text
from tui.glance.screen import glance_page
from tui.ports import Pane

PLANNING = "brackwater/planning-committee/2024-02-07"


def view(*, attendance: tuple[AttendanceLine, ...] = ()) -> MeetingView:
    interests = (InterestLine("Councillor Pike", "personal", "item 4, as a boat owner", "remained"),)
    items = (item(clause("(i)", "That it be mended."), complete=False).line,)
    return MeetingView(MEETING, "19:30", None, None, "2023-05-04", (), attendance, interests, (), items)


def test_it_says_who_came_what_they_declared_what_was_decided_and_what_is_missing() -> None:
    came = (
        AttendanceLine("Councillor Ashdown", "Chair", "Present"),
        AttendanceLine("Councillor Pike", None, "Present"),
        AttendanceLine("Ms Lamb", "Clerk", "In attendance"),
        AttendanceLine("Councillor Reed", None, "Apologies"),
    )
    confirmation = Confirmation("h/2023-05-04/3", "2023-05-04", "3")
    page = glance_page(view(attendance=came), confirmation, 60)
    assert text(page) == [
        "  Harbour Panel",
        "  Eastmarsh Council · 2 March 2023 · 18:00 to 19:30",
        "  Draft minutes, confirmed on 4 May 2023, item 3",
        "",
        "  Who came",
        "  Present: Councillor Ashdown (Chair), Councillor Pike",
        "  In attendance: Ms Lamb (Clerk)",
        "",
        "  Apologies",
        "  Councillor Reed",
        "",
        "  Interests declared",
        "  Councillor Pike, personal interest: item 4, as a boat",
        "  owner; remained",
        "",
        "  Decided (1)",
        "  4       resolved · The Slipway",
        "",
        "  Incomplete in the source",
        "  4       The Slipway",
        "",
        "  Next meeting",
        "  4 May 2023",
    ]
    assert set(page.places) == {"h/2023-05-04/3", "h/2023-03-02/4/r1"}


def test_minutes_that_nothing_confirms_say_so() -> None:
    assert "  Draft minutes; no later meeting in the store confirms them" in text(glance_page(view(), None, 80))


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_from_a_decision_enter_goes_to_its_words_and_back(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to(f"{PLANNING}/1")
        await app.settle()
        await app.press("i")
        assert "Draft minutes, confirmed on 6 March 2024, item 3" in " ".join(app.text.split())
        await app.press("j", "j", "enter")
        assert app.reader.place == f"{PLANNING}/5/r1"
        assert app.in_use(Pane.READING)
        await app.press("backspace")
        assert app.reader.place == f"{PLANNING}/1"


async def test_what_confirmed_the_minutes_can_be_gone_to(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await app.press("i", "enter")
        assert app.reader.place == "brackwater/planning-committee/2024-03-06/3"


async def test_every_line_of_it_can_be_scrolled_to(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await app.press("i", *["j"] * 14)
        assert "Next meeting" in app.text
        await app.press("g")
        assert "Planning Committee" in app.text
