"""`minutebook findings`: what does not fit in the minutes, each with its reason, to be looked at or dismissed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from store.text.lists import counted
from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, wrapped
from tui.pages.spoken import written
from tui.terminal.console import Exit, say, say_exactly, say_json_list, width

if TYPE_CHECKING:
    from store.views.misfit_list import MisfitLine

_COLUMN: Final = 13  # "told before", and a gap


@click.command()
@click.argument("place", nargs=-1)
@click.option("--dismiss", metavar="NAME", help="Show the finding called NAME no more.")
@click.option("--restore", metavar="NAME", help="Show the finding called NAME again.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table.")
@store_option
@json_option
def findings(place: tuple[str, ...], dismiss: str | None, restore: str | None, as_csv: bool, as_json: bool) -> Exit:
    """List what does not fit, of all meetings or of a PLACE: labels that skip, days, tenses, gaps, words cut short."""
    from store.places.resolve import place_named
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from store.views.misfit_list import misfits

    with closing(UserData(userdata_path())) as desk, reading() as store:
        if dismiss:
            desk.threads.tell([dismiss], "dismissed", datetime.now(UTC))
            return Exit.DONE
        if restore:
            desk.threads.forget([restore])
            return Exit.DONE
        found = misfits(store, place_named(store, " ".join(place)) if place else None, desk.threads.all())
        if as_json:
            say_json_list(asdict(line) | {"name": line.name} for line in found)
            return Exit.DONE
        if as_csv:
            _print_table(found)
            return Exit.DONE
        told = 0
        for line in found:
            for row in _rows(line, width()):
                say(row)
            told += 1
    say(counted(told, "finding"))
    return Exit.DONE


def _rows(line: "MisfitLine", width: int) -> Iterator[str]:
    yield from hung(line.kind, line.why, width, column=_COLUMN)
    yield from wrapped(f"{line.committee}, {written(line.date)}", width, _COLUMN)
    yield from wrapped(quote(line.name), width, _COLUMN)


def _print_table(found: "Iterator[MisfitLine]") -> None:
    from store.export.csv_table import csv_rows

    cells = ((line.permalink, line.committee, line.date, line.kind, line.why, line.text) for line in found)
    for row in csv_rows(("reference", "committee", "date", "kind", "why", "words"), cells):
        say_exactly(row)
