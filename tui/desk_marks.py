"""What a query may ask of the person's marks: those on a desk, under the names that a store has for them now."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from store.find.user_filters import UserMarks
    from store.userdata.userdata import UserData


def marks_at(desk: "UserData", store: "sqlite3.Connection") -> "UserMarks":
    """The stars and the meetings seen of `desk`; it is asked when a query does."""
    from store.find.user_filters import UserMarks
    from store.permalinks.renamed import now_called

    return UserMarks(
        starred=lambda: now_called(store, desk.stars.permalinks()),
        seen=lambda: now_called(store, desk.seen.permalinks()),
    )
