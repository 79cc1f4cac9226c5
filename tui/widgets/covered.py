"""What others cover."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Covered(Widget):
    """A widget that others cover, but for a line above and a margin: each other line is as good as the second.

    Textual draws what is covered too, line by line, which takes nearly as long as drawing what covers it.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        lines = super().render_lines(Region(crop.x, crop.y, crop.width, min(crop.height, 2)))
        return lines[:1] + lines[1:] * (crop.height - 1)
