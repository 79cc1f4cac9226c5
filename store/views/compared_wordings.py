"""Two wordings side by side: which words they share in order, and which each has alone."""

import sqlite3
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from store.citation.gather import gather_one
from store.permalinks.lookup import find_place
from store.views.meeting_views import item

Parts = tuple[tuple[str, bool], ...]
"""A text in parts: the words, and whether they stand in this wording alone."""


@dataclass(frozen=True, slots=True)
class ComparedWordings:
    """Two places with their words in parts; `alike` is the share of words that both have, 0 to 1."""

    permalinks: tuple[str, str]
    first: Parts
    second: Parts
    alike: float


def compare(store: sqlite3.Connection, first: str, second: str) -> ComparedWordings:
    """The wordings of two places: what a decision says, or all of an item. Raises `NotFound` where there is none."""
    places = (find_place(store, first), find_place(store, second))
    texts = tuple(_words_of(store, place.permalink, whole=place.resolution_id is None) for place in places)
    folded = [[word.casefold().strip(".,;:") for word in text] for text in texts]
    matcher = SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    parts: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    for kind, *ends in matcher.get_opcodes():
        for side, (begin, end) in enumerate((ends[:2], ends[2:])):
            if begin < end:
                parts[side].append((" ".join(texts[side][begin:end]), kind != "equal"))
    return ComparedWordings(
        (places[0].permalink, places[1].permalink), tuple(parts[0]), tuple(parts[1]), round(matcher.ratio(), 3)
    )


def _words_of(store: sqlite3.Connection, permalink: str, *, whole: bool) -> list[str]:
    if not whole:
        return (gather_one(store, permalink).text or "").split()
    paragraphs = item(store, permalink).paragraphs
    return list(chain.from_iterable(one.text.split() for one in paragraphs if one.kind != "furniture"))
