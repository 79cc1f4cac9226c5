"""Finding on the screen: the newest question wins, and what is asked after it comes when the typing pauses."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from store.errors import MinutebookError
from store.index.section import Section
from tui.finding.answer_list import AnswerRow, FoundRow
from tui.finding.resolution_pane import ResolutionPane
from tui.ports import Pane, ReaderPort
from tui.session.library import Library
from tui.session.paged import PAGE, Paged
from tui.widgets.headed_list import Passive

if TYPE_CHECKING:
    from store.find.answer import Answer, Hit
    from store.find.query import Query

_PAUSE: Final = 0.1  # seconds without a key, after which there is time for more than the answers
Show = Callable[[], None]
Question = Callable[[], Awaitable[Show]]


class Finding:
    """Asks for the reader what is typed in the find box.

    Every question has a number. What comes back is shown while the question is the newest one, and never later.
    """

    def __init__(self, reader: ReaderPort, library: Library, pane: Callable[[], ResolutionPane]) -> None:
        """`pane` gives the pane that the answers are shown in, once it is there."""
        self._reader = reader
        self._find_pane = pane
        self._library = library
        self._lists = library.lists
        self._newest = 0
        self._oldest = False  # whether answers without words are to stand from the oldest to the newest
        self._rest: list[Question] = []  # what is still to be asked about the newest answer

    @property
    def _pane(self) -> ResolutionPane:
        return self._find_pane()

    def remembered(self) -> dict[str, bool]:
        """The order of answers without words, to begin with the next time."""
        return {"oldest": self._oldest}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Take the order that was remembered."""
        self._oldest = kept.get("oldest") is True

    def ask(self, query: str) -> None:
        """Ask for the answers to a query, and give up whatever else was being asked."""
        self._newest += 1
        self._run(partial(self._find, self._newest, query))

    def put(self, query: str) -> None:
        """Write a query into the find box, and go on from there."""
        self._reader.use_find_box()
        if self._pane.box.value == query:
            self.ask(query)
        self._pane.box.put(query)

    def why_no_places(self) -> str | None:
        """Why what is under the cursor cannot be opened to its places."""
        row = self._pane.answers.chosen
        if self._pane.at_places:
            return f"These are the places; {self._goes_back} to the answers."
        if not isinstance(row, FoundRow):
            return "There is nothing here to open."
        if row.hit.repeats == 1 and not row.hit.more:
            return "These words stand in one place only."
        if row.section is Section.TEXT:  # a paragraph has no permalink of its own to ask by
            return "Only resolutions and titles open to their places; a paragraph opens at its newest."
        return None

    @property
    def _goes_back(self) -> str:
        return f"{self._reader.key_for('outward')} or {self._reader.key_for('back')} goes back"

    def open_places(self) -> None:
        """List the places that have the words of the answer under the cursor."""
        row = self._pane.answers.chosen
        if isinstance(row, FoundRow) and self._pane.answer:
            self._newest += 1
            self._run(partial(self._open_places, self._newest, row, self._pane.answer))

    def close_places(self) -> bool:
        """Go back from places to the answers; False where there are no places."""
        if not self._pane.close_places():
            return False
        self._newest += 1
        self._run(partial(self._go_on, self._newest))
        self._reader.refresh_hints()
        return True

    def open_facets(self) -> None:
        """Show what would narrow the answers."""
        from tui.finding.facet_screens import FacetScreen

        query = self._pane.box.value
        self._reader.push(FacetScreen(self._library.facets, query, self.put))

    def why_no_order(self) -> str | None:
        """Why the answers cannot be put in another order."""
        if self._pane.at_places:
            return f"Places stand newest first; {self._goes_back} to the answers."
        if self._pane.answer is None or self._pane.answer.query.asks_words:
            return "What words find stands best first; without words there are the newest and the oldest first."
        return None

    def next_order(self) -> None:
        """List the answers from the other end of time."""
        self._oldest = not self._oldest
        self.ask(self._pane.box.value)
        self._reader.say(f"Resolutions {'oldest' if self._oldest else 'newest'} first.")

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
            if self._in_order(answer):
                first = () if self._oldest else answer.hits
                self._show_in_order(answer, first, len(first))
            else:
                self._pane.show(answer)
            self._reader.refresh_hints()

    async def _go_on(self, number: int) -> None:
        """Show the words of the best answer, then ask for what is still to be asked."""
        await asyncio.sleep(_PAUSE)
        if number != self._newest:
            return
        self.look()
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
        self.look()
        self._reader.refresh_hints()

    def _after(self, answer: "Answer") -> list[Question]:
        """What to ask when the answers are there: the other sections, and how many exact ones there really are."""
        query = answer.query
        asks = query.asks_words or query.without or query.filters
        others = [section for section in Section if section is not answer.section]
        sections = others if asks and query.section is None else ()
        questions: list[Question] = [partial(self._find_below, section, query) for section in sections]
        if query.asks_words:
            questions.insert(0, partial(self._offer_people, query))
        if self._in_order(answer):
            questions.insert(0, partial(self._list_in_order, answer))
        elif answer.exact.more:
            questions.append(partial(self._count, answer))
        return questions if asks else [*questions, self._get_ready]

    def _in_order(self, answer: "Answer") -> bool:
        """Whether answers stand in the order of time, and there are more of them than are here, or others first."""
        listed = not answer.exact.more and sum(hit.repeats for hit in answer.hits) == answer.exact.number
        return not answer.query.asks_words and (self._oldest or not listed)

    async def _list_in_order(self, answer: "Answer") -> Show:
        count, texts = await self._lists.resolutions(answer.query, oldest=self._oldest)
        first: Sequence[Hit] = answer.hits
        if self._oldest or not first:
            first = await self._lists.resolutions_between(answer.query, 0, PAGE, oldest=self._oldest)
        return partial(self._show_in_order, replace(answer, exact=count), first, texts)

    def _show_in_order(self, answer: "Answer", first: "Sequence[Hit]", texts: int) -> None:
        oldest = self._oldest

        async def page(begin: int, end: int) -> Sequence[AnswerRow | Passive]:
            hits = await self._lists.resolutions_between(answer.query, begin, end, oldest=oldest)
            return [FoundRow(hit, answer.section) for hit in hits]

        known: list[AnswerRow | Passive] = [FoundRow(hit, answer.section) for hit in first]
        rows = Paged(texts, page, known)
        self._pane.show_in_order(answer, rows, oldest=oldest)

    async def _find_below(self, section: Section, query: "Query") -> Show:
        return partial(self._show_below, await self._library.find_in(section, query))

    async def _offer_people(self, query: "Query") -> Show:
        return partial(self._pane.offer, await self._library.people(query))

    def _show_below(self, answer: "Answer") -> None:
        self._pane.add(answer)
        if answer.exact.more:
            self._rest.append(partial(self._count, answer))

    async def _get_ready(self) -> Show:
        await self._library.get_ready()
        return lambda: None

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
            self._pane.open_places(row, places)
            self._reader.refresh_hints()
            self.look()

    def look(self) -> None:
        """Show the hit under the cursor in the reading pane, unless it is there already."""
        hit = self._pane.hit
        if hit and self._reader.pane is Pane.RESOLUTIONS:
            self._reader.look_at(hit)

    def _complain(self, error: MinutebookError) -> None:
        """Say why there is no answer, and leave the list as it is."""
        self._pane.complain(str(error))
        self._reader.say(str(error))

    def _run(self, question: Callable[[], Coroutine[None, None, None]]) -> None:
        self._reader.attempt("finding", question, newest=True)
