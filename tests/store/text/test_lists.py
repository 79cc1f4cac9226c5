"""Lists in words."""

import pytest

from store.text.lists import listed


@pytest.mark.parametrize(
    ("things", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_the_last_of_several_things_stands_behind_and(things: list[str], sentence: str) -> None:
    assert listed(things) == sentence


def test_alternatives_stand_behind_or() -> None:
    assert listed(iter("abc"), "or") == "a, b or c"
