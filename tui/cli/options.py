"""What the commands share: the options that name the store and the form, and opening what they name."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.database.connect import newer_note, open_for_reading, store_path
from store.database.error_texts import UNREADABLE, unreadable
from store.database.migrations import unknown_migrations
from tui.terminal.console import complain

if TYPE_CHECKING:
    import sqlite3

    from store.corrections.correction import CorrectionsByDocument
    from tui.config.settings import Config

_CONFIG = "minutebook.config"


def _remember_store(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    if path is not None:
        context.find_root().obj = path


store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    callback=_remember_store,
    expose_value=False,
    help="The store's file, instead of $MINUTEBOOK_STORE or the one in your data directory.",
)


def _remember_config(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    if path is not None:
        context.meta[_CONFIG] = path  # which every context of a command line shares


config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    callback=_remember_config,
    expose_value=False,
    help="The file with your settings, instead of $MINUTEBOOK_CONFIG or the one in your folder for settings.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


def config_file() -> Path | None:
    """The config file that the command line names, if it does."""
    path: Path | None = click.get_current_context().meta.get(_CONFIG)
    return path


def config() -> "Config":
    """The person's settings. Raises `ConfigError` when the file says what nobody understands."""
    from tui.config.file import load

    return load(config_file())


def store_file() -> Path:
    """The store's file, as the command line says it."""
    return store_path(click.get_current_context().find_root().obj)


def put_right() -> "CorrectionsByDocument":
    """What the person has put right, by document. Raises `UserDataError` when the desk cannot be used."""
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    with closing(UserData(userdata_path())) as desk:
        return desk.corrections.by_document()


@contextmanager
def reading() -> Iterator["sqlite3.Connection"]:
    """The store, open for reading; a person hears when a newer version made it, and when it holds what cannot be."""
    path = store_file()
    try:
        with closing(open_for_reading(path, complain)) as store:
            if newer := unknown_migrations(store):
                complain(newer_note(path, newer))
            yield store
    except UNREADABLE as error:
        from tui.terminal.log import log_error

        log_error(error)
        raise unreadable(path, error) from error
