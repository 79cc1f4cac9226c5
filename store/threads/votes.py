"""Votes as numbers, and ballots by name: who voted for, against or not at all, and at whose request it is recorded."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from store.database.sql import rows
from store.threads.meeting_words import MeetingWords, Passage

_WORDS = {
    word: number
    for number, word in enumerate(
        "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
    )
}
_COUNT = rf"(?:\d{{1,4}}|{'|'.join(_WORDS)}|nil|no)"
_COUNTS: Final = {
    "for": (
        re.compile(
            rf"\b(?:for|in\sfavour|ayes?|yeas?|yes)(?:\sthe\s\w+)?\s?[:(–—-]?\s{{0,20}}(?P<n>{_COUNT})\b", re.IGNORECASE
        ),
        re.compile(
            rf"\b(?P<n>{_COUNT})\s(?:votes?\s|members?\s|councillors?\s)?(?:voted\s|voting\s)?(?:for\b|in\sfavour)",
            re.IGNORECASE,
        ),
    ),
    "against": (
        re.compile(rf"\b(?:against|nays?|noe?s)(?:\sthe\s\w+)?\s?[:(–—-]?\s{{0,20}}(?P<n>{_COUNT})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?P<n>{_COUNT})\s(?:votes?\s|members?\s|councillors?\s)?(?:voted\s|voting\s)?against\b", re.IGNORECASE
        ),
    ),
    "abstained": (
        re.compile(rf"\babst(?:ention|ain)\w*(?:\sfrom\svoting)?\s?[:(–—-]?\s{{0,20}}(?P<n>{_COUNT})\b", re.IGNORECASE),
        re.compile(rf"\b(?P<n>{_COUNT})\s(?:members?\s|councillors?\s)?(?:voted\s)?abst(?:ention|ain)", re.IGNORECASE),
    ),
}
_TO: Final = re.compile(
    rf"\b(?:by|voted|passed|approved|carried|adopted|lost)\s(?P<for>{_COUNT})(?:\svotes?)?\s?(?:to|[-–])\s?(?P<against>{_COUNT})\b",
    re.IGNORECASE,
)
_CASTING: Final = re.compile(r"\bcasting\svote\b|\bsecond\s(?:or|and)\scasting\b", re.IGNORECASE)
_REQUESTED: Final = re.compile(
    r"(?:(?P<who>(?:Cllr|Councillor)\.?\s(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s(?:requested|asked\sfor|called\sfor)\s(?:that\s)?a\s(?:recorded|named)\svote"
    r"|(?:recorded|named)\svote\b[^.;]{0,40}\brequest(?:ed)?\s(?:of|by)\s(?P<by>(?:Cllr|Councillor)\.?\s(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))"
)
_SIDE: Final = re.compile(
    r"^\W{0,3}(?:(?:those\s)?(?:voting\s|voted\s|councillors\svoting\s|members\svoting\s)?)?"
    r"(?P<side>for|in\sfavou?r(?:\sof)?|against|abst(?:ain|ention|aining|ained|entions)s?|ayes?|yeas?|nays?|noes?)\b"
    r"(?P<choice>[^:;(]{0,60}?)\s?(?:\((?P<n>\d{1,3})\)\s?)?[:–—-]\s?(?P<names>(?:Cllrs?\.?\s|Councillors?\s)?[A-Z].*)$",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"^(?:Cllrs?\.?|Councillors?:?|Members:?)\s(?!Mrs|Mr\b|Ms\b|Dr\b|Miss)", re.IGNORECASE)
_JOINED = re.compile(r"[;,]|\sand\s")
_LIKELY = re.compile(r"\b(?:for|favou?r|against|abst\w+|ayes?|yeas?|nays?|noes?)\b", re.IGNORECASE)
_MOST_BREAKS = 4  # in one list of names
_PERSON = re.compile(r"(?:(?:Mrs|Mr|Ms|Miss|Dr|Cllr|Councillor)\.?\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s?")


@dataclass(frozen=True, slots=True)
class VoteCount:
    """How many voted each way, None where it is not told; whether a casting vote settled it; who had it recorded."""

    item_id: int | None
    permalink: str
    text: str
    document_id: int
    start: int
    end: int
    in_favour: int | None
    against: int | None
    abstained: int | None
    casting: bool
    requested_by: str | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """Who voted how, as one passage prints it: ("for", names), `choice` being what for where several are voted on."""

    passage: Passage
    names: tuple[tuple[str, tuple[str, ...]], ...]
    choice: str | None


def votes_in(store: sqlite3.Connection, meeting: MeetingWords) -> tuple[VoteCount, ...]:
    """The votes whose numbers are told, decision by decision."""
    return tuple(_votes(store, meeting))


def _votes(store: sqlite3.Connection, meeting: MeetingWords) -> Iterator[VoteCount]:
    for row in rows(store, _WITH_VOTES, (meeting.id,)):
        beside = " ".join(one.text for one in meeting.of_item(row["item_id"]) if one.kind == "discussion")
        requested = _REQUESTED.search(beside)
        numbers = count_of(row["vote"])
        casting = _CASTING.search(beside) is not None
        if any(number is not None for number in numbers) or casting:
            yield VoteCount(
                *(row["item_id"], row["permalink"], row["vote"], row["document_id"], row["start"], row["end"]),
                *numbers,
                casting,
                (requested["who"] or requested["by"]) if requested else None,
            )


def count_of(printed: str) -> tuple[int | None, int | None, int | None]:
    """How many voted for, against and not at all, as a vote is printed: "For 5, Against 1" -> (5, 1, None)."""
    if to := _TO.search(printed):
        return _number(to["for"]), _number(to["against"]), _told("abstained", printed)
    return _told("for", printed), _told("against", printed), _told("abstained", printed)


def _told(side: str, printed: str) -> int | None:
    """The number of a side, by the form ("For: 5" or "5 for") that the first number in the words has."""
    behind_first = re.match(rf"\W*{_COUNT}\b", printed, re.IGNORECASE) is not None
    patterns = _COUNTS[side][::-1] if behind_first else _COUNTS[side]
    for pattern in patterns:
        if found := pattern.search(printed):
            return _number(found["n"])
    return None


def _number(printed: str) -> int:
    word = printed.casefold()
    return int(word) if word.isdecimal() else _WORDS.get(word, 0)


def ballots_in(meeting: MeetingWords) -> tuple[Ballot, ...]:
    """Every list of who voted how, in printed order."""
    found: list[Ballot] = []
    said = [one for one in meeting.passages if one.kind in ("discussion", "note")]
    for at, passage in enumerate(said):
        if _LIKELY.search(passage.text[:80]):
            side = _SIDE.match(_whole(said, at))
            if side and (names := _names(side["names"])):
                choice = side["choice"].strip(" -–—") or None
                found.append(Ballot(passage, ((_side(side["side"]), names),), choice))
    return tuple(found)


def _whole(said: Sequence[Passage], at: int) -> str:
    """A list of names with what a page break set apart from it: it ends with a full stop."""
    text = said[at].text
    for behind in said[at + 1 : at + 1 + _MOST_BREAKS]:
        if text.rstrip().endswith(".") or behind.item_id != said[at].item_id or not _names(behind.text):
            break
        text = f"{text} {behind.text}"
    return text


def _side(printed: str) -> str:
    folded = printed.casefold()
    if folded.startswith(("abst",)):
        return "abstained"
    return "against" if folded.startswith(("against", "nay", "no")) else "for"


def _names(printed: str) -> tuple[str, ...]:
    """The names of a list; none where something else stands in it, as a sentence does."""
    whole = _TITLE.sub("", printed.strip(" ."))
    parts = [_TITLE.sub("", part.strip()).strip(" .()") for part in _JOINED.split(whole)]
    parts = [re.sub(r"\s?\(\d+\)$|^Cllrs?\s", "", part) for part in parts if part]
    return tuple(parts) if parts and all(_PERSON.fullmatch(part) for part in parts) else ()


_WITH_VOTES = """
    SELECT item_id, resolution.permalink, vote, resolution.document_id, resolution.start, resolution.end
    FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
    WHERE meeting_id = ? AND vote IS NOT NULL ORDER BY resolution.id
"""
