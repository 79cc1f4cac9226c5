"""Finding: narrowing what was found, asking again what was asked before, and keeping what is worth it."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import Close, Down, PageDown, PageUp, Up
from tui.widgets.layout import Pane

if TYPE_CHECKING:
    from tui.commands.picker import PickerScreen
    from tui.finding.facets import FacetScreen
    from tui.finding.saved_queries import NameScreen, QueryScreen
    from tui.reader.screen import ReaderScreen


class Choose(Command["PickerScreen"]):
    id = "choose"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "choose"
    help = "Choose what is under the cursor"

    def why_not(self, target: "PickerScreen") -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: "PickerScreen") -> None:
        target.choices.choose()


class ChooseToo(Command["FacetScreen"]):
    id = "choose-too"
    group: ClassVar[str] = "Choosing"
    keys = ("tab",)
    footer = "this one too"
    help = "Of what narrows: let this value in beside the others of its kind, or take it out again"

    def why_not(self, target: "FacetScreen") -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: "FacetScreen") -> None:
        target.choose_too()


class Forget(Command["QueryScreen"]):
    id = "forget"
    group: ClassVar[str] = "Choosing"
    keys = ("ctrl+x",)
    footer = "forget"
    help = "Of queries: forget the saved one under the cursor"

    def why_not(self, target: "QueryScreen") -> str | None:
        return None if target.saved else "Only a saved query can be forgotten; earlier ones make room by themselves."

    def run(self, target: "QueryScreen") -> None:
        target.forget()


class SaveIt(Command["NameScreen"]):
    id = "save-it"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "save"
    help = "Save it under this name"

    def run(self, target: "NameScreen") -> None:
        target.save()


_MOVES = (Up, Down, PageUp, PageDown)

CHOOSING = (Choose, ChooseToo, Forget)
CHOOSING_FACETS = (Choose, ChooseToo, Close, *_MOVES)
CHOOSING_QUERIES = (Choose, Forget, Close, *_MOVES)
CHOOSING_PLACES = (Choose, Close, *_MOVES)
NAMING = (SaveIt, Close)


class FindingCommand(Command["ReaderScreen"]):
    """These stand together in the help. Their keys work in the find box too."""

    group: ClassVar[str] = "Finding"

    def footer_now(self, target: "ReaderScreen") -> str:
        return super().footer_now(target) if target.pane is Pane.RESOLUTIONS else ""


class Find(FindingCommand):
    id = "find"
    keys = ("/",)
    footer = "find"
    help = "Find words in resolutions, titles and discussion: type, and the list narrows"

    def footer_now(self, target: "ReaderScreen") -> str:
        return self.footer

    def run(self, target: "ReaderScreen") -> None:
        target.panes.use_find_box()


class Narrow(FindingCommand):
    id = "narrow"
    keys = ("ctrl+f",)
    footer = "narrow"
    help = "Narrow what is found to a committee, a year or an outcome"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: "ReaderScreen") -> None:
        target.finding.open_facets()


class EarlierQueries(FindingCommand):
    id = "earlier-queries"
    keys = ("ctrl+r",)
    footer = "earlier"
    help = "Queries that were saved, with what is new in them, and those that were asked before"

    def run(self, target: "ReaderScreen") -> None:
        target.keeping.open_queries()


class SaveQuery(FindingCommand):
    id = "save-query"
    keys = ("ctrl+n",)
    footer = "save"
    help = "Save the query in the find box under a name"

    def why_not(self, target: "ReaderScreen") -> str | None:
        asked = target.panes.resolutions.box.value.strip()
        return None if asked else f"There is no query yet: {target.key_for(Find)} begins one."

    def run(self, target: "ReaderScreen") -> None:
        target.keeping.name_query()


FINDING = (Find, Narrow, EarlierQueries, SaveQuery)
