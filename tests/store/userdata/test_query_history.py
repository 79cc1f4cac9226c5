"""The history of queries: the latest first, and not without end."""

from store.userdata.userdata import UserData
from tests.store.userdata.kept import LATER, NOW


def test_history_has_the_latest_first_and_each_query_once(desk: UserData) -> None:
    for text in ("flood gate", "  budget ", "flood  gate", "", " "):
        desk.history.add(text, NOW)
    assert desk.history.all() == ("flood gate", "budget")


def test_history_goes_by_the_order_of_asking_though_the_clock_turns_back(desk: UserData) -> None:
    desk.history.add("first", LATER)
    desk.history.add("second", NOW)
    assert desk.history.all() == ("second", "first")


def test_history_keeps_the_last_500_and_no_pasted_document(desk: UserData) -> None:
    for number in range(505):
        desk.history.add(f"minute {number}", NOW)
    desk.history.add("word " * 1_000, NOW)
    assert (len(desk.history.all()), desk.history.all()[0], desk.history.all()[-1]) == (500, "minute 504", "minute 5")
