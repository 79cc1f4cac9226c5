"""Opening the document itself, and the pager."""

import asyncio
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from textual.app import App

from store.model import Format, Span
from store.views.evidence_places import EvidenceSource
from tests.tui.opened import Opened, opened
from tui.evidence.opening import opening, web_address
from tui.terminal import programs
from tui.terminal.programs import ProgramError, browser, opener, pager, private_file

TEXT = "one\ntwo\nthree four-five, six & seven eight nine ten eleven twelve thirteen fourteen fifteen\n"
SPAN = Span(TEXT.index("three"), len(TEXT) - 1)


def source(
    form: str = "text", url: str | None = None, name: str = "hrg.txt", pages: tuple[Span, ...] = ()
) -> EvidenceSource:
    return EvidenceSource(1, name, Format.named(form), sha256(TEXT.encode()).hexdigest(), url, pages, (SPAN,))


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No desktop, no editor, and a current folder with nothing in it."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "VISUAL", "EDITOR", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PAGER", "less -S")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_text_that_is_still_there_opens_in_the_editor_at_its_line(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / "hrg.txt").write_text(TEXT)
    monkeypatch.setenv("EDITOR", "vim -R")
    how = opening(source(), TEXT)
    assert how.command == ("vim", "-R", "+3", str(bare / "hrg.txt"))
    assert how.in_terminal
    assert how.text is None


def test_a_file_is_opened_where_it_was_added_from(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / "minutes").mkdir()
    (bare / "minutes" / "hrg.txt").write_text(TEXT)
    monkeypatch.setenv("EDITOR", "vim")
    how = opening(replace(source(), path=str(bare / "minutes" / "hrg.txt")), TEXT)
    assert how.command == ("vim", "+3", str(bare / "minutes" / "hrg.txt"))


def test_a_file_that_has_changed_is_not_shown_but_the_text_that_was_kept(bare: Path) -> None:
    (bare / "hrg.txt").write_text(f"{TEXT}and more")
    how = opening(source(), TEXT)
    assert how.command == ("less", "-S", "+3")
    assert how.text == "hrg.txt"
    assert how.told == "That was the text that is kept; hrg.txt is not where it was, or has changed."


def test_a_page_from_the_web_opens_in_the_browser_at_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "firefox --new-window %s:chrome")
    how = opening(source("html", "https://council.example/minutes?id=7#top"), TEXT)
    address = (
        "https://council.example/minutes?id=7#:~:text=three%20four%2Dfive%2C%20six%20%26%20seven%20eight,"
        "ten%20eleven%20twelve%20thirteen%20fourteen%20fifteen"
    )
    assert how.command == ("firefox", "--new-window", address)
    assert not how.in_terminal


def test_a_browser_of_the_terminal_gets_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "w3m")
    assert opening(source("html", "https://council.example/minutes"), TEXT).in_terminal


def test_a_pdf_opens_on_its_page(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = (Span(0, 4), Span(4, len(TEXT)))
    printed = source("pdf", "https://council.example/a.pdf", "a.pdf", pages)
    assert web_address(printed, "") == "https://council.example/a.pdf#page=2"
    (bare / "a.pdf").write_text(TEXT)
    monkeypatch.setattr("tui.evidence.opening.opener", lambda: ["xdg-open"])
    how = opening(printed, TEXT)
    assert how.command == ("xdg-open", str(bare / "a.pdf"))
    assert how.told == f"Opened {bare / 'a.pdf'}: the words are on page 2."


def test_an_address_without_a_host_is_none_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "firefox")
    assert opening(source("moderngov-html", "ieListDocuments.aspx?MId=7"), TEXT).text == "hrg.txt"


def test_the_desktop_is_used_only_where_there_is_one() -> None:
    assert opener({}, "linux") is None
    assert opener({}, "darwin") == ["open"]
    assert browser("https://a.example", {}, "linux") is None
    assert browser("https://a.example", {}, "darwin") == ["open", "https://a.example"]


def test_the_pager_is_the_persons_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pager({"PAGER": "most -s"}) == ["most", "-s"]
    with pytest.raises(ProgramError, match="no pager; set"):
        pager({"PATH": ""})
    with pytest.raises(ProgramError, match=r"\$PAGER is no command"):
        pager({"PAGER": "less 'x"})


def test_a_private_file_is_nobody_elses_and_goes() -> None:
    with private_file("a.txt", "“words”\x1b[31m") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert "\x1b" not in path.read_text()
    assert not path.parent.exists()


def test_a_program_that_fails_or_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="status 1, and has opened nothing"):
        programs.run_apart(["false"])
    with pytest.raises(ProgramError, match="cannot be started"):
        programs.run_apart([str(tmp_path / "nothing")])


async def test_ctrl_c_in_a_program_is_its_own_and_what_ends_the_app_does_so_afterwards() -> None:
    class Screenless(App[None]):
        @contextmanager
        def suspend(self) -> Iterator[None]:
            yield

    heard: list[int] = []
    loop = asyncio.get_running_loop()
    sends = "import os, signal; [os.kill(os.getppid(), one) for one in (signal.SIGINT, signal.SIGTERM)]"
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, heard.append, number)
    try:
        programs.run_here(Screenless(), [sys.executable, "-c", sends])
        await asyncio.sleep(0.05)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
    assert heard == [signal.SIGTERM]


async def test_a_terminal_that_cannot_be_given_away_is_told(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("p")
        assert app.said == "This terminal cannot be given to another program."


async def suspended(app: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    monkeypatch.setattr(app.app, "suspend", suspend)


async def test_p_hands_the_item_to_the_pager_as_plain_text(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tmp_path / "shown"
    monkeypatch.setenv("PAGER", f"tee {shown}")
    async with opened(sample) as app:
        await suspended(app, monkeypatch)
        app.reader.go_to("brackwater/planning-committee/2024-02-07/7")
        await app.settle()
        await app.press("3", "p")
    assert "That the report be noted." in shown.read_text()


async def test_o_hands_the_kept_text_to_the_editor_in_a_private_file(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tmp_path / "shown"
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\necho "$1" > {shown}\ncat "$2" >> {shown}\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setattr("tui.evidence.opening.same_file", lambda _: None)
    async with opened(sample) as app:
        await suspended(app, monkeypatch)
        app.reader.go_to("brackwater/planning-committee/2024-02-07/7/r1")
        await app.settle()
        await app.press("3", "o")
        assert app.said.startswith("That was the text that is kept; ")
        monkeypatch.setenv("VISUAL", "false")
        await app.press("o")
        assert app.said == "false ended with the status 1."
    line, text = shown.read_text().split("\n", 1)
    assert line.startswith("+")
    assert "Agenda and draft minutes" in text
