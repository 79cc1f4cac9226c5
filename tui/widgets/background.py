"""Work beside the screen."""

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode

Work = Callable[[], Coroutine[Any, Any, None]]
"""It is made only when it begins: a coroutine that is given up before would never be awaited, and Python says so."""


def run(node: DOMNode, group: str, work: Work) -> None:
    """Do `work`, whatever else is being done for the same group of the same node."""
    node.run_worker(work, group=group)  # type: ignore[arg-type]  # which of its kinds, mypy cannot tell


def run_newest(node: DOMNode, group: str, work: Work) -> None:
    """Do `work`, and give up what is being done for the same group of the same node."""
    node.run_worker(work, exclusive=True, group=group)  # type: ignore[arg-type]  # as above
