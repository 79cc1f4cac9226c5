"""Meetings are seen when they are read, and marked while they are not."""

from pathlib import Path

import pytest

from store.ingest.organizations import set_council
from store.userdata.userdata import UserData
from tests.store.building import COUNCIL, REPAIRS, meeting, store_of
from tests.tui.opened import Opened, opened
from tui.marking import controller as seeing

PLANNING = "brackwater/planning-committee/2024-02-07"


def listed(app: Opened, row: int) -> str:
    one = app.reader.panes.meetings.rows[row]
    assert one
    return one.permalink


def seen(desk: Path) -> frozenset[str]:
    return UserData(desk).seen.permalinks()


async def test_what_was_not_seen_has_a_mark(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        assert app.lines[2].strip().startswith("•")
        await app.press("U")
        assert seen(desk) == {listed(app, 0)}
        assert app.said == "The meeting marked as seen; u takes it back."
        assert not app.lines[2].strip().startswith("•")
        assert app.lines[3].strip().startswith("•")
        await app.press("U")
        assert seen(desk) == frozenset()
        await app.press("u")
        assert seen(desk) == {listed(app, 0)}


async def test_a_meeting_is_seen_when_the_cursor_rests_on_it(
    sample: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample, desk=desk) as app:
        monkeypatch.setattr(seeing, "REST", 0.05)
        await app.run("down")
        monkeypatch.setattr(seeing, "REST", 3_600.0)
        await app.pilot.pause(0.2)
        await app.run("down")
        await app.pilot.pause(0.2)
        assert seen(desk) == {listed(app, 1)}


async def test_a_meeting_is_seen_when_one_of_its_items_is_opened_and_not_when_a_hit_is_passed(
    sample: Path, desk: Path
) -> None:
    async with opened(sample, desk=desk) as app:
        await app.run("resolutions", "down", "down", "start")
        assert seen(desk) == frozenset()
        app.reader.go_to(f"{PLANNING}/5/r1")
        await app.settle()
        assert seen(desk) == {PLANNING}


async def test_all_that_is_selected_is_marked_at_once_and_every_meeting_by_name(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.run("select", "select", "seen")
        assert seen(desk) == {listed(app, 0), listed(app, 1)}
        assert app.said == "2 meetings marked as seen; u takes it back."
        await app.run("every-seen")
        assert len(seen(desk)) == len(app.reader.panes.meetings.rows)
        assert "•" not in "".join(line[:3] for line in app.lines)
        await app.run("every-seen")
        assert app.said == "Every meeting in the list is marked as seen already."
        await app.run("undo")
        assert seen(desk) == {listed(app, 0), listed(app, 1)}


async def test_what_was_seen_before_its_council_was_told_is_seen(tmp_path: Path, desk: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, council=None))
    async with opened(path, desk=desk) as app:
        await app.press("U")
    set_council(path, "hrg", COUNCIL)
    async with opened(path, desk=desk) as app:
        assert "•" not in app.lines[2][:3]
        await app.press("U")
        assert seen(desk) == frozenset()
