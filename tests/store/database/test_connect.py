"""The store's file: made once, opened by any number, refused when it is something else."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database import connect
from store.database.check import check_store
from store.database.checksums import unread_meeting_hash
from store.database.migrations import missing_migrations, unknown_migrations
from store.database.schema import STEPS
from store.errors import StoreError
from tests.store.building import APOLOGIES, REPAIRS, meeting, store_of
from tests.store.older_stores import make_older


def test_a_new_store_says_what_it_is_and_keeps_its_pages_and_log(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "minutes.db"
    with connect.writing(path):
        pass
    store = connect.open_for_reading(path)
    assert path.read_bytes()[68:72] == b"MNTB"
    assert store.execute("PRAGMA page_size").fetchone() == (8192,)
    assert store.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_table_is_strict_and_every_owner_is_declared(tmp_path: Path) -> None:
    with connect.writing(tmp_path / "minutes.db") as db:
        # Full-text tables have no columns of their own, and `finding` is of a clause, an item or a paragraph.
        tables = [name for name in db.table_names() if not name.startswith("_") and "_words" not in name]
        assert {name for name in tables if not db.table(name).strict} == set()
        for name in tables:
            columns = {
                column for column in db.table(name).columns_dict if column.endswith("_id") and column != "source_id"
            }
            assert {key.column for key in db.table(name).foreign_keys} == columns, name


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    for _ in range(2):
        with connect.writing(path) as db:
            assert [row["name"] for row in db["_sqlite_migrations"].rows] == [name for name, _ in STEPS]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path):
        pass
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connect.open_for_reading(path).execute("DELETE FROM meeting")


def test_what_was_half_written_by_somebody_who_was_killed_is_taken_back_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    program = (
        "import os, sqlite3, sys; store = sqlite3.connect(sys.argv[1]); store.execute('PRAGMA cache_size = 1')\n"
        "store.execute('BEGIN'); store.execute('CREATE TABLE half (words TEXT)')\n"
        "store.executemany('INSERT INTO half VALUES (?)', [('half ' * 999,)] * 99); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", program, path], check=False)
    assert path.with_name("minutes.db-journal").stat().st_size > 0
    with closing(connect.open_for_reading(path)) as store:
        assert store.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="`minutebook add` makes one"):
        connect.open_for_reading(tmp_path / "none.db")


def test_another_kind_of_file_is_refused_to_readers(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"no database at all, but long enough to be looked at\n" * 20)
    with pytest.raises(StoreError, match="is not a store of minutes"):
        connect.open_for_reading(path)


def test_an_empty_file_is_no_store_yet(tmp_path: Path) -> None:
    (tmp_path / "minutes.db").touch()
    with pytest.raises(StoreError, match="`minutebook add` makes one"):
        connect.open_for_reading(tmp_path / "minutes.db")


def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE invoice (id INTEGER)")
    other.close()
    before = path.read_bytes()
    for opening in (connect.open_for_reading, connect.open_for_writing):
        with pytest.raises(StoreError, match="is not a store of minutes"):
            opening(path)
    assert path.read_bytes() == before


def test_a_newer_store_can_be_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path) as db:
        db.table("_sqlite_migrations").insert({"migration_set": "minutebook", "name": "0099 votes", "applied_at": ""})
    store = connect.open_for_reading(path)
    assert unknown_migrations(store) == ["0099 votes"]
    with pytest.raises(StoreError, match=r"made by a newer minutebook \(0099 votes\)"):
        connect.open_for_writing(path)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store from before the index of finding."""
    path = tmp_path / "minutes.db"
    with connect.writing(path) as db:
        make_older(db, "0002 finding")
    return path


def test_an_older_store_is_brought_up_to_date_when_it_is_opened_to_read(older: Path) -> None:
    store = connect.open_for_reading(older)
    assert store.execute("SELECT count(*) FROM finding").fetchone() == (0,)
    assert missing_migrations(store) == set()


