"""The newest rows of a query without words, when there is no time for them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find import by_date
from store.find.finder import Finder
from store.find.index_rows import RowCache
from tests.store.building import REPAIRS, meeting, store_of


def interrupted(*_: object) -> None:
    """What SQLite does when the deadline passes while it works."""
    raise sqlite3.OperationalError("interrupted")


@pytest.mark.parametrize("query", ["date:2023", 'date:2023 -"repairs report"'])
@pytest.mark.parametrize(("where", "name"), [(RowCache, "by_keys"), (by_date, "latest")])
def test_a_deadline_in_the_middle_ends_the_answer_and_is_no_error(
    where: object, name: str, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_for_reading(store_of(tmp_path / "minutes.db", meeting(REPAIRS)))) as store:
        finder = Finder(store)
        assert finder.find(query).hits
        monkeypatch.setattr(where, name, interrupted)
        finder.find(query)
