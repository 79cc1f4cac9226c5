"""What a person told of requests and of what does not fit: done, dismissed, open, whatever the words are taken for."""

from collections.abc import Iterable
from datetime import datetime

from store.text.clean import clean_line
from store.userdata.journal import Journal, Table
from store.userdata.timestamps import written
from store.userdata.userdata_file import UserDataFile


class ThreadMarks:
    """States told by hand, by the lasting name of what they are of ("…/18/r1/(iv)#3fa2c1")."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def tell(self, names: Iterable[str], state: str, when: datetime) -> None:
        """Tell the state of some, in place of what was told before."""
        places = _cleaned(names)
        change = (
            "INSERT INTO thread_mark (name, state, told_at) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET state = excluded.state, told_at = excluded.told_at"
        )
        with self._journal.step(f"setting to {state}", places) as step:
            step.about_to_change(Table.THREADS, places)
            step.userdata.executemany(change, [(place, state, written(when)) for place in places])

    def forget(self, names: Iterable[str]) -> int:
        """Leave some to what the words say again; how many were told."""
        places = _cleaned(names)
        with self._journal.step("leaving to the words", places) as step:
            step.about_to_change(Table.THREADS, places)
            change = "DELETE FROM thread_mark WHERE name = ?"
            return step.userdata.executemany(change, [(place,) for place in places]).rowcount

    def all(self) -> dict[str, str]:
        """Every state that was told, by name."""
        return {row[0]: row[1] for row in self._file.rows("SELECT name, state FROM thread_mark")}


def _cleaned(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(clean_line, names)))