def test_an_older_store_is_copied_before_it_is_brought_up_to_date_and_that_is_told(older: Path) -> None:
    with closing(sqlite3.connect(older)) as store:
        row = ("0" * 64, "a.txt", "text", "Minutes", "[]")
        store.execute("INSERT INTO document (sha256, name, format, text, pages) VALUES (?, ?, ?, ?, ?)", row)
        store.commit()
    told: list[str] = []
    connect.open_for_reading(older, told.append).close()
    (sentence,) = told
    assert sentence.endswith("is brought up to date; as it was, it is kept as minutes-before-0002.db.")
    with closing(sqlite3.connect(older.with_name("minutes-before-0002.db"))) as copy:
        assert copy.execute("SELECT name FROM document").fetchall() == [("a.txt",)]
        assert missing_migrations(copy) == {name for name, _ in STEPS[1:]}
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_older_store_that_holds_nothing_is_not_copied(older: Path) -> None:
    told: list[str] = []
    connect.open_for_reading(older, told.append).close()
    assert told == []
    assert list(older.parent.glob("*before*")) == []


def test_a_store_that_lacks_only_the_seals_is_read_as_it_is(older: Path) -> None:
    with connect.writing(older) as db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0003 seals'")
        db.conn.commit()
    with closing(connect.open_for_reading(older)) as store:
        assert missing_migrations(store) == {"0003 seals"}


def test_a_view_in_place_of_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path) as db:
        db.execute("DROP TABLE interest")
        db.execute("CREATE VIEW interest AS SELECT 1")
        db.conn.commit()
    for opening in (connect.open_for_reading, connect.open_for_writing):
        with pytest.raises(StoreError, match="a view in place of a table"):
            opening(path)


def test_a_store_with_a_trigger_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path) as db:
        db.execute("CREATE TRIGGER evil AFTER INSERT ON meeting BEGIN DELETE FROM clause; END")
        db.conn.commit()
    connect.open_for_reading(path).close()
    with pytest.raises(StoreError, match=r"has a trigger \(evil\)"):
        connect.open_for_writing(path)


@pytest.mark.parametrize("opening", [connect.open_for_reading, connect.open_for_writing])
def test_a_pipe_and_a_folder_are_no_stores_and_are_not_waited_for(
    tmp_path: Path, opening: Callable[[Path], object]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(StoreError, match="is not a store of minutes"):
            opening(path)


def test_an_older_store_that_cannot_be_written_says_what_to_do(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _: object) -> None:
        raise StoreError(f"{path} cannot be written: it is on a read-only medium.")

    monkeypatch.setattr(connect, "open_for_writing", refuse)
    with pytest.raises(StoreError, match="made by an older minutebook, and has to be brought up to date once"):
        connect.open_for_reading(older)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with connect.writing(tmp_path / "minutes.db") as db:

        def store_half() -> None:
            with connect.transaction(db):
                db.table("organization").insert(
                    {"kind": "council", "name": "Eastmarsh Town Council", "slug": "eastmarsh"}
                )
                raise KeyError

        with pytest.raises(KeyError):
            store_half()
        assert db["organization"].count == 0


def test_the_path_is_what_is_told_then_the_environment_then_the_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "named.db"))
    assert connect.store_path(tmp_path / "told.db") == tmp_path / "told.db"
    assert connect.store_path() == tmp_path / "named.db"
    monkeypatch.delenv("MINUTEBOOK_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert connect.store_path().name == "minutes.db"


def test_opening_to_read_does_not_load_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with connect.writing(path):
        pass
    program = "import sys, pathlib, store.database.connect as d; d.open_for_reading(pathlib.Path(sys.argv[1])); "
    program += "print('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_bringing_a_store_up_to_date_seals_what_was_whole_and_leaves_damage_to_be_seen(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS), meeting(APOLOGIES, date=day(2023, 6, 8)))
    with connect.writing(path) as db:
        make_older(db, "0005 readings")
        for key in (1, 2):
            seal = unread_meeting_hash(db.conn, key)
            db.execute("UPDATE meeting SET seal = ? WHERE id = ?", (seal, key))
        db.execute("UPDATE paragraph SET text = 'There were two.' WHERE text = 'There were none.'")
        db.conn.commit()
    connect.open_for_reading(path).close()
    with closing(connect.open_as_it_is(path)) as store:
        assert missing_migrations(store) == set()
        assert {part: [one.words for one in found] for part, found in check_store(store) if found} == {
            "meetings": ["eastmarsh/hrg/2023-06-08 has changed since it was stored"]
        }


def test_a_row_that_another_one_names_and_that_is_not_there_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with pytest.raises(StoreError, match="is damaged"), connect.writing(path) as db, connect.transaction(db):
        db.execute("INSERT INTO finding (source_id, meeting_id) VALUES (1, 99)")
