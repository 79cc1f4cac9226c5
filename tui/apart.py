"""A module of the program run in a process apart: with the same paths, and without the terminal of the screen."""

import os
import sys
from subprocess import DEVNULL, PIPE, Popen
from typing import IO


def begin_apart(module: str, *arguments: str, errors: IO[bytes]) -> "Popen[bytes]":
    """Begin `python -m MODULE ARGUMENTS…`, whose output can be read; its errors go to a file.

    It is in a session of its own, so that what is pressed on the terminal, and its end, are the app's business alone.
    """
    return Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=errors,
        start_new_session=True,
    )
