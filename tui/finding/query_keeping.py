"""Queries kept, on the screen: those asked before, and those saved. A desk that fails says so, and no more."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.errors import MinutebookError
from store.text.dates import spoken_day
from tui.commands.command_screen import PanelScreen
from tui.commands.picker import PickerScreen, fits
from tui.finding.commands import NAME_COMMANDS, QUERY_COMMANDS
from tui.finding.resolution_pane import Followed, ResolutionPane
from tui.pages.safe import pane_title, words
from tui.ports import Pane, ReaderPort, Work
from tui.session.user_data import UserDataClient
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Choice, RowHeading
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.userdata.saved_queries import Saved
    from tui.session.searches import News


class QueryScreen(PickerScreen):
    """Gives an earlier query to `put`, and a saved one, with its news if they are known by then, to `follow`."""

    commands = QUERY_COMMANDS
    TITLE = "Queries"
    PLACEHOLDER = "Some letters of a query, or of its name"

    def __init__(
        self, kept: UserDataClient, put: Callable[[str], None], follow: "Callable[[Saved, News | None], None]"
    ) -> None:
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

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        saved = [self._choice(one) for one in self._saved if fits(typed, one.name, one.text)]
        yield RowHeading("Saved"), saved
        yield RowHeading("Earlier"), [Choice(text, text) for text in self._history if fits(typed, text)]

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
        key = self.key_for("save-query")
        return (
            f"No query yet. Those whose answers you open or copy are listed here, and those that you save with {key}."
        )

    def _choice(self, saved: "Saved") -> Choice:
        news = self._news.get(saved.name)
        figure = "counting …" if news is None else f"{len(news.new):,} new" if news.new else "nothing new"
        return Choice(saved, saved.name, figure, saved.text)


class NameScreen(PanelScreen):
    """Gives the name to `save`."""

    commands = NAME_COMMANDS

    DEFAULT_CSS = "NameScreen > Vertical { height: auto; border-bottom: solid $rule; }"

    def __init__(self, query: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._query = query
        self._save = save

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title("Save the query")
            yield FindBox("A name for it")
            yield Static(words(self._query))
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("save-it")

    def save(self) -> None:
        """Save under the name in the box."""
        name = self.query_one(FindBox).value.strip()
        if not name:
            self.say(f"Type a name first; {self.key_for('close')} leaves it unsaved.")
            return
        self.dismiss()
        self._save(name)


class QueryKeeping:
    """Keeps for the reader the queries that the person wants to ask again."""

    def __init__(self, reader: ReaderPort, kept: UserDataClient, pane: Callable[[], ResolutionPane]) -> None:
        """`pane` gives the pane that the answers are shown in, once it is there."""
        self._reader = reader
        self._kept = kept
        self._pane = pane

    def remember(self) -> None:
        """Remember the query of which the answer under the cursor is about to be used."""
        query = self._reader.asked
        if self._reader.pane is Pane.RESOLUTIONS and query and query.strip():
            self._run(partial(self._kept.remember, query))

    def open_queries(self) -> None:
        """Show the saved queries and the earlier ones."""
        self._reader.push(QueryScreen(self._kept, self._reader.find, self.follow))

    def name_query(self) -> None:
        """Ask under which name to save the query in the find box."""
        query = self._reader.find_text.strip()
        self._reader.push(NameScreen(query, lambda name: self._run(partial(self._save, name, query))))

    def follow(self, saved: "Saved", news: "News | None") -> None:
        """Ask a saved query, and mark what is new in it since somebody last looked."""
        self._reader.find(saved.text)
        self._run(partial(self._follow, saved, news))

    async def _save(self, name: str, query: str) -> None:
        saved = await self._kept.save(name, query)
        key = self._reader.key_for("earlier-queries")
        self._reader.say(f"Saved as “{saved.name}”; {key} lists it, with what is new in it.")
        await self._kept.look(await self._kept.news(saved))

    async def _follow(self, saved: "Saved", news: "News | None") -> None:
        news = news or await self._kept.news(saved)
        fresh = frozenset(hit.permalink for hit in news.new)
        self._pane().follow(Followed(saved.text, fresh, spoken_news(news)))
        await self._kept.look(news)

    def _run(self, keeping: Work) -> None:
        self._reader.attempt("keeping", keeping)


def spoken_news(news: "News") -> str:
    """How many answers are new since when: "3 new since 2 November 2026"."""
    seen_at = news.saved.seen_at
    since = f" since {spoken_day(seen_at.astimezone().date().isoformat())}" if seen_at else ""
    return f"{f'{len(news.new):,}' if news.new else 'nothing'} new{since}"
