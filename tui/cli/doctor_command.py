"""`minutebook doctor`: what a report of a fault should say of versions, files and terminal; no word of any minutes."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from tui.cli.options import config_file, config_option, json_option, store_file, store_option
from tui.terminal.console import Exit, say, say_json

_PACKAGES = ("minutebook", "textual", "rich", "click", "sqlite-utils", "pypdfium2", "selectolax", "rapidfuzz")
_COLUMN = 22


@click.command()
@store_option
@config_option
@json_option
def doctor(as_json: bool) -> Exit:
    """Tell what a report of a fault should say: versions, files, terminal, clipboard. No word of any minutes."""
    from store.userdata.state import store_state, userdata_state
    from store.userdata.userdata_file import userdata_path
    from tui.terminal.log import log_path

    told = {
        "versions": _versions(),
        "store": {**store_state(store_file()), **_read_by_another()},
        "desk": userdata_state(userdata_path()),
        "config": _config(),
        "terminal": _terminal(),
        "clipboard": _clipboard(),
        "log": _file(log_path()),
    }
    if as_json:
        say_json(told)
    else:
        say("\n\n".join("\n".join(_rows(part, state)) for part, state in told.items()))
    return Exit.DONE


def _rows(part: str, state: dict[str, object]) -> Iterator[str]:
    """A part of what is told: its name, and below it what there is to tell."""
    yield part
    for name, value in state.items():
        if value not in (None, []):
            written = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield f"    {name:<{_COLUMN}}{written}"


def _read_by_another() -> dict[str, object]:
    """How many documents of the store another version read; nothing where there is none, or no store."""
    from store.database.connect import open_as_it_is
    from store.errors import MinutebookError
    from store.ingest.reader_version import read_by_another

    try:
        with closing(open_as_it_is(store_file())) as store:
            return {"read by another version": read_by_another(store) or None}
    except (MinutebookError, sqlite3.Error):  # which `store_state` tells
        return {}


def _versions() -> dict[str, object]:
    import platform
    from importlib.metadata import version

    return {
        **{name: version(name) for name in _PACKAGES},
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def _config() -> dict[str, object]:
    from tui.config.file import config_path, load
    from tui.config.problem import ConfigError

    state = _file(config_path(config_file()))
    try:
        state["clipboard"] = load(config_file()).clipboard
    except ConfigError as error:
        state["trouble"] = error.sentences
    return state


def _terminal() -> dict[str, object]:
    import locale

    size = shutil.get_terminal_size((0, 0))
    said = {name: os.environ.get(name) for name in ("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "LANG")}
    return {
        **said,
        "size": f"{size.columns}x{size.lines}" if size.columns else None,
        "colours": _colours(),
        "encoding": sys.stdout.encoding,
        "locale encoding": locale.getpreferredencoding(do_setlocale=False),
        "tmux": "yes" if os.environ.get("TMUX") else "no",
        "ssh": "yes" if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY") else "no",
        "stdin stdout stderr": [_kind(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)],
    }


def _colours() -> str:
    """How many colours the reader would use, as Rich finds out."""
    from rich.console import Console

    return Console(force_terminal=True).color_system or "none"


def _kind(stream: object) -> str:
    isatty = getattr(stream, "isatty", None)
    return "terminal" if isatty and isatty() else "no terminal"


def _clipboard() -> dict[str, object]:
    """The routes in the order in which they are tried, with those whose program is missing."""
    from tui.terminal.clipboard import routes

    ways = [route.name for route in routes(os.environ)]
    return {
        "routes": [*(f"{name}{'' if shutil.which(name) else ' (missing)'}" for name in ways), "the terminal (OSC 52)"]
    }


def _file(path: Path) -> dict[str, object]:
    return {"path": str(path), "bytes": path.stat().st_size if path.is_file() else None}
