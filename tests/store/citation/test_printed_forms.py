"""How citations write numbers, labels and towns."""

import pytest

from store.citation.printed_forms import bracketed, pinpoint
from store.citation.town import town_of


@pytest.mark.parametrize(
    ("label", "written"),
    [("(iv)", "(iv)"), ("b)", "(b)"), ("2.", "(2)"), ("- (iv)", "(iv)"), ("(iv) |", "(iv)"), ("A:", "(A)")],
)
def test_a_label_is_written_in_brackets(label: str, written: str) -> None:
    assert bracketed(label) == written
    assert pinpoint("18", label) == f"18{written}"


@pytest.mark.parametrize("label", [None, "-", "·", "•"])
def test_a_bullet_is_no_label(label: str | None) -> None:
    assert pinpoint("18", label) == "18"


@pytest.mark.parametrize(
    ("council", "town"),
    [
        ("Eastmarsh Borough Council", "Eastmarsh"),
        ("Wendleham Parish Council", "Wendleham"),
        ("Oldermouth City Council", "Oldermouth"),
        ("Northholt Metropolitan Borough Council", "Northholt"),
        ("London Borough of Eastmarsh", "London"),
        ("Borough Council of Oldermouth", "Oldermouth"),
        ("City of Oldermouth Council", "Oldermouth"),
        ("Tarrowshire County Council", None),
        ("West Marsh District Council", None),
        ("Cyngor Cymuned Llanfedwen", None),
        (None, None),
    ],
)
def test_a_council_sits_in_a_town(council: str | None, town: str | None) -> None:
    assert town_of(council) == town
