"""What lines count by: templates with holes ("CAB {}", "{}/21", "({a})"), and what stands in the holes.

Nothing here knows which forms of number items have. Whatever holds a figure, a letter or a Roman figure apart is a
template; which template numbers the items, the document tells by how it counts (`numbering`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.text.numerals import roman_value

# A word or two before the figures: "Item 1", "ITEM NO. 1", "CAB 31", "BM 18/2021".
_WORDS = r"(?:[A-Z][A-Za-z]{0,11}\.?\s){1,2}"
_TOKEN = re.compile(
    rf"""(?P<open>[(\[])?(?P<words>{_WORDS})?
    (?P<core>(?:[A-Z][A-Za-z]{{0,5}}[./-]?)?\d{{1,5}}(?P<inner>[a-z](?=/))?
      (?:[./-](?:\d{{1,5}}|[A-Z]{{1,4}}(?=[./-]?\d)))*(?:[./-]?[A-Z]{{2,4}}(?![A-Za-z])|[./-][A-Z](?![A-Za-z]))?
      (?P<letter>\.?[A-Za-z](?![A-Za-z\d])|(?:\s?\([a-z]{{1,4}}\)){{1,2}})?)
    (?P<close>[)\]])?(?P<stop>[.:,]{{0,2}}|\)[.:]?)(?:(?P<gap>[\s|_–—-]*(?:/\s+)?)(?P<title>[^\s|].*)?$)""",
    re.VERBOSE,
)
_SEPARATED = re.compile(r"\s|$|\|")
_CLOSE = re.compile(r"(?P<core>\d{1,3})(?P<stop>[.)])(?P<title>[A-Z][A-Za-z].*)$")  # "3.Declarations of Interest"
_LETTERED = re.compile(
    r"""(?P<open>[(\[])?(?P<figure>[ivxlc]{1,7}|[IVXLC]{1,7}|[A-Za-z]|[IVX][ivx]{1,5})
    (?P<close>[)\]])?(?P<stop>[.:)]?)(?:(?P<gap>[\s|]+)(?P<title>\S.*)?$|$)""",
    re.VERBOSE,
)
_AT_END = re.compile(
    r"(?P<title>\S.*?\S)(?P<gap>\s+)(?P<core>[A-Z]{0,6}[ /.-]?\d{1,5}/\d{2,4}|[A-Z]{2,6}[/-]?\d{1,5})$"
)
_STOPPED_AT_END = re.compile(r"(?P<title>[A-Z].*?[a-z)])(?P<gap>\s+)(?P<core>\d{1,3})\.$")  # "Apologies for absence 1."
_FIGURES = re.compile(r"\d+")
_NO_COUNTER = re.compile(
    r"""(?:page|appendix|table|figure|annex|paragraph|phase|section|from|for|since|until|by|at|the|in|on|to|of|about|over|tel
    |jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october
    |november|december|total|councillors?|cllrs?|members|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday
    |friday|saturday|sunday|version|room|class|grade|ward|zone|lot|unit|year|years|rule|act|items|note|form|stage)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ITEM_WORD = re.compile(
    r"(?:agenda\s|item|minute|motion|eitem|cofnod|mír|no\b|number)", re.IGNORECASE
)  # it is no part of the number
# What stands after figures that count something else: a month, a time of day, a share, a measure.
_MEASURED = re.compile(
    r"""\s*(?:(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
    |nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\s+\d+
    |[ap]\.?m|noon|hrs|hours|per\scent|percent|st|nd|rd|th)\b|%|°|x\s\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_INITIALS = re.compile(
    r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+(?:,|\sand|\s&)\s+(?:[A-Z]\.|Mr|Ms|Mrs|Cllr)"
)  # "A. Ash, B. Elm"
_BY_MONTH = "{}/{}/{}"  # the year's figures, the month's, and those that count
_FEWEST_COUNTED = 3
_WIDE = 3  # columns of a gap that sets a number apart from its title
_LONGEST = 40  # characters of the line's beginning that a counter is looked for in


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter at a line's beginning, or at its end.

    `printed` is without its stop; `template` what all counters of a run share, `values` what its holes hold: a letter
    after figures ("4a") is one more value. `firm`: more than figures marks it; `stopped`: a stop does; `spread`: a wide
    gap does; `says_item`: a word for it does ("Item 5"). `title_from` and `title_end` are where the title stands in the
    line's words (`raw`), None where it does not.
    """

    printed: str
    template: str
    values: tuple[int, ...]
    firm: bool = False
    stopped: bool = False
    spread: bool = False
    title_from: int | None = None
    title_end: int | None = None
    says_item: bool = False

    @property
    def is_list_label(self) -> bool:
        """Whether it is a letter or a Roman figure, or a figure in brackets, as the labels of lists are."""
        return "{a" in self.template or "{A" in self.template or "{r" in self.template or "{R" in self.template

    @property
    def is_small_label(self) -> bool:
        """Whether it is a small letter or a small Roman figure."""
        return "{a" in self.template or "{r" in self.template

    @property
    def has_word(self) -> bool:
        """Whether a word stands before its figures ("Quarter 4"), as in many a line that counts nothing."""
        words = self.template.removeprefix("~ ")
        return words[:1].isalpha() and " " in words


def counters_before(raw: str) -> Iterator[Counter]:
    """What the line `raw` may count by at its beginning: none, one, or a letter that is a Roman figure too."""
    first = raw[:1]
    if not first or not (first.isalnum() or first in "(["):
        return
    if match := _CLOSE.match(raw):
        yield Counter(match["core"], "{}", (int(match["core"]),), stopped=True, title_from=match.start("title"))
        return
    token = _TOKEN.match(raw)
    if token and not token["words"] and _is_counter(token, raw):
        yield _counted(token)
        return
    if match := _LETTERED.match(raw):
        if not _INITIALS.match(raw):
            yield from _lettered(match)
        return
    if token and _is_counter(token, raw):
        yield _counted(token)


def counter_after(raw: str) -> Counter | None:
    """What the line counts by at its end, behind its title ("MINUTES  PLA146/14")."""
    match = _AT_END.match(raw) or _STOPPED_AT_END.match(raw)
    if match is None or _NO_COUNTER.match(match["core"]) or _NO_COUNTER.fullmatch(match["title"].split()[-1]):
        return None
    core = match["core"]
    template, values = _holes(core)
    wide = match["gap"].count(" ") >= _WIDE
    return Counter(core, template, values, True, False, wide, 0, match.end("title"))


def _is_counter(match: re.Match[str], raw: str) -> bool:
    if bool(match["open"]) != bool(match["close"]) and not (match["close"] == ")" and not match["open"]):
        return False
    after = match.end("stop") if match["stop"] else match.end("close") if match["close"] else match.end("core")
    if not _SEPARATED.match(raw, after):
        return False
    if match["words"] and _NO_COUNTER.match(match["words"]):
        return False
    bare = not match["stop"] and not match["close"]
    return not (bare and _MEASURED.match(raw, after)) and not _NO_COUNTER.match(match["core"])


def _counted(match: re.Match[str]) -> Counter:
    core, letter = match["core"], match["letter"] or ""
    figures = core.removesuffix(letter) if letter else core
    if match["inner"]:
        figures = (
            core[: match.end("inner") - match.start("core") - 1] + core[match.end("inner") - match.start("core") :]
        )
        letter = match["inner"]
    template, values = _holes(figures)
    for one in re.findall("[a-z]+", letter.casefold()):
        values = (*values, _letter_value(one))
    opened, words = match["open"] or "", match["words"] or ""
    close = match["close"] or ""
    bracket = close if opened else (")" if close == ")" or match["stop"].startswith(")") else "")
    spacing = match["gap"].replace("\t", "   ").replace("\u00a0", " ")
    said = "" if _ITEM_WORD.match(words) else words
    printed = f"{opened}{said}{core}{close if opened else ''}"
    return Counter(
        " ".join(printed.split()),
        f"{opened}{' '.join(words.casefold().split())}{' ' if words else ''}{template}{bracket}",
        values,
        firm=bool(words or opened or (not figures.isdecimal() and not re.fullmatch(r"[\d.]+", figures))),
        stopped=bool(match["stop"] or close),
        spread=len(spacing) >= _WIDE,
        title_from=match.start("title") if match["title"] else None,
        says_item=bool(words) and not said,
    )


def _holes(figures: str) -> tuple[str, tuple[int, ...]]:
    return _FIGURES.sub("{}", figures.casefold()), tuple(int(one) for one in _FIGURES.findall(figures))


def _lettered(match: re.Match[str]) -> Iterator[Counter]:
    figure, opened = match["figure"], match["open"] or ""
    close, stop = match["close"] or "", match["stop"]
    gap = (match["gap"] or "").replace("\t", "   ").replace("\u00a0", " ")
    if opened and not close:
        return
    if not (opened or close or stop) and len(gap) < _WIDE:
        return
    printed = f"{opened}{figure}{close}" if close else f"{figure}{stop.replace('.', '').replace(':', '')}"
    bracket = close or (")" if stop == ")" else "")
    title_from = match.start("title") if match["title"] else None

    def counter(sign: str, value: int) -> Counter:
        template = f"{opened}{{{sign}}}{bracket}"
        return Counter(printed, template, (value,), False, bool(stop or close), len(gap) >= _WIDE, title_from)

    lower = figure.casefold()
    if value := roman_value(lower):
        yield counter("R" if figure.isupper() else "r", value)
    if len(figure) == 1:
        yield counter("A" if figure.isupper() else "a", _letter_value(lower))


def numbered_by_month(raws: Sequence[str]) -> set[int]:
    """The indexes of lines whose numbers look like days but count within one month: "18/05/01", "18/05/02"."""
    of_month: dict[tuple[int, ...], dict[int, int]] = {}
    for index, raw in enumerate(raws):
        counter = next(counters_before(raw), None) if raw[:1].isdecimal() else None
        if counter and counter.template == _BY_MONTH:
            of_month.setdefault(counter.values[:2], {})[index] = counter.values[2]
    counted = (places for places in of_month.values() if _counts_up(set(places.values())))
    return {index for places in counted for index in places}


def _counts_up(values: set[int]) -> bool:
    """Whether figures count from 1, and leave one out at most."""
    return len(values) >= _FEWEST_COUNTED and min(values) == 1 and max(values) <= len(values) + 1


def _letter_value(figure: str) -> int:
    return ord(figure) - ord("a") + 1 if len(figure) == 1 else roman_value(figure) or 0


def step(one: Counter, two: Counter) -> int | None:
    """How far it is from one counter to a later one of its template: 1 for the next; None for one that is no later.

    One value goes up, those before it stay, those after it begin again or, as a year does, stay; a letter's is 0 before
    the first ("4", "4a", "5").
    """
    if len(one.values) == len(two.values) == 1:
        further = two.values[0] - one.values[0]
        return further if further > 0 else None
    size = max(len(one.values), len(two.values))
    first, second = (values + (0,) * (size - len(values)) for values in (one.values, two.values))
    if second <= first:
        return None
    at = next(index for index in range(size) if first[index] != second[index])
    begun = all(later in (0, 1, earlier) for earlier, later in zip(first[at + 1 :], second[at + 1 :], strict=True))
    return second[at] - first[at] if begun else None
