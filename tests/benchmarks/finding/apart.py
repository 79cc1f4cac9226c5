"""Work in a process of its own: what it costs in time and memory is its own, and nothing that was cached helps it."""

import importlib
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

Told = ParamSpec("Told")
Given = TypeVar("Given")


def apart(work: Callable[Told, Given], *args: Told.args, **named: Told.kwargs) -> Given:
    """What `work`, a function of a module, gives when it is called in a fresh process."""
    task = pickle.dumps((work.__module__, work.__name__, args, named))
    done = subprocess.run([sys.executable, "-m", __spec__.name], input=task, stdout=subprocess.PIPE, check=True)
    return cast(Given, pickle.loads(done.stdout))


@contextmanager
def busy_loops(number: int) -> Iterator[None]:
    """So many processes that do nothing, as fast as they can, for as long as the block lasts."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def peak_memory(process: int | str = "self") -> int:
    """The most bytes of memory that a process, this one unless told otherwise, has held so far."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise LookupError("VmHWM")


def _main() -> None:
    module, name, args, named = pickle.loads(sys.stdin.buffer.read())
    given = getattr(importlib.import_module(module), name)(*args, **named)
    sys.stdout.buffer.write(pickle.dumps(given))


if __name__ == "__main__":
    _main()
