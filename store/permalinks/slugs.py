"""The segments of a permalink: names, numbers and labels as short words without spaces or slashes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

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
