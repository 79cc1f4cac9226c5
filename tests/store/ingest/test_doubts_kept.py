"""What may have been read wrongly is kept with the meeting, sealed, replaced by a better text, and read again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.check import StorePart, check_store
from store.database.connect import open_as_it_is, open_for_reading, writing
from store.database.migrations import missing_migrations
from store.ingest.events import Added, Completed
from store.ingest.importer import import_paths
from store.ingest.rebuild import rebuild
from store.model import Doubt, Span
from tests.store.building import item, meeting, put, resolution
from tests.store.doubted import AT, DOUBTS, MENDING, TEXT, doubted_meeting, doubted_store
from tests.store.older_stores import make_older

BETTER = meeting(
    item("5", "Roofs", resolution("That they be mended.", "That the mast be taken down."), said=f"{MENDING.text} " * 9),
    item("7", "Doors", resolution("That the doors be painted.", "That the hinges be oiled.")),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return doubted_store(tmp_path / "minutes.db")


@pytest.fixture
def store(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(path)) as opened:
        yield opened


def faults(path: Path) -> list[str]:
    with closing(open_as_it_is(path)) as store:
        return [fault.words for _, found in check_store(store) for fault in found or ()]


def doubts(path: Path) -> list[tuple[str, str]]:
    with closing(open_for_reading(path)) as store:
        return store.execute("SELECT kind, why FROM doubt ORDER BY meeting_id, position").fetchall()


def test_each_doubt_is_kept_in_its_order_with_the_item_that_it_lies_in(store: sqlite3.Connection) -> None:
    kept = store.execute(
        "SELECT why || '|' || ifnull(number, '-') FROM doubt LEFT JOIN agenda_item ON agenda_item.id = item_id"
        " ORDER BY doubt.position"
    ).fetchall()
    numbers = ("-", "5", "5", "7")
    assert [said for (said,) in kept] == [
        f"{doubt.why}|{number}" for doubt, number in zip(DOUBTS, numbers, strict=True)
    ]
    spans = store.execute("SELECT start, end FROM doubt ORDER BY position").fetchall()
    assert [Span(*span) for span in spans] == [doubt.span for doubt in DOUBTS]


def test_a_store_with_doubts_is_whole(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    "change",
    ["UPDATE doubt SET why = 'none' WHERE position = 2", "DELETE FROM doubt WHERE position = 4"],
)
def test_a_doubt_that_changed_is_seen(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.execute(change)
        store.commit()
    assert f"{AT} has changed since it was stored" in faults(path)


def test_an_event_tells_how_many_there_are(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        added = put(db, doubted_meeting(), "a.txt", TEXT)
        completed = put(db, BETTER, "b.txt")
    assert isinstance(added, Added)
    assert added.doubts == len(DOUBTS)
    assert isinstance(completed, Completed)
    assert completed.doubts == 0


def test_a_better_text_brings_its_own_doubts(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        put(db, doubted_meeting(Doubt("title", Span(0, 1), "of the poorer text")), "a.txt", TEXT)
        put(db, BETTER, "b.txt")
    assert doubts(path) == []
    assert faults(path) == []


def test_a_store_from_before_doubts_were_kept_gets_the_table_and_has_none(path: Path) -> None:
    with writing(path) as db:
        make_older(db, "0006 doubts")
    with closing(open_as_it_is(path)) as store:
        assert missing_migrations(store) == {"0006 doubts", "0007 word forms", "0008 corrections", "0009 threads"}
        told = [part for part, found in check_store(store) if found is None]
        assert StorePart.MEETINGS not in told, "what it does keep is checked"
    assert doubts(path) == [], "opening it to read brings it up to date"


def test_rebuilding_keeps_the_doubts_of_what_cannot_be_read_again(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.execute("UPDATE document SET text = text || '.'")
        store.commit()
    done = rebuild(path)
    assert [one.name for one in done.kept] == [AT]
    assert doubts(path) == [(doubt.kind, doubt.why) for doubt in DOUBTS]


def test_rebuilding_a_store_from_before_reads_its_doubts(tmp_path: Path) -> None:
    source, path = tmp_path / "minutes.txt", tmp_path / "minutes.db"
    source.write_text(MINUTES, encoding="utf-8")
    list(import_paths(path, [source]))
    read = doubts(path)
    assert ("number", "no item between 1 and 3") in read
    with writing(path) as db:
        make_older(db, "0006 doubts")
    assert rebuild(path).lost == ()
    assert doubts(path) == read
    assert faults(path) == []


MINUTES = """Eastmarsh Borough Council

Allotments Committee

Minutes of the meeting held on 2 March 2023

1 Apologies

There were none.

3 Water Butts

The Clerk presented the report.

Resolved: That the report be noted.

4 Sheds

The sheds leak.

Resolved: That they be mended.
"""
