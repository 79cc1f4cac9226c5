"""The corrections of one document at their places in its text, asked for by where they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from store.corrections.correction import Correction, CorrectionKind, place_in
from store.model import Document, Doubt, Span

_ROLES = (CorrectionKind.ATTENDANCE, CorrectionKind.FURNITURE, CorrectionKind.NOTE)
_DECIDES = (CorrectionKind.DECISION, CorrectionKind.BEGINS, CorrectionKind.ENDS)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Corrections in the order of their places, found by what they touch."""

    all: tuple[Correction, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()  # the furthest that those up to each one reach

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> "Stretches":
        """These corrections, sorted."""
        ordered = tuple(sorted(corrections, key=lambda one: one.span))
        ends = tuple(accumulate((one.span.end for one in ordered), max))
        return cls(ordered, tuple(one.span.start for one in ordered), ends)

    def touching(self, span: Span) -> Iterator[Correction]:
        """Those that have a character in common with `span`, the last first."""
        at = bisect_left(self.starts, span.end) - 1
        while at >= 0 and self.ends[at] > span.start:
            if self.all[at].span.end > span.start:
                yield self.all[at]
            at -= 1

    def within(self, span: Span) -> Sequence[Correction]:
        """Those that begin within `span`, in order."""
        return self.all[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


@dataclass(frozen=True, slots=True)
class ByHand:
    """What was put right in a document, by what is said; `doubts` are about what no longer fits its words."""

    said: dict[CorrectionKind, Stretches]
    doubts: tuple[Doubt, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.said or self.doubts)

    def all(self, *kinds: CorrectionKind) -> list[Correction]:
        """All that is said of this kind, in the order of the places."""
        found = [one for kind in kinds if kind in self.said for one in self.said[kind].all]
        return sorted(found, key=lambda one: one.span)

    def touching(self, span: Span, *kinds: CorrectionKind) -> Iterator[Correction]:
        """What is said of words of `span`."""
        for kind in kinds:
            if kind in self.said:
                yield from self.said[kind].touching(span)

    def is_said(self, span: Span, *kinds: CorrectionKind) -> bool:
        """Whether anything of this kind is said of words of `span`."""
        return any(True for _ in self.touching(span, *kinds))

    def within(self, span: Span, *kinds: CorrectionKind) -> list[Correction]:
        """What is said of words that begin within `span`."""
        found = [one for kind in kinds if kind in self.said for one in self.said[kind].within(span)]
        return sorted(found, key=lambda one: one.span)

    @property
    def has_roles(self) -> bool:
        """Whether lines are set aside."""
        return any(kind in self.said for kind in _ROLES)

    def decides(self, span: Span) -> bool:
        """Whether a person says that words of `span` decide."""
        return self.is_said(span, *_DECIDES)


NOTHING = ByHand({})


def placed(document: Document, corrections: Sequence[Correction]) -> ByHand:
    """`corrections` at their places in the document's text. One that does not fit its words is a doubt, and no more."""
    if not corrections:
        return NOTHING
    said: dict[CorrectionKind, list[Correction]] = {}
    doubts: list[Doubt] = []
    for one in corrections:
        span = place_in(document.text, one)
        if span is None:
            start = min(one.span.start, max(0, len(document.text) - 1))
            told = f"a correction no longer fits: “{one.words[:_SHOWN]}” does not stand here any more"
            doubts.append(Doubt(_UNFIT, Span(start, min(len(document.text), max(start + 1, one.span.end))), told))
            continue
        moved = span.start - one.span.start
        starts = tuple(start + moved for start in one.starts)
        said.setdefault(one.kind, []).append(replace(one, span=span, starts=starts))
    return ByHand({kind: Stretches.of(of_change) for kind, of_change in said.items()}, tuple(doubts))


def unsettled(doubts: Iterable[Doubt], hand: ByHand) -> tuple[Doubt, ...]:
    """The doubts about words of which no person has said what they are."""
    return tuple(doubt for doubt in doubts if doubt.kind == _UNFIT or not hand.is_said(doubt.span, *_OF_WORDS))


_UNFIT = "correction"
_OF_WORDS = tuple(kind for kind in CorrectionKind if not kind.of_meeting)
_SHOWN = 60  # characters of the words that are not found
