"""Rebuilding: the same minutes under the same permalinks, out of the documents that the store keeps."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest

from store.citation.gather import gather_one
from store.database.check import check_store
from store.database.checksums import seal_document
from store.database.connect import open_as_it_is, open_for_reading, writing
from store.errors import NotFound, NotMinutes, StoreError
from store.ingest import refill, reread
from store.ingest.events import Added
from store.ingest.importer import import_paths
from store.ingest.outdated import changed_by_reading_again
from store.ingest.reader_version import outdated_note, read_by_another
from store.ingest.rebuild import rebuild
from store.permalinks.lookup import find_place, names_now


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


MADE = """Wexcombe Parish Council
Recreation Committee
Minutes of the meeting held on Tuesday 6 May 2025 at 7.00 pm

Present: Cllr A Ash

1. Pavilion Roof

RESOLVED: That the pavilion roof be mended.

2. Swings

RESOLVED:
(i) That two swings be bought.
(ii) That the old swing be sold.
"""
AT = "wexcombe/recreation-committee/2025-05-06"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A store of one meeting, with what each permalink of it says."""
    (tmp_path / "may.txt").write_text(MADE)
    path = tmp_path / "minutes.db"
    assert isinstance(list(import_paths(path, [tmp_path / "may.txt"]))[-1], Added)
    return path


def test_minutes_of_a_meeting_without_items_are_read_again(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        "Wexcombe Parish Council\n\nMinutes of the meeting held on 6 May 2025\n\nPresent: Councillors Ash and Elm\n\n"
        "Nobody came, and nothing was done.\n"
    )
    path = tmp_path / "minutes.db"
    list(import_paths(path, [tmp_path / "minutes.txt"]))
    with closing(open_for_reading(path)) as store:
        assert store.execute("SELECT count(*) FROM agenda_item").fetchone() == (0,)
    done = rebuild(path)
    assert (done.meetings, done.kept, done.lost) == (1, (), ())
    assert is_whole(path)


def test_one_text_written_in_two_ways_is_indexed_alike_from_either(tmp_path: Path) -> None:
    for day, words in ((6, "the Well-being Tree Preservation Order"), (7, "the well being tree preservation order")):
        (tmp_path / f"{day}.txt").write_text(
            f"Wexcombe Parish Council\n\nMinutes of the meeting held on {day} May 2025\n\n1. Trees\n\n"
            f"RESOLVED: That {words} be noted.\n"
        )
    path = tmp_path / "minutes.db"
    list(import_paths(path, [tmp_path]))
    assert is_whole(path)
    rebuild(path)
    assert is_whole(path)


def said(path: Path, *permalinks: str) -> list[str | None]:
    with closing(open_for_reading(path)) as store:
        return [gather_one(store, permalink).text for permalink in permalinks]


ROOF, BOUGHT, SOLD = "That the pavilion roof be mended.", "That two swings be bought.", "That the old swing be sold."


def call_otherwise(path: Path, was: str, now: str) -> None:
    """Have an older reader have called a place, and what lies in it, otherwise."""
    for table in ("agenda_item", "resolution", "clause"):
        begins = f"UPDATE {table} SET permalink = replace(permalink, "  # noqa: S608 (our own table names)
        change(path, f"{begins}'{AT}/{was}', '{AT}/{now}')")


def test_a_reading_that_calls_items_and_clauses_otherwise_is_taken_and_old_permalinks_lead_there(made: Path) -> None:
    call_otherwise(made, "2/r1/(i", "2/r1/(a")
    call_otherwise(made, "2", "item-2")
    done = rebuild(made)
    assert (done.changed, done.kept) == ((AT,), ())
    assert said(made, f"{AT}/item-2/r1/(a)", f"{AT}/2/r1/(i)", f"{AT}/item-2/r1/(ai)") == [BOUGHT, BOUGHT, SOLD]
    with closing(open_for_reading(made)) as store:
        assert names_now(store, [f"{AT}/item-2/r1/(a)"]) == {f"{AT}/item-2/r1/(a)": f"{AT}/2/r1/(i)"}
        assert find_place(store, f"{AT}/item-2").permalink == f"{AT}/2"
    assert is_whole(made)
    assert rebuild(made).changed == (), "read once more it is what it was"
    assert said(made, f"{AT}/item-2/r1/(a)") == [BOUGHT]


