"""Textual's driver of the terminal, but that nothing a terminal can send ends the app, and none that goes keeps it."""

import asyncio
import os
import selectors
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, TextIO

from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.ending import EndingApp
from tui.terminal.input import TerminalInput
from tui.terminal.textual_private import WakingDriver

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message


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
