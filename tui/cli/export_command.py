"""`minutebook export`: places in the minutes as a file that other programs read."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.options import reading, store_option
from tui.terminal.console import Exit, complain

if TYPE_CHECKING:
    import sqlite3

_FORMATS = ("markdown", "csv", "json", "jsonl", "csl-json", "bibtex", "biblatex", "ris")
_STANDARD_OUTPUT = Path("-")


@click.command()
@click.argument("permalinks", nargs=-1)
@click.option("--query", metavar="QUERY", help="All that a query finds, as `minutebook find` does.")
@click.option("--starred", is_flag=True, help="All that is starred.")
@click.option("--meeting", metavar="PERMALINK", help="A whole meeting; in Markdown with all that was said at it.")
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What the file is written in.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="-",
    help="The file to write; - is standard output, as without.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@store_option
def export(
    permalinks: tuple[str, ...],
    query: str | None,
    starred: bool,
    meeting: str | None,
    form: str,
    output: Path,
    force: bool,
) -> Exit:
    """Export places as a file: PERMALINKS, what a query finds, what is starred, or a whole meeting.

    The file is written whole or not at all.
    """
    if (bool(permalinks), query is not None, starred, meeting is not None).count(True) != 1:
        raise click.UsageError("Say what to export: one of PERMALINKS, --query, --starred and --meeting.")
    from store.export.export import Wanted
    from store.export.export import export as pieces_of
    from store.export.export_formats import FORMATS
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.session.searches import marks_at

    with closing(UserData(userdata_path())) as desk, reading() as store:
        stars = tuple(star.permalink for star in desk.stars.all()) if starred else ()
        _complain(store, stars)
        wanted = Wanted(meeting, query, stars or _named(store, permalinks))
        return _write(pieces_of(store, wanted, FORMATS[form], marks_at(desk, store)), output, force=force)


def _write(pieces: Iterable[str], output: Path, *, force: bool) -> Exit:
    from store.export.write_file import write_whole

    if output != _STANDARD_OUTPUT:
        write_whole(output, pieces, force=force)
        return Exit.DONE
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())  # the same bytes as in a file, whatever the terminal's own letters
    return Exit.DONE


def _named(store: "sqlite3.Connection", permalinks: Iterable[str]) -> tuple[str, ...]:
    """The places that somebody named. Raises `NotFound`."""
    from store.permalinks.lookup import find_place

    return tuple(find_place(store, permalink).permalink for permalink in permalinks)


def _complain(store: "sqlite3.Connection", stars: Iterable[str]) -> None:
    """Say which stars are of no place in this store."""
    from store.export.selection import known

    for star in stars:
        if not known(store, [star]):
            complain(f"{star} is starred, and not in this store; it is left out.")
