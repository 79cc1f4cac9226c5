"""The basket: citations with what they were taken from."""

from dataclasses import replace

from store.userdata.basket import Citation
from store.userdata.userdata import UserData
from tests.store.userdata.kept import DAMP, LATER, NOW, ROOF

ONE = Citation("Minute 18(ii)", "short", ROOF, "hrg.txt", "ab" * 32, "/minutes.db", NOW)
TWO = Citation("Minute 18(iv)\n“That …”", "quotation", f"{ROOF} {DAMP}", "hrg.txt", "ab" * 32, "/minutes.db", LATER)


def test_the_basket_keeps_citations_as_they_were_copied_the_latest_first(desk: UserData) -> None:
    first, second = desk.basket.add(ONE), desk.basket.add(TWO)
    assert desk.basket.all() == (replace(TWO, key=second), replace(ONE, key=first))
    assert desk.basket.add(ONE) not in (first, second)


def test_citations_are_taken_out_one_by_one_or_all(desk: UserData) -> None:
    keys = [desk.basket.add(one) for one in (ONE, TWO, ONE)]
    assert desk.basket.remove([keys[1], 99]) == 1
    assert [one.key for one in desk.basket.all()] == [keys[2], keys[0]]
    assert desk.basket.clear() == 2
    assert desk.basket.all() == ()


def test_what_was_taken_out_comes_back_with_its_key(desk: UserData) -> None:
    keys = [desk.basket.add(one) for one in (ONE, TWO)]
    desk.basket.clear()
    undone = desk.journal.undo()
    assert undone is not None
    assert undone.said == "taking out of the basket"
    assert [one.key for one in desk.basket.all()] == keys[::-1]
    desk.journal.undo()
    assert [one.key for one in desk.basket.all()] == keys[:1]
