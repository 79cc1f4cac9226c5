"""Finding on the screen: the newest question wins, and what is asked after it comes when the typing pauses."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from store.errors import MinutebookError
from store.index.section import Section
from tui.layout import Pane
from tui.library import Library
from tui.widgets.answer_rows import FoundRow
from tui.widgets.resolution_pane import ResolutionPane

if TYPE_CHECKING:
    from store.find.answer import Answer
    from store.find.query import Query
    from tui.screens.reader import ReaderScreen

_PAUSE: Final = 0.1  # seconds without a key, after which there is time for more than the answers
Show = Callable[[], None]
Question = Callable[[], Awaitable[Show]]


class Finding:
    """Asks for the reader what is typed in the find box.

    Every question has a number. What comes back is shown while the question is the newest one, and never later.
    """

    def __init__(self, reader: "ReaderScreen", library: Library) -> None:
        self._reader = reader
        self._library = library
        self._newest = 0
        self._rest: list[Question] = []  # what is still to be asked about the newest answer

    @property
    def _pane(self) -> ResolutionPane:
        return self._reader.panes.resolutions

    def ask(self, query: str) -> None:
        """Ask for the answers to a query, and give up whatever else was being asked."""
        self._newest += 1
        self._run(self._find(self._newest, query))

    def put(self, query: str) -> None:
        """Write a query into the find box, and go on from there."""
        self._reader.panes.use_find_box()
        if self._pane.box.value == query:
            self.ask(query)
        self._pane.box.put(query)

    def why_no_places(self) -> str | None:
        """Why what is under the cursor cannot be opened to its places."""
        row = self._pane.answers.chosen
        if self._pane.at_places:
            return "These are the places; ← or Esc goes back to the answers."
        if not isinstance(row, FoundRow):
            return "There is nothing here to open."
        if row.hit.repeats == 1:
            return "These words stand in one place only."
        if row.section is Section.TEXT:  # a paragraph has no permalink of its own to ask by
            return "Only resolutions and titles open to their places; a paragraph opens at its newest."
        return None

    def open_places(self) -> None:
        """List the places that have the words of the answer under the cursor."""
        row = self._pane.answers.chosen
        if isinstance(row, FoundRow) and self._pane.answer:
            self._newest += 1
            self._run(self._open_places(self._newest, row, self._pane.answer))

    def close_places(self) -> bool:
        """Go back from places to the answers; False where there are no places."""
        if not self._pane.close_places():
            return False
        self._newest += 1
        self._run(self._go_on(self._newest))
        self._reader.refresh_hints()
        return True

    def open_facets(self) -> None:
        """Show what would narrow the answers."""
        from tui.screens.facets import FacetScreen

        query = self._pane.box.value
        self._reader.app.push_screen(FacetScreen(self._library, query, self.put))

    async def _find(self, number: int, query: str) -> None:
        try:
            self._show(number, await self._library.find(query))
        except MinutebookError as error:
            if number == self._newest:
                self._complain(error)
        else:
            await self._go_on(number)

    def _show(self, number: int, answer: "Answer") -> None:
        if number == self._newest:
            self._rest = self._after(answer)
            self._pane.show(answer)
            self._reader.refresh_hints()

    async def _go_on(self, number: int) -> None:
        """Show the words of the best answer, then ask for what is still to be asked."""
        await asyncio.sleep(_PAUSE)
        if number != self._newest:
            return
        self._look()
        try:
            while self._rest:
                show = await self._rest[0]()
                if number != self._newest:
                    return
                self._rest.pop(0)
                show()
        except MinutebookError as error:
            self._complain(error)
            return
        self._pane.end()
        self._look()
        self._reader.refresh_hints()

    def _after(self, answer: "Answer") -> list[Question]:
        """What to ask when the answers are there: the other sections, and how many exact ones there really are."""
        query = answer.query
        asks = query.asks_words or query.without or query.filters
        sections = (Section.TITLES, Section.TEXT) if asks and query.section is None else ()
        questions: list[Question] = [partial(self._find_below, section, query) for section in sections]
        return [*questions, partial(self._count, answer)] if answer.exact.more else questions

    async def _find_below(self, section: Section, query: "Query") -> Show:
        return partial(self._show_below, await self._library.find_in(section, query))

    def _show_below(self, answer: "Answer") -> None:
        self._pane.add(answer)
        if answer.exact.more:
            self._rest.append(partial(self._count, answer))

    async def _count(self, answer: "Answer") -> Show:
        exact = await self._library.count(answer.section, answer.query)
        return partial(self._pane.count, replace(answer, exact=exact))

    async def _open_places(self, number: int, row: FoundRow, answer: "Answer") -> None:
        try:
            places = await self._library.places(row.section, row.hit.permalink, answer.query)
        except MinutebookError as error:
            self._reader.say(str(error))
            return
        if number == self._newest and self._pane.answers.chosen is row:
            self._pane.open_places(row, places, answer.query)
            self._reader.refresh_hints()
            self._look()

    def _look(self) -> None:
        """Show the hit under the cursor in the reading pane, unless it is there already."""
        hit = self._pane.hit
        if hit and self._reader.pane is Pane.RESOLUTIONS:
            self._reader.look_at(hit)

    def _complain(self, error: MinutebookError) -> None:
        """Say why there is no answer, and leave the list as it is."""
        self._pane.complain(str(error))
        self._reader.say(str(error))

    def _run(self, question: Coroutine[None, None, None]) -> None:
        self._reader.run_worker(question, exclusive=True, group="finding")
