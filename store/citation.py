"""A place in the minutes -> the words that cite it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation needs to know of a meeting, an item, a resolution or a clause.

    `number` is None for a whole meeting or an unnumbered item; `runs_on` says that the body numbers its minutes on
    through the year ("Minute 23") instead of from 1 at each meeting ("Item 4"). `date` is an ISO day. `text` is what is
    quoted: the clause, or the clauses of the resolution; None for a meeting or an item without one.
    """

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    title: str | None
    label: str | None
    runs_on: bool
    status: str
    complete: bool
    text: str | None


def full_reference(cited: Cited) -> str:
    """The full minute reference, on one line.

    "Minute 23, Scrutiny Children Services Review Group, Luton Borough Council, 10 May 2021".
    """
    raise NotImplementedError


def quotation(cited: Cited) -> str:
    """The verbatim text with its reference, on one line: ‘That the report be noted.’ (Minute 23, …)."""
    raise NotImplementedError
