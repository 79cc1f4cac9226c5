"""A record made by hand, so that styles are tested without a store."""

from dataclasses import replace
from typing import Any, Final

from store.citation.record import CitedSource, Record

HERE: Final = Record(
    permalink="eastmarsh/hrg/2023-03-02/18/r1/(iv)",
    meeting="eastmarsh/hrg/2023-03-02",
    item="eastmarsh/hrg/2023-03-02/18",
    position=(3, 1, 4),
    council="Eastmarsh Borough Council",
    committee="Scrutiny Housing Repairs Group",
    abbreviation="HRG",
    town="Eastmarsh",
    date="2023-03-02",
    year="2022/23",
    number="18",
    title="Repairs Backlog",
    reference="8",
    label="(iv)",
    value=4,
    runs_on=True,
    status="unknown",
    confirmation=None,
    complete=True,
    decided="resolved",
    text="That the report be noted.",
    source=CitedSource("hrg.txt", "ab12", "text", 100, 125),
)
BODY: Final = "Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023"


def made(**changes: Any) -> Record:
    """The record with other facts."""
    return replace(HERE, **changes)


def clause(label: str, value: int | None, *, resolution: int = 1, place: int | None = None, text: str = "") -> Record:
    """A clause of the same item, the `value`-th of its resolution unless it is said to stand at another `place`."""
    return made(
        permalink=f"{HERE.item}/r{resolution}/{label}",
        position=(3, resolution, place or value or 1),
        label=label,
        value=value,
        text=text or f"That it be {label}.",
    )
