"""What is kept is known by the name that the store has for it now."""

from contextlib import closing
from pathlib import Path

from store.database.connect import open_for_reading
from store.ingest.organizations import set_council
from store.permalinks.lookup import lacks_council, names_now, now_called
from store.userdata.summary import Told, told
from tests.store.building import COUNCIL, REPAIRS, meeting, store_of
from tests.store.userdata.kept import DAMP, ROOF


def test_a_star_from_before_its_council_was_told_is_one_afterwards(tmp_path: Path) -> None:
    store = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with closing(open_for_reading(store)) as reading:
        assert now_called(reading, ["hrg/2023-03-02/18/r1/(i)", ROOF, "elsewhere/2020-01-01", "odd"]) == {
            "eastmarsh/hrg/2023-03-02/18/r1/(i)", ROOF, "elsewhere/2020-01-01", "odd",
        }  # fmt: skip


def test_only_what_begins_with_a_committee_lacks_its_council() -> None:
    assert lacks_council("hrg/2023-03-02/18")
    assert lacks_council("hrg/undated")
    assert not lacks_council(ROOF)
    assert not lacks_council("odd")


def test_a_place_has_its_new_name_when_its_council_is_told(tmp_path: Path) -> None:
    store = store_of(tmp_path / "minutes.db", meeting(REPAIRS, council=None))
    old = "hrg/2023-03-02/18/r1/(ii)"
    with closing(open_for_reading(store)) as reading:
        assert names_now(reading, [old]) == {old: old}
    set_council(store, "hrg", COUNCIL)
    with closing(open_for_reading(store)) as reading:
        assert names_now(reading, [old, DAMP]) == {old: ROOF, DAMP: DAMP}


def test_a_name_that_two_councils_may_mean_stays_as_it_is(tmp_path: Path) -> None:
    elsewhere = meeting(REPAIRS, council="Westmarsh Borough Council")
    store = store_of(tmp_path / "minutes.db", meeting(REPAIRS), elsewhere)
    with closing(open_for_reading(store)) as reading:
        assert names_now(reading, ["hrg/2023-03-02"]) == {"hrg/2023-03-02": "hrg/2023-03-02"}


def test_a_place_is_told_in_words_and_what_is_not_there_is_left_out(tmp_path: Path) -> None:
    store = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    committee, day = "Scrutiny Housing Repairs Group", "2023-03-02"
    whole = "eastmarsh/hrg/2023-03-02"
    with closing(open_for_reading(store)) as reading:
        assert told(reading, [whole, f"{whole}/18", f"{whole}/18/r1", ROOF, "elsewhere/a/2020-01-01", "odd"]) == {
            whole: Told(committee, day, None, None, ""),
            f"{whole}/18": Told(committee, day, "18", None, "Repairs Backlog"),
            f"{whole}/18/r1": Told(committee, day, "18", None, "That the repairs report be noted."),
            ROOF: Told(committee, day, "18", "(ii)", "That these sites be inspected:"),
        }
