"""tantivy's fuzzy terms, in this process: asked as its documentation does, each word within an edit or two.

One edit from 3 letters, two from 6, a swap counting as one; the last word may go on. All words must be there; where
fewer than ten rows have them all, any may.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import tantivy
from tantivy import Occur, Query, Schema

from store.text.tokens import words
from tests.benchmarks.finding.apart import peak_memory
from tests.benchmarks.finding.engines.engine import LIMIT, Answered, Engine, now
from tests.benchmarks.finding.engines.tantivy_index import open_index
from tests.benchmarks.finding.stores import Built
from tests.benchmarks.finding.typing_queries import row_of

_ONE_EDIT_FROM, _TWO_EDITS_FROM = 3, 6  # letters

MakeTerm = Callable[[Schema, str, bool], Query]
"""The query for a word, folded, that is perhaps unfinished."""


class Tantivy:
    """A searcher over the index."""

    def __init__(self, index: tantivy.Index, make_term: MakeTerm) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._make_term = make_term

    def ask(self, typed: str) -> Answered:
        begun = now()
        lines = self._lines(typed)
        seconds = now() - begun
        return Answered(tuple(row_of(line) for line in lines), seconds)

    def memory(self) -> int:
        return peak_memory()

    def _lines(self, typed: str) -> list[str]:
        asked = words(typed)
        if not asked:
            return []
        terms = [self._make_term(self._schema, word, at == len(asked) - 1) for at, word in enumerate(asked)]
        every_word = Query.boolean_query([(Occur.Must, term) for term in terms])
        hits = [address for _, address in self._searcher.search(every_word, LIMIT, count=False).hits]
        if len(hits) < LIMIT and len(terms) > 1:
            any_word = Query.boolean_query([(Occur.Should, term) for term in terms])
            known = {(one.segment_ord, one.doc) for one in hits}
            more = self._searcher.search(any_word, 2 * LIMIT, count=False).hits
            hits += [address for _, address in more if (address.segment_ord, address.doc) not in known]
        return [str(self._searcher.doc(address)["line"][0]) for address in hits[:LIMIT]]


def fuzzy_term(schema: Schema, word: str, unfinished: bool) -> Query:
    """The word, and those that are near; numbers are never forgiven."""
    edits = 2 if len(word) >= _TWO_EDITS_FROM else int(len(word) >= _ONE_EDIT_FROM)
    return Query.fuzzy_term_query(schema, "body", word, edits if word.isalpha() else 0, True, unfinished)


@contextmanager
def opened(built: Built) -> Iterator[Engine]:
    yield Tantivy(open_index(built), fuzzy_term)
