"""Text: bytes to characters, whatever the encoding."""

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")


def decode(data: bytes) -> str | None:
    """The text in `data`, or None when it is no text.

    A byte order mark decides; then strict UTF-8; then the NUL pattern of UTF-16 (Latin letters leave every other
    byte zero); then Windows-1252, which is what is left in practice.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    nuls = data.count(0)
    if not nuls:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
            return None if _is_binary(text) else text
    for encoding, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[zero::2].count(0) * 4 > len(data):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else text


def _is_binary(text: str) -> bool:
    """Whether more than one character in fifty is a control character or could not be decoded."""
    return len(_ODD.findall(text)) * 50 > len(text)
