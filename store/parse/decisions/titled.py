"""Decisions told where a title stands: "3. The minutes of 4 May were approved and signed."."""

from collections.abc import Iterator

from store.model import Resolution
from store.parse.decisions.pieces import divide
from store.parse.decisions.prose import is_ended
from store.parse.decisions.resolutions import read_resolution
from store.parse.page.lines import Line
from store.parse.page.passage import Passage


def decided_in_title(words: Passage) -> Iterator[Resolution]:
    """The decisions of a heading that is a sentence; what is moved in one names business, and decides nothing."""
    if not is_ended(words.text):
        return
    pieces = divide([Line(words, gap=False)])
    at = 0
    while at < len(pieces):
        marker = pieces[at].marker
        if marker is None or marker.moved:
            at += 1
            continue
        resolution, at = read_resolution(pieces, at)
        if resolution:
            yield resolution
