"""Copying words: every route there is, in order, and an honest word on which of them took it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from store.errors import MinutebookError
from store.text.clean import clean, clean_line
from tui.terminal.log import log_path

EVERY: Final = "auto"
TERMINAL: Final = "osc52"
_DEADLINE: Final = 2.0  # seconds for a clipboard program; one that cannot reach its display may wait for ever
_TERMINAL_LIMIT: Final = 74_000  # bytes that terminals are known to take in one OSC 52


class ClipboardError(MinutebookError):
    """Words that cannot be put anywhere."""


@dataclass(frozen=True, slots=True)
class Route:
    """A program that takes the words on its standard input, and the name of the place it puts them."""

    place: str
    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """What a person calls it: the program."""
        return self.command[0]


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy: the places that confirmed it, and whether the terminal was asked as well.

    `asked` names the one route that was to be taken, if it was one.
    """

    places: tuple[str, ...]
    terminal: bool
    asked: str | None = None

    def __str__(self) -> str:
        if self.places:
            return f"Copied to {' and '.join(self.places)}"
        if self.terminal:
            return "Sent to the terminal, which may or may not have taken it"
        if self.asked == TERMINAL:
            return "Not copied: it is too long to send to the terminal"
        if self.asked:
            return f"Not copied: {self.asked} did not take it"
        return "Not copied: there is no clipboard program, and it is too long to send to the terminal"


_TMUX: Final = Route("tmux", ("tmux", "load-buffer", "-w", "-"))
_DESKTOP: Final = (
    Route("the clipboard (pbcopy)", ("pbcopy",)),
    Route("the clipboard (wl-copy)", ("wl-copy",)),
    Route("the clipboard (xclip)", ("xclip", "-selection", "clipboard")),
    Route("the clipboard (xsel)", ("xsel", "--clipboard", "--input")),
    Route("the Windows clipboard", ("clip.exe",)),
)
_NEEDS: Final = {"wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY", "xsel": "DISPLAY", "clip.exe": "WSL_DISTRO_NAME"}


def routes(environment: Mapping[str, str], platform: str = sys.platform) -> list[Route]:
    """The programs worth trying here, best first. Over SSH a local clipboard would be the wrong machine's."""
    tmux = [_TMUX] if environment.get("TMUX") else []
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return tmux
    here = {name for name, variable in _NEEDS.items() if environment.get(variable)}
    here |= {"pbcopy"} if platform == "darwin" else set()
    return [*tmux, *(route for route in _DESKTOP if route.name in here)]


def text_only(words: str) -> str:
    """`words` as they leave the program: lines of text, and no control character but the ends of lines between them."""
    return "\n".join(clean_line(line) for line in clean(words).strip("\n").split("\n"))


def copy(
    words: str, send: Callable[[str], None], environment: Mapping[str, str] = os.environ, only: str = EVERY
) -> Copied:
    """Copy `words`: into the buffer of tmux, by the first desktop's program that takes them, and through the terminal.

    The terminal is always asked as well, by `send` (OSC 52). `only` names one route that is to be taken alone.
    """
    words = text_only(words)
    if only not in (EVERY, TERMINAL):
        route = next(route for route in (_TMUX, *_DESKTOP) if route.name == only)
        taken = _takes(route, words, environment)
        return Copied((route.place,) if taken else (), terminal=False, asked=only)
    places = tuple(_taken(words, environment)) if only == EVERY else ()
    terminal = len(words.encode()) <= _TERMINAL_LIMIT
    if terminal:
        send(words)
    return Copied(places, terminal, TERMINAL if only == TERMINAL else None)


def keep(words: str) -> Path:
    """Put `words` into a private file where they can be had when no clipboard took them. Raises `ClipboardError`."""
    from tempfile import NamedTemporaryFile

    path = log_path().with_name("copied.txt")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:  # only its owner's
            file.write(f"{text_only(words)}\n")
        Path(file.name).replace(path)
    except OSError as error:
        raise ClipboardError(f"{path}: the words cannot be kept there: {error.strerror}.") from error
    return path


def _taken(words: str, environment: Mapping[str, str]) -> Iterator[str]:
    """The places that take the words: tmux inside tmux, and the first program of the desktop that does."""
    there = routes(environment)
    for group in ([_TMUX] if _TMUX in there else [], [route for route in there if route is not _TMUX]):
        place = next((route.place for route in group if _takes(route, words, environment)), None)
        if place:
            yield place


def _takes(route: Route, words: str, environment: Mapping[str, str]) -> bool:
    program = shutil.which(route.name, path=environment.get("PATH"))
    if program is None:
        return False
    encoding = "utf-16-le" if route.name == "clip.exe" else "utf-8"
    try:
        # Output is thrown away and not piped: xclip and wl-copy stay behind holding whatever they were given.
        done = subprocess.run(
            [program, *route.command[1:]],
            input=words.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_DEADLINE,
            env=dict(environment),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
