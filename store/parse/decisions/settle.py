"""Which of the pieces of an item decide, when all of them are known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.model import Form, Result
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
    begins a paragraph decides there too. Where the document decides `formally`, "the minutes were approved" states.
    """
    formal = [at for at, piece in enumerate(pieces) if piece.marker and piece.marker.form is Form.FORMAL]
    apart = max((at for at, piece in enumerate(pieces) if piece.marker and piece.marker.set_apart), default=-1)
    last = formal[-1] if formal else -1
    for at, piece in enumerate(pieces):
        marker = piece.marker
        if marker is None or marker.form is not Form.PROSE or marker.result in _NOT_CARRIED:
            yield piece
            continue
        if marker.moved and (told := _told_behind(pieces, at)) in _NOT_CARRIED:
            yield replace(piece, marker=replace(marker, result=told))
            continue
        resolved_then = marker.moved and at < last
        in_talk = apart >= 0 and not (piece.opens and marker.leads) and not (at > apart and marker.kind == "resolved")
        only_states = formally and marker.states and not marker.carriage.mover and (strictly or _is_record(piece))
        yield replace(piece, marker=None) if resolved_then or in_talk or only_states else piece


def _told_behind(pieces: Sequence[Piece], at: int) -> Result | None:
    """What is told of the motion at a place before the next decision; None where nothing is."""
    for piece in pieces[at + 1 :]:
        if piece.marker or is_motion(piece.words.text):
            return None
        if tells_result(piece.words.text):
            return result_told(piece.words.text)
    return None
