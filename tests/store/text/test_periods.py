"""Years, months, days and what lies between them: read as people write them, half written too, and named again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.periods import NoPeriod, Period, read_period, spoken_period


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-2", "2021-02-01", "2021-02-28"),
        ("2021-03-02", "2021-03-02", "2021-03-02"),
        ("2021‑3‑2", "2021-03-02", "2021-03-02"),
        ("3/2020", "2020-03-01", "2020-03-31"),
        ("2/3/2020", "2020-03-02", "2020-03-02"),
        ("02/03/2020", "2020-03-02", "2020-03-02"),
        ("2/3/21", "2021-03-02", "2021-03-02"),
        ("2 March 2021", "2021-03-02", "2021-03-02"),
        ("Sept. 2021", "2021-09-01", "2021-09-30"),
        ("March 2020..10 Sept. 2021", "2020-03-01", "2021-09-10"),
        ("2019..2021", "2019-01-01", "2021-12-31"),
        ("2020-03..2021-05", "2020-03-01", "2021-05-31"),
        ("2020-03-02..5/2021", "2020-03-02", "2021-05-31"),
        ("2020..2020-03", "2020-01-01", "2020-03-31"),
        ("2020 .. 2021", "2020-01-01", "2021-12-31"),
        ("2020…2021", "2020-01-01", "2021-12-31"),
        ("..2021", "0001-01-01", "2021-12-31"),
        ("2020..", "2020-01-01", "9999-12-31"),
        ("2020.", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_value_means_days(typed: str, first: str, last: str) -> None:
    assert read_period(typed) == Period(first, last)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("2020-", "2020"),
        ("2020-0", "2020"),
        ("2020-1", "2020"),
        ("2020-2", "2020-02"),
        ("2020-12", "2020-12"),
        ("2020-12-", "2020-12"),
        ("2020-12-0", "2020-12"),
        ("2020-12-3", "2020-12"),
        ("2020-12-4", "2020-12-04"),
        ("2020-12-31", "2020-12-31"),
        ("2020.", "2020"),
        ("2020..2", "2020.."),
        ("2020..2021-0", "2020..2021"),
        ("..2021-", "..2021"),
    ],
)
def test_a_value_still_being_typed_means_what_can_be_read_of_it(typed: str, means: str) -> None:
    assert read_period(typed, unfinished=True) == read_period(means)


@pytest.mark.parametrize("typed", ["", "2", "20", "202", "2/", "2/3", "2/3/20", "13/2", ".", "..", "..2", "..202"])
def test_a_value_just_begun_means_nothing_yet(typed: str) -> None:
    assert read_period(typed, unfinished=True) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2021-13", "2021-13 is no month."),
        ("2021-00", "2021-00 is no month."),
        ("13/2021", "13/2021 is no month."),
        ("2/13/2021", "13 in 2/13/2021 is no month."),
        ("2021-02-30", "2021-02-30 is no day; February 2021 has 28."),
        ("31/4/2021", "31/4/2021 is no day; April 2021 has 30."),
        ("0000", "0000 is no year."),
        ("20", "“20” is no date; write 2020, 2020-03 or 2020-03-02."),
        ("20211", "“20211” is no date; write 2020, 2020-03 or 2020-03-02."),
        ("march", "“march” is no date; write 2020, 2020-03 or 2020-03-02."),
        ("2019-2021", "2019-2021 is no date; from one year to another is 2019..2021."),
        ("2019/20", "2019/20 is no date; from one year to another is 2019..2020."),
        ("2021..2020", "2021..2020 runs backwards; did you mean 2020..2021?"),
        ("2020..x", "“x” is no date; write 2020, 2020-03 or 2020-03-02."),
    ],
)
def test_a_value_that_means_no_days_says_why(typed: str, why: str) -> None:
    with pytest.raises(NoPeriod) as raised:
        read_period(typed)
    assert str(raised.value) == why


@pytest.mark.parametrize("typed", ["2021-13", "2021-02-30", "2021-0-", "x", "2021..2020"])
def test_what_no_further_letter_can_mend_is_wrong_at_once(typed: str) -> None:
    with pytest.raises(NoPeriod):
        read_period(typed, unfinished=True)


@pytest.mark.parametrize(
    ("typed", "spoken"),
    [
        ("2019", "in 2019"),
        ("2020-03", "in March 2020"),
        ("2021-03-02", "on 2 March 2021"),
        ("2019..2021", "from 2019 to 2021"),
        ("2020-03..2021-05", "from March 2020 to May 2021"),
        ("2020-03-02..2021-05", "from 2 March 2020 to 31 May 2021"),
        ("2020..2021-05", "from January 2020 to May 2021"),
        ("2020..", "since 2020"),
        ("2020-03..", "since March 2020"),
        ("2020-03-02..", "since 2 March 2020"),
        ("..2021", "up to the end of 2021"),
        ("..2021-05", "up to the end of May 2021"),
        ("..2021-05-02", "up to 2 May 2021"),
        ("0001..9999", "at any time"),
    ],
)
def test_a_period_is_named(typed: str, spoken: str) -> None:
    period = read_period(typed)
    assert period is not None
    assert spoken_period(period) == spoken


@given(st.text(st.sampled_from("0123456789-/.x…٣"), max_size=24), st.booleans())
def test_every_value_means_days_or_nothing_or_is_explained(typed: str, unfinished: bool) -> None:
    period, why = None, ""
    try:
        period = read_period(typed, unfinished=unfinished)
    except NoPeriod as wrong:
        why = str(wrong)
    assert not why or why.endswith((".", "?"))
    assert period is None or (period.first <= period.last and spoken_period(period))


@pytest.mark.parametrize("typed", ["1/1/2020", "31/12/2020", "2020-01-01", "2020-12-31", "29/2/2020"])
def test_the_first_and_the_last_day_of_a_month_are_days(typed: str) -> None:
    assert read_period(typed) is not None


@pytest.mark.parametrize("typed", ["0/1/2020", "32/12/2020", "2020-01-00", "2019-20201", "2019/2"])
def test_a_day_that_no_month_has_is_none(typed: str) -> None:
    with pytest.raises(NoPeriod):
        read_period(typed)
