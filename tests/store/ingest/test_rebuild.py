"""Rebuilding: the same minutes under the same permalinks, out of the documents that the store keeps."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest

from store.database.check import check_store
from store.database.checksums import seal_document
from store.database.connect import open_as_it_is, open_for_reading, writing
from store.errors import NotMinutes, StoreError
from store.ingest import reread
from store.ingest.importer import import_paths
from store.ingest.rebuild import rebuild


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of it to rebuild."""
    return Path(shutil.copy(whole, tmp_path / "minutes.db"))


def seals(path: Path) -> list[tuple[str, str]]:
    """Of every document and meeting, the hash of all that is kept of it."""
    with closing(open_for_reading(path)) as store:
        return store.execute("SELECT name, seal FROM document UNION ALL SELECT permalink, seal FROM meeting").fetchall()


def is_whole(path: Path) -> bool:
    with closing(open_as_it_is(path)) as store:
        return not any(found for _, found in check_store(store))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as store:
        for statement in statements:
            store.execute(statement)
        store.commit()


def test_a_whole_store_is_rebuilt_as_it_was(path: Path) -> None:
    before = seals(path)
    done = rebuild(path)
    assert sorted(file.name for file in path.parent.iterdir()) == ["minutes-before-rebuild.db", "minutes.db"]
    assert (done.kept, done.lost) == ((), ())
    assert done.meetings > 20
    assert seals(path) == before
    assert is_whole(path)
    assert seals(done.before) == before, "the store as it was is kept"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM clause WHERE id % 3 = 0",
        "UPDATE paragraph SET text = 'gone'",
        "DELETE FROM agenda_item",
        "DROP TABLE lexicon",
        "DELETE FROM text_words_data WHERE id > 10",
        "CREATE TRIGGER evil AFTER INSERT ON meeting BEGIN DELETE FROM clause; END",
    ],
)
def test_what_the_documents_say_comes_back(path: Path, statement: str) -> None:
    before = seals(path)
    change(path, statement)
    assert not is_whole(path)
    assert rebuild(path).lost == ()
    assert seals(path) == before
    assert is_whole(path)


def test_a_meeting_whose_document_has_changed_is_kept_as_it_was_and_named(path: Path) -> None:
    before = seals(path)
    change(path, "UPDATE document SET text = 'Minutes of nothing' WHERE id = 1")
    (kept,) = rebuild(path).kept
    assert kept.reason == "its document has changed since it was stored"
    assert seals(path) == before
    with closing(open_as_it_is(path)) as store:
        assert [part for part, found in check_store(store) if found] == ["documents"], "the damage stays to be seen"


def test_a_reading_that_would_lose_a_permalink_does_not_take_the_place_of_the_old_one(path: Path) -> None:
    before = seals(path)

    def reads_nothing(document: object) -> None:
        raise NotMinutes("x.txt", "no minutes found in it")

    with mock.patch.object(reread, "minutes_in", reads_nothing):
        done = rebuild(path)
    assert len(done.kept) == done.meetings
    assert seals(path) == before
    assert is_whole(path)


def test_a_reading_that_names_other_words_by_a_permalink_does_not_take_its_place(path: Path) -> None:
    change(path, "UPDATE clause SET start = 0, end = 1 WHERE id = 1")
    (kept,) = rebuild(path).kept
    assert kept.reason == "read again it would lose a permalink"


def test_a_document_whose_lines_were_not_kept_is_read_again_once_its_file_was_added_again(
    path: Path, fixtures: Path
) -> None:
    before = seals(path)
    with writing(path) as db:
        db.execute("UPDATE document SET layout = NULL WHERE name LIKE '%.pdf'")
        for (key,) in db.execute("SELECT id FROM document").fetchall():
            seal_document(db.conn, key)
        db.conn.commit()
    assert {kept.reason for kept in rebuild(path).kept} == {
        "an older minutebook stored it, without all that reading it again takes; add its file again first"
    }
    for _ in import_paths(path, sorted((fixtures / "formats").glob("*.pdf"))):
        pass
    assert rebuild(path).kept == ()
    assert seals(path) == before


def test_a_store_in_use_is_left_alone(path: Path) -> None:
    before = seals(path)
    with closing(open_for_reading(path)) as reader:
        reader.execute("SELECT 1 FROM meeting").fetchone()
        with pytest.raises(StoreError, match="is in use"):
            rebuild(path)
    assert seals(path) == before


def test_a_rebuilding_that_fails_leaves_the_store(path: Path) -> None:
    before = seals(path)
    with (
        mock.patch.object(reread, "tidy", side_effect=OSError(28, "No space left on device")),
        pytest.raises(StoreError),
    ):
        rebuild(path)
    assert seals(path) == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["minutes.db"]
