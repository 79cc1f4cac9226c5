"""Names cut to the room there is."""

import pytest
from rich.cells import cell_len

from tui.reader.meetings_pane import cut_name

SCRUTINY = "Environment and Flood Risk Scrutiny Committee"
PANEL = "Environment and Flood Risk Scrutiny Panel"
PLANNING = "Planning Committee"


@pytest.mark.parametrize(
    ("name", "room", "cut"),
    [
        (PLANNING, 18, "Planning Committee"),
        (PLANNING, 12, "Planning Co…"),
        (PLANNING, 10, "Planning…"),
        (SCRUTINY, 24, "Environment an…Committee"),
        (PANEL, 24, "Environment and Fl…Panel"),
        (PANEL, 10, "Envi…Panel"),
        (PANEL, 8, "Envi…Pan"),
        (PANEL, 1, "…"),
        ("委員会第一部会", 8, "委員会…"),
    ],
)
def test_a_name_is_cut_at_its_end_or_where_another_would_look_the_same_in_its_middle(
    name: str, room: int, cut: str
) -> None:
    assert cut_name(name, room, (SCRUTINY, PANEL, PLANNING)) == cut
    assert cell_len(cut) <= room


@pytest.mark.parametrize("room", range(10, 46))
def test_two_names_never_look_the_same_where_there_is_room_to_tell_them_apart(room: int) -> None:
    names = (SCRUTINY, PANEL, PLANNING)
    cut = {cut_name(name, room, names) for name in names}
    assert len(cut) == len(names)
    assert all(cell_len(one) <= room for one in cut)
