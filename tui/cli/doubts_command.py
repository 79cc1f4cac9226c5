"""`minutebook doubts`: what may have been read wrongly, to be looked at before it is cited."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import cache, partial
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from store.text.lists import counted
from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, meeting_heading
from tui.terminal.console import Exit, complain, say, say_json_list, width

if TYPE_CHECKING:
    import sqlite3

    from store.views.doubted_meetings import Doubted
    from store.views.view_lines import DoubtLine

_COLUMN: Final = 12  # the longest kind, "committee", and a gap


@click.command()
@click.argument("place", nargs=-1)
@store_option
@json_option
def doubts(place: tuple[str, ...], as_json: bool) -> Exit:
    """List what may have been read wrongly: of all meetings, the newest first, or of a PLACE.

    Each doubt is told with its line in the source; `minutebook evidence` shows the lines.
    """
    from store.ingest.reader_version import outdated_note
    from store.places.resolve import place_named
    from store.views.doubted_meetings import doubted_at, each_doubted

    with reading() as store:
        if note := outdated_note(store):
            complain(note)
        named = place_named(store, " ".join(place)) if place else None
        meetings = each_doubted(store) if named is None else [doubted_at(store, named)]
        if as_json:
            say_json_list(_values(store, meetings))
            return Exit.DONE
        told = 0
        for doubted in meetings:
            for row in _rows(store, doubted, width()):
                say(row)
            told += len(doubted[1])
    say(counted(told, "doubt"))
    return Exit.DONE


def _values(store: "sqlite3.Connection", meetings: "Iterable[Doubted]") -> Iterator[dict[str, object]]:
    for line, of_meeting in meetings:
        at = _lines_in(store)
        for doubt in of_meeting:
            yield {"meeting": line.permalink, **asdict(doubt), "line": at(doubt)}


def _rows(store: "sqlite3.Connection", doubted: "Doubted", width: int) -> Iterator[str]:
    """The meeting, and below it a doubt each: its kind, why, and its place in the source."""
    line, of_meeting = doubted
    if not of_meeting:
        return
    yield from meeting_heading(line, width)
    yield quote(line.permalink)
    at = _lines_in(store)
    for doubt in of_meeting:
        item = f"; item {doubt.number}" if doubt.number else f"; “{doubt.title}”" if doubt.title else ""
        yield from hung(doubt.kind, f"{doubt.why} (line {at(doubt):,}{item})", width, indent=2, column=_COLUMN)
    yield ""


def _lines_in(store: "sqlite3.Connection") -> "Callable[[DoubtLine], int]":
    """Tells the number of the line that a doubt begins on, from 1; a document is asked for once."""
    from store.views.evidence_places import source_text

    text = cache(partial(source_text, store))
    return lambda doubt: text(doubt.document_id).count("\n", 0, doubt.start) + 1
