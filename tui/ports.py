"""What commands and controllers see of the screen that they work for, and no more of it."""

from typing import Protocol


class Narrowing(Protocol):
    """A list that can be filtered and put in other orders."""

    def open_filter(self) -> None:
        """Ask for a filter."""
        ...

    def clear(self) -> bool:
        """Take the filter away; False where there is none."""
        ...

    def next_order(self) -> None:
        """List it in another order."""
        ...
