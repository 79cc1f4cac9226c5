"""What came through is told: a gallery that could not see it would prove nothing."""

import pytest

from tests.harm.payloads import PAYLOADS, foreign_in_text, foreign_on_a_terminal

_WORDS = ("markup with an action", "markup that closes nothing", "markup with a link", "wide characters")
_ONLY_ON_A_SCREEN = {"tabs"}


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name not in _WORDS])
def test_a_payload_that_comes_through_is_seen(name: str) -> None:
    written = PAYLOADS[name].encode("utf-8", "surrogatepass")
    assert foreign_on_a_terminal(b"\x1b[?1049h\x1b[1;1H" + written + b"\x1b[?1049l")
    assert bool(foreign_in_text(written)) == (name not in _ONLY_ON_A_SCREEN)


@pytest.mark.parametrize("name", _WORDS)
def test_words_are_words(name: str) -> None:
    assert foreign_in_text(PAYLOADS[name].encode()) == []


def test_what_the_app_writes_by_itself_is_none() -> None:
    own = b"\x1b[?1049h\x1b[?25l\x1b[1;1H\x1b[38;2;1;2;3;48;2;4;5;6;1mMinutes\x1b[0m\r\n\x1b[2;1H\x1b]52;c;SGk=\x07"
    assert foreign_on_a_terminal(own + b"\x1b[?1049lDone.\r\n") == []


def test_control_characters_that_were_copied_are_seen() -> None:
    assert foreign_on_a_terminal(b"\x1b]52;c;Gw==\x07")
