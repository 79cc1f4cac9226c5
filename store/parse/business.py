"""The business of a meeting: its headings, what stands under each, and what that decides."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.model import PageKind
from store.parse.by_hand.by_hand import NOTHING, ByHand
from store.parse.decisions.body import Body, Page, read_body
from store.parse.decisions.markers import formal_markers, has_marker, sets_apart
from store.parse.decisions.titled import decided_in_title
from store.parse.front import Front
from store.parse.items.headings import Heading, untitled
from store.parse.page.lines import Line
from store.parse.page.sections import is_divided
from store.parse.page.wrapping import join_lines

_FEWEST_APART = 3  # items whose decisions are set apart, in minutes that set all apart
_AGENDA = re.compile(r"agenda\s(?:and|&)\s(?:decisions|reports|papers)", re.IGNORECASE)  # its minutes may stand in it
_OF_SITE = re.compile(r"agenda(?:,|\s(?:and|&))\s(?:draft\s|decisions\s|and\s){0,3}minutes", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Business:
    """The headings of a meeting's items, the lines under each and what they hold, one for one.

    `front` is what is left of the front when business that stands in it is taken out; `minuted` says that it is
    minutes, and not an agenda.
    """

    headings: Sequence[Heading]
    under: Sequence[Sequence[Line]]
    bodies: Sequence[Body]
    front: Front
    minuted: bool


def read_business(
    kind: PageKind,
    headings: Sequence[Heading],
    front: Front,
    told: Sequence[Line],
    lines: Sequence[Line],
    *,
    agenda: bool,
    hand: ByHand = NOTHING,
) -> Business:
    """What the items of a page of that kind decide; `told` stands before them, `agenda` says its heading is of one.

    `hand` is what a person says of decisions.
    """
    under = [join_lines(body) for body in _bodies(headings, lines)]
    page = _page(kind, under, told, front, is_divided(lines, len(headings)), agenda=agenda)
    if hand:
        by_hand = any(hand.decides(line.span) for body in (*under, told) for line in body)
        page = replace(page, hand=hand, minuted=page.minuted or by_hand)
    bodies = [read_body(body, page, last=index == len(under) - 1) for index, body in enumerate(under)]
    if kind is PageKind.MINUTES and page.minuted:
        for heading, body in zip(headings, bodies, strict=True):
            if heading.words:
                body.resolutions[:0] = decided_in_title(heading.words)
    business = Business(headings, under, bodies, front, page.minuted)
    return _with_untitled(business, told, kind, page)


def _page(
    kind: PageKind, under: Sequence[Sequence[Line]], told: Sequence[Line], front: Front, sections: bool, *, agenda: bool
) -> Page:
    """What the reading of each item must know of the page."""
    formal = any(has_marker(body) for body in (*under, told))
    of_agenda = agenda or (formal and any(_AGENDA.fullmatch(line.text) for line in front.opening))
    minuted = kind is not PageKind.MINUTES or not of_agenda or sections or _decides((*under, told))
    loses = kind is not PageKind.MINUTES or sections or any(_OF_SITE.fullmatch(line.text) for line in front.opening)
    return Page(sections, prose=not formal, minuted=minuted, apart=_sets_apart((*under, told)), loses=loses)


def _with_untitled(business: Business, told: Sequence[Line], kind: PageKind, page: Page) -> Business:
    """`business`, and what the document sets apart by no heading: an item without number and title."""
    front = business.front
    decided = not business.headings and not told and has_marker(front.opening)  # words that decide, and nothing else
    told = front.opening if decided else told
    found = read_body(told, page, last=not business.headings) if told else None
    if found is None or (not found.resolutions and kind is PageKind.MINUTES):
        return business
    return replace(
        business,
        headings=(untitled(told[0].span.start), *business.headings),
        under=[list(told), *business.under],
        bodies=[found, *business.bodies],
        front=replace(front, spoken=(), opening=() if decided else front.opening),
    )


def _bodies(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines under each heading, up to the next."""
    starts = [line.span.start for line in lines]
    ends = [*(heading.start for heading in headings), math.inf][1:]
    for heading, end in zip(headings, ends, strict=True):
        under = lines[bisect_left(starts, heading.end) : bisect_left(starts, end)]
        yield [heading.run_in, *under] if heading.run_in else list(under)


def _sets_apart(bodies: Iterable[Sequence[Line]]) -> bool:
    """Whether the items that decide something mostly set it apart by a formal marker."""
    apart = sum(any(sets_apart(line.words.raw) for line in body) for body in bodies)
    return apart >= _FEWEST_APART


def _decides(bodies: Iterable[Sequence[Line]]) -> bool:
    """Whether a formal marker stands in any of `bodies` that is no recommendation, as an agenda has."""
    texts = (line.words.raw for body in bodies for line in body)
    return any(marker.kind != "recommended" for text in texts for marker in formal_markers(text))
