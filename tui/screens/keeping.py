"""Queries kept, on the screen: those asked before, and those saved. A desk that fails says so, and no more."""

from functools import partial
from typing import TYPE_CHECKING

from store.citation.printed_forms import spoken_day
from tui.background import Work
from tui.commands.finding import EarlierQueries
from tui.kept import Kept
from tui.layout import Pane
from tui.widgets.resolution_pane import Followed

if TYPE_CHECKING:
    from store.userdata.saved_queries import Saved
    from tui.saved_queries import News
    from tui.screens.reader import ReaderScreen


class Keeping:
    """Keeps for the reader the queries that the person wants to ask again."""

    def __init__(self, reader: "ReaderScreen", kept: Kept) -> None:
        self._reader = reader
        self._kept = kept

    def remember(self) -> None:
        """Remember the query of which the answer under the cursor is about to be used."""
        query = self._reader.panes.resolutions.asked
        if self._reader.pane is Pane.RESOLUTIONS and query and query.strip():
            self._run(partial(self._kept.remember, query))

    def open_queries(self) -> None:
        """Show the saved queries and the earlier ones."""
        from tui.screens.queries import QueryScreen

        self._reader.app.push_screen(QueryScreen(self._kept, self._reader.finding.put, self.follow))

    def name_query(self) -> None:
        """Ask under which name to save the query in the find box."""
        from tui.screens.name import NameScreen

        query = self._reader.panes.resolutions.box.value.strip()
        self._reader.app.push_screen(NameScreen(query, lambda name: self._run(partial(self._save, name, query))))

    def follow(self, saved: "Saved", news: "News | None") -> None:
        """Ask a saved query, and mark what is new in it since somebody last looked."""
        self._reader.finding.put(saved.text)
        self._run(partial(self._follow, saved, news))

    async def _save(self, name: str, query: str) -> None:
        saved = await self._kept.save(name, query)
        key = self._reader.key_for(EarlierQueries)
        self._reader.say(f"Saved as “{saved.name}”; {key} lists it, with what is new in it.")
        await self._kept.look(await self._kept.news(saved))

    async def _follow(self, saved: "Saved", news: "News | None") -> None:
        news = news or await self._kept.news(saved)
        fresh = frozenset(hit.permalink for hit in news.new)
        self._reader.panes.resolutions.follow(Followed(saved.text, fresh, spoken_news(news)))
        await self._kept.look(news)

    def _run(self, keeping: Work) -> None:
        self._reader.attempt("keeping", keeping)


def spoken_news(news: "News") -> str:
    """How many answers are new since when: "3 new since 2 November 2026"."""
    seen_at = news.saved.seen_at
    since = f" since {spoken_day(seen_at.astimezone().date().isoformat())}" if seen_at else ""
    return f"{f'{len(news.new):,}' if news.new else 'nothing'} new{since}"
