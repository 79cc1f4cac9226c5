"""Which of the pieces of an item decide, when all of them are known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.model import Form, Result
from store.parse.decisions.pieces import Piece

_RECORD = re.compile(r"\b(?:minutes|notes|record)\b(?!.*\bagreed\b)", re.IGNORECASE)


def _is_record(piece: Piece) -> bool:
    """Whether a statement is that of minutes that were approved or signed."""
    return bool(_RECORD.search(piece.words.text))


def settled(pieces: Sequence[Piece], *, formally: bool = False) -> Iterator[Piece]:
    """`pieces` of one item, of which those decide no more that only tell how it came to what is decided formally.

    Minutes that set their decisions apart ("RESOLVED:" on a line) tell before it who moved what, and what was agreed in
    the talk: the motion is the one that is resolved then, and what was agreed inside a paragraph is discussion. What
    begins a paragraph decides there too. Where the document decides `formally`, "the minutes were approved" states.
    """
    formal = [at for at, piece in enumerate(pieces) if piece.marker and piece.marker.form is Form.FORMAL]
    apart = any(piece.marker and piece.marker.set_apart for piece in pieces)
    last = formal[-1] if formal else -1
    for at, piece in enumerate(pieces):
        marker = piece.marker
        if marker is None or marker.form is not Form.PROSE or marker.result in (Result.LOST, Result.WITHDRAWN):
            yield piece
            continue
        resolved_then = marker.moved and at < last
        in_talk = apart and not (piece.opens and marker.leads)
        only_states = formally and marker.states and not marker.carriage.mover and _is_record(piece)
        yield replace(piece, marker=None) if resolved_then or in_talk or only_states else piece
