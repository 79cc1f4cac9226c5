"""The filter of a list: words typed, or one of the committees, councils, years and outcomes that it has."""

from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Final

from textual import work

from store.errors import MinutebookError
from tui.commands.picker import PickerScreen, fits
from tui.finding.commands import FACET_COMMANDS
from tui.finding.query_text import filters_alone, filters_in, with_filter, with_filter_too
from tui.widgets.headed_list import Choice, RowHeading

if TYPE_CHECKING:
    from store.find.answer import Facet
    from store.find.query import Query
    from tui.session.searches import Facets


_FIELDS: Final = {
    "committee": "Committee", "council": "Council", "year": "Year", "outcome": "Outcome", "is": "Marked"
}  # fmt: skip
CountFacets = Callable[["Query"], Awaitable["Facets"]]
_FEW: Final = 8  # values of a field that are listed before anything is typed


class FacetScreen(PickerScreen):
    """Chooses a filter and gives the query that has it to `put`."""

    commands = FACET_COMMANDS
    TITLE = "Narrow to"
    PLACEHOLDER = "A committee, a year or an outcome"

    def __init__(self, count: CountFacets, query: str, put: Callable[[str], None]) -> None:
        super().__init__()
        self._count_facets = count
        self._query = query
        self._put = put
        self._in_use = filters_in(query)
        self._facets: Facets = {}

    def on_mount(self) -> None:
        self.choices.if_none = "Counting …"
        self._count()

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        begun = typed.strip().lower()
        for field, name in _FIELDS.items():
            facets = sorted(self._facets.get(field, ()), key=self._unused)
            fitting = [one for one in facets if fits(typed, one.name) or one.filter.startswith(begun)]
            listed = fitting if typed.strip() else fitting[:_FEW]
            more = f" · {len(listed)} of {len(facets)}, type to find others" if len(listed) < len(fitting) else ""
            yield RowHeading(name + more), [self._choice(facet) for facet in listed]

    def choose(self, choice: Choice) -> None:
        self._leave_with(with_filter(self._query, str(choice.value)))

    def choose_too(self) -> None:
        """Put the value under the cursor beside the others of its field."""
        if choice := self.choices.chosen:
            self._leave_with(with_filter_too(self._query, str(choice.value)))

    @work(exclusive=True, group="counting")
    async def _count(self) -> None:
        from store.find.parse_query import parse_query

        try:
            self._facets = await self._count_facets(parse_query(self._query))
        except MinutebookError as error:
            self.say(str(error))
        self.choices.if_none = (
            "Nothing that was found has it." if self._facets else "There is no exact answer to narrow."
        )
        self.list_choices()

    def _choice(self, facet: "Facet") -> Choice:
        return Choice(facet.filter, facet.name, f"{facet.count:,}", marked=facet.filter in self._in_use)

    def _unused(self, facet: "Facet") -> bool:
        return facet.filter not in self._in_use

    def _leave_with(self, query: str) -> None:
        self.dismiss()
        self._put(query)


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

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        if typed.strip():
            yield RowHeading("Words"), [Choice(_WORDS, f"with “{typed.strip()}”")]
        elif self._query:
            yield RowHeading("In use"), [Choice(_NOTHING, f"Take “{self._query}” away")]
        yield from super().groups(typed)

    def choose(self, choice: Choice) -> None:
        if choice.value == _WORDS:
            self._leave_with(f"{filters_alone(self._query)} {self.typed.strip()}".strip())
        elif choice.value == _NOTHING:
            self._leave_with("")
        else:
            super().choose(choice)
