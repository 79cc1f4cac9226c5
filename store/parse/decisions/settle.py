"""Which of the pieces of an item decide, when all of them are known."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from store.model import Form, Result
from store.parse.decisions.decided_words import Marker
from store.parse.decisions.motions import is_motion
from store.parse.decisions.pieces import Piece
from store.parse.decisions.results import result_told, tells_result

_NOT_CARRIED = (Result.LOST, Result.WITHDRAWN)
_RECORD = re.compile(r"\b(?:minutes|notes|record)\b(?!.*\bagreed\b)", re.IGNORECASE)


def _is_record(piece: Piece) -> bool:
    """Whether a statement is that of minutes that were approved or signed."""
    return bool(_RECORD.search(piece.words.text))


def settled(pieces: Sequence[Piece], *, formally: bool = False, strictly: bool = False) -> Iterator[Piece]:
    """`pieces` of one item, of which those decide no more that only tell how it came to what is decided formally.

    Minutes that set their decisions apart ("RESOLVED:" on a line) tell before it who moved what, and what was agreed in
    the talk: the motion is the one that is resolved then, and what was agreed inside a paragraph is discussion. What
    begins a paragraph decides there too. Where the document decides `formally`, "the minutes were approved" states;
    where it does so `strictly`, in several items, so does any thing that "was approved".
    """
    last = _last(pieces, lambda marker: marker.form is Form.FORMAL and not marker.in_quotes)
    apart = _last(pieces, lambda marker: marker.set_apart)
    for at, piece in enumerate(pieces):
        marker = piece.marker
        if marker is None or marker.form is not Form.PROSE or marker.result in _NOT_CARRIED:
            yield piece
        elif marker.moved and (told := _told_behind(pieces, at)) in _NOT_CARRIED:
            yield replace(piece, marker=replace(marker, result=told))
        else:
            resolved_then = marker.moved and at < last
            in_talk = apart >= 0 and _is_in_talk(piece, marker, behind=at > apart)
            only_states = formally and _only_states(piece, marker, strictly=strictly)
            yield replace(piece, marker=None) if resolved_then or in_talk or only_states else piece


def _last(pieces: Sequence[Piece], of: Callable[[Marker], bool]) -> int:
    """The place of the last piece whose marker is such a one; -1 where none is."""
    return max((at for at, piece in enumerate(pieces) if piece.marker and of(piece.marker)), default=-1)


def _is_in_talk(piece: Piece, marker: Marker, *, behind: bool) -> bool:
    """Whether what was agreed is discussion, where decisions are set apart; `behind` them what is resolved is none."""
    return not (piece.opens and marker.leads) and not (behind and marker.kind == "resolved")


def _only_states(piece: Piece, marker: Marker, *, strictly: bool) -> bool:
    """Whether a sentence states that minutes, or `strictly` anything, were approved, and names no mover."""
    return marker.states and not marker.carriage.mover and (strictly or _is_record(piece))


def _told_behind(pieces: Sequence[Piece], at: int) -> Result | None:
    """What is told of the motion at a place before the next decision; None where nothing is."""
    for piece in pieces[at + 1 :]:
        if piece.marker or is_motion(piece.words.text):
            return None
        if tells_result(piece.words.text):
            return result_told(piece.words.text)
    return None
