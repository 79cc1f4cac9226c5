"""Stars: given by a key, marked in every list, and found."""

import re
from pathlib import Path

import pytest
from textual.content import Content

from store.ingest.organizations import set_council
from store.userdata.userdata import UserData
from tests.store.building import COUNCIL, REPAIRS, meeting, store_of
from tests.tui.opened import opened
from tui.pages.marks import Marks
from tui.reader.item_tree import Branch, ItemTree
from tui.session.user_data import StoredUserData
from tui.widgets.status_line import StatusLine

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"


def test_what_has_a_star_and_what_lies_in_it_have_different_marks() -> None:
    marks = Marks(starred={f"{PLANNING}/5/r1"})
    assert marks.before(f"{PLANNING}/5/r1", within=True) == "★ "
    assert marks.before(CLAUSE, within=True) == "☆ "
    assert marks.before(CLAUSE) == ""
    assert marks.before(f"{PLANNING}/5/r10", within=True) == ""
    assert marks.before(PLANNING, within=True) == ""
    assert marks.before(None, within=True) == ""


async def test_s_stars_what_is_under_the_cursor_and_takes_the_star_away(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await app.press("2", "s")
        assert app.said == "Starred; is:starred finds it."
        assert UserData(desk).stars.permalinks() == {CLAUSE}
        assert any(re.search(r"★ +b\)", line) for line in app.lines)
        await app.press("s")
        assert app.said == "The star is gone; u brings it back."
        assert UserData(desk).stars.permalinks() == frozenset()
        assert "★" not in app.text


async def test_a_star_is_marked_in_every_list(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        newest = app.reader.panes.under_cursor
        await app.press("s")
        assert UserData(desk).stars.permalinks() == {newest}
        assert re.search(r"★ .*Wendleham Parish Council", app.lines[2])
        assert any("★ Who came" in line for line in app.lines)
        assert any("☆ Wendleham Parish Council" in line for line in app.lines)


async def test_stars_are_there_when_the_app_opens_and_is_starred_finds_them(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await app.press("3", "s")
    async with opened(sample, desk=desk) as app:
        await app.press("/")
        await app.type("is:starred")
        assert [hit.permalink for hit in app.reader.panes.resolutions.answers.hits] == [CLAUSE]
        assert any(re.search(r"★ .*Planning Committee", line) for line in app.lines)
        assert "1 starred resolution" in app.text


async def test_a_star_from_before_the_council_was_told_is_the_same_star(tmp_path: Path, desk: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, council=None))
    async with opened(path, desk=desk) as app:
        await app.press("s")
    set_council(path, "hrg", COUNCIL)
    async with opened(path, desk=desk) as app:
        assert "★" in app.lines[2]
        await app.press("s")
        assert app.said == "The star is gone; u brings it back."
        assert UserData(desk).stars.permalinks() == frozenset()


async def test_where_there_is_nothing_to_star_it_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db") as app:
        app.reader.action_command("star")
        await app.settle()
        assert app.reader.query_one(StatusLine).sentence == "There is nothing here to star."


async def test_a_desk_that_cannot_be_written_says_so(sample: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    async with opened(sample, desk=blocked / "desk.db") as app:
        await app.press("s")
        assert "desk.db cannot be used" in app.said
        assert "★" not in app.text


async def test_a_star_draws_its_row_alone_and_reads_no_other_star(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample) as app:
        await app.run("items")
        await app.press("down")
        drawn: list[str] = []
        draw = ItemTree.draw

        def note(tree: ItemTree, row: Branch, width: int) -> tuple[Content, ...]:
            drawn.append(row.permalink)
            return draw(tree, row, width)

        async def read(_: object) -> tuple[()]:
            raise AssertionError("all stars are read again")

        monkeypatch.setattr(ItemTree, "draw", note)
        monkeypatch.setattr(StoredUserData, "stars", read)
        place = app.reader.under_cursor
        await app.run("star")
        assert drawn == [place]
        assert "★" in app.text
        await app.run("star")
        assert drawn == [place, place]
        assert "★" not in app.text
