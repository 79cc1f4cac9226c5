"""What there is to show the reader on: a terminal that can move its cursor, or a reason why not."""

import os
import sys
from collections.abc import Mapping

from store.errors import MinutebookError


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
