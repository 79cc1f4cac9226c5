"""What a body asked for and what it was promised: each request with who is to do it and by when, as the words say."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from store.model import Span
from store.text.due import Due, find_due
from store.text.sentences import sentences
from store.threads.asking import REPORTS, asks_in_clause, asks_in_words
from store.threads.meeting_words import MeetingWords, Passage, Point
from store.threads.owners import owner_in, owner_of_point
from store.threads.subjects import in_common, subject

_TITLES_OF_BUSINESS = re.compile(
    r"\b(?:apolog|declaration|disclosure|public\squestion|exclusion\sof|minutes\sof\sthe|filming)", re.IGNORECASE
)
_SPLITS: Final = (
    re.compile(rf",?\sand\s(?=(?:an?|the|further)\s(?:[\w-]+\s){{0,2}}?{REPORTS}\b)", re.IGNORECASE),
    re.compile(
        r"\sand\s(?=(?:reported|presented|circulated|submitted|brought|provided)\b(?:\s(?:on|back))?\b)", re.IGNORECASE
    ),
)
_BREAK = re.compile(r"[,;:]\s(?:and\s|but\s|which\s)?")
_MAIN_VERB = re.compile(r"\b(?:be|was|were)\s\w+(?:ed|en|ught)\b(?=[^.;]*\b(?:to|with|at|for|by)\b)")
_AT_FIRST = 12  # characters: "That by 12 May …"
_THIS = re.compile(r"^(?:This|It|That|These|The\s(?:plan|report|strategy|document))\b")
_SAME, _SAME_IN_ITEM = 0.5, 0.6  # of the stems of the longer and of the shorter of two requests
_TWO = 2  # stems that two requests of several have in common at least
_AGENDA_NOTE = ("discussion", "note")


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked for or promised: `text` are its words in the passage, at `span`.

    `about` are the telling stems, `same_as` the place in the meeting's requests of the one that it repeats. `cut` says
    that the words break off before they say what.
    """

    passage: Passage
    span: Span
    text: str
    about: tuple[str, ...]
    owner: str | None = None
    due: Due | None = None
    same_as: int | None = None
    cut: bool = False
    vague: bool = False  # what it is about stands in the sentence before
    point: Point | None = None


def requests_in(meeting: MeetingWords) -> tuple[Request, ...]:
    """Every request and promise in the words of a meeting, in printed order, those that repeat another marked so."""
    told = dt.date.fromisoformat(meeting.date) if meeting.date else dt.date(1, 1, 1)
    found: list[Request] = []
    order = {item.id: at for at, item in enumerate(meeting.items)}
    for passage in sorted(meeting.passages, key=lambda one: (order.get(one.item_id or 0, -1), one.start)):
        if passage.kind == "clause":
            found += _of_clause(meeting, passage, told)
        elif passage.kind in _AGENDA_NOTE and passage.item_id is not None:
            found += _of_words(meeting, passage, told)
    return _folded(found)


def _of_clause(meeting: MeetingWords, passage: Passage, told: dt.date) -> Iterator[Request]:
    if not passage.carried:
        return
    if arranged := _arranged(meeting, passage, told):
        yield from arranged
        return
    if not asks_in_clause(passage.text):
        return
    about: tuple[str, ...] = ()
    for begin, end in _pieces(passage.text):
        request = _request(meeting, passage, begin, end, told)
        about = request.about or about or subject(meeting.titles.get(passage.item_id, ""), meeting.body)
        yield replace(request, about=about)


