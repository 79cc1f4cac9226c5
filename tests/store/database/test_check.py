"""Checking: what was changed behind the store's back is seen, wherever it was, and nothing else is."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.database.check import StorePart, changed_meetings, check_store
from store.database.check_index import index_faults, share_of_index
from store.database.connect import open_as_it_is, writing
from store.database.shared_work import shared
from store.ingest.organizations import set_council
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, meeting, put, store_of


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copy(whole, tmp_path / "minutes.db"))


def faults(path: Path) -> dict[StorePart, list[str]]:
    with closing(open_as_it_is(path)) as store:
        return {part: [fault.words for fault in found] for part, found in check_store(store) if found}


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as store:
        for statement in statements:
            store.execute(statement)
        store.commit()


def test_a_store_as_it_was_made_is_whole(path: Path) -> None:
    assert faults(path) == {}


def test_a_store_is_whole_after_a_better_source_and_after_a_council_was_told(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, WEBCAST, council=None))
    with writing(path) as db:
        put(db, meeting(APOLOGIES, REPAIRS, WEBCAST, council=None), "better.txt")
    assert faults(path) == {}
    set_council(path, "hrg", "Westerby Town Council")
    assert faults(path) == {}


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE document SET text = replace(text, 'a', 'e') WHERE id = 3", StorePart.DOCUMENTS),
        ("UPDATE document SET name = 'x' WHERE id = 3", StorePart.DOCUMENTS),
        ("UPDATE meeting SET chair = 'Nobody' WHERE id = 2", StorePart.MEETINGS),
        ("UPDATE organization SET name = 'Nobody' WHERE kind = 'committee'", StorePart.MEETINGS),
        ("UPDATE agenda_item SET title = upper(title) WHERE id = 4", StorePart.MEETINGS),
        ("UPDATE paragraph SET text = text || '!' WHERE id = 9", StorePart.MEETINGS),
        ("UPDATE clause SET text = 'not ' || text WHERE id = 5", StorePart.MEETINGS),
        ("DELETE FROM point WHERE id = 1", StorePart.MEETINGS),
        ("UPDATE attendance SET role = 'Mayor' WHERE id = 2", StorePart.MEETINGS),
        ("UPDATE interest SET nature = 'none' WHERE id = 1", StorePart.MEETINGS),
        ("UPDATE resolution SET vote = 'For: 99' WHERE id = 1", StorePart.MEETINGS),
        ("DELETE FROM finding WHERE id = (SELECT max(id) FROM finding)", StorePart.FILE),
        ("DELETE FROM titles_words_data WHERE id > 10", StorePart.INDEX),
        ("UPDATE repeated SET times = times + 1", StorePart.INDEX),
        ("INSERT INTO text_words (rowid, words) VALUES (17, 'gold')", StorePart.INDEX),
        ("DELETE FROM lexicon WHERE section = 'titles'", StorePart.INDEX),
        ("DROP INDEX idx_meeting_permalink", StorePart.TABLES),
        ("CREATE TABLE extra (id INTEGER)", StorePart.TABLES),
        ("CREATE TRIGGER evil AFTER INSERT ON meeting BEGIN DELETE FROM clause; END", StorePart.TABLES),
    ],
)
def test_a_change_behind_its_back_is_seen(path: Path, statement: str, part: StorePart) -> None:
    change(path, statement)
    assert part in faults(path)


def test_what_changed_is_named(path: Path) -> None:
    change(path, "UPDATE agenda_item SET title = 'Nothing' WHERE permalink = 'cypsg/2021-05-10/22'")
    assert faults(path)[StorePart.MEETINGS] == ["cypsg/2021-05-10 has changed since it was stored"]


def test_what_an_older_store_does_not_keep_is_not_said_to_be_whole(path: Path) -> None:
    change(path, "DELETE FROM _sqlite_migrations WHERE name >= '0003'")
    with closing(open_as_it_is(path)) as store:
        unchecked = {part for part, found in check_store(store) if found is None}
    assert unchecked == {StorePart.DOCUMENTS, StorePart.MEETINGS, StorePart.INDEX}


def test_many_faults_are_told_in_part(path: Path) -> None:
    change(path, "UPDATE meeting SET venue = 'Nowhere'")
    assert faults(path)[StorePart.MEETINGS][-1] == "and more"


def test_a_page_of_zeros_is_seen(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(8192 * 20)
        file.write(bytes(8192))
    assert faults(path)


@pytest.mark.slow
def test_several_processes_come_to_what_one_does(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    shutil.copyfile(whole, path)
    with closing(sqlite3.connect(path)) as store:
        store.execute("UPDATE clause SET text = 'That it be sold.' WHERE id IN (SELECT max(id) FROM clause)")
        store.execute("UPDATE agenda_item SET title = 'Other Business' WHERE id = 1")
        store.commit()
    with closing(open_as_it_is(path)) as store:
        keys = [key for (key,) in store.execute("SELECT id FROM meeting ORDER BY id")]
        for count in (1, 3):
            changed = [one for share in shared(store, changed_meetings, keys, count) for one in share]
            faults = sorted(index_faults(store, shared(store, share_of_index, keys, count)))
            if count == 1:
                alone = changed, faults
    assert (changed, faults) == alone
    assert len(changed) == 2
    assert faults
