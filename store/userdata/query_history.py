"""The history of queries: those whose answers were used."""

from datetime import datetime
from typing import Final

from store.text.clean import clean_line
from store.userdata.timestamps import written
from store.userdata.userdata_file import UserDataFile

_MOST: Final = 500
_LONGEST: Final = 1_000  # characters; what is longer was pasted by mistake


class History:
    """The queries whose answers were used, the last one first where they are told."""

    def __init__(self, file: UserDataFile) -> None:
        self._file = file

    def add(self, text: str, when: datetime) -> None:
        """Put a query at the head of the history. The caller knows which ones were meant and not only half typed."""
        query = clean_line(text)
        if not query or len(query) > _LONGEST:
            return
        with self._file.writing() as userdata:
            userdata.execute("REPLACE INTO asked_query (text, asked_at) VALUES (?, ?)", (query, written(when)))
            oldest = "DELETE FROM asked_query WHERE id NOT IN (SELECT id FROM asked_query ORDER BY id DESC LIMIT ?)"
            userdata.execute(oldest, (_MOST,))

    def all(self) -> tuple[str, ...]:
        """The queries remembered, the latest first, each once; 500 at most."""
        return tuple(text for (text,) in self._file.rows("SELECT text FROM asked_query ORDER BY id DESC"))
