"""A list to choose from that letters narrow, at the left of the screen, over what it is about."""

from abc import abstractmethod
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from store.text.clean import fold
from tui.commands.command_screen import PanelScreen
from tui.pages.safe import pane_title
from tui.ports import Movable
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Choice, ChoiceList, RowHeading
from tui.widgets.status_line import StatusLine


class PickerScreen(PanelScreen):
    """Letters always go to the box, and everything else to the list."""

    TITLE = ""
    PLACEHOLDER = ""

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title(self.heading)
            yield FindBox(self.PLACEHOLDER)
            yield ChoiceList()
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))
        self.list_choices()

    @property
    def heading(self) -> str:
        """What the list is of."""
        return str(self.TITLE)

    @property
    def movable(self) -> Movable:
        return self.choices

    @property
    def choices(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def typed(self) -> str:
        return self.query_one(FindBox).value

    @abstractmethod
    def groups(self, typed: str) -> Iterable[tuple[RowHeading, list[Choice]]]:
        """What there is to choose from, by heading, given the letters typed."""

    @abstractmethod
    def choose(self, choice: Choice) -> None:
        """The person chose."""

    def list_choices(self, cursor: int = 0) -> None:
        """List what there is now."""
        rows: list[RowHeading | Choice] = []
        for heading, choices in self.groups(self.typed):
            rows += [heading, *choices] if choices else []
        self.choices.show(rows, cursor)
        self.refresh_hints()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.list_choices()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("choose")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.choose(event.choice)


def fits(typed: str, *said: str) -> bool:
    """Whether every typed word stands somewhere in what is said, whatever its capitals and accents."""
    text = fold(" ".join(said))
    return all(word in text for word in fold(typed).split())
