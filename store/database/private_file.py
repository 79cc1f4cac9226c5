"""Files that are a person's own: made readable by nobody else, copied with the rights that they have."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

_OWN = 0o600


def make_private(path: Path) -> None:
    """Make an empty file that only its owner reads and writes, where there is none. Raises `OSError`."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN))


def take_rights(path: Path, original: Path) -> None:
    """Give a file the mode and, as far as one may, the owner of another. Raises `OSError` where it has no mode."""
    known = original.stat()
    with suppress(OSError):  # whoever is not root keeps what is theirs
        os.chown(path, known.st_uid, known.st_gid)
    shutil.copymode(original, path)


def real_file(path: Path) -> Path:
    """The file that a path names, through every link: what takes its place must not take that of the link."""
    return Path(os.path.realpath(path))
