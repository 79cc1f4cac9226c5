"""Citing on the screen: places copied at once in the preferred style, or in one that is chosen."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from store.errors import UserDataError
from tui.ports import ReaderPort, Settings, Work
from tui.session.library import Library

if TYPE_CHECKING:
    from store.citation.record import Record
    from tui.citing.filled import Filled, Styles

_MANY: Final = 100  # places whose citing takes long enough to say so


class Citing:
    """Cites for the reader, and puts what it copied into the basket; of two asked for in haste, the later one."""

    def __init__(self, reader: ReaderPort, library: Library) -> None:
        self._reader = reader
        self._library = library

    def copy(self, permalinks: Sequence[str]) -> None:
        """Copy the citation of places in the preferred style, and say by which route it went."""
        self._run(partial(self._copy, permalinks))

    def choose(self, permalinks: Sequence[str]) -> None:
        """Show places cited in every style, to copy one."""
        self._run(partial(self._choose, permalinks))

    def open_basket(self) -> None:
        """Show what was copied."""
        from tui.citing.basket_screen import BasketScreen

        self._reader.push(BasketScreen(self._library.kept))

    async def _copy(self, permalinks: Sequence[str]) -> None:
        from tui.citing.filled import fill

        records = await self._records(permalinks)
        filled = await asyncio.to_thread(lambda: fill(records, self._styles, self._preferred))
        if filled.text:
            await self._take(records, filled)
        else:
            self._reader.say(filled.why)

    async def _choose(self, permalinks: Sequence[str]) -> None:
        from tui.citing.filled import fill_every
        from tui.citing.screen import CiteScreen

        records = await self._records(permalinks)
        every = await asyncio.to_thread(lambda: fill_every(records, self._styles))

        def done(filled: "Filled") -> None:
            self._run(partial(self._take, records, filled))

        favourites = [self._preferred, *(one for one in self._settings.favourites if one != self._preferred)]
        self._reader.push(CiteScreen(every, self._preferred, favourites, _remark(records), done))

    async def _take(self, records: "Sequence[Record]", filled: "Filled") -> None:
        """Copy what a style says of places, and put it into the basket."""
        from store.userdata.basket import Citation

        said = await self._reader.application.copy_words(filled.text)
        said += f" ({len(records):,} places)" if len(records) > 1 else ""
        self._reader.say(f"{said}: {' '.join(filled.text.split())}")
        citation = Citation(
            text=filled.text,
            style=filled.style,
            permalink=" ".join(dict.fromkeys(record.permalink for record in records)),
            document=", ".join(dict.fromkeys(record.source.name for record in records)),
            sha256=" ".join(dict.fromkeys(record.source.sha256 for record in records)),
            store=str(self._library.path),
            at=datetime.now(UTC),
        )
        try:
            await self._library.kept.put_in_basket(citation)
        except UserDataError as error:
            self._reader.say(f"{said}. It is not in the basket: {error}")

    @property
    def _settings(self) -> Settings:
        return self._reader.application.config

    @cached_property
    def _styles(self) -> "Styles":
        """The styles that come with the program, and the person’s own. Raises `StyleError` where one is wrong."""
        from store.citation.style_catalogue import styles

        return styles(self._settings.styles)

    @property
    def _preferred(self) -> str:
        return self._settings.citation

    async def _records(self, permalinks: Sequence[str]) -> "Sequence[Record]":
        from tui.citing.filled import in_order

        if len(permalinks) > _MANY:
            self._reader.say(f"Citing {len(permalinks):,} places …")
        return in_order(await self._library.cite(permalinks))

    def _run(self, citing: Work) -> None:
        self._reader.attempt("citing", citing, newest=True)


def _remark(records: "Sequence[Record]") -> str:
    """What else there is to know of places: which meeting confirmed their minutes."""
    from store.text.dates import spoken_day

    later = {one.confirmation for one in records if one.confirmation}
    if len(later) != 1:
        return ""
    (where,) = later
    whole = "These minutes were" if all(one.confirmation for one in records) else "Some of these minutes were"
    return f"{whole} confirmed at the meeting of {spoken_day(where.date)}: {where.permalink}"
