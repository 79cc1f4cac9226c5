"""Items with their resolutions and clauses, read with as many statements for a whole meeting as for one item."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from store.views.view_lines import ClauseLine, ItemLine, ResolutionLine


def items_of_meeting(store: sqlite3.Connection, meeting_id: int) -> tuple[ItemLine, ...]:
    """The items of a meeting in printed order."""
    return tuple(_items(store, "meeting_id", meeting_id))


def item_line(store: sqlite3.Connection, item_id: int) -> ItemLine:
    """The item with this key."""
    (line,) = _items(store, "agenda_item.id", item_id)
    return line


def _items(store: sqlite3.Connection, column: str, key: int) -> Iterator[ItemLine]:
    """The items that have `key` in `column`."""
    here = f"FROM agenda_item {{}} WHERE {column} = ?"
    of_item = "CROSS JOIN resolution ON item_id = agenda_item.id"

    def asked(columns: str, tables: str, order: str) -> sqlite3.Cursor:
        return store.execute(f"SELECT {columns} {here.format(tables)} ORDER BY {order}", (key,))

    points: dict[tuple[int, int | None], list[tuple[str | None, str]]] = defaultdict(list)
    columns, tables = "point.resolution_id, clause_id, point.label, point.text", f"{of_item} CROSS JOIN point"
    for resolution_id, clause_id, label, text in asked(
        columns, f"{tables} ON point.resolution_id = resolution.id", "point.position"
    ):
        points[resolution_id, clause_id].append((label, text))

    clauses: dict[int, list[ClauseLine]] = defaultdict(list)
    columns = "resolution_id, clause.id, clause.permalink, clause.label, clause.text, outcomes, clause.complete"
    for resolution_id, clause_id, permalink, label, text, outcomes, complete in asked(
        columns, f"{of_item} CROSS JOIN clause ON resolution_id = resolution.id", "clause.position"
    ):
        under, does = tuple(points[resolution_id, clause_id]), tuple(json.loads(outcomes))
        clauses[resolution_id].append(ClauseLine(permalink, label, text, under, does, bool(complete)))

    resolutions: dict[int, list[ResolutionLine]] = defaultdict(list)
    columns = "item_id, resolution.id, resolution.permalink, marker, kind, intro, resolution.complete, form, result"
    moved = "mover, seconder, vote"
    for item_id, resolution_id, permalink, marker, kind, intro, complete, form, result, start, end, *said in asked(
        f"{columns}, resolution.start, resolution.end, {moved}", of_item, "resolution.position"
    ):
        following = tuple(points[resolution_id, None])
        shape = (
            permalink,
            marker,
            kind,
            intro,
            following,
            bool(complete),
            start,
            end,
            tuple(clauses[resolution_id]),
            form,
            result,
            *said,
        )
        resolutions[item_id].append(ResolutionLine(*shape))

    columns = "agenda_item.id, permalink, number, title, reference, complete, full_text"
    for item_id, permalink, number, title, reference, complete, full_text in asked(columns, "", "position"):
        decided = tuple(resolutions[item_id])
        yield ItemLine(permalink, number, title, reference, bool(complete), decided, full_text)
