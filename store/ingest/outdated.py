"""What reading the documents of a store again would change, where another version of minutebook read them."""

import tempfile
from contextlib import closing
from pathlib import Path

from store.corrections.correction import NOTHING_PUT_RIGHT, CorrectionsByDocument
from store.database.connect import open_as_it_is, transaction, writing
from store.database.error_texts import UNREADABLE
from store.ingest.refill import Refill


def changed_by_reading_again(
    path: Path, corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT
) -> tuple[str, ...] | None:
    """The permalinks of the meetings that `rebuild` would have say something else; None where that cannot be told.

    It reads every document again, into a store that is thrown away.
    """
    try:
        with (
            closing(open_as_it_is(path)) as old,
            tempfile.TemporaryDirectory(prefix="minutebook-") as folder,
            writing(Path(folder) / "again.db") as db,
        ):
            with transaction(db):
                refill = Refill(old, db, corrections)
                refill.fill()
            return tuple(refill.changed)
    except (*UNREADABLE, OSError):
        return None
