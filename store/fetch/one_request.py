"""One request to a web server, within limits: to an address that was looked at, with a cap of bytes and of seconds.

A server may say anything. It is given so long for all of its answer, however it drips it, and its words may be so many
once they are unpacked. Whatever goes wrong is a `RequestFailed` with a sentence.
"""

import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import SplitResult, quote, urlsplit

from store.errors import MinutebookError

_PORTS = {"http": 80, "https": 443}
_AT_ONCE = 64 * 1024  # bytes
_UNPACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}  # zlib finds out itself which of the two it is
_SAFE = "/%:=&?~+!$,;'@()*[]"  # what an address keeps: links hold literal spaces and line breaks


class RequestFailed(MinutebookError):
    """No answer that could be used. `again` says that the same request may do better later."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """What one answer may take: seconds from asking to its last byte, and bytes of it as they are once unpacked."""

    seconds: float = 90.0  # slow sites take a minute
    size: int = 60_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, its headers by their names in lower case."""

    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """What it says it is ("text/html"); empty where it says nothing."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def address_parts(url: str) -> SplitResult:
    """The parts of an address that may be asked for. Raises `RequestFailed` for any other."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise RequestFailed("is no web address") from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None or port == 0:
        raise RequestFailed("is no web address")
    return parts


def request(url: str, headers: dict[str, str], limits: RequestLimits, *, allow_private: bool = False) -> Reply:
    """Ask for `url`, following nothing. Raises `RequestFailed`.

    The host is looked up once, and what was looked at is what is connected to. Unless `allow_private`, an address that
    the public internet does not have is refused: a site must not lead into somebody's own network.
    """
    parts = address_parts(url)
    connection = _Connection(parts, _addresses(parts, allow_private=allow_private), limits.seconds)
    overdue = threading.Event()

    def end() -> None:
        overdue.set()
        connection.cut()

    clock = threading.Timer(limits.seconds, end)
    clock.daemon = True
    clock.start()
    try:
        with closing(connection):
            target = quote(parts.path or "/", safe=_SAFE) + (
                f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
            )
            connection.request("GET", target, headers=headers)
            with closing(connection.getresponse()) as response:
                body = b"".join(_body(response, limits.size))
                told = {name.lower(): value for name, value in response.getheaders()}
                if overdue.is_set():
                    raise TimeoutError
                return Reply(response.status, told, body)
    except ssl.SSLCertVerificationError as error:
        raise RequestFailed(f"its certificate cannot be trusted ({error.verify_message})") from error
    except (OSError, HTTPException, ValueError) as error:
        if overdue.is_set() or isinstance(error, TimeoutError):
            raise RequestFailed(f"did not answer to the end within {limits.seconds:g} seconds", again=True) from error
        raise RequestFailed(f"the connection failed ({str(error) or type(error).__name__})", again=True) from error
    finally:
        clock.cancel()


def _addresses(parts: SplitResult, *, allow_private: bool) -> list[str]:
    host = parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RequestFailed(f"there is no host {host}", again=True) from error
    addresses = [str(one[4][0]).partition("%")[0] for one in found]
    if not allow_private and not all(map(_is_public, addresses)):
        raise RequestFailed(f"{host} is an address of a private network, which is not asked without --allow-private")
    return addresses


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return mapped.is_global and not mapped.is_multicast


class _Connection(HTTPConnection):
    """A connection to addresses that were looked up before, by TLS where the scheme says so."""

    def __init__(self, parts: SplitResult, addresses: list[str], seconds: float) -> None:
        super().__init__(parts.hostname or "", parts.port or _PORTS[parts.scheme], timeout=seconds)
        self._secure = parts.scheme == "https"
        self._addresses = addresses
        self._open: socket.socket | None = None  # `sock` is taken away when an answer is all that is to come

    def connect(self) -> None:
        failed: OSError = OSError("there is no address")
        for address in self._addresses:
            try:
                self._open = self.sock = socket.create_connection((address, self.port), self.timeout)
            except OSError as error:
                failed = error
                continue
            if self._secure:
                context = ssl.create_default_context()
                secure = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
                self._open = self.sock = secure  # so that a handshake without end can be cut, too
                secure.do_handshake()
            return
        raise failed

    def cut(self) -> None:
        """End whatever another thread waits for."""
        if self._open is not None:
            with suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)


def _body(response: HTTPResponse, most: int) -> Iterator[bytes]:
    """The words of an answer, unpacked as they come."""
    packing = (response.getheader("content-encoding") or "identity").strip().lower()
    if packing not in ("", "identity", *_UNPACKED):
        raise RequestFailed(f"is packed in a way that was not asked for ({packing[:40]})")
    unpack = zlib.decompressobj(_UNPACKED[packing]) if packing in _UNPACKED else None
    size = 0
    while piece := response.read1(_AT_ONCE):
        while piece:
            try:
                words = unpack.decompress(piece, _AT_ONCE) if unpack else piece
            except zlib.error as error:
                raise RequestFailed("is packed wrongly", again=True) from error
            size += len(words)
            if size > most:
                raise RequestFailed(f"is larger than {most // 1_000_000} MB")
            yield words
            piece = unpack.unconsumed_tail if unpack else b""
    if response.length:  # fewer bytes came than were told
        raise RequestFailed("the connection failed (it ended in the middle)", again=True)
    if unpack and not unpack.eof and size:
        raise RequestFailed("the connection failed (it ended in the middle)", again=True)
