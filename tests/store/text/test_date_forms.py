"""Every form of date is read wherever dates are: in minutes, in queries, in what is typed or quoted of them."""

from datetime import date

import pytest

from store.places.asked_place import asked_place
from store.text.confirming import Confirmed, confirms
from store.text.dates import FORMS, DateForm, find_dates, find_days_of_year, find_months, names_any_day, names_day
from store.text.periods import Period, read_period
from store.verify.references import Mentions

THE_DAY = date(2021, 5, 10)
PERIOD = Period("2021-05-10", "2021-05-10")

form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


@form
def test_the_example_of_a_form_is_the_tenth_of_may(form: DateForm) -> None:
    (found,) = find_dates(f"They met on {form.example}, in the hall.")
    assert (found.day, found.span.end - found.span.start) == (THE_DAY, len(form.example))


@form
def test_minutes_are_confirmed_by_a_day_in_any_form(form: DateForm) -> None:
    said = [f"That the minutes of the meeting held on {form.example} be confirmed."]
    assert confirms("Planning Committee", "Minutes", said, THE_DAY) is Confirmed.AS_WRITTEN
    assert confirms("Planning Committee", "Minutes", said, date(2021, 5, 11)) is Confirmed.NO


@form
def test_a_query_takes_a_day_in_any_form(form: DateForm) -> None:
    assert read_period(form.example) == PERIOD


@form
def test_a_place_is_asked_for_by_a_day_in_any_form(form: DateForm) -> None:
    asked = asked_place(f"Planning, {form.example}")
    assert (asked.period, asked.names) == (PERIOD, ("planning",))


@form
def test_a_text_is_verified_by_a_day_in_any_form(form: DateForm) -> None:
    (mention,) = Mentions({}).find(f"It was refused on {form.example} at last.")
    assert (mention.said.first, mention.said.last) == ("2021-05-10", "2021-05-10")


def test_every_form_has_a_name_of_its_own() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(
    "printed", ["10 May", "10th May", "the 10th of May", "10 MAY", "10th day of May.", "Mon. 10 May"]
)
def test_a_day_may_be_printed_without_its_year(printed: str) -> None:
    assert [(found.month, found.day) for found in find_days_of_year(printed)] == [(5, 10)]
    assert names_day(f"minutes of {printed}", THE_DAY)
    assert names_any_day(printed)


@pytest.mark.parametrize("text", ["10 may attend", "10 May 2021", "10 Mayfield Road", "31 April", "2.10 May"])
def test_what_is_no_day_without_its_year(text: str) -> None:
    assert list(find_days_of_year(text)) == []


def test_a_day_of_another_year_is_another_day() -> None:
    assert not names_day("the minutes of 10 May 2020 and of 3 June", THE_DAY)


def test_the_year_of_a_day_may_lack_it() -> None:
    (found,) = find_days_of_year("on 29 February")
    assert (found.in_year(2020), found.in_year(2021)) == (date(2020, 2, 29), None)


@pytest.mark.parametrize(
    ("printed", "month"), [("May 2021", 5), ("Sept. 2021", 9), ("10 MARCH 2021", 3), ("Medi 2021", 9)]
)
def test_a_month_is_found_with_its_year(printed: str, month: int) -> None:
    assert [(found.year, found.month) for found in find_months(printed)] == [(2021, month)]
