"""What a terminal sends: whatever the bytes are, nothing raises and the next key works."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseDown, Paste, Resize
from textual.message import Message

from tui.terminal import driver as terminal_driver
from tui.terminal.driver import TerminalInput

PIECES = (
    *(
        "\x1b",
        "\x1b[",
        "\x1b[<",
        "\x1b[M",
        "\x1b]",
        "\x1bP",
        "\x1bO",
        "[",
        ";",
        ":",
        "|",
        "?",
        "$y",
        "u",
        "~",
        "M",
        "m",
    ),
    *("R", "t", "A", "0", "1", "48", "-", "q", " ", "\0", "\x9b", "\u0663", "\U0001f600", "99999999999999999999"),
    *("1114112", "55296", "2147483648", "18446744073709551616", "\x1b[97;1;", "\x1b[?2048;2$y", "\x1b[I", "\x1b[O"),
    *("\x1b[48;0;0;0;0t", "\x1b[48;24;80;480;800t", "\x1b[48;99999;99999;1;1t", "\x1b[<0;1;1M"),
    *("\x1b[<0;99999999;-1m", "\x1b[200~", "\x1b[201~"),
)
hostile = st.lists(
    st.binary(max_size=12)
    | st.sampled_from([*(piece.encode() for piece in PIECES), b"\xff", b"\xe9", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80"]),
    max_size=14,
)


def keys(messages: Iterator[Message] | list[Message]) -> list[str | None]:
    return [message.character for message in messages if isinstance(message, Key)]


def texts(messages: Iterator[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, Paste)]


@given(hostile)
def test_whatever_came_before_the_next_key_is_taken(pieces: list[bytes]) -> None:
    terminal = TerminalInput()
    for piece in pieces:
        list(terminal.read(piece))
        list(terminal.tick())
    *_, last = terminal.read(b"\x1b[201~q")  # the end of a paste, if one had begun
    assert isinstance(last, Key)
    assert last.key == "q"


@given(hostile)
def test_no_size_that_no_screen_has_is_passed_on(pieces: list[bytes]) -> None:
    terminal = TerminalInput()
    for message in terminal.read(b"".join(pieces)):
        if isinstance(message, Resize):
            assert 0 < message.size.width <= 2_000
            assert 0 < message.size.height <= 2_000


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"\xffq", "\ufffdq"),
        (b"\xe9q", "\ufffdq"),  # é in Latin-1
        (b"\xe2\x82q", "\ufffdq"),  # € without its end
        ("é€".encode(), "é€"),
    ],
)
def test_a_byte_that_is_no_utf_8_is_a_replacement_character(sent: bytes, said: str) -> None:
    assert "".join(filter(None, keys(TerminalInput().read(sent)))) == said


def test_a_letter_that_comes_in_halves_is_one_letter() -> None:
    terminal = TerminalInput()
    assert keys(terminal.read(b"\xc3")) == []
    assert keys(terminal.read(b"\xa9")) == ["é"]


@pytest.mark.parametrize(
    "sequence",
    [b"\x1b[1114112u", b"\x1b[99999999999999999999u", b"\x1b[97;1;1114112u", b"\x1b[:~", b"\x1b[97:65;1u"],
)
def test_a_sequence_with_an_impossible_number_is_no_key(sequence: bytes) -> None:
    assert keys(TerminalInput().read(sequence + b"q")) == ["q"]


@pytest.mark.parametrize("at", range(1, 28))
def test_a_paste_is_one_however_it_is_cut(at: int) -> None:
    sent = b"\x1b[200~two \xe2\x82\xac\nlines\x1b[201~q"
    terminal = TerminalInput()
    first, *others = [*terminal.read(sent[:at]), *terminal.read(sent[at:])]
    assert isinstance(first, Paste)
    assert first.text == "two €\nlines"
    assert keys(others) == ["q"]


def test_nothing_that_is_pasted_is_a_key() -> None:
    told = list(TerminalInput().read(b"\x1b[200~\x1bq\x1b[A\x1b[200~\xe9\0\x1b[201~"))
    assert keys(told) == []
    assert texts(iter(told)) == ["\x1bq\x1b[A\x1b[200~\ufffd"]


def test_of_megabytes_that_are_pasted_the_beginning_is_taken() -> None:
    terminal = TerminalInput()
    told = [*terminal.read(b"\x1b[200~" + b"0123456789" * 100_000), *terminal.read(b"\x1b[201~q")]
    assert texts(iter(told)) == ["0123456789" * 10_000]
    assert keys(told) == ["q"]


def test_a_paste_whose_end_was_lost_ends_when_nothing_more_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(terminal_driver, "monotonic", lambda: now)
    terminal = TerminalInput()
    assert list(terminal.read(b"\x1b[200~words")) == []
    now += 4
    assert list(terminal.tick()) == []
    now += 2
    assert texts(terminal.tick()) == ["words"]
    assert keys(terminal.read(b"q")) == ["q"]


def test_the_mouse_of_a_terminal_that_knows_no_pixels_is_told_in_cells() -> None:
    (resize, pressed) = TerminalInput().read(b"\x1b[48;24;80;0;0t\x1b[<0;5;7M")
    assert isinstance(resize, Resize)
    assert isinstance(pressed, MouseDown)
    assert (pressed.x, pressed.y) == (4, 6)


def test_a_sequence_that_makes_no_sense_does_not_make_it_forget_what_the_mouse_is_told_in() -> None:
    sent = b"\x1b[48;24;80;480;800t\x1b[1114112u\x1b[<0;51;21M"
    _, pressed = TerminalInput().read(sent)
    assert isinstance(pressed, MouseDown)
    assert (pressed.x, pressed.y) == (5, 1)
