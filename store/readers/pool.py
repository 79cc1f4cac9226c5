"""Reading in processes apart, so that a document that hangs, dies or swallows memory costs only itself."""

import ctypes
import math
import multiprocessing
import os
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar, cast

from store.errors import UnreadableDocument
from store.text.clean import clean_line

DEADLINE = 20.0  # seconds of processor time for one document
WALL = 15 * DEADLINE  # seconds of the clock, on a machine that is busy with other things; then the parent ends it
MEMORY = 1 << 30  # bytes of address space for one document, beside what a reader needs to be there at all

_PDEATHSIG = 1  # Linux's `prctl`: what a process is sent when its parent ends
_ENDING = 5.0  # seconds until a process that closed its connection has ended

Read = TypeVar("Read")
_Context = ForkContext | ForkServerContext


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Read]):
    """What came of one file: what was read in it, or the error that says why nothing was."""

    path: Path
    read: Read | None
    error: UnreadableDocument | None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds of processor time, bytes of memory, seconds of the clock."""

    deadline: float = DEADLINE
    memory: int = MEMORY
    wall: float = WALL


_LIMITS = Limits()


def read_apart(
    read: Callable[[Path], Read], paths: Iterable[Path], limits: Limits = _LIMITS
) -> Generator[Outcome[Read], None, None]:
    """`read` each of `paths`, several at a time; outcomes come in the order of the paths.

    A document that takes more than its limits, or that ends its process, gives an `UnreadableDocument`, and a new
    process takes the place of the old. The limits hold in the process that reads, which also ends when this one does.
    `read` is a function of a module, and raises nothing but `UnreadableDocument`. Closing the iterator ends the
    processes.
    """
    waiting = deque(paths)
    # A server that forks is quick, and its children have no threads of ours.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([read.__module__])
    readers = [_Reader(read, limits, context) for _ in range(min(os.cpu_count() or 1, len(waiting)))]
    busy: deque[_Reader[Read]] = deque()
    try:
        for reader in readers:
            reader.begin(waiting.popleft())
            busy.append(reader)
        while busy:
            reader = busy.popleft()
            outcome = reader.outcome()
            if waiting:
                reader.begin(waiting.popleft())
                busy.append(reader)
            yield outcome
    finally:
        for reader in readers:
            reader.stop()


def read_one(read: Callable[[Path], Read], path: Path, limits: Limits = _LIMITS) -> Read:
    """`read` a single document in a process apart, within the same limits. Raises `UnreadableDocument`.

    Where there are no threads it is a copy of this process, which is there at once.
    """
    alone = threading.active_count() == 1
    context = multiprocessing.get_context("fork") if alone else multiprocessing.get_context("forkserver")
    reader = _Reader(read, limits, context)
    try:
        reader.begin(path)
        outcome = reader.outcome()
    finally:
        reader.stop()
    if outcome.error is not None:
        raise outcome.error
    return cast("Read", outcome.read)


class _Reader(Generic[Read]):
    """One process that reads one document at a time. It starts when it is first needed, and again after a failure."""

    def __init__(self, read: Callable[[Path], Read], limits: Limits, context: _Context) -> None:
        self._read = read
        self._limits = limits
        self._context = context
        self._process: BaseProcess | None = None
        self._path = Path()
        self._until = 0.0

    def begin(self, path: Path) -> None:
        """Set the process to read a file."""
        if self._process is None:
            self._connection, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(self._read, theirs, self._limits), daemon=True)
            process.start()
            self._process = process
            theirs.close()
        self._path = path
        self._until = time.monotonic() + self._limits.wall
        self._connection.send(path)

    def outcome(self) -> Outcome[Read]:
        """Wait for what comes of the file."""
        too_long = f"took longer than {self._limits.deadline:g} seconds to read"
        reason = too_long
        try:
            if self._connection.poll(max(0.0, self._until - time.monotonic())):
                result = self._connection.recv()
                if isinstance(result, UnreadableDocument):
                    return Outcome(self._path, None, result)
                return Outcome(self._path, result, None)
        except (EOFError, OSError):
            reason = too_long if self._ended_by(signal.SIGXCPU) else "ended the process that read it"
        self.stop()
        return Outcome(self._path, None, UnreadableDocument(clean_line(self._path.name), reason))

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
            self._process = None

    def _ended_by(self, number: signal.Signals) -> bool:
        """Whether a signal ended the process, which has just closed its end of the connection."""
        if self._process is None:
            return False
        self._process.join(_ENDING)
        return self._process.exitcode == -number


def _serve(read: Callable[[Path], Read], connection: Connection, limits: Limits) -> None:
    """Read the files whose paths come in, and send back what was read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asked
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _end_with_parent()
    os.nice(5)  # whoever reads minutes meanwhile goes before
    with closing(connection), suppress(EOFError, ConnectionError):  # who asked has ended, perhaps in the middle
        while True:
            connection.send(_read_within(limits, read, connection.recv()))


def _end_with_parent() -> None:
    """End this process when the one that asked for it ends.

    A thread waits for that, since the kernel's parent of a process that a server forked is the server, which outlives
    who asked for as long as one of its children lives. Where the kernel can do it, it does so as well: a pattern that
    searches for long lets no thread run.
    """
    asking = multiprocessing.parent_process()
    if asking is not None:
        threading.Thread(target=_end_after, args=(asking,), daemon=True).start()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)


def _end_after(asking: BaseProcess) -> None:
    asking.join()
    os.kill(os.getpid(), signal.SIGKILL)


def _read_within(limits: Limits, read: Callable[[Path], Read], path: Path) -> Read | UnreadableDocument:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + limits.memory, most))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    until = math.ceil(time.process_time() + limits.deadline)
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))
    try:
        return read(path)
    except UnreadableDocument as error:
        return error
    except MemoryError:
        return UnreadableDocument(clean_line(path.name), f"needs more than {limits.memory >> 20} MB of memory to read")
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def _address_space() -> int:
    """The bytes of address space this process has now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
