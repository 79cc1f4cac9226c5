"""Saved queries asked of a store: their latest answers, and which of these are new."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from store.find.answer import Facet, Hit
    from store.find.finder import Finder
    from store.find.query import Query
    from store.find.user_filters import UserMarks
    from store.userdata.new_results import LatestAnswers
    from store.userdata.saved_queries import Saved
    from store.userdata.userdata import UserData
    from tui.session.store_thread import Withdrawn  # which imports asyncio: a command does not wait for that


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a saved query, and the look at its answers that told so.

    Nothing is noted as seen until somebody gives `look` to the desk.
    """

    saved: "Saved"
    new: "tuple[Hit, ...]"
    look: "LatestAnswers"


def finder_over(store: "sqlite3.Connection", desk: "UserData", seconds: float | None = None) -> "Finder":
    """A finder over `store` that knows the marks of `desk`; it asks for them when a query does.

    An answer takes at most so many `seconds`; without them, no longer than a person waits at a key.
    """
    from store.find.finder import Finder

    marks = marks_at(desk, store)
    return Finder(store, marks) if seconds is None else Finder(store, marks, seconds)


def look_at(finder: "Finder", text: str) -> "tuple[LatestAnswers, tuple[Hit, ...]]":
    """A look at the latest answers to a query, and these answers."""
    from store.find.latest_by_date import latest
    from store.find.parse_query import parse_query
    from store.userdata.new_results import MOST_LOOKED_AT, LatestAnswers

    answers = latest(finder, parse_query(text), MOST_LOOKED_AT)
    return LatestAnswers(tuple(hit.permalink for hit in answers.hits), answers.total, answers.whole), answers.hits


def news_of(finder: "Finder", desk: "UserData", saved: "Saved") -> News:
    """What is new in a saved query since somebody last looked."""
    from store.userdata.new_results import new_in

    look, hits = look_at(finder, saved.text)
    new = frozenset(new_in(desk.queries.seen(saved.name), look))
    return News(saved, tuple(hit for hit in hits if hit.permalink in new), look)


def marks_at(desk: "UserData", store: "sqlite3.Connection") -> "UserMarks":
    """The stars and the meetings seen of `desk`; it is asked when a query does."""
    from store.find.user_filters import UserMarks
    from store.permalinks.lookup import now_called

    return UserMarks(
        starred=lambda: now_called(store, desk.stars.permalinks()),
        seen=lambda: now_called(store, desk.seen.permalinks()),
        told=desk.threads.all,
    )


Facets = dict[str, "tuple[Facet, ...]"]


def facets_for(finder: "Finder", query: "Query", withdrawn: "Withdrawn") -> "Facets":
    """The facets of a query by field.

    A field that the query asks for already is counted as if it did not: these are what it may be changed to.
    """
    facets = finder.facets(query, withdrawn)
    for field in facets:
        others = tuple(one for one in query.filters if one.field != field or one.excluded)
        if others != query.filters:
            facets[field] = finder.facets(replace(query, filters=others), withdrawn).get(field, ())
    return facets
