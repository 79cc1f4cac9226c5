"""The numbers of items as minutes print them: "19.", "77/24", "F/229/24", "(26)", "4a", "19.09.03", "Item 5:"."""

import re
from dataclasses import dataclass

_NUMBER = r"""
    \((?P<bracketed>\d{1,5})\)
  | (?P<series>[A-Z][A-Za-z]{0,5}(?:[/-]|(?<=[A-Z][A-Z])\.(?=\d)|\ (?=\d{1,5}/\d)|(?=\d)))?
    (?P<figures>\d{1,5}(?:\.?[a-z](?![a-z]))?(?:[./]\d{1,4}(?:-\d{2,4})?(?:[a-z](?![a-z]))?){0,3})"""
_WORD = r"(?:(?:Agenda\s+)?Item(?:\s+No\.?)?|ITEM|Minute(?:\s+No\.?)?|MINUTE|Eitem|COFNOD|Cofnod)\s+"
_ITEM = re.compile(r"(?:agenda|item|eitem)\b", re.IGNORECASE)
_AT_START = re.compile(
    rf"(?P<word>{_WORD})?(?P<number>{_NUMBER})(?P<stop>\.:?|[):,])?(?:(?P<gap>\s*[|–—-]?_?\s+)(?P<title>\S.*)|\s*$)",
    re.VERBOSE,
)
# "3.Declarations of Interest": a figure and a stop with no space before the title.
_CLOSE = re.compile(r"(?P<number>(?P<figures>\d{1,3}))(?P<stop>[.)])(?P<title>[A-Z][a-z].*)")
_LETTERED = re.compile(r"(?P<number>\(?(?P<letter>[a-z])\)?)(?P<stop>\.)?\s+(?P<title>\S.*)")
_AT_END = re.compile(r"(?P<title>.*\S)\s+(?P<number>[A-Z]{1,5}/?\d{1,5}/\d{2,4})$")
_LEVEL = re.compile(r"(?P<figure>\d+)\.?(?P<letter>[a-z])?")

_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """A number that may be an item's.

    `printed` is without its stop; `series` what all numbers of the same run share; `place` orders them within
    it, a figure and a letter (0 for none) for each level. `firm` says that more than figures marks it as a number;
    `stopped` that a stop does; `spread` that a wide gap does. `title_from` and
    `title_end` are where the title stands in the line, None when it does not.
    """

    printed: str
    series: str
    place: tuple[tuple[int, int], ...]
    firm: bool
    stopped: bool = False
    spread: bool = False
    title_from: int | None = None
    title_end: int | None = None

    @property
    def levels(self) -> int:
        return len(self.place)

    @property
    def is_dotted(self) -> bool:
        """Whether the number is one within another, or a paragraph's ("5.1")."""
        return "." in self.printed and self.levels > 1


def number_before(text: str) -> ItemNumber | None:
    """The number that a line begins with, if any; `text` has its wide gaps."""
    if match := _AT_START.match(text) or _CLOSE.match(text):
        part = match.groupdict()
        series = part.get("series") or ""
        bracketed = part.get("bracketed")
        figures = bracketed or match["figures"]
        gap = part.get("gap") or ""
        return ItemNumber(
            printed=f"({bracketed})" if bracketed else f"{series}{figures}",
            series="()"
            if bracketed
            else _series(series or ("item" if _ITEM.match(part.get("word") or "") else ""), figures),
            place=_place(figures),
            firm=bool(part["stop"] or series or bracketed or part.get("word") or "/" in figures),
            stopped=bool(part["stop"]),
            spread=gap.count(" ") + gap.count("\t") * 3 + gap.count("\u00a0") >= 3,
            title_from=match.start("title") if part["title"] else None,
        )
    if match := _LETTERED.match(text):
        if match["number"] == match["letter"] and not match["stop"]:
            return None
        place = ((ord(match["letter"]) - ord("a") + 1, 0),)
        return ItemNumber(match["number"], "(a)", place, firm=False, title_from=match.start("title"))
    return None


def number_after(text: str) -> ItemNumber | None:
    """The number that a line ends with, behind the title; only one whose letters and year say that it is one."""
    match = _AT_END.fullmatch(text)
    if match is None:
        return None
    letters = re.match(r"[A-Z]+/?", match["number"])
    series = letters.group() if letters else ""
    figures = match["number"].removeprefix(series)
    return ItemNumber(
        match["number"],
        _series(series, figures),
        _place(figures),
        firm=True,
        title_from=0,
        title_end=match.end("title"),
    )


def _series(letters: str, figures: str) -> str:
    """What tells runs of numbers apart: their letters, and whether a year stands behind them."""
    return f"{letters.casefold().strip()}{'/' if '/' in figures else ''}"


def _place(figures: str) -> tuple[tuple[int, int], ...]:
    levels = [
        (int(match["figure"]), ord(match["letter"]) - ord("a") + 1 if match["letter"] else 0)
        for match in _LEVEL.finditer(figures.split("-", maxsplit=1)[0])
    ]
    if len(levels) > 1 and levels[-1][0] in _YEARS:  # "1536.2017" stands before "1536.1"
        levels.pop()
    return tuple(levels)


def step(one: ItemNumber, two: ItemNumber) -> float | None:
    """What going from one number to another is worth: 1 for the next, less for each number left out; None for back."""
    if one.series != two.series or two.place <= one.place:
        return None
    changed = 1.0 if one.stopped != two.stopped and None in (one.title_from, two.title_from) else 0.0
    return _forward(one, two) - changed


def _forward(one: ItemNumber, two: ItemNumber) -> float:
    level = next(
        (at for at, (first, second) in enumerate(zip(one.place, two.place, strict=False)) if first != second), None
    )
    if level is None:  # "5" to "5.1"
        return 0.5 if two.place[one.levels] <= (1, 1) else 0.0
    figures = two.place[level][0] - one.place[level][0]
    if figures == 0:
        return 0.5 if two.place[level][1] - one.place[level][1] == 1 else 0.25
    return 1.0 - 0.25 * min(figures - 1, 10)
