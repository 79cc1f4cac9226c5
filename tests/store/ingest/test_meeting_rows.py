"""A meeting laid flat: whatever it is made of, its rows are stored."""

from contextlib import closing
from pathlib import Path

from store.database.connect import open_for_reading
from tests.store.building import clause, item, meeting, resolution, store_of


def test_what_follows_a_resolution_may_come_before_the_points_of_a_clause(tmp_path: Path) -> None:
    decided = resolution(clause("That these sites be inspected:", "(i)", ["Mill Lane"]), following=["4 May"])
    with closing(open_for_reading(store_of(tmp_path / "minutes.db", meeting(item("1", "Sites", decided))))) as store:
        points = store.execute("SELECT text, clause_id IS NULL FROM point ORDER BY id").fetchall()
    assert [tuple(point) for point in points] == [("4 May", 1), ("Mill Lane", 0)]
