"""What is followed, and how far fetching has come: a file beside the store, so that a stopped run goes on where it was.

An answer is kept here before anything is made of it, and until its meeting is in the store: whatever ends the program,
nothing is asked twice in a run, and nothing that came is lost.
"""

import datetime as dt
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from store.database.private_file import make_private
from store.database.sql import rows
from store.errors import MinutebookError
from store.fetch.moderngov_site import SiteCommittee, SiteMeeting

APPLICATION_ID = 0x4D4E4647  # "MNFG"
_ASKED_AGAIN_DAYS = 400  # after a meeting its minutes may still come

_TABLES = """
CREATE TABLE IF NOT EXISTS site (
    base TEXT PRIMARY KEY, contact TEXT NOT NULL, council TEXT, since TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS committee (
    base TEXT NOT NULL REFERENCES site ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (base, number)
) STRICT;
CREATE TABLE IF NOT EXISTS meeting (
    base TEXT NOT NULL REFERENCES site ON DELETE CASCADE, number INTEGER NOT NULL, committee INTEGER NOT NULL,
    date TEXT NOT NULL, state TEXT NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (base, number)
) STRICT;
CREATE TABLE IF NOT EXISTS answer (address TEXT PRIMARY KEY, reason TEXT, body BLOB) STRICT;
CREATE TABLE IF NOT EXISTS run (id INTEGER PRIMARY KEY, ended TEXT) STRICT;
"""


class LedgerError(MinutebookError):
    """The file beside the store is something else, or cannot be used."""


@dataclass(frozen=True, slots=True)
class FollowedSite:
    """A site that is followed. `contact` is told to it; `council` is for minutes that do not name one."""

    base: str
    contact: str
    council: str | None
    since: dt.date


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer of this run: its bytes, or why there are none."""

    body: bytes | None
    reason: str | None


def ledger_path(store: Path) -> Path:
    """The file that belongs to a store."""
    return store.with_name(f"{store.stem}.fetch.db")


@contextmanager
def open_ledger(store: Path) -> Iterator["Ledger"]:
    """The ledger of the store at `store`, made where there is none. Raises `LedgerError`."""
    path = ledger_path(store)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(path)
        with closing(sqlite3.connect(path, timeout=30.0, isolation_level=None)) as file:
            (kind,) = file.execute("PRAGMA application_id").fetchone()
            (filled,) = file.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if filled and kind != APPLICATION_ID:
                raise LedgerError(f"{path} is no list of what is followed; move it away.")
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA foreign_keys = ON")
            file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            file.executescript(_TABLES)
            yield Ledger(file)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(f"{path} cannot be used ({error}).") from error


class Ledger:
    """An open ledger. Every change is kept at once."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    def sites(self) -> list[FollowedSite]:
        """What is followed, by address."""
        return [
            FollowedSite(row["base"], row["contact"], row["council"], dt.date.fromisoformat(row["since"]))
            for row in rows(self._file, "SELECT base, contact, council, since FROM site ORDER BY base")
        ]

    def committees(self, base: str) -> list[SiteCommittee]:
        """The committees of a site that are followed, by name."""
        asked = "SELECT number, name FROM committee WHERE base = ? ORDER BY name, number"
        return [SiteCommittee(row["number"], row["name"]) for row in rows(self._file, asked, (base,))]

    def follow(self, site: FollowedSite, committees: Iterable[SiteCommittee]) -> None:
        """Follow these committees of a site, beside those that are."""
        with self._whole():
            self._file.execute(
                "INSERT INTO site VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                " SET contact = excluded.contact, council = ifnull(excluded.council, council), since = excluded.since",
                (site.base, site.contact, site.council, site.since.isoformat()),
            )
            self._file.executemany(
                "INSERT OR REPLACE INTO committee VALUES (?, ?, ?)",
                [(site.base, one.number, one.name) for one in committees],
            )

    def unfollow(self, base: str) -> bool:
        """Follow a site no longer; whether it was."""
        return self._file.execute("DELETE FROM site WHERE base = ?", (base,)).rowcount > 0

    def run(self) -> int:
        """The run that was stopped, to go on with; else a new one."""
        open_run = self._file.execute("SELECT id FROM run WHERE ended IS NULL").fetchone()
        if open_run:
            return int(open_run[0])
        return int(self._file.execute("INSERT INTO run (ended) VALUES (NULL)").lastrowid or 0)

    def end_run(self) -> None:
        """End the run: the next one asks anew."""
        with self._whole():
            self._file.execute("DELETE FROM answer")
            self._file.execute("UPDATE run SET ended = ? WHERE ended IS NULL", (dt.datetime.now(dt.UTC).isoformat(),))

    def answer(self, address: str) -> KeptAnswer | None:
        """What came of an address in this run, if it was asked."""
        row = self._file.execute("SELECT body, reason FROM answer WHERE address = ?", (address,)).fetchone()
        return row and KeptAnswer(zlib.decompress(row[0]) if row[0] is not None else None, row[1])

    def keep(self, address: str, body: bytes | None, reason: str | None = None) -> None:
        """Keep what came of an address."""
        packed = None if body is None else zlib.compress(body, 3)
        self._file.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (address, reason, packed))

    def due(
        self, base: str, committee: int, listed: Iterable[SiteMeeting], run: int, today: dt.date
    ) -> list[SiteMeeting]:
        """The meetings to ask for in this run, the oldest first, of those listed."""
        known = {
            row["number"]: row
            for row in rows(
                self._file, "SELECT number, state, run FROM meeting WHERE base = ? AND committee = ?", (base, committee)
            )
        }
        asked = []
        for meeting in listed:
            row = known.get(meeting.number)
            too_old = row and row["state"] == "none" and (today - meeting.date).days > _ASKED_AGAIN_DAYS
            done = row and (row["state"] == "stored" or row["run"] == run or too_old)
            if meeting.held and meeting.date <= today and not done:
                asked.append(meeting)
        return sorted(asked, key=lambda one: (one.date, one.number))

    def done(
        self, base: str, committee: int, meeting: SiteMeeting, run: int, state: str, addresses: Iterable[str]
    ) -> None:
        """A meeting is "stored", has "none", or "failed"; the answers on it are needed no longer."""
        with self._whole():
            self._file.execute(
                "INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?, ?)",
                (base, meeting.number, committee, meeting.date.isoformat(), state, run),
            )
            self._file.executemany("DELETE FROM answer WHERE address = ?", [(one,) for one in addresses])

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
