"""The answers to what is in the find box, best first, section by section."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from store.text.labels import pinpoint
from store.text.lists import counted
from tui.pages.marks import Marks
from tui.pages.safe import lit, words
from tui.pages.spoken import NO_DECISION, short
from tui.session.library import MOST_PLACES
from tui.session.paged import Paged
from tui.widgets.headed_list import HeadedList, Passive, RowHeading, RowNote

if TYPE_CHECKING:
    from store.find.answer import Answer, Count, Hit
    from store.find.people import FoundPerson
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
    """Another query to try; `told` says what it finds, where that is known."""

    query: str
    told: str = ""


AnswerRow = FoundRow | MendedRow
Rows = list[AnswerRow | Passive]


def found_rows(answer: "Answer", narrows: str) -> Rows:
    """The hits of the section that was asked for, the close ones apart; `narrows` is the key that narrows them."""
    rows: Rows = []
    for hit in answer.hits:
        if rows and not hit.exact and answer.hits[len(rows) - 1].exact:
            rows.append(RowHeading(f"Close to what was typed · {spoken_count(answer.close)}"))
        rows.append(FoundRow(hit, answer.section))
    return rows + _left_out(answer, narrows)


def section_rows(answer: "Answer", narrows: str) -> Rows:
    """The hits of another section, under its heading; nothing where there are none."""
    if not answer.hits:
        return []
    hits = (FoundRow(hit, answer.section) for hit in answer.hits)
    return [RowHeading(section_heading(answer)), *hits, *_left_out(answer, narrows)]


def people_rows(people: "Sequence[FoundPerson]") -> Rows:
    """The people whose name was typed, each as the query for the meetings that name them."""
    return [RowHeading("People"), *(MendedRow(one.filter, one.told) for one in people)] if people else []


def section_heading(answer: "Answer") -> str:
    """The heading of a section: what it has, and how many: "Discussion · 1,204"."""
    return f"{_SECTIONS[answer.section.value]} · {spoken_count(answer.total)}"


def places_rows(of: FoundRow, places: "Sequence[Hit]") -> Rows:
    """The places that have the words of an answer."""
    return [FoundRow(place, of.section) for place in places]


def spoken_places(of: FoundRow, places: "Sequence[Hit]") -> str:
    """How many places there are: "33 places", "the newest 200 of 1,204 places"; the latter where they were counted."""
    if len(places) < MOST_PLACES:
        return counted(len(places), "place")
    return f"the newest {len(places)}{'' if of.hit.more else f' of {of.hit.repeats:,}'} places"


def nothing_rows(answer: "Answer", earlier: str) -> Rows:
    """What to say and what to try where nothing was found in any section; `earlier` is the key of earlier queries."""
    from tui.finding.query_text import mendings

    mended = mendings(answer.query.text, answer.unfound, _MOST_MENDED)
    rows: Rows = [RowNote(sentence, "") for sentence in _why(answer)]
    if mended:
        rows += [RowHeading("Did you mean …"), *map(MendedRow, mended)]
    return [*rows, *map(RowNote, _what_to_try(answer, earlier))]


def spoken_count(count: "Count") -> str:
    """How many: "1,204", or "160 or more" where counting stopped there."""
    return f"{count.number:,}{' or more' if count.more else ''}"


def _left_out(answer: "Answer", narrows: str) -> Rows:
    """A note where there are more answers than are listed: of ranked ones, for those in the order of time all come."""
    listed = sum(hit.repeats for hit in answer.hits)
    if not answer.query.asks_words or (not answer.total.more and listed >= answer.total.number):
        return []
    return [RowNote(f"These are the best {len(answer.hits):,}; more words or filters ({narrows}) find the others.")]


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


def excerpt(text: str, spans: tuple[tuple[int, int], ...], width: int, lines: int) -> list[Content]:
    """At most `lines` lines of `text` with `spans` lit: from the start, or from near the first span beyond that."""
    content = lit(text, spans, "match")
    whole = content.wrap(width)
    if len(whole) <= lines:
        return whole
    parts = content.wrap(max(width - 2, 1))  # room for the marks that say what is left out
    nearby = next((number for number, line in enumerate(parts) if _is_lit(line)), 0)
    begin = 0 if nearby < lines else min(nearby, len(parts) - lines)
    shown = parts[begin : begin + lines]
    if begin:
        shown[0] = Content.assemble(words("… ", "quiet"), shown[0])
    if begin + lines < len(parts):
        shown[-1] = Content.assemble(shown[-1], words(" …", "quiet"))
    return shown


def _is_lit(line: Content) -> bool:
    return any(span.style == "match" for span in line.spans)


_LEAST_COMMITTEE: Final = 8
_ROOMY: Final = 60  # cells that have room for words on how often something was passed
_CLOSE: Final = "~ "


class AnswerList(HeadedList[AnswerRow]):
    """A hit has a line on where it stands and what came of it, and two of its words and the title of its item.

    A title has one line of words. What is close but not exact has "~" before its words.
    """

    ROW_HEIGHT = 3

    @dataclass
    class Moved(Message):
        """The person moved to another hit."""

        hit: "Hit"

    @dataclass
    class Chosen(Message):
        """The person chose a hit."""

        hit: "Hit"

    @dataclass
    class Mended(Message):
        """The person chose another query."""

        query: str

    def __init__(self) -> None:
        super().__init__()
        self._marks = Marks()
        self.fresh: Set[str] = frozenset()  # permalinks of what is new in a saved query

    @property
    def hit(self) -> "Hit | None":
        """The hit under the cursor."""
        return self.chosen.hit if isinstance(self.chosen, FoundRow) else None

    @property
    def hits(self) -> "Sequence[Hit]":
        """All that are listed; of those that come by the page, the ones that are here."""
        rows = self.rows.here if isinstance(self.rows, Paged) else self.rows
        return [row.hit for row in rows if isinstance(row, FoundRow)]

    def mark(self, marks: Marks) -> None:
        """Mark what the person keeps."""
        changed, self._marks = marks.changes(self._marks), marks
        if changed is None:
            self.reset_lines()
        elif changed:
            self.draw_anew(partial(_is_within, changed))

    def height(self, row: AnswerRow) -> int:
        return self.heights([row])[0]

    def heights(self, rows: Sequence[AnswerRow]) -> list[int]:
        return [
            1 if isinstance(row, MendedRow) else 2 if row.section.value == "titles" else self.ROW_HEIGHT for row in rows
        ]

    def draw_row(self, row: AnswerRow, width: int) -> tuple[Content, ...]:
        if isinstance(row, MendedRow):
            return (words(row.told or row.query),)
        hit = row.hit
        text = excerpt(hit.text, hit.spans, max(width - 2, 1), self.height(row) - 1)
        if len(text) == 1 and hit.title:
            text.append(lit(hit.title, hit.title_spans, "match").stylize_before("quiet"))
        margins = ["  " if hit.exact else _CLOSE, *["  "] * len(text)]
        lines = (Content.assemble(words(margin, "label"), line) for margin, line in zip(margins, text, strict=False))
        return self._where(row, width), *lines

    def tell_moved(self, row: AnswerRow | Passive) -> None:
        if isinstance(row, FoundRow):
            self.tell(self.Moved(row.hit))

    def tell_chosen(self, row: AnswerRow | Passive) -> None:
        if isinstance(row, FoundRow):
            self.tell(self.Chosen(row.hit))
        elif isinstance(row, MendedRow):
            self.tell(self.Mended(row.query))

    def nothing(self) -> str:
        return ""

    def not_yet(self) -> str:
        return self.nothing()

    def _where(self, row: FoundRow, width: int) -> Content:
        """Marks, committee, date, number, how often, outcomes; where there is no room, the committee is cut first.

        Where there is very little, how often comes before all: a figure that is cut is another figure.
        """
        hit = row.hit
        lead = words(self._marks.before(hit.permalink, within=True), "label")
        first = [words(short(hit.date), "quiet"), words(pinpoint(hit.number, hit.label), "label")]
        first += [words("new", "marker")] if hit.permalink in self.fresh else []
        often = hit.repeats > 1 or hit.more
        if often and width < _ROOMY:
            lead = Content.assemble(lead, words(f"×{'…' if hit.more else f'{hit.repeats:,}'} ", "marker"))
        elif often:
            first.append(words(_often(row), "marker"))
        first = [part for part in first if part.plain]
        rest = first + ([words(hit.result, "warning")] if hit.result in NO_DECISION else [])
        rest += [words(outcome, "quiet") for outcome in hit.outcomes]
        rest += [words("cut short", "warning")] if not hit.complete else []
        dot = words(" · ", "quiet")
        room = max(width - lead.cell_length - dot.join(rest).cell_length - dot.cell_length, _LEAST_COMMITTEE)
        committee = words(hit.committee).truncate(room, ellipsis=True)
        return Content.assemble(lead, dot.join([committee, *rest] if committee.plain else rest))


def _is_within(places: Set[str], row: AnswerRow | Passive) -> bool:
    """Whether an answer stands at one of some places, or in one."""
    if not isinstance(row, FoundRow):
        return False
    parts = row.hit.permalink.split("/")
    return any("/".join(parts[:end]) in places for end in range(1, len(parts) + 1))


def _often(row: FoundRow) -> str:
    """How many places have these words."""
    from store.find.sentence import repetition

    return repetition(row.hit)
