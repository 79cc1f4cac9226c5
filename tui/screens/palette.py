"""Textual's palette, which answers once: it takes Enter pressed twice for two answers."""

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.message import Message
from textual.widgets import Input, OptionList


class PaletteScreen(CommandPalette):
    """Once it is closed, nothing that was pressed before counts: else the screen below would close, or the app end."""

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    @on(Input.Changed)
    def _answer_once(self, event: Message) -> None:
        if self.app.screen is not self:
            event.stop()
            event.prevent_default()  # the palette is not asked

    def dismiss(self, result: None = None) -> AwaitComplete:
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
