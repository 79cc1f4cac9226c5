"""ModernGov's sites: the addresses to ask for, and what their answers list. Every answer may be anything at all."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree.ElementTree import Element

from store.errors import MinutebookError, UnreadableDocument
from store.readers.web.markup import parse_markup
from store.readers.web.moderngov import meeting_address
from store.text.clean import clean_line
from store.text.dates import find_dates

_MOST_LIST = 20_000_000  # bytes of a list
_NOT_HELD = re.compile(r"cancel|withdrawn|postponed", re.IGNORECASE)
_PRINTED = re.compile(r"documents/g\d+/.*?printed\s+minutes", re.IGNORECASE | re.DOTALL)
_ATTACHED = re.compile(r"documents/[gs]\d+/", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b|\bcofnodion\b", re.IGNORECASE)
_FULL_TEXT = re.compile(r"view the full minutes text for item \S+", re.IGNORECASE)
_PAGE = re.compile(r"/(?:mg|ie|ce)\w*\.aspx?$|/mgWebService\.asmx.*$", re.IGNORECASE)


class NotUnderstoodAnswer(MinutebookError):
    """An answer that is not what was asked for."""


@dataclass(frozen=True, slots=True)
class SiteCommittee:
    """A committee as a site lists it: its number there, and its name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class SiteMeeting:
    """A meeting as a site lists it; `held` is false where it was called off."""

    number: int
    date: dt.date
    held: bool = True


def base_of(url: str) -> str:
    """Where a site's pages lie, with a slash behind: of any page of it that somebody may name."""
    parts = urlsplit(url.strip())
    path = _PAGE.sub("/", parts.path)
    return f"{parts.scheme}://{parts.netloc}{path if path.endswith('/') else path + '/'}"


def committees_service(base: str) -> str:
    """Where the web service lists committees."""
    return f"{base}mgWebService.asmx/GetCommittees"


def committees_page(base: str) -> str:
    """Where a page lists committees."""
    return f"{base}mgListCommittees.aspx?bcr=1"


def meetings_service(base: str, committee: int, since: dt.date, until: dt.date) -> str:
    """Where the web service lists the meetings of a committee; days in ISO form it would ignore."""
    days = f"sFromDate={since:%d/%m/%Y}&sToDate={until:%d/%m/%Y}"
    return f"{base}mgWebService.asmx/GetMeetings?lCommitteeId={committee}&{days}"


def meetings_page(base: str, committee: int) -> str:
    """Where a page lists them, of all years."""
    return f"{base}ieListMeetings.aspx?CId={committee}&Year=0"


def meeting_service(base: str, meeting: int) -> str:
    """Where the web service tells all of a meeting."""
    return f"{base}mgWebService.asmx/GetMeeting?lMeetingId={meeting}"


def meeting_page(base: str, committee: int, meeting: int) -> str:
    """The page of a meeting."""
    return f"{base}ieListDocuments.aspx?CId={committee}&MId={meeting}&Ver=4"


def cited_address(base: str, meeting: int) -> str:
    """The page of a meeting in its shortest form, as its readers name it and citations print it."""
    return meeting_address(str(meeting), f"{base}ieListDocuments.aspx")


def listed_committees(body: bytes) -> list[SiteCommittee]:
    """The committees in an answer of the web service, each number once. Raises `NotUnderstoodAnswer`."""
    found: dict[int, SiteCommittee] = {}
    for node in _xml(body, "committees").iter("committee"):
        number, name = _number(node, "committeeid"), clean_line(_text(node, "committeetitle"))
        if number and name and _text(node, "committeedeleted").casefold() != "true":
            found.setdefault(number, SiteCommittee(number, name))
    return list(found.values())


def committees_in_page(body: bytes, base: str) -> list[SiteCommittee]:
    """The committees that a page links to. Raises `NotUnderstoodAnswer`."""
    found: dict[int, SiteCommittee] = {}
    for address, words in _links(body, base):
        number = _of_query(address, ("mgcommitteedetails.aspx", "ielistmeetings.aspx"), ("id", "cid", "committeeid"))
        if number and words:
            found.setdefault(number, SiteCommittee(number, words))
    return list(found.values())


def listed_meetings(body: bytes) -> list[SiteMeeting]:
    """The meetings in an answer of the web service, each number once. Raises `NotUnderstoodAnswer`."""
    found: dict[int, SiteMeeting] = {}
    for node in _xml(body, "getmeetings", "committee", "getmeetingsbydate").iter("meeting"):
        number, day = _number(node, "meetingid"), _day(_text(node, "meetingdate"))
        if number and day:
            held = not _NOT_HELD.search(_text(node, "meetingstatus"))
            found.setdefault(number, SiteMeeting(number, day, held))
    return list(found.values())


