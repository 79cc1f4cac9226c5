"""Veiling the names of the public: of people whom the words name by a title, and no list has as member or officer."""

import re
import sqlite3
from typing import Final

from store.text.person_names import person_name

VEIL: Final = "▒▒▒▒"
_TITLED = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'-]+")


def veiled(store: sqlite3.Connection, text: str) -> str:
    """A text without the names that a title tells and no attendance list has."""

    def veil(match: re.Match[str]) -> str:
        person = person_name(match.group())
        if person is None or store.execute(_LISTED, (person.surname,)).fetchone():
            return match.group()
        return f"{match['title']} {VEIL}"

    return _TITLED.sub(veil, text)


_LISTED = "SELECT 1 FROM appearance WHERE surname = ? AND part IN ('present', 'in attendance', 'apologies') LIMIT 1"
