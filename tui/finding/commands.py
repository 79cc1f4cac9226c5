"""Finding: narrowing what was found, asking again what was asked before, and keeping what is worth it."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from tui.commands.command import NO_MINUTES, Command, Commands, every
from tui.commands.general import LIST_MOVES, Choose, Close
from tui.ports import Pane, ReaderPort
from tui.widgets.headed_list import ChoiceList

if TYPE_CHECKING:
    from store.userdata.saved_queries import Saved


class Finds(Protocol):
    """What finds."""

    def open_facets(self) -> None: ...


class KeepsQueries(Protocol):
    """What keeps queries."""

    def open_queries(self) -> None: ...
    def name_query(self) -> None: ...


class CanFind(ReaderPort, Protocol):
    """The reader, where something is found in it."""

    @property
    def finding(self) -> Finds: ...
    @property
    def saved_queries(self) -> KeepsQueries: ...


class FacetChoice(Protocol):
    """A list of what narrows."""

    @property
    def choices(self) -> ChoiceList: ...
    def choose_too(self) -> None: ...


class QueryChoice(Protocol):
    """A list of queries."""

    @property
    def saved(self) -> "Saved | None": ...
    def forget(self) -> None: ...


class Naming(Protocol):
    """Where a query gets a name."""

    def save(self) -> None: ...


class FindingCommand(Command[CanFind]):
    """These stand together in the help. Their keys work in the find box too."""

    group: ClassVar[str] = "Finding"
    footer_in: ClassVar[tuple[Pane, ...]] = (Pane.RESOLUTIONS,)


class Find(FindingCommand):
    id = "find"
    keys = ("/",)
    footer = "find"
    footer_in = ()
    help = "Find words in resolutions, titles and discussion: type, and the list narrows"

    def run(self, target: CanFind) -> None:
        target.use_find_box()


class Narrow(FindingCommand):
    id = "narrow"
    keys = ("ctrl+f",)
    footer = "narrow"
    needs = "place"
    lacking = NO_MINUTES
    help = "Narrow what is found to a committee, a year or an outcome"

    def run(self, target: CanFind) -> None:
        target.finding.open_facets()


class EarlierQueries(FindingCommand):
    id = "earlier-queries"
    keys = ("ctrl+r",)
    footer = "earlier"
    help = "Queries that were saved, with what is new in them, and those that were asked before"

    def run(self, target: CanFind) -> None:
        target.saved_queries.open_queries()


class SaveQuery(FindingCommand):
    id = "save-query"
    keys = ("ctrl+n",)
    footer = "save"
    help = "Save the query in the find box under a name"

    def why_not(self, target: CanFind) -> str | None:
        asked = target.find_text.strip()
        return None if asked else f"There is no query yet: {target.key_for('find')} begins one."

    def run(self, target: CanFind) -> None:
        target.saved_queries.name_query()


class ChooseToo(Command[FacetChoice]):
    id = "choose-too"
    group: ClassVar[str] = "Choosing"
    keys = ("tab",)
    footer = "this one too"
    help = "Of what narrows: let this value in beside the others of its kind, or take it out again"

    def why_not(self, target: FacetChoice) -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: FacetChoice) -> None:
        target.choose_too()


class Forget(Command[QueryChoice]):
    id = "forget"
    group: ClassVar[str] = "Choosing"
    keys = ("ctrl+x",)
    footer = "forget"
    help = "Of queries: forget the saved one under the cursor"

    def why_not(self, target: QueryChoice) -> str | None:
        return None if target.saved else "Only a saved query can be forgotten; earlier ones make room by themselves."

    def run(self, target: QueryChoice) -> None:
        target.forget()


class SaveIt(Command[Naming]):
    id = "save-it"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "save"
    help = "Save it under this name"

    def run(self, target: Naming) -> None:
        target.save()


FINDING = every(FindingCommand)
FACET_COMMANDS: Commands = (Choose, ChooseToo, Close, *LIST_MOVES)
QUERY_COMMANDS: Commands = (Choose, Forget, Close, *LIST_MOVES)
NAME_COMMANDS: Commands = (SaveIt, Close)
