"""The commands that everyone uses, and where to find the others.

Commands return their exit status. What they print goes through `tui.terminal.console`, so that no text can drive the
terminal.
"""

import os
import sys
from collections.abc import Iterable, Sequence, Set
from contextlib import closing
from dataclasses import asdict, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from store.database.connect import open_for_reading
from store.text.clean import clean_line
from store.userdata.userdata_file import DESK_VARIABLE
from tui.cli.options import config_file, config_option, json_option, put_right, reading, store_file, store_option
from tui.terminal.console import Exit, complain, say, say_exactly, say_json, say_json_list, width

if TYPE_CHECKING:
    import sqlite3

_council_option = click.option(
    "--council",
    callback=lambda _context, _option, name: name and clean_line(name),
    help="The council of documents that do not name one.",
)


_ELSEWHERE: Final = {
    "address": "tui.cli.address_command",
    "backup": "tui.cli.backup_command",
    "basket": "tui.cli.view_commands",
    "check": "tui.cli.check_command",
    "cite": "tui.cli.cite_command",
    "completion": "tui.cli.completion_command",
    "compare": "tui.cli.compare_command",
    "config": "tui.cli.config_command",
    "correct": "tui.cli.correct_command",
    "dataset": "tui.cli.dataset_command",
    "doctor": "tui.cli.doctor_command",
    "doubts": "tui.cli.doubts_command",
    "evidence": "tui.cli.view_commands",
    "export": "tui.cli.export_command",
    "fetch": "tui.cli.fetch_commands",
    "find": "tui.cli.find_command",
    "findings": "tui.cli.findings_command",
    "follow": "tui.cli.fetch_commands",
    "follow-up": "tui.cli.follow_up_command",
    "followed": "tui.cli.fetch_commands",
    "marks": "tui.cli.marks_command",
    "narrow": "tui.cli.view_commands",
    "note": "tui.cli.marks_command",
    "people": "tui.cli.people_command",
    "person": "tui.cli.people_command",
    "rebuild": "tui.cli.check_command",
    "restore": "tui.cli.backup_command",
    "saved": "tui.cli.find_command",
    "star": "tui.cli.marks_command",
    "thread": "tui.cli.reference_command",
    "timeline": "tui.cli.view_commands",
    "unfollow": "tui.cli.fetch_commands",
    "verify": "tui.cli.verify_command",
}


