"""Completing a path as a shell does, and a name: what fits what was typed, and how far it can be completed."""

import itertools
import os
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from store.text.clean import clean_line, fold

_MOST: Final = 500  # names of a folder that are listed
_IN_NO_PATH: Final = re.compile("[\0\ud800-\udc7f\udd00-\udfff]")  # and a paste may have it


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits: its name, and what is typed once it is taken, with a slash behind a folder."""

    name: str
    typed: str
    is_folder: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """What fits; `typed` is completed as far as all of it agrees, and `more` did not fit the list."""

    typed: str
    fitting: tuple[Fitting, ...] = ()
    more: int = 0


def meant(typed: str) -> Path:
    """The path that is meant: `~` and `$NAME` as in a shell, and the quotes and backslashes of a file dropped here."""
    typed = _IN_NO_PATH.sub("", typed)
    path = Path(os.path.expandvars(typed.strip())).expanduser()
    if os.path.lexists(path) or not any(mark in typed for mark in "'\"\\"):
        return path
    try:
        (dropped,) = shlex.split(typed)
    except ValueError:  # a quote without its other half, or several words
        return path
    return Path(os.path.expandvars(dropped)).expanduser()


def complete(typed: str) -> Completion:
    """What fits the last part of a path that is being typed. A folder that cannot be read has nothing that fits."""
    if typed in ("~", ".", ".."):
        return Completion(f"{typed}/", (Fitting(f"{typed}/", f"{typed}/", is_folder=True),))
    head, slash, tail = typed.lstrip().rpartition("/")
    before = head + slash
    try:
        entries = _entries(meant(before) if before else Path())
    except (OSError, RuntimeError):  # RuntimeError: “~nobody”
        return Completion(typed)
    fitting = _fitting(entries, tail)
    names = [name + "/" * is_folder for name, is_folder in fitting]
    common = _common(names)
    return Completion(
        before + common if len(common) >= len(tail) and common else typed,
        tuple(
            Fitting(name, before + name, is_folder)
            for name, (_, is_folder) in zip(names[:_MOST], fitting[:_MOST], strict=True)
        ),
        max(len(names) - _MOST, 0),
    )


def _fitting(entries: Sequence[tuple[str, bool]], begun: str) -> list[tuple[str, bool]]:
    """The entries that begin so; hidden ones only where that is asked for, and capitals where nothing else has them."""
    shown = [entry for entry in entries if begun.startswith(".") or not entry[0].startswith(".")]
    fitting = [entry for entry in shown if entry[0].startswith(begun)]
    return fitting or [entry for entry in shown if entry[0].casefold().startswith(begun.casefold())]


def complete_name(typed: str, names: Sequence[str]) -> Completion:
    """Which of some names fit: those that begin so, else those with a word that does; capitals and accents aside."""
    begun = fold(typed.lstrip())
    fitting = [name for name in names if fold(name).startswith(begun)]
    common = _common(fitting)
    if not fitting:
        fitting = [name for name in names if f" {begun}" in fold(name)]
    listed = tuple(Fitting(name, name) for name in fitting[:_MOST])
    more = max(len(fitting) - _MOST, 0)
    return Completion(common if len(common) >= len(begun) else typed, listed, more)


def why_not_added(path: Path, completes: str) -> str | None:
    """Why nothing can be added from a path, in a sentence; None where there is something to read.

    `completes` is the key that completes a path.
    """
    name = clean_line(str(path))
    try:
        if not path.exists():
            return f"There is nothing at {name}; {completes} completes what is there."
    except OSError as error:
        return f"{name} cannot be read: {error.strerror}."
    return None if os.access(path, os.R_OK) else f"{name} cannot be read: permission denied."


def _common(names: Sequence[str]) -> str:
    """The letters with which all of some names begin."""
    least, most = min(names, default=""), max(names, default="")
    return "".join(
        letter for letter, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(least, most, strict=False))
    )


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder, folders first, each with whether it is one."""
    with os.scandir(folder) as found:
        entries = [(entry.name, entry.is_dir()) for entry in found if clean_line(entry.name) == entry.name]
    return sorted(entries, key=lambda entry: (not entry[1], entry[0].casefold(), entry[0]))
