"""Committees as the store names them, and what their permalinks begin with."""

import sqlite3
from dataclasses import dataclass

from store.database.sql import COUNCIL, rows


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee, or a council that meets itself, with its slug, and the council that it is of."""

    name: str
    slug: str
    council: str | None
    council_slug: str | None

    @property
    def begins(self) -> str:
        """What its permalinks begin with: "eastmarsh/hrg"; "hrg" while nobody has told its council."""
        return f"{self.council_slug}/{self.slug}" if self.council_slug else self.slug

    @property
    def full_name(self) -> str:
        """Its name, and its council's where that is another one."""
        return self.name if self.council in (None, self.name) else f"{self.name}, {self.council}"


COMMITTEE = "committee.name, committee.slug, council.name AS council, council.slug AS council_slug"
"""The columns of a `Committee`, of the tables that `store.database.sql.ORGANIZATIONS` joins."""
_EVERY = f"SELECT committee.id, {COMMITTEE} FROM organization AS committee {COUNCIL}"  # noqa: S608 (our own names)


def organizations(store: sqlite3.Connection) -> dict[int, Committee]:
    """Every organization by its key: committees, and councils, of which some have committees and never meet."""
    return {row["id"]: committee_in(row) for row in rows(store, _EVERY)}


def committees(store: sqlite3.Connection) -> dict[int, Committee]:
    """Every committee by its key."""
    return {row["id"]: committee_in(row) for row in rows(store, f"{_EVERY} WHERE committee.kind = 'committee'")}


def committee_in(row: sqlite3.Row) -> Committee:
    """The committee in a row that has the columns `COMMITTEE`, beside others."""
    return Committee(row["name"], row["slug"], row["council"], row["council_slug"])
