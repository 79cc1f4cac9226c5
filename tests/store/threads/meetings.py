"""Three meetings of one body that do not exist, between which threads run."""

from collections.abc import Iterable
from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING

from store.database.connect import writing
from store.model import Attendance, Item, Kind, Meeting, Paragraph
from tests.store.building import NOWHERE, clause, item, put, resolution

if TYPE_CHECKING:
    from sqlite_utils import Database

COUNCIL, GROUP = "Eastmarsh Borough Council", "Harbour Review Group"
MARCH, MAY, JUNE = (f"eastmarsh/hrg/2023-{ends}" for ends in ("03-02", "05-04", "06-08"))


def harbour(date: day, *items: Item, people: Iterable[tuple[str, str]] = ()) -> Meeting:
    """A meeting of the group; `people` are names with the words that they are listed under."""
    listed = tuple(Attendance(name, None, under, NOWHERE) for name, under in people)
    heading = (Paragraph(Kind.HEADING, "Harbour Review Group", NOWHERE),)
    return Meeting(COUNCIL, GROUP, date, attendance=listed, items=items, paragraphs=heading)


def asked_in_march() -> Meeting:
    """A report on dredging is asked for, due in June; pumps at a future meeting; a letter is promised."""
    return harbour(
        day(2023, 3, 2),
        item(
            "12",
            "Apologies for Absence",
            said="Apologies were received from Councillor Elm and Mrs Oak, Harbour Master.",
        ),
        item(
            "13",
            "Harbour Works",
            resolution(
                clause("That a report on dredging costs be reported to the June meeting.", "(i)"),
                clause("That a report on storm pumps be brought to a future meeting of the group.", "(ii)"),
                clause("That the works be noted.", "(iii)"),
            ),
            said="The Clerk agreed to write to the ferry company.",
        ),
        people=[("Councillor A Crisp", "Present"), ("Cllr Elm", "Apologies")],
    )


def answered_in_may() -> Meeting:
    """Dredging comes early; the minutes of another day are confirmed; a minute is referred to."""
    return harbour(
        day(2023, 5, 4),
        item("19", "Minutes", resolution("That the minutes of the meeting held on 9 March 2023 be confirmed.")),
        item(
            "20",
            "Dredging Costs",
            resolution("That the costs be noted."),
            said="Further to minute 13(ii), the Clerk spoke.",
        ),
        people=[("Councillor Ann Crisp", "Present"), ("Councillor B Crisp", "Present")],
    )


def put_all(db: "Database", *meetings: Meeting) -> None:
    """Store meetings, each in a document of its own."""
    for number, meeting in enumerate(meetings):
        put(db, meeting, f"{meeting.date}-{number}.txt")


def store_in(path: Path, *meetings: Meeting) -> Path:
    """A store of some meetings."""
    with writing(path) as db:
        put_all(db, *meetings)
    return path
