"""E-mails, and pages that a browser saved in one file (MHTML): the part in which the minutes are."""

import email
import re
from collections.abc import Sequence
from email.header import decode_header
from email.message import Message
from pathlib import PurePath
from typing import NamedTuple

from store.errors import UnreadableDocument
from store.text.clean import clean_line

_SUFFIXES = frozenset({".eml", ".mht", ".mhtml"})
_HEADER = re.compile(
    rb"""(?:from|to|date|subject|received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]{1,40})
    :[ ]?\S""",
    re.IGNORECASE | re.VERBOSE,
)
_MIME = re.compile(rb"^(?:mime-version|message-id|snapshot-content-location): ?\S", re.IGNORECASE | re.MULTILINE)
_HEADERS_IN = 20_000  # bytes from the beginning
_READ = frozenset({".docx", ".htm", ".html", ".md", ".pdf", ".txt", ".xml"})
_COVERING = 1_500  # characters: a letter that is no longer only covers what is attached to it
_PAGES = ("text/html", "application/xhtml+xml")
_PLAIN = ("text/plain",)


class MailPart(NamedTuple):
    """The part of a message that is read: a name that tells its format, its bytes, and where it was published."""

    name: str
    data: bytes
    url: str | None


class _Held(NamedTuple):
    """What a message holds: the page that was saved as it, its letter, and the attached files that can be read."""

    saved: MailPart | None
    letter: MailPart | None
    attached: tuple[Message, ...]


def is_message(name: str, data: bytes) -> bool:
    """Whether a file is an e-mail or a saved page in the same form, by its name or its first lines."""
    head = data[:_HEADERS_IN]
    if not _HEADER.match(head.lstrip()):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or bool(_MIME.search(head.replace(b"\r", b"").split(b"\n\n")[0]))


def minutes_part(name: str, data: bytes) -> MailPart:
    """The part of a message in which minutes are: a saved page, the only attachment to a short letter, or the letter.

    Raises `UnreadableDocument` when there is none, or several that may be it.
    """
    try:
        saved, letter, attached = _held(email.message_from_bytes(data))
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableDocument(name, "is a damaged e-mail") from error
    if saved:
        return saved
    if letter and letter.data.split() and (not attached or len(letter.data) > _COVERING):
        return letter
    if len(attached) == 1:
        return MailPart(_attached(attached[0]), _bytes(attached[0]), None)
    if attached:
        names = ", ".join(clean_line(_attached(part)) for part in attached)
        raise UnreadableDocument(name, f"is an e-mail with several attachments ({names}); save and add them")
    raise UnreadableDocument(name, "is an e-mail without words or an attachment that can be read")


def _held(message: Message) -> _Held:
    """What there is to be read in a message. Of a saved page nothing else is looked for."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    url = _url(message)
    page = _first(parts, _PAGES)
    if message.get_content_type() == "multipart/related" and page is not None:
        return _Held(MailPart("page.html", _bytes(page), url or _url(page)), None, ())
    attached = tuple(part for part in parts if PurePath(_attached(part)).suffix.lower() in _READ)
    if page is not None:
        return _Held(None, MailPart("letter.html", _bytes(page), url), attached)
    plain = _first(parts, _PLAIN)
    return _Held(None, None if plain is None else MailPart("letter.txt", _bytes(plain), url), attached)


def _first(parts: Sequence[Message], types: Sequence[str]) -> Message | None:
    """The first part of one of the media types that is not attached."""
    return next((part for part in parts if part.get_content_type() in types and not _attached(part)), None)


def _bytes(part: Message) -> bytes:
    """What a part holds; its text as UTF-8."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or not charset:
        return data
    try:
        return data.decode(charset, "replace").encode("utf-8", "replace")
    except LookupError:  # a charset that nobody knows
        return data


def _attached(part: Message) -> str:
    """The name of an attached file, "" for what is none."""
    try:
        name = part.get_filename() or ""
        pieces = decode_header(name)
    except (ValueError, LookupError, TypeError):
        return ""
    words = (
        piece if isinstance(piece, str) else piece.decode(charset or "ascii", "replace") for piece, charset in pieces
    )
    return PurePath("".join(words).replace("\0", "")).name


def _url(part: Message) -> str | None:
    """The address that a saved page was at."""
    for header in ("Snapshot-Content-Location", "Content-Location"):
        address = clean_line(str(part.get(header, "")))
        if re.match(r"https?://\S+$", address, re.IGNORECASE):
            return address
    return None
