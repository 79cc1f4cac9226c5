"""Going through the minutes."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from tui.commands.command import NO_MINUTES, Command, every
from tui.ports import Narrowing, Pane, ReaderPort

if TYPE_CHECKING:
    from tui.finding.controller import Finding
    from tui.matching.controller import Matching
    from tui.reader.listing import Listing


class HasLists(ReaderPort, Protocol):
    """The reader, to what goes along its lists and narrows them."""

    @property
    def finding(self) -> "Finding": ...
    @property
    def matching(self) -> "Matching": ...
    @property
    def listing(self) -> "Listing": ...

    @property
    def narrowing(self) -> Narrowing | None:
        """What filters the pane in use, where that is not the find box."""
        ...

    def step_resolution(self, step: int) -> None:
        """Go to the next resolution (1) or the one before (-1)."""
        ...

    def step_meeting(self, step: int) -> None:
        """Go to the meeting below (1) or above (-1) in the list."""
        ...


class ListCommand(Command[HasLists]):
    """These stand together in the help."""

    group: ClassVar[str] = "Lists"
    needs: ClassVar[str] = "place"
    lacking: ClassVar[str] = NO_MINUTES


class Filter(ListCommand):
    id = "filter"
    keys = ("f",)
    footer = "filter"
    footer_in = (Pane.MEETINGS, Pane.ITEMS, Pane.READING)
    help = (
        "Filter the pane: meetings by words, committee, council, year, outcome or your marks, items by words or"
        " outcome; in the text look for words, among resolutions find"
    )

    def run(self, target: HasLists) -> None:
        if target.pane is Pane.READING:
            target.matching.open()
        elif target.narrowing is None:
            target.use_find_box()
        else:
            target.narrowing.open_filter()


class Sort(ListCommand):
    id = "sort"
    keys = ("S",)
    help = (
        "Another order: meetings by date, by committee or by how many resolutions they have, items as printed or"
        " those with decisions first, resolutions newest or oldest first"
    )

    def why_not(self, target: HasLists) -> str | None:
        if target.pane is Pane.READING:
            return "A text stands as it is printed; the lists have other orders."
        if target.pane is Pane.RESOLUTIONS:
            return target.finding.why_no_order()
        return super().why_not(target)

    def run(self, target: HasLists) -> None:
        (target.narrowing or target.finding).next_order()


class OnlyUnseen(ListCommand):
    id = "only-unseen"
    help = "List only the meetings that are unseen (•), or all of them again"

    def why_not(self, target: HasLists) -> str | None:
        return None if target.listing.chosen.query else super().why_not(target)

    def run(self, target: HasLists) -> None:
        target.use(Pane.MEETINGS)
        target.listing.toggle_unseen()


LISTING = every(ListCommand)


class MinutesCommand(Command[HasLists]):
    """These stand together in the help."""

    group: ClassVar[str] = "Minutes"
    needs: ClassVar[str] = "place"
    lacking: ClassVar[str] = NO_MINUTES


class OnlyThisCommittee(MinutesCommand):
    id = "only-this-committee"
    keys = ("c",)
    footer = "one committee or all"
    footer_in = (Pane.MEETINGS,)
    footer_with = "place"
    help = "List only the meetings of this committee, or all of them again"

    def why_not(self, target: HasLists) -> str | None:
        if target.pane is not Pane.MEETINGS:
            meetings, only = target.key_for("meetings"), target.key_for("only-this-committee")
            return f"Choose a meeting first ({meetings}); then {only} lists its committee only."
        return super().why_not(target)

    def run(self, target: HasLists) -> None:
        target.listing.toggle_committee()


class NextResolution(MinutesCommand):
    id = "next-resolution"
    keys = ("]",)
    footer = "next resolution"
    help = "To the next resolution of the meeting, or the next one found"

    def run(self, target: HasLists) -> None:
        target.step_resolution(1)


class PreviousResolution(MinutesCommand):
    id = "previous-resolution"
    keys = ("[",)
    help = "To the resolution before"

    def run(self, target: HasLists) -> None:
        target.step_resolution(-1)


class NextMeeting(MinutesCommand):
    id = "next-meeting"
    keys = ("}",)
    help = "To the next meeting down the list"

    def run(self, target: HasLists) -> None:
        target.step_meeting(1)


class PreviousMeeting(MinutesCommand):
    id = "previous-meeting"
    keys = ("{",)
    help = "To the meeting above it in the list"

    def run(self, target: HasLists) -> None:
        target.step_meeting(-1)


MINUTES = every(MinutesCommand)
