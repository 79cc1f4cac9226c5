"""Asking a council's site as a guest: what its robots.txt allows, a request a second, and later when it says so."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from store.fetch.one_request import Reply, RequestFailed, RequestLimits, address_parts, request

if TYPE_CHECKING:
    from protego import Protego

LEAST_DELAY: Final = 1.0  # seconds between two requests to a site
_MOST_DELAY: Final = 60.0  # a site that asks for more in its robots.txt is asked so seldom
_MOST_WAIT: Final = 300.0  # a site that asks for a longer rest is left alone
_MOST_REDIRECTS: Final = 5
_TRIES: Final = 3
_FIRST_WAIT: Final = 5.0  # before trying again where a site does not say how long; doubled each time
_MOST_ROBOTS: Final = 512_000  # bytes, as RFC 9309 has it
_BUSY: Final = frozenset({429, 502, 503, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_KINDS: Final = frozenset(
    {
        *(
            "text/html",
            "application/xhtml+xml",
            "text/xml",
            "application/xml",
            "application/soap+xml",
            "application/pdf",
        ),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
_AGENT: Final = "minutebook"


class Refused(RequestFailed):
    """The site does not want to be asked, or not now: nothing else of it is asked for in this run."""


@dataclass(slots=True)
class PoliteClient:
    """Asks one site after another, each no faster than it may be. `asked` and `received` count requests and bytes.

    `contact` is an address at which a council can reach who asks. `sleep` and `clock` are for tests.
    """

    contact: str
    allow_private: bool = False
    least_delay: float = LEAST_DELAY
    limits: RequestLimits = field(default_factory=RequestLimits)
    first_wait: float = _FIRST_WAIT
    sleep: Callable[[float], None] = lambda seconds: time.sleep(seconds)  # noqa: PLW0108 (looked up when it is needed)
    clock: Callable[[], float] = time.monotonic
    asked: int = 0
    received: int = 0
    _robots: dict[str, "Protego | None"] = field(default_factory=dict)
    _ready: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Reply:
        """The page at `url`, a 200 of a kind that minutes come in. Raises `RequestFailed`, and of these `Refused`."""
        host = _host(url)
        for _ in range(_MOST_REDIRECTS + 1):
            self._require_allowed(url)
            reply = self._patiently(url)
            if reply.status not in _MOVED:
                return _page(reply)
            before, url = url, urljoin(url, reply.headers.get("location", ""))
            if _host(url) != host:
                raise RequestFailed("leads to another site")
            if before.startswith("https:") and not url.startswith("https:"):
                raise RequestFailed("leads from a safe connection to one that is not")
        raise RequestFailed(f"leads on more than {_MOST_REDIRECTS} times")

    def _require_allowed(self, url: str) -> None:
        site = _site(url)
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        rules = self._robots[site]
        if rules is not None and not rules.can_fetch(url, _AGENT):
            raise Refused("its robots.txt asks not to")

    def _read_robots(self, site: str) -> "Protego | None":
        from protego import Protego

        reply = self._patiently(f"{site}/robots.txt")
        if reply.status >= 500:
            raise Refused(f"its robots.txt cannot be read (HTTP {reply.status})")
        return Protego.parse(reply.body[:_MOST_ROBOTS].decode(errors="replace")) if reply.status == 200 else None

    def _patiently(self, url: str) -> Reply:
        """An answer of any status; where the site is busy or the line is bad, after some tries."""
        wait = self.first_wait
        for left in reversed(range(_TRIES)):
            try:
                reply = self._once(url)
            except RequestFailed as failed:
                if not (failed.again and left):
                    raise
            else:
                if reply.status not in _BUSY or not left:
                    return reply
                wait = _told_wait(reply, wait)
            self.sleep(wait)
            wait *= 2
        raise AssertionError("the last try ends one way or the other")

    def _once(self, url: str) -> Reply:
        site = _site(url)
        if (ahead := self._ready.get(site, 0.0) - self.clock()) > 0:
            self.sleep(ahead)
        self.asked += 1
        headers = {"User-Agent": f"{_AGENT} (+{self.contact})", "Accept-Encoding": "gzip"}
        try:
            reply = request(url, headers, self.limits, allow_private=self.allow_private)
        finally:
            self._ready[site] = self.clock() + self._delay(site)
        self.received += len(reply.body)
        return reply

    def _delay(self, site: str) -> float:
        rules = self._robots.get(site)
        told = rules.crawl_delay(_AGENT) if rules is not None else None
        return max(self.least_delay, min(float(told or 0.0), _MOST_DELAY))


def _site(url: str) -> str:
    parts = address_parts(url)
    return f"{parts.scheme}://{parts.netloc}"


def _host(url: str) -> tuple[str | None, int | None]:
    """What a redirect may not leave."""
    parts = address_parts(url)
    return parts.hostname, parts.port


def _page(reply: Reply) -> Reply:
    if reply.status in _BUSY:
        raise Refused(f"is too busy (HTTP {reply.status})", again=True)
    if reply.status != 200:
        raise RequestFailed(f"HTTP {reply.status}")
    if reply.kind not in _KINDS:
        raise RequestFailed(f"is no page and no document ({reply.kind[:60] or 'of no kind that is told'})")
    if not reply.body.strip():
        raise RequestFailed("is empty")
    return reply


def _told_wait(reply: Reply, otherwise: float) -> float:
    """How long a site asks to wait, in seconds. Raises `Refused` where that is too long for a run."""
    told = reply.headers.get("retry-after", "").strip()
    if not told:
        return otherwise
    if told.isdecimal():
        wait = float(told[:9])
    else:
        try:
            wait = parsedate_to_datetime(told).timestamp() - time.time()
        except (ValueError, OverflowError):
            return otherwise
    if wait > _MOST_WAIT:
        raise Refused(f"asks to be asked again in {wait / 60:.0f} minutes", again=True)
    return max(wait, 0.0)
