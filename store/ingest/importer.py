"""Files to the store: each read in a process apart, stored in a transaction, and told of by an event."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from store.database.connect import writing
from store.errors import NotMinutes
from store.ingest.events import Added, Completed, Event, Failed, FilesFound
from store.ingest.known_keys import Lookups
from store.ingest.minutes_files import minutes_files
from store.ingest.read_minutes import read_minutes
from store.ingest.reader_version import outdated_note
from store.ingest.storing import store_document, tidy_store
from store.readers.pool import read_apart
from store.text.clean import clean_line


def import_paths(store_path: Path, paths: Sequence[Path], council: str | None = None) -> Generator[Event, None, None]:
    """Read files, and folders with all below them, into the store; `council` is for documents that name none.

    Each event comes when its document is safely stored; closing the iterator stops after the last of them. Raises
    `StoreError` when the store cannot be written.
    """
    found = [minutes_files(path) for path in paths]
    files = [file for here, _ in found for file in here]
    unopened = [one for _, here in found for one in here]
    told_of_store: list[str] = []
    with writing(store_path, told_of_store.append) as db, closing(read_apart(read_minutes, files)) as readings:
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
                    stored = store_document(db, name, *reading.read, council, reading.path, lookups)
                    told += sum(isinstance(event, Added | Completed) for event in stored)
                    yield from stored
        finally:
            tidy_store(db, told)
