"""One file that holds everything, is as private as it was, and can be copied and put back."""

import os
import sqlite3
import threading
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from datetime import date as day
from pathlib import Path

import pytest

from store.database import connect
from store.database.backup import backup, restore
from store.database.check import check_store
from store.errors import StoreError
from store.ingest import refill
from store.ingest.rebuild import rebuild
from store.userdata.userdata import UserData
from store.views import meeting_views
from tests.store.building import APOLOGIES, REPAIRS, meeting, put, store_of
from tests.store.older_stores import make_older


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def meetings(path: Path) -> int:
    with closing(connect.open_for_reading(path)) as store:
        return len(meeting_views.meetings(store))


def is_whole(path: Path) -> bool:
    with closing(connect.open_as_it_is(path)) as store:
        return not any(found for _, found in check_store(store))


def test_after_adding_beside_a_reader_the_file_alone_holds_everything(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    reader = connect.open_for_reading(path)
    reader.execute("SELECT count(*) FROM meeting").fetchone()
    with connect.writing(path) as db:
        put(db, meeting(APOLOGIES, date=day(2023, 6, 8)), "june.txt")
    (tmp_path / "alone.db").write_bytes(path.read_bytes())
    assert meetings(tmp_path / "alone.db") == 2
    reader.close()
    log = path.with_name("minutes.db-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_what_a_busy_reader_kept_in_the_log_is_settled_when_one_leaves(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    reader = connect.open_for_reading(path)
    busy = reader.execute("SELECT * FROM meeting, paragraph")
    busy.fetchone()
    with connect.writing(path) as db:
        put(db, meeting(APOLOGIES, date=day(2023, 6, 8)), "june.txt")
    busy.close()
    reader.close()
    connect.settle(path)
    (tmp_path / "alone.db").write_bytes(path.read_bytes())
    assert meetings(tmp_path / "alone.db") == 2


def test_a_backup_is_whole_while_somebody_writes_and_is_put_back(tmp_path: Path) -> None:
    path, copy = store_of(tmp_path / "minutes.db", meeting(REPAIRS)), tmp_path / "copy.db"
    with connect.writing(path) as db:
        put(db, meeting(APOLOGIES, date=day(2023, 6, 8)), "june.txt")
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM paragraph")
        backup(path, copy)
        db.rollback()
        put(db, meeting(APOLOGIES, date=day(2023, 7, 8)), "july.txt")
    assert (meetings(copy), is_whole(copy), mode(copy)) == (2, True, 0o600)
    assert {file.name for file in tmp_path.iterdir()} <= {"minutes.db", "minutes.db-wal", "minutes.db-shm", "copy.db"}
    before = restore(path, copy)
    assert before == tmp_path / "minutes-before-restore.db"
    assert (meetings(path), meetings(before), is_whole(path)) == (2, 3, True)


def test_a_backup_is_put_where_no_store_is(tmp_path: Path) -> None:
    backup(store_of(tmp_path / "minutes.db", meeting(REPAIRS)), tmp_path / "copy.db")
    assert restore(tmp_path / "deep" / "new.db", tmp_path / "copy.db") is None
    assert meetings(tmp_path / "deep" / "new.db") == 1


def test_nothing_is_written_over_and_nothing_else_is_put_back(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear council,\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is there already"):
        backup(path, letter)
    for wrong in (letter, tmp_path / "none.db", path):
        with pytest.raises(StoreError):
            restore(path, wrong)
    with pytest.raises(StoreError, match="cannot be written"):
        backup(path, tmp_path / "none" / "copy.db")
    assert path.read_bytes() == before


def test_a_damaged_copy_is_not_put_back(tmp_path: Path) -> None:
    path, copy = store_of(tmp_path / "minutes.db", meeting(REPAIRS)), tmp_path / "copy.db"
    backup(path, copy)
    with copy.open("r+b") as file:
        file.seek(8192 * 12)
        file.write(b"\xff" * 8192 * 4)
    with pytest.raises(StoreError):
        restore(path, copy)
    assert meetings(path) == 1


def test_store_and_user_data_are_their_owners_alone_when_they_are_made(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store_of(tmp_path / "minutes.db", meeting(REPAIRS))
        with closing(UserData(tmp_path / "desk.db")) as desk:
            desk.stars.add(["eastmarsh/hrg/2023-03-02"], datetime.now(UTC))
        made = {file.name: mode(file) for file in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert set(made.values()) == {0o600}
    assert {"minutes.db", "desk.db"} <= made.keys()


@pytest.mark.parametrize("rights", [0o640, 0o600, 0o666])
def test_rebuilding_and_putting_back_keep_the_rights_and_follow_a_link(tmp_path: Path, rights: int) -> None:
    (tmp_path / "kept").mkdir()
    real, link = store_of(tmp_path / "kept" / "real.db", meeting(REPAIRS)), tmp_path / "minutes.db"
    link.symlink_to(real)
    real.chmod(rights)
    before = rebuild(link).before
    assert (link.is_symlink(), mode(real), mode(before)) == (True, rights, rights)
    backup(link, tmp_path / "copy.db")
    restore(link, tmp_path / "copy.db")
    assert (link.is_symlink(), mode(real), meetings(real)) == (True, rights, 1)


def test_the_copy_before_a_store_is_brought_up_to_date_is_as_private(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with connect.writing(path) as db:
        make_older(db, "0005 readings")
    path.chmod(0o640)
    connect.open_for_reading(path).close()
    assert mode(tmp_path / "minutes-before-0005.db") == mode(path) == 0o640


@pytest.mark.parametrize("opening", [connect.open_for_reading, connect.open_for_writing])
def test_who_comes_while_a_store_is_rebuilt_gets_the_new_one(
    tmp_path: Path, opening: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    come = threading.Event()
    got: list[bool] = []

    def come_in() -> None:
        come.wait(10)
        store = opening(path)  # type: ignore[operator]
        with closing(getattr(store, "conn", store)) as mine:
            (file,) = mine.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
            mine.execute("SELECT count(*) FROM meeting").fetchone()
            got.append(Path(file).stat().st_ino in _open_files())

    thread = threading.Thread(target=come_in)
    thread.start()

    def slow_tidy(*_: object) -> None:
        come.set()
        time.sleep(0.5)

    monkeypatch.setattr(refill, "tidy", slow_tidy)
    rebuild(path)
    thread.join(40)
    assert got == [True]


def test_who_cannot_wait_for_a_rebuilding_is_told_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    monkeypatch.setattr(connect, "_BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        (tmp_path / "minutes.db.rebuilding").touch()
        for opening in (connect.open_for_reading, connect.open_for_writing):
            with pytest.raises(StoreError, match="is being rebuilt or put back by another program"):
                opening(path)


def test_a_store_called_memory_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store_of(Path(":memory:"), meeting(REPAIRS))
    assert meetings(Path(":memory:")) == 1
    assert (tmp_path / ":memory:").is_file()


@pytest.mark.parametrize("name", [b"minutes-\xff\xfe.db", b"m" * 240 + b".db"], ids=["not UTF-8", "243 letters"])
def test_a_store_may_have_any_name_that_a_file_may_have(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    store_of(path, meeting(REPAIRS))
    assert meetings(path) == 1
    assert _rebuilt(path) in ("", "File name too long")
    assert meetings(path) == 1


def _rebuilt(path: Path) -> str:
    """What keeps a store from being rebuilt, if anything does."""
    try:
        rebuild(path)
    except StoreError as error:
        return str(error).rpartition(": ")[2].partition(".")[0]
    return ""


def _open_files() -> set[int]:
    """The inodes of the files that this process has open."""
    inodes = set()
    for one in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            inodes.add(one.stat().st_ino)
    return inodes
