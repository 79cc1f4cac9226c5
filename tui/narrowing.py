"""What would narrow the answers to a query: counted so that each choice says truly how many it leaves."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.store_thread import Withdrawn

if TYPE_CHECKING:
    from store.find.answer import Facet
    from store.find.finder import Finder
    from store.find.query import Query

Facets = dict[str, "tuple[Facet, ...]"]


def facets_for(finder: "Finder", query: "Query", withdrawn: Withdrawn) -> "Facets":
    """The facets of a query by field.

    A field that the query asks for already is counted as if it did not: these are what it may be changed to.
    """
    facets = finder.facets(query, withdrawn)
    for field in facets:
        others = tuple(one for one in query.filters if one.field != field or one.excluded)
        if others != query.filters:
            facets[field] = finder.facets(replace(query, filters=others), withdrawn).get(field, ())
    return facets
