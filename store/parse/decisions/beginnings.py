"""Where a resolution begins among the pieces of an item, behind a marker or without one."""

import re
from collections.abc import Sequence

from store.parse.decisions.bare import LISTED, begins_bare, is_bare, is_subjunctive
from store.parse.decisions.did_lists import leads_list
from store.parse.decisions.how_carried import tells_how
from store.parse.decisions.markers import is_decision_alone
from store.parse.decisions.motions import is_motion
from store.parse.decisions.pieces import Piece
from store.parse.decisions.results import tells_result
from store.parse.decisions.votes import tells_carried, tells_only_carriage
from store.text.labels import read_label
from store.text.sentences import sentences

_LEADS_ON = re.compile(r"\b(?:moved|proposed)\b[^.;]{3,160}\bseconded\b[^.;]{3,80}\band$", re.IGNORECASE)
_MOTION = re.compile(
    r"[“\"'‘]?(?:BE\sIT\sRESOLVED\s)?(?:THAT|That|that|TO|To|to)\b(?!\s(?:was|were|had|would|could|will|meant)\b)"
)
_GOES_ON = re.compile(r"(?:AND\b|and\b|FURTHER\b|BE\sIT\sFURTHER\b)")
_RECOMMENDS = re.compile(
    r"(?:(?:officers?|staff|management|administrat(?:ion|ive)|executive|director|report)(?:['’]s?)?\s)?recommend(?:ations?|s|ed)\s?[:–-]?",
    re.IGNORECASE,
)  # what stands under it is asked for, not decided
_LOOKED_PAST = 12  # paragraphs of a motion, between who moved it and its result


def begins_resolution(pieces: Sequence[Piece], index: int, *, bare: bool, loses: bool = False) -> bool:
    """Whether a resolution begins at a piece: after a marker, or as a bare motion ("That the minutes … be signed").

    A motion that is announced ("moved by A, seconded by B:") is decided when the next words say that it was carried.
    `bare`: the item has no marker, so that "That …" decides; and "the minutes … be signed" on a page that `loses` them.
    """
    if pieces[index].marker:
        return True
    text = pieces[index].words.text
    if is_decision_alone(text):
        return True
    if bare and (_begins_bare(pieces, index) or (loses and _is_left(pieces, index))):
        return True
    if _is_told_around(pieces, index):
        return True
    if not is_bare(text.lstrip("“\"'‘")):
        return False
    before = pieces[index - 1].words.text if index else ""
    if _RECOMMENDS.fullmatch(before):
        return False
    if is_motion(text):
        return tells_only_carriage(before) or _is_carried_behind(pieces, index)
    if before.endswith((":", ":-")) or tells_only_carriage(before):
        return _is_carried_behind(pieces, index)
    return bare


def is_moved(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is a motion of which it is told who moved it, or that it was decided."""
    marker = pieces[index].marker
    if marker is None:
        return _is_put(pieces, index)
    return marker.carriage.mover is not None or marker.leads


def _is_told_around(pieces: Sequence[Piece], index: int) -> bool:
    """Whether what stands before or behind a piece says that it is decided: who moved it, its list, its result."""
    text = pieces[index].words.text
    if index and _LEADS_ON.search(pieces[index - 1].words.text) and LISTED.match(text):
        return True
    if index + 1 < len(pieces) and leads_list(text, pieces[index + 1].words.raw):
        return True
    return _is_put(pieces, index) or (is_motion(text) and _is_carried_behind(pieces, index))


def _is_put(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a motion stands alone between who moved it and what says that it was carried or lost.

    What goes on in between are its own clauses ("AND FURTHER THAT …", "2. …").
    """
    if (
        not index
        or not _MOTION.match(pieces[index].words.text)
        or not tells_only_carriage(pieces[index - 1].words.text)
    ):
        return False
    for piece in pieces[index + 1 : index + 1 + _LOOKED_PAST]:
        text = piece.words.text
        if piece.marker:
            return False
        if any(tells_carried(said) or tells_result(said) for said in said_in(text)):
            return True
        if not (_GOES_ON.match(text) or read_label(piece.words.raw) or tells_only_carriage(text)):
            return False
    return False


def _begins_bare(pieces: Sequence[Piece], index: int) -> bool:
    """Whether clauses without a marker begin at a piece."""
    before = pieces[index - 1].words if index else None
    behind = pieces[index + 1].words if index + 1 < len(pieces) else None
    return begins_bare(pieces[index].words, before, behind)


def _is_left(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is what a page left of a decision whose marker it lost, and no entry of a list that is led."""
    leads = index > 0 and pieces[index - 1].words.text.endswith((":", "-", "–"))
    return not leads and is_subjunctive(pieces[index].words)


def _is_carried_behind(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the words behind a motion say what became of it."""
    if index + 1 == len(pieces) or pieces[index + 1].marker:
        return False
    behind = pieces[index + 1].words.text
    return tells_how(behind)


def said_in(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end] for start, end in sentences(text)]
