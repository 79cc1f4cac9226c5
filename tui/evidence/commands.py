"""Going behind the minutes: to the lines that they were read from, and to the documents themselves."""

from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close
from tui.ports import Movable, ReaderPort

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource
    from tui.evidence.widgets import SourceView


class ShowsEvidence(Protocol):
    """What shows the sources of what is under the cursor."""

    def show(self) -> None: ...
    def doubts(self) -> None: ...
    def put_right(self) -> None: ...
    def open_source(self) -> None: ...
    def page(self) -> None: ...


class HasEvidence(ReaderPort, Protocol):
    """The reader, of which there is evidence."""

    @property
    def evidence(self) -> ShowsEvidence: ...


class DocumentShown(Protocol):
    """A document that is evidence: `source`, of `sources`, shown in `view`."""

    @property
    def source(self) -> "EvidenceSource": ...
    @property
    def sources(self) -> "tuple[EvidenceSource, ...]": ...
    @property
    def view(self) -> "SourceView": ...

    def key_for(self, command: str) -> str: ...
    def another(self) -> None: ...
    def put_right(self) -> None: ...
    def open_source(self) -> object: ...


_NO_SOURCE: Final = "There is nothing here that has a source."


class EvidenceCommand(Command[HasEvidence]):
    """These stand together in the help."""

    group: ClassVar[str] = "Looking closer"


class DoubtsCommand(Command[HasEvidence]):
    """Named at the foot early, where there are doubts: nobody looks for what they do not know of."""

    group: ClassVar[str] = "Looking closer"


class SourceCommand(Command[HasEvidence]):
    """These give the terminal, or a document, to another program."""

    group: ClassVar[str] = "Looking closer"


class DocumentCommand(Command[DocumentShown]):
    """These are about the document that is shown."""

    group: ClassVar[str] = "Looking closer"


class Evidence(EvidenceCommand):
    id = "evidence"
    keys = ("e",)
    footer = "evidence"
    needs = "under_cursor"
    lacking = _NO_SOURCE
    help = "The evidence: the lines of the source that what is under the cursor was read from"

    def run(self, target: HasEvidence) -> None:
        target.evidence.show()


class PutRight(EvidenceCommand):
    id = "put-right"
    keys = ("W",)
    needs = "under_cursor"
    lacking = "There is nothing here to put right."
    help = "Put right how what is under the cursor was read: its source, and beside it the outline"

    def run(self, target: HasEvidence) -> None:
        target.evidence.put_right()


class Doubts(DoubtsCommand):
    id = "doubts"
    keys = ("d",)
    footer = "doubts"
    footer_with = "doubts"
    needs = "under_cursor"
    lacking = "There is no meeting here."
    help = "What may have been read wrongly in this meeting, each with the lines of the source that it is about"

    def run(self, target: HasEvidence) -> None:
        target.evidence.doubts()


class OpenSource(SourceCommand):
    id = "open-source"
    keys = ("o",)
    help = "Open the source itself, at its place: in the browser, its own program, the editor or the pager"

    needs = "under_cursor"
    lacking = _NO_SOURCE

    def run(self, target: HasEvidence) -> None:
        target.evidence.open_source()


class InPager(SourceCommand):
    id = "in-pager"
    keys = ("p",)
    help = "The item or the meeting as plain text in your pager"

    needs = "under_cursor"
    lacking = "There is nothing here to show."

    def run(self, target: HasEvidence) -> None:
        target.evidence.page()


class AnotherDocument(DocumentCommand):
    id = "another-document"
    keys = ("d",)
    footer = "next document"
    help = "Of evidence: to the next document that tells of the meeting"

    def why_not(self, target: DocumentShown) -> str | None:
        return None if len(target.sources) > 1 else "This is the only document that tells of the meeting."

    def run(self, target: DocumentShown) -> None:
        target.another()


