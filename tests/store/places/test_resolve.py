"""From what somebody types to the places it names."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.places.resolve import going, place_named
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"
JUNE = "eastmarsh/hrg/2023-06-08"
PLANNING = "brackwater/planning-committee/2023-03-02"
CLAUSE = f"{MARCH}/18/r1/(i)"
CITED = "Minute 18(i), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023"


NO_MEETING = (
    "No meeting of the Scrutiny Housing Repairs Group on 3 March 2023 is in the store; the nearest are on 2 March 2023"
    " and 8 June 2023."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    plans = item("77/24", "The Slipway", resolution("That it be mended."))
    path = store_of(
        tmp_path / "minutes.db",
        meeting(APOLOGIES, REPAIRS, WEBCAST),
        meeting(item("18", "Minutes"), item("19", "Gutters"), date=day(2023, 6, 8)),
        meeting(item("18", "Trees"), plans, committee="Planning Committee", council="Brackwater Borough Council"),
    )
    with closing(open_for_reading(path)) as connection:
        yield connection


def led(store: sqlite3.Connection, text: str, here: str | None = None) -> list[str]:
    found = going(store, text, here)
    assert not found.why
    return [one.permalink for one in found.destinations]


@pytest.mark.parametrize(
    "text",
    [
        CLAUSE,
        f"see ({CLAUSE}).",
        f"‘That it be noted.’ <{CLAUSE}>, accessed 3 May 2024",
        "eastmarsh/hrg/2023-03-02/18/r1/i",
        f"Minute 99, Planning Committee, 1 May 1999, {CLAUSE}",
        CITED,
        f"{CITED} (unconfirmed)",
        f"‘That minute 4 of 1 May 1999 be noted, and that these words be long enough to be quoted.’ ({CITED})",
        "Eastmarsh Borough Council, Scrutiny Housing Repairs Group. (2023, March 2). *Repairs* (Minute 18(i)).",
        "Scrutiny Housing Repairs Group. 2023. “Repairs Backlog.” Minutes of meeting, 2 March, minute 18(i).",
        "{{cite report |author=Scrutiny Housing Repairs Group |title=Repairs |date=2 March 2023 |at=Minute 18(i) }}",
        "<p>— <i>Scrutiny Housing Repairs Group</i>, 2 March 2023, minute 18(i)</p>",
        "min 18(i), housing repairs, 2/3/2023",
        "18(i) repairs 2023-03-02",
        "Scrutiny Housing Repairs Group, min 18(i), March 2023",
    ],
)
def test_a_permalink_a_reference_and_loose_words_lead_to_the_same_clause(store: sqlite3.Connection, text: str) -> None:
    assert led(store, text) == [CLAUSE]
    assert place_named(store, text) == CLAUSE


@pytest.mark.parametrize(
    "text", ["2 March 2023", "2023-03-02", "02/03/2023", "March 2023", "2023-03", "Thursday 2 March 2023"]
)
def test_a_day_or_a_month_leads_to_its_meetings(store: sqlite3.Connection, text: str) -> None:
    assert set(led(store, text)) == {MARCH, PLANNING}


def test_a_number_is_looked_for_here_then_in_the_committee_then_everywhere(store: sqlite3.Connection) -> None:
    for text in ("18", "min 18", "Item 18"):
        assert led(store, text, f"{JUNE}/19") == [f"{JUNE}/18", f"{MARCH}/18", f"{PLANNING}/18"]
    assert led(store, "18", PLANNING)[0] == f"{PLANNING}/18"
    assert led(store, "77/24", MARCH) == [f"{PLANNING}/77-24"]
    assert led(store, "18(iv)", PLANNING) == [f"{MARCH}/18/r1/(iv)"]


def test_a_committee_may_be_mistyped_or_called_by_its_initials(store: sqlite3.Connection) -> None:
    assert led(store, "planing") == [PLANNING]
    assert led(store, "hrg") == [JUNE, MARCH]
    assert led(store, "brackwater 18") == [f"{PLANNING}/18"]


def test_an_item_without_a_number_is_found_by_its_title_in_quotation_marks(store: sqlite3.Connection) -> None:
    assert led(store, "‘Webcast’, Scrutiny Housing Repairs Group, 2 March 2023") == [f"{MARCH}/webcast"]


@pytest.mark.parametrize(
    ("text", "nearest", "why"),
    [
        (
            "3 March 2023, repairs",
            [MARCH, JUNE],
            NO_MEETING,
        ),
        (
            "min 30, planning, 2 March 2023",
            [f"{PLANNING}/18", PLANNING],
            "The Planning Committee of 2 March 2023 has no item 30; its items go from 18 to 77/24.",
        ),
        (
            "18(ix), repairs, 2 March 2023",
            [f"{MARCH}/18"],
            "The Scrutiny Housing Repairs Group of 2 March 2023 has no (ix) in its item 18.",
        ),
        (f"{MARCH}/20", [MARCH], f"{MARCH} has no item 20; its items are: 17, 18, webcast."),
        ("eastmarsh/hrg/2023-03-03", [MARCH, JUNE], "No meeting in the store is called eastmarsh/hrg/2023-03-03."),
        ("xylophone", [], "No committee or council in the store is called “xylophone”."),
        (
            "plenninck comite",
            [PLANNING],
            "No committee or council in the store is called “plenninck comite”; the nearest is “Planning Committee”.",
        ),
        ("min 4321", [], "Nothing in the store has the number 4321."),
        ("", [], "Type a number, a day, the name of a committee, a reference or a permalink."),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest_that_is(
    store: sqlite3.Connection, text: str, nearest: list[str], why: str
) -> None:
    found = going(store, text)
    assert [one.permalink for one in found.destinations] == nearest
    assert found.why == why


def test_a_number_that_is_not_in_the_meeting_is_told_with_those_that_are(store: sqlite3.Connection) -> None:
    found = going(store, "min 40", MARCH)
    assert found.destinations[0].permalink == f"{MARCH}/18"
    assert found.why == "The Scrutiny Housing Repairs Group of 2 March 2023 has no item 40; its items go from 17 to 18."


def test_one_place_is_named_or_the_error_lists_which_it_may_be(store: sqlite3.Connection) -> None:
    with pytest.raises(NotFound, match=r"“min 18” may be .*/18, .*/18 or .*/18; say the committee and the day as well"):
        place_named(store, "min 18")
    with pytest.raises(NotFound, match="is not a permalink; one looks like"):
        place_named(store, "nobody/nothing")


@pytest.mark.parametrize(
    "text",
    ["/", "//2023-03-02", "a/undated", "((((", "min", "99999999999", "31 February 2023", "!:^'", "\0", "4(", "min 18("],
)
def test_nothing_that_is_typed_raises(store: sqlite3.Connection, text: str) -> None:
    going(store, text, MARCH)
