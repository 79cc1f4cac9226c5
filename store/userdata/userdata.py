"""All that a person keeps beside the minutes, in one file: what the program calls the desk where it speaks of it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from store.userdata.userdata_file import UserDataFile

if TYPE_CHECKING:
    from store.userdata.basket import Basket
    from store.userdata.journal import Journal
    from store.userdata.kept_corrections import Corrections
    from store.userdata.kept_notes import Notes
    from store.userdata.last_place import LastPlaces
    from store.userdata.query_history import History
    from store.userdata.saved_queries import SavedQueries
    from store.userdata.seen_meetings import SeenMeetings
    from store.userdata.stars import Stars
    from store.userdata.thread_marks import ThreadMarks


class UserData:
    """The user data in the file at `path`, which the first thing kept makes. Belongs to the thread that first uses it.

    Several programs may have it open at once. Everything here raises `UserDataError` when the file cannot be used.
    Times are given with their zone and kept to the second.
    """

    # The first screen asks where the person was, and waits for nothing else: the rest is made when it is asked for.

    def __init__(self, path: Path) -> None:
        self._file = UserDataFile(path)

    @cached_property
    def last_places(self) -> "LastPlaces":
        from store.userdata.last_place import LastPlaces

        return LastPlaces(self._file)

    @cached_property
    def journal(self) -> "Journal":
        from store.userdata.journal import Journal

        return Journal(self._file)

    @cached_property
    def stars(self) -> "Stars":
        from store.userdata.stars import Stars

        return Stars(self._file, self.journal)

    @cached_property
    def notes(self) -> "Notes":
        from store.userdata.kept_notes import Notes

        return Notes(self._file, self.journal)

    @cached_property
    def corrections(self) -> "Corrections":
        from store.userdata.kept_corrections import Corrections

        return Corrections(self._file, self.journal)

    @cached_property
    def threads(self) -> "ThreadMarks":
        from store.userdata.thread_marks import ThreadMarks

        return ThreadMarks(self._file, self.journal)

    @cached_property
    def seen(self) -> "SeenMeetings":
        from store.userdata.seen_meetings import SeenMeetings

        return SeenMeetings(self._file, self.journal)

    @cached_property
    def basket(self) -> "Basket":
        from store.userdata.basket import Basket

        return Basket(self._file, self.journal)

    @cached_property
    def history(self) -> "History":
        from store.userdata.query_history import History

        return History(self._file)

    @cached_property
    def queries(self) -> "SavedQueries":
        from store.userdata.saved_queries import SavedQueries

        return SavedQueries(self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
