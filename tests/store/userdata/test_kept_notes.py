"""Notes: one a place, kept with when it was first written and last changed."""

import pytest

from store.userdata.kept_notes import LONGEST, Note, NoteTooLong
from store.userdata.userdata import UserData
from tests.store.userdata.kept import DAMP, LATER, NOW, ROOF


def test_a_note_keeps_when_it_was_written_and_when_it_was_changed(desk: UserData) -> None:
    assert desk.notes.write(ROOF, "Ask the clerk.", NOW)
    assert desk.notes.write(DAMP, "Compare June.", NOW)
    assert desk.notes.write(ROOF, "Asked the clerk.\nNo answer yet.", LATER)
    assert desk.notes.all() == (
        Note(ROOF, "Asked the clerk.\nNo answer yet.", NOW, LATER),
        Note(DAMP, "Compare June.", NOW, NOW),
    )


def test_the_same_words_again_change_nothing(desk: UserData) -> None:
    desk.notes.write(ROOF, "Ask the clerk.", NOW)
    assert not desk.notes.write(ROOF, " Ask the clerk.\n", LATER)
    assert desk.notes.on(ROOF) == Note(ROOF, "Ask the clerk.", NOW, NOW)


def test_a_note_without_words_is_none(desk: UserData) -> None:
    assert not desk.notes.write(ROOF, " \n", NOW)
    desk.notes.write(ROOF, "Ask the clerk.", NOW)
    assert desk.notes.write(ROOF, "", LATER)
    assert desk.notes.on(ROOF) is None


def test_a_note_keeps_its_lines_and_nothing_that_drives_a_terminal(desk: UserData) -> None:
    desk.notes.write(ROOF, "One\r\n  two \x1b[2J\u202ethree", NOW)
    assert desk.notes.all()[0].text == "One\n  two [2Jthree"


def test_a_note_that_is_too_long_leaves_the_one_that_was_there(desk: UserData) -> None:
    desk.notes.write(ROOF, "x" * LONGEST, NOW)
    with pytest.raises(NoteTooLong, match="holds 10,000 characters, and this one has 10,001"):
        desk.notes.write(ROOF, "y" * (LONGEST + 1), LATER)
    assert desk.notes.on(ROOF) == Note(ROOF, "x" * LONGEST, NOW, NOW)
