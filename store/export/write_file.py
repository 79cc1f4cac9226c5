"""Writing a file whole or not at all: beside its place first, and put there when every byte is on the disk."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.errors import MinutebookError


class ExportError(MinutebookError):
    """A file that cannot be written. Nothing was left behind."""


def write_whole(path: Path, pieces: Iterable[str], *, force: bool = False) -> None:
    """Write `pieces` as UTF-8 to `path`, over what is there only with `force`.

    Raises `ExportError` when that is not possible; then, and whatever else goes wrong on the way, the folder is as it
    was before.
    """
    try:
        _require_place(path, force=force)
        with _beside(path) as beside:
            with beside.open("wb") as file:
                for piece in pieces:
                    file.write(piece.encode())
                file.flush()
                os.fsync(file.fileno())
            _put(beside, path, force=force)
        _make_lasting(path.parent)
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror or error}); nothing was left there.") from error


def _require_place(path: Path, *, force: bool) -> None:
    if path.is_symlink():
        raise ExportError(f"{path} is a link to {path.readlink()}; name that file itself, or another one.")
    if path.exists() and not path.is_file():
        what = "a folder; name a file in it" if path.is_dir() else "no ordinary file; name another one"
        raise ExportError(f"{path} is {what}.")
    if path.exists() and not force:
        raise _is_there(path)
    if not path.parent.is_dir():
        raise ExportError(f"There is no folder {path.parent} to write {path.name} in.")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new empty file in the folder of `path`, with the rights of a file that is there; gone when the block ends."""
    beside = path.parent / f".minutebook-{secrets.token_hex(6)}.part"
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def _put(beside: Path, path: Path, *, force: bool) -> None:
    """Move a file to its place at once. Without `force` not even over one that came there meanwhile."""
    if force:
        beside.replace(path)
        return
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError:  # a disk without links
        if path.exists():
            raise _is_there(path) from None
        beside.rename(path)


def _make_lasting(folder: Path) -> None:
    """Have the name on the disk too; where folders cannot be asked for that, it is as lasting as any other."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _is_there(path: Path) -> ExportError:
    return ExportError(f"{path} is there already; --force writes over it.")