def _arranged(meeting: MeetingWords, passage: Passage, told: dt.date) -> list[Request]:
    """What a meeting is arranged for: "the additional meeting on 13 April had been arranged for:", a point each."""
    if not re.search(r"\bmeeting\b[^.;]*\b(?:arranged|scheduled|convened|called)\b", passage.text, re.IGNORECASE):
        return []
    due = next(iter(find_due(passage.text, told)), None)
    made = []
    for point in meeting.points:
        if point.clause_id == passage.clause_id:
            what, owner = owner_of_point(point.text)
            made.append(
                Request(passage, Span(0, len(passage.text)), what, subject(what, meeting.body), owner, due, point=point)
            )
    return made


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A clause as what it asks for: one thing, or several where it goes on with another report or another doing."""
    begin = 0
    for split in sorted(
        (match for pattern in _SPLITS for match in pattern.finditer(text)), key=lambda one: one.start()
    ):
        if split.start() > begin and _enough(text[begin : split.start()]) and _enough(text[split.end() :]):
            yield begin, split.start()
            begin = split.end()
    yield begin, len(text)


def _enough(words_of: str) -> bool:
    return (
        bool(
            re.search(
                rf"\b(?:be\s\w+ed|receive|provide|submit|{REPORTS}|reported|presented)\b", words_of, re.IGNORECASE
            )
        )
        and len(words_of.split()) > 3
    )


def _of_words(meeting: MeetingWords, passage: Passage, told: dt.date) -> Iterator[Request]:
    """The requests in the sentences of a paragraph; one that names no thing of its own is about the sentence before."""
    text = passage.text
    if _TITLES_OF_BUSINESS.search(meeting.titles.get(passage.item_id, "")):
        return
    earlier = ""
    for begin, end in sentences(text):
        sentence = text[begin:end]
        if (found := asks_in_words(sentence)) is not None:
            request = _request(meeting, passage, begin, end, told, _core(sentence, found))
            if _THIS.match(sentence) or not request.about:
                about = dict.fromkeys((*request.about, *subject(earlier, meeting.body)))
                request = replace(request, about=tuple(about), vague=not request.about)
            yield request
        earlier = sentence


def _core(sentence: str, asks: int) -> str:
    """The part of a sentence that asks: behind the last comma or semicolon before it, with an "and" or "which"."""
    breaks = [found.end() for found in _BREAK.finditer(sentence, 0, asks)]
    return sentence[breaks[-1] :] if breaks else sentence


def _request(
    meeting: MeetingWords, passage: Passage, begin: int, end: int, told: dt.date, core: str | None = None
) -> Request:
    text = passage.text[begin:end]
    owner, span = owner_in(text, clause=passage.kind == "clause")
    what = f"{text[: span.start]} {text[span.end :]}" if span else text
    about = (core is not None and subject(_without(core, owner), meeting.body)) or subject(
        _without(what, owner), meeting.body
    )
    due = next((due for due in find_due(text, told) if _is_of_doing(text, due)), None)
    cut = bool(re.search(r"\b(?:agreed|requested|asked)\s(?:to|that)\s*$", text.rstrip(" .…")))
    return Request(passage, Span(begin, end), text, about, owner, due, cut=cut)


def _is_of_doing(text: str, due: Due) -> bool:
    """Whether a time is that of what is asked, and not of what it is about: "the plan made in May be circulated"."""
    verb = _MAIN_VERB.search(text, due.span.end)
    return verb is None or due.span.start < _AT_FIRST


def _without(text: str, owner: str | None) -> str:
    return text.replace(owner, " ") if owner else text


def _folded(found: list[Request]) -> tuple[Request, ...]:
    """Each request with the one that it repeats: of those that are the same, the first clause, else the first of all.

    That one learns who and by when from the others.
    """
    groups: list[list[int]] = []
    for at, request in enumerate(found):
        group = next((group for group in groups if _joins(request, [found[other] for other in group])), None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    kept = list(found)
    for group in groups:
        first = next((at for at in group if found[at].passage.kind == "clause"), group[0])
        owner = next((found[at].owner for at in (first, *reversed(group)) if found[at].owner), None)
        due = next((found[at].due for at in (first, *group) if found[at].due), None)
        kept[first] = replace(found[first], owner=owner, due=due)
        for at in group:
            if at != first:
                kept[at] = replace(found[at], same_as=first)
    return tuple(kept)


def _joins(request: Request, group: list[Request]) -> bool:
    """Whether a request repeats one of a group; what one clause asks for is never the same thing twice."""
    of_clauses = [other.passage for other in group if other.passage.kind == "clause"]
    return not any(request.passage is one for one in of_clauses) and any(_is_same(request, other) for other in group)


def _is_same(one: Request, other: Request) -> bool:
    if one.cut or other.cut or not one.about or not other.about:
        return False
    dues = [(due.first, due.last) for due in (one.due, other.due) if due]
    same_item = one.passage.item_id == other.passage.item_id
    if one.vague and same_item and len(dues) > 1 and dues[0] == dues[1]:
        return True
    return len(set(dues)) < _TWO and _are_alike(one.about, other.about, same_item=same_item)


def _are_alike(some: tuple[str, ...], others: tuple[str, ...], *, same_item: bool) -> bool:
    common = len(in_common(some, others))
    longer, shorter = max(len(some), len(others)), min(len(some), len(others))
    if common / longer >= _SAME and (common >= _TWO or longer == 1):
        return True
    return same_item and common >= _TWO and common / shorter >= _SAME_IN_ITEM
