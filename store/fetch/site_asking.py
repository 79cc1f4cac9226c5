"""Asking a site for what is followed: its web service first, else its pages, and PDFs where both lack the words."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from store.fetch import moderngov_site as moderngov
from store.fetch.ledger import FollowedSite, Ledger
from store.fetch.moderngov_site import NotUnderstoodAnswer, SiteCommittee, SiteMeeting
from store.fetch.one_request import RequestFailed
from store.fetch.polite_client import PoliteClient, Refused

_MOST_FAILURES = 5  # one after another: then a site is not there


@dataclass(frozen=True, slots=True)
class CameDocument:
    """A document that came: its bytes, where it was published, and what its file would end in."""

    body: bytes = field(repr=False)
    url: str
    suffix: str


@dataclass(slots=True)
class CameMeeting:
    """What came of a meeting: documents; or none, and why. `asked` are the addresses that were asked for it."""

    committee: SiteCommittee
    meeting: SiteMeeting
    documents: list[CameDocument] = field(default_factory=list)
    failed: str | None = None
    asked: list[str] = field(default_factory=list)


class SiteAsking:
    """One site in one run. Every address is asked for once in a run, whatever stopped it meanwhile."""

    def __init__(self, site: FollowedSite, client: PoliteClient, ledger: Ledger) -> None:
        self._site = site
        self._client = client
        self._ledger = ledger
        self._failures = 0
        self._service = True

    def committees(self) -> list[SiteCommittee]:
        """All committees of the site. Raises `RequestFailed` or `NotUnderstoodAnswer` where it lists none."""
        try:
            return moderngov.listed_committees(self._client.get(moderngov.committees_service(self._site.base)).body)
        except Refused:
            raise
        except (RequestFailed, NotUnderstoodAnswer):
            page = self._client.get(moderngov.committees_page(self._site.base)).body
            if found := moderngov.committees_in_page(page, self._site.base):
                return found
            raise

    def meetings(self, committee: SiteCommittee, run: int, today: dt.date) -> list[SiteMeeting]:
        """The meetings of a committee to ask for. Raises `RequestFailed` or `NotUnderstoodAnswer`."""
        base = self._site.base
        listed: list[SiteMeeting] | None = None
        if self._service:
            try:
                address = moderngov.meetings_service(base, committee.number, self._site.since, today)
                listed = moderngov.listed_meetings(self._get(address))
            except Refused:
                raise
            except (RequestFailed, NotUnderstoodAnswer):
                self._service = False  # switched off: the pages tell, too
        if listed is None:
            listed = moderngov.meetings_in_page(self._get(moderngov.meetings_page(base, committee.number)), base)
        listed = [one for one in listed if one.date >= self._site.since]
        return self._ledger.due(base, committee.number, listed, run, today)

    def each(self, committee: SiteCommittee, meetings: list[SiteMeeting]) -> Iterator[CameMeeting]:
        """What comes of each meeting, in their order. Raises `Refused` when the site wants no more.

        Minutes that hang on the next meeting alone come with that.
        """
        bare = False
        for meeting in meetings:
            came = CameMeeting(committee, meeting)
            try:
                before = self._meeting(came, bare=bare)
                came.documents += before
            except Refused:
                raise
            except (RequestFailed, NotUnderstoodAnswer) as error:
                came.failed = str(error)
            bare = not came.documents
            yield came

    def _meeting(self, came: CameMeeting, *, bare: bool) -> list[CameDocument]:
        """Fill in what there is of a meeting; the minutes of the one before, where `bare` says that it had none."""
        base, number = self._site.base, came.meeting.number
        attached: list[str] = []
        if self._service:
            with suppress(NotUnderstoodAnswer):  # the pages may tell it all the same
                body = self._answer(moderngov.meeting_service(base, number), came)
                if moderngov.has_minutes(body):
                    came.documents.append(CameDocument(body, moderngov.cited_address(base, number), ".xml"))
                attached = moderngov.attached_minutes(body, base) if bare else []
        if not came.documents:
            self._from_pages(came)
        return [document for address in attached if (document := self._attached(address, came))]

    def _from_pages(self, came: CameMeeting) -> None:
        base = self._site.base
        page = self._get(moderngov.meeting_page(base, came.committee.number, came.meeting.number), came)
        cut = moderngov.cut_items(page, base)
        if cut or moderngov.minutes_in_page(page):
            came.documents.append(CameDocument(page, moderngov.cited_address(base, came.meeting.number), ".html"))
            for address in cut:
                came.documents.append(CameDocument(self._get(address, came), address, ".html"))
            return
        for address in moderngov.printed_minutes(page, base):
            came.documents.append(CameDocument(self._get(address, came), address, _suffix(address)))

    def _attached(self, address: str, came: CameMeeting) -> CameDocument | None:
        try:
            return CameDocument(self._get(address, came), address, _suffix(address))
        except Refused:
            raise
        except RequestFailed:
            return None  # the meeting itself came

    def _answer(self, address: str, came: CameMeeting) -> bytes:
        """As `_get`, where anything else may be asked instead. Raises `NotUnderstoodAnswer`, or `Refused`."""
        try:
            return self._get(address, came)
        except Refused:
            raise
        except RequestFailed as failed:
            raise NotUnderstoodAnswer(failed.reason) from failed

    def _get(self, address: str, came: CameMeeting | None = None) -> bytes:
        """The answer to an address, of this run. Raises `RequestFailed`."""
        if came is not None:
            came.asked.append(address)
        if kept := self._ledger.answer(address):
            if kept.body is None:
                raise RequestFailed(kept.reason or "failed")
            return kept.body
        try:
            body = self._client.get(address).body
        except Refused:
            raise
        except RequestFailed as failed:
            self._failures = self._failures + 1 if failed.again else 0
            if self._failures == _MOST_FAILURES:
                raise Refused(f"does not answer ({failed.reason})", again=True) from failed
            self._ledger.keep(address, None, failed.reason)
            raise
        self._failures = 0
        self._ledger.keep(address, body)
        return body


def _suffix(address: str) -> str:
    suffix = PurePosixPath(urlsplit(address).path).suffix.lower()
    return suffix if suffix in (".pdf", ".docx", ".htm", ".html") else ".pdf"
