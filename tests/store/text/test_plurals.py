"""Numbers with their things."""

import pytest

from store.text.lists import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 items"), (1, "1 item"), (2, "2 items"), (1_204, "1,204 items"), (-1, "-1 items")]
)
def test_one_thing_stands_alone(number: int, words: str) -> None:
    assert counted(number, "item") == words
