"""Who draws does not wait for a terminal that has gone."""

import os
from threading import Thread
from typing import IO, cast

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from tui.terminal.driver import TerminalOutput


def test_frames_for_a_terminal_that_has_gone_do_not_hold_up_who_draws_them() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with open(theirs, "w", closefd=False) as terminal:
        writer = WriterThread(cast("IO[str]", TerminalOutput(terminal)))
        writer.start()

        def draw() -> None:
            for _ in range(3 * MAX_QUEUED_WRITES):
                writer.write("a frame" * 1000)
            writer.stop()

        drawing = Thread(target=draw, daemon=True)
        drawing.start()
        drawing.join(10)
        assert not drawing.is_alive()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, theirs)  # for what is left in the buffer
        os.close(nowhere)
    os.close(theirs)
