"""Where the person was last, for each store."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.userdata.userdata import UserData
from tests.store.userdata.kept import LATER, NOW, ROOF


def test_a_place_is_kept_for_each_store_and_the_last_one_counts(desk: UserData, tmp_path: Path) -> None:
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    assert desk.last_places.last(here) == {}
    desk.last_places.keep(here, {"place": ROOF, "pane": 2}, NOW)
    desk.last_places.keep(there, {"place": None}, NOW)
    desk.last_places.keep(here, {"place": ROOF, "pane": 3, "sizes": {"left": 30.5}}, LATER)
    assert desk.last_places.last(here) == {"place": ROOF, "pane": 3, "sizes": {"left": 30.5}}
    assert desk.last_places.last(there) == {"place": None}


def test_a_store_is_known_by_its_file_however_its_path_is_written(
    desk: UserData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    desk.last_places.keep(tmp_path / "here.db", {"pane": 2}, NOW)
    monkeypatch.chdir(tmp_path / "folder")
    assert desk.last_places.last(Path("../here.db")) == {"pane": 2}


@pytest.mark.parametrize("value", ["", "[]", "3", '{"version": 2, "pane": 1}', '{"pane": 1}', "{"])
def test_what_this_version_cannot_read_is_nothing(desk: UserData, path: Path, tmp_path: Path, value: str) -> None:
    desk.last_places.keep(tmp_path / "here.db", {"pane": 2}, NOW)
    with closing(sqlite3.connect(path)) as inside:
        inside.execute("UPDATE last_place SET remembered = ?", (value,))
        inside.commit()
    assert desk.last_places.last(tmp_path / "here.db") == {}
