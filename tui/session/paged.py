"""Rows by the page: a sequence as long as all there is, of which the pages that were looked at are here."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar, overload

Row = TypeVar("Row")
Ask = Callable[[int, int], Awaitable[Sequence[Row]]]
"""Gives the rows from a first to before a last."""

PAGE: Final = 100  # rows
_MOST_PAGES: Final = 600  # more than a selection may have, all of which must be here at once


class Paged(Sequence["Row | None"], Generic[Row]):
    """A row that is not here is None. `below` are rows under all others, which are here always."""

    def __init__(self, paged: int, ask: Ask[Row], first: Sequence[Row] = ()) -> None:
        """A sequence of `paged` rows that `ask` gives, of which the `first` are known already."""
        self.paged = paged
        self.below: list[Row] = []
        self._ask = ask
        self._pages: dict[int, Sequence[Row]] = {}
        for begin in range(0, len(first), PAGE):
            page = first[begin : begin + PAGE]
            if len(page) == PAGE or begin + len(page) == paged:
                self._pages[begin // PAGE] = page

    def __len__(self) -> int:
        return self.paged + len(self.below)

    @overload
    def __getitem__(self, index: int) -> "Row | None": ...
    @overload
    def __getitem__(self, index: slice) -> "Sequence[Row | None]": ...
    def __getitem__(self, index: int | slice) -> "Row | Sequence[Row | None] | None":
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        if index >= self.paged:
            return self.below[index - self.paged]
        page, place = self._pages.get(index // PAGE, ()), index % PAGE
        return page[place] if place < len(page) else None

    @property
    def here(self) -> Iterator[Row]:
        """The rows that are here, in order."""
        for number in sorted(self._pages):
            yield from self._pages[number]
        yield from self.below

    def missing(self, indices: Iterable[int]) -> int | None:
        """The first of some rows that is not here and can be asked for."""
        return next((one for one in indices if one < self.paged and one // PAGE not in self._pages), None)

    async def bring(self, index: int) -> None:
        """Ask for the page of a row; of very many pages, those that came first go again."""
        number = index // PAGE
        page = await self._ask(number * PAGE, min((number + 1) * PAGE, self.paged))
        if len(self._pages) >= _MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        self._pages[number] = page
