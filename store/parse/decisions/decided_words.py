"""Where a paragraph decides: the words behind its markers, and in those of its sentences that decide without one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from store.model import Form, Result
from store.parse.decisions.agreement import Agreement, agreements
from store.parse.decisions.ends import words_end
from store.parse.decisions.markers import Printed, formal_markers, quotations
from store.parse.decisions.proposals import ON_PROPOSAL, PASSIVE, Proposal, names_movers_alone, proposals
from store.parse.decisions.results import result_told, tells_result
from store.parse.decisions.sentences import sentences
from store.parse.decisions.trailing import ALONE, ASKED, BEHIND, NOT_BEHIND, NOT_STATED, STATED, TELLS
from store.parse.decisions.votes import Carriage, read_carriage, tells_only_carriage

_MOVED_FIRST = re.compile(r"[\s,:–—-]*(?=(?:(?:up)?on\s|(?:it\swas\s)?(?:proposed|moved)\s))", re.IGNORECASE)
_THAT = re.compile(r"[\s,:;–—-]*(?=(?:that|to)\b)", re.IGNORECASE)
_KIND = {"resolved": "resolved", "penderfynwyd": "resolved", "decided": "decided", "recommended": "recommended"}
_DONE = re.compile(
    r"\b(?:was|were)\s(?:\w+ly\s|duly\s)?(?:approved|adopted|accepted|passed|carried|appointed|elected|ratified)\b"
)
_LEAST_WORDS = 3  # of a sentence that is agreed to by the next


@dataclass(frozen=True, slots=True)
class Marker:
    """What decides in a piece: as `printed`, the `kind` of decision, and where in the piece's raw text its words are.

    `end` is None where they go to the piece's end. `moved`: it is a motion with its mover; `alone`: only what follows
    can tell that it was carried (`put`: by its result, not by its seconder). `leads`: it stands before its words;
    `states`: it is in a sentence that states what was done, without a word that decides. `set_apart`: a formal one
    that is a label, or that begins its paragraph.
    """

    printed: str
    kind: str
    start: int
    end: int | None = None
    form: Form = Form.FORMAL
    carriage: Carriage = field(default_factory=Carriage)
    result: Result | None = None
    moved: bool = False
    alone: bool = False
    put: bool = False
    leads: bool = False
    states: bool = False
    set_apart: bool = False
    aside: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a paragraph that decides, from `start` to `end` of its raw text."""

    start: int
    end: int
    marker: Marker


def decisions_in(raw: str) -> Iterator[Found]:
    """The parts of a paragraph that decide, in order."""
    formal, is_quoted = list(formal_markers(raw)), quotations(raw)
    at = 0
    for index, one in enumerate(formal):
        yield from _in_sentences(raw, at, one.start, is_quoted, leads_on=True)
        bound = formal[index + 1].start if index + 1 < len(formal) else len(raw)
        end = _formal_end(raw, one, bound)
        begin, carriage = behind_movers(raw, one.end, end)
        marker = Marker(
            printed=one.text,
            kind=one.kind,
            start=begin,
            end=words_end(raw, begin, end) if one.in_sentence else None,
            form=one.form,
            carriage=carriage,
            alone=one.only_moves,
            leads=True,
            set_apart=one.form is Form.FORMAL and not one.in_sentence and not one.only_moves,
            aside=one.aside,
            outcome=one.outcome,
        )
        yield Found(one.start, end, marker)
        at = end
    yield from _in_sentences(raw, at, len(raw), is_quoted)


def behind_movers(raw: str, at: int, end: int) -> tuple[int, Carriage]:
    """Where the words begin behind a marker, and who moved: "RESOLVED, on the motion of A, that …"."""
    lead = _MOVED_FIRST.match(raw, at, end)
    for pattern in (ON_PROPOSAL, PASSIVE) if lead else ():
        found = pattern.match(raw, lead.end() if lead else at, end)
        if found and found["seconder"] and (that := _THAT.match(raw, found.end(), end)):
            return that.end(), Carriage(found["mover"].strip(" .,"), found["seconder"].strip(" .,"))
    return at, Carriage()


def _formal_end(raw: str, marker: Printed, bound: int) -> int:
    """Where the part ends that a formal marker begins: with its sentence, or before what tells how it was carried."""
    end = bound
    for index, (start, stop) in enumerate(sentences(raw, marker.end, bound)):
        if index == 0 and marker.in_sentence:
            return stop
        text = " ".join(raw[start:stop].split())
        if index and (tells_result(text) or tells_only_carriage(text)):
            return start
        if index and not marker.stopped and next(agreements(raw, start, stop), None):
            return start
    return end


