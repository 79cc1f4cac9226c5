"""The meeting at a glance, over the panes: from each decision there is a way to its words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.commands.movement import Movable
from tui.commands.sources import GLANCE
from tui.pages.glance import glance_page
from tui.screens.command_screen import CommandScreen
from tui.widgets.pane_title import pane_title
from tui.widgets.places_view import PlacesView
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.closer import Glance


class GlanceScreen(CommandScreen):
    """Gives the permalink that was chosen to `go`."""

    commands = GLANCE

    def __init__(self, glance: "Glance", go: Callable[[str], None]) -> None:
        super().__init__()
        self._glance = glance
        self._go = go

    def compose(self) -> ComposeResult:
        view = PlacesView(partial(glance_page, self._glance.meeting, self._glance.confirmation))
        view.border_title = pane_title("At a glance")
        yield view
        yield StatusLine()

    def on_mount(self) -> None:
        self.refresh_hints()  # after the page is set, and its places known: when it has a width

    @property
    def movable(self) -> Movable:
        return self.view

    @property
    def view(self) -> PlacesView:
        return self.query_one(PlacesView)

    def on_places_view_chosen(self, event: PlacesView.Chosen) -> None:
        self.choose(event.permalink)

    def choose(self, permalink: str) -> None:
        """Go to a place."""
        self.dismiss()
        self._go(permalink)
