"""What is told of a meeting outside its words: the front matter of a page, the name of its file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.parse.page.lines import Line
from store.text.dates import FoundDayOfYear, find_dates

_ENTRY = re.compile(
    r"""(?P<key>title|subtitle|date|committee|council|venue)\s?:\s*["']?(?P<value>.*?)["']?\s*$""", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_ISO_OF_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{2}(?!\d)")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Outside:
    """Titles as front matter gives them, the day of its date (often that of publishing), and the file's name.

    `start` and `end` ("18:00") and `chair` are as the bot of a chat tells them.
    """

    titles: tuple[str, ...] = ()
    day: date | None = None
    name: str = ""
    start: str | None = None
    end: str | None = None
    chair: str | None = None

    @property
    def day_of_name(self) -> date | None:
        """The day that the file is named after ("2019-06-04-minutes.md")."""
        iso = _ISO_OF_NAME.search(self.name)
        return next((found.day for found in find_dates("-".join(iso.groups()))), None) if iso else None

    def complete(self, found: FoundDayOfYear, weekday: str) -> date | None:
        """The day that is printed without its year, in the year that front matter or the file's name gives.

        `weekday` must agree, its first three letters or "". None where no year is told.
        """
        days = [day for year in self._years(found) if (day := found.in_year(year))]
        if weekday:
            days = [day for day in days if day.weekday() == _WEEKDAYS.index(weekday.casefold())]
        return days[0] if days else None

    def _years(self, found: FoundDayOfYear) -> list[int]:
        """Years that the day may be of, the likeliest first."""
        told = [int(match.group()) for text in (*self.titles, self.name) for match in _YEAR.finditer(text)]
        published = [self.day.year - int((found.month, found.day) > (self.day.month, self.day.day))] if self.day else []
        short = [_CENTURY + int(match.group()) for match in _SHORT_YEAR.finditer(self.name)]
        return [*told, *published, *short]


def read_outside(front: Sequence[Line], name: str) -> Outside:
    """What the front matter of a document and the name of its file tell."""
    entries = [match for line in front if (match := _ENTRY.match(line.text))]
    titles = tuple(match["value"] for match in entries if match["key"].casefold() != "date" and match["value"])
    dates = [match["value"] for match in entries if match["key"].casefold() == "date"]
    day = next((found.day for value in dates for found in find_dates(value)), None)
    return Outside(titles, day, name)
