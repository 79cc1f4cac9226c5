"""What a filter leaves of the outline of a meeting."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.views import meeting_views
from store.views.outline_filter import places_left
from store.views.view_lines import MeetingView
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, meeting, store_of

MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[MeetingView]:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    with closing(open_for_reading(path)) as store:
        yield meeting_views.meeting(store, MARCH)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("apologies", ["/17"]),
        ("17", ["/17"]),
        ("tanner", ["/18", "/18/r1", "/18/r1/(ii)"]),
        ("surveyr", ["/18", "/18/r1", "/18/r1/(iv)"]),
        ("backlog damp", ["/18", "/18/r1", "/18/r1/(iv)"]),
        ("repairs", ["/18", "/18/r1", "/18/r1/(i)"]),
        ("outcome:noted", ["/18", "/18/r1", "/18/r1/(i)"]),
        ("number:18", ["/18", "/18/r1", "/18/r1/(i)", "/18/r1/(ii)", "/18/r1/(iv)", "/18/r1/(iv)~2"]),
        ("webcast year", ["/webcast", "/webcast/r1"]),
        ("zeppelin", []),
    ],
)
def test_only_what_fits_is_left_with_what_is_above_it(view: MeetingView, query: str, places: list[str]) -> None:
    assert sorted(places_left(view, query)) == [f"{MARCH}{place}" for place in places]


def test_asking_for_a_meeting_takes_as_many_statements_whatever_its_length(tmp_path: Path) -> None:
    def statements(*items: object) -> int:
        path = store_of(tmp_path / f"{len(items)}.db", meeting(*items))  # type: ignore[arg-type]
        asked: list[str] = []
        with closing(open_for_reading(path)) as store:
            store.set_trace_callback(asked.append)
            meeting_views.meeting(store, MARCH)
        return len(asked)

    assert statements(REPAIRS) == statements(APOLOGIES, REPAIRS, WEBCAST)
