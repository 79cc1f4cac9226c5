"""How the app ends when nobody quits it: by a signal, without its terminal, or by a fault of its own."""

import asyncio
import signal
import sys
from contextlib import suppress
from typing import Final

from rich.console import RenderableType

from tui.terminal.console import Exit
from tui.terminal.log import log_error
from tui.terminal.textual_private import FaultyApp

SIGNALS: Final = (
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGABRT, signal.SIGUSR1, signal.SIGUSR2),
    *(signal.SIGALRM, signal.SIGVTALRM, signal.SIGXCPU),
)
"""What ends a program that does not say otherwise, and may come from outside; Ctrl+C is one more."""

_LOOKS: Final = 1.0  # seconds between looks at whether the terminal is still there
# No mouse in pixels and no telling of sizes, which Textual may leave on, and no colours.
_TIDIED: Final = "\x1b[?1016l\x1b[?2048l\x1b[0m"


class EndingApp(FaultyApp):
    """Ends with the terminal as it was; the exit status says why."""

    _told: signal.Signals | None = None  # to end by it

    def take_signals(self) -> None:
        """End by what is sent from now on: before the terminal is another than it was."""
        loop = asyncio.get_running_loop()
        for ending in (*SIGNALS, signal.SIGINT):
            loop.add_signal_handler(ending, self._end, ending)
            # That alone loses a signal that comes while some hundred calls from other threads wait for the loop.
            signal.signal(ending, lambda number, _: loop.call_soon_threadsafe(self._end, signal.Signals(number)))

    def on_mount(self) -> None:
        if not self.is_headless:
            self.set_interval(_LOOKS, self._look_at_terminal)

    def panic(self, *renderables: RenderableType) -> None:
        """End without the traceback that Textual prints: its variables have words of documents.

        Called for a fault that says itself how it is shown, and where no keys can be read any more.
        """
        if self.fault is None:
            self._end(signal.SIGHUP)
        else:
            self.fail()

    def fail(self) -> None:
        if self._told:  # while it began, and what was not there yet is missed
            self.close(128 + self._told)
            return
        if error := sys.exc_info()[1] or self.fault:
            log_error(error)
        self.close(Exit.CRASHED)

    def _end(self, ending: signal.Signals) -> None:
        self._told = ending
        self.exit(return_code=128 + ending)

    def _look_at_terminal(self) -> None:
        """End when the terminal went without a signal, as it may for who does not control it."""
        if not sys.__stdin__ or not sys.__stdin__.isatty():
            self._end(signal.SIGHUP)


def tidy_terminal() -> None:
    """Put the terminal right where Textual does not."""
    if sys.__stderr__:
        with suppress(OSError):  # a terminal that is gone
            sys.__stderr__.write(_TIDIED)
            sys.__stderr__.flush()
