"""Paragraphs divided where something is decided: a piece decides, or it does not."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from store.model import Form, Result
from store.parse.decisions.agreement import agreements
from store.parse.decisions.ends import words_end
from store.parse.decisions.markers import Printed, formal_markers, quotations
from store.parse.decisions.motions import is_motion
from store.parse.decisions.proposals import Proposal, names_movers_alone, proposals
from store.parse.decisions.results import result_told, tells_result
from store.parse.decisions.sentences import sentences
from store.parse.decisions.trailing import ALONE, ASKED, BEHIND, NOT_BEHIND, NOT_STATED, STATED, TELLS
from store.parse.decisions.votes import MOVERS, Carriage, read_carriage, tells_only_carriage
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together
from store.text.labels import read_label

_KIND = {"resolved": "resolved", "penderfynwyd": "resolved", "decided": "decided", "recommended": "recommended"}
_HINT = re.compile(
    r"agree|decid|resol|noted|vot|carried|approv|accept|authori|elect|appoint|adopt|support|determin|recommend|decision|propos"
    r"|mov|motion|nominat|defer|adjourn|postpon|held over|second|M/S|MS[ACP]\b|wyd\b|aíodh|rún|glac|correct",
    re.IGNORECASE,
)
_LONG = 40  # characters: what is shorter may be a heading
_LEAST_WORDS = 3  # of a sentence that is agreed to by the next


@dataclass(frozen=True, slots=True)
class Marker:
    """What decides in a piece: as `printed`, the `kind` of decision, and where in the piece's raw text its words are.

    `end` is None where they go to the piece's end. `moved`: it is a motion with its mover; `alone`: and only what follows
    can tell that it was carried (`put`: by its result, not by its seconder). `leads`: it stands before its words; `states`: it is in a sentence that
    states what was done, without a word that decides. `set_apart`: a formal one that is a label, or that
    begins its paragraph.
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
class Piece:
    """A paragraph, or a part of one: what decides with all its words, or what does not. `opens`: it begins its line."""

    line: Line
    marker: Marker | None
    opens: bool = True

    @property
    def words(self) -> Passage:
        return self.line.words

    @property
    def decided(self) -> Passage | None:
        """The words that the marker decides; all of them where there is none."""
        return self.words.part(self.marker.start, self.marker.end) if self.marker else self.words


@dataclass(frozen=True, slots=True)
class _Found:
    """A part of a paragraph that decides, from `start` to `end` of its raw text."""

    start: int
    end: int
    marker: Marker


def divide(lines: Iterable[Line]) -> list[Piece]:
    """Each line, divided where it decides, and before the sentences that tell how what was decided was carried."""
    pieces: list[Piece] = []
    for line in _closed(_joined(lines)):
        raw = line.words.raw
        if _HINT.search(raw):
            if pieces and _agrees(line.text) and (before := _agreed_before(pieces[-1], line)):
                pieces[-1:] = before
                continue
            pieces += _divided(line, list(_found(raw)))
        else:
            pieces.append(Piece(line, None))
    return pieces


_BROKEN = re.compile(r"\b(?:agreed|resolved|decided)\s+(?:that|to)\s*$", re.IGNORECASE)
_AWAITS = re.compile(
    r"\b(?:Councillors?|Cllrs?\.?|Comhairleoir|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|by|and|the|of|to|that|a|an)\s*$"
)
_BREAKS = re.compile(r"\bit\s+was\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided)\s*$", re.IGNORECASE)


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those joined of which the first breaks off: where what is agreed begins, or the next goes on below it."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif _breaks_off(held, line):
            held = replace(held, words=together([held.words, line.words]), cut=line.cut)
        else:
            yield held
            held = line
    if held:
        yield held


