"""What looking closer asks of the store: places by their names, words in one text; and the store that answers."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.session.store_thread import StoreThread

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.citation.record import Confirmation
    from store.places.resolve import Going
    from store.views.evidence_places import EvidenceSource
    from store.views.text_matches import Sought
    from store.views.view_lines import DoubtLine, MeetingView


@dataclass(frozen=True, slots=True)
class Glance:
    """A meeting, and what in a later one confirmed its minutes, as far as that is in the store."""

    meeting: "MeetingView"
    confirmation: "Confirmation | None"


class PlaceLookups(Protocol):
    """What the screens ask about one place. Every answer may raise a `MinutebookError` worded for the reader."""

    async def seek(self, permalink: str, query: str) -> "Sought":
        """What a query means in the text of the meeting that a place is of."""
        ...

    async def going(self, text: str, here: str | None) -> "Going":
        """The places that a text names, seen from the place `here`."""
        ...

    async def evidence(self, permalink: str, said: str) -> "tuple[EvidenceSource, ...]":
        """The documents that tell of a place, or of the paragraph with the words `said` there."""
        ...

    async def doubts(self, permalink: str) -> "tuple[tuple[DoubtLine, EvidenceSource], ...]":
        """What may have been read wrongly in the meeting that a place is of, each with the document it is about."""
        ...

    async def source_text(self, source: "EvidenceSource") -> str:
        """The text of a document."""
        ...

    async def outdated(self) -> str:
        """A sentence where another version of minutebook read some of the documents; "" where this one did."""
        ...

    async def glance(self, permalink: str) -> Glance:
        """The meeting that a place is of, at a glance."""
        ...

    def renew(self) -> None:
        """Ask the file that is there now, whatever was there before."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class StorePlaceLookups:
    """Answers from a store file, in a thread of its own: a long document holds up neither reading nor finding."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asking = StoreThread(path)

    async def seek(self, permalink: str, query: str) -> "Sought":
        from store.views.text_matches import seek

        return await self._asking.ask(lambda store, _: seek(store, permalink, query))

    async def going(self, text: str, here: str | None) -> "Going":
        from store.places.resolve import going

        return await self._asking.ask(lambda store, _: going(store, text, here))

    async def evidence(self, permalink: str, said: str) -> "tuple[EvidenceSource, ...]":
        from store.views.evidence_places import evidence

        return await self._asking.ask(lambda store, _: evidence(store, permalink, said))

    async def doubts(self, permalink: str) -> "tuple[tuple[DoubtLine, EvidenceSource], ...]":
        from store.views.doubted_meetings import doubt_sources

        return await self._asking.ask(lambda store, _: doubt_sources(store, permalink))

    async def source_text(self, source: "EvidenceSource") -> str:
        from store.views.evidence_places import source_text

        return await self._asking.ask(lambda store, _: source_text(store, source.key))

    async def outdated(self) -> str:
        from store.ingest.reader_version import outdated_words

        return await self._asking.ask(lambda store, _: outdated_words(store)) if self._path.exists() else ""

    async def glance(self, permalink: str) -> Glance:
        from store.citation.gather import gather_one
        from store.views.meeting_views import meeting

        def answer(store: "Connection") -> Glance:
            view = meeting(store, permalink)
            return Glance(view, gather_one(store, view.line.permalink).confirmation)

        return await self._asking.ask(lambda store, _: answer(store))

    def renew(self) -> None:
        self._asking.renew()

    def close(self) -> None:
        self._asking.close()
