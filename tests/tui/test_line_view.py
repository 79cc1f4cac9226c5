"""Lines that are drawn when they are looked at."""

from pathlib import Path

import pytest
from textual.geometry import Region

from tests.tui.opened import opened
from tui.config.settings import Config
from tui.widgets.line_view import LineView
from tui.widgets.theme import PALETTES


@pytest.mark.parametrize("theme", PALETTES)
async def test_no_line_has_a_colour_of_the_terminals_own_where_a_theme_has_colours(sample: Path, theme: str) -> None:
    async with opened(sample, config=Config(theme=theme)) as app:
        await app.type("/flood")
        views = [widget for widget in app.reader.query("*") if isinstance(widget, LineView)]
        lines = [strip for view in views for strip in view.render_lines(Region(0, 0, *view.outer_size))]
        styles = {segment.style for line in lines for segment in line if segment.style}
        assert len(styles) > 10
        assert not any(style.dim for style in styles)
        colours = {colour for style in styles for colour in (style.color, style.bgcolor) if colour}
        assert all(colour.triplet for colour in colours)
