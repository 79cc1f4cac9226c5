"""Citations, word for word."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from store.citation import Cited, full_reference, quotation
from store.database import writing
from store.queries import cited
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, put, resolution

HERE = Cited(
    permalink="eastmarsh/hrg/2023-03-02/18/r1/(iv)",
    council="Eastmarsh Borough Council",
    committee="Scrutiny Housing Repairs Group",
    date="2023-03-02",
    number="18",
    title="Repairs Backlog",
    label="(iv)",
    runs_on=True,
    status="unknown",
    complete=True,
    text="That the  report\nbe noted.",
)
BODY = "Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023"


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, f"Minute 18(iv), {BODY}"),
        ({"label": None}, f"Minute 18, {BODY}"),
        ({"label": "b)", "number": "10", "runs_on": False}, f"Item 10(b), {BODY}"),
        ({"label": "2.", "number": "43"}, f"Minute 43(2), {BODY}"),
        ({"label": "-", "number": "77/24"}, f"Minute 77/24, {BODY}"),
        ({"number": None, "label": None, "title": "Webcast"}, f"‘Webcast’, {BODY}"),
        ({"number": None, "label": None, "title": None}, f"Minutes of the {BODY}"),
        ({"council": None}, "Minute 18(iv), Scrutiny Housing Repairs Group, 2 March 2023"),
        ({"date": None}, "Minute 18(iv), Scrutiny Housing Repairs Group, Eastmarsh Borough Council"),
        ({"status": "draft"}, f"Minute 18(iv), {BODY} (unconfirmed)"),
        ({"complete": False}, f"Minute 18(iv), {BODY} (text incomplete in source)"),
        (
            {"council": "Wendleham Parish Council", "committee": "Wendleham Parish Council"},
            "Minute 18(iv), Wendleham Parish Council, 2 March 2023",
        ),
    ],
)
def test_a_reference_reads(changes: dict[str, str | None], reference: str) -> None:
    assert full_reference(replace(HERE, **changes)) == reference  # type: ignore[arg-type]


def test_a_quotation_is_the_words_and_their_reference_on_one_line() -> None:
    assert quotation(HERE) == f"‘That the report be noted.’ (Minute 18(iv), {BODY})"
    assert quotation(replace(HERE, text=None)) == f"Minute 18(iv), {BODY}"


def _cited(tmp_path: Path, permalink: str) -> Cited:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(APOLOGIES, REPAIRS, WEBCAST), "a.txt")
        return cited(db.conn, f"eastmarsh/hrg/2023-03-02{permalink}")


def test_a_clause_is_quoted_with_its_points(tmp_path: Path) -> None:
    assert quotation(_cited(tmp_path, "/18/r1/ii")) == (
        f"‘That these sites be inspected: - Tanner Row - Mill Lane’ (Minute 18(ii), {BODY})"
    )


def test_a_resolution_is_quoted_with_its_labels(tmp_path: Path) -> None:
    text = _cited(tmp_path, "/18/r1").text
    assert text is not None
    assert text.startswith("(i) That the repairs report be noted. (ii) That these sites be inspected:")


def test_an_item_is_quoted_by_what_it_resolved_and_a_meeting_by_nothing(tmp_path: Path) -> None:
    assert _cited(tmp_path, "/webcast").text == "That the webcast be kept for a year."
    assert _cited(tmp_path, "/17").text is None
    assert _cited(tmp_path, "").text is None


def test_a_committee_that_once_began_above_one_numbers_its_minutes_on(tmp_path: Path) -> None:
    restarts, goes_on = item("1", "Fences", resolution("That it be so.")), item("2", "Gates")
    with writing(tmp_path / "minutes.db") as db:

        def runs_on(store: sqlite3.Connection) -> bool:
            return cited(store, "eastmarsh/hrg/2023-03-02/1").runs_on

        put(db, meeting(restarts), "a.txt")
        assert not runs_on(db.conn)
        put(db, meeting(goes_on, start="20:00"), "b.txt")
        assert runs_on(db.conn)
