"""A mention in running text: a part of a citation, and what the parts say together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from store.model import Span
from store.verify.claim import Reference


class MentionPart(Enum):
    """What a mention says of a place."""

    PLACE = "a permalink, or a number"
    MINUTES = "that whole minutes are cited"
    DAY = "the day"
    YEAR = "only the year"
    COMMITTEE = "the committee"
    OWN_MEETING = "a council that meets itself, or whose the committee is"
    COUNCIL = "only the council"
    STRANGER = "a body that the store has nothing of"


@dataclass(frozen=True, slots=True)
class Mention:
    """A part of a citation, and where it stands."""

    span: Span
    said: Reference
    part: MentionPart

    @property
    def cites(self) -> bool:
        """Whether it begins a citation by itself."""
        return self.part in (MentionPart.PLACE, MentionPart.MINUTES)


def joined(mentions: Iterable[Mention]) -> Reference | None:
    """The parts of one citation, put together; None where they do not tell enough to look it up."""
    parts = [one.said for one in sorted(mentions, key=lambda one: one.span)]
    whole = Reference(", ".join(dict.fromkeys(part.printed for part in parts)))
    for part in parts:
        whole = replace(
            whole,
            permalink=whole.permalink or part.permalink,
            number=whole.number or part.number,
            labels=whole.labels or part.labels,
            first=whole.first or part.first,
            last=whole.last or part.last,
            hour=whole.hour or part.hour,
            committees=whole.committees or part.committees,
            unknown=whole.unknown or part.unknown,
        )
    tells = (whole.number, whole.first, whole.committees or whole.unknown)
    return whole if whole.permalink or sum(map(bool, tells)) > 1 else None