def test_names_that_were_exchanged_lead_each_to_its_own_words(made: Path) -> None:
    for was, now in (("1", "x"), ("2", "1"), ("x", "2")):
        call_otherwise(made, was, now)
    before = said(made, f"{AT}/2/r1", f"{AT}/1/r1/(i)")
    assert before == [ROOF, BOUGHT]
    rebuild(made)
    assert said(made, f"{AT}/2/r1", f"{AT}/1/r1/(i)") == before
    with closing(open_for_reading(made)) as store:
        names = [name for (name,) in store.execute("SELECT permalink FROM agenda_item ORDER BY position")]
    assert not {f"{AT}/1", f"{AT}/2"} & set(names), "neither name comes to name other words"
    assert is_whole(made)


def test_a_permalink_whose_words_are_read_as_nothing_leads_nowhere(made: Path) -> None:
    change(made, "UPDATE resolution SET start = 0, end = 1 WHERE id = 1")
    change(made, "UPDATE clause SET start = 0, end = 1 WHERE id = 1")
    assert rebuild(made).changed == (AT,)
    with pytest.raises(NotFound, match="does not have its words"):
        said(made, f"{AT}/1/r1")
    with closing(open_for_reading(made)) as store:
        assert store.execute("SELECT permalink FROM clause WHERE text = ?", (ROOF,)).fetchone() == (f"{AT}/1/r2",)


def test_a_day_and_a_committee_read_otherwise_move_the_meeting_and_its_old_permalinks_with_it(made: Path) -> None:
    change(
        made,
        "UPDATE organization SET name = 'Recreation', slug = 'recreation' WHERE kind = 'committee'",
        "UPDATE meeting SET date = '2025-06-05', day = '2025-06-05'",
        *(
            f"UPDATE {table} SET permalink = replace(permalink, '{AT}', 'wexcombe/recreation/2025-06-05')"  # noqa: S608
            for table in ("meeting", "agenda_item", "resolution", "clause")
        ),
    )
    assert rebuild(made).changed == ("wexcombe/recreation/2025-06-05",)
    old = "wexcombe/recreation/2025-06-05/2/r1/(ii)"
    assert said(made, f"{AT}/2/r1/(ii)", old) == [SOLD, SOLD]
    assert is_whole(made)


def test_a_meeting_that_was_taken_for_another_of_its_day_gets_its_own_place(made: Path, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text(
        MADE.replace("the meeting held", "the Extraordinary Meeting held").replace("7.00", "9.00").split("1. ")[0]
        + "3. Precept\n\nRESOLVED: That the precept be £41,000.\n"
    )
    list(import_paths(made, [tmp_path / "late.txt"]))
    change(  # as a program had it that took them for one
        made,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM meeting WHERE id = 2",
        "DELETE FROM meeting_document WHERE meeting_id = 2",
        "INSERT INTO meeting_document (meeting_id, document_id, is_primary) VALUES (1, 2, 0)",
    )
    done = rebuild(made)
    assert done.meetings == 2
    assert said(made, f"{AT}/1/r1", f"{AT}-2/3/r1") == [ROOF, "That the precept be £41,000."]
    assert is_whole(made)


def test_what_another_version_read_is_counted_and_what_would_change_is_named(made: Path) -> None:
    with closing(open_for_reading(made)) as store:
        assert (read_by_another(store), outdated_note(store)) == (0, "")
    change(
        made, "UPDATE document SET reader = 'older'", "UPDATE clause SET text = 'That three be bought.' WHERE id = 2"
    )
    with closing(open_for_reading(made)) as store:
        assert read_by_another(store) == 1
        assert outdated_note(store).startswith("1 document here was read by another version of minutebook")
    assert changed_by_reading_again(made) == (AT,)
    rebuild(made)
    with closing(open_for_reading(made)) as store:
        assert read_by_another(store) == 0
    assert changed_by_reading_again(made) == ()
    assert said(made, f"{AT}/2/r1/(i)") == [BOUGHT]


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
        mock.patch.object(refill, "tidy", side_effect=OSError(28, "No space left on device")),
        pytest.raises(StoreError),
    ):
        rebuild(path)
    assert seals(path) == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["minutes.db"]