def _in_sentences(
    raw: str, begin: int, end: int, is_quoted: Callable[[int], bool], *, leads_on: bool = False
) -> Iterator[Found]:
    """The sentences from `begin` to `end` that decide without a formal marker.

    `leads_on`: a marker stands at the end, so that the sentence that it breaks only leads to it.
    """
    whole = len(raw[:end].rstrip())
    before: tuple[int, int] | None = None  # the sentence before, where it decides nothing
    for start, stop in sentences(raw, begin, end):
        if leads_on and stop == whole and raw[stop - 1] not in ".!?;":
            return
        text = " ".join(raw[start:stop].split())
        moved = names_movers_alone(text)
        if before and (ALONE.match(text) or (moved and not TELLS.search(raw, *before))):
            one = agreed_to(raw, *before, text.strip(" .*_()"))
            found = [replace(one, end=stop)] if one else []
        elif before is None and start > begin and (tells_only_carriage(text) or tells_result(text)):
            continue  # of the decision before it
        else:
            found = [one for one in _in_sentence(raw, start, stop) if not is_quoted(one.start)]
        yield from found
        before = None if found else (start, stop)


def _in_sentence(raw: str, start: int, end: int) -> Iterator[Found]:
    """What one sentence decides."""
    leads = list(agreements(raw, start, end))
    moved = [one for one in proposals(raw, start, end) if one.words]
    if leads:
        yield from _agreements(raw, start, end, leads)
    elif moved:
        yield from (_proposed(raw, one) for one in moved)
    elif behind := BEHIND.search(raw, start, end):
        if one := agreed_to(raw, start, behind.start(), " ".join(behind["printed"].split())):
            yield replace(one, end=end)
    elif refused := NOT_BEHIND.search(raw, start, end):
        if one := agreed_to(raw, start, refused.start(), refused["printed"]):
            yield replace(one, end=end, marker=replace(one.marker, result=Result.LOST))
    else:
        for _, pattern, _ in STATED:
            begin = _past_lead(raw, start, end)
            if (match := pattern.match(raw, begin, end)) and not NOT_STATED.match(raw, match.end("printed"), end):
                stop = words_end(raw, begin, end)
                if "words" in pattern.groupindex:
                    begin, stop = match.span("words")
                carriage = read_carriage(" ".join(raw[stop:end].split()))
                deferred = Result.DEFERRED if result_told(match["printed"]) is Result.DEFERRED else None
                marker = Marker(match["printed"], "agreed", begin, stop, Form.PROSE, carriage, deferred, states=True)
                yield Found(start, end, marker)
                return


_LEAD = re.compile(r"[|\s]*(?:[A-Z][^.;:|]{0,50}?\s?(?::|\s[-–—])[|\s]+(?=[A-Z])){0,3}")


def _past_lead(raw: str, start: int, end: int) -> int:
    """Where a sentence begins behind the words that name its subject ("Accounts: The accounts …")."""
    match = _LEAD.match(raw, start, end)
    return match.end() if match else start


def _agreements(raw: str, start: int, end: int, leads: Sequence[Agreement]) -> Iterator[Found]:
    for index, lead in enumerate(leads):
        bound = leads[index + 1].start if index + 1 < len(leads) else end
        stop = words_end(raw, lead.end, bound)
        before = read_carriage(" ".join(raw[start : lead.start].split())) if index == 0 else Carriage()
        tail = " ".join(raw[stop:bound].split())
        carriage = before.beside(read_carriage(tail)).beside(read_carriage(lead.printed))
        kind = _KIND.get(lead.verb, "agreed")
        result = Result.LOST if lead.verb.startswith("not ") else result_told(tail)
        yield Found(
            lead.start,
            bound,
            Marker(lead.printed, kind, lead.end, stop, Form.PROSE, carriage, result, leads=True),
        )


def _proposed(raw: str, one: Proposal) -> Found:
    begin, end = one.words or (one.start, one.end)
    stop = words_end(raw, begin, end)
    tail = " ".join(raw[stop : one.end].split())
    carriage = Carriage(one.mover, one.seconder).beside(read_carriage(tail))
    result = result_told(tail) or (result_told(raw[one.start : begin]) if begin > one.start else None)
    if result is None and _DONE.search(raw, begin, stop):
        result = Result.CARRIED
    alone = one.alone and result is None
    return Found(
        one.start,
        one.end,
        Marker(
            one.printed,
            "agreed",
            begin,
            stop,
            Form.PROSE,
            carriage,
            result,
            moved=True,
            alone=alone,
            put=one.put and result is None,
        ),
    )


def agreed_to(raw: str, start: int, end: int, printed: str) -> Found | None:
    """A sentence that was agreed to by what follows it; None where it says too little."""
    asked = ASKED.search(raw, start, end)
    begin = asked.end() if asked else start
    stop = words_end(raw, begin, end)
    carriage = read_carriage(printed)
    if len(raw[begin:stop].split()) < _LEAST_WORDS or raw[start:end].rstrip().endswith("?"):
        return None
    return Found(start, end, Marker(printed, "agreed", begin, stop, Form.PROSE, carriage))
