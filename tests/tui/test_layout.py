"""What stands on the screen at which size."""

from tui.ports import Pane, Sizes
from tui.widgets.layout import arrange, has_room


def test_a_large_screen_shows_four_panes() -> None:
    assert arrange(120, 36, Pane.READING, Pane.ITEMS).panes == frozenset(Pane)


def test_a_usual_screen_shows_the_text_beside_the_pane_at_the_left_that_was_used_last() -> None:
    assert arrange(80, 24, Pane.ITEMS, Pane.MEETINGS).panes == {Pane.ITEMS, Pane.READING}
    assert arrange(80, 24, Pane.READING, Pane.ITEMS).panes == {Pane.ITEMS, Pane.READING}
    assert arrange(80, 24, Pane.READING, Pane.MEETINGS).panes == {Pane.MEETINGS, Pane.READING}


def test_finding_on_a_usual_screen_takes_the_whole_width_over_the_text() -> None:
    assert arrange(80, 24, Pane.RESOLUTIONS, Pane.ITEMS).panes == {Pane.RESOLUTIONS, Pane.READING}


def test_a_small_screen_shows_the_pane_in_use() -> None:
    for pane in Pane:
        assert arrange(40, 12, pane, Pane.MEETINGS).panes == {pane}
        assert arrange(1, 1, pane, Pane.MEETINGS).panes == {pane}


def test_a_pane_that_is_not_wanted_stands_there_while_it_is_in_use() -> None:
    wanted = frozenset({Pane.ITEMS, Pane.READING})
    assert arrange(120, 36, Pane.READING, Pane.ITEMS, wanted).panes == wanted
    assert arrange(120, 36, Pane.MEETINGS, Pane.ITEMS, wanted).panes == {*wanted, Pane.MEETINGS}


def test_a_pane_can_have_a_screen_of_any_size_alone() -> None:
    for size in ((120, 36), (80, 24), (40, 12)):
        assert arrange(*size, Pane.RESOLUTIONS, Pane.ITEMS, alone=True).panes == {Pane.RESOLUTIONS}


def test_a_screen_of_forty_columns_by_ten_lines_is_large_enough_and_no_smaller_one() -> None:
    assert has_room(40, 10)
    assert not has_room(39, 10)
    assert not has_room(40, 9)


def test_a_share_leaves_room_for_what_is_beside_it() -> None:
    assert Sizes().changed("left", 3).left == 10
    assert Sizes().changed("reading", 300).reading == 90
