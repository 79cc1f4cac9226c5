"""Textual's palette, which answers once: it takes Enter pressed twice for two answers."""

from typing import Any

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.worker import Worker


class PaletteScreen(CommandPalette):
    """Once it is closed, nothing that was pressed before counts: else the screen below would close, or the app end.

    It goes on filling its list when that has gone, which is no reason for the app to end either.
    """

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _answer_once(self, event: Message) -> None:
        if self.app.screen is not self:
            event.stop()
            event.prevent_default()  # the palette is not asked

    def run_worker(self, *work: Any, **options: Any) -> Worker[Any]:
        return super().run_worker(*work, **options | {"exit_on_error": False})

    def dismiss(self, result: None = None) -> AwaitComplete:
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
