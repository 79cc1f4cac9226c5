"""The site of a council that does not exist, on this machine: it answers as ModernGov does, or as badly as told."""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

Handler = BaseHTTPRequestHandler
Misdeed = Callable[[Handler], None]


@dataclass(slots=True)
class CouncilSite:
    """What the site holds. `service` is the web service; `misdeeds` are done in place of what a pattern matches.

    `meetings` are (number, committee, day as "07/02/2023", kind): "text", "cut", "pdf", "next" (a PDF that hangs on the
    meeting after it), "none". `asked` are the paths asked for, in order.
    """

    base: str = ""
    committees: dict[int, str] = field(default_factory=lambda: {7: "Harbour Committee"})
    meetings: list[tuple[int, int, str, str]] = field(default_factory=lambda: [(101, 7, "07/02/2023", "text")])
    service: bool = True
    robots: str | None = None
    pdf: bytes = b""
    misdeeds: dict[str, Misdeed] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """The kind and the bytes of what lies at a path; None for nothing."""
        parts = urlsplit(path)
        told = {name: values[0] for name, values in parse_qs(parts.query).items()}
        page = parts.path.rpartition("/")[2]
        if page == "robots.txt":
            return None if self.robots is None else ("text/plain", self.robots.encode())
        if "mgWebService.asmx" in path:
            return ("text/xml; charset=utf-8", self._service(page, told).encode()) if self.service else None
        if page.endswith(".pdf"):
            return "application/pdf", self.pdf
        pages: dict[str, Callable[[], str]] = {
            "mgListCommittees.aspx": self._committees_page,
            "ieListMeetings.aspx": lambda: self._meetings_page(int(told["CId"])),
            "ieListDocuments.aspx": lambda: self._meeting_page(int(told["MId"])),
            "mgAi.aspx": lambda: self._item_page(int(told["ID"])),
        }
        return ("text/html; charset=utf-8", pages[page]().encode()) if page in pages else None

    def _of(self, meeting: int) -> tuple[int, int, str, str]:
        return next(one for one in self.meetings if one[0] == meeting)

    def _service(self, operation: str, told: dict[str, str]) -> str:
        if operation == "GetCommittees":
            rows = "".join(
                f"<committee><committeeid>{number}</committeeid><committeetitle>{escape(name)}</committeetitle>"
                "<committeedeleted>False</committeedeleted></committee>"
                for number, name in self.committees.items()
            )
            return f"<committees><committeescount>1</committeescount>{rows}</committees>"
        if operation == "GetMeetings":
            rows = "".join(
                f"<meeting><meetingid>{number}</meetingid><meetingdate>{day}</meetingdate>"
                f"<meetingtime>6.00 pm</meetingtime><meetingstatus>Confirmed</meetingstatus></meeting>"
                for number, committee, day, _ in self.meetings
                if committee == int(told["lCommitteeId"])
            )
            return f"<getmeetings><committee><committeemeetings>{rows}</committeemeetings></committee></getmeetings>"
        number, _, day, kind = self._of(int(told["lMeetingId"]))
        said = f"<p>RESOLVED: That report {number} on the north pier be noted.</p>" if kind in ("text", "cut") else ""
        before = [one for one in self.meetings if one[0] == number - 1 and one[3] == "next"]
        attached = "".join(
            f"<linkeddoc><title>Minutes</title><url>{self.base}documents/s{one[0]}/Minutes.pdf</url></linkeddoc>"
            for one in before
        )
        return (
            f"<meeting><meetingid>{number}</meetingid><meetingdate>{day}</meetingdate>"
            "<meetingtime>6.00 pm</meetingtime>"
            "<attendees><attendee name='Councillor Quill' attendance='Present' roledescription='Chair'/></attendees>"
            f"<agendaitems><agendaitem><agendaitemnumber>1</agendaitemnumber><agendaitemtitle>North Pier {number}"
            f"</agendaitemtitle><linkeddocuments>{attached}</linkeddocuments>"
            f"<minutesnonemptyhtmlbody>{escape(said)}</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>"
        )

    def _committees_page(self) -> str:
        links = "".join(
            f'<li><a href="mgCommitteeDetails.aspx?ID={number}">{html.escape(name)}</a></li>'
            for number, name in self.committees.items()
        )
        return f"<html><body><ul>{links}</ul></body></html>"

    def _meetings_page(self, committee: int) -> str:
        links = "".join(
            f'<li><a href="ieListDocuments.aspx?CId={of}&amp;MId={number}&amp;Ver=4">{day} 6.00 pm</a></li>'
            for number, of, day, _ in self.meetings
            if of == committee
        )
        return f"<html><body><ul>{links}</ul></body></html>"

    def _meeting_page(self, meeting: int) -> str:
        number, committee, day, kind = self._of(meeting)
        said, links = "", ""
        if kind == "text":
            said = f"{_MINUTES}<div class='mgWordPara'><p>{_RESOLVED.format(number)}</p></div>"
        elif kind == "cut":
            more = f"<a href='mgAi.aspx?ID={number}'>view the full minutes text for item 1.</a>"
            said = f"{_MINUTES}<div class='mgWordPara'><p>The pier was ... {more}</p></div>"
        elif kind == "pdf":
            links = (
                f"<li><a href='documents/g{number}/Printed minutes {number}.pdf?T=1'>Printed minutes PDF 9 KB</a></li>"
            )
        heading = f"{html.escape(self.committees[committee])} - {_spoken(day)} 6.00 pm"
        return (
            "<html><head><title>Agenda</title></head><body><div id='modgov' class='mgContent'>"
            f"<h2 class='mgSubTitleTxt'>{heading}</h2><ul>{links}</ul>"
            f"<table class='mgItemTable'><tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>1.</p></td>"
            f"<td><p class='mgAiTitleTxt'>North Pier {number}</p>{said}</td></tr></table></div></body></html>"
        )

    def _item_page(self, meeting: int) -> str:
        number, committee, day, _ = self._of(meeting)
        return (
            "<html><head><title>Agenda item</title></head><body><div id='modgov' class='mgContent'>"
            f"<h2 class='mgSubTitleTxt'>Agenda item</h2><h3>North Pier {number}</h3><ul><li>Meeting of "
            f"{html.escape(self.committees[committee])}, {_spoken(day)} 6.00 pm (Item 1.)</li></ul>"
            f"<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>{_RESOLVED.format(number)}</p></div>"
            "</div></body></html>"
        )


