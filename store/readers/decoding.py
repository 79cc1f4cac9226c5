"""Text: bytes to characters, whatever the encoding, and without the stars that stood for bold."""

import codecs
import re

from store.model import Look, Span
from store.readers.printed import PrintedText

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE
)
_DECLARED_IN = 4096  # bytes from the beginning
# One byte a character, and not Latin-1: that a page calls so is Windows-1252 in truth.
_DECLARABLE = re.compile(r"iso-?8859-(?:[2-9]|1\d)|windows-125\d|koi8-[ru]|macintosh", re.IGNORECASE)


def decode(data: bytes) -> str | None:
    """The text in `data`, or None when it is no text.

    A byte order mark decides; then UTF-8, damaged in places if need be; then the NUL pattern of UTF-16 (Latin letters
    leave every other byte zero); then what a page declares; then Windows-1252, which is what is left in practice.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    nuls = data.count(0)
    if not nuls:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            text = _damaged_utf_8(data) or data.decode(_declared(data) or "cp1252", "replace")
            return None if _is_binary(text) else text
    for encoding, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[zero::2].count(0) * 4 > len(data):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else text


def _damaged_utf_8(data: bytes) -> str | None:
    """`data` as UTF-8 with marks where it is none, when most of what is beyond ASCII is UTF-8; else None."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for letter in text if letter > "\x7f") - wrong
    return text if right > wrong else None


def _declared(data: bytes) -> str | None:
    """The encoding that an HTML or XML document declares for itself, when it is one to believe."""
    match = _DECLARED.search(data[:_DECLARED_IN])
    name = match[1].decode("ascii") if match else ""
    return name if _DECLARABLE.fullmatch(name) else None


def _is_binary(text: str) -> bool:
    """Whether more than one character in fifty is a control character or could not be decoded."""
    return len(_ODD.findall(text)) * 50 > len(text)


_STARS = "**"
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,400})(?<=\S)\*\*(?![\w*])")


def starred_text(text: str) -> PrintedText:
    """A text without its marks of bold, where all of the double stars in it are such.

    Nobody writes two stars before a word and two after it for another reason; but where one of them stands otherwise
    ("2 ** 3", "fee**"), they are no marks in this text, and all of them stay. A `.txt` has no other marks: "*3*",
    "<b>" and "[the plan](…)" are its words.
    """
    if _STARS not in text or len(_BOLD.findall(text)) * 2 != text.count(_STARS):
        return PrintedText(text)
    looks: list[Look] = []
    for number, bold in enumerate(_BOLD.finditer(text)):
        start = bold.start() - 2 * len(_STARS) * number
        looks.append(Look(Span(start, start + len(bold[1])), bold=True))
    return PrintedText(_BOLD.sub(r"\1", text), looks=tuple(looks))
