"""Where a paragraph decides: the words behind its markers, and in those of its sentences that decide without one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from store.model import Form, Result
from store.parse.decisions.agreement import Agreement, agreements
from store.parse.decisions.ends import acts, before_carriage, words_end
from store.parse.decisions.how_carried import says_only_how
from store.parse.decisions.markers import Printed, formal_markers, quotations
from store.parse.decisions.proposals import ON_PROPOSAL, PASSIVE, Proposal, is_so_moved, names_movers_alone, proposals
from store.parse.decisions.results import result_told
from store.parse.decisions.trailing import ALONE, ASKED, BEHIND, NOT_BEHIND, NOT_STATED, STATED, TELLS
from store.parse.decisions.votes import DID, Carriage, read_carriage, read_vote
from store.text.sentences import sentences

_MOVED_FIRST = re.compile(r"[\s,:–—-]*(?=(?:(?:up)?on\s|(?:it\swas\s)?(?:proposed|moved)\s))", re.IGNORECASE)
_BEGINS = r"(?=\s*[“\"'‘]?(?:that|to)\b|\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s)"
_ASIDE = re.compile(
    rf"""[\s,]*(?:
      [(\[](?=[^()\[\]]*(?:propos|second|prop\b|moved|for\b|against|unanim|vote|abst|majority|\b[\w.]+\s?/\s?[\w.]+|\d\s?[-–]\s?\d))
        [^()\[\]]{{1,90}}[)\]]
    | on\sa\sshow\sof\shands | with\s[^.;:()]{{1,30}}?\s(?:abstentions?|against|dissent\w*|objections?)
    | without\s(?:dissent|objection|a\svote) | \(?\d{{1,3}}\s?[-–/:]\s?\d{{1,3}}\)?
    )\s*[,:–—-]*\s*{_BEGINS}""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands between a marker and its words, and tells how it was carried."""
_THAT = re.compile(r"[\s,:;–—-]*(?=(?:that|to)\b)", re.IGNORECASE)
_KIND = {"resolved": "resolved", "penderfynwyd": "resolved", "decided": "decided", "recommended": "recommended"}
_DONE = re.compile(
    r"(?:\b(?:was|were)\s(?:\w+ly\s|duly\s)?|^\W*)(?:approved|adopted|accepted|passed|carried|appointed|elected|ratified)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w")
_LEAST_WORDS = 3  # of a sentence that is agreed to by the next


@dataclass(frozen=True, slots=True)
class Marker:
    """What decides in a piece: as `printed`, the `kind` of decision, and where in the piece's raw text its words are.

    `end` is None where they go to the piece's end. `moved`: it is a motion with its mover; `alone`: only what follows
    can tell that it was carried (`put`: by its result, not by its seconder). `leads`: it stands before its words;
    `states`: it is in a sentence that states what was done, without a word that decides. `set_apart`: a formal one
    that is a label, or that begins its paragraph; `in_quotes`: one that quotation marks enclose with its words.
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
    in_quotes: bool = False
    aside: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a paragraph that decides, from `start` to `end` of its raw text."""

    start: int
    end: int
    marker: Marker


def decisions_in(raw: str, *, leads_on: bool = True) -> Iterator[Found]:
    """The parts of a paragraph that decide, in order; `leads_on`: what a marker at its end decides may be the next."""
    formal, is_quoted = list(formal_markers(raw)), quotations(raw)
    at = 0
    for index, one in enumerate(formal):
        if not leads_on and one.start > at and not one.stopped and not _WORDS.search(raw, one.end):
            yield from _agreed_last(raw, at, one)
            return
        yield from _in_sentences(raw, at, one.start, is_quoted, leads_on=True)
        bound = formal[index + 1].start if index + 1 < len(formal) else len(raw)
        end = _formal_end(raw, one, bound)
        begin, carriage = behind_movers(raw, one.end, end)
        begin = _past_quote(raw, begin, end)
        closed = _closing(raw, begin, end) if one.in_quotes else None
        stop = closed or (words_end if one.in_sentence else before_carriage)(raw, begin, end)
        marker = Marker(
            printed=one.text,
            kind=one.kind,
            start=begin,
            end=stop,
            form=one.form,
            carriage=carriage.beside(Carriage(vote=read_vote(raw[stop:end]))) if stop else carriage,
            result=Result.LOST if one.rejects else None,
            alone=one.only_moves,
            leads=True,
            set_apart=one.form is Form.FORMAL and not one.in_sentence and not one.only_moves,
            in_quotes=one.in_quotes,
            aside=one.aside,
            outcome=one.outcome,
        )
        yield Found(one.start, end, marker)
        at = end
    yield from _in_sentences(raw, at, len(raw), is_quoted)


def _agreed_last(raw: str, at: int, one: Printed) -> Iterator[Found]:
    """What a marker alone behind the last sentence of a paragraph agrees to ("The sign be mended. RESOLVED")."""
    *before, last = sentences(raw, at, one.start)
    if before:
        yield from _in_sentences(raw, at, before[-1][1], quotations(raw))
    if found := next(_in_sentence(raw, *last), None) or agreed_to(raw, *last, one.text):
        yield replace(found, end=len(raw))


def behind_movers(raw: str, at: int, end: int) -> tuple[int, Carriage]:
    """Where the words begin behind a marker, and who moved: "RESOLVED, on the motion of A, that …"."""
    lead = _MOVED_FIRST.match(raw, at, end)
    for pattern in (ON_PROPOSAL, PASSIVE) if lead else ():
        found = pattern.match(raw, lead.end() if lead else at, end)
        if found and found["seconder"] and (that := _THAT.match(raw, found.end(), end)):
            return that.end(), Carriage(found["mover"].strip(" .,"), found["seconder"].strip(" .,"))
    did = DID.match(raw, at + len(raw[at:end]) - len(raw[at:end].lstrip(" ,:")), end)
    if did and (that := _THAT.match(raw, did.end(), end)):
        return that.end(), Carriage(did["mover"].strip(" .,"), did["seconder"].strip(" .,"))
    if aside := _ASIDE.match(raw, at, end):
        return aside.end(), read_carriage(aside.group().strip(" ,:()[]–-"))
    return at, Carriage()


_QUOTED = re.compile(r"""[\s*]*(?P<mark>[“"])(?=\s?(?:[Tt]hat|THAT|[Tt]o)\b)""")
_CLOSING = {"“": "”", '"': '"'}


def _past_quote(raw: str, begin: int, end: int) -> int:
    """Where the words begin that quotation marks enclose to the end of a sentence; `begin` where none do."""
    opened = _QUOTED.match(raw, begin, end)
    if opened is None or raw[opened.end() : end].count(_CLOSING[opened["mark"]]) != 1:
        return begin
    return opened.end() if raw[:end].rstrip(" .,;").endswith(_CLOSING[opened["mark"]]) else begin


def _closing(raw: str, begin: int, end: int) -> int | None:
    """Where the quotation ends that encloses the words from `begin` on."""
    return max(raw.rfind('"', begin, end), raw.rfind("”", begin, end), 0) or None


def _formal_end(raw: str, marker: Printed, bound: int) -> int:
    """Where the part ends that a formal marker begins: with its sentence, or before what tells how it was carried."""
    end = bound
    for index, (start, stop) in enumerate(sentences(raw, marker.end, bound)):
        if index == 0 and marker.in_sentence:
            return stop
        text = " ".join(raw[start:stop].split())
        if index and (says_only_how(text) or acts(text)):
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
        if before and _agrees_to(text, raw[slice(*before)]):
            one = agreed_to(raw, *before, text.strip(" .*_()"))
            found = [replace(one, end=stop)] if one else []
        elif before is None and start > begin and says_only_how(text):
            continue  # of the decision before it
        else:
            found = [one for one in _in_sentence(raw, start, stop) if not is_quoted(one.start)]
        yield from found
        before = None if found else (start, stop)


def _agrees_to(text: str, before: str) -> bool:
    """Whether a sentence agrees to the one before it, or says who moved that, where it tells nothing else."""
    moved = names_movers_alone(text) or is_so_moved(text)
    return bool(ALONE.match(text)) or (moved and not TELLS.search(before))


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
                told = result_told(match["printed"])
                deferred = told if told is not Result.CARRIED else None
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
        begin, moved = behind_movers(raw, lead.end, bound)
        stop = words_end(raw, begin, bound)
        before = read_carriage(" ".join(raw[start : lead.start].split())) if index == 0 else Carriage()
        tail = " ".join(raw[stop:bound].split())
        carriage = moved.beside(before).beside(read_carriage(tail)).beside(read_carriage(lead.printed))
        kind = _KIND.get(lead.verb, "agreed")
        result = Result.LOST if lead.verb.startswith("not ") else result_told(tail)
        yield Found(
            lead.start,
            bound,
            Marker(lead.printed, kind, begin, stop, Form.PROSE, carriage, result, leads=True),
        )


def _proposed(raw: str, one: Proposal) -> Found:
    begin, end = one.words or (one.start, one.end)
    stop = words_end(raw, begin, end)
    tail = " ".join(raw[stop : one.end].split())
    carriage = Carriage(one.mover, one.seconder).beside(read_carriage(tail))
    result = result_told(tail) or (result_told(raw[one.start : begin]) if begin > one.start else None)
    if result is None and _DONE.search(raw[begin:stop]):
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
    least = 2 if asked and asked.start() == start else _LEAST_WORDS  # "Motion to adjourn."
    if len(raw[begin:stop].split()) < least or raw[start:end].rstrip().endswith("?"):
        return None
    return Found(start, end, Marker(printed, "agreed", begin, stop, Form.PROSE, carriage))
