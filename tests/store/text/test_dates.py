"""Dates and times in the forms that minutes print."""

import pytest

from store.text.dates import find_dates, find_times, names_any_day, spoken_day, spoken_time


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("10 May 2021 at 6.00 pm", "2021-05-10"),
        ("Tuesday, 4 June 2019 2.00 pm", "2019-06-04"),
        ("held on Wednesday, 16th March, 2016.", "2016-03-16"),
        ("Thursday 12th March 2020 6.00 pm", "2020-03-12"),
        ("the 3rd day of September 2019", "2019-09-03"),
        ("November 2, 2017", "2017-11-02"),
        ("Scrutiny Panel - 16.03.16", "2016-03-16"),
        ("26/02/2018 at 7:00 pm", "2018-02-26"),
        ("2022-02-09", "2022-02-09"),
        ("4.00pm1 July 2021", "2021-07-01"),
        ("2 NOVEMBER 2017", "2017-11-02"),
        ("5 Sept. 2020", "2020-09-05"),
        ("12-Mar-2024", "2024-03-12"),
        ("Tues 14 Jan 25", "2025-01-14"),
        ("27/28 February 2024", "2024-02-27"),
        ("23-24 May 2023", "2023-05-23"),
        ("Meeting held on 3 May2006", "2006-05-03"),
        ("August, 16, 2018", "2018-08-16"),
        ("03.15.2018", "2018-03-15"),
        ("6 NOVEMBER 2O23", "2023-11-06"),
        ("16-03-2016", "2016-03-16"),
    ],
)
def test_a_date_is_read_in_the_forms_that_councils_print(printed: str, day: str) -> None:
    assert [found.day.isoformat() for found in find_dates(printed)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Standing Order 7(3)",
        "30 February 2020",
        "2018/19",
        "24/00123/FUL",
        "5 Mayfield 2020",
        "on 10 May 21 members came",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


def test_a_date_is_found_with_its_weekday() -> None:
    text = "The Board met on Monday 9th September 2024 in the hall."
    (found,) = find_dates(text)
    assert text[found.span.start : found.span.end] == "Monday 9th September 2024"


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("6.00 pm", "18:00"),
        ("10.30 a.m.", "10:30"),
        ("at 3PM.", "15:00"),
        ("12.15 am", "00:15"),
        ("12 noon", "12:00"),
        ("commencing at 19:00", "19:00"),
        ("17:00hrs", "17:00"),
        ("1835 hrs", "18:35"),
        ("19.30 pm", "19:30"),
        ("closed at 9.37 pm)", "21:37"),
        ("closed at 8.3Opm", "20:30"),
        ("held at 7-30 p.m.", "19:30"),
        ("closed at 9~05pm", "21:05"),
        ("at 12.00 NOON", "12:00"),
    ],
)
def test_a_time_is_read_in_the_forms_that_councils_print(printed: str, time: str) -> None:
    assert [found.time for found in find_times(printed)] == [time]


@pytest.mark.parametrize("text", ["item 7.12 of the report", "£2.30", "Room 1835", "16.03.16", "(0116 3052583)"])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert list(find_times(text)) == []


def test_figures_after_at_are_a_time_where_times_are_looked_for() -> None:
    assert [(found.time, found.half_told) for found in find_times("closed at 8.35.", bare=True)] == [("08:35", False)]
    assert list(find_times("The rate stood at 8.35 per cent.", bare=True)) == []
    assert [found.half_told for found in find_times("from 2:00 to 14:00 and 2.00 pm")] == [False, True, True]


def test_a_day_is_written_as_it_is_spoken() -> None:
    assert spoken_day("2021-05-01") == "1 May 2021"


def test_a_time_is_found_beside_a_date_and_not_in_it() -> None:
    assert [found.time for found in find_times("10.05.2021 at 6.00 pm, until 7.15 pm on 11.05.2021")] == [
        "18:00",
        "19:15",
    ]


@pytest.mark.parametrize(("printed", "told"), [("12 noon", True), ("6.00 pm", True), ("18:00", True), ("6:00", False)])
def test_a_time_tells_its_half_of_the_day_or_does_not(printed: str, told: bool) -> None:
    assert [found.half_told for found in find_times(printed)] == [told]


@pytest.mark.parametrize(
    ("printed", "day"), [("03.15.2018", "2018-03-15"), ("12.15.2018", "2018-12-15"), ("12.12.2018", "2018-12-12")]
)
def test_a_month_that_no_year_has_is_the_day(printed: str, day: str) -> None:
    assert [found.day.isoformat() for found in find_dates(printed)] == [day]


@pytest.mark.parametrize("text", ["", "no day at all", "in May 2021"])
def test_a_text_may_name_no_day(text: str) -> None:
    assert not names_any_day(text)


@pytest.mark.parametrize(
    ("hour", "spoken"),
    [("00:05", "12.05 am"), ("01:00", "1.00 am"), ("11:59", "11.59 am"), ("12:00", "12.00 pm"), ("13:00", "1.00 pm")],
)
def test_a_time_is_spoken_with_its_half_of_the_day(hour: str, spoken: str) -> None:
    assert spoken_time(hour) == spoken


@pytest.mark.parametrize(
    ("printed", "time", "told"),
    [
        ("at half past seven", "07:30", False),
        ("half past 7pm", "19:30", True),
        ("a quarter to eight in the evening", "19:45", True),
        ("twenty past ten in the morning", "10:20", True),
        ("twelve o'clock", "12:00", False),
        ("7.40 yr hwyr", "19:40", True),
        ("10.15 o'r gloch y bore", "10:15", True),
    ],
)
def test_times_are_told_in_words(printed: str, time: str, told: bool) -> None:
    assert [(found.time, found.half_told) for found in find_times(printed)] == [(time, told)]


def test_no_other_words_are_times() -> None:
    assert list(find_times("It went from five to six, past ten of the twelve boats.")) == []
