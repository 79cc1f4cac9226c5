"""A bare Textual app with four panes: what Textual itself takes, for the reader to be held against."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static

SIGN = "four bare panes"


class Bare(App[None]):
    """Four panes, and nothing behind them."""

    BINDINGS = [("j", "down", "down")]

    def __init__(self, *, lists: bool) -> None:
        super().__init__()
        self._lists = lists

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical():
                yield OptionList(*(f"row {row}" for row in range(300))) if self._lists else Static("pane")
                yield Static("pane")
            with Vertical():
                yield Static("pane")
                yield Input() if self._lists else Static("pane")
                yield Static(SIGN)

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()


if __name__ == "__main__":
    import sys

    Bare(lists="lists" in sys.argv).run()
