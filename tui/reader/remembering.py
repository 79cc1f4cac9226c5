"""Where you were is where you come back: the place, the pane, the query, the theme, and how the lists stood."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from store.errors import MinutebookError, NotFound
from store.permalinks.permalink import parse
from tui.ports import Pane, Remembers
from tui.reader.host import ReaderHost
from tui.session.library import Library
from tui.widgets.theme import THEMES

_EVERY: Final = 20.0  # seconds after which a place is kept, for when the power fails


class Remembering:
    """Remembers for the reader; nothing of a store that goes when it is left. `fresh` begins anew all the same."""

    def __init__(
        self, reader: ReaderHost, library: Library, others: Callable[[], Mapping[str, Remembers]], *, fresh: bool
    ) -> None:
        """`others` are those who remember for themselves, by the names under which that is kept."""
        self._reader = reader
        self._others = others
        self._library = library
        self._fresh = fresh
        self._begun = False
        self._first_theme = ""
        self._kept: dict[str, object] = {}

    async def restore(self) -> str | None:
        """Begin as the person left; the place to go to. None where there is none, or it is not there any more."""
        self._first_theme = self._reader.application.theme
        if self._library.passing:
            return None
        try:
            kept = {} if self._fresh else await self._library.kept.last_place()
            place = await self._place(kept.get("place"))
        except MinutebookError:
            return None  # whoever shows the marks or the minutes is told why
        self._set(kept)
        return place

    def begin(self) -> None:
        """Keep every now and then where the person is."""
        self._begun = not self._library.passing
        if self._begun:
            self._reader.set_interval(_EVERY, self.keep)

    def keep(self) -> None:
        """Keep where the person is, if that has changed."""
        if self._begun and (now := self._now()) != self._kept:
            self._kept = now
            self._library.kept.keep_place(now)

    def _now(self) -> dict[str, object]:
        reader = self._reader
        own: dict[str, object] = {
            "place": reader.place,
            "pane": int(reader.pane),
            "query": reader.find_text,
            "theme": {"first": self._first_theme, "now": reader.application.theme},
        }
        return own | {name: dict(one.remembered()) for name, one in self._others().items()}

    def _set(self, kept: dict[str, Any]) -> None:
        match kept.get("theme"):
            case {"first": self._first_theme, "now": str(theme)} if theme in THEMES:
                self._reader.application.theme = theme  # unless the settings name another than they did
        for name, one in self._others().items():
            if isinstance(state := kept.get(name), dict):
                one.restore(state)
        if isinstance(query := kept.get("query"), str) and query:
            self._reader.panes.resolutions.box.put(query)
        if kept.get("pane") in list(Pane):
            self._reader.use(Pane(kept["pane"]))

    async def _place(self, kept: object) -> str | None:
        """The place to begin with: as it was kept, else its meeting; where that is gone too, the person is told."""
        if not isinstance(kept, str):
            return None
        try:
            meeting = str(parse(kept).meeting)
        except NotFound:
            return None
        told = await self._library.kept.told([kept, meeting])
        if kept in told:
            return kept
        begun = "this is its meeting" if meeting in told else "this is the newest meeting"
        self._reader.say(f"{kept}, where you were, is not in this store any more; {begun}.")
        return meeting if meeting in told else None
