"""Which meetings were seen, in bulk too."""

from store.userdata.userdata import UserData
from tests.store.userdata.kept import LATER, NOW

MEETINGS = [
    f"eastmarsh/hrg/{year}-{month:02}-{day:02}"
    for year in (1999, 2021)
    for month in range(1, 13)
    for day in range(1, 29)
]


def test_meetings_are_marked_as_seen_and_unseen_all_at_once(desk: UserData) -> None:
    assert desk.seen.add(MEETINGS, NOW) == len(MEETINGS)
    assert desk.seen.add(MEETINGS[:3], LATER) == 0
    assert desk.seen.permalinks() == frozenset(MEETINGS)
    assert desk.seen.remove(MEETINGS[:3]) == 3
    assert desk.seen.permalinks() == frozenset(MEETINGS[3:])


def test_what_was_seen_by_reading_is_not_taken_back(desk: UserData) -> None:
    desk.seen.notice(MEETINGS[0], NOW)
    desk.seen.add(MEETINGS[1:3], NOW)
    desk.seen.notice(MEETINGS[3], NOW)
    undone = desk.journal.undo()
    assert undone is not None
    assert undone.words == "marking as seen 2 places"
    assert desk.seen.permalinks() == {MEETINGS[0], MEETINGS[3]}
    assert desk.journal.undo() is None
