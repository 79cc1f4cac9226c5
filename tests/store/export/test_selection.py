"""What is chosen for a file: all that a query finds, a whole meeting, places in an order that keeps items together."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date as day
from pathlib import Path
from sqlite3 import Connection

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.export.export import NothingToExport, Wanted, export
from store.export.export_formats import FORMATS
from store.export.selection import found_by, in_groups, places_of_meeting
from store.find.deadline import Stopped
from store.find.finder import Finder
from store.find.user_filters import NO_MARKS, UserMarks
from store.text.tokens import words
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, resolution, store_of

MARCH, JUNE = "eastmarsh/hrg/2023-03-02", "eastmarsh/hrg/2023-06-08"
NOTED = "That the repairs report be noted."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Connection]:
    june = meeting(item("4", "Damp", resolution(NOTED, "That the roof be mended.")), date=day(2023, 6, 8))
    with closing(open_for_reading(store_of(tmp_path / "m.db", meeting(APOLOGIES, REPAIRS, WEBCAST), june))) as opened:
        yield opened


def found(store: Connection, query: str, marked: UserMarks = NO_MARKS) -> list[str]:
    return list(found_by(store, query, marked))


def test_a_query_gives_every_place_newest_first(store: Connection) -> None:
    assert found(store, "repairs noted") == [f"{JUNE}/4/r1/~1", f"{MARCH}/18/r1/(i)"]
    assert len(Finder(store).find("repairs noted").hits) == 1  # on a screen they are one answer


def test_places_are_looked_up_as_they_are_asked_for(store: Connection) -> None:
    places = found_by(store, "repairs noted")
    asked: list[str] = []
    store.set_trace_callback(asked.append)
    assert next(places) == f"{JUNE}/4/r1/~1"  # which was looked up to see whether there are any
    assert asked == []
    assert next(places) == f"{MARCH}/18/r1/(i)"
    assert len(asked) == 1


def test_a_query_is_narrowed_by_its_fields(store: Connection) -> None:
    assert found(store, "repairs noted date:2023-03-02") == [f"{MARCH}/18/r1/(i)"]
    assert found(store, "number:18(iv)") == [f"{MARCH}/18/r1/(iv)", f"{MARCH}/18/r1/(iv)~2"]
    assert found(store, "committee:zzqx") == []
    marked = UserMarks(lambda: [f"{MARCH}/18"], lambda: [MARCH])
    assert found(store, "is:starred", marked) == places_of_meeting(store, f"{MARCH}/18")[1:-1]
    assert found(store, "is:unseen", marked) == [f"{JUNE}/4/r1/~1", f"{JUNE}/4/r1/~2"]


def test_a_query_in_other_sections_gives_items(store: Connection) -> None:
    assert found(store, "in:title backlog") == [f"{MARCH}/18"]
    assert found(store, "in:text presented") == [f"{MARCH}/18"]


def test_close_answers_are_given_only_where_none_is_exact(store: Connection) -> None:
    assert found(store, "webcats kept") == [f"{MARCH}/webcast/r1"]
    assert f"{MARCH}/webcast/r1" in found(store, "webcast backlog")  # both stand somewhere, but not together
    assert found(store, "zzqx") == []


def test_finding_everything_can_be_stopped(store: Connection) -> None:
    with pytest.raises(Stopped):
        found_by(store, "report", stopped=lambda: True)


def test_a_meeting_is_all_its_clauses_and_the_items_that_decided_nothing(store: Connection) -> None:
    assert places_of_meeting(store, MARCH) == [
        f"{MARCH}/17",
        *(f"{MARCH}/18/r1/{label}" for label in ("(i)", "(ii)", "(iv)", "(iv)~2")),
        f"{MARCH}/webcast/r1",
    ]
    with pytest.raises(NotFound):
        places_of_meeting(store, "eastmarsh/hrg/2020-01-01")


def test_stars_that_are_of_no_place_here_are_left_out(store: Connection) -> None:
    nowhere = Wanted(places=("eastmarsh/hrg/2020-01-01", "no permalink"))
    with pytest.raises(NothingToExport):
        export(store, nowhere, FORMATS["csv"])
    (line,) = export(store, replace(nowhere, places=("hrg/2023-03-02/17", *nowhere.places)), FORMATS["jsonl"])
    assert f"{MARCH}/17" in line


def test_places_are_kept_in_order_with_those_of_an_item_together() -> None:
    chosen = [f"{MARCH}/18/r1/(i)", f"{JUNE}/4/r1", f"{MARCH}/17", f"{MARCH}/18/r1/(ii)", f"{MARCH}/17", "no permalink"]
    assert in_groups(chosen) == [
        f"{MARCH}/18/r1/(i)", f"{MARCH}/18/r1/(ii)", f"{MARCH}/17", f"{JUNE}/4/r1", "no permalink",
    ]  # fmt: skip


def test_a_whole_meeting_in_markdown_has_everything_that_was_said(store: Connection) -> None:
    assert (
        "".join(export(store, Wanted(meeting=MARCH), FORMATS["markdown"]))
        == """\
# Scrutiny Housing Repairs Group

Eastmarsh Borough Council, 2 March 2023 at 18:00

- **Chair:** Councillor Ashdown

## Present

- Councillor Ashdown (Chair)

## Declarations of interest

- Councillor Vane, personal, as a tenant, remained in the meeting

## 17 Apologies for Absence

There were none.

## 18 Repairs Backlog

The Head of Housing presented the report.

## Webcast

The meeting ended at 7.12 pm.

---

From 0.txt (`eastmarsh/hrg/2023-03-02`)
"""
    )


def test_no_word_of_a_meeting_is_lost_in_markdown(everything: Path) -> None:
    with closing(open_for_reading(everything)) as store:
        for key, permalink in store.execute("SELECT id, permalink FROM meeting").fetchall():
            page = " ".join(words("".join(export(store, Wanted(meeting=permalink), FORMATS["markdown"]))))
            said = "SELECT text FROM paragraph WHERE meeting_id = ? AND kind IN ('discussion', 'resolution', 'note')"
            for (text,) in store.execute(said, (key,)):
                assert " ".join(words(text)) in page, permalink
