"""The command line: `minutebook …`. Without a command it opens the app; nothing else imports it."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from tui.cli.program import cli
    from tui.terminal.console import run

    sys.exit(run(cli))
