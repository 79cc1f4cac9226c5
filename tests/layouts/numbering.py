"""The numbers of items: as they are printed, and as they should be read."""

from random import Random
from typing import NamedTuple

from tests.layouts.habits import Habits

_LETTERS = "ABCDEFGHJKLMNPRSTW"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbers(NamedTuple):
    """How a page counts its items: the form of its habit, the letters and the year that stand in all of them."""

    form: str
    first: int
    letters: str
    year: int
    month: int

    def printed(self, at: int) -> str:
        """The number of the item at `at` (from 0) as the page prints it, "" where it prints none."""
        n, year = self.first + at, f"{self.year % 100:02}"
        return {
            "none": "",
            "n": f"{n}",
            "n.": f"{n}.",
            "n)": f"{n})",
            "(n)": f"({n})",
            "n long": f"{n}",
            "n/yy": f"{n}/{year}",
            "yy.nn": f"{year}.{n:02}",
            "yy.mm.nn": f"{year}.{self.month:02}.{n:02}",
            "PLAn/yy": f"{self.letters}{n}/{year}",
            "X n": f"{self.letters} {n}",
            "Xn": f"{self.letters[:1]}{n}",
            "Xn/yy:": f"{self.letters[:1]}{n}/{year}:",
            "X/n/yy": f"{self.letters}/{n}/{year}",
            "X n/yyyy": f"{self.letters[:2]} {n}/{self.year}",
            "Minute n": f"Minute {n}",
            "Item No. n": f"Item No. {n}",
            "Item n:": f"Item {n}:",
            "roman": f"{roman(n)}.",
            "letter": f"{chr(64 + n)}.",
        }[self.form]

    def bare(self, at: int) -> str:
        """The counter of an item without anything around it."""
        return str(self.first + at)


def numbers(rng: Random, habits: Habits, year: int, month: int) -> Numbers:
    """The numbering of one page."""
    first = rng.randrange(12, 480) if habits["start"] == "continuing" else 1
    if habits["number"] == "n long":
        first = rng.randrange(1001, 8000)
    letters = "".join(rng.sample(_LETTERS, 3))
    return Numbers(habits["number"], first, letters, year, month)


def roman(n: int) -> str:
    """`n` in Roman numerals, up to 39."""
    out = ""
    for value, letters in _ROMAN:
        out += letters * (n // value)
        n %= value
    return out


def label(style: str, at: int) -> str:
    """The label of the clause at `at` (from 0) in a style such as "(a)", "i." or "•"."""
    if style in "•-":
        return style
    letter, number = chr(97 + at), str(at + 1)
    return (
        style.replace("a", letter) if "a" in style else style.replace("i", roman(at + 1).lower()).replace("1", number)
    )
