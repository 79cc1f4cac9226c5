"""The command line as the harm is done to it: in this process, with what it prints, how it ends, and how it crashed."""

from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from tui.cli.program import cli
from tui.terminal.console import Exit, run


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def crashed(self) -> bool:
        """Whether it ended in any other way than those that are worded for a person."""
        return self.status == Exit.CRASHED or "Traceback" in self.err or (self.status != Exit.DONE and not self.err)


def minutebook(*arguments: str | Path) -> Ended:
    """Run a command."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(cli, [str(argument) for argument in arguments])
    return Ended(status, out.getvalue(), err.getvalue())
