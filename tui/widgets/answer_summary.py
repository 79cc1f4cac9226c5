"""What was asked and how much was found, in a sentence; and below it what is wrong with the query."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from tui.safe import words

_MOST = 3  # lines


class AnswerSummary(Widget):
    """As high as its words are, three lines at most."""

    COMPONENT_CLASSES = {"answer-summary--problem"}
    ALLOW_SELECT = False

    DEFAULT_CSS = """
    AnswerSummary {
        height: 1;
        color: $quiet;
        & > .answer-summary--problem { color: $warning; text-style: italic; }
    }
    AnswerSummary:ansi { color: ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sentence = ""
        self._problems: Sequence[str] = ()
        self._lines: list[Content] = []

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def problems(self) -> Sequence[str]:
        return self._problems

    def show(self, sentence: str, problems: Sequence[str] = ()) -> None:
        """Say a sentence, and what is wrong."""
        self._sentence, self._problems = sentence, problems
        self._set()

    def render(self) -> Content:
        return Content("\n").join(self._lines)

    def on_resize(self, event: Resize) -> None:
        self._set()

    def _set(self) -> None:
        width = max(self.size.width, 1)
        problems = [
            line for one in self._problems for line in words(f"! {one}", ".answer-summary--problem").wrap(width)
        ][: _MOST - 1]
        sentence = words(self._sentence).wrap(width)
        room = _MOST - len(problems)
        if len(sentence) > room:
            sentence = [
                *sentence[: room - 1],
                Content.assemble(sentence[room - 1], " …").truncate(width, ellipsis=True),
            ]
        self._lines = [*sentence, *problems]
        height = max(len(self._lines), 1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.refresh()
