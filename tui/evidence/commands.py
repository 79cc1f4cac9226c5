"""Going behind the minutes: to the lines that they were read from, and to the documents themselves."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import MOVEMENTS, Close

if TYPE_CHECKING:
    from tui.evidence.screen import EvidenceScreen
    from tui.glance.screen import GlanceScreen
    from tui.reader.screen import ReaderScreen

_GROUP = "Looking closer"


class Evidence(Command["ReaderScreen"]):
    id = "evidence"
    group: ClassVar[str] = _GROUP
    keys = ("e",)
    footer = "evidence"
    help = "The evidence: the lines of the source that what is under the cursor was read from"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is nothing here that has a source."

    def run(self, target: "ReaderScreen") -> None:
        target.looking.evidence()


class AtAGlance(Command["ReaderScreen"]):
    id = "at-a-glance"
    group: ClassVar[str] = _GROUP
    keys = ("i",)
    footer = "at a glance"
    help = "The meeting at a glance: who came, what was declared and decided, what is missing"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is no meeting here."

    def run(self, target: "ReaderScreen") -> None:
        target.looking.glance()


class OpenSource(Command["ReaderScreen"]):
    id = "open-source"
    group: ClassVar[str] = _GROUP
    keys = ("o",)
    help = "Open the source itself, at its place: in the browser, its own program, the editor or the pager"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is nothing here that has a source."

    def run(self, target: "ReaderScreen") -> None:
        target.looking.open_source()


class InPager(Command["ReaderScreen"]):
    id = "in-pager"
    group: ClassVar[str] = _GROUP
    keys = ("p",)
    help = "The item or the meeting as plain text in your pager"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is nothing here to show."

    def run(self, target: "ReaderScreen") -> None:
        target.looking.page()


class GoThere(Command["GlanceScreen"]):
    id = "go-there"
    group: ClassVar[str] = _GROUP
    keys = ("enter",)
    footer = "go there"
    help = "Of a meeting at a glance: to the decision under the cursor"

    def why_not(self, target: "GlanceScreen") -> str | None:
        return None if target.view.place else "Nothing was decided that could be gone to."

    def run(self, target: "GlanceScreen") -> None:
        if target.view.place:
            target.choose(target.view.place)


class AnotherDocument(Command["EvidenceScreen"]):
    id = "another-document"
    group: ClassVar[str] = _GROUP
    keys = ("d",)
    footer = "next document"
    help = "Of evidence: to the next document that tells of the meeting"

    def why_not(self, target: "EvidenceScreen") -> str | None:
        return None if len(target.sources) > 1 else "This is the only document that tells of the meeting."

    def run(self, target: "EvidenceScreen") -> None:
        target.another()


class BackToWords(Command["EvidenceScreen"]):
    id = "back-to-words"
    group: ClassVar[str] = _GROUP
    keys = ("e",)
    footer = "to the words"
    help = "Of evidence: to the words again, wherever you scrolled to"

    def why_not(self, target: "EvidenceScreen") -> str | None:
        if target.source.spans:
            return None
        return f"The words are not from this document; {target.key_for(AnotherDocument)} shows the others."

    def run(self, target: "EvidenceScreen") -> None:
        target.view.to_words()


class OpenDocument(Command["EvidenceScreen"]):
    id = "open-document"
    group: ClassVar[str] = _GROUP
    keys = ("o",)
    footer = "open it"
    help = "Of evidence: open the document that is shown, at its place"

    def run(self, target: "EvidenceScreen") -> None:
        target.open_source()


class WrapLines(Command["EvidenceScreen"]):
    id = "wrap-lines"
    group: ClassVar[str] = _GROUP
    keys = ("w",)
    footer = "wrap"
    help = "Of evidence: wrap long lines, or leave them as the document has them"

    def why_not(self, target: "EvidenceScreen") -> str | None:
        return None if target.view.has_long_lines else "No line here is longer than there is room for."

    def footer_now(self, target: "EvidenceScreen") -> str:
        return "unwrap" if target.view.wraps and super().footer_now(target) else super().footer_now(target)

    def run(self, target: "EvidenceScreen") -> None:
        target.view.wrap()


class Sideways(Command["EvidenceScreen"]):
    """Goes along lines that are longer than there is room for; `steps` is how far, to the right."""

    group: ClassVar[str] = _GROUP
    in_palette = False
    steps: ClassVar[int]

    def why_not(self, target: "EvidenceScreen") -> str | None:
        return None if target.view.allow_horizontal_scroll else "Every line is seen whole."

    def run(self, target: "EvidenceScreen") -> None:
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


SOURCES = (Evidence, AtAGlance, OpenSource, InPager)
EVIDENCE_ONLY = (AnotherDocument, BackToWords, SidewaysRight, SidewaysLeft, WrapLines, OpenDocument)
GLANCE = (GoThere, Close, *MOVEMENTS)
EVIDENCE = (*EVIDENCE_ONLY, Close, *MOVEMENTS)
