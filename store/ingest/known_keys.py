"""What an import asks the store again and again, kept while nobody else writes it."""

import sqlite3
from typing import TYPE_CHECKING

from store.index.indexing import FreeKeys
from store.ingest.meeting_rows import COLUMNS, FirstKeys, Rows
from store.permalinks.permalink import slug

if TYPE_CHECKING:
    from sqlite_utils import Database


class Lookups:
    """The organizations by name and the free keys of the tables. Call `begin` first in every transaction.

    Whoever writes an organization in the same transaction says so by `forget_organizations`.
    """

    def __init__(self, db: "Database") -> None:
        self._store: sqlite3.Connection = db.conn
        self._version = 0
        self._councils: dict[str, int] | None = None
        self._committees: dict[str, dict[int | None, int]] | None = None
        self._first: FirstKeys | None = None
        self.free_keys = FreeKeys(db.conn)

    def begin(self) -> None:
        """Forget everything where another connection has written since, or where nobody knows."""
        (version,) = self._store.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self.forget()
            self._version = version

    def forget(self) -> None:
        """Ask again: what was written may have been taken back."""
        self.forget_organizations()
        self._first = None
        self.free_keys.forget()

    def forget_organizations(self) -> None:
        """Ask again for councils and committees: they have changed, and their meetings may be indexed anew."""
        self._councils = self._committees = None
        self.free_keys.forget()

    def council(self, name: str) -> int | None:
        """The key of the council of a name."""
        if self._councils is None:
            rows = self._store.execute("SELECT id, name FROM organization WHERE kind = 'council' ORDER BY id DESC")
            self._councils = {slug(known): key for key, known in rows}
        return self._councils.get(slug(name))

    def committees(self, name: str) -> dict[int | None, int]:
        """The committees of a name: council (None when not known) -> committee."""
        if self._committees is None:
            self._committees = {}
            rows = self._store.execute("SELECT parent_id, id, name FROM organization WHERE kind = 'committee'")
            for council, key, known in rows:
                self._committees.setdefault(slug(known), {})[council] = key
        return self._committees.get(slug(name), {})

    def first_keys(self) -> FirstKeys:
        """The first free key of each table of what is said in a meeting."""
        if self._first is None:
            last = ", ".join(f"(SELECT ifnull(max(id), 0) + 1 FROM {table})" for table in COLUMNS)  # noqa: S608 (our own table names)
            self._first = FirstKeys(*self._store.execute(f"SELECT {last}").fetchone())
        return self._first

    def keys_taken(self, rows: Rows) -> None:
        """The keys from `first_keys` on that `rows` have are no longer free."""
        first = self.first_keys()
        self._first = FirstKeys(*(getattr(first, table) + len(getattr(rows, table)) for table in COLUMNS))
