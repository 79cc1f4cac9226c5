"""Notes: written over the minutes, shown among them, marked in every list."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Paste
from textual.widgets import TextArea

from store.userdata.kept_notes import LONGEST
from store.userdata.userdata import UserData
from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.marking.note_screen import NoteScreen

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def at_clause(app: Opened) -> None:
    app.reader.go_to(CLAUSE)
    await app.settle()
    await app.run("items")


def texts(desk: Path) -> dict[str, str]:
    return {note.permalink: note.text for note in UserData(desk).notes.all()}


async def test_m_writes_a_note_that_escape_keeps_and_every_list_marks(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await at_clause(app)
        await app.press("m")
        assert isinstance(app.app.screen, NoteScreen)
        assert "✎ Your note · 5(b) · 7 Feb 2024 · Planning" in app.text
        await app.type("Ask q")
        await app.press("enter", "w", "escape")
        assert texts(desk) == {CLAUSE: "Ask q\nw"}
        assert app.said == "The note is kept; u takes it back."
        assert any(re.search(r"✎ +b\)", line) for line in app.lines)


async def test_a_note_stands_below_what_it_is_on_told_apart_from_the_minutes(sample: Path, desk: Path) -> None:
    UserData(desk).notes.write(CLAUSE, "First line.\nSecond [b]line[/b].", NOW)
    UserData(desk).notes.write(PLANNING, "On the meeting.", NOW)
    async with opened(sample, desk=desk) as app:
        await at_clause(app)
        page = [line.plain.rstrip() for line in app.reader.panes.reading.shown.lines]
        at = page.index("┊ ✎ Your note, 2 March 2026")
        assert page[at + 1 : at + 3] == ["┊ First line.", "┊ Second [b]line[/b]."]
        assert "b)" in "\n".join(page[:at])
        app.reader.go_to(PLANNING)
        await app.settle()
        assert "┊ On the meeting." in app.text
        assert any(re.search(r"✎ .*Planning Committee", line) for line in app.lines)


async def test_what_stands_in_a_note_is_not_found_in_the_text(sample: Path, desk: Path) -> None:
    UserData(desk).notes.write(CLAUSE, "Quixotic.", NOW)
    async with opened(sample, desk=desk) as app:
        await at_clause(app)
        page = app.reader.panes.reading.shown
        assert [page.lines[line].plain for line in sorted(page.asides) if "Quixotic" in page.lines[line].plain]


async def test_a_note_is_changed_and_without_words_it_is_gone(sample: Path, desk: Path) -> None:
    UserData(desk).notes.write(CLAUSE, "Ask.", NOW)
    async with opened(sample, desk=desk) as app:
        await at_clause(app)
        await app.press("m", "!", "ctrl+n")
        assert texts(desk) == {CLAUSE: "Ask.!"}
        await app.press("m")
        app.app.screen.query_one(TextArea).text = " "
        await app.press("escape")
        assert texts(desk) == {}
        assert app.said == "The note is gone; u brings it back."
        assert "✎" not in app.text
        await app.press("u")
        assert texts(desk) == {CLAUSE: "Ask.!"}
        assert app.said == "Undone: removing the note on Planning Committee · 7 Feb 2024 · 5(b)."
        assert any(re.search(r"✎ +b\)", line) for line in app.lines)


async def test_a_note_that_was_not_changed_says_and_keeps_nothing(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("m", "escape")
        assert app.app.screen is app.reader
        assert app.said == ""
        await app.press("m", "x", "ctrl+r")
        assert app.said == "The note is as it was."
        assert not desk.exists() or texts(desk) == {}


async def test_a_note_that_is_being_written_when_the_app_goes_is_kept(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await at_clause(app)
        await app.press("m", "x")
        app.app.exit()
        await app.pilot.pause()
    assert texts(desk) == {CLAUSE: "x"}


async def test_of_a_paste_of_megabytes_a_note_takes_what_it_holds(sample: Path, desk: Path) -> None:
    async with opened(sample, USUAL, desk=desk) as app:
        await at_clause(app)
        await app.press("m", "a", "b")
        area = app.app.screen.query_one(TextArea)
        app.app.post_message(Paste("0123456789" * 1_000_000))
        await app.settle()
        assert area.text == ("ab" + "0123456789" * 1_000)[:LONGEST]
        assert app.said == "A note holds 10,000 characters; the rest was left out."
        await app.press("backspace", "z", "escape")
    (text,) = texts(desk).values()
    assert len(text) == LONGEST
    assert text.endswith("z")


async def test_a_paste_takes_the_room_of_what_is_selected(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("m")
        area = app.app.screen.query_one(TextArea)
        area.text = "x" * LONGEST
        area.select_all()
        app.app.post_message(Paste("few words"))
        await app.settle()
        assert area.text == "few words"
        assert app.said == ""


async def test_what_was_typed_beyond_what_a_note_holds_stays_until_it_is_shorter(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("m")
        area = app.app.screen.query_one(TextArea)
        area.text = "x" * (LONGEST + 1)
        area.move_cursor(area.document.end)
        await app.press("escape")
        assert app.said == "A note holds 10,000 characters, and this one has 10,001; make it shorter."
        assert isinstance(app.app.screen, NoteScreen)
        await app.press("backspace", "escape")
        assert not app.app.screen.query(TextArea)
    assert len(next(iter(texts(desk).values()))) == LONGEST


async def test_a_note_that_cannot_be_kept_stays_where_it_is_written(sample: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    async with opened(sample, desk=blocked / "desk.db") as app:
        await app.press("m", "x", "escape")
        assert isinstance(app.app.screen, NoteScreen)
        assert "desk.db cannot be used" in app.said
        assert app.app.screen.query_one(TextArea).text == "x"


@contextmanager
def suspended(app: App[None]) -> Iterator[None]:
    """What a terminal does that can be given to another program."""
    yield


def an_editor(folder: Path, code: str) -> str:
    script = folder / "an editor.py"
    script.write_text(f"import sys, pathlib\nnote = pathlib.Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return f"{sys.executable} '{script}'"


async def test_the_own_editor_goes_on_with_the_note_in_a_private_file(
    sample: Path, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", suspended)
    told = tmp_path / "told"
    code = (
        f"pathlib.Path({str(told)!r}).write_text(f'{{note}} {{note.parent.stat().st_mode & 0o777:o}}')\n"
        "note.write_text(note.read_text() + 'and more\\n')"
    )
    monkeypatch.setenv("VISUAL", an_editor(tmp_path, code))
    async with opened(sample, desk=desk) as app:
        await app.press("m", "x", "ctrl+g", "escape")
    assert list(texts(desk).values()) == ["x\nand more"]
    file, mode = told.read_text().split()
    assert mode == "700"
    assert not Path(file).exists()


async def test_of_an_editor_that_gives_back_too_much_the_rest_is_left_out_and_that_is_told(
    sample: Path, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", suspended)
    monkeypatch.setenv("VISUAL", an_editor(tmp_path, "note.write_text('word ' * 1_000_000)"))
    async with opened(sample, desk=desk) as app:
        await app.press("m", "ctrl+g")
        assert app.said == "A note holds 10,000 characters; the rest was left out."
        assert len(app.app.screen.query_one(TextArea).text) == LONGEST


@pytest.mark.parametrize(
    ("editor", "why"),
    [("no-such-editor", "“no-such-editor” cannot be started"), ("'", "cannot be started"), ("false", "status 1")],
)
async def test_an_editor_that_fails_is_told_and_the_note_is_as_it_was(
    sample: Path, monkeypatch: pytest.MonkeyPatch, editor: str, why: str
) -> None:
    monkeypatch.setattr(App, "suspend", suspended)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    async with opened(sample) as app:
        await app.press("m", "x", "ctrl+g")
        assert why in app.said
        assert app.app.screen.query_one(TextArea).text == "x"


async def test_a_terminal_that_cannot_be_given_away_is_told(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("m", "ctrl+g")
        assert app.said == "This terminal cannot be given to an editor; write the note here."


async def test_the_note_is_written_on_any_screen(sample: Path) -> None:
    for size in (USUAL, SMALL):
        async with opened(sample, size) as app:
            await app.press("m", "a")
            assert "a" in app.lines[1]
            assert "Esc keep and close" in app.lines[-1]
            await app.pilot.resize_terminal(1, 1)
            await app.settle()
