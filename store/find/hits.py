"""From ranked rows to the hits that a person sees: the same words once, at their newest place, with what to light."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from store.find.answer import Hit, Spans
from store.find.index_row import IndexRow
from store.find.index_rows import Shown, passed, shown
from store.find.plan import Plan
from store.find.ranking import Ranked
from store.find.search import SearchResult
from store.index.section import Section
from store.index.terms import FACT
from store.text.search_words import placed_search_words


def hits_of(store: sqlite3.Connection, made: Plan, found: SearchResult, limit: int) -> tuple[Hit, ...]:
    """The best `limit` of what was found."""
    sure = _to_light(group.sure for group in made.groups)
    wide = _to_light(group.wide for group in made.groups) if found.close else sure
    exact = [(ranked, True) for ranked in _apart(found.exact)]
    close = [(ranked, False) for ranked in _apart(found.close)]
    # What has a word in the heading alone may be less what was meant than what has nearly that word in its own.
    told = [one for one in exact if not one[0].around]
    others = sorted([*(one for one in exact if one[0].around), *close], key=lambda one: -one[0].score)
    chosen = [*told, *others][:limit]
    repeats, sources = [], []
    for one, _ in chosen:
        times, newest_source = passed(store, made.section, one.row)
        repeats.append(times)
        sources.append(one.row.source_id if made.filtered or one.beside else newest_source)
    places = shown(store, made.section, sources)
    return tuple(
        hit(made.section, places[source], ranked.share, times, sure if is_exact else wide, exact=is_exact)
        for source, times, (ranked, is_exact) in zip(sources, repeats, chosen, strict=True)
    )


def plain_hits(store: sqlite3.Connection, section: Section, rows: Sequence[IndexRow]) -> tuple[Hit, ...]:
    """Every row as a hit of its own, as they come."""
    places = shown(store, section, [row.source_id for row in rows])
    return tuple(hit(section, places[row.source_id], 0.0, 1, frozenset(), exact=True) for row in rows)


def hit(section: Section, place: Shown, score: float, repeats: int, lit: Set[str], *, exact: bool) -> Hit:
    """A hit at a place, with the words of `lit` lit."""
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
        repeats=repeats,
        spans=_spans(place.text, lit),
        title_spans=_spans(place.title, lit),
        section=section,
    )


def _apart(ranked: Iterable[Ranked]) -> Iterator[Ranked]:
    """Each text once, the best of its rows, and under each title that the query asks for."""
    seen: set[tuple[str, str]] = set()
    for one in ranked:
        key = (one.row.text, one.beside)
        if key not in seen:
            seen.add(key)
            yield one


def _to_light(meant: Iterable[Mapping[str, float]]) -> Set[str]:
    return frozenset(term for terms in meant for term in terms if term[0] != FACT)


def _spans(text: str, lit: Set[str]) -> Spans:
    return tuple((start, end) for word, start, end in placed_search_words(text) if word in lit) if lit else ()
