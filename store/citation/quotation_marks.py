"""Quotation marks inside quotations, which are the other kind than those around them; and apostrophes."""

import re
from typing import Final

SINGLE: Final = ("‘", "’")
DOUBLE: Final = ("“", "”")

_MARK = re.compile("[“”‘’\"']")
_APOSTROPHE = re.compile(r"(?<=\w)'")
_PAIRS: Final = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_BEFORE_OPENING: Final = "([{—–-/“‘\"'"


def nested(text: str, around: tuple[str, str]) -> str:
    """`text` as it stands between the marks `around`: its own marks in turn the other kind and the same.

    An apostrophe stays, and so does a mark that has no fellow.
    """
    inner = DOUBLE if around == SINGLE else SINGLE
    closing = _pairs(text)
    letters, depth = list(text), 0
    for at in sorted({*closing, *closing.values()}):
        opens = at in closing
        depth -= not opens
        letters[at] = (around if depth % 2 else inner)[not opens]
        depth += opens
    return "".join(letters)


def curled(text: str) -> str:
    """`text` with its apostrophes as they are set in print: "Children's" -> "Children’s"."""
    closing = _pairs(text)
    marks = {*closing, *closing.values()}
    return _APOSTROPHE.sub(lambda match: match.group() if match.start() in marks else "’", text)


def _pairs(text: str) -> dict[int, int]:
    """Where in a text a quotation opens, and where each closes."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        fellow = next((one for one in reversed(opened) if _PAIRS[text[one]] == mark), None)
        if fellow is not None and _may_close(text, at):
            closing[fellow] = at
            del opened[opened.index(fellow) :]
        elif mark in _PAIRS and _may_open(text, at):
            opened.append(at)
    return closing


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _may_close(text: str, at: int) -> bool:
    """A single mark between letters ("council's") is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not after.isalnum()