class _Commands(click.Group):
    """Imports a command of another module when it is asked for: neither the reader nor `list` waits for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if module := _ELSEWHERE.get(cmd_name):
            command: click.Command = getattr(import_module(module), cmd_name.replace("-", "_"))
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@store_option
@config_option
@click.option("--fresh", is_flag=True, help="Begin with the newest meeting, and not where you were.")
@click.version_option(package_name="minutebook", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, fresh: bool) -> int:
    """Read council minutes in the terminal. Without a command, opens the reader."""
    if context.invoked_subcommand:
        return Exit.DONE
    if not _at_a_terminal():
        return _print_meetings(None, as_json=False)
    from tui.terminal.gc_scheduling import prepare

    prepare()
    from tui import app

    return app.run(store_file(), config_file(), fresh=fresh)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_council_option
@click.option("--url", help="Where the document was published, if it is one and does not say so itself.")
@store_option
@json_option
def add(paths: tuple[Path, ...], council: str | None, url: str | None, as_json: bool) -> Exit:
    """Add documents, and folders of documents, to the store."""
    from store.ingest.events import Failed, FilesFound, Stored
    from store.ingest.importer import import_paths
    from tui.pages.imports import event_line, summary
    from tui.terminal.progress import Progress, interruptible

    _check_address(paths, url)
    progress = Progress()
    told: list[Stored | Failed] = []
    total = 0
    with interruptible() as interrupted, closing(import_paths(store_file(), paths, council, put_right())) as events:
        for event in events:
            if isinstance(event, FilesFound):
                total = event.total
                if event.remark:
                    complain(event.remark)
                progress.begin(total)
                continue
            progress.clear()
            if isinstance(event, Failed):
                complain(event_line(event))
            elif not as_json:
                say(event_line(event))
            told.append(event)
            progress.step()
            if interrupted():
                break
    _tell_address((event.meeting.permalink for event in told if not isinstance(event, Failed)), url)
    if as_json:
        say_json([{"event": type(event).__name__.lower(), **asdict(event)} for event in told])
    elif total > 1:
        say(f"\n{summary(told, width())}")
    if interrupted():
        complain("stopped; what is told above is stored, and adding the same again goes on from there.")
        return Exit.INTERRUPTED
    return Exit.FAILED if any(isinstance(event, Failed) for event in told) else Exit.DONE


def _check_address(paths: Sequence[Path], url: str | None) -> None:
    """Raise, before anything is added, where `url` is no address or of no single document."""
    from store.ingest.addresses import web_address

    if url is not None:
        if len(paths) > 1 or paths[0].is_dir():
            raise click.UsageError("--url is the address of one document: name one file.")
        web_address(url)


def _tell_address(permalinks: Iterable[str], url: str | None) -> None:
    """Note the address of the document that meetings were just read from, if one was told."""
    from store.ingest.addresses import set_address

    if url is not None:
        for permalink in permalinks:
            set_address(store_file(), permalink, url)


@cli.command("list")
@click.argument("query", nargs=-1)
@click.option("--committee", help="Only this committee's meetings.")
@store_option
@json_option
def list_(query: tuple[str, ...], committee: str | None, as_json: bool) -> Exit:
    """List the meetings, newest first: all, or those that a QUERY means, as the meetings are filtered in the reader."""
    return _print_meetings(committee, " ".join(query), as_json=as_json)


@cli.command()
@click.argument("place", nargs=-1, required=True)
@store_option
@json_option
def show(place: tuple[str, ...], as_json: bool) -> Exit:
    """Show a meeting, an item, a resolution or a clause.

    PLACE is a permalink, a reference that somebody cites, or other words that name one place: min 23, planning, 10 May
    2021.
    """
    from store.citation.gather import gather_one
    from store.permalinks.lookup import find_place
    from store.places.resolve import place_named
    from store.views.meeting_views import item, meeting
    from tui.pages.plain import item_page, meeting_page, quoted_page

    with reading() as store:
        named = find_place(store, place_named(store, " ".join(place)))
        if named.item_id is None:
            whole = meeting(store, named.permalink)
            page, value = meeting_page(whole, width()), asdict(whole)
        elif named.resolution_id is None:
            part = item(store, named.permalink)
            page, value = item_page(part, width()), asdict(part)
        else:
            quoted = gather_one(store, named.permalink)
            page, value = quoted_page(item(store, named.permalink).line, quoted, width()), asdict(quoted)
    if as_json:
        say_json(value)
    else:
        say(page)
    return Exit.DONE


@cli.command()
@click.argument("committee", required=False)
@click.argument("name", required=False)
@store_option
@json_option
def council(committee: str | None, name: str | None, as_json: bool) -> Exit:
    """Tell which council a COMMITTEE is of: NAME. Without arguments, list committees and councils."""
    if committee and name is None:
        raise click.UsageError(f"Say the council too: minutebook council “{clean_line(committee)}” “… Council”.")
    if committee and name:
        from store.ingest.organizations import set_council

        with reading():  # telling is for a store that is there
            begins = set_council(store_file(), committee, name)
        if as_json:
            say_json({"permalinks_begin": begins})
        else:
            say(f"Permalinks now begin {begins}/")
        return Exit.DONE
    from store.views.meeting_views import committees
    from tui.pages.plain import committee_list

    with reading() as store:
        lines = committees(store)
    if as_json:
        say_json([asdict(line) for line in lines])
    elif lines:
        say(committee_list(lines, width()))
    return Exit.DONE


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", "as_text", is_flag=True, help="Print the text that every offset points into.")
@_council_option
@json_option
def read(file: Path, as_text: bool, council: str | None, as_json: bool) -> Exit:
    """Read a document, around what you have put right in it, and print what it was read as; nothing is stored."""
    from store.ingest.read_minutes import read_meetings
    from store.ingest.reading_json import as_json as reading_as_json
    from store.readers.pool import read_one
    from store.readers.reader import read_document
    from tui.pages.plain import reading as reading_page

    if as_text and as_json:
        raise click.UsageError("--text and --json are two ways to print: choose one.")
    if as_text:
        say_exactly(read_one(read_document, file).text)
        return Exit.DONE
    document, read_as = read_one(partial(read_meetings, corrections=put_right()), file)
    meetings = [replace(meeting, council=meeting.council or council) for meeting in read_as]
    if as_json:
        told = [reading_as_json(document, meeting) for meeting in meetings]
        say_json(told if len(told) > 1 else told[0])
    else:
        say("\n\n".join(reading_page(document, meeting, width()) for meeting in meetings))
    return Exit.DONE


@cli.command()
@store_option
@click.pass_context
def sample(context: click.Context) -> int:
    """Open the reader on the sample minutes; without a terminal, print them."""
    from tempfile import TemporaryDirectory

    from store.ingest.sample import build_sample
    from store.views.meeting_views import meeting, meetings
    from tui.pages.plain import meeting_page, meeting_rows

    with TemporaryDirectory(prefix="minutebook-") as folder:
        told = context.find_root().obj
        path = told or Path(folder) / "sample.db"
        build_sample(path)
        if _at_a_terminal():
            from tui import app

            # What goes afterwards leaves nothing on the person's own desk.
            desk = None if told or os.environ.get(DESK_VARIABLE) else Path(folder) / "desk.db"
            return app.run(path, config_file(), passing=told is None, desk_path=desk)
        with closing(open_for_reading(path)) as store:
            lines = meetings(store)
            pages = [meeting_page(meeting(store, line.permalink), width()) for line in lines]
    say("\n\n\n".join(["\n".join(meeting_rows(lines, width())), *pages]))
    return Exit.DONE


def _print_meetings(committee: str | None, query: str = "", *, as_json: bool) -> Exit:
    from store.views.meeting_views import committee_named, each_meeting
    from tui.pages.plain import meeting_rows

    with reading() as store:
        among = _meant(store, query) if query else None
        if among is not None and not among:
            complain("no meeting fits that.")
            return Exit.FAILED
        lines = each_meeting(store, committee and committee_named(store, committee), among)
        if as_json:
            say_json_list(map(asdict, lines))
        else:
            for row in meeting_rows(lines, width()):
                say(row)
    return Exit.DONE


def _meant(store: "sqlite3.Connection", query: str) -> Set[int] | None:
    """The keys of the meetings that a query means; None where it asks for nothing."""
    from store.find.parse_query import parse_query
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from store.views.meeting_filter import MeetingFilter
    from tui.session.searches import marks_at

    asked = parse_query(query)
    for problem in asked.problems:
        complain(problem.why)
    with closing(UserData(userdata_path())) as desk:
        filtered = MeetingFilter(store, marks_at(desk, store))
        filtered.renew()
        return filtered.meant(asked)


def _at_a_terminal() -> bool:
    from tui.terminal.console import is_terminal

    return is_terminal() and sys.stdout.isatty()
