"""Work beside the screen."""

from textual.dom import DOMNode

from tui.ports import Work


def run(node: DOMNode, group: str, work: Work) -> None:
    """Do `work`, whatever else is being done for the same group of the same node."""
    node.run_worker(work, group=group)  # type: ignore[arg-type]  # which of its kinds, mypy cannot tell


def run_newest(node: DOMNode, group: str, work: Work) -> None:
    """Do `work`, and give up what is being done for the same group of the same node."""
    node.run_worker(work, exclusive=True, group=group)  # type: ignore[arg-type]  # as above
