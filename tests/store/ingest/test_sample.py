"""The sample: everything in it can be read, and every committee has its council."""

from contextlib import closing
from pathlib import Path

from store.database.connect import open_for_reading
from store.ingest.sample import build_sample, sample_folder
from store.views import meeting_views


def test_the_sample_is_whole_and_every_committee_has_its_council(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    build_sample(path)
    with closing(open_for_reading(path)) as store:
        lines = meeting_views.meetings(store)
        assert len(lines) == len(list(sample_folder().glob("*.txt")))
        assert all(line.council and line.date and line.resolutions for line in lines)


def test_building_it_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    told = []
    for _ in range(2):
        build_sample(path)
        with closing(open_for_reading(path)) as store:
            told.append(meeting_views.meetings(store))
    assert told[0] == told[1]
