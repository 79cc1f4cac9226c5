"""What sites do that they should not, and what comes of each: a sentence, an end in time, and the rest of the minutes.

docs/fetching.md has the same table.
"""

import gzip
import re
import socket
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from store.fetch.fetching import MeetingFetched, SiteStopped
from store.fetch.ledger import open_ledger
from store.fetch.one_request import RequestFailed, RequestLimits
from store.fetch.polite_client import PoliteClient
from tests.store.fetch.conftest import Fetching
from tests.store.fetch.council_site import CouncilSite, Handler, Misdeed, send

MEETING = "GetMeeting[?]|ieListDocuments"
PAGE = Path(__file__).parents[3] / "docs" / "fetching.md"
_PATIENCE = 30.0  # seconds, on a busy machine


def answers(status: int, body: bytes = b"<p>Sorry</p>", kind: str = "text/html", **headers: str) -> Misdeed:
    return lambda to: send(to, status, body, kind, **headers)


def xml(body: str) -> Misdeed:
    return answers(200, body.encode(), "text/xml")


def endless(to: Handler) -> None:
    to.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n")
    while True:
        to.wfile.write(b"<meeting>" * 10_000)


def dripping(first: bytes) -> Misdeed:
    """Writes something, and then a byte now and again, until nobody listens."""

    def drip(to: Handler) -> None:
        to.wfile.write(first)
        give_up = time.monotonic() + 2 * _PATIENCE
        with suppress(OSError):
            while time.monotonic() < give_up:
                to.wfile.write(b"a")
                time.sleep(0.01)

    return drip


def silent(to: Handler) -> None:
    to.connection.settimeout(2 * _PATIENCE)
    with suppress(OSError):
        to.connection.recv(1)  # until whoever asked is gone


def babbling(to: Handler) -> None:
    to.wfile.write(b"\x16\x03\x01 hello\r\n\r\n")


def reset(to: Handler) -> None:
    to.connection.shutdown(socket.SHUT_RDWR)


BOMB = gzip.compress(bytes(30_000_000))
DRIPPED_BODY = b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><meeting><agendaitems>&c;</agendaitems></meeting>'


@dataclass(frozen=True, slots=True)
class Misbehaviour:
    """What a site does, for the addresses that a pattern matches, and the words in which a person is told."""

    does: str
    where: str
    misdeed: Misdeed
    told: str


MISBEHAVIOURS = (
    Misbehaviour("forbids it in robots.txt", "robots", answers(200, b"User-agent: *\nDisallow: /", "text/plain"),
                 "its robots.txt asks not to"),
    Misbehaviour("forbids by a pattern with * and $", "robots",
                 answers(200, b"User-agent: *\nDisallow: /*GetMeeting?lMeetingId=*1$", "text/plain"),
                 "its robots.txt asks not to"),
    Misbehaviour("cannot give its robots.txt", "robots", answers(500), "its robots.txt cannot be read (HTTP 500)"),
    Misbehaviour("is too busy, and stays so", MEETING, answers(503), "is too busy (HTTP 503)"),
    Misbehaviour("asks to come back tomorrow", MEETING, answers(429, Retry_After="86400"),
                 "asks to be asked again in 1440 minutes"),
    Misbehaviour("has lost the meeting", MEETING, answers(404), "HTTP 404"),
    Misbehaviour("lets nobody in", MEETING, answers(403), "HTTP 403"),
    Misbehaviour("leads round in a circle", MEETING, lambda to: send(to, 302, b"", Location=to.path),
                 "leads on more than 5 times"),
    Misbehaviour("leads to another site", MEETING, answers(302, Location="http://192.0.2.1/minutes"),
                 "leads to another site"),
    Misbehaviour("leads to a file of this machine", MEETING, answers(302, Location="file:///etc/passwd"),
                 "is no web address"),
    Misbehaviour("sends a bomb of gzip", MEETING, answers(200, BOMB, "text/xml", Content_Encoding="gzip"),
                 "is larger than 1 MB"),
    Misbehaviour("sends without end", MEETING, endless, "is larger than 1 MB"),
    Misbehaviour("packs in a way nobody asked for", MEETING, answers(200, b"x", "text/xml", Content_Encoding="br"),
                 "is packed in a way that was not asked for (br)"),
    Misbehaviour("packs wrongly", MEETING, answers(200, b"no gzip", "text/xml", Content_Encoding="gzip"),
                 "is packed wrongly"),
    Misbehaviour("drips its words a byte at a time", MEETING, dripping(DRIPPED_BODY),
                 "did not answer to the end within 0.3 seconds"),
    Misbehaviour("drips its headers", MEETING, dripping(b"HTTP/1.0 200 OK\r\nX-A: "),
                 "did not answer to the end within 0.3 seconds"),
    Misbehaviour("says nothing", MEETING, silent, "did not answer to the end within 0.3 seconds"),
    Misbehaviour("hangs up", MEETING, reset, "the connection failed"),
    Misbehaviour("hangs up in the middle", MEETING, answers(200, b"<meeting>", "text/xml", Content_Length="999"),
                 "the connection failed (it ended in the middle)"),
    Misbehaviour("speaks no HTTP", MEETING, babbling,
                 "the connection failed"),
    Misbehaviour("sends a picture", MEETING, answers(200, b"GIF89a", "image/gif"),
                 "is no page and no document (image/gif)"),
    Misbehaviour("sends nothing", MEETING, answers(200, b"", "text/xml"), "is empty"),
    Misbehaviour("sends entities that blow up", "lMeetingId", xml(ENTITIES), ""),
    Misbehaviour("sends broken XML", "lMeetingId", xml("<meeting><agendaitems>"), ""),
    Misbehaviour("sends another answer than was asked for", "lMeetingId", xml("<committees/>"), ""),
    Misbehaviour("says in a page with status 200 that it has an error", "lMeetingId", answers(200), ""),
    Misbehaviour("breaks when a meeting is asked for, and not its page", "lMeetingId", answers(500), ""),
    Misbehaviour("switches its web service off", "mgWebService", answers(500), ""),
)  # fmt: skip
"""Where `told` is empty the minutes come another way."""

