"""tantivy in the strongest form that was found: its fuzzy terms, the very word and its completions weighing more."""

from collections.abc import Iterator
from contextlib import contextmanager

from tantivy import Occur, Query, Schema

from tests.benchmarks.finding.engines.engine import Engine
from tests.benchmarks.finding.engines.tantivy_index import open_index
from tests.benchmarks.finding.engines.tantivy_terms import Tantivy, fuzzy_term
from tests.benchmarks.finding.stores import Built

_BOOST = 3.0


def boosted_term(schema: Schema, word: str, unfinished: bool) -> Query:
    """The near words, and the very word by how rare it is; for the last word its completions too."""
    better = [Query.term_query(schema, "body", word)]
    if unfinished:
        better.append(Query.fuzzy_term_query(schema, "body", word, 0, True, True))
    boosted = [Query.boost_query(one, _BOOST) for one in better]
    return Query.boolean_query([(Occur.Should, one) for one in (*boosted, fuzzy_term(schema, word, unfinished))])


@contextmanager
def opened(built: Built) -> Iterator[Engine]:
    yield Tantivy(open_index(built), boosted_term)
