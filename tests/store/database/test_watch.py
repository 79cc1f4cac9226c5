"""What others do to the store is noticed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from store.database.connect import writing
from store.database.watch import Change, StoreChange, Watcher
from store.ingest.importer import import_paths


def add(store: Path, *documents: Path) -> None:
    for _ in import_paths(store, documents):
        pass


def minutes(fixtures: Path) -> list[Path]:
    return sorted((fixtures / "minutes").glob("brackwater-*.txt"))[:3]


def test_what_was_there_at_the_first_look_is_no_news(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    add(store, *minutes(fixtures))
    with closing(Watcher(store)) as watcher:
        assert watcher.look() is None
        assert watcher.look() is None


def test_meetings_that_come_in_are_counted_until_they_are_accepted(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    first, second, third = minutes(fixtures)
    add(store, first)
    with closing(Watcher(store)) as watcher:
        watcher.look()
        add(store, second)
        assert watcher.look() == StoreChange(Change.MEETINGS, 1)
        add(store, third)
        assert watcher.look() == StoreChange(Change.MEETINGS, 2)
        watcher.accept()
        assert watcher.look() is None


def test_words_that_change_are_news_without_a_number(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    add(store, minutes(fixtures)[0])
    with closing(Watcher(store)) as watcher:
        watcher.look()
        with closing(sqlite3.connect(store)) as writer, writer:
            writer.execute("UPDATE meeting SET chair = 'Councillor Somebody'")
        assert watcher.look() == StoreChange(Change.WORDS)


def test_a_store_that_is_made_is_news_when_it_holds_something(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    with closing(Watcher(store)) as watcher:
        assert watcher.look() is None
        with writing(store):
            pass
        assert watcher.look() is None
        add(store, *minutes(fixtures))
        assert watcher.look() == StoreChange(Change.MEETINGS, 3)


def test_a_store_that_vanishes_or_is_replaced_is_told(tmp_path: Path, fixtures: Path) -> None:
    store, other = tmp_path / "minutes.db", tmp_path / "other.db"
    first, second, third = minutes(fixtures)
    add(store, first)
    add(other, second, third)
    with closing(Watcher(store)) as watcher:
        watcher.look()
        kept = tmp_path / "kept.db"
        shutil.move(store, kept)
        assert watcher.look() == StoreChange(Change.GONE)
        shutil.move(other, store)
        assert watcher.look() == StoreChange(Change.REPLACED)
        watcher.accept()
        assert watcher.look() is None


def test_a_file_that_is_no_store_is_no_news(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    path.write_text("not a store", encoding="utf-8")
    with closing(Watcher(path)) as watcher:
        assert watcher.look() is None
