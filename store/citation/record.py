"""A place in the minutes with all that a citation or an export of it needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The document that tells of a place: where `start` to `end` are characters of its text.

    `url` is where it was published, None unless it is a whole address, and `accessed` (ISO day) then the day of citing.
    `pages` are the first and the last printed page of the place, counted from 1; None where the format has none.
    `by_hand` is what of it a person put right ("item", "decision", "day"), each once.
    """

    name: str
    sha256: str
    format: str
    start: int
    end: int
    url: str | None = None
    accessed: str | None = None
    pages: tuple[int, int] | None = None
    by_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The later meeting that confirmed the minutes, and its item that says so. `date` is an ISO day.

    `amended` says that they were confirmed otherwise than they were written.
    """

    permalink: str
    date: str
    number: str | None
    amended: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A meeting, an item, a resolution or a clause, as it is cited. None is "the minutes do not say".

    `meeting` and `item` are permalinks; `item` is None for a whole meeting. `position` is the place in printed order
    below the meeting: (item), (item, resolution) or (item, resolution, clause), each counted from 1; () for a meeting.
    `number`, `title` and `reference` ("8" of "(Ref: 8)") are the item's; `label` is the clause's as printed ("(iv)")
    and `value` what it counts to (4).

    `abbreviation` is the short form of the committee that the minutes print; `town` is where the council sits, as far
    as its name tells. `date` is an ISO day. `year` is the municipal year ("2020/21").
    `runs_on` says that the committee numbers its minutes on through the year ("Minute 23") instead of from 1 at each
    meeting ("Item 4"). `hour` is when the meeting began ("21:00"), where it is to be told from another one of the
    committee on the same day. `status` is "draft", "confirmed" or "unknown": "confirmed" too when a later meeting in
    the store confirmed a draft, and `confirmation` says which one.

    `text` is what can be quoted, on one line with its labels: the clause, or the clauses of the resolution or of the
    item; None where nothing was decided, and for a meeting. `decided` is how: "resolved", "agreed", "recommended" or
    "decided"; "rejected" and "withdrew" of a motion that was not carried. `form`, `result`, `mover`,
    `seconder` and `vote` are as in `store.model`, None with `text`; `outcomes` are the verbs of its clauses, each once.
    `complete` is false where the source cuts it short.
    """

    permalink: str
    meeting: str
    item: str | None
    position: tuple[int, ...]
    council: str | None
    committee: str
    abbreviation: str | None
    town: str | None
    date: str | None
    year: str | None
    number: str | None
    title: str | None
    reference: str | None
    label: str | None
    value: int | None
    runs_on: bool
    status: str
    confirmation: Confirmation | None
    complete: bool
    decided: str | None
    text: str | None
    source: CitedSource
    hour: str | None = None
    form: str | None = None
    result: str | None = None
    outcomes: tuple[str, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None
