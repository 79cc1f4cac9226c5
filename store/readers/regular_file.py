"""Opening a file that a person names: a pipe would be waited for without end, and a device may have no end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotRegular(OSError):
    """What is there is no file with words in it; `strerror` says what it is."""


def open_regular(path: Path) -> BinaryIO:
    """A regular file, open for reading. Raises `NotRegular` for everything else, and `OSError` as opening does."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    mode = os.fstat(descriptor).st_mode  # of what is open, which cannot become something else
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise NotRegular(0, "is a folder" if stat.S_ISDIR(mode) else "is not a file but a pipe or a device")
    return os.fdopen(descriptor, "rb")
