"""Rectangles on a page of a PDF, in which its words and what is drawn beside them stand."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the page as it is read: `left` to `right`, `bottom` to `top`, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    def turned(self, quarters: int) -> "Box":
        """The box after turning the page clockwise by quarters, so that words written up the page lie flat."""
        match quarters:
            case 1:
                return Box(self.bottom, -self.right, self.top, -self.left)
            case 2:
                return Box(-self.right, -self.top, -self.left, -self.bottom)
            case 3:
                return Box(-self.top, self.left, -self.bottom, self.right)
        return self
