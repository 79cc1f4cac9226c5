"""A hostile terminal: whatever bytes it sends, the reader goes on, and leaves it as it was in the end.

`python -m tests.harm.hostile_terminal 10000` for so many byte strings, put together from pieces of what terminals send
and from bytes of every kind, and then ten megabytes pasted into a note. Exits with 1 when the reader ended before it
was told to, when it did not take a key within ten seconds of the paste, or when it left the terminal otherwise than it
was.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from store.ingest.sample import build_sample
from tests.tui.terminal_session import TerminalSession

_PASTED: Final = 10_000_000  # bytes
_LATEST: Final = 10.0  # seconds of the processor: by the clock it is other programs that it waits for
_READY: Final = "Planning Committee"
_NO_COMMANDS: Final = (  # so that nothing leads to a program or a file; Textual's own keys work, and its palette
    "from tui.commands.command_screen import CommandScreen\n"
    "CommandScreen.press = CommandScreen.action_command = lambda *_: False"
)
_QUIETLY: Final = b"\x03\x11\x1a\x1c"  # what ends or stops a program by itself
_PIECES: Final = (
    *("\x1b", "\x1b[", "\x1b[<", "\x1b[M", "\x1b]", "\x1bP", "\x1bO", "[", ";", ":", "?", "$y", "u", "~", "M", "m"),
    *("t", "0", "1", "48", "-", "99999999999999999999", "1114112", "55296", "2147483648", "\x1b[97;1;", "\x1b[1;1R"),
    *(
        "q",
        " ",
        "\x1b[48;0;0;0;0t",
        "\x1b[48;24;80;480;800t",
        "\x1b[48;9999;9999;1;1t",
        "\x1b[<0;1;1M",
        "\x1b[<0;99999999;-1m",
    ),
    *("\x1b[200~", "\x1b[201~", "\x1b[I", "\x1b[O", "\x1b[?2048;2$y", "\x1b[?2026;2$y", "\0", "\x9b", "\u0663", "漢"),
)
_BROKEN: Final = (b"\xff", b"\xe9", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf0\x9f\x98")


def strings(count: int) -> Iterator[bytes]:
    """So many strings."""
    chance = random.Random(count)
    pieces = [*(piece.encode() for piece in _PIECES), *_BROKEN]
    for _ in range(count):
        if chance.random() < 0.8:
            made = b"".join(chance.choices(pieces, k=chance.randint(1, 13)))
        else:
            made = chance.randbytes(chance.randint(1, 40))
        yield made.translate(None, _QUIETLY)


def main(count: int) -> int:
    """Send, print what came of it, and the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["MINUTEBOOK_LOG"] = str(folder / "log")
        store = folder / "sample.db"
        build_sample(store)
        wrong = [*_send(store, count), *_paste(store)]
        log = folder / "log"
        wrong += log.read_text(encoding="utf-8").partition("ERROR")[2].splitlines()
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in wrong[:50])
    return 1 if wrong else 0


def _send(store: Path, count: int) -> Iterator[str]:
    """What went wrong when strings were sent."""
    with TerminalSession(store, _NO_COMMANDS, MINUTEBOOK_DESK=str(store.with_name("desk.db"))) as session:
        session.wait_for(_READY)
        for number, sent in enumerate(strings(count)):
            session.send(sent)
            session.read_for(0.002)
            if b"\x1b[?1049l" in session.written:
                yield f"the reader ended at string {number}, or a few before: {sent!r}"
                return
        session.send(b"\x1b[201~")  # the end of a paste, if one had begun
        yield from _end(session)
    sys.stdout.write(f"{count:,} byte strings were sent to the reader, and it went on\n")


def _paste(store: Path) -> Iterator[str]:
    """What went wrong when very much was pasted into a note."""
    with TerminalSession(store, MINUTEBOOK_DESK=str(store.with_name("another desk.db"))) as session:
        session.wait_for(_READY)
        session.press("m")
        begun, worked = time.perf_counter(), session.worked()
        session.press(b"\x1b[200~" + b"flood gate " * (_PASTED // 11) + b"\x1b[201~", pause=0)
        session.wait_for("the rest was left out")
        session.press("\x1b")
        session.wait_for("The note is kept")
        seconds, worked = time.perf_counter() - begun, session.worked() - worked
        sys.stdout.write(f"{_PASTED:,} bytes were pasted into a note, and the next key taken after {seconds:.1f} s")
        sys.stdout.write(f", of which it was at work {worked:.1f} s\n")
        if worked > _LATEST:
            yield "that is too late"
        yield from _end(session)


def _end(session: TerminalSession) -> Iterator[str]:
    if (status := session.end(signal.SIGTERM)) != 128 + signal.SIGTERM:
        yield f"told to end, it ended with {status}"
    yield from session.left_behind()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
