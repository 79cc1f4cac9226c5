"""Without colours no colour is written, not even the terminal's own, and everything shows all the same."""

import re
import signal
from pathlib import Path

from tests.tui.opened import USUAL, opened
from tests.tui.terminal_session import TerminalSession

_COLOURS = {*range(30, 50), 58, 59, *range(90, 108)}
"""What begins a colour, or goes back to the terminal's own, in a sequence that sets how words look."""


def colour_codes(written: bytes) -> list[str]:
    """Every sequence that has to do with colour, as it was written."""
    looks = re.findall(rb"\x1b\[([\d;:]*)m", written)
    return [look.decode() for look in looks if _COLOURS & {int(code or 0) for code in re.split(rb"[;:]", look)}]


def test_with_no_color_in_the_environment_no_colour_is_written(sample: Path) -> None:
    with TerminalSession(sample, NO_COLOR="1") as session:
        session.wait_for("Planning Committee")
        for keys in (
            "/flood\r",
            "\x1b",
            "?",
            "q",
            "\x10",
            "\x1b",
            "jjj",
            "2",
            "jl",
            "3",
            "j",
            "z",
            "z",
            "\x06",
            "\x1b",
        ):
            session.press(keys)
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert colour_codes(session.written) == []


def test_colours_that_are_turned_off_are_gone_from_the_next_screen_on(sample: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "contrast-light"\n[commands]\ncolours-none = "f9"\n', encoding="utf-8")
    with TerminalSession(sample, MINUTEBOOK_CONFIG=str(config)) as session:
        session.wait_for("Planning Committee")
        assert colour_codes(session.written)
        session.press("\x1b[20~", pause=1.0)
        before = len(session.written)
        session.press("?jjq", pause=1.0)
        session.press("/flood\r")
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert colour_codes(session.written[before:]) == []


async def test_the_pane_in_use_its_cursor_and_what_was_found_show_without_colours(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("colours-none")
        await app.run("find")
        await app.type("flood")
        segments = [segment for strip in app.strips for segment in strip if segment.style]
        focused = next(line for line in app.lines if "4 Resolutions" in line)
    reversed_words = [segment.text for segment in segments if segment.style and segment.style.reverse]
    underlined = [segment.text for segment in segments if segment.style and segment.style.underline]
    assert "━" in focused
    assert any(words.strip() for words in reversed_words)
    assert any(word.lower().startswith("flood") for word in underlined)


def test_a_config_file_that_nobody_understands_keeps_nobody_out(sample: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('\n\n\n[commands]\nfnd = "x"\n', encoding="utf-8")
    with TerminalSession(sample, MINUTEBOOK_CONFIG=str(config)) as session:
        session.wait_for("Planning Committee")
        session.wait_for("config.toml, line 5: there is no command “fnd”")
        session.press("q", pause=0)
        assert session.wait() == 0
