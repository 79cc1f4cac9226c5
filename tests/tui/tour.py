"""The tour: from the first run to a citation, step by step, with a picture of each screen.

`docs/generate.py` writes the page and its pictures; a test fails when one of them is not what the reader shows now.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual.widgets import Input

from store.ingest.sample import sample_folder
from tests.tui.opened import Opened, opened
from tui.adding.screen import AddScreen

_SIZE: Final = (100, 30)
_FOLDER: Final = "tour"
_STORE: Final = Path("minutes.db")  # where it is, the picture of the first run tells


@dataclass(frozen=True, slots=True)
class Step:
    """`does` leads from the screen before to the one of the picture; `words` say what is to be seen and done."""

    name: str
    heading: str
    words: str
    does: Callable[[Opened], Awaitable[None]]


async def _nothing(app: Opened) -> None:
    """The screen as it is."""


async def _ask_to_add(app: Opened) -> None:
    await app.press("A")
    assert isinstance(app.app.screen, AddScreen)
    app.app.screen.path_box.put("minutes/brackwater-")
    await app.settle()


async def _add(app: Opened) -> None:
    assert isinstance(app.app.screen, AddScreen)
    app.app.screen.path_box.put("minutes/")
    await app.press("enter", "enter")


def _pressing(*keys: str) -> Callable[[Opened], Awaitable[None]]:
    async def press(app: Opened) -> None:
        await app.press(*keys)

    return press


def _finding(words: str) -> Callable[[Opened], Awaitable[None]]:
    async def find(app: Opened) -> None:
        await app.press("escape", "/")
        app.reader.panes.resolutions.box.put(words)  # at once: which answers are shown on the way is a matter of time
        await app.settle()

    return find


def _narrowing(words: str) -> Callable[[Opened], Awaitable[None]]:
    async def narrow(app: Opened) -> None:
        await _finding(words)(app)
        await app.press("ctrl+f")

    return narrow


STEPS: Final = (
    Step(
        "welcome",
        "The first run",
        "`minutebook` opens, and there are no minutes yet. `A` adds some; `s` opens sample minutes, to try everything"
        " first. The store is one file, and the screen says where.",
        _nothing,
    ),
    Step(
        "add",
        "Add minutes",
        "Press `A` and type a path: a file, or a folder with all below it. `Tab` completes it as a shell does, and what"
        " fits stands below. `Enter` goes on to the council, which is only for minutes that do not name theirs.",
        _ask_to_add,
    ),
    Step(
        "added",
        "See what came of it",
        "Each document is read in a process of its own while a bar shows how far that has come. You can go on reading"
        " meanwhile, and stop it with `x`: what is stored stays. What could not be stored stands above, with the"
        " reason.",
        _add,
    ),
    Step(
        "meetings",
        "Read",
        "Four panes: the meetings, the items of one, its text, and below that everything that was ever resolved. The"
        " arrows (or `j` and `k`) move, `Enter` goes in, `Esc` goes out, and the digits go to a pane. The last line"
        " names the keys that work now; `?` names them all.",
        _pressing("escape", "j", "j"),
    ),
    Step(
        "items",
        "Go from item to item",
        "The outline shows what was decided under each item. `]` and `[` go from one decision to the next, and the text"
        " follows; a bar stands beside the words of the decision.",
        _pressing("2", "]", "]"),
    ),
    Step(
        "glance",
        "See a meeting at a glance",
        "`i` has the meeting on one page: who came and who sent apologies, what they declared, what was decided, and"
        " what the source cuts short. `j` and `k` go from one decision to the next, and `Enter` goes there.",
        _pressing("i"),
    ),
    Step(
        "finding",
        "Find",
        "Press `/` and type what you remember, mistyped or unfinished. The list changes with every key: the best answer"
        " comes first, and what is close but not exact has a `~`. [The query language](queries.md) has all of it.",
        _finding("flod gaet"),
    ),
    Step(
        "found",
        "Go there",
        "`Enter` goes to what was found: the outline and the text are there now, and the decision is lit. This one was"
        " cut short on the page that it was read from, and the text says so.",
        _pressing("enter"),
    ),
    Step(
        "evidence",
        "See where it was read",
        "`e` shows the document itself, in its own layout and with its lines numbered; the words that the decision was"
        " read from have a bar beside them. `o` opens the file there, and `Esc` comes back.",
        _pressing("e"),
    ),
    Step(
        "narrowing",
        "Narrow it down",
        "`Ctrl+F` counts what would narrow the answers: committees, years, outcomes. Letters narrow this list, `Enter`"
        " takes one, and it stands in the query as a word that you could have typed.",
        _narrowing("flood"),
    ),
    Step(
        "timeline",
        "See when it was",
        "`t` counts what was found year by year, and below that what came of it. `→` opens a year to its months, and"
        " `Enter` narrows what is found to what the cursor is on.",
        _pressing("escape", "escape", "t"),
    ),
    Step(
        "marked",
        "Keep what matters",
        "`s` stars what the cursor is on, `Space` selects several things first, and `m` writes a note. They are kept in"
        " a file of your own, and survive whatever happens to the store.",
        _pressing("escape", "3", "s"),
    ),
    Step(
        "citing",
        "Cite it",
        "`y` copies the citation in the style that you prefer, and says by which route it went. `Y` shows every style,"
        " filled in: what stands there is what is copied. [How citations are made](citations.md) has them all.",
        _pressing("Y"),
    ),
)


def pages() -> dict[str, Callable[[], str]]:
    """The page of the tour and its pictures, by their names in `docs`."""
    return {name: lambda name=name: _made()[name] for name in ("tour.md", *map(_picture, STEPS))}  # type: ignore[misc]


def _picture(step: Step) -> str:
    return f"{_FOLDER}/{step.name}.svg"


@cache
def _made() -> dict[str, str]:
    return {"tour.md": _page(), **asyncio.run(_pictures())}


def _page() -> str:
    about = "From the first run to a citation, on the sample minutes. The pictures are made of the reader as it is."
    lines = ["# A tour", "", about]
    for number, step in enumerate(STEPS, 1):
        lines += ["", f"## {number}. {step.heading}", "", step.words, "", f"![{step.heading}]({_picture(step)})"]
    return "\n".join(lines) + "\n"


async def _pictures() -> dict[str, str]:
    """Take the tour, and a picture at every step."""
    taken: dict[str, str] = {}
    with TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(
            sample_folder(), "minutes", ignore=lambda _, names: [n for n in names if not n.endswith(".txt")]
        )
        before, environ["MINUTEBOOK_CONFIG"] = environ.get("MINUTEBOOK_CONFIG"), "config.toml"
        try:
            async with opened(_STORE, _SIZE) as app:
                for step in STEPS:
                    await step.does(app)
                    for box in app.app.screen.query(Input):
                        box.cursor_blink = False  # a picture is not to depend on when it was taken
                    await app.settle()
                    taken[_picture(step)] = app.app.export_screenshot(title="minutebook") + "\n"
        finally:
            if before is None:
                del environ["MINUTEBOOK_CONFIG"]
            else:
                environ["MINUTEBOOK_CONFIG"] = before
    return taken
