"""What others cover is drawn once, and the screen is as if it had been drawn line by line."""

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.opened import SMALL, USUAL, WIDE, opened
from tui.widgets.line_view import Covered


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL, (3, 2), (1, 1)])
async def test_the_screen_is_the_same_to_the_last_style(
    sample: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample, size) as app:
        await app.press("/", *"flood")
        drawn = app.strips
        monkeypatch.setattr(Covered, "render_lines", Widget.render_lines)
        assert drawn == app.strips
        assert len(drawn) == size[1]


async def test_what_is_covered_is_drawn_but_for_two_lines(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    render_lines = Widget.render_lines

    def noting(widget: Widget, crop: Region) -> list[Strip]:
        if isinstance(widget, Covered):
            asked.append(crop.height)
        return render_lines(widget, crop)

    async with opened(sample) as app:
        monkeypatch.setattr(Widget, "render_lines", noting)
        assert app.strips
        assert set(asked) == {2}
