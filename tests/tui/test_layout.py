"""What stands on the screen at which size."""

from tui.layout import Pane, arrange


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
