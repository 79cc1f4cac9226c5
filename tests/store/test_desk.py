"""The desk: nothing that a person keeps is lost, and what is new is told from what was seen."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database import open_for_reading
from store.desk import file
from store.desk.desk import Desk, Saved, Star
from store.desk.file import STEPS, desk_path
from store.desk.news import Look, Seen, new_in
from store.desk.places import now_called
from store.errors import DeskError, NotFound
from tests.store.building import REPAIRS, meeting, store_of

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
ROOF = "eastmarsh/hrg/2023-03-02/18/r1/(ii)"
DAMP = "eastmarsh/hrg/2023-03-02/18/r1/(iv)"
NOBODY = 65_534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "desk.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with closing(Desk(path)) as opened:
        yield opened


def test_a_star_is_kept_with_its_time_until_it_is_taken_away(desk: Desk, path: Path) -> None:
    assert desk.star(ROOF, NOW)
    assert desk.star(DAMP, LATER)
    assert not desk.star(ROOF, LATER)
    with closing(Desk(path)) as again:
        assert again.stars() == (Star(DAMP, LATER), Star(ROOF, NOW))
    assert desk.unstar(DAMP)
    assert not desk.unstar(DAMP)
    assert desk.starred() == {ROOF}


def test_a_time_comes_back_whatever_zone_it_was_told_in(desk: Desk) -> None:
    desk.star(ROOF, NOW.astimezone(timezone(timedelta(hours=5))))
    assert desk.stars() == (Star(ROOF, NOW),)


def test_history_has_the_latest_first_and_each_query_once(desk: Desk) -> None:
    for text in ("flood gate", "  budget ", "flood  gate", "", " "):
        desk.remember(text, NOW)
    assert desk.history() == ("flood gate", "budget")


def test_history_goes_by_the_order_of_asking_though_the_clock_turns_back(desk: Desk) -> None:
    desk.remember("first", LATER)
    desk.remember("second", NOW)
    assert desk.history() == ("second", "first")


def test_history_keeps_the_last_500_and_no_pasted_document(desk: Desk) -> None:
    for number in range(505):
        desk.remember(f"minute {number}", NOW)
    desk.remember("word " * 1_000, NOW)
    assert (len(desk.history()), desk.history()[0], desk.history()[-1]) == (500, "minute 504", "minute 5")


def test_a_saved_query_is_known_by_its_name_whatever_its_capitals_and_accents(desk: Desk) -> None:
    desk.save("Café hours", "cafe hours", NOW)
    assert desk.saved_as("cafe HOURS") == Saved("Café hours", "cafe hours", NOW, None)
    desk.save("CAFE hours", "cafe opening", LATER)
    assert desk.saved() == (Saved("CAFE hours", "cafe opening", LATER, None),)
    assert desk.forget("Cafe hours")
    assert not desk.forget("Cafe hours")
    assert desk.saved() == ()


def look(*permalinks: str) -> Look:
    return Look(permalinks, len(permalinks))


def test_a_query_that_is_not_saved_is_not_found(desk: Desk) -> None:
    for asking in (desk.saved_as, desk.seen, lambda name: desk.look(name, look(ROOF), NOW)):
        with pytest.raises(NotFound, match="No query is saved as “floods”; `minutebook saved` lists those that are"):
            asking("floods")
    with pytest.raises(DeskError, match="give it one"):
        desk.save(" ", "flood", NOW)


def test_what_is_new_is_what_no_look_has_seen(desk: Desk) -> None:
    desk.save("floods", "flood", NOW)
    assert new_in(desk.seen("floods"), look(ROOF, DAMP)) == (ROOF, DAMP)
    desk.look("floods", look(ROOF), NOW)
    assert new_in(desk.seen("floods"), look(ROOF, DAMP)) == (DAMP,)
    desk.look("floods", look(DAMP), LATER)
    assert new_in(desk.seen("floods"), look(ROOF, DAMP)) == ()
    assert desk.seen("floods").at == desk.saved_as("floods").seen_at == LATER


def test_saving_again_keeps_what_was_seen_unless_the_words_change(desk: Desk) -> None:
    desk.save("floods", "flood", NOW)
    desk.look("floods", look(ROOF), NOW)
    desk.save("Floods", "flood", LATER)
    assert desk.seen("floods").permalinks == {ROOF}
    desk.save("Floods", "flood gate", LATER)
    assert desk.seen("floods") == Seen()


def test_what_was_seen_last_stays_when_more_was_seen_than_is_kept(desk: Desk) -> None:
    desk.save("all", "that", NOW)
    for thousand in range(6):
        desk.look("all", look(*(f"a/b/2023-03-02/{thousand}{rest:03}" for rest in range(1_000))), NOW)
    seen = desk.seen("all").permalinks
    assert len(seen) == 5_000
    assert "a/b/2023-03-02/5999" in seen
    assert "a/b/2023-03-02/0999" not in seen


def test_an_answer_seen_before_its_council_was_told_is_not_new() -> None:
    assert new_in(Seen(NOW, frozenset({"hrg/2023-03-02/18"})), look("eastmarsh/hrg/2023-03-02/18")) == ()
    assert new_in(Seen(NOW, frozenset({"westmarsh/hrg/2023-03-02/18"})), look("eastmarsh/hrg/2023-03-02/18")) != ()


@pytest.mark.parametrize(("was_whole", "is_whole"), [(False, False), (False, True), (True, False)])
def test_of_too_many_answers_as_many_are_new_as_there_are_more_the_latest(was_whole: bool, is_whole: bool) -> None:
    seen = Seen(NOW, frozenset({"e/c/2024-01-01/1"}), 3_000, was_whole)
    answers = ("e/c/2019-05-01/1", "e/c/2024-02-07/1", "e/c/2024-01-01/1", "e/c/2024-02-01/9")
    assert new_in(seen, Look(answers, 3_000, is_whole)) == ()
    assert new_in(seen, Look(answers, 3_001, is_whole)) == ("e/c/2024-02-07/1",)
    assert new_in(seen, Look(answers, 3_002, is_whole)) == ("e/c/2024-02-07/1", "e/c/2024-02-01/9")
    assert new_in(seen, Look(answers, 2_000, is_whole)) == ()


@given(st.builds(Seen, st.none() | st.just(NOW)), st.builds(Look, st.lists(st.text(), unique=True).map(tuple)))
def test_nothing_seen_is_ever_new_and_answers_keep_their_order(seen: Seen, looked: Look) -> None:
    new = new_in(seen, looked)
    assert not seen.permalinks.intersection(new)
    assert [one for one in looked.permalinks if one in new] == list(new)


def test_a_star_from_before_its_council_was_told_is_one_afterwards(tmp_path: Path) -> None:
    store = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with closing(open_for_reading(store)) as reading:
        assert now_called(reading, ["hrg/2023-03-02/18/r1/(i)", ROOF, "elsewhere/2020-01-01", "odd"]) == {
            "eastmarsh/hrg/2023-03-02/18/r1/(i)", ROOF, "elsewhere/2020-01-01", "odd",
        }  # fmt: skip


def test_asking_a_desk_that_is_not_there_finds_nothing_and_makes_nothing(desk: Desk, path: Path) -> None:
    assert (desk.stars(), desk.starred(), desk.history(), desk.saved()) == ((), frozenset(), (), ())
    assert not path.parent.exists()
    with closing(Desk(path)) as other:
        other.star(ROOF, NOW)
    assert desk.starred() == {ROOF}


def test_a_desk_says_what_it_is_and_keeps_a_log_and_strict_tables(desk: Desk, path: Path) -> None:
    desk.star(ROOF, NOW)
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
    with closing(Desk(path)) as older:
        older.star(ROOF, NOW)
    monkeypatch.setattr(file, "STEPS", (*STEPS, ("CREATE TABLE note (permalink TEXT PRIMARY KEY, text TEXT) STRICT",)))
    with closing(Desk(path)) as newer:
        assert newer.starred() == {ROOF}
    with closing(sqlite3.connect(path)) as inside:
        assert inside.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert inside.execute("SELECT count(*) FROM note").fetchone() == (0,)


def test_a_newer_desk_is_refused_and_left_as_it_was(path: Path) -> None:
    with closing(Desk(path)) as made:
        made.star(ROOF, NOW)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with closing(Desk(path)) as desk:
        for asking in (desk.starred, lambda: desk.star(DAMP, NOW)):
            with pytest.raises(
                DeskError, match=r"desk\.db was made by a newer minutebook\. Update minutebook to use it"
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
        with closing(Desk(path)) as desk:
            for asking in (desk.starred, lambda desk=desk: desk.star(ROOF, NOW)):
                with pytest.raises(DeskError, match=r"is not a desk; choose another with \$MINUTEBOOK_DESK"):
                    asking()
        assert path.read_bytes() == before


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    with closing(Desk(path)) as desk:
        assert desk.starred() == frozenset()
        desk.star(ROOF, NOW)
        assert desk.starred() == {ROOF}


def test_where_no_file_can_be_the_desk_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(DeskError, match="cannot be"):
        Desk(tmp_path / "taken" / "desk.db").star(ROOF, NOW)
    with pytest.raises(DeskError, match="cannot be used"):
        Desk(tmp_path).starred()


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
    with closing(Desk(path)) as desk:
        desk.star(ROOF, NOW)
    path.chmod(0o444)
    as_nobody.chmod(folder_mode)
    with closing(Desk(path)) as desk:
        assert desk.starred() == {ROOF}
        with pytest.raises(DeskError, match=r"desk\.db can only be read; nothing was kept"):
            desk.star(DAMP, NOW)
        assert desk.starred() == {ROOF}


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.star(ROOF, NOW)
    monkeypatch.setattr(file, "_BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(Desk(path)) as waiting:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(DeskError, match="is being written by another program; try again"):
            waiting.star(DAMP, NOW)
        assert time.monotonic() - started < 2
        assert waiting.starred() == {ROOF}
        other.execute("ROLLBACK")
        assert waiting.star(DAMP, NOW)


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from store.desk.desk import Desk
from store.desk.news import Look
desk, now = Desk(Path(sys.argv[1])), datetime.now(UTC)
for number in range(100):
    desk.star(f"{sys.argv[2]}/hrg/2023-03-02/{number}", now)
    desk.remember(f"{sys.argv[2]} {number}", now)
    desk.save(f"{sys.argv[2]} {number}", "flood", now)
    desk.look(f"{sys.argv[2]} {number}", Look((str(number),), 1), now)
print(*(name for name in ("sqlite_utils", "platformdirs") if name in sys.modules))
"""


def test_programs_that_write_at_once_lose_nothing_from_the_very_first(desk: Desk, path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(path)]
    writers = [subprocess.Popen([*command, who], stdout=subprocess.PIPE, text=True) for who in ("a", "b", "c")]
    loaded = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert loaded == [[], [], []]
    assert (len(desk.stars()), len(desk.history()), len(desk.saved())) == (300, 300, 300)
    assert desk.seen("c 99").permalinks == {"99"}


def test_the_path_is_what_is_told_then_the_environment_then_the_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_DESK", str(tmp_path / "named.db"))
    assert desk_path(tmp_path / "told.db") == tmp_path / "told.db"
    assert desk_path() == tmp_path / "named.db"
    monkeypatch.delenv("MINUTEBOOK_DESK")
    assert desk_path().name == "desk.db"
