"""What goes wrong with a store's file, worded for the person who meets it."""

import sqlite3
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 (its name says nothing)

from store.errors import StoreError
from store.text.clean import clean_line

UNREADABLE = (
    *(sqlite3.DatabaseError, ZlibError, ValueError, TypeError, LookupError, ArithmeticError),
    *(AttributeError, AssertionError, StopIteration, RecursionError, MemoryError),
)
"""What comes of reading rows that hold what they cannot hold."""


def unreadable(path: Path, error: Exception) -> StoreError:
    """The error for a person where reading a store came to one of `UNREADABLE`."""
    return StoreError(
        f"Something in {path} cannot be read ({clean_line(str(error)) or type(error).__name__})."
        " `minutebook check` says whether the store is whole, and what to do."
    )


def damage_error(path: Path, error: Exception) -> StoreError:
    """The error for a person whose store holds something that cannot be."""
    return StoreError(f"{path} is damaged ({error}). `minutebook check` says what is wrong with it and what to do.")


def no_store_yet(path: Path) -> StoreError:
    """The error for a person who has not added anything yet."""
    return StoreError(f"There is no store at {path} yet; `minutebook add` makes one.")


def no_store(path: Path) -> StoreError:
    """The error for a person whose file is something else."""
    return StoreError(f"{path} is not a store of minutes; choose another with --store.")


def write_error(path: Path, error: OSError | sqlite3.Error) -> StoreError:
    """The error for a person whose store cannot be written, and why."""
    if isinstance(error, OSError):
        return StoreError(f"{path} cannot be written: {error.strerror}.")
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the low byte; above it stands which kind of it
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            why = f"the disk is full or fails ({error}). What was stored before is safe; make room, and do it again"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            why = "another program has been writing it all the time; try again"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            why = f"you may not write there ({error})"
        case _:
            why = str(error)
    return StoreError(f"{path} cannot be written: {why}.")
