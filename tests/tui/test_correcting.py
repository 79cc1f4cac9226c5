"""Putting a reading right in the reader: the source, and beside it the outline that changes at once."""

from contextlib import closing
from pathlib import Path

import pytest

from store.corrections.correction import Correction
from store.database.connect import open_for_reading, writing
from store.ingest.read_minutes import minutes_in
from store.ingest.storing import store_document
from store.userdata.userdata import UserData
from tests.store.parse.by_hand.test_by_hand import DOCUMENT, MINUTES, PAINTED
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.correcting.screen import CorrectingScreen

MEETING = "larkmoor/lpc/2025-06-03"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        store_document(db, "larkmoor.txt", DOCUMENT, minutes_in(DOCUMENT))
    return path


def correcting(app: Opened) -> CorrectingScreen:
    screen = app.app.screen
    assert isinstance(screen, CorrectingScreen)
    return screen


def kept(desk: Path) -> list[Correction]:
    with closing(UserData(desk)) as opened_desk:
        return [one.correction for one in opened_desk.corrections.all()]


def titles(store: Path) -> list[str]:
    with closing(open_for_reading(store)) as asked:
        return [title for (title,) in asked.execute("SELECT title FROM agenda_item ORDER BY position")]


async def begin(app: Opened, place: str = f"{MEETING}/42-25") -> CorrectingScreen:
    """Put right what was read of a place."""
    app.reader.go_to(place)
    await app.settle()
    await app.press("3", "W")
    return correcting(app)


def mean(app: Opened, words: str) -> None:
    """Mean these words of the source."""
    screen, start = correcting(app), MINUTES.index(words)
    screen.source.mean(type(screen.source.span)(start, start + len(words)))


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_outline_stands_beside_the_source_and_follows_it(store: Path, size: tuple[int, int]) -> None:
    async with opened(store, size) as app:
        screen = await begin(app)
        assert MINUTES[screen.source.span.start : screen.source.span.end] == "42/25 Duck Pond"
        assert screen.outline.current is not None
        assert screen.outline.current.text == "Duck Pond"
        await app.press("j", "j", "j")
        assert screen.outline.current.text.startswith("That the price")
        await app.press("tab", "home")
        assert MINUTES[screen.source.span.start :].startswith("41/25 Apologies")


async def test_a_line_becomes_an_item_and_it_is_told_kept_and_in_the_store(store: Path, desk: Path) -> None:
    async with opened(store, USUAL, desk=desk) as app:
        screen = await begin(app)
        mean(app, "Swings and Slides")
        await app.press("i")
        assert [item.title for item in screen.of.meeting.items][2] == "Swings and Slides"
        assert app.said == "1 item more."
        assert titles(store)[2] == "Swings and Slides"
        assert [one.words for one in kept(desk)] == ["Swings and Slides"]
        await app.press("u")
        assert app.said == "1 item less."
        assert len(titles(store)) == 3
        assert kept(desk) == []
        await app.press("u")
        assert app.said == "There is nothing to take back."


async def test_what_was_put_right_is_read_in_the_reader_afterwards(store: Path) -> None:
    async with opened(store, USUAL) as app:
        await begin(app)
        await app.press("x", "escape")
        assert app.app.screen is app.reader
        assert app.said.startswith("1 item less; 1 decision moved to item 41/25")
        assert app.reader.meeting is not None
        assert len(app.reader.meeting.items) == 2


async def test_words_of_a_sentence_are_a_decision_and_then_none(store: Path) -> None:
    async with opened(store, USUAL) as app:
        screen = await begin(app)
        mean(app, PAINTED)
        await app.press("d")
        assert app.said == "1 decision more."
        assert [one.clauses[0].text for one in screen.of.meeting.items[1].resolutions][1] == PAINTED
        await app.press("L")
        assert screen.of.meeting.items[1].resolutions[1].result == "lost"
        await app.press("x")
        assert len(screen.of.meeting.items[1].resolutions) == 1


async def test_words_are_taken_in_and_left_out_one_by_one_and_lines_together(store: Path) -> None:
    async with opened(store, USUAL) as app:
        screen = await begin(app)
        await app.press("right")
        assert MINUTES[screen.source.span.start : screen.source.span.end] == "Duck Pond"
        await app.press("[")
        assert MINUTES[screen.source.span.start : screen.source.span.end] == "Duck"
        await app.press("]", "left")
        assert MINUTES[screen.source.span.start : screen.source.span.end] == "42/25 Duck Pond"
        await app.press("v", "j")
        assert MINUTES[screen.source.span.start : screen.source.span.end].endswith("the lowest of which was")


async def test_a_heading_has_the_number_and_title_that_are_typed(store: Path) -> None:
    async with opened(store, USUAL) as app:
        screen = await begin(app)
        mean(app, "1. The hinges are broken.")
        await app.press("I", "ctrl+u")
        await app.type("1 | The geese")
        await app.press("enter")
        assert "does not stand there" in app.text
        await app.press("ctrl+u")
        await app.type("1 | The hinges are broken")
        await app.press("enter")
        assert [(item.number, item.title) for item in screen.of.meeting.items][-1] == ("1", "The hinges are broken")


async def test_the_meeting_is_what_is_typed_of_it(store: Path) -> None:
    async with opened(store, USUAL) as app:
        screen = await begin(app)
        await app.press("w")
        await app.type("day soon")
        await app.press("enter")
        assert "a day such as" in app.text
        await app.press("ctrl+u")
        await app.type("day 2025-06-04")
        await app.press("enter")
        assert app.said == "The day is 2025-06-04."
        assert str(screen.of.meeting.date) == "2025-06-04"
        await app.press("escape")
        assert app.reader.meeting is not None
        assert app.reader.meeting.line.permalink == "larkmoor/lpc/2025-06-04"


async def test_what_would_leave_no_minutes_is_taken_back(store: Path, desk: Path) -> None:
    async with opened(store, USUAL, desk=desk) as app:
        screen = await begin(app)
        mean(app, MINUTES.strip())
        await app.press("f")
        assert "no minutes found in it" in app.said
        assert len(screen.of.meeting.items) == 3
        assert kept(desk) == []


async def test_a_line_is_meant_by_a_click_and_a_decision_by_one_on_the_outline(store: Path) -> None:
    async with opened(store, USUAL) as app:
        screen = await begin(app, MEETING)
        await app.pilot.click(type(screen.source), offset=(20, 1))
        await app.settle()
        assert MINUTES[screen.source.span.start : screen.source.span.end] == "Larkmoor Parish Council"
        await app.pilot.click(type(screen.outline), offset=(6, 2))
        await app.settle()
        assert MINUTES[screen.source.span.start :].startswith("42/25 Duck Pond")


async def test_from_the_evidence_and_from_a_doubt_there_is_a_way(store: Path) -> None:
    with writing(store) as db:
        db.execute("DELETE FROM doubt")
    async with opened(store, USUAL) as app:
        app.reader.go_to(f"{MEETING}/43-25")
        await app.settle()
        await app.press("3", "e", "W")
        screen = correcting(app)
        assert MINUTES[screen.source.span.start :].startswith("43/25 Notice Board")
        await app.press("n")
        assert app.said == "There is no doubt further on."
