"""Citing in the app: the preferred style, the chooser that shows what it copies, and the basket."""

import stat
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.userdata.userdata import UserData
from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.app import Reader
from tui.citing.basket_screen import BasketScreen
from tui.citing.screen import CiteScreen, StyleList
from tui.commands.uncopied import UncopiedScreen
from tui.config.settings import Config
from tui.session.library import StoreLibrary
from tui.widgets.line_view import PageView

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FLOOD = "efrsp/2022-03-16"  # nobody told the council
BODY = "Environment and Flood Risk Scrutiny Panel, 16 March 2022"


@pytest.fixture(autouse=True)
def _no_clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the terminal takes words here, and what is kept is kept apart."""
    for variable in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "state" / "minutebook.log"))


@asynccontextmanager
async def configured(store: Path, desk: Path, config: Config) -> "AsyncIterator[Opened]":
    """The app with a person's settings."""
    async with Reader(StoreLibrary(store, desk), config).run_test(size=USUAL) as pilot:
        app = Opened(pilot)
        await app.settle()
        yield app


async def at(app: Opened, permalink: str) -> None:
    app.reader.go_to(permalink)
    await app.settle()
    await app.run("items")


def shown(app: Opened) -> list[str]:
    """The citations in the chooser, as they stand there."""
    return [row.filled.text for row in app.app.screen.query_one(StyleList).rows if row and hasattr(row, "filled")]


def preview(app: Opened) -> str:
    """What the chooser says is copied."""
    lines = [line.plain for line in app.app.screen.query_one(PageView).shown.lines]
    return " ".join(" ".join(lines).split())


async def test_all_that_is_selected_is_cited_as_one_list(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/42/r1/1.")
        await app.run("select", "select", "select", "copy-reference")
        assert app.app.clipboard == f"Minute 42(1)–(3), {BODY}"


async def test_y_copies_in_the_style_of_the_settings(sample: Path, desk: Path) -> None:
    async with configured(sample, desk, Config(citation="refers")) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
        assert app.app.clipboard == "(minute 44 of 2021/22 refers)"


async def test_the_chooser_shows_every_style_and_copies_what_it_shows(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("Y")
        assert isinstance(app.app.screen, CiteScreen)
        assert len(shown(app)) > 15
        assert preview(app) == f"Minute 44, {BODY}"
        await app.press("down")
        assert preview(app) == "Environment and Flood Risk Scrutiny Panel 16.3.22 min 44"
        await app.press("enter")
        assert len(app.app.screen_stack) == 1
        assert app.app.clipboard == "Environment and Flood Risk Scrutiny Panel 16.3.22 min 44"


async def test_the_chooser_has_room_for_a_citation_in_a_small_terminal(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("Y")
        listed, _, copied = app.text.partition("What is copied")
        assert "Full minute reference" in listed
        assert "Minute 44, Environment and Flood" in copied
        await app.press("enter")
        assert app.app.clipboard == f"Minute 44, {BODY}"


async def test_typing_narrows_the_styles_and_their_names_come_first(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("Y")
        await app.type("oscola")
        assert len(shown(app)) == 1
        await app.press("enter")
        assert app.app.clipboard.startswith("‘Minutes of the Environment")
        await app.press("Y")
        await app.type("zebra")
        await app.press("enter")
        assert app.said == "No style is there to copy."
        assert "No style has these letters" in app.text


async def test_a_digit_copies_in_a_favourite_style_even_while_letters_are_typed(sample: Path, desk: Path) -> None:
    async with configured(sample, desk, Config(citation="mla", favourites=("short", "mla", "permalink"))) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("Y", "x", "3")
        assert app.app.clipboard == f"{FLOOD}/44/r1"
        await app.press("Y", "1")
        assert "*Minutes of Meeting*, 16 Mar. 2022" in app.app.clipboard


async def test_a_style_that_has_no_words_for_a_place_says_why(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/39")
        await app.press("Y")
        await app.type("news")
        await app.press("enter")
        assert app.said == "Nothing was decided here that could be quoted."
        assert isinstance(app.app.screen, CiteScreen)


async def test_the_chooser_says_where_minutes_were_confirmed(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("Y")
        assert "These minutes were confirmed at the meeting of 21 April 2022: efrsp/2022-04-21/48" in app.text


async def test_a_persons_own_style_is_among_them_and_a_wrong_one_is_told(sample: Path, desk: Path) -> None:
    own = {"mine": {"name": "Mine", "template": "¶ {number}"}}
    async with configured(sample, desk, Config(citation="mine", styles=own)) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
        assert app.app.clipboard == "¶ 44"
    async with configured(sample, desk, Config(citation="mine", styles={"mine": {"template": "{colour}"}})) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
        assert app.said.startswith("styles.mine.template: there is no field “colour”")


async def test_what_was_copied_is_in_the_basket_with_what_it_came_from(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
    (kept,) = UserData(desk).basket.all()
    assert (kept.text, kept.style, kept.permalink) == (f"Minute 44, {BODY}", "full", f"{FLOOD}/44/r1")
    assert (kept.document, kept.store) == ("brackwater-flood-panel-2022-03-16.txt", str(sample))
    assert len(kept.sha256) == 64


async def test_the_basket_copies_again_one_or_all_as_a_list(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
        await at(app, f"{FLOOD}/45/r1")
        await app.press("y", "b")
        assert isinstance(app.app.screen, BasketScreen)
        assert app.lines[1].strip() == f"Minute 45, {BODY}"
        assert "· full · brackwater-flood-panel-2022-03-16.txt" in app.lines[2]
        await app.press("down", "enter")
        assert app.app.clipboard == f"Minute 44, {BODY}"
        await app.press("Y")
        assert app.app.clipboard == f"Minute 44, {BODY}\nMinute 45, {BODY}"


async def test_what_is_taken_out_of_the_basket_can_be_brought_back(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y", "b", "d")
        assert "The basket is empty." in app.text
        await app.press("y")
        assert app.said == "The basket is empty."
        await app.press("u")
        assert f"Minute 44, {BODY}" in app.text


async def test_words_that_no_clipboard_takes_are_shown_and_kept_in_a_private_file(
    sample: Path, desk: Path, tmp_path: Path
) -> None:
    async with configured(sample, desk, Config(clipboard="xclip")) as app:
        await at(app, f"{FLOOD}/44/r1")
        await app.press("y")
        assert isinstance(app.app.screen, UncopiedScreen)
        assert preview(app) == f"Minute 44, {BODY}"
        kept = tmp_path / "state" / "copied.txt"
        assert app.said == f"Not copied: xclip did not take it. The words are in {kept}"
        assert kept.read_text(encoding="utf-8") == f"Minute 44, {BODY}\n"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


async def test_there_is_nothing_to_cite_in_an_empty_store(tmp_path: Path) -> None:
    async with opened(tmp_path / "none.db") as app:
        app.app.pop_screen() if len(app.app.screen_stack) > 1 else None
        await app.run("copy-reference")
        assert app.said == "There is nothing here to cite."
