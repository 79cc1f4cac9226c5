"""The desk's file: nothing that a person keeps is lost, whoever writes and whatever is in the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import UserDataError
from store.userdata import userdata_file
from store.userdata.userdata import UserData
from store.userdata.userdata_file import userdata_path
from store.userdata.userdata_tables import STEPS
from tests.store.userdata.kept import DAMP, NOW, ROOF

NOBODY = 65_534


def test_asking_a_desk_that_is_not_there_finds_nothing_and_makes_nothing(desk: UserData, path: Path) -> None:
    assert (desk.stars.all(), desk.stars.permalinks(), desk.history.all(), desk.queries.all()) == (
        (),
        frozenset(),
        (),
        (),
    )
    assert not path.parent.exists()
    with closing(UserData(path)) as other:
        other.stars.add([ROOF], NOW)
    assert desk.stars.permalinks() == {ROOF}


def test_a_desk_says_what_it_is_and_keeps_a_log_and_strict_tables(desk: UserData, path: Path) -> None:
    desk.stars.add([ROOF], NOW)
    with closing(sqlite3.connect(path)) as inside:
        assert inside.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"MNDK"),)
        assert inside.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert inside.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert (
            inside.execute(
                "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            == []
        )


def test_an_older_desk_takes_the_steps_it_lacks_and_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(UserData(path)) as older:
        older.stars.add([ROOF], NOW)
    monkeypatch.setattr(userdata_file, "STEPS", (*STEPS, ("CREATE TABLE shelf (permalink TEXT PRIMARY KEY) STRICT",)))
    with closing(UserData(path)) as newer:
        assert newer.stars.permalinks() == {ROOF}
    with closing(sqlite3.connect(path)) as inside:
        assert inside.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert inside.execute("SELECT count(*) FROM shelf").fetchone() == (0,)


def test_a_newer_desk_is_refused_and_left_as_it_was(path: Path) -> None:
    with closing(UserData(path)) as made:
        made.stars.add([ROOF], NOW)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with closing(UserData(path)) as desk:
        for asking in (desk.stars.permalinks, lambda: desk.stars.add([DAMP], NOW)):
            with pytest.raises(
                UserDataError, match=r"desk\.db was made by a newer minutebook\. Update minutebook to use it"
            ):
                asking()
    assert path.read_bytes() == before


def test_a_file_of_another_kind_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    letter, invoices = tmp_path / "letter.txt", tmp_path / "invoices.db"
    letter.write_bytes(b"no database at all, but long enough to be looked at\n" * 20)
    with closing(sqlite3.connect(invoices)) as other:
        other.execute("CREATE TABLE invoice (id INTEGER)")
    for path in (letter, invoices):
        before = path.read_bytes()
        with closing(UserData(path)) as desk:
            for asking in (desk.stars.permalinks, lambda desk=desk: desk.stars.add([ROOF], NOW)):
                with pytest.raises(UserDataError, match=r"is not a desk; choose another with \$MINUTEBOOK_DESK"):
                    asking()
        assert path.read_bytes() == before


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    with closing(UserData(path)) as desk:
        assert desk.stars.permalinks() == frozenset()
        desk.stars.add([ROOF], NOW)
        assert desk.stars.permalinks() == {ROOF}


def test_where_no_file_can_be_the_desk_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(UserDataError, match="cannot be"):
        UserData(tmp_path / "taken" / "desk.db").stars.add([ROOF], NOW)
    with pytest.raises(UserDataError, match="cannot be used"):
        UserData(tmp_path).stars.permalinks()


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that everybody may look into, and a process that may not write where it is not allowed to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    was = os.geteuid()
    if was == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(was)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("folder_mode", [0o755, 0o555])
def test_a_desk_that_can_only_be_read_is_read_and_says_that_it_keeps_nothing(as_nobody: Path, folder_mode: int) -> None:
    path = as_nobody / "desk.db"
    with closing(UserData(path)) as desk:
        desk.stars.add([ROOF], NOW)
    path.chmod(0o444)
    as_nobody.chmod(folder_mode)
    with closing(UserData(path)) as desk:
        assert desk.stars.permalinks() == {ROOF}
        with pytest.raises(UserDataError, match=r"desk\.db can only be read; nothing was kept"):
            desk.stars.add([DAMP], NOW)
        assert desk.stars.permalinks() == {ROOF}


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(
    desk: UserData, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.stars.add([ROOF], NOW)
    monkeypatch.setattr(userdata_file, "_BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(UserData(path)) as waiting:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserDataError, match="is being written by another program; try again"):
            waiting.stars.add([DAMP], NOW)
        assert other.in_transaction  # it gave up while the other still wrote
        assert waiting.stars.permalinks() == {ROOF}
        other.execute("ROLLBACK")
        assert waiting.stars.add([DAMP], NOW)


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from store.userdata.userdata import UserData
from store.userdata import userdata_file
from store.userdata.new_results import LatestAnswers
userdata_file._BUSY_SECONDS = 600.0  # of waiting: a busy machine is slow, and not wrong
desk, now = UserData(Path(sys.argv[1])), datetime.now(UTC)
for number in range(100):
    desk.stars.add([f"{sys.argv[2]}/hrg/2023-03-02/{number}"], now)
    desk.history.add(f"{sys.argv[2]} {number}", now)
    desk.queries.save(f"{sys.argv[2]} {number}", "flood", now)
    desk.queries.look(f"{sys.argv[2]} {number}", LatestAnswers((str(number),), 1), now)
print(*(name for name in ("sqlite_utils", "platformdirs") if name in sys.modules))
"""


def test_programs_that_write_at_once_lose_nothing_from_the_very_first(desk: UserData, path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(path)]
    writers = [subprocess.Popen([*command, who], stdout=subprocess.PIPE, text=True) for who in ("a", "b", "c")]
    loaded = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert loaded == [[], [], []]
    assert (len(desk.stars.all()), len(desk.history.all()), len(desk.queries.all())) == (300, 300, 300)
    assert desk.queries.seen("c 99").permalinks == {"99"}


def test_the_path_is_what_is_told_then_the_environment_then_the_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_DESK", str(tmp_path / "named.db"))
    assert userdata_path(tmp_path / "told.db") == tmp_path / "told.db"
    assert userdata_path() == tmp_path / "named.db"
    monkeypatch.delenv("MINUTEBOOK_DESK")
    assert userdata_path().name == "desk.db"
