"""How much room the pane in use has."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.panes import PaneCommand

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class Resize(PaneCommand):
    """Moves the rule beside the pane in use."""

    steps: ClassVar[int]
    upright: ClassVar[bool]

    def why_not(self, target: "ReaderScreen") -> str | None:
        if target.panes.sizes.rule_beside(target.pane, upright=self.upright):
            return None
        return f"There is no pane {'beside' if self.upright else 'above or below'} this one to take the room from."

    def run(self, target: "ReaderScreen") -> None:
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


class ResetSizes(PaneCommand):
    id = "reset-sizes"
    help = "Give the panes the sizes of the settings again"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.sizes.moved else "The panes have the sizes of the settings."

    def run(self, target: "ReaderScreen") -> None:
        target.panes.sizes.reset()


class Maximise(PaneCommand):
    id = "maximise"
    keys = ("z",)
    footer = "all panes"
    help = "Maximise the pane, or give the others their room back"

    def why_not(self, target: "ReaderScreen") -> str | None:
        panes = target.panes
        alone = len(panes.arrangement.panes) == 1 and not panes.alone
        return "This pane has the whole screen already." if alone else None

    def footer_now(self, target: "ReaderScreen") -> str:
        return self.footer if target.panes.alone else ""

    def run(self, target: "ReaderScreen") -> None:
        target.panes.maximise()


SIZES = (Narrower, Wider, Lower, Higher, Maximise, ResetSizes)
