"""What is new in the answers to a saved query since somebody last looked at them.

Answers are known by their permalinks, which outlive a re-import and a rebuild of the store. Comparing a thousand of
them takes about a millisecond; keeping them takes a few, and some 60 kB.
"""

from dataclasses import dataclass
from datetime import datetime

from store.permalinks.permalink import day_of

MOST_LOOKED_AT = 1_000
"""How many answers to ask for when looking at a saved query: the latest, and nearly always all."""


@dataclass(frozen=True, slots=True)
class LatestAnswers:
    """A look at the answers to a query: their permalinks, how many there are in all, and whether these are all of them.

    `total` may be more than there are permalinks though they are whole, for equal texts are one answer.
    """

    permalinks: tuple[str, ...]
    total: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a saved query: when last (None: never), and the permalinks of all looks together.

    `total` and `whole` are those of the last look.
    """

    at: datetime | None = None
    permalinks: frozenset[str] = frozenset()
    total: int = 0
    whole: bool = True


def new_in(seen: Seen, look: LatestAnswers) -> tuple[str, ...]:
    """The permalinks of `look` that are new since `seen`, in their order; all of them where nothing was seen.

    Where one of the looks did not have all answers, what was left out once may come up without being new: then no more
    are new than there are more answers in all, the latest by day. An answer seen before its council was told is known
    by the rest of its permalink.
    """
    unknown = tuple(one for one in look.permalinks if not _known(one, seen.permalinks))
    if seen.at is None or (seen.whole and look.whole):
        return unknown
    latest = set(sorted(unknown, key=_by_day, reverse=True)[: max(look.total - seen.total, 0)])
    return tuple(one for one in unknown if one in latest)


def _known(permalink: str, seen: frozenset[str]) -> bool:
    return permalink in seen or permalink.partition("/")[2] in seen


def _by_day(permalink: str) -> tuple[str, str]:
    return day_of(permalink), permalink
