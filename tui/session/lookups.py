"""What looking closer asks of the store: places by their names, words in one text; and the store that answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from tui.session.store_thread import StoreThread

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.citation.record import Confirmation
    from store.places.resolve import Going
    from store.views.evidence_places import EvidenceSource
    from store.views.follow_up import FollowUpLine
    from store.views.misfit_list import MisfitLine
    from store.views.person_page import PersonLine, PersonPage
    from store.views.place_thread import PlaceThread
    from store.views.text_matches import Sought
    from store.views.view_lines import DoubtLine, MeetingView


MOST_REQUESTS: Final = 2_000  # that a list shows; nobody reads on, and the command line prints them all


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

    async def thread(self, permalink: str, told: Mapping[str, str]) -> "PlaceThread":
        """What hangs on a place, given what the person told of requests by hand."""
        ...

    async def follow_up(self, told: Mapping[str, str], *, every: bool) -> "tuple[FollowUpLine, ...]":
        """The requests that are open, overdue first, or every one; the first `MOST_REQUESTS` of them."""
        ...

    async def findings(self, permalink: str, told: Mapping[str, str]) -> "tuple[MisfitLine, ...]":
        """What does not fit in the meeting that a place is of, without what the person dismissed."""
        ...

    async def people(self, permalink: str) -> "tuple[PersonLine, ...]":
        """The people whom the meeting that a place is of names."""
        ...

    async def person(self, name: str) -> "tuple[PersonPage, ...]":
        """What the minutes tell of the people whom a name may mean."""
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

    async def thread(self, permalink: str, told: Mapping[str, str]) -> "PlaceThread":
        from store.views.place_thread import place_thread

        today = datetime.now(UTC).date()
        return await self._asking.ask(lambda store, _: place_thread(store, permalink, today, told))

    async def follow_up(self, told: Mapping[str, str], *, every: bool) -> "tuple[FollowUpLine, ...]":
        from store.views.follow_up import follow_up_keys, follow_up_lines

        today = datetime.now(UTC).date()

        def answer(store: "Connection") -> "tuple[FollowUpLine, ...]":
            keys = islice(follow_up_keys(store, today, told, every=every), MOST_REQUESTS)
            return tuple(follow_up_lines(store, keys, today, told))

        return await self._asking.ask(lambda store, _: answer(store))

    async def findings(self, permalink: str, told: Mapping[str, str]) -> "tuple[MisfitLine, ...]":
        from store.permalinks.permalink import parse
        from store.views.misfit_list import misfits

        return await self._asking.ask(lambda store, _: tuple(misfits(store, str(parse(permalink).meeting), told)))

    async def people(self, permalink: str) -> "tuple[PersonLine, ...]":
        from store.views.person_page import people_of_meeting

        return await self._asking.ask(lambda store, _: people_of_meeting(store, permalink))

    async def person(self, name: str) -> "tuple[PersonPage, ...]":
        from store.views.person_page import person_pages

        return await self._asking.ask(lambda store, _: person_pages(store, name))

    def renew(self) -> None:
        self._asking.renew()

    def close(self) -> None:
        self._asking.close()
