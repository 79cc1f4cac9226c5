"""The words in the rule above a pane."""

from textual.content import Content

from tui.safe import words


def pane_title(*parts: str) -> Content:
    """The parts there are, with dots between, and space around them that the rule would otherwise touch."""
    return words(f" {' · '.join(part for part in parts if part)} ")
