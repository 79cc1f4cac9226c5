"""The places that have the very words of an answer, as far as they answer the query as it does."""

from collections.abc import Iterator, Mapping

from store.find.index_row import IndexRow
from store.find.index_rows import passed, places_of, same_matching
from store.find.open_index import OpenIndex
from store.find.plan import Plan

_TELLING = 6  # words of a text, the rarest, by which its places are looked for


def places_with(index: OpenIndex, made: Plan, row: IndexRow) -> list[int]:
    """The keys of the rows with the words of `row` that answer the query as it does, newest first.

    What the query asks for beside the text, a word of the title, a name, a day, a field, they have as well.
    """
    beside = list(_beside(made, row))
    if not beside and made.holds_by_text(row):
        return places_of(index.store, made.section, row)
    telling = sorted(row.text_words, key=index.terms(made.section).count)[:_TELLING]
    expression = made.expression([*beside, *([word] for word in telling)])
    keys = same_matching(index.store, made.section, row, expression)
    if made.only is not None:
        keys = [key for key in keys if key in made.only]
    if not made.looks_at_rows:
        return keys
    return [one.id for one in index.rows.by_keys(made.section, keys) if made.passes(one)]


def times_and_newest(index: OpenIndex, made: Plan, row: IndexRow, until: float) -> tuple[int, int]:
    """How many places there are, 0 where there is no time to count them; and the source of the newest.

    Where not all that have the words count, it is that of the row. `until` is when to begin no more counting, as
    `store.find.deadline.Deadline.after` gives it.
    """
    with index.deadline.paused():
        times, newest = passed(index.store, made.section, row)
    if times == 1 or (not any(_beside(made, row)) and made.holds_by_text(row)):
        return times, newest
    times = 0
    if not index.deadline.has_passed(until):
        with index.deadline.limited():
            times = len(places_with(index, made, row))
    return times, row.source_id


def _beside(made: Plan, row: IndexRow) -> Iterator[Mapping[str, float]]:
    """What was typed that a row has beside its text, as the terms that it may be."""
    for group in made.groups:
        meant = next((terms for terms in (group.sure, group.wide) if row.has_any(terms)), None)
        if meant is not None and row.text_words.isdisjoint(meant):
            yield meant