of_all = pytest.mark.parametrize("one", MISBEHAVIOURS, ids=lambda one: one.does)


def told_of(site: CouncilSite, client: PoliteClient, fetched: Fetching, one: Misbehaviour) -> list[str]:
    """What a person is told where the site does this."""
    seconds = 0.3 if "within" in one.told else _PATIENCE
    client.limits = replace(client.limits, seconds=seconds)
    site.misdeeds[one.where] = one.misdeed
    events = fetched()
    failed = [event.failed for event in events if isinstance(event, MeetingFetched) and event.failed]
    return failed + [event.reason for event in events if isinstance(event, SiteStopped)]


@pytest.mark.slow
@of_all
def test_a_misdeed_ends_in_a_sentence_or_the_minutes_come_another_way(
    one: Misbehaviour, site: CouncilSite, client: PoliteClient, fetched: Fetching, store: Path
) -> None:
    from tests.store.fetch.test_fetching import decided, noted

    told = told_of(site, client, fetched, one)
    if one.told:
        (sentence,) = told
        assert one.told in sentence
    else:
        assert told == []
        assert decided(store) == noted(101)


@pytest.mark.parametrize("where", ["robots", MEETING])
def test_a_refusal_and_a_loss_are_told(where: str, site: CouncilSite, client: PoliteClient, fetched: Fetching) -> None:
    one = next(one for one in MISBEHAVIOURS if one.where == where)
    (told,) = told_of(site, client, fetched, one)
    assert one.told in told


@pytest.mark.slow
def test_what_one_meeting_does_costs_no_other(site: CouncilSite, fetched: Fetching, store: Path) -> None:
    from tests.store.fetch.test_fetching import decided, noted

    site.meetings = [(number, 7, f"07/0{number - 100}/2023", "text") for number in (101, 102, 103)]
    site.misdeeds["Id=102"] = answers(404)
    failed = [event for event in fetched() if isinstance(event, MeetingFetched) and event.failed]
    assert len(failed) == 1
    assert decided(store) == noted(101, 103)


def test_a_site_that_fails_again_and_again_is_left_alone(site: CouncilSite, fetched: Fetching) -> None:
    site.meetings = [(number, 7, "07/02/2023", "text") for number in range(101, 121)]
    site.misdeeds[MEETING] = reset
    (reason,) = (event.reason for event in fetched() if isinstance(event, SiteStopped))
    assert reason.startswith("does not answer")
    assert len({path for path in site.asked if re.search(MEETING, path)}) == 5


