"""Keeping the threads in step with the minutes: those of a meeting at a time, in the transaction that writes it."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Final

from store.model import Span
from store.text.tokens import words as words_of
from store.threads.appearances import Appearance, appearances_in
from store.threads.arranged import announced_in
from store.threads.confirmed_days import confirmed_in
from store.threads.cross_references import references_in
from store.threads.exempt_items import exempt_in
from store.threads.meeting_words import ItemWords, MeetingWords, Passage, evidence_of, meeting_words
from store.threads.misfits import Misfit, misfits_in
from store.threads.requests import Request, requests_in
from store.threads.settling import settle
from store.threads.votes import votes_in

THREAD_TABLES: Final = (
    *(
        "cross_reference",
        "request",
        "announced",
        "confirmed_day",
        "misfit",
        "appearance",
        "vote",
        "exempt",
        "number_run",
    ),
)
"""The tables of what is read from the meetings."""

_UNANSWERED: Final = "UPDATE request SET answering_item = NULL, answered = NULL, score = NULL WHERE answering_item IN"
_MOST_NUMBERS = 400  # between the first and the last of a meeting


def keep_threads(store: sqlite3.Connection, meeting_id: int) -> None:
    """Read the threads of a meeting in what is stored of it, in place of what was read before, and settle them."""
    leave_threads(store, meeting_id)
    for table in THREAD_TABLES:
        store.execute(f"DELETE FROM {table} WHERE meeting_id = ?", (meeting_id,))  # noqa: S608 (our own table names)
    _read(store, meeting_id)
    settle(store, meeting_id)


def leave_threads(store: sqlite3.Connection, meeting_id: int) -> None:
    """Have no request point to what a meeting said: call it before that goes."""
    items = "SELECT id FROM agenda_item WHERE meeting_id = ?"
    store.execute(f"{_UNANSWERED} ({items})", (meeting_id,))
    own = "SELECT id FROM request WHERE meeting_id = ?"
    store.execute(f"UPDATE request SET asked_again = NULL WHERE asked_again IN ({own})", (meeting_id,))  # noqa: S608 (our own names)


def keep_every_thread(store: sqlite3.Connection) -> None:
    """Read the threads of all meetings, oldest first."""
    for (meeting_id,) in store.execute("SELECT id FROM meeting ORDER BY date").fetchall():
        keep_threads(store, meeting_id)


def _read(store: sqlite3.Connection, meeting_id: int) -> None:
    words = meeting_words(store, meeting_id)
    kept = _Kept(store, words)
    for one in references_in(words):
        kept.put(
            "cross_reference",
            one.passage,
            one.span,
            {
                "form": one.form.value,
                "number": one.number,
                "label": one.label,
                "first_day": one.first,
                "last_day": one.last,
            },
        )
    _keep_requests(kept, requests_in(words))
    for announced in announced_in(words):
        kept.put("announced", announced.passage, announced.span, {"day": announced.day})
    for confirmed in confirmed_in(words):
        told = {"day": confirmed.day, "amended": int(confirmed.amended)}
        kept.put("confirmed_day", confirmed.passage, confirmed.span, told)
    appearances = appearances_in(store, words)
    for appearance in appearances:
        kept.put_appearance(appearance)
    for misfit in misfits_in(words, appearances):
        kept.put_misfit(misfit)
    for vote in votes_in(store, words):
        counts = {"in_favour": vote.in_favour, "against": vote.against, "abstained": vote.abstained}
        told = counts | {"casting": int(vote.casting), "requested_by": vote.requested_by}
        kept.insert("vote", vote, told)
    for exempt in exempt_in(words):
        kept.put("exempt", exempt.passage, exempt.span, {"paragraphs": exempt.paragraphs})
    if run := number_run(words.items):
        store.execute("INSERT INTO number_run (meeting_id, first, last) VALUES (?, ?, ?)", (meeting_id, *run))


def _keep_requests(kept: "_Kept", requests: Iterable[Request]) -> None:
    keys: list[int] = []
    wanted = list(requests)
    for request in wanted:
        due = request.due
        told = {
            "about": " ".join(request.about),
            "owner": request.owner,
            "due_first": due.first.isoformat() if due else None,
            "due_last": due.last.isoformat() if due and due.last else None,
            "at_meeting": int(bool(due and due.at_meeting)),
            "due": due.last.isoformat() if due and due.last else None,
            "cut": int(request.cut),
            "name": f"{request.passage.permalink}#{_hash(request.text)}",
        }
        keys.append(kept.put("request", request.passage, request.span, told, request.text, request.point))
    for key, request in zip(keys, wanted, strict=True):
        if request.same_as is not None:
            kept.store.execute("UPDATE request SET repeats_id = ? WHERE id = ?", (keys[request.same_as], key))


def _hash(text: str) -> str:
    """What tells two requests of one place apart, and stays when others come and go."""
    return blake2b(" ".join(words_of(text)).encode(), digest_size=3).hexdigest()


def number_run(items: Iterable[ItemWords]) -> tuple[int, int] | None:
    """The first and the last minute number of a meeting, where its items are numbered on in plain figures."""
    told = [
        int(found[0])
        for item in items
        if item.number and (found := re.match(r"\d{1,4}(?=$|[./]\d{2,4}$)", item.number))
    ]
    if not told or told != sorted(told) or told[-1] - told[0] > _MOST_NUMBERS:
        return None
    return told[0], told[-1]


class _Kept:
    """Writes rows of one meeting, each with its evidence."""

    def __init__(self, store: sqlite3.Connection, words: MeetingWords) -> None:
        self.store = store
        self._words = words

    def put(
        self,
        table: str,
        passage: Passage,
        span: Span,
        told: Mapping[str, object],
        text: str | None = None,
        evidence: object | None = None,
    ) -> int:
        """A row that is read in a stretch of a passage; its key. `evidence` is what else it stands in: a point."""
        where = evidence or evidence_of(self._words, self.store, passage, span.start, span.end)
        row = {
            "meeting_id": self._words.id,
            "item_id": passage.item_id,
            "permalink": passage.permalink,
            "text": text or passage.text[span.start : span.end],
            "document_id": passage.document_id,
            "start": getattr(where, "start"),  # noqa: B009 (a span or a point)
            "end": getattr(where, "end"),  # noqa: B009
        }
        return self._insert(table, row | dict(told))

    def insert(self, table: str, one: object, told: Mapping[str, object]) -> int:
        """A row of something that says itself where it stands."""
        names = ("item_id", "permalink", "text", "document_id", "start", "end")
        return self._insert(
            table, {"meeting_id": self._words.id} | {name: getattr(one, name) for name in names} | dict(told)
        )

    def put_appearance(self, one: Appearance) -> None:
        """What a person did."""
        told = {"surname": one.person.surname, "name": one.name, "part": one.part.value, "detail": one.detail}
        self.insert("appearance", one, told)

    def put_misfit(self, one: Misfit) -> None:
        """What does not fit, in a passage, an item or what a person did."""
        told = {"kind": one.kind.value, "why": one.why}
        match one.where:
            case Passage() as passage:
                self.put("misfit", passage, one.span or Span(0, len(passage.text)), told)
            case ItemWords() as item:
                row = {
                    "meeting_id": self._words.id,
                    "item_id": item.id,
                    "permalink": item.permalink,
                    "text": item.title,
                }
                self._insert(
                    "misfit", row | {"document_id": item.document_id, "start": item.start, "end": item.end} | told
                )
            case Appearance() as appearance:
                self.insert("misfit", appearance, told)

    def _insert(self, table: str, row: Mapping[str, object]) -> int:
        names = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join(f":{column}" for column in row)
        done = self.store.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608 (our own names)
        assert done.lastrowid
        return done.lastrowid
