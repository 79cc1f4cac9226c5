"""What a person says of decisions: where they begin and end, what are none, which clauses they have."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.corrections.correction import CorrectionKind
from store.model import Clause, Form, Paragraph, Resolution, Span
from store.parse.by_hand.by_hand import ByHand
from store.parse.decisions.bare import numbering_of
from store.parse.decisions.decided_words import Marker
from store.parse.decisions.outcomes import read_outcomes, read_targets
from store.parse.decisions.pieces import Piece
from store.parse.decisions.resolutions import read_resolution, resolution_paragraph
from store.parse.page.passage import Passage, together
from store.text.labels import read_label

_CUT_AT_START = (CorrectionKind.DECISION, CorrectionKind.BEGINS, CorrectionKind.NO_DECISION, CorrectionKind.LIST)
_CUT_AT_END = (CorrectionKind.DECISION, CorrectionKind.ENDS, CorrectionKind.LIST)


@dataclass(frozen=True, slots=True)
class Decided:
    """The pieces of an item, cut where a person says that decisions begin and end.

    `ends` has the end of each that begins by hand, None where the reader finds it; `none` are the pieces with which no
    decision begins; `bounds` are the places behind pieces that end one.
    """

    pieces: list[Piece]
    hand: ByHand
    ends: dict[int, int | None] = field(default_factory=dict)
    none: frozenset[int] = frozenset()
    bounds: tuple[int, ...] = ()

    def begins(self, at: int) -> bool:
        """Whether a person says that a decision begins with a piece."""
        return at in self.ends

    def read(self, at: int) -> tuple[Resolution | None, int]:
        """The decision that begins with a piece, and the first piece after it; as `read_resolution`."""
        resolution, found = read_resolution(self.pieces, at)
        end = self.ends.get(at) or self._bound(at, found)
        span = Span(self.pieces[at].words.span.start, self.pieces[(end or found) - 1].words.span.end)
        told = self.hand.within(span, CorrectionKind.CLAUSES, CorrectionKind.LIST) if self.hand else []
        if not told and (end in (None, found)) and (resolution or at not in self.ends):
            return _unmarked(resolution), found
        if end is None:
            inside = _within(self.pieces, told[0].span) if told else []
            end = max(found, at + 1, *(one + 1 for one in inside[-1:]))
        return _unmarked(_made(self.pieces[at:end], resolution, told[0].starts if told else None)), end

    def _bound(self, at: int, found: int) -> int | None:
        """Where a person says that the decision ends that begins with a piece: before the next one begins."""
        place = bisect_right(self.bounds, at)
        if place == len(self.bounds):
            return None
        end = self.bounds[place]
        between = range(at + 1, end)
        decides = any(one in self.ends or (self.pieces[one].marker and one not in self.none) for one in between)
        return None if decides and end > found else end


def decided(pieces: Sequence[Piece], hand: ByHand) -> Decided:
    """The pieces of an item, with what a person says of the decisions among them."""
    if not pieces or not hand:
        return Decided(list(pieces), hand)
    whole = Span(pieces[0].words.span.start, pieces[-1].words.span.end)
    cuts = {one.span.start for one in hand.touching(whole, *_CUT_AT_START)}
    cuts |= {one.span.end for one in hand.touching(whole, *_CUT_AT_END)}
    cuts |= {start for one in hand.touching(whole, CorrectionKind.CLAUSES) for start in one.starts}
    parts = [part for piece in pieces for part in _cut(piece, sorted(cuts))]
    ends: dict[int, int | None] = {}
    for one in hand.touching(whole, CorrectionKind.DECISION, CorrectionKind.BEGINS):
        inside = _within(parts, one.span)
        if inside:
            ends[inside[0]] = inside[-1] + 1 if one.kind is CorrectionKind.DECISION else None
    none = {at for one in hand.touching(whole, CorrectionKind.NO_DECISION) for at in _within(parts, one.span)} - set(
        ends
    )
    closing = (one.span for one in hand.touching(whole, CorrectionKind.ENDS, CorrectionKind.LIST))
    bounds = sorted({inside[-1] + 1 for span in closing if (inside := _within(parts, span))})
    held = [_marked(piece, begins=at in ends, none=at in none) for at, piece in enumerate(parts)]
    for begin, end in ends.items():  # within a decision no other begins
        for at in range(begin + 1, end or begin + 1):
            held[at] = replace(held[at], marker=None)
    return Decided(held, hand, ends, frozenset(none), tuple(bounds))


def _within(pieces: Sequence[Piece], span: Span) -> list[int]:
    """The pieces that have words of `span`."""
    return [
        at for at, piece in enumerate(pieces) if piece.words.span.start < span.end and piece.words.span.end > span.start
    ]


def _marked(piece: Piece, *, begins: bool, none: bool) -> Piece:
    """A piece as a person says that it decides, or that it does not."""
    if none:
        return replace(piece, marker=None)
    if not begins or piece.marker:
        return piece
    form = Form.BARE if piece.opens else Form.PROSE
    return replace(piece, marker=Marker("", "resolved", 0, form=form, leads=True))


def _cut(piece: Piece, cuts: Sequence[int]) -> Iterable[Piece]:
    """A piece divided at places of the document; a marker goes with the words that it decides."""
    words, marker = piece.words, piece.marker
    decides = marker.start if marker else 0
    inside = [words.raw_at(cut) for cut in cuts if words.span.start < cut < words.span.end]
    if marker and marker.end and any(decides < at < marker.end for at in inside):
        inside = sorted([*inside, marker.end])  # what carried it is no clause
    edges = [0, *(at for at in dict.fromkeys(inside) if at > decides), len(words.raw)]
    for start, end in pairwise(edges):
        part = words.part(start, end)
        if part is None:
            continue
        last = end == len(words.raw)
        of_part = _marker_within(marker, end) if start == 0 and marker else None
        line = replace(piece.line, words=part, cut=piece.line.cut and last)
        yield Piece(line, of_part, opens=piece.opens and start == 0)


def _marker_within(marker: Marker, end: int) -> Marker:
    return replace(marker, end=None) if marker.end is None or marker.end >= end else marker


def _unmarked(resolution: Resolution | None) -> Resolution | None:
    """A decision that begins by hand has no marker that is printed."""
    return replace(resolution, marker=None) if resolution and resolution.marker == "" else resolution


def _made(inside: Sequence[Piece], as_read: Resolution | None, starts: Sequence[int] | None) -> Resolution:
    """The decision that all of these pieces are; mover, seconder and vote as the reader found them."""
    alone, end = read_resolution(inside, 0) if starts is None else (None, 0)
    if alone is None or end < len(inside):
        alone = _of_all(inside, starts)
    if as_read is None:
        return alone
    told = replace(
        as_read, intro=alone.intro, clauses=alone.clauses, following=alone.following, complete=alone.complete
    )
    return replace(told, span=alone.span)


def _of_all(inside: Sequence[Piece], starts: Sequence[int] | None) -> Resolution:
    """A decision of all words of these pieces: with the clauses that begin at `starts`, else at their labels."""
    marker = inside[0].marker
    decided_words = inside[0].decided
    words = [*([decided_words] if decided_words else []), *(piece.words for piece in inside[1:])]
    words = words or [inside[0].words]
    announced = marker.outcome if marker else None
    intro, groups = _grouped(words, starts)
    return Resolution(
        marker=marker.printed if marker else None,
        kind=marker.kind if marker else "resolved",
        intro=intro,
        clauses=tuple(_clause(group, announced, labelled=starts is None or bool(starts)) for group in groups),
        span=Span(inside[0].words.span.start, inside[-1].words.span.end),
        complete=not any(piece.line.cut for piece in inside),
        form=marker.form if marker else Form.BARE,
    )


def _grouped(words: Sequence[Passage], starts: Sequence[int] | None) -> tuple[str | None, list[list[Passage]]]:
    """What stands before the first clause, and the passages of each clause."""
    if starts is None:
        numbering = next((found for one in words[:2] if (found := numbering_of(one))), None)
        begin = [at for at, one in enumerate(words) if numbering and _counts(one, numbering.enclosure)]
    else:
        begin = [at for at, one in enumerate(words) if one.span.start in starts]
    if not begin:
        return None, [list(words)]
    intro = " ".join(one.text for one in words[: begin[0]]) or None
    return intro, [list(words[one:two]) for one, two in pairwise([*begin, len(words)])]


def _counts(words: Passage, enclosure: str) -> bool:
    label = read_label(words.raw)
    return bool(label and label.figure and label.sign.replace(label.figure, "#") == enclosure)


def _clause(group: Sequence[Passage], announced: str | None, *, labelled: bool) -> Clause:
    """A clause of these passages: the first is its sentence, what has a label behind it a point of it."""
    label = read_label(group[0].raw) if labelled else None
    points: list[Paragraph] = []
    own = [group[0]]
    for passage in group[1:]:
        if labelled and (points or read_label(passage.raw)):
            points.append(resolution_paragraph(passage))
        else:
            own.append(passage)
    whole = together(own)
    words = whole.part(label.end) if label else whole
    text = words.text if words else ""
    numbering = numbering_of(group[0]) if label else None
    value = numbering.value(label) if numbering and label else None
    sign = label.sign if label else None
    return Clause(
        sign, value, text, whole.span, True, tuple(points), read_outcomes(text, announced), read_targets(text)
    )