def meetings_in_page(body: bytes, base: str) -> list[SiteMeeting]:
    """The meetings that a page links to with their days. Raises `NotUnderstoodAnswer`."""
    found: dict[int, SiteMeeting] = {}
    for address, words in _links(body, base):
        number = _of_query(address, ("ielistdocuments.aspx",), ("mid", "meetingid"))
        if number and (day := _day(words)):
            found.setdefault(number, SiteMeeting(number, day, not _NOT_HELD.search(words)))
    return list(found.values())


def has_minutes(body: bytes) -> bool:
    """Whether an answer on a meeting has words of its minutes, or of its decisions. Raises `NotUnderstoodAnswer`."""
    meeting = next(iter(_xml(body, "meeting").iter("meeting")), None)
    if meeting is None or meeting.find("agendaitems") is None:
        raise NotUnderstoodAnswer("is no answer on a meeting")
    fields = ("minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody")
    return any(_text(node, field) for node in meeting.iter("agendaitem") for field in fields)


def attached_minutes(body: bytes, base: str) -> list[str]:
    """The documents that an answer on a meeting calls minutes: often those of the meeting before."""
    found = []
    for node in _xml(body, "meeting").iter("linkeddoc"):
        address = urljoin(base, _text(node, "url"))
        if _MINUTES.search(_text(node, "title")) and _of_site(address, base) and _ATTACHED.search(address):
            found.append(address)
    return list(dict.fromkeys(found))


def printed_minutes(body: bytes, base: str) -> list[str]:
    """The printed minutes that a meeting's page links to."""
    return list(dict.fromkeys(address for address, _ in _links(body, base) if _PRINTED.search(address)))


def minutes_in_page(body: bytes) -> bool:
    """Whether a meeting's page has minutes or decisions in it."""
    return bool(re.search(rb">\s*(?:Minutes|Decision|Cofnodion|Penderfyniad):\s*<", body))


def cut_items(body: bytes, base: str) -> list[str]:
    """Where the items that a meeting's page cuts short are told in full."""
    return list(dict.fromkeys(address for address, words in _links(body, base) if _FULL_TEXT.match(words)))


def _links(body: bytes, base: str) -> Iterator[tuple[str, str]]:
    """The links of a page to its own site, with their words on one line."""
    try:
        tree = parse_markup("the page", _decoded(body))
    except UnreadableDocument as error:
        raise NotUnderstoodAnswer(error.reason) from error
    for link in tree.css("a[href]"):
        try:
            address = urljoin(base, " ".join((link.attributes.get("href") or "").split()))
        except ValueError:
            continue
        if _of_site(address, base):
            yield address, clean_line(" ".join(link.text().split()))


def _of_site(address: str, base: str) -> bool:
    return urlsplit(address)[:2] == urlsplit(base)[:2]


def _of_query(address: str, pages: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    """The number that an address of one of these pages gives under one of these names."""
    parts = urlsplit(address)
    if parts.path.rpartition("/")[2].lower() not in pages:
        return None
    told = {name.lower(): values[0] for name, values in parse_qs(parts.query, max_num_fields=None).items()}
    return next((number for name in names if (number := _as_number(told.get(name, "")))), None)


def _xml(body: bytes, *roots: str) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml import ElementTree as DefusedTree

    if len(body) > _MOST_LIST:
        raise NotUnderstoodAnswer(f"is larger than {_MOST_LIST // 1_000_000} MB")
    try:
        root: Element = DefusedTree.fromstring(body, forbid_dtd=True)
    except (DefusedXmlException, DefusedTree.ParseError, ValueError) as error:
        raise NotUnderstoodAnswer("is no XML") from error
    for node in root.iter():
        node.tag = str(node.tag).rpartition("}")[2].lower()
    if not any(node.tag in roots for node in root.iter()):
        raise NotUnderstoodAnswer("is not what was asked for")
    return root


def _decoded(body: bytes) -> str:
    return body[:_MOST_LIST].decode("utf-8", "replace")


def _text(node: Element, field: str) -> str:
    return (node.findtext(field) or "").strip()


def _number(node: Element, field: str) -> int | None:
    return _as_number(_text(node, field))


def _as_number(told: str) -> int | None:
    return int(told) if re.fullmatch(r"[1-9][0-9]{0,8}", told) else None


def _day(words: str) -> dt.date | None:
    return next((found.day for found in find_dates(words)), None)
