"""Rebuilding a store: made anew in a file beside it, out of the documents that it keeps, and put in its place whole."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.corrections.correction import NOTHING_PUT_RIGHT, CorrectionsByDocument
from store.database.connect import newer_note, open_as_it_is, transaction, writing
from store.database.error_texts import UNREADABLE
from store.database.migrations import unknown_migrations
from store.database.private_file import real_file, take_rights
from store.database.swap import BEING_MADE, alone, keep_beside, remove
from store.errors import StoreError
from store.ingest.refill import NotReadAgain, Refill


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of rebuilding, and the file as it was before.

    How many meetings there are; the permalinks that those had that say something else now; those kept as they were;
    what is lost.
    """

    meetings: int
    changed: tuple[str, ...]
    kept: tuple[NotReadAgain, ...]
    lost: tuple[NotReadAgain, ...]
    before: Path


def rebuild(path: Path, corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT) -> Rebuilt:
    """Rebuild the store at `path` around what a person has put right: it is the new one, whole, or the old one.

    Nobody else can use it meanwhile. Raises `StoreError` when somebody does, when it is a newer version's, or when what
    it keeps of its meetings cannot be read at all.
    """
    with closing(open_as_it_is(path)) as store:
        if newer := unknown_migrations(store):
            raise StoreError(f"{newer_note(path, newer)} Update minutebook to rebuild it.")
    place = real_file(path)
    new = place.with_name(f"{place.name}{BEING_MADE}")
    remove(new)
    try:
        with alone(place) as old:
            with writing(new) as db, transaction(db):
                reading = Refill(old, db, corrections)
                reading.fill()
            take_rights(new, place)
            before = keep_beside(place, "rebuild")
            new.replace(place)
    except OSError as error:
        raise StoreError(f"{path} cannot be replaced: {error.strerror}. It is as it was.") from error
    except UNREADABLE as error:
        raise StoreError(
            f"{path} is damaged where it cannot be rebuilt ({error}), and is as it was. Take a copy of it from before,"
            " if there is one; or add the files of the minutes to a new store, which gives them the same permalinks."
        ) from error
    finally:
        remove(new)
    return Rebuilt(reading.meetings, tuple(reading.changed), tuple(reading.kept), tuple(reading.lost), before)
