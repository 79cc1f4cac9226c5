"""Looking for words in the text that is read: they are lit, and the person goes from one to the next."""

from collections.abc import Callable, Sized
from typing import TYPE_CHECKING, Protocol

from tui.ports import Pane, ReaderPort, Work
from tui.session.lookups import PlaceLookups

if TYPE_CHECKING:
    from store.views.text_matches import Sought


class LitText(Protocol):
    """The text that is read: `matches` are those of the words that are looked for, `match` the one in use.

    `place` is the permalink of what is shown, `whole` that of the item or the meeting whose page it is, and `subject`
    what that is of, in a few words.
    """

    @property
    def place(self) -> str | None: ...
    @property
    def whole(self) -> str | None: ...
    @property
    def subject(self) -> str: ...
    @property
    def matches(self) -> Sized: ...
    @property
    def match(self) -> int | None: ...

    async def light(self, sought: "Sought") -> None:
        """Light the words that are looked for."""
        ...

    def darken(self) -> None:
        """Light no words."""
        ...

    def beside(self, step: int) -> int | None:
        """The number of the next match (`step` 1) or the one before (-1), from the one in use or from what is seen."""
        ...

    def put(self, match: int) -> None:
        """Go to a match."""
        ...


class Matching:
    """Lights for the reader the words of the query last asked, or of one given for the text alone, the later of them.

    While words are lit, they are in whatever is read next, until the person takes the light away.
    """

    def __init__(self, reader: ReaderPort, closer: PlaceLookups, text: Callable[[], LitText]) -> None:
        """`text` gives the text that is read, once it is there."""
        self._reader = reader
        self._text = text
        self._closer = closer
        self._given = ""
        self._asked_then: str | None = None  # what stood in the find box when they were given
        self._sought: Sought | None = None
        self._lit = False
        self._owed = 0  # matches still to be gone on by, where keys come faster than answers
        self._arriving = 0  # the way (1 or -1) in which the person goes on into another part of the meeting

    @property
    def query(self) -> str:
        """What is looked for; empty where that has no words, but fields at most."""
        from store.find.parse_query import parse_query

        asked = self._reader.asked
        query = (self._given if asked == self._asked_then else asked or "").strip()
        return query if parse_query(query).asks_words else ""

    def why_no_text(self) -> str | None:
        """Why there is no text to look in."""
        return None if self._pane.whole else "There are no minutes here to look in."

    def why_not(self) -> str | None:
        """Why there is nothing to go to."""
        if reason := self.why_no_text():
            return reason
        if not self.query:
            here, all_ = self._reader.key_for("filter"), self._reader.key_for("find")
            return f"There are no words to look for yet: {here} asks for some in this text, {all_} in all minutes."
        return None

    def open(self) -> None:
        """Ask for words to look for in this text."""
        from tui.matching.screen import InTextScreen

        self._reader.use(Pane.READING)
        self._reader.push(InTextScreen(self.give, self.go))

    def go(self, words: str) -> None:
        """Look for other words in the text that is read, and go to the first of them from where the person is."""
        self._give(words)
        if self._lit:
            self.step(1)
        else:
            self._pane.darken()

    async def give(self, words: str) -> str:
        """Look for other words in the text that is read, and say how many there are; for none, take the light away."""
        self._give(words)
        if not self._lit:
            self._pane.darken()
            return ""
        await self._look()
        return self.report()

    def step(self, step: int) -> None:
        """Go to the next match (1) or the one before (-1), in the next part of the meeting where there is no more."""
        self._lit, self._arriving = True, 0
        moved = self._reader.pane is Pane.RESOLUTIONS and self._pane.place != self._reader.place
        self._reader.use(Pane.READING)
        if moved:  # the hit that is shown is gone to first
            self._arriving = step
        else:
            self._owed += step
            self._run(self._step)

    def light(self) -> None:
        """Light the words of the query in what is read from now on, if it has any."""
        self._lit = bool(self.query)

    def shown(self) -> None:
        """Light the words in what is read now, and go to one of them if the person is on the way there."""
        if not self._lit:
            self._pane.darken()
        elif self._pane.whole and self.query:
            self._run(self._show)

    def report(self) -> str:
        """How many there are in this text, or which of them the person is at."""
        count, match = len(self._pane.matches), self._pane.match
        if not count:
            return "not in this text"
        return f"{count:,} in this text" if match is None else f"{match + 1:,} of {count:,}"

    @property
    def _pane(self) -> LitText:
        return self._text()

    def _give(self, words: str) -> None:
        self._given, self._asked_then = words.strip(), self._reader.asked
        self.light()

    async def _show(self) -> None:
        step, self._arriving = self._arriving, 0
        await self._look()
        if step and self._pane.matches:
            self._pane.put(0 if step > 0 else len(self._pane.matches) - 1)
            self._reader.say(f"On in {self._pane.subject}: “{self.query}”, {self.report()}.")

    async def _step(self) -> None:
        sought = await self._look()
        owed, self._owed = self._owed, 0
        for _ in range(abs(owed)):
            if self._arriving == 0:
                self._go_on(sought, 1 if owed > 0 else -1)

    def _go_on(self, sought: "Sought", step: int) -> None:
        if (match := self._pane.beside(step)) is not None:
            self._pane.put(match)
            self._reader.say(f"“{self.query}”: {self.report()}.")
        elif (place := sought.beside(self._pane.whole or "", step)) is not None:
            self._arriving = step
            self._reader.go_to(place)
        elif sought.having:
            back, on = self._reader.key_for("previous-match"), self._reader.key_for("next-match")
            turn = f"{back} goes back" if step > 0 else f"{on} goes on"
            self._reader.say(f"No more “{self.query}” in this meeting; {turn}.")
        else:
            everywhere = self._reader.key_for("find")
            self._reader.say(f"“{self.query}” is nowhere in this meeting; {everywhere} looks in all minutes.")

    async def _look(self) -> "Sought":
        """Light the words on the page that is shown, after asking which they are where that is not known."""
        page, query = self._pane.whole or "", self.query
        if self._sought is None or self._sought.query != query or page not in self._sought.places:
            self._sought = await self._closer.seek(page, query)
        await self._pane.light(self._sought)
        return self._sought

    def _run(self, looking: Work) -> None:
        self._reader.attempt("matching", looking, newest=True)
