"""Councils and their committees: known by name, told apart by slug, and joined when somebody tells the council."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.database.checksums import seal_meeting
from store.database.connect import insert, transaction, writing
from store.database.sql import one_row
from store.errors import NotFound
from store.index.indexing import index_meeting, unindex_meeting
from store.ingest.known_keys import Lookups
from store.ingest.renames import keep_move, was_called
from store.permalinks.committees import Committee, committees
from store.permalinks.permalink import abbreviation, committee_slugs, council_slug, slug
from store.text.lists import listed

if TYPE_CHECKING:
    from sqlite_utils import Database

UNNAMED = "Committee not named"
WITHOUT_MEETINGS = """
    DELETE FROM organization WHERE kind = 'committee' AND NOT EXISTS
        (SELECT 1 FROM meeting WHERE organization_id = organization.id)
"""
"""Takes away the committees of which no meeting is left."""

_BELOW_A_MEETING = ("agenda_item", "resolution", "clause")


def council_of(db: "Database", name: str, lookups: Lookups) -> int:
    """The key of the council called `name`, made when it is new."""
    known = lookups.council(name)
    return _add(db, "council", None, name, (council_slug(name), slug(name)), lookups) if known is None else known


def committee_of(db: "Database", council_id: int | None, name: str, text: str, lookups: Lookups) -> int:
    """The key of the committee called `name`, made when it is new; `text` may print its abbreviation.

    A committee first met without a council becomes that of the first council told; without one told, a name that one
    council alone has is that council's.
    """
    known = lookups.committees(name)
    if council_id in known:
        return known[council_id]
    if council_id is None and len(known) == 1:
        return next(iter(known.values()))
    if council_id is not None and None in known:
        return tell_council(db, known[None], council_id, lookups)
    short = abbreviation(name, text)
    slugs = ([short.lower()] if short else []) + [*committee_slugs(name), slug(name)]
    return _add(db, "committee", council_id, name, slugs, lookups)


def tell_council(db: "Database", committee_id: int, council_id: int, lookups: Lookups) -> int:
    """Make a committee the council's, with its permalinks. Gives its key: the council's own one's, where it had one."""
    ((name, old_slug),) = db.execute("SELECT name, slug FROM organization WHERE id = ?", (committee_id,)).fetchall()
    twin = lookups.committees(name).get(council_id)
    if twin == committee_id:
        return committee_id
    lookups.forget_organizations()
    meetings = db.execute(
        "SELECT id, coalesce(date, 'undated'), day, permalink FROM meeting WHERE organization_id = ?", (committee_id,)
    ).fetchall()
    for meeting_id, *_ in meetings:
        unindex_meeting(db.conn, meeting_id)
    if twin is None:
        new_slug = _free_slug(db, "committee", council_id, (old_slug, slug(name)))
        db.execute("UPDATE organization SET parent_id = ?, slug = ? WHERE id = ?", (council_id, new_slug, committee_id))
        moved_to = committee_id
    else:
        moved_to = twin
    for meeting_id, date, day, permalink in meetings:
        if twin is not None or was_called(db, f"{prefix(db, moved_to)}/{day}", permalink):
            day = free_day(db, moved_to, date, permalink)
        _move(db, meeting_id, permalink, moved_to, day)
    if twin is not None:
        db.execute("DELETE FROM organization WHERE id = ?", (committee_id,))
    return moved_to


def move_meeting(db: "Database", meeting_id: int, committee_id: int, lookups: Lookups) -> None:
    """Make a meeting the committee's, with its permalinks; the committee it was of goes when it has no other."""
    was = one_row(db.conn, "SELECT date, permalink, organization_id AS left FROM meeting WHERE id = ?", (meeting_id,))
    left = was["left"]
    unindex_meeting(db.conn, meeting_id)
    day = free_day(db, committee_id, was["date"] or "undated", was["permalink"])
    _move(db, meeting_id, was["permalink"], committee_id, day)
    empty = "DELETE FROM organization WHERE id = ? AND NOT EXISTS (SELECT 1 FROM meeting WHERE organization_id = ?)"
    db.execute(empty, (left, left))
    lookups.forget_organizations()