_MINUTES = "<p class='mgSubItemTitleTxt'>Minutes:</p>"
_RESOLVED = "RESOLVED: That report {} on the north pier be noted."
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def _spoken(day: str) -> str:
    number, month, year = map(int, day.split("/"))
    return f"{number} {_MONTHS[month - 1]} {year}"


@contextmanager
def served(site: CouncilSite) -> Iterator[CouncilSite]:
    """The site, answering at `site.base` until the block ends."""

    class Answers(Handler):
        protocol_version = "HTTP/1.0"

        def do_GET(self) -> None:  # noqa: N802 (the name that it is called by)
            site.asked.append(self.path)
            with suppress(OSError):
                for pattern, misdeed in site.misdeeds.items():
                    if re.search(pattern, self.path):
                        misdeed(self)
                        return
                if made := site.answer(self.path):
                    send(self, 200, made[1], kind=made[0])
                else:
                    send(self, 404, b"<p>Nothing here</p>")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        server.block_on_close = False
        site.base = f"http://127.0.0.1:{server.server_address[1]}/"
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        serving.start()
        try:
            yield site
        finally:
            server.shutdown()
            serving.join()


def send(to: Handler, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
    """A whole answer; `_` in the names of headers stands for "-"."""
    to.send_response(status)
    to.send_header("Content-Type", kind)
    if "Content_Length" not in headers:
        to.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        to.send_header(name.replace("_", "-"), value)
    to.end_headers()
    to.wfile.write(body)
