"""A store, a desk and a folder of documents in which a payload stands wherever words can stand."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as day
from pathlib import Path

from store.model import Attendance, Interest, Item, Meeting, Span
from store.userdata.basket import Citation
from store.userdata.userdata import UserData
from tests.harm.payloads import MARK
from tests.store.building import clause, item, meeting, resolution, store_of

_MINUTES = """{0} Borough Council
Planning {0} Committee
Minutes of the meeting held on 3 May 2023

1. Apologies {0}
There were none {0}.

2. Flood {0}
RESOLVED: That the flood report {0} be noted.
"""


def stored(payload: str) -> str:
    """A payload as a store can hold it: SQLite keeps no half of a character."""
    return payload.encode("utf-8", "replace").decode()


def file_name(payload: str) -> str:
    """A payload as the name of a file: no slash and no NUL, and short enough."""
    name = payload.replace("/", "|").replace("\0", "").encode("utf-8", "surrogatepass")
    return os.fsdecode(name[:120])


def hostile_store(folder: Path, payload: str) -> Path:
    """A store whose every text has the payload in it, as nobody's reader would have stored it."""
    words = f"{MARK}{stored(payload)}"
    decided = resolution(
        clause(f"{words} That the flood report be noted.", "(i)", [f"{words} point"]),
        clause(f"That {words} floods be thanked.", f"({words[:9]}"),
        intro=f"{words} intro",
        following=[f"{words} following"],
    )
    decided = replace(decided, mover=f"Cllr {words}", seconder=f"Cllr {words}", vote=f"{words} 3 to 2")
    items = (
        item(f"1{words}", f"{words} Flood", decided, said=f"{words} said of floods."),
        item(None, f"{words} Flood"),
    )
    made = [_meeting(words, number, *items) for number in (1, 2)]
    folder = folder / file_name(f"{MARK}{payload}")
    folder.mkdir()
    text = f"{words} Minutes\n{words} of floods\n" * 20
    return store_of(folder / "minutes.db", *made, texts=[text, f"{text}."])


def hostile_desk(path: Path, store: Path, payload: str, permalinks: list[str]) -> None:
    """A desk whose every text has the payload in it, past all that cleans what is kept."""
    words, now = f"{MARK}{stored(payload)}", datetime.now(UTC)
    with closing(UserData(path)) as desk:
        desk.stars.add([*permalinks, "elsewhere/planning/2020-01-01/4"], now)
        desk.notes.write(permalinks[0], MARK, now)
        desk.notes.write("elsewhere/planning/2020-01-01/5", MARK, now)
        desk.queries.save(MARK, "flood", now)
        desk.history.add(MARK, now)
        desk.basket.add(Citation(MARK, "plain", permalinks[0], MARK, MARK, str(store), now))
    with closing(sqlite3.connect(path)) as file, file:
        for table, column in (
            *(("note", "text"), ("saved_query", "name"), ("saved_query", "text"), ("asked_query", "text")),
            *(("basket", "text"), ("basket", "document"), ("basket", "style"), ("basket", "store")),
        ):
            file.execute(f"UPDATE {table} SET {column} = {column} || ?", (words,))  # noqa: S608 (names from above)


def hostile_files(folder: Path, payload: str) -> Path:
    """A folder of documents named by the payload: one of minutes, one that is none, and one that cannot be read."""
    into = folder / file_name(f"documents {MARK}{payload}")
    into.mkdir()
    name = file_name(f"{MARK}{payload}")
    (into / f"{name}.txt").write_bytes(_MINUTES.format(f"{MARK}{payload}").encode("utf-8", "surrogatepass"))
    (into / f"{name} soup.txt").write_bytes(f"A recipe {payload}".encode("utf-8", "surrogatepass"))
    (into / f"{name}.pdf").write_bytes(f"%PDF-1.7 {payload}".encode("utf-8", "surrogatepass"))
    return into


def _meeting(words: str, number: int, *items: Item) -> Meeting:
    whole = Span(0, 30)
    plain = meeting(council=f"{words} Borough Council", committee=f"{words} Committee", date=day(2023, 3, number))
    return replace(
        plain,
        items=items,
        venue=f"{words} Hall",
        chair=f"Councillor {words}",
        attendance=(Attendance(f"Councillor {words}", f"{words} Chair", f"Present {words}", whole),),
        interests=(Interest(f"Cllr {words}", f"{words} personal", f"as {words}", f"{words} left", whole),),
    )
