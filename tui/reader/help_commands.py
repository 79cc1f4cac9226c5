"""The commands of the page of keys."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands
from tui.commands.general import MOVEMENTS, Close


class HasSearch(Protocol):
    """A page with a box to search it."""

    def search(self) -> None:
        """Go to the box."""
        ...


class SearchKeys(Command[HasSearch]):
    id = "search-keys"
    group: ClassVar[str] = "General"
    keys = ("/",)
    footer = "search"
    help = "Of the keys: search them, by what they do or another word for it"

    def run(self, target: HasSearch) -> None:
        target.search()


HELP_COMMANDS: Commands = (SearchKeys, Close, *MOVEMENTS)
