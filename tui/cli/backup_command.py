"""`minutebook backup` and `minutebook restore`: a whole copy of the store, and such a copy put back."""

from pathlib import Path

import click

from tui.cli.options import json_option, store_file, store_option
from tui.terminal.console import Exit, say, say_json


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@json_option
def backup(file: Path, as_json: bool) -> Exit:
    """Make a whole copy of the store in FILE, whoever reads or adds meanwhile.

    FILE holds everything, as private as the store is. Stars and notes are not in the store; `minutebook doctor` tells
    where their file is.
    """
    from store.database.backup import backup as back_up

    back_up(store_file(), file)
    if as_json:
        say_json({"store": str(store_file()), "copy": str(file)})
    else:
        say(f"{file} is a whole copy of {store_file()}.")
    return Exit.DONE


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@json_option
def restore(file: Path, as_json: bool) -> Exit:
    """Put FILE, a copy of a store, in the store's place; the store as it was is kept beside it."""
    from store.database.backup import restore as put_back

    before = put_back(store_file(), file)
    if as_json:
        say_json({"store": str(store_file()), "copy": str(file), "before": before and str(before)})
    else:
        kept = f"; the store as it was is kept as {before.name}" if before else ""
        say(f"{store_file()} is what {file} holds{kept}.")
    return Exit.DONE
