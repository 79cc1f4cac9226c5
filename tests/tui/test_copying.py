"""What is selected with the mouse keeps its lines when it is copied; a pager that showed nothing is told of."""

from pathlib import Path

import pytest

from tests.tui.opened import USUAL, opened
from tui.terminal import clipboard, programs
from tui.terminal.clipboard import Copied


@pytest.mark.parametrize(
    ("selected", "copied", "said"),
    [
        ("the slates would be Welsh", "the slates would be Welsh", "the selected words"),
        ("RESOLVED:\nThat consent be\x1b granted.", "RESOLVED:\nThat consent be granted.", "2 selected lines"),
    ],
)
async def test_the_lines_of_a_selection_stay_lines(
    sample: Path, monkeypatch: pytest.MonkeyPatch, selected: str, copied: str, said: str
) -> None:
    taken: list[str] = []

    def copy(text: str, *_: object, **__: object) -> Copied:
        taken.append(text)
        return Copied(("the test",), terminal=False)

    monkeypatch.setattr(clipboard, "copy", copy)
    async with opened(sample, USUAL) as app:
        app.app.copy_to_clipboard(selected)
        await app.settle()
        assert taken == [copied]
        assert app.said.endswith(f": {said}")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.1, "cat ended at once, and so nothing was to be seen; $PAGER names another pager."), (1.0, "")],
)
async def test_a_pager_that_ended_at_once_showed_nothing_and_that_is_said(
    sample: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, said: str
) -> None:
    monkeypatch.setenv("PAGER", "cat")
    monkeypatch.setattr(programs, "run_here", lambda *_: seconds)
    async with opened(sample, USUAL) as app:
        await app.press("p")
        assert app.said == said
