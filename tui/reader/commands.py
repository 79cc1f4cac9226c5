"""How much room the pane in use has."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from tui.commands.command import Command, every
from tui.ports import Movable, Pane, ReaderPort

if TYPE_CHECKING:
    from tui.finding.controller import Finding
    from tui.reader.listing import Listing
    from tui.reader.panes import Panes


class HasPanes(ReaderPort, Protocol):
    """The reader, to what goes from pane to pane in it."""

    @property
    def panes(self) -> "Panes": ...
    @property
    def finding(self) -> "Finding": ...
    @property
    def movable(self) -> Movable: ...

    @property
    def listing(self) -> "Listing": ...

    def open(self) -> None:
        """Go one step in."""
        ...

    def back(self) -> None:
        """Go one step out."""
        ...


class PaneCommand(Command[HasPanes]):
    """These stand together in the help."""

    group: ClassVar[str] = "Panes"


class Open(PaneCommand):
    id = "open"
    keys = ("enter",)
    footer = "open"
    footer_in = (Pane.MEETINGS, Pane.ITEMS, Pane.RESOLUTIONS)
    footer_with = needs = "openable"
    lacking = "There is nothing here to open."
    help = "Open what is under the cursor"

    def why_not(self, target: HasPanes) -> str | None:
        return super().why_not(target) or ("This is as far in as it goes." if target.pane is Pane.READING else None)

    def run(self, target: HasPanes) -> None:
        target.open()


class Back(PaneCommand):
    id = "back"
    footer_varies = True
    keys = ("escape",)
    footer = "back"
    help = (
        "One step out: from an answer's places to the answers, from the find box to its list, from the list to where"
        " you were, from the text to its outline"
    )

    def why_not(self, target: HasPanes) -> str | None:
        return None if _within(target) else f"This is as far out as it goes; {target.key_for('quit')} quits."

    def footer_now(self, target: HasPanes) -> str:
        number = len(target.selected)
        return f"clear {number:,} selected" if number else self.footer if _within(target) else ""

    def run(self, target: HasPanes) -> None:
        target.back()


def _within(target: HasPanes) -> bool:
    """Whether there is a step out from where the person is."""
    return target.pane is not Pane.MEETINGS or bool(target.selected or target.listing.chosen.query)


class GoToMeetings(PaneCommand):
    id = "meetings"
    keys = ("1",)
    help = "To the meetings"

    def run(self, target: HasPanes) -> None:
        target.use(Pane.MEETINGS)


class GoToItems(PaneCommand):
    id = "items"
    keys = ("2",)
    help = "To the items of the meeting"

    def run(self, target: HasPanes) -> None:
        target.use(Pane.ITEMS)


class GoToReading(PaneCommand):
    id = "reading"
    keys = ("3",)
    help = "To the text"

    def run(self, target: HasPanes) -> None:
        target.use(Pane.READING)


class GoToResolutions(PaneCommand):
    id = "resolutions"
    keys = ("4",)
    help = "To the resolutions"

    def run(self, target: HasPanes) -> None:
        target.use(Pane.RESOLUTIONS)


class NextPane(PaneCommand):
    id = "next-pane"
    keys = ("tab",)
    help = "To the next pane"

    def run(self, target: HasPanes) -> None:
        target.use(Pane(target.pane % len(Pane) + 1))


class PreviousPane(PaneCommand):
    id = "previous-pane"
    keys = ("shift+tab",)
    help = "To the pane before"

    def run(self, target: HasPanes) -> None:
        target.use(Pane((target.pane - 2) % len(Pane) + 1))


class Inward(PaneCommand):
    id = "inward"
    keys = ("right", "l")
    footer = "its places"
    footer_in = (Pane.RESOLUTIONS,)
    help = "Open a branch of the outline, or an answer to all its places, or go on to the next pane"

    def why_not(self, target: HasPanes) -> str | None:
        return target.finding.why_no_places() if target.pane is Pane.RESOLUTIONS else None

    def run(self, target: HasPanes) -> None:
        if target.pane is Pane.RESOLUTIONS:
            target.finding.open_places()
        elif not target.movable.inward():
            target.use(Pane(min(target.pane + 1, Pane.READING)))


class Outward(PaneCommand):
    id = "outward"
    keys = ("left", "h")
    help = "Close a branch of the outline, or the places of an answer, or go back to the pane before"

    def why_not(self, target: HasPanes) -> str | None:
        if target.pane is Pane.RESOLUTIONS and not target.panes.resolutions.at_places:
            return f"These are the answers already; {target.key_for('back')} goes back to where you were."
        return None

    def run(self, target: HasPanes) -> None:
        if target.pane is Pane.RESOLUTIONS:
            target.finding.close_places()
        elif not target.movable.outward():
            target.use(Pane(max(target.pane - 1, Pane.MEETINGS)))


class Resize(PaneCommand):
    """Moves the rule beside the pane in use."""

    steps: ClassVar[int]
    upright: ClassVar[bool]

    def why_not(self, target: HasPanes) -> str | None:
        if target.panes.sizes.rule_beside(target.pane, upright=self.upright):
            return None
        return f"There is no pane {'beside' if self.upright else 'above or below'} this one to take the room from."

    def run(self, target: HasPanes) -> None:
        target.panes.sizes.grow(target.pane, self.steps, upright=self.upright)


class Narrower(Resize):
    id = "narrower"
    keys = ("<",)
    help = "Make the pane narrower"
    steps, upright = -1, True


class Wider(Resize):
    id = "wider"
    keys = (">",)
    help = "Make the pane wider"
    steps, upright = 1, True


class Lower(Resize):
    id = "lower"
    keys = ("-",)
    help = "Make the pane lower"
    steps, upright = -1, False


class Higher(Resize):
    id = "higher"
    keys = ("+", "=")
    help = "Make the pane higher"
    steps, upright = 1, False


class Maximise(PaneCommand):
    id = "maximise"
    keys = ("z",)
    footer = "all panes"
    footer_with = "maximised"
    help = "Maximise the pane, or give the others their room back"

    def why_not(self, target: HasPanes) -> str | None:
        panes = target.panes
        alone = len(panes.arrangement.panes) == 1 and not panes.alone
        return "This pane has the whole screen already." if alone else None

    def run(self, target: HasPanes) -> None:
        target.panes.maximise()


class ResetSizes(PaneCommand):
    id = "reset-sizes"
    help = "Give the panes the sizes of the settings again"

    def why_not(self, target: HasPanes) -> str | None:
        return None if target.panes.sizes.moved else "The panes have the sizes of the settings."

    def run(self, target: HasPanes) -> None:
        target.panes.sizes.reset()


PANES = every(PaneCommand)
