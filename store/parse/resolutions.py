"""Resolutions and their clauses, out of the paragraphs of an item."""

import re
from collections.abc import Sequence

from store.model import Clause, Kind, Paragraph, Resolution, Span
from store.parse.labels import Numbering, read_label
from store.parse.markers import Piece
from store.parse.notes import is_note
from store.parse.outcomes import read_outcomes
from store.parse.passage import Passage
from store.parse.votes import Carriage, read_carriage, tells_only_carriage

_UNMARKED = re.compile(r"That\b[^.]*?\sbe\s")
_LOOKED_AHEAD = 3  # paragraphs between two clauses that belong to the first
_LONGEST_ENTRY = 80  # characters: what a list under a decision ("3 September 2019") is made of


class _Draft:
    """A clause while its points are gathered; without a numbering it is all of its resolution."""

    def __init__(self, words: Passage, cut: bool, numbering: Numbering | None = None) -> None:
        self.words = words
        self.cut = cut
        self.label = read_label(words) if numbering else None
        self.value = numbering.value(self.label) if numbering and self.label else None
        self.points: list[Paragraph] = []

    def finished(self) -> Clause:
        words = self.words.part(self.label.end) if self.label else self.words
        text = words.text if words else ""
        sign = self.label.sign if self.label else None
        return Clause(sign, self.value, text, self.words.span, not self.cut, tuple(self.points), read_outcomes(text))


def begins_resolution(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a resolution begins at a piece: after a marker, or as a bare motion ("That the minutes … be signed")."""
    if pieces[index].marker:
        return True
    announced = index > 0 and pieces[index - 1].words.text.endswith(":")
    return bool(_UNMARKED.match(pieces[index].words.text)) and not announced


def read_resolution(pieces: Sequence[Piece], index: int) -> tuple[Resolution | None, int]:
    """The resolution that begins at a piece, and the index of the first piece after it.

    None when a marker stands over no words, as where the source is cut after it: nothing is guessed.
    """
    opening, at = pieces[index], index + 1
    cut = opening.line.cut
    first = opening.after_marker
    if first is None and at < len(pieces) and not pieces[at].marker and not is_note(pieces[at].words):
        first, cut, at = pieces[at].words, pieces[at].line.cut, at + 1
    if first is None:
        return None, at
    intro: str | None = None
    following: list[Paragraph] = []
    if _numbering(first) is None and _opens_list(first, pieces, at):
        intro = first.text
        first, cut, at = pieces[at].words, pieces[at].line.cut, at + 1
    if numbering := _numbering(first):
        drafts, at = _clauses(_Draft(first, cut, numbering), numbering, pieces, at)
    else:
        drafts = [_Draft(first, cut)]
        following, at = _following(first, pieces, at)
    clauses = tuple(draft.finished() for draft in drafts)
    carriage = _carriage(pieces, index, at)
    resolution = Resolution(
        marker=opening.marker.printed if opening.marker else None,
        kind=opening.marker.kind if opening.marker else "resolved",
        intro=intro,
        clauses=clauses,
        span=Span(opening.words.span.start, pieces[at - 1].words.span.end),
        complete=not any(piece.line.cut for piece in pieces[index:at]),
        following=tuple(following),
        mover=carriage.mover,
        seconder=carriage.seconder,
        vote=carriage.vote,
    )
    return resolution, at


def _carriage(pieces: Sequence[Piece], index: int, at: int) -> Carriage:
    """How the resolution from `index` to before `at` was carried, by what stands after it and just before it."""
    carriage = Carriage()
    for piece in pieces[at:]:
        if piece.marker or not tells_only_carriage(piece.words.text):
            break
        carriage = carriage.beside(read_carriage(piece.words.text))
    return carriage.beside(read_carriage(pieces[index - 1].words.text)) if index else carriage


def resolution_paragraph(words: Passage) -> Paragraph:
    """A paragraph of a resolution, its label apart."""
    label = read_label(words)
    return words.paragraph(Kind.RESOLUTION, label.printed if label else None)


def _numbering(words: Passage) -> Numbering | None:
    """The numbering of the list of clauses that `words` begin, if they do."""
    label = read_label(words)
    return Numbering.begun_by(label) if label else None


def _opens_list(words: Passage, pieces: Sequence[Piece], at: int) -> bool:
    """Whether `words` are what stands before the first clause ("That Cabinet:")."""
    if at >= len(pieces) or pieces[at].marker or _numbering(pieces[at].words) is None:
        return False
    return not words.text.endswith((".", ";"))


def _clauses(first: _Draft, numbering: Numbering, pieces: Sequence[Piece], at: int) -> tuple[list[_Draft], int]:
    """The clauses from the first on, each with the points under it, and where they end."""
    drafts = [first]
    while at < len(pieces) and not pieces[at].marker and not is_note(pieces[at].words):
        current, piece = drafts[-1], pieces[at]
        label_here = read_label(piece.words)
        value = numbering.follows(label_here, current.value or 0) if label_here else None
        if label_here and value is not None:
            drafts.append(_Draft(piece.words, piece.line.cut, numbering))
        elif tells_only_carriage(piece.words.text):
            break
        elif label_here or _goes_on(numbering, current, pieces, at):
            current.points.append(resolution_paragraph(piece.words))
            current.cut = current.cut or piece.line.cut
        else:
            break
        at += 1
    return drafts, at


def _goes_on(numbering: Numbering, current: _Draft, pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next clause stands a little further on, so that what is between belongs to the current one."""
    for piece in pieces[at + 1 : at + 1 + _LOOKED_AHEAD]:
        if piece.marker:
            return False
        label = read_label(piece.words)
        if label and numbering.follows(label, current.value or 0) is not None:
            return True
    return False


def _following(first: Passage, pieces: Sequence[Piece], at: int) -> tuple[list[Paragraph], int]:
    """A list set under a decision of one sentence: a line that ends with a colon, if any, and its short entries."""
    begun = at
    if not first.text.endswith(":") and at < len(pieces) and pieces[at].words.text.endswith(":"):
        at += 1
    elif not first.text.endswith(":"):
        return [], begun
    entries = at
    while at < len(pieces) and not pieces[at].marker and not is_note(pieces[at].words):
        words = pieces[at].words
        if tells_only_carriage(words.text):
            break
        if len(words.text) > _LONGEST_ENTRY and not read_label(words):
            break
        at += 1
    if at == entries or any(piece.marker for piece in pieces[begun:at]):
        return [], begun
    return [resolution_paragraph(piece.words) for piece in pieces[begun:at]], at
