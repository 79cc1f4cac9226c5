"""The town of a council."""

import pytest

from store.citation.gather import town_of


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
