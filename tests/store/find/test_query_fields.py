"""The fields of a query: by name, by a slip of it, and what may stand behind the colon."""

import pytest

from store.find.query_fields import FIELDS, NoValue, chosen_value, field_named, nearest_field


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("committee", "committee"),
        ("Committee", "committee"),
        ("minute", "number"),
        ("title", "item"),
        ("proposer", "mover"),
    ],
)
def test_a_field_is_known_by_its_name_or_another(typed: str, name: str) -> None:
    field = field_named(typed)
    assert field is not None
    assert field.name == name


def test_no_other_word_is_a_field() -> None:
    assert field_named("resolved") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("comittee", "committee"),  # codespell:ignore comittee
        ("com", "committee"),
        ("outcom", "outcome"),
        ("zzz", None),
        ("c", None),
    ],
)
def test_a_mistyped_field_means_the_nearest(typed: str, meant: str | None) -> None:
    assert nearest_field(typed) == meant


def choice(typed: str, *, unfinished: bool = False, field: str = "is") -> str | None:
    (chosen,) = (one for one in FIELDS if one.name == field)
    return chosen_value(chosen, typed, unfinished=unfinished)


def test_a_value_is_chosen_by_its_beginning() -> None:
    assert choice("Starred ") == "starred"
    assert choice("star") == "starred"
    assert choice("se", unfinished=True) == "seen"
    assert choice("s", unfinished=True) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("s", "There is no is:s; there are is:starred, is:seen, is:unseen, is:incomplete, is:open and is:overdue."),
        ("stared", "There is no is:stared; did you mean is:starred?"),
        (
            "zzzz",
            "There is no is:zzzz; there are is:starred, is:seen, is:unseen, is:incomplete, is:open and is:overdue.",
        ),
    ],
)
def test_what_is_no_value_is_told_with_those_that_are(typed: str, why: str) -> None:
    with pytest.raises(NoValue) as raised:
        choice(typed)
    assert str(raised.value) == why


def test_another_field_tells_its_own_values() -> None:
    with pytest.raises(
        NoValue, match=r"^There is no has:zzzz; there are has:vote, has:amendment, has:doubt and has:finding\.$"
    ):
        choice("zzzz", field="has")
