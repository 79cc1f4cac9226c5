"""A source, and beside it the outline that is read from it: what is put right in one changes the other at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from store.corrections.correction import Correction, CorrectionKind, words_at
from store.corrections.effect import NOTHING_ELSE, effect
from store.corrections.grammar import checked, kind_named
from store.errors import CorrectionError, MinutebookError
from store.model import Span
from tui.commands.command_screen import CommandScreen
from tui.correcting.commands import CORRECTING_COMMANDS
from tui.correcting.widgets import CorrectedOutline, CorrectedSource, entries_of
from tui.pages.safe import pane_title
from tui.ports import Movable
from tui.widgets.layout import BREAKPOINTS
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.model import Resolution
    from tui.session.correcting import Correctable, CorrectingSession


class CorrectingScreen(CommandScreen):
    """Begins with the words of a place, or with those at the character `at`. `told` is what was done last.

    `is_settled` is false while the whole document is still to be read again.
    """

    commands = CORRECTING_COMMANDS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    DEFAULT_CSS = """
    CorrectingScreen > Horizontal > CorrectedOutline {
        width: 40%;
        border-top: heavy $rule;
        border-title-color: $quiet;
        padding: 0 0 0 1;
        &:focus { border-top: heavy $accent; border-title-color: $accent; border-title-style: bold; }
    }
    CorrectingScreen > Horizontal > CorrectedSource { width: 1fr; }
    """

    def __init__(self, session: "CorrectingSession", of: "Correctable", at: int | None = None) -> None:
        super().__init__()
        self._session = session
        self.of = of
        self._settled = of  # as the whole was read last
        self._begins = at
        self._waiting: list[Correction] = []  # what was said and is not kept yet
        self.told = ""
        self.is_settled = True

    def compose(self) -> ComposeResult:
        with Horizontal():
            outline = CorrectedOutline()
            outline.border_title = pane_title("Outline")
            yield outline
            source = CorrectedSource()
            source.border_title = pane_title("Put right", self.of.document.name)
            yield source
        yield StatusLine()

    def on_mount(self) -> None:
        spans = self.of.source.spans
        span = next((one for one in spans if self._begins is None or one.start <= self._begins < one.end), None)
        start = span.start if span else self._begins or 0
        text = self.of.document.text
        end = text.find("\n", start)
        line = Span(start, (len(text) if end < 0 else end))
        self.source.read(self.of.source.at(Span(line.start, max(line.end, line.start + 1))), text)
        self.set_focus(self.source)
        self._show()

    @property
    def source(self) -> CorrectedSource:
        return self.query_one(CorrectedSource)

    @property
    def outline(self) -> CorrectedOutline:
        return self.query_one(CorrectedOutline)

    @property
    def movable(self) -> Movable:
        return self.outline if self.focused is self.outline else self.source

    def swap(self) -> None:
        """Go from the source to its outline, or back."""
        self.set_focus(self.source if self.focused is self.outline else self.outline)

    def extend(self) -> None:
        self.source.extend()
        self.remark("more lines" if self.source.extending else "")

    def move_start(self, steps: int) -> None:
        self.source.move_start(steps)

    def move_end(self, steps: int) -> None:
        self.source.move_end(steps)

    def step_doubt(self, steps: int) -> None:
        """Mean the next words in doubt, or those before, and say why."""
        here, doubts = self.source.span.start, self.of.meeting.doubts
        ahead = [one for one in doubts if (one.span.start > here if steps > 0 else one.span.start < here)]
        if not ahead:
            self.say("There is no doubt further on." if steps > 0 else "There is no doubt before this.")
            return
        doubt = ahead[0] if steps > 0 else ahead[-1]
        self.source.mean(doubt.span)
        self.say(f"{doubt.kind}: {doubt.why}.")

    def say_that(self, kind: str, value: str | None = None) -> None:
        """Say what the words that are meant are."""
        what, span = kind_named(kind), self.source.span
        starts: tuple[int, ...] = ()
        decision = self._decision_at(span)
        if what is CorrectionKind.CLAUSES and value is None and decision:
            span = decision.span
        if what is CorrectionKind.CLAUSES and value is not None:
            value, starts = None, tuple(self.source.line_starts(span))
        if what in (CorrectionKind.RESULT, CorrectionKind.FORM, CorrectionKind.CLAUSES) and decision is None:
            self.say("No decision is read in these words; say first that they are one.")
            return
        self._put(what, span, value, starts=starts)

    def say_none(self) -> None:
        """Say that the words that are meant are no heading, or no decision."""
        span = self.source.span
        if any(item.span.start < span.end and span.start < item.span.end for item in self.of.meeting.items):
            self._put(CorrectionKind.NO_ITEM, span, None)
        elif decision := self._decision_at(span):
            self._put(CorrectionKind.NO_DECISION, decision.span, None)
        else:
            self.say("These words are neither a heading nor a decision.")

    def ask_heading(self) -> None:
        """Ask for the number and the title of the item whose heading the words are."""
        from tui.correcting.ask_line import AskScreen

        begins = " ".join(words_at(self.of.document.text, self.source.span).split())
        self.push(AskScreen("number | title:", "5 | Finance", f" | {begins}", self._take_heading))

    def ask_meeting(self) -> None:
        """Ask for what is to be said of the meeting."""
        from tui.correcting.ask_line import AskScreen

        self.push(AskScreen("the meeting's", "day 2025-06-03, hour 18:00-20:15, chair A. Ash", "", self._take_meeting))

    def undo(self) -> None:
        """Take back what was put right last."""
        self.attempt("putting right", self._undo)

    def on_corrected_outline_moved(self, event: CorrectedOutline.Moved) -> None:
        self.source.mean(event.span)

    def on_corrected_source_meant(self) -> None:
        self.outline.follow(entries_of(self.of.meeting), self.source.span.start)

    def on_source_view_scrolled(self) -> None:
        self.remark("more lines" if self.source.extending else self.source.whereabouts)

    def _take_heading(self, typed: str) -> str:
        number, bar, title = (part.strip() for part in typed.rpartition("|"))
        said = (title or None, number if bar else None)
        return self._wrong_with(lambda: self._put(CorrectionKind.ITEM, self.source.span, said[0], number=said[1]))

    def _take_meeting(self, typed: str) -> str:
        kind, _, value = typed.partition(" ")

        def put() -> None:
            what = kind_named(kind)
            if not what.of_meeting:
                raise CorrectionError(f"“{kind}” is said of words, and not of the meeting.")
            start = self.of.meeting.items[0].span.start if self.of.number and self.of.meeting.items else 0
            self._put(what, Span(start, start), value.strip())

        return self._wrong_with(put)

    def _wrong_with(self, put: Callable[[], None]) -> str:
        try:
            put()
        except CorrectionError as error:
            return str(error)
        return ""

    def _decision_at(self, span: Span) -> "Resolution | None":
        decisions = (one for item in self.of.meeting.items for one in item.resolutions)
        return next((one for one in decisions if one.span.start < span.end and span.start < one.span.end), None)

    def _put(
        self,
        kind: CorrectionKind,
        span: Span,
        value: str | None,
        *,
        number: str | None = None,
        starts: tuple[int, ...] = (),
    ) -> None:
        words = words_at(self.of.document.text, span)
        said = checked(Correction(self.of.document.sha256, kind, span, words, value, number, starts))
        self.source.extending = False
        self._waiting.append(said)
        self.is_settled = False
        self.attempt("putting right", partial(self._keep, said))

    async def _keep(self, said: Correction) -> None:
        self.of = await self._session.put(self.of, [said])
        self._waiting.remove(said)
        self._show()
        self.attempt("settling", self._settle, newest=True)

    async def _undo(self) -> None:
        undone = await self._session.undo(self.of)
        if undone is None:
            self.say("There is nothing to take back.")
            return
        self.of = undone
        self._show()
        self.attempt("settling", self._settle, newest=True)

    async def _settle(self) -> None:
        """Read the whole document again, and put it into the store; what cannot be is taken back."""
        self.is_settled = False
        self.say("Reading the rest around it …")
        try:
            settled = await self._session.settle(self.of)
        except MinutebookError as error:
            undone = await self._session.undo(self.of) or self.of
            self.of = self._settled if undone.corrections == self._settled.corrections else undone
            self._show()
            self.say(str(error))
            self.is_settled = True
            return
        self.told = effect(self._settled.meeting, settled.meeting) or NOTHING_ELSE
        self.of, self._settled, self.is_settled = settled, settled, True
        self._show()
        self.say(self.told)

    async def finish(self) -> str:
        """Put what was said into the store, and tell what that did; for who left before it was done."""
        for said in self._waiting:
            self.of = await self._session.put(self.of, [said])
        settled = await self._session.settle(self.of)
        return effect(self._settled.meeting, settled.meeting) or NOTHING_ELSE

    def _show(self) -> None:
        entries = entries_of(self.of.meeting)
        self.outline.border_title = pane_title("Outline", f"{len(self.of.meeting.items):,}")
        self.outline.follow(entries, self.source.span.start)
        self.refresh_hints()
