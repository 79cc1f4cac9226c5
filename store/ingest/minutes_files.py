"""The files of a folder that may be minutes, and what in it cannot be looked into."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_MINUTES = frozenset({".json"})  # endings of files that no council writes its minutes in


@dataclass(frozen=True, slots=True)
class Unopened:
    """A place that cannot be looked into, and why."""

    path: Path
    reason: str


def minutes_files(path: Path) -> tuple[list[Path], list[Unopened]]:
    """The file itself; or a folder's files at any depth, in order, without hidden ones and JSON.

    Beside them what in the folder cannot be read: folders without rights, links that lead nowhere or to other folders,
    pipes and devices; and the folder itself, where there is nothing in it.
    """
    try:
        if not path.is_dir():
            return [path], []
    except OSError:  # no file can have such a name, which reading it will tell
        return [path], []
    files: list[Path] = []
    unopened: list[Unopened] = []
    for found in _walk(path):
        if isinstance(found, Unopened):
            unopened.append(found)
        else:
            files.append(found)
    if not files and not unopened:
        unopened.append(Unopened(path, "there are no files in it that could be minutes"))
    return sorted(files), sorted(unopened, key=lambda one: one.path)


def _walk(folder: Path) -> Iterator[Path | Unopened]:
    denied: list[Unopened] = []

    def deny(error: OSError) -> None:
        denied.append(Unopened(Path(error.filename), f"cannot be looked into: {error.strerror}"))

    for name, folders, names in os.walk(folder, onerror=deny):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for one in folders:
            if (Path(name) / one).is_symlink():
                yield Unopened(Path(name) / one, "is a link to a folder, which is not followed; add that folder itself")
        for one in names:
            place = Path(name) / one
            if not one.startswith(".") and place.suffix.lower() not in _NO_MINUTES:
                yield _kind(place)
    yield from denied


def _kind(place: Path) -> Path | Unopened:
    """A file; or why it is none that can be read."""
    try:
        mode = place.stat().st_mode
    except OSError as error:
        if error.errno == errno.ELOOP:
            return Unopened(place, "is a link that leads back to itself")
        if error.errno == errno.ENOENT:
            return Unopened(place, "is a link that leads nowhere")
        return Unopened(place, f"cannot be looked into: {error.strerror}")
    return place if stat.S_ISREG(mode) else Unopened(place, "is a pipe or a device, and no file")
