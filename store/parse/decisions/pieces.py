"""Paragraphs divided where something is decided: a piece decides, or it does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from store.parse.decisions.bare import UNMARKED
from store.parse.decisions.broken_lines import closed, joined
from store.parse.decisions.decided_words import Found, Marker, agreed_to, decisions_in
from store.parse.decisions.did_lists import listed
from store.parse.decisions.how_carried import says_only_how
from store.parse.decisions.markers import formal_markers
from store.parse.decisions.proposals import names_movers_alone
from store.parse.decisions.trailing import ALONE, TELLS
from store.parse.decisions.votes import MOVERS, tells_only_carriage
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together
from store.text.sentences import sentences

_HINT = re.compile(
    r"agree|decid|\bres|R\sE\sS|[AD]\s[GE]\s[RC]|noted|vot|carried|approv|accept|reject|authori|elect|appoint|adopt|support|determin|recommend|decision|consensus|outcome|birt\b|\w\s?/\s?[A-Z]"
    r"|propos|mov|motion|nominat|defer|adjourn|postpon|held over|second|M/S|MS[ACP]\b|wyd\b|odd y|aíodh"
    r"|rún|glac|correct|ratif",
    re.IGNORECASE,
)


_DECIDED_NEXT = re.compile(
    r"""[“"'‘(\s]*(?:that\b|to\b|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s|[•·*–-]\s)""", re.IGNORECASE
)
_FEWEST_WORDS = 3  # of a decision in a column of such: "Agreed." tells how it went
_THAT = re.compile(r"[.:;]\s+That\b")


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


def divide(lines: Iterable[Line]) -> list[Piece]:
    """Each line, divided where it decides, and before the sentences that tell how what was decided was carried."""
    pieces: list[Piece] = []
    whole = list(closed(joined(lines)))
    done = listed([line.text for line in whole], [line.words.raw for line in whole])
    for at, line in enumerate(whole):
        raw = line.words.raw
        if at in done or line.talk:
            pieces.append(Piece(line, None))
        elif _is_in_column(line, raw):
            pieces.append(Piece(line, Marker("", "decided", 0, leads=True, set_apart=True)))
        elif _HINT.search(raw):
            if pieces and _agrees(line.text) and (before := _agreed_before(pieces[-1], line)):
                pieces[-1:] = before
                continue
            leads_on = at + 1 < len(whole) and bool(_DECIDED_NEXT.match(whole[at + 1].words.raw))
            pieces += _divided(line, list(decisions_in(raw, leads_on=leads_on)))
        else:
            pieces.append(Piece(line, None))
    if any(piece.marker for piece in pieces):
        return pieces
    return [part for piece in pieces for part in _before_that(piece)]


def _is_in_column(line: Line, raw: str) -> bool:
    """Whether a line decides by the column that it stands in, with words of its own and no marker."""
    return line.decides and len(raw.split()) >= _FEWEST_WORDS and next(formal_markers(raw), None) is None


def _before_that(piece: Piece) -> Iterator[Piece]:
    """A paragraph divided before the sentence "That … be …" that ends it, where no marker is left to decide."""
    raw = piece.words.raw
    *_, (start, _) = sentences(raw) if _THAT.search(raw) else [(0, 0)]
    before, after = piece.words.part(0, start) if start else None, piece.words.part(start)
    if before is None or after is None or not UNMARKED.match(raw, start):
        yield piece
        return
    yield Piece(replace(piece.line, words=before, cut=False), None, piece.opens)
    yield Piece(replace(piece.line, words=after), None, opens=False)


def _divided(line: Line, found: list[Found]) -> Iterator[Piece]:
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
    for one, two in pairwise(edges):
        yield one, two, marker


def _carriage_at(raw: str, at: int, bound: int) -> int | None:
    """The end of the sentence at a place in `raw` where it tells only how the decision before it was carried."""
    start, end = next(sentences(raw, at, bound), (at, at))
    text = " ".join(raw[start:end].split())
    return end if text and (says_only_how(text) or ALONE.match(text)) else None


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
    one = agreed_to(raw, *last, agreement.text.strip(" .*_"))
    if one is None:
        return []
    *before, agreed = _divided(piece.line, [one])
    words = together([agreed.words, agreement.words])
    return [*before, replace(agreed, line=replace(agreed.line, words=words, cut=agreement.cut))]
