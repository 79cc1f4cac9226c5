"""What the command line prints and how it ends: stdout for output, stderr for the rest, one set of exit statuses."""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import IntEnum
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Final

import click

from store.errors import MinutebookError
from store.text.clean import clean, clean_line

_WIDTH_WITHOUT_TERMINAL = 80

Row = tuple[tuple[str, bool], ...]
"""A row in parts: the words, and whether they are lit."""


class Exit(IntEnum):
    """Every exit status of the program; click adds 2 for a command line that it does not understand."""

    DONE = 0
    FAILED = 1  # something could not be read, nothing was found, or nobody wanted the rest
    CRASHED = 70  # a fault of the program's own
    INTERRUPTED = 130


def run(program: click.Command, arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status. Errors meant for a person end on stderr, in a line."""
    _forgive_streams()
    try:
        status = program.main(arguments, prog_name="minutebook", standalone_mode=False)
        sys.stdout.flush()
    except MinutebookError as error:
        complain(str(error))
        return Exit.FAILED
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        sys.stderr.write(clean(shown.getvalue()))  # it quotes what was typed
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the pipe has seen enough. Click does the same, with the same status, when it happens before the
        # end.
        _print_no_more()
        return Exit.FAILED
    except OSError as error:
        if (why := _REFUSED.get(error.errno or 0)) is None:
            return crashed(error)
        _print_no_more()
        complain(f"{why} ({error.strerror}).")
        return Exit.FAILED
    except Exception as error:  # noqa: BLE001 (told and logged: a traceback would not help, and may quote the minutes)
        return crashed(error)
    return int(status or Exit.DONE)


_REFUSED: Final = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO), "What was to be printed cannot be written to its end"
    ),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "The system lets this program open too few files; see `ulimit -n`"),
    **dict.fromkeys((errno.EAGAIN, errno.ENOMEM), "The system has no room for the processes that read; try again"),
}
"""What a person is told where the system refuses something, by its reason; all else is a fault of the program."""


def _print_no_more() -> None:
    """Let go of what was not printed: the interpreter must not complain of it when it closes stdout."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def crashed(error: BaseException | None) -> Exit:
    """Say that the program has a fault, and where to look; `error` is logged, unless it was already."""
    from tui.terminal.log import log_error, log_path

    if error is not None:
        log_error(error)
    complain(f"This is a fault of the program. Where in it stands in {log_path()}.")
    return Exit.CRASHED


def say(text: str) -> None:
    """Print text, of which nothing can drive the terminal."""
    print(clean(text))  # noqa: T201 (the one place that prints)


def say_json(value: object) -> None:
    """Print a value for a program to read, in ASCII, which every pipe can carry."""
    say(json.dumps(value, indent=2))


def say_json_list(values: Iterable[object]) -> None:
    """Print what `say_json` prints of a list, each value as soon as there is one."""
    before = "["
    for value in values:
        lines = clean(json.dumps(value, indent=2)).split("\n")
        sys.stdout.write("\n  ".join([before, *lines]))
        before = ","
    say("[]" if before == "[" else "\n]")


def say_json_line(value: object) -> None:
    """Print a value on a line of its own, at once, for a program that waits for it."""
    say(json.dumps(value))
    sys.stdout.flush()


def say_lit(rows: Iterable[Row]) -> None:
    """Print rows whose lit parts are bold on a terminal. Bold is no colour, and so NO_COLOR has no say in it."""
    bold = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    for row in rows:
        parts = ((clean(text), lit) for text, lit in row)
        print("".join(click.style(text, bold=True) if lit and bold else text for text, lit in parts))  # noqa: T201 (the one place that prints)


def say_exactly(text: str) -> None:
    """Print a document's own text without changing a character; it was cleaned when it was read."""
    sys.stdout.write(text)


def complain(sentence: str) -> None:
    """Say on stderr what went wrong, or what else there is to know."""
    with suppress(OSError):  # nobody is there to read it, or its disk is full, too
        print(f"minutebook: {clean_line(sentence)}", file=sys.stderr, flush=True)  # noqa: T201 (the one place that prints)


def width() -> int:
    """How many characters a line may have: the terminal's, or 80 in a pipe."""
    if not sys.stdout.isatty():
        return _WIDTH_WITHOUT_TERMINAL
    return shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns


def _forgive_streams() -> None:
    """Let a terminal without “ ” show the words all the same; what is printed to a closed stream goes nowhere."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open to the end)
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


class NoScreen(MinutebookError):
    """The terminal cannot show the reader. The message says what to use instead."""


def is_terminal() -> bool:
    """Whether a person is there to read: the app reads keys from stdin and draws on stderr, where Textual writes."""
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr))


def require_screen(environment: Mapping[str, str] = os.environ) -> None:
    """Raise `NoScreen` where the reader would hang or print rubbish."""
    plain = "use `minutebook list`, `minutebook show` and `minutebook find`, which print plain text."
    if not is_terminal():
        raise NoScreen(f"The reader needs a terminal for its keys and its screen; {plain}")
    if environment.get("TERM", "") in ("", "dumb", "unknown"):
        raise NoScreen(f"This terminal (TERM={environment.get('TERM', '')}) cannot show the reader; {plain}")
