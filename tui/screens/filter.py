"""The filter of a list: words typed, or one of the committees, councils, years and outcomes that it has."""

from collections.abc import Callable, Iterator

from tui.query_text import filters_alone
from tui.screens.facets import CountFacets, FacetScreen
from tui.widgets.choice_list import Choice
from tui.widgets.headed_list import Heading

_WORDS, _NOTHING = "words", "nothing"  # what a choice stands for that is not the value of a field


class FilterScreen(FacetScreen):
    """Gives the query of a filter to `put`. What is typed is a choice itself, and may have fields in it."""

    PLACEHOLDER = "Words, or a value of those below"

    def __init__(self, what: str, count: CountFacets, query: str, put: Callable[[str], None]) -> None:
        super().__init__(count, query, put)
        self._what = what

    @property
    def heading(self) -> str:
        return self._what

    def groups(self, typed: str) -> Iterator[tuple[Heading, list[Choice]]]:
        if typed.strip():
            yield Heading("Words"), [Choice(_WORDS, f"with “{typed.strip()}”")]
        elif self._query:
            yield Heading("In use"), [Choice(_NOTHING, f"Take “{self._query}” away")]
        yield from super().groups(typed)

    def choose(self, choice: Choice) -> None:
        if choice.value == _WORDS:
            self._leave_with(f"{filters_alone(self._query)} {self.typed.strip()}".strip())
        elif choice.value == _NOTHING:
            self._leave_with("")
        else:
            super().choose(choice)
