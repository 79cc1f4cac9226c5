"""`minutebook people` and `person`: whom the minutes name, and what each of them did, meeting by meeting."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from store.text.lists import counted
from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, wrapped
from tui.pages.spoken import written
from tui.terminal.console import Exit, say, say_exactly, say_json, say_json_list, width

if TYPE_CHECKING:
    from store.views.person_page import PersonLine, PersonPage

_COLUMN: Final = 19


@click.command()
@click.argument("council", nargs=-1)
@click.option("--csv", "as_csv", is_flag=True, help="Print a table.")
@store_option
@json_option
def people(council: tuple[str, ...], as_csv: bool, as_json: bool) -> Exit:
    """List everybody whom the minutes name, by surname: of all councils, or of a COUNCIL by words of its name."""
    from store.views.person_page import people as everybody

    with reading() as store:
        found = everybody(store, " ".join(council))
        if as_json:
            say_json_list(map(asdict, found))
            return Exit.DONE
        if as_csv:
            _print_table(found)
            return Exit.DONE
        told = 0
        for line in found:
            for row in _line_rows(line, width()):
                say(row)
            told += 1
    say("1 person" if told == 1 else f"{told:,} people")
    return Exit.DONE


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--csv", "as_csv", is_flag=True, help="Print a table of what they did.")
@store_option
@json_option
def person(name: tuple[str, ...], as_csv: bool, as_json: bool) -> Exit:
    """Tell what the minutes tell of a person: meetings, apologies, interests, motions, votes; newest first."""
    from store.views.person_page import person_pages

    with reading() as store:
        pages = person_pages(store, " ".join(name))
    if as_json:
        say_json([asdict(page) for page in pages])
    elif as_csv:
        _print_done(pages)
    else:
        for page in pages:
            for row in _page_rows(page, width()):
                say(row)
    return Exit.DONE


def _line_rows(line: "PersonLine", width: int) -> Iterator[str]:
    council = f", {line.council}" if line.council else ""
    said = f"{line.name}{council}: {counted(line.meetings, 'meeting')}"
    yield from wrapped(f"{said}, {_between(line)}", width)


def _between(line: "PersonLine") -> str:
    if line.first == line.last:
        return written(line.last)
    return f"{written(line.first)} to {written(line.last)}"


def _page_rows(page: "PersonPage", width: int) -> Iterator[str]:
    yield from _line_rows(page.line, width)
    others = [name for name in page.line.names if name != page.line.name]
    if others:
        yield from hung("also", ", ".join(others), width, indent=2, column=_COLUMN)
    yield from hung(
        "counted", ", ".join(f"{part} {many}" for part, many in page.counts), width, indent=2, column=_COLUMN
    )
    if page.seen:
        yield from hung("last seen", written(page.seen), width, indent=2, column=_COLUMN)
    for done in page.done:
        item = " ".join(filter(None, (done.number, done.title)))
        said = " — ".join(filter(None, (f"{done.part}: {done.detail}" if done.detail else done.part, item)))
        yield from hung(written(done.date), f"{said} ({done.committee})", width, indent=2, column=_COLUMN)
        yield from wrapped(quote(done.permalink), width, 2 + _COLUMN)
    yield ""


def _print_table(found: "Iterable[PersonLine]") -> None:
    from store.export.csv_table import csv_rows

    cells = ((line.name, line.council, line.meetings, line.first, line.last, "; ".join(line.names)) for line in found)
    for row in csv_rows(("name", "council", "meetings", "first", "last", "names"), cells):
        say_exactly(row)


def _print_done(pages: "Iterable[PersonPage]") -> None:
    from store.export.csv_table import csv_rows

    cells = (
        (page.line.name, done.part, done.detail, done.date, done.committee, done.number, done.title, done.permalink)
        for page in pages
        for done in page.done
    )
    for row in csv_rows(("name", "part", "detail", "date", "committee", "number", "title", "reference"), cells):
        say_exactly(row)
