"""Work in the background of which the newest wins."""

from collections.abc import Callable, Coroutine

from textual.dom import DOMNode


def run_newest(node: DOMNode, group: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Do `work` beside the screen, and give up what is being done for the same group of the same node.

    It is made only when it begins: a coroutine that is given up before would never be awaited, and Python says so.
    """
    node.run_worker(work, exclusive=True, group=group)  # type: ignore[arg-type]  # which of its kinds, mypy cannot tell
