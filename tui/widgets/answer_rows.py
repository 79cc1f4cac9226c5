"""Answers as the rows of a list: the exact ones, the close ones under a heading, then the other sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from store.text.plurals import counted
from tui.library import MOST_PLACES
from tui.widgets.headed_list import Heading, Note, Passive

if TYPE_CHECKING:
    from store.find.answer import Answer, Count, Hit
    from store.find.query import Query
    from store.index.section import Section

_SECTIONS: Final = {"resolutions": "Resolutions", "titles": "Titles of items", "text": "Discussion"}
_THINGS: Final = {"resolutions": "resolution", "titles": "title of an item", "text": "paragraph"}
_MOST_MENDED: Final = 5


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An answer, and the section that it is of."""

    hit: "Hit"
    section: "Section"


@dataclass(frozen=True, slots=True)
class MendedRow:
    """Another query to try."""

    query: str


AnswerRow = FoundRow | MendedRow
Rows = list[AnswerRow | Passive]


def found_rows(answer: "Answer", narrows: str) -> Rows:
    """The hits of the section that was asked for, the close ones apart; `narrows` is the key that narrows them."""
    rows: Rows = []
    for hit in answer.hits:
        if rows and not hit.exact and answer.hits[len(rows) - 1].exact:
            rows.append(Heading(f"Close to what was typed · {spoken_count(answer.close)}"))
        rows.append(FoundRow(hit, answer.section))
    return rows + _left_out(answer, narrows)


def section_rows(answer: "Answer", narrows: str) -> Rows:
    """The hits of another section, under its heading; nothing where there are none."""
    if not answer.hits:
        return []
    hits = (FoundRow(hit, answer.section) for hit in answer.hits)
    return [Heading(section_heading(answer)), *hits, *_left_out(answer, narrows)]


def section_heading(answer: "Answer") -> str:
    """The heading of a section: what it has, and how many: "Discussion · 1,204"."""
    return f"{_SECTIONS[answer.section.value]} · {spoken_count(answer.total)}"


def places_rows(of: FoundRow, places: "Sequence[Hit]") -> Rows:
    """The places that have the words of an answer."""
    return [FoundRow(place, of.section) for place in places]


def spoken_places(of: FoundRow, places: "Sequence[Hit]", query: "Query") -> str:
    """How many places there are: "33 places", "the newest 200 of 1,204 places"; of filtered ones nobody counts more."""
    if len(places) < MOST_PLACES:
        return counted(len(places), "place")
    return f"the newest {len(places)}{'' if query.filters else f' of {of.hit.repeats:,}'} places"


def nothing_rows(answer: "Answer", earlier: str) -> Rows:
    """What to say and what to try where nothing was found in any section; `earlier` is the key of earlier queries."""
    from tui.query_text import mendings

    mended = mendings(answer.query.text, answer.unfound, _MOST_MENDED)
    rows: Rows = [Note(sentence, "") for sentence in _why(answer)]
    if mended:
        rows += [Heading("Did you mean …"), *map(MendedRow, mended)]
    return [*rows, *map(Note, _what_to_try(answer, earlier))]


def spoken_count(count: "Count") -> str:
    """How many: "1,204", or "160 or more" where counting stopped there."""
    return f"{count.number:,}{' or more' if count.more else ''}"


def _left_out(answer: "Answer", narrows: str) -> Rows:
    """A note where there are more answers than are listed: of ranked ones, for those in the order of time all come."""
    listed = sum(hit.repeats for hit in answer.hits)
    if not answer.query.asks_words or (not answer.total.more and listed >= answer.total.number):
        return []
    return [Note(f"These are the best {len(answer.hits):,}; more words or filters ({narrows}) find the others.")]


def why_not_found(answer: "Answer") -> list[str]:
    """Which words or values of fields found nothing in the section, in a sentence each."""
    of = _THINGS[answer.section.value]
    return [f"“{one.typed}” {'fits' if ':' in one.typed else 'stands in'} no {of}." for one in answer.unfound]


def _why(answer: "Answer") -> Iterator[str]:
    yield "Nothing fits."
    yield from why_not_found(answer) or [
        f"All of it stands somewhere, but not together in one {_THINGS[answer.section.value]}."
    ]
    if answer.query.section is None:
        yield "Looked in resolutions, in the titles of items and in the discussion."


def _what_to_try(answer: "Answer", earlier: str) -> Iterator[str]:
    if answer.query.section is not None:
        yield "Without “in:” there may be more."
    yield f"Fewer words find more; {earlier} has earlier queries."
