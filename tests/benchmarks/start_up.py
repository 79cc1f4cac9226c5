"""Start-up: from the command to the first screen, against a bare Textual app with four panes, turn by turn in one run.

Run by `make bench`. Prints medians, in milliseconds, and their ratio: the ratio is what to compare between machines.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from store.sample import build_sample

_ROUNDS = 15
_PATIENCE = 20.0  # seconds
_BARE = """
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

class Bare(App):
    def compose(self):
        with Horizontal():
            for column in range(2):
                with Vertical():
                    yield Static(f"pane {column}")
                    yield Static("four bare panes" if column else "pane")

Bare().run()
"""


def seconds_until(sign: str, command: list[str]) -> float:
    """How long a command takes in a terminal of 120 by 36 cells until it has written `sign`."""
    started = time.perf_counter()
    pid, end = pty.fork()
    if pid == 0:
        os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    written = b""
    try:
        while sign.encode() not in written:
            ready, _, _ = select.select([end], [], [], _PATIENCE)
            if not ready:
                raise TimeoutError(f"{command} has not written {sign!r}")
            written += os.read(end, 65_536)
        return time.perf_counter() - started
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(end)


def main() -> None:
    """Time the bare app and the reader by turns, and print what came out."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "sample.db"
        build_sample(store)
        reader = [sys.executable, "-m", "tui.cli", "--store", str(store)]
        bare = [sys.executable, "-c", _BARE]
        plain = [sys.executable, "-m", "tui.cli", "list", "--store", str(store)]
        times: dict[str, list[float]] = {"bare": [], "first screen": [], "with its minutes": [], "list": []}
        for _ in range(_ROUNDS):
            times["bare"].append(seconds_until("four bare panes", bare))
            times["first screen"].append(seconds_until("1 Meetings", reader))
            times["with its minutes"].append(seconds_until("Wendleham", reader))
            times["list"].append(seconds_until("Wendleham", plain))
    middle = {what: statistics.median(taken) * 1000 for what, taken in times.items()}
    lines = [
        f"a bare Textual app with four panes     {middle['bare']:6.0f} ms",
        *(
            f"{name:<38} {middle[what]:6.0f} ms   {middle[what] / middle['bare']:.2f} times the bare app"
            for what, name in (
                ("first screen", "minutebook, first screen"),
                ("with its minutes", "minutebook, first screen with minutes"),
                ("list", "minutebook list"),
            )
        ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
