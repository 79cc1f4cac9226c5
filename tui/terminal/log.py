"""The log: which versions ran, what was opened, and where an error came from. Never a word of a document or a query.

Of an error it has the class and the lines of code, and not its message, which may quote what was read.
"""

import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.text.clean import clean_line

if TYPE_CHECKING:
    from logging import Logger

LOG_VARIABLE: Final = "MINUTEBOOK_LOG"
_MOST_BYTES: Final = 256_000  # of a file, before the next one begins
_KEPT: Final = 2  # earlier files


def log_path() -> Path:
    """The log's file: as the environment says, else in the person's state directory."""
    if named := os.environ.get(LOG_VARIABLE):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("minutebook", appauthor=False) / "minutebook.log"


def log(sentence: str) -> None:
    """Write a line. A log that cannot be written is nobody's trouble."""
    with suppress(OSError):
        _logger(log_path()).info(clean_line(sentence))


def log_error(error: BaseException) -> None:
    """Write where an error came from, and what it came of."""
    with suppress(OSError):
        _logger(log_path()).error("\n".join(_traced(error)))


@cache
def _logger(path: Path) -> "Logger":
    """The logger of a file, opened with a line on the versions. Raises `OSError` where it cannot be written."""
    import logging
    from logging.handlers import RotatingFileHandler

    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    handler = RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    logger = logging.getLogger(f"minutebook {path}")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logger.info(_versions())
    return logger


def _versions() -> str:
    import platform
    from importlib.metadata import version

    return (
        f"minutebook {version('minutebook')}, Textual {version('textual')}, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {platform.system()}, TERM={clean_line(os.environ.get('TERM', ''))}"
    )


def _traced(error: BaseException) -> Iterator[str]:
    yield _named(error)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield "after"
        yield from _traced(before)


def _named(error: BaseException) -> str:
    """The class of an error, and what the system or SQLite calls it."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    said = getattr(error, "sqlite_errorname", None) or getattr(error, "strerror", None)
    return f"{kind} ({said})" if said else kind
