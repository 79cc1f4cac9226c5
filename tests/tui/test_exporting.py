"""Exporting from the reader: what is offered, where it goes, and that nothing is written by mistake."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.app import Reader
from tui.exporting.screen import ExportFileScreen, ExportScreen
from tui.terminal.console import Exit
from tui.widgets.find_box import FindBox

PLANNING = "brackwater/planning-committee/2024-02-07"


async def open_export(app: Opened, form: str = "") -> None:
    """Open the list, and choose a format if one is named."""
    await app.run("export")
    assert isinstance(app.app.screen, ExportScreen)
    if form:
        app.app.screen.query_one(FindBox).put(form)
        await app.settle()
        await app.run("choose")


async def name(app: Opened, path: Path) -> None:
    assert isinstance(app.app.screen, ExportFileScreen)
    app.app.screen.box.put(str(path))
    await app.settle()


def offers(app: Opened) -> list[str]:
    screen = app.app.screen
    assert isinstance(screen, ExportScreen)
    return [offer.words for offer in screen._offers]


async def test_a_meeting_is_written_as_the_command_line_writes_it(
    sample: Path, tmp_path: Path, minutebook: Callable[..., tuple[int, str, str]]
) -> None:
    async with opened(sample) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await open_export(app, "biblatex")
        assert app.app.screen.query_one(FindBox).value == "brackwater-planning-committee-2024-02-07.bib"
        await name(app, tmp_path / "app.bib")
        await app.run("export-it")
        assert app.said == f"Written: {tmp_path / 'app.bib'}"
        assert app.app.screen is app.reader
    asked = ("export", "--store", sample, "--meeting", PLANNING, "--format", "biblatex")
    assert minutebook(*asked, "--output", tmp_path / "cli.bib")[0] == Exit.DONE
    assert (tmp_path / "app.bib").read_bytes() == (tmp_path / "cli.bib").read_bytes()


async def test_the_keys_lead_from_the_minutes_to_the_file(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(sample, USUAL) as app:
        await app.press("X")
        await app.type("ris")
        await app.press("enter", "enter")
        assert app.said.startswith("Written: ")
    (written,) = tmp_path.glob("*.ris")
    assert written.read_bytes().startswith(b"TY  - RPRT\r\n")


async def test_what_is_found_selected_and_starred_is_offered_when_it_is_there(sample: Path) -> None:
    async with opened(sample) as app:
        await open_export(app)
        assert offers(app) == ["This meeting"]
        await app.press("escape")
        app.reader.finding.put("flood")
        await app.settle()
        await app.run("star", "export")
        assert offers(app)[0] == "What is found"
        assert offers(app)[-1] == "What is starred"
        await app.press("escape")
        await app.run("select", "select", "export")
        assert offers(app)[0] == "What is selected"


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    async with opened(sample) as app:
        await open_export(app, "markdown")
        await name(app, path)
        await app.run("export-it")
        assert app.said == f"{path} is there already; Enter again writes over it."
        assert path.read_text(encoding="utf-8") == "mine"
        await app.run("export-it")
        assert app.said == f"Written: {path}"
    assert path.read_text(encoding="utf-8").startswith("# ")


async def test_what_cannot_be_written_says_why_and_asks_again(sample: Path, tmp_path: Path) -> None:
    async with opened(sample) as app:
        await open_export(app, "csl")
        await name(app, tmp_path / "none" / "a.json")
        await app.run("export-it")
        assert app.said == f"There is no folder {tmp_path / 'none'} to write a.json in."
        await name(app, Path(" "))
        await app.run("export-it")
        assert app.said == "Type a name first, such as ~/minutes.md; Esc goes back."
        assert isinstance(app.app.screen, ExportFileScreen)


async def test_the_clipboard_takes_what_a_file_would_have(
    sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    taken: list[str] = []

    async def take(_: object, text: str) -> str:
        taken.append(text)
        return "Copied"

    monkeypatch.setattr(Reader, "copy_words", take)
    async with opened(sample) as app:
        await open_export(app, "markdown")
        await app.run("export-to-clipboard")
        assert app.said == "Copied"
        await open_export(app, "markdown")
        await name(app, tmp_path / "a.md")
        await app.run("export-it")
    assert taken == [(tmp_path / "a.md").read_text(encoding="utf-8")]


async def test_the_name_is_completed_as_in_a_shell(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    async with opened(sample) as app:
        await open_export(app, "csv")
        await name(app, tmp_path / "exp")
        await app.run("complete-name")
        assert app.app.screen.query_one(FindBox).value == f"{tmp_path / 'exports'}/"


async def test_going_away_stops_the_writing_and_leaves_nothing(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def endless(*_: object) -> Iterator[str]:
        try:
            while True:
                yield "words "
                begun.set()
        finally:
            ended.set()

    monkeypatch.setattr("store.export.export.export", endless)
    async with opened(sample) as app:
        await open_export(app, "csv")
        await name(app, tmp_path / "a.csv")
        screen = app.app.screen
        assert isinstance(screen, ExportFileScreen)
        screen.action_command("export-it")
        assert await asyncio.to_thread(begun.wait, 10)
        screen.action_command("close")
        assert await asyncio.to_thread(ended.wait, 10)
        await app.settle()
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".csv", ".part")] == []


async def test_a_small_screen_shows_it_too(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await open_export(app)
        assert "Export: this meeting" in app.text
        assert "markdown" in app.text
