"""Names that minutes spell out in one place and write short in another; and words of which one is mistyped."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from store.database.connect import open_for_reading
from store.find.finder import Finder
from tests.store.building import item, meeting, resolution, store_of

SPELT, SHORT = "That the Harbour Users Liaison Group be set up.", "That HULG be asked for a plan."
RIGHTS, PROW = "That the Public Rights of Way be mapped.", "That the PROW officer be thanked."
OTHER = "That the harbour be dredged for a liaison boat."
BOTH, ONE = "That the street be given lighting.", "That the street be swept."


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    texts = (SPELT, SHORT, RIGHTS, PROW, OTHER, ONE, BOTH)
    items = [item(str(number), "Business", resolution(text)) for number, text in enumerate(texts, 1)]
    with closing(open_for_reading(store_of(tmp_path_factory.mktemp("short") / "minutes.db", meeting(*items)))) as store:
        yield Finder(store)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbour users liaison group", [SPELT, SHORT]),
        ("hulg", [SHORT, SPELT]),
        ("public rights of way", [RIGHTS, PROW]),
        ("prow", [PROW]),
    ],
)
def test_a_name_and_its_initials_find_each_other(finder: Finder, typed: str, found: list[str]) -> None:
    assert [hit.text for hit in finder.find(typed).hits if hit.exact] == found


def test_words_in_another_order_are_no_name(finder: Finder) -> None:
    assert [hit.text for hit in finder.find("users group harbour liaison").hits if hit.exact] == [SPELT]


def test_close_answers_with_both_words_come_before_those_with_one(finder: Finder) -> None:
    assert [hit.text for hit in finder.find("street lihgting").hits][:2] == [BOTH, ONE]
