"""Filtering what is listed in a pane, and putting it in another order: the same keys in each."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.layout import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class ListCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Lists"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."


class Filter(ListCommand):
    id = "filter"
    keys = ("f",)
    footer = "filter"
    help = (
        "Filter the pane: meetings by words, committee, council, year, outcome or your marks, items by words or"
        " outcome; in the text look for words, among resolutions find"
    )

    def footer_now(self, target: "ReaderScreen") -> str:
        return super().footer_now(target) if target.pane is not Pane.RESOLUTIONS else ""

    def run(self, target: "ReaderScreen") -> None:
        if target.pane is Pane.READING:
            target.matching.open()
        elif target.narrowing is None:
            target.panes.use_find_box()
        else:
            target.narrowing.open_filter()


class Sort(ListCommand):
    id = "sort"
    keys = ("S",)
    help = (
        "Another order: meetings by date, by committee or by how many resolutions they have, items as printed or"
        " those with decisions first, resolutions newest or oldest first"
    )

    def why_not(self, target: "ReaderScreen") -> str | None:
        if target.pane is Pane.READING:
            return "A text stands as it is printed; the lists have other orders."
        if target.pane is Pane.RESOLUTIONS:
            return target.finding.why_no_order()
        return super().why_not(target)

    def run(self, target: "ReaderScreen") -> None:
        (target.narrowing or target.finding).next_order()


class OnlyUnseen(ListCommand):
    id = "only-unseen"
    help = "List only the meetings that are unseen (•), or all of them again"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.listing.chosen.query else super().why_not(target)

    def run(self, target: "ReaderScreen") -> None:
        target.panes.use(Pane.MEETINGS)
        target.listing.toggle_unseen()


LISTING = (Filter, Sort, OnlyUnseen)