def test_a_number_that_is_none_and_a_day_that_is_none_are_passed_over(site: CouncilSite, fetched: Fetching) -> None:
    listed = "".join(
        f"<meeting><meetingid>{number}</meetingid><meetingdate>{day}</meetingdate></meeting>"
        for number, day in (("../../etc", "07/02/2023"), ("102", "31/02/2023"), ("-1", "07/02/2023"), ("103", ""))
    )
    site.misdeeds["GetMeetings"] = xml(f"<getmeetings>{listed}</getmeetings>")
    (asked,) = fetched()
    assert getattr(asked, "due", None) == 0


def test_a_site_without_an_end_of_its_name_is_told(store: Path) -> None:
    client = PoliteClient("me@example.org", limits=RequestLimits(_PATIENCE))
    for address in ("http://", "ftp://example.org/", "http://user:secret@example.org/", "http://[::1", "javascript:1"):
        with pytest.raises(RequestFailed, match="no web address"):
            client.get(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254", "192.168.1.1", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"],
)
def test_an_address_of_a_private_network_is_not_asked(host: str) -> None:
    client = PoliteClient("me@example.org", limits=RequestLimits(_PATIENCE))
    with pytest.raises(RequestFailed, match="private network"):
        client.get(f"http://{host}/")


def test_a_site_is_asked_once_a_second_or_as_seldom_as_it_says(site: CouncilSite) -> None:
    for robots, delay in ((None, 1.0), ("User-agent: *\nCrawl-delay: 7", 7.0), ("User-agent: *\nCrawl-delay: .1", 1.0)):
        slept: list[float] = []
        site.robots = robots
        client = PoliteClient("me@example.org", allow_private=True, sleep=slept.append, clock=lambda: 0.0)
        for _ in range(2):
            client.get(f"{site.base}mgListCommittees.aspx")
        assert slept == [1.0 if robots is None else slept[0], delay]


def test_it_waits_as_long_as_a_site_asks_it_to(site: CouncilSite) -> None:
    slept: list[float] = []
    times = iter([503, 429])

    def busy(to: Handler) -> None:
        status = next(times, None)
        send(to, status or 200, b"<p>here</p>", **({"Retry_After": "42"} if status else {}))

    site.misdeeds["mgList"] = busy
    client = PoliteClient("me@example.org", allow_private=True, least_delay=0, sleep=slept.append)
    assert client.get(f"{site.base}mgListCommittees.aspx").body == b"<p>here</p>"
    assert slept == [42.0, 42.0]


def test_it_says_who_asks(site: CouncilSite) -> None:
    told: list[str] = []

    def look(to: Handler) -> None:
        told.append(to.headers["User-Agent"])
        send(to, 200, b"<p>here</p>")

    site.misdeeds["mgList"] = look
    PoliteClient("me@example.org", allow_private=True, least_delay=0).get(f"{site.base}mgListCommittees.aspx")
    assert told == ["minutebook (+me@example.org)"]


def test_a_packed_answer_is_unpacked(site: CouncilSite) -> None:
    page = b"<p>here</p>" * 1_000
    packed: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "deflate": zlib.compress}
    for name, pack in packed.items():
        site.misdeeds["mgList"] = answers(200, pack(page), Content_Encoding=name)
        client = PoliteClient("me@example.org", allow_private=True, least_delay=0)
        assert client.get(f"{site.base}mgListCommittees.aspx").body == page


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    from store.fetch.ledger import LedgerError

    with closing(sqlite3.connect(tmp_path / "minutes.fetch.db")) as other:
        other.execute("CREATE TABLE mine (a)")
    with pytest.raises(LedgerError, match="move it away"), open_ledger(tmp_path / "minutes.db"):
        pass


def test_the_page_has_every_misbehaviour_and_what_comes_of_it() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for one in MISBEHAVIOURS:
        comes = f"“{one.told}”" if one.told else "the minutes come another way"
        assert f"| {one.does.replace('*', '`*`').replace('$', '`$`')} | {comes} |" in page


def test_there_are_twenty_of_them_at_least() -> None:
    assert len({one.does for one in MISBEHAVIOURS}) >= 20
