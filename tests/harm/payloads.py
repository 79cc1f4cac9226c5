"""What a stranger may write to drive, to hide or to forge, and how to tell that some of it came through."""

import base64
import binascii
import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import Final

MARK: Final = "HOSTILE"
"""A word beside every payload, by which one sees that it was shown at all."""

_TOWERS: Final = ("e\u0301", "\u0e01\u0e49", "\u05d0\u05bd", "\u0628\u0651", "\u0915\u0941", "e\u20dd", "1\ufe0f\u200d")

PAYLOADS: Final = {
    "escape sequences": "\x1b[31;5m\x1b[2J\x1b[99;98H\x1bc",
    "bidirectional marks": "\u202eevil\u202c\u2066x\u2069\u200f\u200e\u061c",
    "markup with an action": "[@click=app.quit]x[/]",
    "towers of accents": "".join(tower[0] + tower[1:] * 300 for tower in _TOWERS),
    "a line of its own to the clipboard (OSC 52)": "\x1b]52;c;aG9zdGlsZQ==\x07",
    "a link of its own (OSC 8)": "\x1b]8;;http://hostile.example/\x1b\\link\x1b]8;;\x1b\\",
    "C1 controls": "\x9b31;5mx\x9d0;title\x9c\x90q\x9c\x85",
    "NUL, DEL and bells": "a\x00b\x7f\x08\x07\x1a\x0e",
    "nothing that can be seen": "\u200b\ufeff\u2060\u180e\U000e0041\u00ad\u3164\uffa0\u034f\ufe01\U000e0101\U0001d173",
    "half of a character": "\ud800x\udcff",
    "markup that closes nothing": "[/day][/]",
    "markup with a link": "[link=http://hostile.example]x[/link]",
    "wide characters": "\u6f22\u5b57\uff57\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "ends of lines": "a\rb\r\nc\x0bd\x0ce\u2028f\u2029g",
    "tabs": "a\tb\t\t\tc",
}
"""The gallery: fifteen payloads by what they are; the most telling first."""

# What the app writes by itself: the cursor moved, colours and bold, modes and questions about them, the keyboard
# protocol, the shape of the mouse's pointer, and what is copied. Nothing that blinks or conceals, no title, no link,
# nothing that clears or resets.
_COLOUR = r"(?:0|1|2|3|4|7|2[1-9]|3[0-79]|4[0-79]|9[0-7]|10[0-7]|[34]8;[25](?:;\d{1,3}){1,3})"
_OWN = re.compile(
    rf"\x1b\[(?:{_COLOUR}(?:;{_COLOUR})*)?m"
    r"|\x1b\[(?:[1-9]\d{0,2};[1-9]\d{0,2})?H"
    r"|\x1b\[\?(?:25|7|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)(?:[hl]|\$p)"
    r"|\r\x1b\[K|\r(?=[━·])"  # how far adding has come, on one line
    r"|\r\n(?=\x1b\[[1-9]\d{0,2};[1-9]\d{0,2}H)|\x1b\]22;[a-z-]{1,12}\x07"
    r"|\x1b\[>\d+u|\x1b\[<u|\x1b\[\?u|\x1b\[c|\x1b\[>0?q|\x1b\[5n|\x1b\[6n|\x1b\[16t|\x1b\[14t"
)
_COPIED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def _is_foreign(letter: str) -> bool:
    """Whether a letter drives, hides or turns, by what Unicode says of it; not by what `clean` knows."""
    kind, name = unicodedata.category(letter), unicodedata.name(letter, "")
    if kind == "Cf":  # the signs are seen, and joiners make letters and emoji
        return not re.search(r"(SIGN|MARKER|ABOVE|AYAH|ABBREVIATION MARK|ZERO WIDTH (NON-)?JOINER)$", name) and not (
            name.startswith("ARABIC") and name.endswith("SIGN SAFHA")
        )
    hides = re.search(r"VARIATION SELECTOR(?!-1[56]$)|FILLER$|GRAPHEME JOINER$|VOWEL INHERENT", name)
    return hides is not None or (kind in {"Cc", "Cs", "Zl", "Zp"} and letter not in "\n\t")


def _class(letters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, letters))}]"


_ALL = [chr(code) for code in range(sys.maxunicode + 1)]
_MARKS = [letter for letter in _ALL if unicodedata.category(letter).startswith("M") or letter in "\u200c\u200d"]
_FOREIGN = re.compile(f"{_class(filter(_is_foreign, _ALL))}|{_class(_MARKS)}{{5,}}")
_FOREIGN_ON_SCREEN = re.compile(rf"[\t\r\n]|{_FOREIGN.pattern}")  # where the app moves the cursor by itself


def foreign_on_a_terminal(written: bytes) -> list[str]:
    """What of the bytes that the app wrote to a terminal is none of its own; as good as empty."""
    text = written.decode("utf-8", "surrogateescape")
    copied = _COPIED.findall(text)
    inside, _, after = _COPIED.sub("", text).rpartition("\x1b[?1049l")
    told = _found(_OWN.sub("", inside), _FOREIGN_ON_SCREEN) + _found(_OWN.sub("", after).replace("\r\n", "\n"))
    return told + [one for words in copied for one in _foreign_copy(words)]


def foreign_in_text(written: bytes) -> list[str]:
    """The same of the bytes that a command wrote to a pipe or a file, where lines end in `\\n` and tabs are words."""
    return _found(written.decode("utf-8", "surrogateescape"))


def _foreign_copy(words: str) -> list[str]:
    try:
        copied = base64.b64decode(words, validate=True)
    except binascii.Error:
        return [f"copied: {words!r}"]
    return [f"copied: {one}" for one in foreign_in_text(copied)] + ["copied: its own words"] * (copied == b"hostile")


def _found(text: str, foreign: re.Pattern[str] = _FOREIGN) -> list[str]:
    return [
        f"{found.group()[:4]!r} in {text[max(found.start() - 20, 0) : found.end() + 20]!r}"
        for found in foreign.finditer(text)
    ]
