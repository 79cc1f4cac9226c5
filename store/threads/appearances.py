"""What each person did at a meeting, as its minutes print it: came, sent apologies, declared, moved, voted, left."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from store.database.sql import rows
from store.text.person_names import PersonName, person_name
from store.threads.meeting_words import MeetingWords, Passage
from store.threads.votes import Ballot, ballots_in


class Part(StrEnum):
    """What a person did."""

    PRESENT = "present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    SUBSTITUTE = "substitute"
    ARRIVED = "arrived"
    LEFT = "left"
    INTEREST = "interest"
    MOVED = "moved"
    SECONDED = "seconded"
    FOR = "voted for"
    AGAINST = "voted against"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a part, with the printed name. `detail` is a role, what the interest is in, or for whom one came.

    `start` and `end` are characters into the text of the document.
    """

    part: Part
    name: str
    person: PersonName
    detail: str | None
    item_id: int | None
    permalink: str
    text: str
    document_id: int
    start: int
    end: int


_ABSENT: Final = re.compile("apolog|absen|ymddiheur|inability", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"attendance|officer|official|also|observ|guest|staff|public|visitor|swyddog", re.IGNORECASE
)
_TITLE = r"(?:Cllrs?\.?|Councillors?|Mrs\.?|Mr\.?|Ms\.?|Miss|Dr\.?)"
_WORDS = r"[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2}"
_NAME = rf"(?:{_TITLE}\s){{0,2}}(?:[A-Z]\.?\s){{0,3}}{_WORDS}"
_FOR_WHOM: Final = (
    re.compile(rf"(?P<absent>{_NAME})\s\((?P<came>{_NAME})\s?(?:[-–—]|as|,)\s?(?:a\s)?substitute\)"),
    re.compile(
        rf"(?P<came>{_NAME})\s(?:substituted|was\ssubstituting|deputised|was\sdeputising)\sfor\s(?P<absent>{_NAME})"
    ),
    re.compile(
        rf"(?P<came>{_NAME})\s(?:attended\s|was\spresent\s|had\sbeen\sappointed\s|was\sappointed\s)?(?:as\s)?"
        rf"(?:a\s|the\s|in\s)?substitut(?:e|ion)(?:\smember)?\sfor\s(?P<absent>{_NAME})"
    ),
)
_CAME_OR_LEFT: Final = re.compile(
    rf"(?P<who>{_TITLE}\s(?:[A-Z]\.?\s){{0,3}}{_WORDS})\s(?:then\s)?"
    r"(?:(?P<came>arrived|joined\sthe\smeeting|entered\sthe\s(?:meeting|room|chamber)|returned\sto\sthe\s(?:meeting|room))"
    r"|(?P<left>left\sthe\s(?:meeting|room|chamber)|withdrew\sfrom\sthe\s(?:meeting|room)|departed))\b"
    r"(?:\sat\s(?P<hour>\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m)?))?"
)
_APOLOGIES: Final = re.compile(
    r"\bapolog(?:y|ies)\b[^.;:]{0,80}?(?:\b(?:from|on\sbehalf\sof|by|for)\s(?!absence|the\s)|:\s)(?P<names>[^;:]{3,600}?)(?:\.(?=\s[A-Z]|$)|$)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_JOINED = re.compile(r"[;,&]|\sand\s")
_ONE_NAME = re.compile(rf"(?:the\s)?{_NAME}")
_OF_BALLOT = {"for": Part.FOR, "against": Part.AGAINST, "abstained": Part.ABSTAINED}


def appearances_in(store: sqlite3.Connection, meeting: MeetingWords) -> tuple[Appearance, ...]:
    """What everybody did whom the minutes of a meeting name, attendance first."""
    found = [*_attended(store, meeting), *_declared(store, meeting), *_moved(store, meeting)]
    for passage in meeting.passages:
        if passage.kind in ("discussion", "note", "clause"):
            found += _told(passage)
    for ballot in ballots_in(meeting):
        found += _voted(ballot)
    once: dict[tuple[object, ...], Appearance] = {}
    for one in found:
        if one is not None:
            where = (
                () if one.part is Part.APOLOGIES else (one.detail, one.permalink, one.start)
            )  # sent once, told twice
            once.setdefault((one.part, one.person, *where), one)
    return tuple(once.values())


def _attended(store: sqlite3.Connection, meeting: MeetingWords) -> Iterator[Appearance | None]:
    for row in rows(store, _ATTENDANCE, (meeting.id,)):
        under = row["listed_under"]
        part = (
            Part.APOLOGIES if _ABSENT.search(under) else Part.IN_ATTENDANCE if _BESIDE.search(under) else Part.PRESENT
        )
        yield _made(part, row["name"], row["role"], None, meeting.permalink, row)


def _declared(store: sqlite3.Connection, meeting: MeetingWords) -> Iterator[Appearance | None]:
    items = [(item.start, item.id, item.permalink) for item in meeting.items]
    for row in rows(store, _INTERESTS, (meeting.id,)):
        before = [one for one in items if one[0] <= row["start"]]
        _, item_id, permalink = max(before) if before else (0, None, meeting.permalink)
        told = " ".join(filter(None, (row["nature"], row["subject"])))
        conduct = f"; {row['conduct']}" if row["conduct"] else ""
        yield _made(Part.INTEREST, row["name"], f"{told}{conduct}", item_id, permalink, row)


def _moved(store: sqlite3.Connection, meeting: MeetingWords) -> Iterator[Appearance | None]:
    for row in rows(store, _MOTIONS, (meeting.id,)):
        for part, name in ((Part.MOVED, row["mover"]), (Part.SECONDED, row["seconder"])):
            if name:
                yield _made(part, name, row["result"], row["item_id"], row["permalink"], row)


def _made(
    part: Part, name: str, detail: str | None, item_id: int | None, permalink: str, row: sqlite3.Row
) -> Appearance | None:
    person = person_name(name)
    if person is None:
        return None
    return Appearance(
        *(part, name, person, detail, item_id, permalink, name), row["document_id"], row["start"], row["end"]
    )


def _told(passage: Passage) -> Iterator[Appearance]:
    """Substitutes, and who came and left, as sentences tell it."""
    text = passage.text
    if passage.kind != "clause" and (sent := _APOLOGIES.search(text)):
        yield from _apologies(passage, sent)
    if "ubstitut" in text or "deputis" in text:
        for pattern in _FOR_WHOM:
            for match in pattern.finditer(text):
                yield from _of_passage(passage, Part.SUBSTITUTE, match["came"], f"for {match['absent']}", match.span())
    for match in _CAME_OR_LEFT.finditer(text):
        part = Part.ARRIVED if match["came"] else Part.LEFT
        yield from _of_passage(passage, part, match["who"], match["hour"], match.span())


def _apologies(passage: Passage, sent: re.Match[str]) -> Iterator[Appearance]:
    """Those from whom apologies were received, as a sentence lists them; posts behind names are no people."""
    for part in _JOINED.split(_BRACKETS.sub("", sent["names"])):
        name = part.strip(" .")
        if _ONE_NAME.fullmatch(name):
            yield from _of_passage(passage, Part.APOLOGIES, name, None, sent.span())


def _of_passage(
    passage: Passage, part: Part, name: str, detail: str | None, at: tuple[int, int]
) -> Iterator[Appearance]:
    if person := person_name(name):
        text = passage.text[slice(*at)]
        yield Appearance(
            *(part, name, person, detail, passage.item_id, passage.permalink, text, passage.document_id),
            *(passage.start, passage.end),
        )


def _voted(ballot: Ballot) -> Iterator[Appearance]:
    for side, names in ballot.names:
        for name in names:
            for one in _of_passage(ballot.passage, _OF_BALLOT[side], name, ballot.choice, (0, 0)):
                yield replace(one, text=name)


_ATTENDANCE = """
    SELECT name, role, listed_under, document_id, start, end FROM attendance WHERE meeting_id = ? ORDER BY position
"""


_INTERESTS = """
    SELECT name, nature, subject, conduct, document_id, start, end FROM interest WHERE meeting_id = ? ORDER BY position
"""
_MOTIONS = """
    SELECT mover, seconder, result, item_id, resolution.permalink, resolution.document_id, resolution.start,
        resolution.end
    FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
    WHERE meeting_id = ? AND (mover IS NOT NULL OR seconder IS NOT NULL) ORDER BY resolution.id
"""
