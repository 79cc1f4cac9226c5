"""Where you were is where you come back."""

import json
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.userdata.userdata import UserData
from tests.tui.opened import Opened, opened
from tests.tui.terminal_session import TerminalSession
from tui.ports import Pane
from tui.session.library import StoreLibrary

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def leave(app: Opened) -> None:
    """Leave as the person does, and wait until what is kept is kept."""
    app.app.exit()
    await app.pilot.pause()


def kept(desk: Path, store: Path) -> dict[str, object]:
    return UserData(desk).last_places.last(store)


async def test_place_pane_query_theme_order_and_sizes_are_as_they_were_left(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        app.reader.panes.resolutions.box.put("flood")
        await app.settle()
        app.reader.listing.next_order()
        await app.settle()
        await app.run("reading", "colours")
        app.reader.panes.sizes.grow(Pane.MEETINGS, 3, upright=True)
        theme, sizes = app.app.theme, app.reader.panes.sizes.now
        await leave(app)
    async with opened(sample, desk=desk) as app:
        assert app.reader.place == CLAUSE
        assert app.in_use(Pane.READING)
        assert app.reader.panes.resolutions.box.value == "flood"
        assert app.reader.panes.resolutions.asked == "flood"
        assert app.app.theme == theme
        assert app.reader.listing.chosen.order.value == "oldest first"
        assert app.reader.panes.sizes.now == sizes
        assert app.reader.panes.meetings.current is not None
        assert app.reader.panes.meetings.current.permalink == PLANNING
        assert app.said == ""


async def test_a_filter_of_the_meetings_is_as_it_was_left(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.listing.filter("committee:planning")
        await app.settle()
        few = len(app.reader.panes.meetings.rows)
        await leave(app)
    async with opened(sample, desk=desk) as app:
        assert app.reader.listing.chosen.query == "committee:planning"
        assert len(app.reader.panes.meetings.rows) == few


async def test_a_place_that_is_gone_opens_on_its_meeting_or_on_the_newest_and_says_so(sample: Path, desk: Path) -> None:
    UserData(desk).last_places.keep(sample, {"place": f"{PLANNING}/99", "pane": 2}, NOW)
    async with opened(sample, desk=desk) as app:
        assert app.reader.place == PLANNING
        assert app.said == f"{PLANNING}/99, where you were, is not in this store any more; this is its meeting."
    UserData(desk).last_places.keep(sample, {"place": "elsewhere/planning/2020-01-01/4"}, NOW)
    async with opened(sample, desk=desk) as app:
        newest = app.reader.panes.meetings.rows[0]
        assert newest is not None
        assert app.reader.place == newest.permalink
        assert app.said.endswith("is not in this store any more; this is the newest meeting.")


@pytest.mark.parametrize(
    "odd",
    [
        {"place": 3, "pane": 9, "query": None, "theme": "dark", "sizes": [], "meetings": {"order": 1}},
        {"place": "odd", "pane": "2", "theme": {"first": 1}, "items": {"query": 2, "order": "X"}, "more": {}},
        {"place": None, "theme": {"first": "minutes-dark", "now": "gone"}, "sizes": {"left": "wide", "up": 2}},
    ],
)
async def test_what_means_nothing_is_passed_over(sample: Path, desk: Path, odd: dict[str, object]) -> None:
    UserData(desk).last_places.keep(sample, odd, NOW)
    async with opened(sample, desk=desk) as app:
        newest = app.reader.panes.meetings.rows[0]
        assert newest is not None
        assert app.reader.place == newest.permalink
        assert app.in_use(Pane.MEETINGS)


async def test_a_place_is_kept_while_the_app_runs_too(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        app.reader.remembering.keep()
        await app.reader.marking._kept.history()  # asked behind it
        assert kept(desk, sample)["place"] == CLAUSE


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_place_is_kept_when_a_signal_ends_the_app(sample: Path, desk: Path, how: signal.Signals) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Wendleham")
        session.read_for(0.5)
        session.press("}")
        session.press("2")
        assert session.end(how) == 128 + how
    assert (kept(desk, sample)["place"], kept(desk, sample)["pane"]) == ("wendleham/wpc/2024-07-08", 2)


async def test_another_store_has_a_place_of_its_own(sample: Path, desk: Path, tmp_path: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await leave(app)
    assert kept(desk, tmp_path / "other.db") == {}


async def test_of_a_store_that_goes_nothing_is_remembered(sample: Path, desk: Path) -> None:
    async with opened(StoreLibrary(sample, desk, passing=True)) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await leave(app)
    assert not desk.exists() or kept(desk, sample) == {}


async def test_fresh_begins_with_the_newest_meeting_and_keeps_the_place_all_the_same(sample: Path, desk: Path) -> None:
    UserData(desk).last_places.keep(sample, {"place": CLAUSE, "pane": 3, "query": "flood"}, NOW)
    async with opened(sample, desk=desk, fresh=True) as app:
        newest = app.reader.panes.meetings.rows[0]
        assert newest is not None
        assert app.reader.place == newest.permalink
        assert app.reader.panes.resolutions.box.value == ""
        await leave(app)
    assert kept(desk, sample)["place"] == newest.permalink


async def test_a_desk_that_cannot_be_read_keeps_nobody_from_the_minutes(sample: Path, desk: Path) -> None:
    desk.write_text("a shopping list, and no desk at all" * 100)
    async with opened(sample, desk=desk) as app:
        assert app.reader.place
        assert "is not a desk" in app.said


def test_what_is_kept_is_small_and_plain(sample: Path, desk: Path) -> None:
    UserData(desk).last_places.keep(sample, {"place": CLAUSE, "pane": 3}, NOW)
    with closing(sqlite3.connect(desk)) as inside:
        ((value,),) = inside.execute("SELECT remembered FROM last_place").fetchall()
    assert json.loads(value) == {"place": CLAUSE, "pane": 3, "version": 1}
