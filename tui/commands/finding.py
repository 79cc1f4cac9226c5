"""Finding: narrowing what was found, asking again what was asked before, and keeping what is worth it."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.layout import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


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