def set_council(path: Path, committee: str, council: str) -> str:
    """Tell the store at `path` whose committee one is: by its name or what its permalinks begin with.

    Gives what they begin with now. Raises `NotFound` when no committee, or more than one, answers to `committee`.
    """
    with writing(path) as db, transaction(db):
        known = {key: one for key, one in committees(db.conn).items() if _answers(one, committee)}
        untold = [key for key, one in known.items() if one.council is None] or list(known)
        if not untold:
            raise NotFound(f"No committee in the store is called “{committee}”; `minutebook council` lists them.")
        if len(untold) > 1:
            several = listed(sorted(known[key].begins for key in untold), "or")
            raise NotFound(f"“{committee}” may be {several}; say which.")
        lookups = Lookups(db)
        return prefix(db, tell_council(db, untold[0], council_of(db, council, lookups), lookups))


def prefix(db: "Database", committee_id: int) -> str:
    """What a committee's permalinks begin with: "eastmarsh/hrg", or "hrg" while its council is not known."""
    slugs = db.execute(
        "SELECT council.slug, committee.slug FROM organization AS committee"
        " LEFT JOIN organization AS council ON council.id = committee.parent_id WHERE committee.id = ?",
        (committee_id,),
    ).fetchone()
    return "/".join(part for part in slugs if part)


def free_day(db: "Database", committee_id: int, date: str, permalink: str | None = None) -> str:
    """The segment for one more meeting on a day: "2021-03-02", then "2021-03-02-2", "2021-03-02-3".

    None that another meeting had before is given again: what was cited by it must not come to name other words.
    `permalink` is what the meeting itself is called now.
    """
    begins = prefix(db, committee_id)
    # "." is the character after "-"
    taken = "SELECT day FROM meeting WHERE organization_id = ? AND day >= ? AND day < ? || '.'"
    rows = db.execute(taken, (committee_id, date, date))
    former = "SELECT was FROM renamed WHERE was >= ? AND was < ? || '.' AND ifnull(now, '') <> ?"
    asked = (f"{begins}/{date}", f"{begins}/{date}", permalink or "")
    left = {was.removeprefix(f"{begins}/").partition("/")[0] for (was,) in db.execute(former, asked)}
    return _first_free((date,), {day for (day,) in rows} | left)


def _add(db: "Database", kind: str, parent: int | None, name: str, slugs: Sequence[str], lookups: Lookups) -> int:
    lookups.forget_organizations()
    free = _free_slug(db, kind, parent, tuple(slugs))
    return insert(db, "organization", kind=kind, parent_id=parent, name=name, slug=free)


def _free_slug(db: "Database", kind: str, parent: int | None, wanted: tuple[str, ...]) -> str:
    rows = db.execute("SELECT slug FROM organization WHERE kind = ? AND parent_id IS ?", (kind, parent))
    return _first_free(wanted, {taken for (taken,) in rows})


def _first_free(wanted: tuple[str, ...], taken: set[str]) -> str:
    """The first of `wanted` that is not taken, else the last with a count."""
    for one in wanted:
        if one not in taken:
            return one
    count = 2
    while f"{wanted[-1]}-{count}" in taken:
        count += 1
    return f"{wanted[-1]}-{count}"


def _move(db: "Database", meeting_id: int, old: str, committee_id: int, day: str) -> None:
    """Give a meeting a place under a committee, a row of the index there, and a new seal; its permalinks begin anew.

    It was taken out of the index before, while it still stood where it was.
    """
    new = f"{prefix(db, committee_id)}/{day}"
    change = "UPDATE meeting SET organization_id = ?, day = ?, permalink = ? WHERE id = ?"
    db.execute(change, (committee_id, day, new, meeting_id))
    for table in _BELOW_A_MEETING:
        change = f"UPDATE {table} SET permalink = ? || substr(permalink, ?) WHERE permalink > ? AND permalink < ?"  # noqa: S608 (our own table names)
        db.execute(change, (new, len(old) + 1, f"{old}/", f"{old}0"))  # "0" is the character after "/"
    keep_move(db, old, new)
    index_meeting(db.conn, meeting_id)
    seal_meeting(db.conn, meeting_id)


def _answers(one: Committee, called: str) -> bool:
    return called.strip("/").lower() == one.begins or slug(called) in (slug(one.name), slug(one.slug))
