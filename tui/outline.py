"""Going along the outline of a meeting."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.views.view_lines import MeetingView


def resolution_beside(view: "MeetingView", place: str, step: int) -> str | None:
    """The permalink of the next resolution (`step` 1) or the one before (-1), seen from any place of the meeting.

    None where there is no more. A place inside a resolution is seen from that resolution.
    """
    order = list(_places(view))
    here = next((index for index, (permalink, _) in enumerate(order) if permalink == place), 0)
    own = order[here][1]
    ahead = order[here + 1 :] if step > 0 else order[:here][::-1]
    return next((resolution for _, resolution in ahead if resolution not in (None, own)), None)


def places(view: "MeetingView") -> Iterator[str]:
    """The permalink of every place of the meeting, in order, each once: a clause may be all of its resolution."""
    return iter(dict.fromkeys(permalink for permalink, _ in _places(view)))


def _places(view: "MeetingView") -> Iterator[tuple[str, str | None]]:
    """Every place of the meeting in order, with the resolution that it is or is in."""
    yield view.line.permalink, None
    for item in view.items:
        yield item.permalink, None
        for resolution in item.resolutions:
            yield resolution.permalink, resolution.permalink
            for clause in resolution.clauses:
                yield clause.permalink, resolution.permalink
