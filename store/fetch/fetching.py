"""Fetching what is new of all that is followed, into the store: asked, kept, read apart, stored, and told of."""

import datetime as dt
import re
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from store.database.connect import writing
from store.errors import NotMinutes
from store.fetch.ledger import FollowedSite, Ledger
from store.fetch.moderngov_site import NotUnderstoodAnswer
from store.fetch.one_request import RequestFailed
from store.fetch.polite_client import PoliteClient, Refused
from store.fetch.site_asking import CameDocument, CameMeeting, SiteAsking
from store.ingest.events import Added, Completed, Stored
from store.ingest.known_keys import Lookups
from store.ingest.read_minutes import read_minutes
from store.ingest.storing import store_document, tidy_store
from store.readers.pool import Outcome, read_apart
from store.text.clean import clean_line

if TYPE_CHECKING:
    from sqlite_utils import Database

    from store.model import Document, Meeting

_AT_ONCE = 16  # meetings that are read and stored together


@dataclass(frozen=True, slots=True)
class CommitteeAsked:
    """A committee whose meetings were listed: `due` of them are asked for now."""

    base: str
    committee: str
    due: int


@dataclass(frozen=True, slots=True)
class MeetingFetched:
    """A meeting that was asked for. `stored` is what became of its documents, `failed` why some are missing.

    Neither means that there are no minutes yet.
    """

    base: str
    committee: str
    date: dt.date
    stored: tuple[Stored, ...]
    failed: str | None


@dataclass(frozen=True, slots=True)
class SiteStopped:
    """A site, or a committee of it, that could not be asked to the end, and why; the next run goes on from there."""

    base: str
    committee: str | None
    reason: str


FetchEvent = CommitteeAsked | MeetingFetched | SiteStopped


def fetch(
    store: Path, ledger: Ledger, sites: Iterable[FollowedSite], client: PoliteClient, today: dt.date
) -> Generator[FetchEvent, None, None]:
    """Fetch what is new of `sites`; each event comes when what it tells of is safely kept.

    Closing the iterator stops it; the next run goes on from there. Raises `StoreError` when the store cannot be
    written.
    """
    run, whole = ledger.run(), True
    with writing(store) as db:
        lookups = Lookups(db)
        for site in sites:
            asking = SiteAsking(site, client, ledger)
            for committee in ledger.committees(site.base):
                try:
                    meetings = asking.meetings(committee, run, today)
                    yield CommitteeAsked(site.base, committee.name, len(meetings))
                    yield from _storing(db, site, ledger, run, asking.each(committee, meetings), lookups)
                except Refused as refused:
                    whole = False
                    yield SiteStopped(site.base, None, str(refused))
                    break
                except (RequestFailed, NotUnderstoodAnswer) as failed:
                    whole = False
                    yield SiteStopped(site.base, committee.name, str(failed))
    if whole:
        ledger.end_run()


def _storing(
    db: "Database",
    site: FollowedSite,
    ledger: Ledger,
    run: int,
    coming: Iterator[CameMeeting],
    lookups: Lookups,
) -> Iterator[MeetingFetched]:
    """Store meetings as they come, some at once; where the site stops them, those that came before it did."""
    stopped: Refused | None = None
    while stopped is None:
        batch: list[CameMeeting] = []
        try:
            batch.extend(islice(coming, _AT_ONCE))  # which has those that came before it was stopped
        except Refused as refused:
            stopped = refused
        if not batch and stopped is None:
            return
        for came, stored, failed in _stored(db, site, batch, lookups):
            state = "failed" if failed else "stored" if stored else "none"
            ledger.done(site.base, came.committee.number, came.meeting, run, state, came.asked)
            yield MeetingFetched(site.base, came.committee.name, came.meeting.date, stored, failed)
    raise stopped


def _stored(
    db: "Database", site: FollowedSite, batch: list[CameMeeting], lookups: Lookups
) -> Iterator[tuple[CameMeeting, tuple[Stored, ...], str | None]]:
    """Each meeting of a batch with what became of its documents, and why there is none or not all."""
    told = 0
    with TemporaryDirectory(prefix="minutebook-") as folder:
        files = {
            _file(Path(folder), came, at, document): (came, document)
            for came in batch
            for at, document in enumerate(came.documents, 1)
        }
        with closing(read_apart(read_minutes, files)) as readings:
            for came in batch:
                stored: list[Stored] = []
                failed = came.failed
                for reading in islice(readings, len(came.documents)):
                    _, document = files[reading.path]
                    failed = failed or _why_not(reading)
                    if reading.read is not None:
                        stored += _store(db, site, came, document, reading.read, lookups)
                told += sum(isinstance(one, Added | Completed) for one in stored)
                yield came, tuple(stored), failed
    tidy_store(db, told)


def _store(
    db: "Database",
    site: FollowedSite,
    came: CameMeeting,
    document: CameDocument,
    read: tuple["Document", list["Meeting"]],
    lookups: Lookups,
) -> tuple[Stored, ...]:
    """Store a document under the address that it came from; the site tells which committee it is of, if need be."""
    whole, meetings = read
    named = [replace(one, committee=one.committee or clean_line(came.committee.name)) for one in meetings]
    return store_document(db, whole.name, replace(whole, url=document.url), named, site.council, lookups=lookups)


def _why_not(reading: Outcome[tuple["Document", list["Meeting"]]]) -> str | None:
    """Why a document gave no minutes; one that is none is no failure of the site's."""
    if reading.error is None or isinstance(reading.error, NotMinutes):
        return None
    return reading.error.reason


def _file(folder: Path, came: CameMeeting, at: int, document: CameDocument) -> Path:
    """A file with the bytes of a document, by a name that tells a person what it is."""
    committee = re.sub(r"[^\w-]+", "-", came.committee.name).strip("-")[:60] or "committee"
    again = f"-{at}" if at > 1 else ""
    path = folder / f"{committee}-{came.meeting.date}-{came.meeting.number}{again}{document.suffix}"
    path.write_bytes(document.body)
    return path
