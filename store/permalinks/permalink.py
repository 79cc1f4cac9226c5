"""The lasting name of a place in the minutes: `eastmarsh/cypsg/2021-05-10/22/r1/(ii)` and back."""

import re
from dataclasses import dataclass, replace

from store.errors import NotFound

DAY = re.compile(r"(\d{4}-\d{2}-\d{2}|undated)(-\d+)?")
_RESOLUTION = re.compile(r"[rR]([1-9]\d*)")
_SHAPE = "council/committee/2021-03-02/18/r1/(iv)"


@dataclass(frozen=True, slots=True)
class Permalink:
    """A meeting, or an item, a resolution or a clause of it: each needs what stands before it.

    `council` is None where nobody has told it. `day` is "2021-03-02", "2021-03-02-2" for a second meeting on that day,
    "undated" where the document has no date. `resolution` counts from 1 in its item.
    """

    council: str | None
    committee: str
    day: str
    number: str | None = None
    resolution: int | None = None
    clause: str | None = None

    def __str__(self) -> str:
        resolution = None if self.resolution is None else f"r{self.resolution}"
        parts = (self.council, self.committee, self.day, self.number, resolution, self.clause)
        return "/".join(part for part in parts if part is not None)

    @property
    def meeting(self) -> "Permalink":
        """The meeting that this place lies in."""
        return replace(self, number=None, resolution=None, clause=None)


def parse(text: str) -> Permalink:
    """The `Permalink` that `text` writes. Raises `NotFound`, showing the shape, when it writes none."""
    parts = text.strip().strip("/").split("/")
    at = next((place for place in (1, 2) if place < len(parts) and DAY.fullmatch(parts[place])), None)
    if at is None or not all(parts) or len(parts) > at + 4:
        raise NotFound(f"“{text}” is not a permalink; one looks like {_SHAPE}.")
    number, resolution, clause = (*parts[at + 1 :], None, None, None)[:3]
    counted = _RESOLUTION.fullmatch(resolution) if resolution else None
    if resolution and not counted:
        raise NotFound(f"“{text}” is not a permalink: after the item comes r1, r2 …, as in {_SHAPE}.")
    return Permalink(
        council=parts[0] if at == 2 else None,
        committee=parts[at - 1],
        day=parts[at],
        number=number,
        resolution=int(counted.group(1)) if counted else None,
        clause=clause,
    )
