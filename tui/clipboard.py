"""Copying words: every route there is, in order, and an honest word on which of them took it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

_DEADLINE: Final = 2.0  # seconds for a clipboard program; one that cannot reach its display may wait for ever
_TERMINAL_LIMIT: Final = 74_000  # bytes that terminals are known to take in one OSC 52


@dataclass(frozen=True, slots=True)
class Route:
    """A program that takes the words on its standard input, and the name of the place it puts them."""

    place: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy: the place that confirmed it, if any, and whether the terminal was asked as well."""

    place: str | None
    terminal: bool

    def __str__(self) -> str:
        if self.place:
            return f"Copied to {self.place}"
        if self.terminal:
            return "Sent to the terminal, which may or may not have taken it"
        return "Not copied: there is no clipboard program, and it is too long to send to the terminal"


def routes(environment: Mapping[str, str], platform: str = sys.platform) -> list[Route]:
    """The programs worth trying here, best first. Over SSH a local clipboard would be the wrong machine's."""
    found: list[Route] = []
    if environment.get("TMUX"):
        found.append(Route("tmux", ("tmux", "load-buffer", "-w", "-")))
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return found
    if platform == "darwin":
        found.append(Route("the clipboard", ("pbcopy",)))
    if environment.get("WAYLAND_DISPLAY"):
        found.append(Route("the clipboard", ("wl-copy",)))
    if environment.get("DISPLAY"):
        found.append(Route("the clipboard", ("xclip", "-selection", "clipboard")))
        found.append(Route("the clipboard", ("xsel", "--clipboard", "--input")))
    if environment.get("WSL_DISTRO_NAME"):
        found.append(Route("the Windows clipboard", ("clip.exe",)))
    return found


def copy(words: str, send: Callable[[str], None], environment: Mapping[str, str] = os.environ) -> Copied:
    """Copy `words` by the first program that takes them, and always also through the terminal by `send` (OSC 52)."""
    place = next((route.place for route in routes(environment) if _takes(route, words, environment)), None)
    terminal = len(words.encode()) <= _TERMINAL_LIMIT
    if terminal:
        send(words)
    return Copied(place, terminal)


def _takes(route: Route, words: str, environment: Mapping[str, str]) -> bool:
    program = shutil.which(route.command[0], path=environment.get("PATH"))
    if program is None:
        return False
    encoding = "utf-16-le" if route.command[0] == "clip.exe" else "utf-8"
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
