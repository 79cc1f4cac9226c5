"""What a text can be found by beside its words: days in every form, names by their initials, compounds in one word.

_t05_10_2021, _t05_10   a day, and one without its year: "10.5.21", "10 May"
_itpo                   the initials of "Tree Preservation Order"
wellbeing               of "well-being", as others write it
"""

import re
from collections.abc import Iterator

from store.text.dates import find_dates, find_days_of_year
from store.text.tokens import words

DAY, INITIALS = "_t", "_i"

_MAY_NAME_DAY = re.compile(  # where a look at the text for less than a tenth of a reading tells that it names none
    r"\d(?:[./-]\d|.{0,9}(?:jan|feb|mar|apr|ma[iy]|ju[nl]|aug|sep|oct|nov|dec|ion|chw|ebr|meh|gor|aws|med|hyd|tach|rha))"
    r"|(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)[a-z]{0,6}[.,]?\s\d",
    re.IGNORECASE | re.ASCII,
)
_NAME = re.compile(r"[A-Z][a-z]+(?:\s(?:(?:and|of|for|the|in|to)\s){0,2}[A-Z][a-z]+){2,7}", re.ASCII)
_CAPITAL = re.compile(r"[A-Z]")
_HYPHEN = re.compile("[-‐‑/]")
_COMPOUND = re.compile(r"\b[A-Za-z]{2,20}(?:[-‐‑/][A-Za-z]{2,20}){1,3}\b")
_LEAST, _MOST = 3, 5  # letters of initials


def text_facts(text: str) -> Iterator[str]:
    """The tokens that the words of `text` do not tell; some of them may come twice."""
    yield from day_facts(text)
    yield from name_facts(text)


def name_facts(text: str) -> Iterator[str]:
    """Names by their initials, and compounds in one word."""
    for name in _NAME.finditer(text):
        initials = "".join(_CAPITAL.findall(name.group())).lower()
        for begin in range(len(initials) - _LEAST + 1):
            for end in range(begin + _LEAST, min(begin + _MOST, len(initials)) + 1):
                yield INITIALS + initials[begin:end]
    if not _HYPHEN.search(text):
        return
    for compound in _COMPOUND.finditer(text):
        parts = words(compound.group())
        for begin in range(len(parts) - 1):
            yield parts[begin] + parts[begin + 1]


def day_token(month: int, day: int, year: int | None = None) -> str:
    """The token of a day; without a year it begins as that of the same day in every year does."""
    return f"{DAY}{month:02}_{day:02}" + (f"_{year}" if year else "")


def day_facts(text: str) -> Iterator[str]:
    """Days; to read them costs ten times what all others do."""
    if not _MAY_NAME_DAY.search(text):
        return
    dated = list(find_dates(text))
    for found in dated:
        yield day_token(found.day.month, found.day.day, found.day.year)
    for other in find_days_of_year(text):
        if not any(found.span.start <= other.span.start < found.span.end for found in dated):
            yield day_token(other.month, other.day)
