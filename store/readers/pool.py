"""Reading in processes apart, so that a document that hangs, dies or swallows memory costs only itself."""

import multiprocessing
import os
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

from store.errors import UnreadableDocument
from store.text.clean import clean_line

DEADLINE = 20.0  # seconds for one document
MEMORY = 1 << 30  # bytes of address space for one document, beside what a reader needs to be there at all

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Read]):
    """What came of one file: what was read in it, or the error that says why nothing was."""

    path: Path
    read: Read | None
    error: UnreadableDocument | None


def read_apart(
    read: Callable[[Path], Read], paths: Iterable[Path], *, deadline: float = DEADLINE, memory: int = MEMORY
) -> Generator[Outcome[Read], None, None]:
    """`read` each of `paths`, several at a time; outcomes come in the order of the paths.

    A document that takes longer than `deadline` seconds or more than `memory` bytes, or that ends its process, gives an
    `UnreadableDocument`, and a new process takes the place of the old. `read` is a function of a module, and raises
    nothing but `UnreadableDocument`. Closing the iterator ends the processes.
    """
    waiting = deque(paths)
    readers = [_Reader(read, deadline, memory) for _ in range(min(os.cpu_count() or 1, len(waiting)))]
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


class _Reader(Generic[Read]):
    """One process that reads one document at a time. It starts when it is first needed, and again after a failure."""

    def __init__(self, read: Callable[[Path], Read], deadline: float, memory: int) -> None:
        self._read = read
        self._deadline = deadline
        self._memory = memory
        self._process: BaseProcess | None = None
        self._path = Path()
        self._until = 0.0

    def begin(self, path: Path) -> None:
        """Set the process to read a file."""
        if self._process is None:
            # A server that forks is quick, and its children have no threads of ours.
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload([self._read.__module__])
            self._connection, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(self._read, theirs, self._memory), daemon=True)
            process.start()
            self._process = process
            theirs.close()
        self._path = path
        self._until = time.monotonic() + self._deadline
        self._connection.send(path)

    def outcome(self) -> Outcome[Read]:
        """Wait for what comes of the file."""
        try:
            if self._connection.poll(max(0.0, self._until - time.monotonic())):
                result = self._connection.recv()
                if isinstance(result, UnreadableDocument):
                    return Outcome(self._path, None, result)
                return Outcome(self._path, result, None)
            reason = f"took longer than {self._deadline:g} seconds to read"
        except (EOFError, OSError):
            reason = "ended the process that read it"
        self.stop()
        return Outcome(self._path, None, UnreadableDocument(clean_line(self._path.name), reason))

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
            self._process = None


def _serve(read: Callable[[Path], Read], connection: Connection, memory: int) -> None:
    """Read the files whose paths come in, and send back what was read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asked
    os.nice(5)  # whoever reads minutes meanwhile goes before
    with closing(connection), suppress(EOFError, ConnectionError):  # who asked has ended, perhaps in the middle
        while True:
            connection.send(_read_within(memory, read, connection.recv()))


def _read_within(memory: int, read: Callable[[Path], Read], path: Path) -> Read | UnreadableDocument:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + memory, most))
    try:
        return read(path)
    except UnreadableDocument as error:
        return error
    except MemoryError:
        return UnreadableDocument(clean_line(path.name), f"needs more than {memory >> 20} MB of memory to read")
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """The bytes of address space this process has now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
