"""`minutebook follow-up`: what was asked for and promised, and what became of it; told by hand, and as a table."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from store.text.lists import counted
from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, wrapped
from tui.pages.spoken import written
from tui.terminal.console import Exit, complain, say, say_exactly, say_json_list, width

if TYPE_CHECKING:
    import sqlite3

    from store.userdata.thread_marks import ThreadMarks
    from store.views.follow_up import FollowUpLine

_COLUMN: Final = 19  # "probably answered", and a gap
_STATES: Final = ("done", "dismissed", "open")
_PAGE: Final = 500  # requests that are asked for at once


@click.command("follow-up")
@click.argument("query", nargs=-1)
@click.option("--all", "every", is_flag=True, help="The answered, superseded and settled ones, too.")
@click.option("--owner", help="Only those of this owner, by words of the name.")
@click.option("--due", help="Only those due in this month, year or on this day: 2021-06.")
@click.option("--overdue", is_flag=True, help="Only those that are overdue.")
@click.option("--set", "state", type=click.Choice(_STATES), help="Tell by hand what became of the one called NAME.")
@click.option("--forget", is_flag=True, help="Leave the one called NAME to what the words say again.")
@click.option("--veil", is_flag=True, help="Veil the names of members of the public.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table in the columns of an action tracker.")
@store_option
@json_option
def follow_up(
    query: tuple[str, ...], every: bool, owner: str | None, due: str | None, overdue: bool, state: str | None,
    forget: bool, veil: bool, as_csv: bool, as_json: bool,
) -> Exit:  # fmt: skip
    """List what was asked for and promised and is open, overdue first; QUERY are words of committee, owner or request.

    With --set or --forget, QUERY is the NAME of a request, as it is printed.
    """
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    today = datetime.now(UTC).date()
    with closing(UserData(userdata_path())) as desk, reading() as store:
        if state or forget:
            return _tell(store, desk.threads, " ".join(query), None if forget else state)
        lines = _asked(store, desk.threads, today, every=every)
        lines = (line for line in lines if _fits(line, query, owner, due, overdue=overdue))
        if veil:
            lines = _veiled(store, lines)
        if as_json:
            say_json_list(map(asdict, lines))
            return Exit.DONE
        if as_csv:
            _print_table(lines)
            return Exit.DONE
        told = 0
        for line in lines:
            for row in request_rows(line, width()):
                say(row)
            told += 1
    say(counted(told, "request"))
    return Exit.DONE


def _asked(store: "sqlite3.Connection", marks: "ThreadMarks", today: date, *, every: bool) -> "Iterator[FollowUpLine]":
    from store.views.follow_up import follow_up_keys, follow_up_lines

    told = marks.all()
    keys = follow_up_keys(store, today, told, every=every)
    for at in range(0, len(keys), _PAGE):
        yield from follow_up_lines(store, keys[at : at + _PAGE], today, told)


def _tell(store: "sqlite3.Connection", marks: "ThreadMarks", name: str, state: str | None) -> Exit:
    from store.views.follow_up import is_request

    if not is_request(store, name) and name not in marks.all():
        complain(f"there is no request called “{name}”; `minutebook follow-up --all` prints their names.")
        return Exit.FAILED
    if state is None:
        marks.forget([name])
    else:
        marks.tell([name], state, datetime.now(UTC))
    return Exit.DONE


def _fits(line: "FollowUpLine", query: Sequence[str], owner: str | None, due: str | None, *, overdue: bool) -> bool:
    from store.text.tokens import words

    owned, said = (
        words(line.owner or ""),
        words(f"{line.committee} {line.council or ''} {line.owner or ''} {line.text}"),
    )
    return (
        all(any(one.startswith(word) for one in owned) for word in words(owner or ""))
        and all(any(one.startswith(word) for one in said) for word in words(" ".join(query)))
        and (due is None or (line.due or "").startswith(due))
        and (not overdue or line.state.value == "overdue")
    )


def _veiled(store: "sqlite3.Connection", lines: "Iterable[FollowUpLine]") -> "Iterator[FollowUpLine]":
    from store.views.veiling import veiled

    return (replace(line, text=veiled(store, line.text), owner=line.owner) for line in lines)


def request_rows(line: "FollowUpLine", width: int) -> Iterator[str]:
    """A request as text: what became of it and its words, who and by when, where, and its name."""
    told = f" ({line.since})" if line.since else " (by hand)" if line.by_hand else ""
    words = f"{line.text} [the source stops here]" if line.cut else line.text
    yield from hung(line.state.value, f"{words}{told}", width, column=_COLUMN)
    facts = [line.owner, f"due {written(line.due)}" if line.due else None]
    facts.append(f"asked {written(line.date)}")
    facts.append(line.committee)
    yield from wrapped(" · ".join(filter(None, facts)), width, _COLUMN)
    if line.answer:
        yield from wrapped(f"probably by {quote(line.answer)} of {written(line.answered)}", width, _COLUMN)
    yield from wrapped(quote(line.name), width, _COLUMN)
    yield ""


def _print_table(lines: "Iterable[FollowUpLine]") -> None:
    from store.export.csv_table import ACTION_COLUMNS, csv_rows

    cells = (
        (line.permalink, f"{line.committee}, {line.date or 'undated'}", line.text, line.owner, line.due,
         line.state.value, line.answer)
        for line in lines
    )  # fmt: skip
    for row in csv_rows(ACTION_COLUMNS, cells):
        say_exactly(row)
    sys.stdout.flush()
