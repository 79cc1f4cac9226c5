"""A tour of every screen, by the reader itself in a terminal: what strangers wrote must be on each of them.

Run in a pty by `tests.harm.gallery`: `python -m tests.harm.gallery_tour STORE FOLDER PAYLOAD`. Ends with 0 when
every screen was shown, none with a line too long, and the ones that can have strangers' words on them had.
"""

import asyncio
import re
import sys
from pathlib import Path
from typing import Final

from textual.widgets import Input

from store.userdata.userdata_file import userdata_path
from tests.harm.payloads import MARK, PAYLOADS
from tests.tui.opened import Opened
from tui.app import Reader
from tui.session.library import StoreLibrary

_TYPED: Final = "flood"
_TOWER: Final = re.compile("[\u0300-\u036f]{5,}")


class Tour:
    """The reader, led from screen to screen."""

    def __init__(self, app: Opened, payload: str, folder: Path) -> None:
        self._app = app
        self._payload = payload
        self._folder = folder
        self.seen: list[str] = []

    async def everywhere(self) -> None:
        """Through all screens of a reader that has minutes, and home."""
        for pane in ("meetings", "items", "reading", "resolutions"):
            await self._look(pane, pane)
        await self._look("maximised", "reading", "maximise")
        await self._app.run("maximise")
        await self._found()
        await self._pickers()
        await self._asked()
        for name, *commands in (
            ("evidence", "reading", "evidence"),
            ("at a glance", "at-a-glance"),
            ("timeline", "timeline"),
            ("chooser", "items", "show-reference"),
            ("copied", "copy-reference"),
            ("basket", "basket"),
            ("note", "note"),
            ("marks", "marked"),
            ("export", "export"),
            ("help", "help"),
        ):
            await self._look(name, *commands, ours=name in ("help", "timeline"))
            await self._home()
        await self._export()
        await self._add()

    async def _found(self) -> None:
        await self._app.run("find")
        await self._type(_TYPED)
        self._note("found")
        await self._type(f"{MARK}{self._payload}")
        self._note("a query")
        await self._app.run("open")
        self._note("an answer opened")
        await self._app.run("find")
        await self._type(f'council:"{MARK}{self._payload}" date:{MARK} {self._payload}')
        self._note("a wrong query")
        await self._type(_TYPED)
        await self._look("facets", "narrow")
        await self._type(f"{MARK}{self._payload}")
        self._note("facets typed")
        await self._home()
        await self._app.run("find")
        await self._type(f"{_TYPED} {self._payload}")
        await self._app.run("save-query")
        await self._type(f"{MARK}{self._payload}")
        self._note("a name for a query")
        await self._home()

    async def _pickers(self) -> None:
        await self._look("queries", "earlier-queries")
        await self._home()
        await self._app.run("go-to")
        await self._type(f"{MARK}{self._payload}")
        self._note("going nowhere")
        await self._type("3 May 2023")
        self._note("going", ours=True)
        await self._home()
        await self._app.run("palette")
        await self._type(MARK)
        self._note("palette")
        await self._app.press("escape", "escape")

    async def _asked(self) -> None:
        for name, pane, command in (("filter", "meetings", "filter"), ("in this text", "reading", "look-in-text")):
            await self._app.run(pane, command)
            await self._type(f"{MARK}{self._payload}")
            self._note(name)
            await self._home()

    async def _export(self) -> None:
        await self._app.run("export", "choose")
        await self._type(str(self._folder / f"{MARK}{self._payload}" / "nowhere.md"))
        await self._app.run("export-it")
        self._note("an export that fails")
        await self._type(str(self._folder))
        self._note("a file for an export")
        await self._home()

    async def _add(self) -> None:
        await self._app.run("add")
        await self._type(f"{MARK}{self._payload}")
        await self._app.run("add-it")
        self._note("what cannot be added")
        await self._type(f"{self._folder}/")
        self._note("what to add")
        await self._app.run("add-it")
        await self._type(f"{MARK}{self._payload} Council")
        await self._app.run("add-it")
        self._note("adding")
        await self._home()

    async def welcome(self) -> None:
        """The screen of an empty store."""
        self._note("welcome")

    async def _look(self, name: str, *commands: str, ours: bool = False) -> None:
        await self._app.run(*commands)
        self._note(name, ours=ours)

    async def _type(self, text: str) -> None:
        """Put words into the box in use, as a paste does."""
        box = self._app.app.focused
        assert isinstance(box, Input), box
        box.value = text
        box.cursor_position = 0
        await self._app.settle()

    async def _home(self) -> None:
        for _ in range(5):
            if self._app.app.screen is not self._app.reader:
                await self._app.press("escape")

    def _note(self, name: str, *, ours: bool = False) -> None:
        """Look at what is on the screen; `ours` is true of one with no words but our own."""
        assert ours or MARK in self._app.text, f"{name}: {MARK} is not on the screen\n{self._app.text}"
        width = self._app.app.size.width
        wide = [strip.text for strip in self._app.strips if strip.cell_length > width]
        assert not wide, f"{name}: wider than {width}: {wide}"
        assert not _TOWER.search(self._app.text), f"{name}: a tower of accents"
        self.seen.append(name)


async def _tour(store: Path, folder: Path, payload: str) -> list[str]:
    async with Reader(StoreLibrary(store, userdata_path()), fresh=True).run_test(headless=False, size=None) as pilot:
        app = Opened(pilot)
        await app.settle()
        tour = Tour(app, payload, folder)
        await (tour.everywhere() if store.exists() else tour.welcome())
    return tour.seen


def main(store: str, folder: str, name: str) -> int:
    """Go on the tour, and print the screens that were seen."""
    seen = asyncio.run(_tour(Path(store), Path(folder), PAYLOADS[name]))
    sys.stdout.write(f"\nSEEN {len(seen)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
