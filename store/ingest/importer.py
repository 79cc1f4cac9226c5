"""Files to the store: found in folders, read each in a process apart, stored in a transaction, told of by an event."""

import errno
import os
import stat
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from store.corrections.correction import NOTHING_PUT_RIGHT, CorrectionsByDocument
from store.database.connect import writing
from store.errors import NotMinutes
from store.ingest.events import Added, Completed, Event, Failed, FilesFound
from store.ingest.known_keys import Lookups
from store.ingest.read_minutes import read_minutes
from store.ingest.reader_version import outdated_note
from store.ingest.storing import store_document, tidy_store
from store.readers.pool import read_apart
from store.text.clean import clean_line


def import_paths(
    store_path: Path,
    paths: Sequence[Path],
    council: str | None = None,
    corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT,
) -> Generator[Event, None, None]:
    """Read files, and folders with all below them, into the store; `council` is for documents that name none.

    `corrections` are what a person has put right in them.

    Each event comes when its document is safely stored; closing the iterator stops after the last of them. Raises
    `StoreError` when the store cannot be written.
    """
    found = [minutes_files(path) for path in paths]
    files = [file for here, _ in found for file in here]
    unopened = [one for _, here in found for one in here]
    told_of_store: list[str] = []
    read = partial(read_minutes, corrections=corrections) if corrections else read_minutes
    with writing(store_path, told_of_store.append) as db, closing(read_apart(read, files)) as readings:
        told_of_store += filter(None, [outdated_note(db.conn)])
        yield FilesFound(len(files) + len(unopened), " ".join(told_of_store))
        for one in unopened:
            yield Failed(clean_line(str(one.path)), one.reason, refused=False)
        told, lookups = 0, Lookups(db)
        try:
            for reading in readings:
                name = clean_line(str(reading.path))
                if reading.read is None:
                    reason = reading.error.reason if reading.error else ""
                    yield Failed(name, reason, isinstance(reading.error, NotMinutes))
                else:
                    document, meetings = reading.read
                    of = corrections.get(document.sha256, ())
                    stored = store_document(db, name, document, meetings, council, reading.path, lookups, of)
                    told += sum(isinstance(event, Added | Completed) for event in stored)
                    yield from stored
        finally:
            tidy_store(db, told)


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
