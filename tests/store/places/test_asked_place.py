"""What somebody types to name a place -> what it asks for."""

import pytest

from store.places.asked_place import NOTHING, AskedPlace, asked_place
from store.text.periods import Period

MARCH = Period("2023-03-02", "2023-03-02")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", NOTHING),
        ("22", AskedPlace(number=("22",))),
        ("22(ii)", AskedPlace(number=("22", "ii"))),
        ("F/229/24", AskedPlace(number=("229", "24"))),
        ("planning", AskedPlace(names=("planning",))),
        ("the planning committee", AskedPlace(names=("planning", "committee"))),
        ("committee:planning council:tarrow", AskedPlace(names=("planning", "tarrow"))),
        ("outcome:noted", NOTHING),
        ("planning 2023-03-02", AskedPlace(MARCH, names=("planning",))),
        ("planning, 1 May 2020, 2 March 2023", AskedPlace(MARCH, names=("planning",))),
        ("March 2023", AskedPlace(Period("2023-03-01", "2023-03-31"))),
        ("3/2023", AskedPlace(Period("2023-03-01", "2023-03-31"))),
        ("2023", AskedPlace(Period("2023-01-01", "2023-12-31"))),
        ("2023. Trees. 2 March, item 4", AskedPlace(MARCH, ("4",), names=("trees",))),
        ("2023-13 planning", AskedPlace(number=("13",), names=("planning",))),
        ("“The Slipway”", AskedPlace(title=("the", "slipway"))),
        ("“The Slipway”, item 4", AskedPlace(number=("4",))),
        ("min 22 <blockquote>of 1 May 1999</blockquote>", AskedPlace(number=("22",))),
        ("> on 1 May 1999\nmin 22", AskedPlace(number=("22",))),
        ("<i>planning</i> *2 March 2023*", AskedPlace(MARCH, names=("planning",))),
    ],
)
def test_a_text_asks_for_a_day_a_number_a_title_and_names(typed: str, asked: AskedPlace) -> None:
    assert asked_place(typed) == asked


def test_of_several_numbers_the_last_counts() -> None:
    assert asked_place("minute 4, minute 22(ii)").number == ("22", "ii")


def test_a_year_in_a_citation_is_that_of_the_day_behind_it_and_stands_once() -> None:
    assert asked_place("Planning 2023. 2023 trees") == AskedPlace(
        Period("2023-01-01", "2023-12-31"), ("2023",), names=("planning", "trees")
    )