def _closed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, divided behind a motion in quotation marks that is closed before its line ends."""
    for line in lines:
        raw = line.words.raw
        close = raw.find("”") + 1 if is_motion(line.text) and raw.startswith("“") else 0
        rest = line.words.part(close + len(raw[close:]) - len(raw[close:].lstrip(" .;,"))) if close else None
        if rest is None or (motion := line.words.part(0, close)) is None:
            yield line
        else:
            yield replace(line, words=motion, cut=False)
            yield replace(line, words=rest, gap=False)


def _breaks_off(line: Line, following: Line) -> bool:
    if _BROKEN.search(line.words.raw[-40:]):
        return True
    if _BREAKS.search(line.words.raw[-60:]) and following.words.raw[:1].islower():
        return True
    if line.wraps is not None:
        return False
    words, more = line.words.raw, following.words.raw
    if not following.gap and len(words) >= _LONG and _AWAITS.search(words[-20:]) and read_label(more) is None:
        return True
    in_sentence = len(words) >= _LONG and words[-1:].isalnum() and more[:1].islower() and not following.gap
    return in_sentence and read_label(more) is None


def _divided(line: Line, found: list[_Found]) -> Iterator[Piece]:
    """The pieces of a line of which some parts decide."""
    raw, at = line.words.raw, 0
    edges: list[tuple[int, int, Marker | None]] = []
    bounds = [*(one.start for one in found[1:]), len(raw)]
    for one, bound in zip(found, bounds, strict=False):
        if raw[at : one.start].strip():
            edges.append((at, one.start, None))
        edges.append((one.start, one.end, one.marker))
        at = one.end
        while behind := _carriage_at(raw, at, bound):
            edges.append((at, behind, None))
            at = behind
    edges += [(at, len(raw), None)] if raw[at:].strip() or not edges else []
    parted = [part for edge in edges for part in _before_movers(raw, *edge)]
    for start, end, marker in parted:
        words = line.words.part(start, end)
        if words is None:
            continue
        lead = len(raw[start:end]) - len(raw[start:end].lstrip())
        last = end == len(raw) or not raw[end:].strip()
        moved = marker and replace(
            marker, start=marker.start - start - lead, end=marker.end and marker.end - start - lead
        )
        yield Piece(replace(line, words=words, cut=line.cut and last), moved, opens=not raw[:start].strip())


def _before_movers(raw: str, start: int, end: int, marker: Marker | None) -> Iterator[tuple[int, int, Marker | None]]:
    """A part that does not decide, divided before a sentence that tells who moved."""
    edges = (
        [start, *(m.start() for m in MOVERS.finditer(raw, start, end) if m.start() > start), end]
        if not marker
        else [start, end]
    )
    for one, two in zip(edges, edges[1:], strict=False):
        yield one, two, marker


def _carriage_at(raw: str, at: int, bound: int) -> int | None:
    """The end of the sentence at a place in `raw` where it tells only how the decision before it was carried."""
    start, end = next(sentences(raw, at, bound), (at, at))
    text = " ".join(raw[start:end].split())
    return end if text and (tells_only_carriage(text) or tells_result(text) or ALONE.match(text)) else None


def _found(raw: str) -> Iterator[_Found]:
    """The parts of a paragraph that decide, in order."""
    formal, is_quoted = list(formal_markers(raw)), quotations(raw)
    at = 0
    for index, one in enumerate(formal):
        yield from _in_sentences(raw, at, one.start, is_quoted, leads_on=True)
        bound = formal[index + 1].start if index + 1 < len(formal) else len(raw)
        end = _formal_end(raw, one, bound)
        marker = Marker(
            printed=one.text,
            kind=one.kind,
            start=one.end,
            end=words_end(raw, one.end, end) if one.in_sentence else None,
            form=one.form,
            alone=one.only_moves,
            leads=True,
            set_apart=one.form is Form.FORMAL and not one.in_sentence and not one.only_moves,
            aside=one.aside,
            outcome=one.outcome,
        )
        yield _Found(one.start, end, marker)
        at = end
    yield from _in_sentences(raw, at, len(raw), is_quoted)


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
) -> Iterator[_Found]:
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
            one = _agreed(raw, *before, text.strip(" .*_()"))
            found = [replace(one, end=stop)] if one else []
        elif before is None and start > begin and (tells_only_carriage(text) or tells_result(text)):
            continue  # of the decision before it
        else:
            found = [one for one in _in_sentence(raw, start, stop) if not is_quoted(one.start)]
        yield from found
        before = None if found else (start, stop)


def _in_sentence(raw: str, start: int, end: int) -> Iterator[_Found]:
    """What one sentence decides."""
    leads = list(agreements(raw, start, end))
    moved = [one for one in proposals(raw, start, end) if one.words]
    if leads:
        yield from _agreements(raw, start, end, leads)
    elif moved:
        yield from (_proposed(raw, one) for one in moved)
    elif behind := BEHIND.search(raw, start, end):
        if one := _agreed(raw, start, behind.start(), " ".join(behind["printed"].split())):
            yield replace(one, end=end)
    elif refused := NOT_BEHIND.search(raw, start, end):
        if one := _agreed(raw, start, refused.start(), refused["printed"]):
            yield replace(one, end=end, marker=replace(one.marker, result=Result.LOST))
    else:
        for _, pattern, _ in STATED:
            begin = _past_lead(raw, start, end)
            if (match := pattern.match(raw, begin, end)) and not NOT_STATED.match(raw, match.end("printed"), end):
                stop = words_end(raw, begin, end)
                carriage = read_carriage(" ".join(raw[stop:end].split()))
                deferred = Result.DEFERRED if result_told(match["printed"]) is Result.DEFERRED else None
                marker = Marker(match["printed"], "agreed", begin, stop, Form.PROSE, carriage, deferred, states=True)
                yield _Found(start, end, marker)
                return


_LEAD = re.compile(r"[|\s]*(?:[A-Z][^.;:|]{0,50}?\s?(?::|\s[-–—])[|\s]+(?=[A-Z])){0,3}")


def _past_lead(raw: str, start: int, end: int) -> int:
    """Where a sentence begins behind the words that name its subject ("Accounts: The accounts …")."""
    match = _LEAD.match(raw, start, end)
    return match.end() if match else start


def _agreements(raw: str, start: int, end: int, leads: list) -> Iterator[_Found]:  # type: ignore[type-arg]
    for index, lead in enumerate(leads):
        bound = leads[index + 1].start if index + 1 < len(leads) else end
        stop = words_end(raw, lead.end, bound)
        before = read_carriage(" ".join(raw[start : lead.start].split())) if index == 0 else Carriage()
        tail = " ".join(raw[stop:bound].split())
        carriage = before.beside(read_carriage(tail)).beside(read_carriage(lead.printed))
        kind = _KIND.get(lead.verb, "agreed")
        result = Result.LOST if lead.verb.startswith("not ") else result_told(tail)
        yield _Found(
            lead.start,
            bound,
            Marker(lead.printed, kind, lead.end, stop, Form.PROSE, carriage, result, leads=True),
        )


def _proposed(raw: str, one: Proposal) -> _Found:
    begin, end = one.words or (one.start, one.end)
    stop = words_end(raw, begin, end)
    tail = " ".join(raw[stop : one.end].split())
    carriage = Carriage(one.mover, one.seconder).beside(read_carriage(tail))
    result = result_told(tail)
    alone = one.alone and result is None
    return _Found(
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


def _agreed(raw: str, start: int, end: int, printed: str) -> _Found | None:
    """A sentence that was agreed to by what follows it; None where it says too little."""
    asked = ASKED.search(raw, start, end)
    begin = asked.end() if asked else start
    stop = words_end(raw, begin, end)
    carriage = read_carriage(printed)
    if len(raw[begin:stop].split()) < _LEAST_WORDS or raw[start:end].rstrip().endswith("?"):
        return None
    return _Found(start, end, Marker(printed, "agreed", begin, stop, Form.PROSE, carriage))


def _agrees(text: str) -> bool:
    """Whether a paragraph only agrees to the one before it, or says who proposed and seconded that."""
    return bool(ALONE.match(text)) or (text.endswith((".", "all", "agreed", "carried")) and names_movers_alone(text))


def _agreed_before(piece: Piece, agreement: Line) -> list[Piece]:
    """The paragraph before one that agrees to its last sentence, divided; nothing where it decides already."""
    if piece.marker or tells_only_carriage(piece.words.text):
        return []
    if not ALONE.match(agreement.text) and TELLS.search(piece.words.text):
        return []
    raw = piece.words.raw
    *_, last = sentences(raw)
    one = _agreed(raw, *last, agreement.text.strip(" .*_"))
    if one is None:
        return []
    *before, agreed = _divided(piece.line, [one])
    words = together([agreed.words, agreement.words])
    return [*before, replace(agreed, line=replace(agreed.line, words=words, cut=agreement.cut))]
