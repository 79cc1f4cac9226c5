"""The lasting name of a place, `eastmarsh/cypsg/2021-05-10/22/r1/(ii)`, and back; and the segments it is made of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote

from store.errors import NotFound
from store.model import Span
from store.text.clean import fold

_LONGEST = 60
_FEWEST_LETTERS = 3  # of an abbreviation, or of capitalised words worth abbreviating
_COUNCIL_WORDS = re.compile(
    "authority|borough|city|corporation|council|county|district|london|metropolitan|of|parish|royal|the|town|unitary"
)
_ABBREVIATION = re.compile(r"\b[A-Z]{3,10}\b")


@lru_cache(10_000)  # every committee's name is looked at for every meeting
def slug(name: str) -> str:
    """Lower case words and hyphens: "Children’s Services" -> "childrens-services"."""
    words = re.findall(r"[^\W_]+", fold(name).replace("'", ""))
    return _cut("-".join(words)) or "unnamed"


def council_slug(name: str) -> str:
    """What tells a council from others: "Eastmarsh Borough Council" -> "eastmarsh"."""
    whole = slug(name)
    return "-".join(word for word in whole.split("-") if not _COUNCIL_WORDS.fullmatch(word)) or whole


def committee_slugs(name: str) -> tuple[str, ...]:
    """The segments a committee answers to when the minutes print no abbreviation, the preferred one first."""
    letters = initials(name)
    return (letters.lower(), slug(name)) if len(letters) >= _FEWEST_LETTERS else (slug(name),)


def initials(name: str) -> str:
    """The first letters of a name's capitalised words: "Review of Play Areas" -> "RPA"."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’]*", name) if word[0].isupper())


def abbreviation(name: str, text: str) -> str | None:
    """The short form that `text` prints for a committee: its initials, or the last three or more of them."""
    letters = initials(name)
    printed = Counter(word for word in _ABBREVIATION.findall(text) if letters.endswith(word))
    return max(printed, key=lambda word: (printed[word], len(word)), default=None)


def number_slug(number: str) -> str:
    """An item's number: "77/24" -> "77-24", "4(a)" -> "4-a", "5.1" stays."""
    return _cut(re.sub(r"[^\w.]+", "-", fold(number)).strip("-.")) or "unnumbered"


def label_slug(label: str) -> str:
    """A clause's label as printed, without white space: "(iv)", "b)", "2."."""
    return re.sub(r"\s+", "", label).replace("/", "-")


def told_apart(slugs: Iterable[str]) -> Iterator[str]:
    """The slugs in order, each later one of a kind counted: "iv", "iv~2", "iv~3"."""
    seen: Counter[str] = Counter()
    for one in slugs:
        seen[one] += 1
        yield one if seen[one] == 1 and one else f"{one}~{seen[one]}"


def _cut(segment: str) -> str:
    """`segment`, ended at a word's end when it is very long."""
    return segment if len(segment) <= _LONGEST else segment[: _LONGEST + 1].rpartition("-")[0] or segment[:_LONGEST]


DAY = re.compile(r"(\d{4}-\d{2}-\d{2}|undated)(-\d+)?")
_RESOLUTION = re.compile(r"[rR]([1-9]\d*)")
# In running text: not inside an address, each segment up to what encloses it or ends it.
_WRITTEN = re.compile(
    rf"(?<![\w~/:.-])(?:[\w~.-]+/){{1,2}}{DAY.pattern}(?:/[^\s/<>“”‘’\"'`\]}}]+){{0,3}}", re.IGNORECASE
)
_CLOSES = ".,;:!?)"  # what may stand behind a permalink in a sentence, and may be the end of it as well
_LABEL_WITH_POINT = re.compile(r"/r\d+/\w+\.$")
_LABEL_WITH_BRACKET = re.compile(r"/r\d+/(?:\([^()]+\)|[^()/]+\)\)?)$")  # the last of "b))" may enclose it
_SHAPE = "council/committee/2021-03-02/18/r1/(iv)"


@dataclass(frozen=True, slots=True)
class Permalink:
    """A meeting, or an item, a resolution or a clause of it: each needs what stands before it.

    `council` is None where nobody has told it. `day` is "2021-03-02", "2021-03-02-2" for a second meeting on that day,
    "undated" where the document has no date. `resolution` counts from 1 in its item.
    """

    council: str | None
    committee: str
    day: str
    number: str | None = None
    resolution: int | None = None
    clause: str | None = None

    def __str__(self) -> str:
        resolution = None if self.resolution is None else f"r{self.resolution}"
        parts = (self.council, self.committee, self.day, self.number, resolution, self.clause)
        return "/".join(part for part in parts if part is not None)

    @property
    def meeting(self) -> "Permalink":
        """The meeting that this place lies in."""
        return replace(self, number=None, resolution=None, clause=None)


def parse(text: str) -> Permalink:
    """The `Permalink` that `text` writes, as it is or as an address has it ("%28iv%29").

    Raises `NotFound`, showing the shape, when it writes none.
    """
    parts = unquote(text).strip().strip("/").split("/")
    at = next((place for place in (1, 2) if place < len(parts) and DAY.fullmatch(parts[place])), None)
    if at is None or not all(parts) or len(parts) > at + 4:
        raise NotFound(f"“{text}” is not a permalink; one looks like {_SHAPE}.")
    number, resolution, clause = (*parts[at + 1 :], None, None, None)[:3]
    counted = _RESOLUTION.fullmatch(resolution) if resolution else None
    if resolution and not counted:
        raise NotFound(f"“{text}” is not a permalink: after the item comes r1, r2 …, as in {_SHAPE}.")
    return Permalink(
        council=parts[0] if at == 2 else None,
        committee=parts[at - 1],
        day=parts[at],
        number=number,
        resolution=int(counted.group(1)) if counted else None,
        clause=clause,
    )


def day_of(permalink: str) -> str:
    """The ISO day in a permalink, a second meeting's without its number; empty where it has none."""
    day = re.search(r"/(\d{4}-\d{2}-\d{2})", permalink)
    return day[1] if day else ""


def readings_in(text: str) -> Iterator[str]:
    """What in a text has the shape of a permalink, each as long as it may be and then without what may only follow."""
    for found in _WRITTEN.finditer(text):
        written = found.group()
        yield written
        while written[-1] in _CLOSES:
            written = written[:-1]
            yield written


def permalinks_in(text: str) -> Iterator[tuple[str, Span]]:
    """The permalinks in running text, without what ends their sentence or encloses them, and where each stands."""
    for found in _WRITTEN.finditer(text):
        written = found.group()
        enclosed = text[found.start() - 1 : found.start()] == "("
        while not _ends_itself(written):
            written = written[:-1]
        if enclosed and written.count(")") > written.count("("):
            written = written.removesuffix(")")
        while not _is_permalink(written) and "/" in written:  # behind it stands what only looks like a part of it
            written = written.rpartition("/")[0]
        if "/" in written:
            yield written, Span(found.start(), found.start() + len(written))


def _ends_itself(written: str) -> bool:
    """Whether the last sign belongs to a permalink: the bracket and the full stop of its label do."""
    if written.endswith(")"):
        return _LABEL_WITH_BRACKET.search(written) is not None
    return written[-1] not in _CLOSES or _LABEL_WITH_POINT.search(written) is not None


def _is_permalink(written: str) -> bool:
    try:
        parse(written)
    except NotFound:
        return False
    return True
