"""`minutebook check` and `minutebook rebuild`: whether the store is whole, and making it whole again."""

from contextlib import closing
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from tui.cli.options import json_option, put_right, store_file, store_option
from tui.terminal.console import Exit, complain, say, say_json, width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from store.database.check import Fault, StorePart
    from store.ingest.refill import NotReadAgain

_CHECKED = {
    "file": "the file and the order in it",
    "tables": "the tables",
    "documents": "the text of every document",
    "meetings": "the words of every meeting",
    "index": "the index of finding",
}


@click.command()
@store_option
@json_option
def check(as_json: bool) -> Exit:
    """Check that the store is whole: its file, tables, documents, meetings and index.

    The exit status is 0 only when nothing is wrong. What is wrong is named, with what to do. Where another version of
    minutebook read the documents, it tells which meetings this one would read otherwise.
    """
    from store.database.check import check_store
    from store.database.connect import newer_note, open_as_it_is
    from store.database.migrations import unknown_migrations
    from store.ingest.outdated import changed_by_reading_again
    from store.ingest.reader_version import read_by_another

    path = store_file()
    faults: list[Fault] = []
    unchecked: list[StorePart] = []
    with closing(open_as_it_is(path)) as store:
        newer = unknown_migrations(store)
        for part, found in check_store(store):
            faults += found or ()
            unchecked += [part] if found is None else []
            if not as_json:
                _say_part(part, found)
        others = read_by_another(store) if not faults and not newer else 0
    otherwise = changed_by_reading_again(path, put_right()) if others else ()
    todo = _what_to_do(path, faults)
    if as_json:
        say_json(
            {
                "store": str(path),
                "whole": not faults,
                "unchecked": unchecked,
                "faults": [asdict(one) for one in faults],
                "to_do": todo,
                "read_by_another_version": others,
                "read_otherwise_now": otherwise,
            }
        )
    else:
        _say_paragraph(todo)
        if others:
            _say_otherwise(others, otherwise)
    if newer:
        complain(f"{newer_note(path, newer)} Its tables were not checked.")
    elif unchecked:
        complain("An older minutebook made the store, and kept less to check it by; the next adding to it keeps all.")
    return Exit.FAILED if faults else Exit.DONE


def _say_part(part: "StorePart", found: "Sequence[Fault] | None") -> None:
    """What was found in a part of the store; None where it was not checked."""
    from tui.pages.plain import wrapped

    say(f"{_CHECKED[part]:<32}{'not checked' if found is None else 'not whole' if found else 'whole'}")
    for fault in found or ():
        say("\n".join(wrapped(fault.words, width(), 4)))


def _say_paragraph(words: str) -> None:
    """Words below a blank line; nothing where there are none."""
    from tui.pages.plain import wrapped

    if words:
        say("\n".join(["", *wrapped(words, width(), 0)]))


def _say_otherwise(others: int, otherwise: "Sequence[str] | None") -> None:
    """What reading again would change, in a store that another version filled."""
    from store.text.lists import counted
    from tui.pages.plain import wrapped

    told = f"Another version of minutebook read {counted(others, 'document')} here."
    if otherwise is None:
        told += " What this one would read otherwise cannot be told: there is no room to read them again."
    elif otherwise:
        told += f" This one reads {counted(len(otherwise), 'meeting')} otherwise; `minutebook rebuild` does it:"
    else:
        told += " This one reads them the same."
    say("\n".join(["", *wrapped(told, width(), 0), *(f"    {permalink}" for permalink in otherwise or ())]))


def _what_to_do(path: "Path", faults: "Sequence[Fault]") -> str:
    if not faults:
        return ""
    if any(fault.part == "documents" for fault in faults):
        return (
            f"Text that was stored has changed in {path}. Take a copy of it from before, if there is one; or add the"
            " files of the minutes to a new store, which gives them the same permalinks. Do not cite what is named."
        )
    return (
        f"`minutebook rebuild` reads everything again from the documents that {path} keeps, and puts it right; the file"
        " as it is now stays beside it."
    )


@click.command()
@store_option
@json_option
def rebuild(as_json: bool) -> Exit:
    """Read everything again from the documents kept in the store, around what you have put right in them.

    The store is made anew in a file beside it, which takes its place when it is whole. Where an item or a clause is
    called otherwise now, its old permalink leads to it, and so every star and note stays with its words. What cannot be
    read again is kept as it was, and named.
    """
    from store.ingest.rebuild import rebuild as rebuild_store
    from store.text.lists import counted
    from tui.pages.plain import wrapped

    path = store_file()
    done = rebuild_store(path, put_right())
    if as_json:
        say_json(
            {
                "meetings": done.meetings,
                "changed": done.changed,
                "kept": [asdict(one) for one in done.kept],
                "lost": [asdict(one) for one in done.lost],
                "before": str(done.before),
            }
        )
    else:
        again = done.meetings - len(done.kept) - len(done.lost)
        say(f"{counted(again, 'meeting')} read again; the store as it was is kept as {done.before.name}.")
        if done.changed:
            say(f"{counted(len(done.changed), 'meeting')} now read otherwise:")
            say("\n".join(f"    {permalink}" for permalink in done.changed))
        for reason, kept in groupby(sorted(done.kept, key=_reason), key=_reason):
            names = [one.name for one in kept]
            say("\n".join(wrapped(f"{counted(len(names), 'meeting')} kept as before: {reason}", width(), 0)))
            say("\n".join(f"    {name}" for name in names))
    for one in done.lost:
        complain(f"lost: {one.name}: {one.reason}")
    return Exit.FAILED if done.lost else Exit.DONE


def _reason(kept: "NotReadAgain") -> str:
    return kept.reason
