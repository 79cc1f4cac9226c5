"""The latest answers to a query: what somebody who follows it wants to know of, in the order of time."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.find.answer import Hit
from store.find.finder import Finder
from store.find.query import Query, QueryFilter
from store.index.section import Section
from store.text.periods import Period

_YEARS = range(1800, 2100)
_DATED = ("date", "year")


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest answers, how many there are in all, and whether these are all of them."""

    hits: tuple[Hit, ...]
    total: int
    whole: bool


def latest(finder: Finder, query: Query, limit: int) -> Latest:
    """The latest `limit` answers in the section that the query asks for, resolutions where it asks for none.

    All of them where they can be told at once, the close ones too. Of a query with words that has too many the exact
    ones are asked for by shorter and shorter times, from the last to the first. Each asking is an ordinary one; a
    thousand answers need fifty of them, or some hundreds where most say the same. Where the query itself has both a
    `date:` and a `year:`, the best stand for the latest.
    """
    section = query.section or Section.RESOLUTIONS
    answer = finder.find_in(section, query, limit)
    if not answer.total.more and len(answer.hits) < limit:
        return Latest(answer.hits, answer.total.number, whole=True)
    total = finder.count(section, query).number
    taken = {one.field for one in query.filters if not one.excluded}
    field = next((field for field in _DATED if field not in taken), None)
    if field is None or not query.asks_words:
        return Latest(answer.hits, total, whole=False)
    hits: list[Hit] = []
    for period in _decades():
        hits += _within(finder, section, query, field, period, limit - len(hits))
    return Latest(tuple(hits), total, whole=False)


def _within(finder: Finder, section: Section, query: Query, field: str, period: Period, limit: int) -> list[Hit]:
    """The latest `limit` exact answers in a period, asked for part by part where they are too many at once."""
    if limit <= 0:
        return []
    narrowed = replace(query, filters=(*query.filters, QueryFilter(field, period.first, period=period)))
    answer = finder.find_in(section, narrowed, limit)
    parts = _parts(period)
    if parts and answer.total.more:
        hits: list[Hit] = []
        for part in parts:
            hits += _within(finder, section, query, field, part, limit - len(hits))
        return hits
    exact = [hit for hit in answer.hits if hit.exact]
    return sorted(exact, key=lambda hit: (hit.date or "", hit.permalink), reverse=True)


def _decades() -> Iterator[Period]:
    for year in reversed(_YEARS[::10]):
        yield Period(f"{year}-01-01", f"{year + 9}-12-31")


def _parts(period: Period) -> tuple[Period, ...]:
    """The years of a decade or the months of a year, the last one first; a month has none."""
    first, last = int(period.first[:4]), int(period.last[:4])
    if first != last:
        return tuple(Period(f"{year}-01-01", f"{year}-12-31") for year in range(last, first - 1, -1))
    if period.first[5:7] != period.last[5:7]:
        days = ((month, monthrange(first, month)[1]) for month in range(12, 0, -1))
        return tuple(Period(f"{first}-{month:02}-01", f"{first}-{month:02}-{last_day}") for month, last_day in days)
    return ()
