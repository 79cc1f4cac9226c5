"""The desk: all that a person keeps, in one file."""

from pathlib import Path

from store.desk.basket import Basket
from store.desk.file import DeskFile
from store.desk.history import History
from store.desk.journal import Journal
from store.desk.last_place import LastPlaces
from store.desk.notes import Notes
from store.desk.queries import SavedQueries
from store.desk.seen import SeenMeetings
from store.desk.stars import Stars


class Desk:
    """The desk in the file at `path`, which the first thing kept makes. Belongs to the thread that first uses it.

    Several programs may have it open at once. Everything here raises `DeskError` when the file cannot be used. Times
    are given with their zone and kept to the second.
    """

    def __init__(self, path: Path) -> None:
        self._file = DeskFile(path)
        self.journal = Journal(self._file)
        self.stars = Stars(self._file, self.journal)
        self.notes = Notes(self._file, self.journal)
        self.seen = SeenMeetings(self._file, self.journal)
        self.basket = Basket(self._file, self.journal)
        self.history = History(self._file)
        self.queries = SavedQueries(self._file)
        self.last_places = LastPlaces(self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
