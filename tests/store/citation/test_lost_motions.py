"""A motion that was not carried is never cited as a decision of the body."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.citation.gather import gather_one
from store.database.connect import writing
from store.export.csv_table import csv_table
from store.model import Form, Result
from tests.store.building import item, meeting, put, resolution

if TYPE_CHECKING:
    from sqlite_utils import Database

ITEM = "eastmarsh/hrg/2023-03-02/5"
LOST = replace(resolution("That the pier be sold."), result=Result.LOST, form=Form.PROSE, marker="Cllr Ash moved")
CARRIED = resolution("That the pier be kept.")


@pytest.fixture
def db(tmp_path: Path) -> Iterator["Database"]:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(item("5", "Pier", LOST, CARRIED)), "pier.txt")
        yield db


def test_a_lost_motion_is_cited_as_rejected(db: "Database") -> None:
    record = gather_one(db.conn, f"{ITEM}/r1")
    assert (record.text, record.decided, record.result, record.form) == (
        "That the pier be sold.",
        "rejected",
        "lost",
        "prose",
    )


def test_an_item_is_cited_by_what_it_decided_alone(db: "Database") -> None:
    record = gather_one(db.conn, ITEM)
    assert (record.text, record.decided, record.result) == ("That the pier be kept.", "resolved", "carried")


def test_an_item_whose_only_motion_was_lost_says_so(db: "Database") -> None:
    put(db, meeting(item("6", "Crane", LOST), start="20:00", committee="Harbour Board"), "other.txt")
    assert gather_one(db.conn, "eastmarsh/harbour-board/2023-03-02/6").result == "lost"


def test_a_table_has_form_and_result_of_every_place(db: "Database") -> None:
    rows = list(csv_table([gather_one(db.conn, f"{ITEM}/r1")]))
    assert rows[0].rstrip().endswith("form,result,outcomes,mover,seconder,vote")
    assert ",prose,lost," in rows[1]
