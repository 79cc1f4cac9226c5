"""Which of the pieces of an item decide, when all of them are known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.model import Form, Result
from store.parse.decisions.pieces import Piece


def settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """`pieces` of one item, of which those decide no more that only tell how it came to what is decided formally.

    Minutes that set their decisions apart ("RESOLVED:" on a line) tell before it who moved what, and what was agreed in
    the talk: the motion is the one that is resolved then, and what was agreed inside a paragraph is discussion. What
    begins a paragraph decides there too.
    """
    formal = [at for at, piece in enumerate(pieces) if piece.marker and piece.marker.form is Form.FORMAL]
    apart = any(piece.marker and piece.marker.set_apart for piece in pieces)
    last = formal[-1] if formal else -1
    for at, piece in enumerate(pieces):
        marker = piece.marker
        if marker is None or marker.form is not Form.PROSE:
            yield piece
        elif (marker.moved and at < last and marker.result not in (Result.LOST, Result.WITHDRAWN)) or (
            apart and not (piece.opens and marker.leads)
        ):
            yield replace(piece, marker=None)
        else:
            yield piece
