"""Meetings and resolutions by month, and resolutions by outcome: of all there are, or of those that queries mean."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from store.find.deadline import Stopped
from store.find.parse_query import parse_query
from store.find.query import Query
from store.views.meeting_filter import MeetingFilter, of_the_meeting


@dataclass(frozen=True, slots=True)
class Month:
    """A month ("2021-03"), with how many meetings and how many resolutions it has."""

    month: str
    meetings: int
    resolutions: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every month from the first to the last that has something, and how many resolutions have each outcome.

    `undated` stands for the meetings of which no document says the day. `outcomes` begins with the commonest.
    """

    months: tuple[Month, ...]
    undated: Month
    outcomes: tuple[tuple[str, int], ...]

    @property
    def meetings(self) -> int:
        return sum(month.meetings for month in self.months) + self.undated.meetings

    @property
    def resolutions(self) -> int:
        return sum(month.resolutions for month in self.months) + self.undated.resolutions


def timeline(filtered: MeetingFilter, meetings: str, resolutions: str, withdrawn: Callable[[], bool]) -> Timeline:
    """The timeline of the meetings that one query means and, in these, of the resolutions that another one means.

    Where the second asks for anything, a meeting without such a resolution does not count. Raises
    `store.find.deadline.Stopped` when the question is withdrawn.
    """
    asked = parse_query(resolutions)
    through = _through(filtered, meetings, asked)
    days = [(key, (day or "")[:7]) for key, day in filtered.every() if through is None or key in through]
    counted = _counted(filtered, asked, days, withdrawn)
    months = [month for month in sorted(counted.held) if month and (counted.held[month] or counted.decided[month])]
    between = _months_between(months[0], months[-1]) if months else ()
    return Timeline(
        tuple(Month(month, counted.held[month], counted.decided[month]) for month in between),
        Month("", counted.held[""], counted.decided[""]),
        tuple((name, count) for name, count in counted.outcomes.most_common() if count),
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """Of each month ("" for none) how many meetings were held and resolutions decided; of each outcome, how many."""

    held: Counter[str]
    decided: Counter[str]
    outcomes: Counter[str]


def _counted(
    filtered: MeetingFilter, asked: Query, days: Sequence[tuple[int, str]], withdrawn: Callable[[], bool]
) -> _Counts:
    """The counts of some meetings, each with its month; without those that lack a resolution that is asked for."""
    asks = bool(asked.filters or asked.asks_words or asked.without)
    held, decided, outcomes = Counter[str](), Counter[str](), Counter[str]()
    for outcome, counts in filtered.decisions(asked):
        if withdrawn():
            raise Stopped
        if outcome is not None:
            outcomes[outcome] = sum(counts.get(key, 0) for key, _ in days)
            continue
        for key, month in days:
            number = counts.get(key, 0)
            decided[month] += number
            held[month] += 1 if number or not asks else 0
    return _Counts(held, decided, outcomes)


def _through(filtered: MeetingFilter, meetings: str, asked: Query) -> Set[int] | None:
    """The meetings that both queries mean, as far as the second asks about meetings; None for all."""
    placed = replace(asked, words=(), phrases=(), without=(), choices=(), filters=of_the_meeting(asked))
    both = filtered.keys(meetings), filtered.meant(placed)
    sets = [set(one) for one in both if one is not None]
    return set.intersection(*sets) if sets else None


def _months_between(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
