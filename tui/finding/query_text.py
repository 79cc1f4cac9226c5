"""Changing a query as its text: a field chosen or taken away, a word put right. What else was typed stays as it was."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.text.tokens import placed_words

if TYPE_CHECKING:
    from store.find.answer import Unfound

_COUNTS = 4_000  # characters of a query: what somebody pasted beyond them means nothing
_PIECE = re.compile(r'(?:[^\s"“”„]|["“„][^"“”]*(?:["”]|\Z))+\s*')  # up to a space that stands in no quotes


def with_filter(text: str, chosen: str) -> str:
    """The query with `chosen` ("year:2021") as the only filter of its field; without it, where it was that already."""
    text = text[:_COUNTS]
    field, _, value = chosen.partition(":")
    rest = _without(text, field)
    return rest if _values(text, field) == [value] else _before(chosen, rest)


def with_filter_too(text: str, chosen: str) -> str:
    """The query with `chosen` beside the other filters of its field, any of which may hold; or without it again."""
    text = text[:_COUNTS]
    field, _, value = chosen.partition(":")
    values = _values(text, field)
    kept = [one for one in values if one != value]
    filters = [f"{field}:{_quoted(one)}" for one in (kept if value in values else [*kept, value])]
    rest = _without(text, field)
    return _before(" ".join(filters), rest) if filters else rest


def with_only(text: str, chosen: str) -> str:
    """The query with `chosen` as the only filter of its field, and where it is a time as the only time."""
    field = chosen.partition(":")[0]
    for other in ("year", "date") if field in ("year", "date") else (field,):
        text = _without(text, other)
    return _before(chosen, text).strip()


def filters_in(text: str) -> frozenset[str]:
    """The filters that a query has, as a facet writes them: "year:2021"."""
    from store.find.parse_query import parse_query

    return frozenset(f"{one.field}:{one.typed}" for one in parse_query(text).filters if not one.excluded)


def mended(text: str, typed: str, meant: str) -> str:
    """The query with the word `typed` (folded) put right; with no `meant`, without it."""
    if ":" in typed:
        field, _, value = typed.partition(":")
        kept = [one for one in _values(text, field) if one != value]
        rest = _without(text, field)
        return " ".join([*(f"{field}:{_quoted(one)}" for one in kept), rest]).strip()
    for word, start, end in reversed(list(placed_words(text))):
        if word == typed:
            text = text[:start] + meant + text[end:]
    return text if meant else " ".join(text.split())


def mendings(text: str, unfound: "tuple[Unfound, ...]", most: int) -> list[str]:
    """Queries that may find something where this one finds nothing, the likeliest first; `most` of them."""
    text = text[:_COUNTS]
    first = {one.typed: one.meant[0] if one.meant else "" for one in unfound}
    choices = [first, *(first | {one.typed: meant} for one in unfound for meant in one.meant[1:])]
    queries = [without_filters(text)] if not unfound else []
    for choice in choices:
        query = text
        for typed, meant in choice.items():
            query = mended(query, typed, meant)
        queries.append(query)
    return [one for one in dict.fromkeys(queries) if one.strip() and one.strip() != text.strip()][:most]


def without_filters(text: str) -> str:
    """The words of a query alone."""
    from store.find.parse_query import parse_query

    return "".join(piece for piece in _pieces(text) if not parse_query(piece).filters)


def filters_alone(text: str) -> str:
    """The fields of a query alone."""
    from store.find.parse_query import parse_query

    return "".join(piece for piece in _pieces(text) if parse_query(piece).filters).strip()


def _without(text: str, field: str) -> str:
    return "".join(piece for piece in _pieces(text) if not _is_of(piece, field))


def _values(text: str, field: str) -> list[str]:
    from store.find.parse_query import parse_query

    filters = (one for one in parse_query(text).filters if not one.excluded)
    return [one.typed for one in filters if one.field == field]


def _is_of(piece: str, field: str) -> bool:
    """Whether a piece of a query is a filter of `field` and nothing else."""
    from store.find.parse_query import parse_query

    query = parse_query(piece)
    return (
        bool(query.filters)
        and not (query.words or query.phrases or query.without)
        and all(one.field == field and not one.excluded for one in query.filters)
    )


def _pieces(text: str) -> Iterator[str]:
    """The parts of a query, each with the white space behind it."""
    begins = len(text) - len(text.lstrip())
    return (found.group() for found in _PIECE.finditer(text, begins))


def _before(filters: str, rest: str) -> str:
    """`filters` before what was typed, which goes on being typed."""
    return f"{filters} {rest.lstrip()}"


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s,]", value) else value
