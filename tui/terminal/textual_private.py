"""Every private name of Textual that is used, here alone: what reads when Textual moves is this file and its test.

`XTermParser` reads keys, without what ends the app for a byte that is no UTF-8. `_exception` and `_fatal_error` end by
a fault without the traceback, whose variables have words of documents; `_return_code` and `_close_messages_no_wait` do
so with an exit status. `_file` is replaced to write to a terminal that may have gone; `_app` and `_loop` are needed to
wait, in the thread that reads, until the app has caught up; the others to stop and to go on, also after a stop that
nobody saw come.
"""

from asyncio import AbstractEventLoop
from io import TextIOWrapper
from typing import TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

Parser = XTermParser


class FaultyApp(App[None]):
    """An app that says itself how it ends by a fault, in `fail`."""

    @property
    def fault(self) -> Exception | None:
        """The error that ends the app; None where it was not one."""
        return self._exception

    def fail(self) -> None:
        """A fault ends the app: called where the error is handled, or after that."""

    def close(self, status: int) -> None:
        """End at once, with an exit status, and print nothing."""
        self._return_code = status
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.fail()


class WakingDriver(LinuxDriver):
    """The driver of a terminal, with what its subclass may ask of it and do."""

    @property
    def terminal(self) -> TextIO | None:
        """What is drawn is written here."""
        return self._file

    def write_to(self, terminal: object) -> None:
        """Write to something else that writes, flushes and has a file number."""
        self._file = cast("TextIOWrapper", terminal)

    @property
    def app(self) -> App[None]:
        return cast("App[None]", self._app)

    @property
    def loop(self) -> AbstractEventLoop:
        """The event loop of the app, which runs in another thread than the reading."""
        return self._loop

    @property
    def is_lent(self) -> bool:
        """Whether another program has the terminal, which the app itself gave away."""
        return not self._auto_restart

    @property
    def has_not_left(self) -> bool:
        """Whether the terminal is still the app's own, after a stop that nobody saw come."""
        return not self.was_stopped and self._writer_thread is not None and self._writer_thread.is_alive()

    @property
    def was_stopped(self) -> bool:
        """Whether the app has left the terminal to be stopped, and has not been woken since."""
        return bool(self._must_signal_resume)

    def stop(self) -> None:
        """Leave the terminal, and stop until somebody wakes the app."""
        super()._sigtstp_application()

    def wake(self) -> None:
        """Begin on the terminal again, after a stop."""
        super()._sigcont_application()

    def start_over(self) -> None:
        """Leave the terminal and begin on it again, with what was typed meanwhile.

        Textual throws that away when it leaves, unless it reads no more by then.
        """
        self.exit_event.set()
        if self._key_thread is not None:
            self._key_thread.join()
        self.suspend_application_mode()
        self.exit_event.clear()
        self.wake()

    def told_to_stop(self) -> None:
        """A signal tells to stop: it may come at any moment, in the midst of drawing or of waking."""
        self.stop()

    def told_to_wake(self) -> None:
        """A signal tells that the app was woken, at any moment."""
        self.wake()

    def _sigtstp_application(self, *_: object) -> None:
        self.told_to_stop()

    def _sigcont_application(self, *_: object) -> None:
        self.told_to_wake()
