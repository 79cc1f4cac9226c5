"""What nobody needs before the first screen: controllers that are made when they are first asked for."""

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from tui.ports import ReaderPort
from tui.reader.panes_screen import PanesScreen
from tui.session.library import Library

if TYPE_CHECKING:
    from tui.citing.controller import Citing
    from tui.evidence.controller import EvidenceController
    from tui.exporting.controller import Exporting
    from tui.glance.controller import Glancing
    from tui.threads.controller import ThreadsController


class LateControllers(PanesScreen):
    """Citing, exporting, evidence, the meeting at a glance, and threads."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    @property
    @abstractmethod
    def port(self) -> ReaderPort:
        """The reader, as the features see it."""

    @abstractmethod
    def show_new(self, said: str) -> None:
        """Show what is in the store now, and say a sentence of it."""

    @cached_property
    def citing(self) -> "Citing":
        from tui.citing.controller import Citing

        return Citing(self.port, self._library)

    @cached_property
    def exporting(self) -> "Exporting":
        from tui.exporting.controller import Exporting

        return Exporting(self.port, self._library)

    @cached_property
    def evidence(self) -> "EvidenceController":
        from tui.correcting.controller import CorrectingController
        from tui.evidence.controller import EvidenceController

        put_right = CorrectingController(self.port, self._library, self.show_new).open
        return EvidenceController(self.port, self._library, put_right)

    @cached_property
    def glancing(self) -> "Glancing":
        from tui.glance.controller import Glancing

        return Glancing(self.port, self._library.closer)

    @cached_property
    def threads(self) -> "ThreadsController":
        from tui.threads.controller import ThreadsController

        return ThreadsController(self.port, self._library)
