"""The find box over what it finds: a sentence on the query, and the list of answers."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.finding.answer_list import (
    AnswerList,
    AnswerRow,
    FoundRow,
    found_rows,
    nothing_rows,
    people_rows,
    places_rows,
    section_heading,
    section_rows,
    spoken_places,
    why_not_found,
)
from tui.pages.safe import pane_title, words
from tui.session.paged import Paged
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Passive, RowHeading
from tui.widgets.line_view import Covered
from tui.widgets.roles import key_for

if TYPE_CHECKING:
    from store.find.answer import Answer, Hit
    from store.find.people import FoundPerson
    from store.index.section import Section


_MOST = 3  # lines


class AnswerSummary(Widget):
    """As high as its words are, three lines at most."""

    COMPONENT_CLASSES = {"answer-summary--problem"}
    ALLOW_SELECT = False

    DEFAULT_CSS = """
    AnswerSummary {
        height: 1;
        color: $quiet;
        & > .answer-summary--problem { color: $warning; text-style: italic; }
    }
    AnswerSummary:ansi { color: ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sentence = ""
        self._problems: Sequence[str] = ()
        self._lines: list[Content] = []

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def problems(self) -> Sequence[str]:
        return self._problems

    def show(self, sentence: str, problems: Sequence[str] = ()) -> None:
        """Say a sentence, and what is wrong."""
        self._sentence, self._problems = sentence, problems
        self._set()

    def render(self) -> Content:
        return Content("\n").join(self._lines)

    def on_resize(self, event: Resize) -> None:
        self._set()

    def _set(self) -> None:
        width = max(self.size.width, 1)
        problems = [
            line for one in self._problems for line in words(f"! {one}", ".answer-summary--problem").wrap(width)
        ][: _MOST - 1]
        sentence = words(self._sentence).wrap(width)
        room = _MOST - len(problems)
        if len(sentence) > room:
            sentence = [
                *sentence[: room - 1],
                Content.assemble(sentence[room - 1], " …").truncate(width, ellipsis=True),
            ]
        self._lines = [*sentence, *problems]
        height = max(len(self._lines), 1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.refresh()


@dataclass(frozen=True, slots=True)
class _Left:
    """The answers as they were when one of them was opened to its places."""

    rows: "Sequence[AnswerRow | Passive | None]"
    cursor: int
    scrolled: float


@dataclass(frozen=True, slots=True)
class Followed:
    """A saved query: its words, the permalinks of what is new in it, and a few words on how many and since when."""

    query: str
    fresh: Set[str]
    words: str


class ResolutionPane(Vertical, Covered):
    """Finding resolutions, and what stands around them."""

    TITLE = "4 Resolutions"

    # Enter opens the hit under the cursor while the find box has the focus, so the cursor looks in use then.
    DEFAULT_CSS = """
    ResolutionPane:focus-within AnswerList > .role--cursor { background: $cursor; }
    ResolutionPane:focus-within AnswerList:ansi > .role--cursor { text-style: reverse; }
    """

    @dataclass
    class Asked(Message):
        """The words in the find box changed."""

        query: str

    def __init__(self) -> None:
        super().__init__()
        self._title: tuple[str, ...] = ()
        self._call_it(self.TITLE)
        self.answer: Answer | None = None  # the newest there is
        self.oldest = False  # whether the answers stand from the oldest to the newest
        self._awaited: str | None = None  # the words that Enter was pressed for before they had an answer
        self._left: _Left | None = None
        self._headings: dict[Section, RowHeading] = {}  # of the sections below
        self._followed: Followed | None = None
        self._people: Sequence[FoundPerson] = ()

    def compose(self) -> ComposeResult:
        yield FindBox()
        yield AnswerSummary()
        yield AnswerList()

    @property
    def box(self) -> FindBox:
        return self.query_one(FindBox)

    @property
    def answers(self) -> AnswerList:
        return self.query_one(AnswerList)

    @property
    def summary(self) -> AnswerSummary:
        return self.query_one(AnswerSummary)

    @property
    def hit(self) -> "Hit | None":
        """The hit under the cursor."""
        return self.answers.hit

    @property
    def asked(self) -> str | None:
        """The words that the list answers."""
        return self.answer.query.text if self.answer else None

    @property
    def at_places(self) -> bool:
        """Whether the list has the places of one answer."""
        return self._left is not None

    def show(self, answer: "Answer") -> None:
        """List the hits of `answer`, best first, with the best under the cursor."""
        self._show(answer, found_rows(answer, key_for(self, "narrow")))
        if self.asked == self._awaited and answer.hits:
            self._choose()

    def show_in_order(self, answer: "Answer", rows: "Paged[AnswerRow | Passive]", *, oldest: bool) -> None:
        """List all answers in the order of time, by the page; the cursor stays where it is in the same list."""
        if self.answer and self.answer.query is answer.query and self.oldest == oldest:
            self.answer = answer
            self.answers.show_more(rows)
            self._say(answer)
        else:
            self._show(answer, rows, oldest=oldest)

    def count(self, counted: "Answer") -> None:
        """Say how many exact answers there are, now that those of a section are counted."""
        if self.answer and counted.section is self.answer.section:
            self.answer = counted
            self._say(counted)
        elif heading := self._headings.get(counted.section):
            self.answers.reword(heading, section_heading(counted))

    def add(self, section: "Answer") -> None:
        """List the hits of another section below."""
        rows = section_rows(section, key_for(self, "narrow"))
        if rows and isinstance(rows[0], RowHeading):
            self._headings[section.section] = rows[0]
        self.answers.extend(rows)
        if self.asked == self._awaited and self.hit:
            self._choose()

    def offer(self, people: "Sequence[FoundPerson]") -> None:
        """Say who has the name that was typed, and list what finds their meetings."""
        self._people = people
        if people and self.answer:
            self.answers.extend(people_rows(people))
            self._say(self.answer)

    def end(self) -> None:
        """All sections were asked; where nothing was found, say what else to try."""
        self._awaited = None
        if self.answer and self.answer.query.text.strip() and not self.answers.rows:
            self.answers.show(nothing_rows(self.answer, key_for(self, "earlier-queries")))

    def complain(self, sentence: str) -> None:
        """Say why there is no answer; the list stays as it is."""
        self.summary.show("", [sentence])

    def follow(self, followed: Followed) -> None:
        """Mark what is new in a saved query, for as long as the box has its words."""
        self._followed = followed
        self._mark_news()
        self.answers.reset_lines()
        if self.answer:
            self._say(self.answer)

    def open_places(self, of: FoundRow, places: "Sequence[Hit]") -> None:
        """List the places of an answer instead."""
        self._left = _Left(self.answers.rows, self.answers.cursor, self.answers.scroll_offset.y)
        self._call_it(self.TITLE, spoken_places(of, places))
        self.answers.show(places_rows(of, places))

    def close_places(self) -> bool:
        """Go back to the answers as they were; False when no places are open."""
        if self._left is None:
            return False
        left, self._left = self._left, None
        self._call_it(*self._title_of_answers)
        self.answers.show(left.rows, left.cursor)
        self.answers.scroll_to(y=left.scrolled, animate=False, immediate=True)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.box.value != self._awaited:  # not the event's: Textual may tell of a letter after Enter
            self._awaited = None
        self.post_message(self.Asked(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the best hit for the words that were typed, not for what was answered so far."""
        event.stop()
        if self.asked == event.value and self.answers.chosen:
            self.answers.choose()
        else:
            self._awaited = event.value

    def _show(self, answer: "Answer", rows: "Sequence[AnswerRow | Passive | None]", *, oldest: bool = False) -> None:
        self.answer, self.oldest, self._left, self._headings = answer, oldest, None, {}
        self._people = ()
        self._call_it(*self._title_of_answers)
        self._mark_news()
        self.answers.show(rows)
        self._say(answer)

    @property
    def _title_of_answers(self) -> tuple[str, ...]:
        return (self.TITLE, "oldest first") if self.oldest else (self.TITLE,)

    def _call_it(self, *title: str) -> None:
        """Put a title in the rule above, where there is another: it would draw the whole pane anew."""
        if title != self._title:
            self._title = title
            self.border_title = pane_title(*title)

    def _choose(self) -> None:
        self._awaited = None
        self.answers.choose()

    def _mark_news(self) -> None:
        self.answers.fresh = self._news.fresh if self._news else frozenset()

    @property
    def _news(self) -> Followed | None:
        """What is new, while the answers are those to the saved query."""
        return self._followed if self._followed and self._followed.query == self.asked else None

    def _say(self, answer: "Answer") -> None:
        """The query as a sentence, what is wrong with it, and which of its words stand nowhere."""
        from store.find.sentence import sentence

        asked = sentence(answer.query, answer)
        if self.oldest:
            asked = asked.replace(", newest first", ", oldest first")
        said = [asked] + ([self._news.words] if self._news else [])
        said += [f"{one.told} ({one.filter})" for one in self._people[:1]]
        problems = [problem.why for problem in answer.query.problems]
        problems += why_not_found(answer) if answer.hits else []
        self.summary.show(" · ".join(said), problems)
