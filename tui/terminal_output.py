"""What is written to a terminal, which may have gone."""

from contextlib import suppress
from typing import TextIO


class TerminalOutput:
    """Writes to `terminal` and, when that has gone, to nobody: who draws is not to wait for ever for what it wrote.

    Textual's thread that writes ends with an error then, and after thirty frames that nobody takes the app waits for a
    place in the queue, deaf to every signal.
    """

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def write(self, text: str) -> int:
        try:
            return self._terminal.write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        return self._terminal.fileno()
