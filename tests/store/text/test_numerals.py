"""Roman figures."""

import pytest

from store.text.numerals import roman, roman_value


def test_a_number_in_roman_letters_counts_to_that_number() -> None:
    assert [roman_value(roman(number)) for number in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize(("number", "letters"), [(4, "iv"), (44, "xliv"), (99, "xcix"), (1999, "mcmxcix")])
def test_a_number_is_written_with_the_least_letters(number: int, letters: str) -> None:
    assert roman(number) == letters


@pytest.mark.parametrize("letters", ["", "iix", "iiii", "vx", "xxxx", "c", "IV", "a"])
def test_other_letters_are_no_roman_figure(letters: str) -> None:
    assert roman_value(letters) is None