class BackToWords(DocumentCommand):
    id = "back-to-words"
    keys = ("e",)
    footer = "to the words"
    help = "Of evidence: to the words again, wherever you scrolled to"

    def why_not(self, target: DocumentShown) -> str | None:
        if target.source.spans:
            return None
        return f"The words are not from this document; {target.key_for('another-document')} shows the others."

    def run(self, target: DocumentShown) -> None:
        target.view.to_words()


class Sideways(DocumentCommand):
    """Goes along lines that are longer than there is room for; `steps` is how far, to the right."""

    in_palette = False
    steps: ClassVar[int]

    def why_not(self, target: DocumentShown) -> str | None:
        return None if target.view.allow_horizontal_scroll else "Every line is seen whole."

    def run(self, target: DocumentShown) -> None:
        target.view.sideways(self.steps)


class SidewaysRight(Sideways):
    id = "sideways-right"
    keys = ("right", "l")
    footer = "sideways"
    help = "Of evidence: further to the right on lines that are left whole"
    steps = 1


class SidewaysLeft(Sideways):
    id = "sideways-left"
    keys = ("left", "h")
    help = "Of evidence: back to the left"
    steps = -1


class WrapLines(DocumentCommand):
    id = "wrap-lines"
    keys = ("w",)
    footer = "wrap"
    help = "Of evidence: wrap long lines, or leave them as the document has them"

    def why_not(self, target: DocumentShown) -> str | None:
        return None if target.view.has_long_lines else "No line here is longer than there is room for."

    footer_varies = True

    def footer_now(self, target: DocumentShown) -> str:
        return "unwrap" if target.view.wraps and super().footer_now(target) else super().footer_now(target)

    def run(self, target: DocumentShown) -> None:
        target.view.wrap()


class OpenDocument(DocumentCommand):
    id = "open-document"
    keys = ("o",)
    footer = "open it"
    help = "Of evidence: open the document that is shown, at its place"

    def run(self, target: DocumentShown) -> None:
        target.open_source()


class PutRightHere(DocumentCommand):
    id = "put-right-here"
    keys = ("W",)
    footer = "put right"
    help = "Of evidence: put right how these words were read"

    def run(self, target: DocumentShown) -> None:
        target.put_right()


class DoubtShown(DocumentShown, Protocol):
    """A doubt, with the document that it is about; `choose` goes to the item that it lies in."""

    @property
    def movable(self) -> Movable: ...

    def choose(self) -> None: ...


class DoubtCommand(Command[DoubtShown]):
    """These go from doubt to doubt."""

    group: ClassVar[str] = "Looking closer"


class GoToDoubt(DoubtCommand):
    id = "go-to-doubt"
    keys = ("enter",)
    footer = "go there"
    help = "Of doubts: to the item that the one under the cursor is about"

    def run(self, target: DoubtShown) -> None:
        target.choose()


class NextDoubt(DoubtCommand):
    id = "next-doubt"
    keys = ("n",)
    footer = "next"
    help = "Of doubts: to the next one"

    def run(self, target: DoubtShown) -> None:
        target.movable.step(1)


class PreviousDoubt(DoubtCommand):
    id = "previous-doubt"
    keys = ("N",)
    footer = "previous"
    help = "Of doubts: to the one before"

    def run(self, target: DoubtShown) -> None:
        target.movable.step(-1)


LOOKING_AT_DOUBTS = every(DoubtsCommand)
LOOKING_BEHIND = every(EvidenceCommand)
SOURCES = every(SourceCommand)
DOCUMENT_COMMANDS = every(DocumentCommand)
DOUBTS_ONLY = every(DoubtCommand)
EVIDENCE_COMMANDS: Commands = (*DOCUMENT_COMMANDS, Close, *MOVEMENTS)
DOUBT_COMMANDS: Commands = (
    *DOUBTS_ONLY,
    *(command for command in DOCUMENT_COMMANDS if command is not AnotherDocument),
    Close,
    *MOVEMENTS,
)
