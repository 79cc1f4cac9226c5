"""Leaving the terminal to the shell for a while."""

from typing import TYPE_CHECKING

from tui.commands.general import GeneralCommand

if TYPE_CHECKING:
    from textual.screen import Screen


class Suspend(GeneralCommand):
    id = "suspend"
    keys = ("ctrl+z",)
    help = "Leave the terminal to the shell; `fg` there comes back"

    def run(self, target: "Screen[None]") -> None:
        target.app.action_suspend_process()
