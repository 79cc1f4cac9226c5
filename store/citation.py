"""A place in the minutes -> the words that cite it."""

import re
from calendar import month_name
from dataclasses import dataclass

from store.clean import clean_line


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

    "Minute 22(ii), Children and Young People Scrutiny Group, Eastmarsh Borough Council, 10 May 2021".
    """
    if cited.title is None and cited.number is None:
        names = [f"Minutes of the {cited.committee}"]
    else:
        names = [_place(cited), cited.committee]
    council = None if cited.council == cited.committee else cited.council
    reference = ", ".join(filter(None, [*names, council, cited.date and spoken_day(cited.date)]))
    remarks = [(cited.status == "draft", "(unconfirmed)"), (not cited.complete, "(text incomplete in source)")]
    return clean_line(" ".join([reference, *(remark for holds, remark in remarks if holds)]))


def quotation(cited: Cited) -> str:
    """The verbatim text with its reference, on one line: ‘That the report be noted.’ (Minute 23, …).

    Where there is nothing to quote, the reference alone.
    """
    reference = full_reference(cited)
    return reference if cited.text is None else f"‘{clean_line(cited.text)}’ ({reference})"


def spoken_day(iso: str) -> str:
    """An ISO day as British minutes write it: "2021-05-10" -> "10 May 2021"."""
    year, month, day = iso.split("-")
    return f"{int(day)} {month_name[int(month)]} {year}"


def pinpoint(number: str | None, label: str | None) -> str:
    """An item's number with a clause's label as citations write it: "18(iv)", "10(b)" for "b)", "42(3)" for "3."."""
    figure = re.sub(r"^\W+|\W+$", "", label or "")
    return f"{number or ''}({figure})" if figure else number or ""


def _place(cited: Cited) -> str:
    """The minute or item down to its clause: "Minute 18(iv)", "Item 10(b)", "‘Webcast’"."""
    place = pinpoint(cited.number, cited.label)
    if cited.number is None:
        return f"‘{cited.title}’{place}"
    return f"{'Minute' if cited.runs_on else 'Item'} {place}"
