"""The reader, to its own controllers: with its panes."""

from typing import TYPE_CHECKING, Protocol

from tui.ports import ReaderPort

if TYPE_CHECKING:
    from store.errors import MinutebookError
    from tui.reader.panes import Panes


class ReaderHost(ReaderPort, Protocol):
    """What listing, outlining, selecting, remembering and watching see of the screen that they work for."""

    @property
    def panes(self) -> "Panes": ...

    @property
    def is_new(self) -> bool:
        """Whether no place was gone to yet."""
        ...

    def complain(self, error: "MinutebookError") -> None:
        """Show an error in words where the minutes would be."""
        ...

    def welcome(self, *, empty: bool) -> None:
        """Stand a welcome over the reader of an empty store, and take it away when there is something to read."""
        ...

    def list_anew(self, *, other_store: bool = False) -> None:
        """Make every list anew from the store as it is now; `other_store` says that it may be another one."""
        ...
