"""Our own finder as a program hears it: `minutebook find --stdin --json`, from a line in to a line out.

It answers in three sections (resolutions, titles, discussion) and writes JSON, so it does more than the others.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.finding.apart import peak_memory
from tests.benchmarks.finding.engines.engine import LIMIT, Answered, Engine
from tests.benchmarks.finding.known import Row
from tests.benchmarks.finding.stores import Built


class Piped:
    """A command that is running."""

    def __init__(self, command: "subprocess.Popen[str]") -> None:
        assert command.stdin is not None
        assert command.stdout is not None
        self._command = command
        self._write, self._read = command.stdin, command.stdout

    def ask(self, typed: str) -> Answered:
        begun = time.perf_counter()
        self._write.write(f"{typed}\n")
        self._write.flush()
        line = self._read.readline()
        seconds = time.perf_counter() - begun
        answer = json.loads(line)
        hits = answer[answer["section"]]["hits"]
        rows = tuple(Row(hit["number"] or "", hit["title"], hit["text"]) for hit in hits)
        return Answered(rows, seconds, any(hit["exact"] for hit in hits))

    def memory(self) -> int:
        return peak_memory(self._command.pid)


@contextmanager
def opened(built: Built) -> Iterator[Engine]:
    find = ["find", "--store", str(built.path), "--stdin", "--json", "--limit", str(LIMIT)]
    with subprocess.Popen(
        [sys.executable, "-m", "tui.cli", *find],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as command:
        piped = Piped(command)
        piped.ask("")  # it has started when it answers
        yield piped
