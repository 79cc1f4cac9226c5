"""Textual's driver of the terminal, but that nothing a terminal can send ends the app, and none that goes keeps it."""

import asyncio
import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste, Resize
from textual.message import Message

from tui.terminal.ending import EndingApp
from tui.terminal.textual_private import Parser, WakingDriver

if TYPE_CHECKING:
    from textual.driver import Driver

_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
_MOST_PASTED: Final = 100_000  # characters; no box takes as many
_STALLED: Final = 5.0  # seconds without a byte after which a paste has ended: else every key would be part of it
_MOST_CELLS: Final = 2_000  # in a row or a column; no screen has as many, and to draw one would take all memory


class TerminalInput:
    """Takes bytes as they come. A wrong byte is a U+FFFD, and a sequence that makes no sense is dropped."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = Parser()
        self._last = ""  # the last letters, by which the beginning of a paste is known
        self._paste: _Pasted | None = None

    def read(self, data: bytes) -> Iterator[Message]:
        """What some bytes mean, with those before them that meant nothing yet."""
        text = self._decode(data)
        while text:
            if self._paste is None:
                yield from self._take(text[0])
                text = text[1:]
            else:
                text = self._paste.take(text)
                if self._paste.ended:
                    yield from self._end_paste()

    def tick(self) -> Iterator[Message]:
        """What it means that nothing came for a while: an Escape was the key, or a paste was cut off."""
        yield from self._parsed(self._parser.tick)
        if self._paste is not None and self._paste.stalled:
            yield from self._end_paste()

    def _take(self, letter: str) -> Iterator[Message]:
        self._last = (self._last + letter)[-len(_PASTE_BEGINS) :]
        if self._last == _PASTE_BEGINS:
            self._begin_anew()  # the parser never hears of the paste
            self._paste = _Pasted()
        else:
            yield from self._parsed(lambda: self._parser.feed(letter))

    def _end_paste(self) -> Iterator[Message]:
        assert self._paste is not None
        yield Paste(self._paste.text)
        self._paste, self._last = None, ""

    def _parsed(self, parse: Callable[[], Iterable[Message]]) -> Iterator[Message]:
        try:
            messages = list(parse())
        except Exception:  # noqa: BLE001 (whatever a sequence does to the parser, the next key is to work)
            self._begin_anew()
            return
        for message in messages:
            if isinstance(message, Resize):
                if not all(0 < side <= _MOST_CELLS for side in message.size):
                    continue
                if not message.pixel_size:  # a terminal that does not know tells of the mouse in cells
                    self._parser.terminal_pixel_size = None
            yield message

    def _begin_anew(self) -> None:
        """Forget the sequence that has begun, and not what the terminal told of itself."""
        old, self._parser = self._parser, Parser()
        self._parser.mouse_pixels = old.mouse_pixels
        self._parser.terminal_size = old.terminal_size
        self._parser.terminal_pixel_size = old.terminal_pixel_size


class _Pasted:
    """What is being pasted, of which the beginning is kept."""

    def __init__(self) -> None:
        self.ended = False
        self._kept = ""
        self._waiting = ""  # letters that may be the first ones of the end
        self._came = monotonic()

    @property
    def text(self) -> str:
        """What was pasted, as far as it is kept; Textual takes no NUL either."""
        return (self._kept + self._waiting).replace("\0", "")

    @property
    def stalled(self) -> bool:
        """Whether nothing has come for so long that the rest has been lost."""
        return monotonic() - self._came > _STALLED

    def take(self, text: str) -> str:
        """Take more of it; what is left is what came behind its end."""
        self._came = monotonic()
        more, end, behind = (self._waiting + text).partition(_PASTE_ENDS)
        self.ended = bool(end)
        cut = len(more) if self.ended else max(len(more) - len(_PASTE_ENDS) + 1, 0)
        self._waiting = more[cut:]
        self._kept = (self._kept + more[:cut])[:_MOST_PASTED]
        return behind


_LOOKS: Final = 0.1  # seconds between looks at whether it is to end, and at what is waited for
_AT_ONCE: Final = 65_536  # bytes
_AHEAD: Final = 64  # messages that the app may be behind
_A_MOMENT: Final = 0.005  # seconds


class ForgivingDriver(WakingDriver):
    """Reads bytes by `TerminalInput`, where Textual's own raises for what is no UTF-8; writes by `TerminalOutput`."""

    _passed_on = 0  # messages

    def start_application_mode(self) -> None:
        if isinstance(self.app, EndingApp):
            self.app.take_signals()
        if isinstance(self.terminal, TextIOWrapper):
            self.write_to(TerminalOutput(self.terminal))
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it has no types

    def told_to_stop(self) -> None:
        """Stop between two steps of the app: in the midst of one it may hold what leaving the terminal needs.

        While another program has the terminal the app stands still, and stops with that program at once.
        """
        if self.is_lent:
            self.stop()
        else:
            self._soon(self.stop)

    def told_to_wake(self) -> None:
        """Go on after a stop, between two steps as well, and one waking after the other."""
        if not self.is_lent:
            self._soon(self._go_on)

    def _soon(self, step: "Callable[[], None]") -> None:
        with suppress(RuntimeError):  # the app has ended, and the terminal is as it was
            self.loop.call_soon_threadsafe(step)

    def _go_on(self) -> None:
        """Go on after a stop. Who did not see it come has not left the terminal yet, and would begin there twice.

        So it is after SIGSTOP, which nobody sees, and when a terminal goes and wakes its programs to tell them.
        """
        if self.was_stopped:
            self.wake()
        elif self.has_not_left:
            self.start_over()

    def run_input_thread(self) -> None:
        """Read until the app has had enough. Raises `OSError` when the terminal has gone."""
        terminal = TerminalInput()
        with selectors.SelectSelector() as selector:  # macOS has no other for terminals
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOKS):
                    self._pass_on(terminal.read(os.read(self.fileno, _AT_ONCE)))
                self._pass_on(terminal.tick())

    def _pass_on(self, messages: "Iterable[Message]") -> None:
        for message in messages:
            self.process_message(message)
            self._passed_on += 1
            if self._passed_on % _AHEAD == 0:
                self._wait_for_app()

    def _wait_for_app(self) -> None:
        """Leave what else comes to the terminal until the app has caught up.

        A paste that the terminal does not mark as one is thousands of keys, and what ends the app would have to wait
        for them all.
        """
        turn = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self.loop)  # what was sent is in the queues by then
        while not (turn.done() and self._app_waits()) and not self.exit_event.wait(_A_MOMENT):
            pass

    def _app_waits(self) -> bool:
        screens = self.app.screen_stack[-1:]
        pumps = [self.app, *screens, *(screen.focused for screen in screens if screen.focused)]
        return sum(pump.message_queue_size for pump in pumps) < _AHEAD


def forgiving(driver: "type[Driver]") -> "type[Driver]":
    """The driver to use where Textual would use `driver`: for a terminal ours, for anything else its own."""
    return ForgivingDriver if driver is LinuxDriver else driver


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
