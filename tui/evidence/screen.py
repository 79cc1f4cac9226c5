"""The evidence: the source lines that a place was read from, in their own document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from store.errors import MinutebookError
from tui.commands.command_screen import CommandScreen
from tui.evidence.commands import EVIDENCE_COMMANDS
from tui.evidence.widgets import SourceView
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.session.lookups import PlaceLookups
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource

_HASH_SHOWN = 12  # figures of the sha256


class EvidenceScreen(CommandScreen):
    """One document at a time, the one that the words are from first. `sources` is not empty."""

    commands = EVIDENCE_COMMANDS
    TITLE = "Evidence"

    DEFAULT_CSS = "EvidenceScreen > Static { height: auto; max-height: 3; padding: 0 1; color: $quiet; }"

    def __init__(
        self, closer: PlaceLookups, sources: "tuple[EvidenceSource, ...]", put_right: Callable[[int | None], None]
    ) -> None:
        """`put_right` has what was read put right, from a character of the document on."""
        super().__init__()
        self._put_right = put_right
        self._closer = closer
        self.sources = sources
        self._number = 0

    def compose(self) -> ComposeResult:
        yield Static()
        yield SourceView()
        yield StatusLine()

    def on_mount(self) -> None:
        self._read()

    @property
    def movable(self) -> Movable:
        return self.view

    @property
    def view(self) -> SourceView:
        return self.query_one(SourceView)

    @property
    def source(self) -> "EvidenceSource":
        """The document that is shown."""
        return self.sources[self._number]

    def put_right(self) -> None:
        """Put right how the words that are shown were read."""
        self.dismiss()
        self._put_right(self.source.start)

    def another(self) -> None:
        """Show the next document of the meeting."""
        self._number = (self._number + 1) % len(self.sources)
        self._read()

    @work(exclusive=True, group="opening")
    async def open_source(self) -> None:
        """Open the document that is shown, at the words."""
        from tui.evidence.opening import open_source

        try:
            await open_source(self, self._closer, self.source)
        except MinutebookError as error:
            self.say(str(error))

    def on_source_view_scrolled(self) -> None:
        self.remark(self.view.whereabouts)
        self.refresh_hints()  # whether lines are longer than the screen is known by now

    @work(exclusive=True, group="reading")
    async def _read(self) -> None:
        source = self.source
        self.view.border_title = pane_title(self.TITLE)
        self.query_one(Static).update(words(self._facts()))
        try:
            self.view.read(source, await self._closer.source_text(source))
        except MinutebookError as error:
            self.say(str(error))
            return
        if not source.spans:
            self.say(f"The words are from {self.sources[0].name}; this is another document of the meeting.")
        self.refresh_hints()

    def _facts(self) -> str:
        source, count = self.source, len(self.sources)
        of_how_many = f"document {self._number + 1} of {count}" if count > 1 else "the only document of the meeting"
        facts = (source.name, source.format, f"sha256 {source.sha256[:_HASH_SHOWN]}", of_how_many, source.url or "")
        return " · ".join(filter(None, facts))
