"""What the screens ask of the desk: stars, notes, what was seen, the basket, queries, and where the person was."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from store.userdata.basket import Citation
    from store.userdata.journal import Undone
    from store.userdata.kept_notes import Note
    from store.userdata.saved_queries import Saved
    from store.userdata.stars import StarredPlace
    from store.userdata.summary import Told
    from tui.saved_queries import News


class Kept(Protocol):
    """Every answer may raise a `DeskError` worded for the person. Permalinks are as the store has them now."""

    async def stars(self) -> "tuple[StarredPlace, ...]":
        """Every star, the newest first."""
        ...

    async def toggle_stars(self, permalinks: Sequence[str]) -> bool:
        """Star places or, where all have one, take their stars away; whether they have one now."""
        ...

    async def notes(self) -> "tuple[Note, ...]":
        """Every note, the one changed last first."""
        ...

    async def write_note(self, permalink: str, text: str) -> bool:
        """Write a note on a place, in place of the one there; without words, remove it. Whether anything changed."""
        ...

    def keep_note(self, permalink: str, text: str) -> None:
        """Write a note whenever there is time for it; before the desk is closed at the latest."""
        ...

    async def seen(self) -> frozenset[str]:
        """The meetings seen."""
        ...

    async def notice(self, meeting: str) -> None:
        """Note that a meeting was seen, which is not to be taken back."""
        ...

    async def toggle_seen(self, meetings: Sequence[str]) -> bool:
        """Mark meetings as seen or, where all were, as unseen; whether they are seen now."""
        ...

    async def undo(self) -> "Undone | None":
        """Take back the last change to stars, notes, what was seen, or the basket; None where there is none."""
        ...

    async def told(self, permalinks: Iterable[str]) -> "dict[str, Told]":
        """What is to be said of places, without those that are not in the store."""
        ...

    async def basket(self) -> "tuple[Citation, ...]":
        """The citations in the basket, the latest first."""
        ...

    async def put_in_basket(self, citation: "Citation") -> None:
        """Put a citation into the basket."""
        ...

    async def take_out_of_basket(self, keys: Sequence[int]) -> None:
        """Take citations out of the basket, by their keys."""
        ...

    async def history(self) -> tuple[str, ...]:
        """The queries whose answers were used, the latest first."""
        ...

    async def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        ...

    async def saved(self) -> "tuple[Saved, ...]":
        """The saved queries, by name."""
        ...

    async def save(self, name: str, query: str) -> "Saved":
        """Save a query under a name."""
        ...

    async def forget(self, name: str) -> None:
        """Forget a saved query."""
        ...

    async def news(self, saved: "Saved") -> "News":
        """What is new in a saved query since somebody last looked. It may take a second; nothing else waits for it."""
        ...

    async def look(self, news: "News") -> None:
        """Note that the answers to a saved query were looked at."""
        ...

    async def last_place(self) -> dict[str, Any]:
        """Where the person was last in this store, as `keep_place` was told."""
        ...

    def keep_place(self, remembered: Mapping[str, object]) -> None:
        """Keep where the person is, whenever there is time for it; before the desk is closed at the latest."""
        ...

    def close(self) -> None:
        """Let go of the desk."""
        ...
