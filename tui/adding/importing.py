"""Adding minutes from inside the app: in a process apart, so that the screen never waits for a document."""

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final

from store.errors import MinutebookError, StoreError

if TYPE_CHECKING:
    from store.ingest.events import Event


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


_TOGETHER: Final = 0.1  # seconds in which events are gathered for the screen
_PATIENCE: Final = 2.0  # seconds for the document in hand, when it is to stop


class Import:
    """One import into the store at `store_path`. Its process begins when the first event is asked for."""

    def __init__(self, store_path: Path, path: Path, council: str | None) -> None:
        self._arguments = (str(store_path), str(path), *([council] if council else []))
        self._process: Popen[bytes] | None = None
        self._told: Connection | None = None
        self._stopped = False
        self._taking = threading.Lock()
        self._errors = TemporaryFile()  # noqa: SIM115 (the end of the process closes it)

    async def events(self) -> "AsyncIterator[list[Event]]":
        """What becomes of the documents, those together that come together. Raises `StoreError`."""
        try:
            await asyncio.to_thread(self._begin)
            while told := await asyncio.to_thread(self._take):
                for error in told:
                    if isinstance(error, MinutebookError):
                        raise error
                yield [event for event in told if not isinstance(event, MinutebookError)]
        finally:
            self._abandon()

    def stop(self) -> None:
        """Stop after the document in hand, and after a while in the middle of it. What is told of is stored."""
        if not self._stopped:
            self._stopped = True
            threading.Thread(target=self._interrupt, name="stop-import").start()

    def _abandon(self) -> None:
        """Stop it and clear up, though nobody waits for the events any more."""
        self._stopped = True
        if self._told is None or not self._told.closed:
            threading.Thread(target=self._end_unheard, name="end-import").start()

    def _begin(self) -> None:
        self._process = begin_apart("tui.adding.importing", *self._arguments, errors=self._errors)
        assert self._process.stdout is not None
        self._told = Connection(os.dup(self._process.stdout.fileno()), writable=False)
        if self._stopped:
            self._end_unheard()

    def _take(self) -> "list[Event | MinutebookError]":
        """The next that is told; nothing when the process has ended."""
        assert self._told is not None
        taken: list[Event | MinutebookError] = []
        with self._taking:
            if self._told.closed:
                return []
            with suppress(EOFError):
                taken.append(self._told.recv())
                until = time.monotonic() + _TOGETHER
                while self._told.poll(max(until - time.monotonic(), 0)):
                    taken.append(self._told.recv())
            return taken or self._end()

    def _end(self) -> "list[Event | MinutebookError]":
        """Clear up after the process; an error where it came to an end that nobody foresaw."""
        assert self._told is not None
        assert self._process is not None
        self._told.close()
        self._process.communicate()
        with self._errors as file:
            file.seek(0)
            lines = file.read().decode(errors="replace").splitlines() or [f"status {self._process.returncode}"]
        if self._process.returncode == 0 or self._stopped:
            return []
        kind = lines[-1].split(":")[0]  # of an error its class alone: the rest may be words of a document
        return [StoreError(f"Adding came to an unexpected end ({kind}). What is listed is stored.")]

    def _end_unheard(self) -> None:
        self._interrupt()
        while self._told and self._take():
            pass

    def _interrupt(self) -> None:
        process = self._process
        while process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(TimeoutExpired):
                process.wait(_PATIENCE)


def add(told: Connection, store_path: Path, path: Path, council: str | None) -> None:
    """Add what is at `path`, and tell each event, or the error that ended it."""
    from store.ingest.importer import import_paths
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.terminal.progress import interruptible

    try:
        with closing(UserData(userdata_path())) as desk:
            corrections = desk.corrections.by_document()
        importing = import_paths(store_path, [path], council, corrections)
        with interruptible() as interrupted, closing(importing) as events:
            for event in events:
                told.send(event)
                if interrupted():
                    break
    except MinutebookError as error:
        told.send(error)
    except (BrokenPipeError, KeyboardInterrupt):  # nobody listens any more, or it was to stop in the middle
        pass


if __name__ == "__main__":
    _, _store, _path, *_council = sys.argv
    with closing(Connection(os.dup(sys.stdout.fileno()), readable=False)) as _told:
        add(_told, Path(_store), Path(_path), _council[0] if _council else None)
