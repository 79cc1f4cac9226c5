"""Which meetings were seen."""

from collections.abc import Iterable
from datetime import datetime

from store.text.clean import clean_line
from store.userdata.journal import Journal, Table
from store.userdata.timestamps import written
from store.userdata.userdata_file import UserDataFile

_SEE = "INSERT INTO seen_meeting (permalink, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING"


class SeenMeetings:
    """The meetings seen, by permalink; there may be tens of thousands of them."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def notice(self, permalink: str, when: datetime) -> None:
        """Note that a meeting was seen because it was read: nobody asked for it, and so nobody takes it back."""
        with self._file.writing() as userdata:
            userdata.execute(_SEE, (clean_line(permalink), written(when)))

    def add(self, permalinks: Iterable[str], when: datetime) -> int:
        """Mark meetings as seen; how many were not."""
        meetings = [clean_line(permalink) for permalink in permalinks]
        with self._journal.step("marking as seen", meetings) as step:
            step.about_to_change(Table.SEEN, meetings)
            return step.userdata.executemany(_SEE, [(meeting, written(when)) for meeting in meetings]).rowcount

    def remove(self, permalinks: Iterable[str]) -> int:
        """Mark meetings as not seen; how many were."""
        meetings = [clean_line(permalink) for permalink in permalinks]
        with self._journal.step("marking as unseen", meetings) as step:
            step.about_to_change(Table.SEEN, meetings)
            change = "DELETE FROM seen_meeting WHERE permalink = ?"
            return step.userdata.executemany(change, [(meeting,) for meeting in meetings]).rowcount

    def permalinks(self) -> frozenset[str]:
        """The permalinks of all meetings seen."""
        return frozenset(permalink for (permalink,) in self._file.rows("SELECT permalink FROM seen_meeting"))
