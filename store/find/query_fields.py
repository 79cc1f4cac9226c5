"""The fields of a query ("committee:planning"): their names, what each holds, and what may stand behind its colon."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.model import Form, Result
from store.text.lists import listed


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field as help and completion show it.

    `holds` says in a few words what it asks about, `example` is a use of it. `values` are all that may stand behind the
    colon; empty where anything may.
    """

    name: str
    holds: str
    example: str
    values: tuple[str, ...] = ()


FIELDS = (
    QueryField("committee", "the committee", "committee:planning"),
    QueryField("council", "the council", "council:brackwater"),
    QueryField("year", "the year of the meeting, or years", "year:2021"),
    QueryField("date", "the day of the meeting, a month, or from one to another", "date:2020-03..2021-05"),
    QueryField("outcome", "what was done", "outcome:deferred"),
    QueryField("item", "the title of the item", 'item:"work programme"'),
    QueryField("number", "the number of the item or minute", "number:22"),
    QueryField("mover", "who moved it", "mover:crisp"),
    QueryField("seconder", "who seconded it", "seconder:crisp"),
    QueryField("person", "somebody whom the minutes of the meeting name", "person:crisp"),
    QueryField("present", "who was there", "present:crisp"),
    QueryField("apologies", "who was not there", "apologies:crisp"),
    QueryField("chair", "who took the chair", "chair:crisp"),
    QueryField("interest", "who declared an interest", "interest:crisp"),
    QueryField(
        "form", "how it was decided: set apart, in prose or bare", "form:prose", tuple(form.value for form in Form)
    ),
    QueryField("result", "what became of the motion", "result:lost", tuple(result.value for result in Result)),
    QueryField(
        "has",
        "a vote that is printed, an amendment, a doubt whether it was read rightly, or something that does not fit",
        "has:vote",
        ("vote", "amendment", "doubt", "finding"),
    ),
    QueryField(
        "is",
        "starred by you, of a meeting that you saw or did not, cut short in the source, asked for and open or overdue",
        "is:starred",
        ("starred", "seen", "unseen", "incomplete", "open", "overdue"),
    ),
    QueryField("owner", "who is to do what was asked for", "owner:clerk"),
    QueryField("due", "when what was asked for is due: a day, a month, a year", "due:2021-06"),
    QueryField("refers", "the number of the minute or application that is referred to", "refers:22"),
    QueryField("in", "where to find instead of in resolutions", "in:title", ("title", "text")),
)

_BY_NAME = {field.name: field for field in FIELDS}
_ALSO_CALLED = {"minute": "number", "title": "item", "proposer": "mover", "who": "person", "member": "person"}
_LEAST_ALIKE = 0.6  # of the letters, for a slip of what was meant
_BEGUN_FROM = 2  # letters


class NoValue(ValueError):
    """What stands behind a colon and means nothing there; the message says why, in a sentence."""


def field_named(name: str) -> QueryField | None:
    """The field of that name, in capitals or not, or of another name that people use for it."""
    name = name.lower()
    return _BY_NAME.get(_ALSO_CALLED.get(name, name))


def nearest_field(name: str) -> str | None:
    """The name that was probably meant by one that no field has."""
    return _nearest(name.lower(), (*_BY_NAME, *_ALSO_CALLED))


def chosen_value(field: QueryField, typed: str, *, unfinished: bool) -> str | None:
    """The one of the field's `values` that is typed, or begun.

    None while it may become one or another of several. Raises `NoValue` when it can be none.
    """
    typed = typed.strip().lower()
    begun = [value for value in field.values if value.startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    if begun and unfinished:
        return None
    if meant := _nearest(typed, field.values):
        raise NoValue(f"There is no {field.name}:{typed}; did you mean {field.name}:{meant}?")
    known = listed(f"{field.name}:{value}" for value in field.values)
    raise NoValue(f"There is no {field.name}:{typed}; there are {known}.")


def _nearest(typed: str, known: Sequence[str]) -> str | None:
    """The one of `known` that `typed` is the beginning of, or a slip or two away from."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    begun = [name for name in known if name.startswith(typed)]
    if len(typed) >= _BEGUN_FROM and begun:
        return begun[0]
    found = process.extractOne(typed, known, scorer=OSA.normalized_similarity, score_cutoff=_LEAST_ALIKE)
    return found[0] if found else None
