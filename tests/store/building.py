"""Small meetings built by hand, so that the store is tested without the parser."""

import hashlib
from collections.abc import Sequence
from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING

from store.database.connect import writing
from store.ingest.events import Stored
from store.ingest.storing import store_document
from store.model import Attendance, Clause, Document, Format, Interest, Item, Kind, Meeting, Paragraph, Resolution, Span

if TYPE_CHECKING:
    from sqlite_utils import Database

COUNCIL = "Eastmarsh Borough Council"
COMMITTEE = "Scrutiny Housing Repairs Group"
NOWHERE = Span(0, 1)


def document(name: str = "hrg.txt", text: str | None = None) -> Document:
    """A document whose bytes are its name and its text."""
    text = f"Minutes of the HRG ({name})" if text is None else text
    return Document(name, hashlib.sha256(f"{name}{text}".encode()).hexdigest(), Format.TEXT, text)


def clause(text: str, label: str | None = None, points: Sequence[str] = (), *, complete: bool = True) -> Clause:
    under = tuple(Paragraph(Kind.RESOLUTION, point, NOWHERE, "-") for point in points)
    return Clause(label, None, text, NOWHERE, complete, under, ("noted",) if "noted" in text else ())


def resolution(*clauses: Clause | str, intro: str | None = None, following: Sequence[str] = ()) -> Resolution:
    made = tuple(clause(one) if isinstance(one, str) else one for one in clauses)
    after = tuple(Paragraph(Kind.RESOLUTION, text, NOWHERE) for text in following)
    return Resolution("RESOLVED:", "resolved", intro, made, NOWHERE, following=after)


def item(number: str | None, title: str, *resolutions: Resolution, said: str = "", complete: bool = True) -> Item:
    paragraphs = (Paragraph(Kind.DISCUSSION, said, NOWHERE),) if said else ()
    return Item(number, title, NOWHERE, None, complete, paragraphs, resolutions)


def meeting(
    *items: Item,
    committee: str | None = COMMITTEE,
    council: str | None = COUNCIL,
    date: day | None = day(2023, 3, 2),
    start: str | None = "18:00",
    status: str = "unknown",
    chair: str | None = "Councillor Ashdown",
) -> Meeting:
    return Meeting(
        council,
        committee,
        date,
        start,
        chair=chair,
        status=status,
        attendance=(Attendance("Councillor Ashdown", "Chair", "Present", NOWHERE),),
        items=items,
        interests=(Interest("Councillor Vane", "personal", "as a tenant", "remained in the meeting", NOWHERE),),
        paragraphs=(Paragraph(Kind.NOTE, "The meeting ended at 7.12 pm.", NOWHERE),),
    )


REPAIRS = item(
    "18",
    "Repairs Backlog",
    resolution(
        clause("That the repairs report be noted.", "(i)"),
        clause("That these sites be inspected:", "(ii)", ["Tanner Row", "Mill Lane"]),
        clause("That a report on damp surveyor recruitment come to the June meeting.", "(iv)"),
        clause("That the Chair be thanked.", "(iv)"),
    ),
    said="The Head of Housing presented the report.",
)
APOLOGIES = item("17", "Apologies for Absence", said="There were none.")
WEBCAST = item(None, "Webcast", resolution("That the webcast be kept for a year."))


def store_of(path: Path, *meetings: Meeting, texts: Sequence[str] = ()) -> Path:
    """A store at `path` with these meetings, each from a document of its own."""
    with writing(path) as db:
        for at, one in enumerate(meetings):
            put(db, one, f"{at}.txt", texts[at] if at < len(texts) else None)
    return path


def put(db: "Database", one: Meeting, name: str, text: str | None = None, council: str | None = None) -> Stored:
    (stored,) = store_document(db, name, document(name, text), [one], council)
    return stored
