"""From ranked rows to the hits that a person sees: the same words once, at their newest place, with what to light."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from store.find.answer import Hit, Spans
from store.find.index_rows import IndexRow, Shown, passed, places_of, same_matching, shown
from store.find.open_index import OpenIndex
from store.find.plan import Plan
from store.find.ranking import Ranked
from store.find.search import SearchResult
from store.index.section import Section
from store.index.terms import FACT
from store.text.tokens import placed_search_words, telling

_TELLING = 6  # words of a text, the rarest, by which its places are looked for where they are many
_MANY = 150  # places, times the words that each is asked for: each costs a hundredth of a millisecond


def places_with(index: OpenIndex, made: Plan, row: IndexRow) -> list[int]:
    """The keys of the rows with the words of `row` that answer the query as it does, newest first.

    What the query asks for beside the text, a word of the title, a name, a day, a field, they have as well.
    """
    beside = list(_beside(made, row))
    places = places_of(index.store, made.section, row)
    if not beside and made.holds_by_text(row):
        return places
    fitting = frozenset(_fitting(index, made, row, beside, len(places)))
    return [key for key in places if key in fitting]


def times_and_newest(
    index: OpenIndex, made: Plan, row: IndexRow, everywhere: tuple[int, int], until: float
) -> tuple[int, int]:
    """How many places there are, 0 where there is no time to count them; and the source of the newest.

    `everywhere` says both of all that have the words of `row`. Where not all of them count, the newest is that of the
    row. `until` is when to begin no more counting, as `store.find.deadline.Deadline.after` gives it.
    """
    times, _ = everywhere
    if times == 1:
        return everywhere
    beside = list(_beside(made, row))
    if not beside and made.holds_by_text(row):
        return everywhere
    counted = 0
    if not index.deadline.has_passed(until):
        with index.deadline.limited():
            counted = len(_fitting(index, made, row, beside, times))
    return counted, row.source_id


def _fitting(
    index: OpenIndex, made: Plan, row: IndexRow, beside: Sequence[Mapping[str, float]], times: int
) -> Collection[int]:
    """The keys of the rows with the words of `row`, which are so many, that have what is asked `beside` them."""
    wanted: list[Collection[str]] = list(beside)
    few = times * max(sum(map(len, beside)), 1) < _MANY
    if not few:
        rarest = sorted(row.text_words, key=index.terms(made.section).count)[:_TELLING]
        wanted += [[word] for word in rarest]
    keys = same_matching(index.store, made.section, row, made.expression(wanted), few=few)
    if made.only is not None:
        keys = [key for key in keys if key in made.only]
    if not made.looks_at_rows:
        return keys
    return [one.id for one in index.rows.by_keys(made.section, keys) if made.passes(one)]


def _beside(made: Plan, row: IndexRow) -> Iterator[Mapping[str, float]]:
    """What was typed that a row has beside its text, as the terms that it may be."""
    for group in made.groups:
        meant = next((terms for terms in (group.sure, group.wide) if row.has_any(terms)), None)
        if meant is not None and row.text_words.isdisjoint(meant):
            yield meant


_COUNTING = 0.9  # share of the time that is left in which places are counted


def hits_of(index: OpenIndex, made: Plan, found: SearchResult, limit: int) -> tuple[Hit, ...]:
    """The best `limit` of what was found, each text once."""
    groups = telling(made.groups, lambda group: group.typed)
    sure = _to_light(group.sure for group in groups)
    wide = _to_light(group.wide for group in groups) if found.close else sure
    apart = list(_apart([*((one, True) for one in found.exact), *((one, False) for one in found.close)]))
    # What is exact by a word in the heading alone may be less what was meant than what nearly has that word.
    if not any(is_exact and not ranked.around for ranked, is_exact in apart):
        apart.sort(key=lambda one: -one[0].score)
    chosen = apart[:limit]
    places = _placed(index, made, [ranked.row for ranked, _ in chosen])
    return tuple(
        hit(made.section, place, ranked.share, times, sure if is_exact else wide, exact=is_exact)
        for (place, times), (ranked, is_exact) in zip(places, chosen, strict=True)
    )


def hits_without_words(index: OpenIndex, made: Plan, rows: Sequence[IndexRow]) -> tuple[Hit, ...]:
    """The rows that a query without words lets through: each text once, where it asks for anything."""
    if made.asks_nothing:
        index.deadline.end()
        return plain_hits(index.store, made.section, rows)
    first: dict[str, IndexRow] = {}
    for row in rows:
        first.setdefault(row.text, row)
    places = _placed(index, made, list(first.values()))
    return tuple(hit(made.section, place, 0.0, times, frozenset(), exact=True) for place, times in places)


def _placed(index: OpenIndex, made: Plan, rows: Sequence[IndexRow]) -> Iterator[tuple[Shown, int]]:
    """What is shown of the place of each row, and how many places there are; 0 where there was no time to count."""
    until = index.deadline.after(_COUNTING)
    with index.deadline.paused():
        everywhere = passed(index.store, made.section, rows)
    counted = [times_and_newest(index, made, row, there, until) for row, there in zip(rows, everywhere, strict=True)]
    index.deadline.end()
    places = shown(index.store, made.section, [newest for _, newest in counted])
    for times, newest in counted:
        yield places[newest], times


def plain_hits(store: sqlite3.Connection, section: Section, rows: Sequence[IndexRow]) -> tuple[Hit, ...]:
    """Every row as a hit of its own, as they come."""
    places = shown(store, section, [row.source_id for row in rows])
    return tuple(hit(section, places[row.source_id], 0.0, 1, frozenset(), exact=True) for row in rows)


def hit(section: Section, place: Shown, score: float, times: int, lit: Set[str], *, exact: bool) -> Hit:
    """A hit at a place, with the words of `lit` lit; 0 `times` are not known."""
    return Hit(
        permalink=place.permalink,
        council=place.council,
        committee=place.committee,
        date=place.date,
        number=place.number,
        label=place.label,
        text=place.text,
        title=place.title,
        outcomes=place.outcomes,
        complete=place.complete,
        score=score,
        exact=exact,
        repeats=max(times, 1),
        spans=_spans(place.text, lit),
        title_spans=_spans(place.title, lit),
        section=section,
        more=times == 0,
        result=place.result,
    )


def _apart(ranked: Iterable[tuple[Ranked, bool]]) -> Iterator[tuple[Ranked, bool]]:
    """Each text once, the best of its rows, and as an exact one where one of them is."""
    seen: set[str] = set()
    for one in ranked:
        if one[0].row.text not in seen:
            seen.add(one[0].row.text)
            yield one


def _to_light(meant: Iterable[Mapping[str, float]]) -> Set[str]:
    return frozenset(term for terms in meant for term in terms if term[0] != FACT)


def _spans(text: str, lit: Set[str]) -> Spans:
    return tuple((start, end) for word, start, end in placed_search_words(text) if word in lit) if lit else ()
