"""Queries to ask again: the saved ones, with what is new in each, and below them those asked before."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual import work

from store.errors import MinutebookError
from tui.commands.choosing import CHOOSING_QUERIES
from tui.commands.finding import SaveQuery
from tui.kept import Kept
from tui.screens.picker import PickerScreen, fits
from tui.widgets.choice_list import Choice
from tui.widgets.headed_list import Heading

if TYPE_CHECKING:
    from store.userdata.saved_queries import Saved
    from tui.saved_queries import News


class QueryScreen(PickerScreen):
    """Gives an earlier query to `put`, and a saved one, with its news if they are known by then, to `follow`."""

    commands = CHOOSING_QUERIES
    TITLE = "Queries"
    PLACEHOLDER = "Some letters of a query, or of its name"

    def __init__(self, kept: Kept, put: Callable[[str], None], follow: "Callable[[Saved, News | None], None]") -> None:
        super().__init__()
        self._kept = kept
        self._put = put
        self._follow = follow
        self._saved: tuple[Saved, ...] = ()
        self._history: tuple[str, ...] = ()
        self._news: dict[str, News] = {}

    @property
    def saved(self) -> "Saved | None":
        """The saved query under the cursor."""
        choice = self.choices.chosen
        return next((one for one in self._saved if choice and choice.value is one), None)

    def on_mount(self) -> None:
        self._load()

    def groups(self, typed: str) -> Iterator[tuple[Heading, list[Choice]]]:
        saved = [self._choice(one) for one in self._saved if fits(typed, one.name, one.text)]
        yield Heading("Saved"), saved
        yield Heading("Earlier"), [Choice(text, text) for text in self._history if fits(typed, text)]

    def choose(self, choice: Choice) -> None:
        saved = self.saved
        self.dismiss()
        if saved:
            self._follow(saved, self._news.get(saved.name))
        else:
            self._put(str(choice.value))

    def forget(self) -> None:
        """Forget the saved query under the cursor."""
        if self.saved:
            self._forget(self.saved.name)

    @work(exclusive=True, group="queries")
    async def _load(self) -> None:
        try:
            self._saved, self._history = await self._kept.saved(), await self._kept.history()
            self.choices.if_none = self._why_none
            self.list_choices()
            for one in self._saved:
                self._news[one.name] = await self._kept.news(one)
                self.list_choices(self.choices.cursor)
        except MinutebookError as error:
            self.say(str(error))

    @work(exclusive=True, group="queries")
    async def _forget(self, name: str) -> None:
        try:
            await self._kept.forget(name)
        except MinutebookError as error:
            self.say(str(error))
            return
        self._load()
        self.say(f"“{name}” is forgotten.")

    @property
    def _why_none(self) -> str:
        """Why nothing is listed."""
        if self._saved or self._history:
            return "No query has these letters in its name or its words."
        key = self.key_for(SaveQuery)
        return (
            f"No query yet. Those whose answers you open or copy are listed here, and those that you save with {key}."
        )

    def _choice(self, saved: "Saved") -> Choice:
        news = self._news.get(saved.name)
        figure = "counting …" if news is None else f"{len(news.new):,} new" if news.new else "nothing new"
        return Choice(saved, saved.name, figure, saved.text)
