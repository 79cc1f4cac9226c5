"""What others add while the app is open: said without taking the keys, and shown when R asks for it."""

import shutil
from pathlib import Path

from store.database.watch import Change, StoreChange
from store.ingest.importer import import_paths
from tests.tui.opened import Opened, opened
from tui.reader.watching import remark


async def look(app: Opened) -> None:
    """Look as the app does every two seconds."""
    app.reader.watching._look()
    await app.settle()


def add(store: Path, *documents: Path) -> None:
    for _ in import_paths(store, documents):
        pass


async def test_new_meetings_are_counted_in_the_status_line_and_shown_by_r(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    add(store, *(fixtures / "minutes").glob("brackwater-*.txt"))
    async with opened(store) as app:
        await app.press("j")
        place, rows = app.reader.place, len(app.reader.panes.meetings.rows)
        add(store, fixtures / "minutes" / "wendleham-parish-2024-09-09.txt")
        await look(app)
        assert app.lines[-1].endswith("1 new meeting: R shows them")
        assert len(app.reader.panes.meetings.rows) == rows
        await app.press("R")
        assert len(app.reader.panes.meetings.rows) == rows + 1
        assert app.reader.place == place
        assert app.reader.panes.meetings.current is not None
        assert app.reader.panes.meetings.current.permalink == place
        assert app.said == "1 new meeting in the lists now."
        await app.press("/")
        await app.type("neighbourhood plan wendleham")
        assert app.reader.panes.resolutions.answers.hits[0].permalink.startswith("wendleham/")


async def test_a_look_that_comes_while_new_meetings_are_being_shown_does_not_stop_that(
    tmp_path: Path, fixtures: Path
) -> None:
    store = tmp_path / "minutes.db"
    add(store, *(fixtures / "minutes").glob("brackwater-*.txt"))
    async with opened(store) as app:
        rows = len(app.reader.panes.meetings.rows)
        add(store, fixtures / "minutes" / "wendleham-parish-2024-09-09.txt")
        app.reader.watching.show_new()
        await look(app)
        assert len(app.reader.panes.meetings.rows) == rows + 1
        assert not app.lines[-1].endswith("R shows them")


async def test_where_nothing_is_new_r_says_so(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("R")
        assert app.said == "There is nothing new in the store."


async def test_minutes_that_come_into_an_empty_store_take_the_place_of_the_welcome(
    tmp_path: Path, fixtures: Path
) -> None:
    store = tmp_path / "minutes.db"
    async with opened(store) as app:
        add(store, *(fixtures / "minutes").glob("brackwater-*.txt"))
        await look(app)
        assert "4 new meetings: R shows them" in app.lines[-1]
        await app.press("R")
        assert app.app.screen is app.reader
        assert app.reader.place is not None


async def test_a_store_that_vanishes_is_told_and_what_was_read_stays(tmp_path: Path, sample: Path) -> None:
    store = tmp_path / "minutes.db"
    shutil.copy(sample, store)
    async with opened(store) as app:
        store.rename(tmp_path / "elsewhere.db")
        await look(app)
        assert app.lines[-1].endswith("the store’s file is gone")
        before = app.reader.place
        await app.press("j")
        assert app.reader.place != before


async def test_a_store_that_is_replaced_is_opened_by_r(tmp_path: Path, fixtures: Path) -> None:
    store, other = tmp_path / "minutes.db", tmp_path / "other.db"
    add(store, *(fixtures / "minutes").glob("brackwater-*.txt"))
    add(other, fixtures / "minutes" / "wendleham-parish-2024-09-09.txt")
    async with opened(store) as app:
        other.rename(store)
        await look(app)
        assert app.lines[-1].endswith("the store is another one: R opens it")
        await app.press("R")
        assert [row.permalink for row in app.reader.panes.meetings.rows if row] == ["wendleham/wpc/2024-09-09"]
        assert app.reader.place == "wendleham/wpc/2024-09-09"


def test_every_change_has_its_words() -> None:
    assert all(remark(StoreChange(change, 2), "R") for change in Change)
