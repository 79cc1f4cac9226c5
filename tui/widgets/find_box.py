"""Where the words to find are typed: letters type, and every other key is the list's."""

from textual.widgets import Input


class FindBox(Input):
    """An input that takes a single line of the pane and leaves the arrows up and down to the list below it."""

    DEFAULT_CSS = """
    FindBox, FindBox:focus {
        border: none;
        height: 1;
        padding: 0;
        background: $panel;
        color: $foreground;
    }
    FindBox:ansi { text-style: underline; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="Find words in resolutions", select_on_focus=False, compact=True)
