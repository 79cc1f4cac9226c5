"""Files to documents: encodings, hostile bytes, and reasons for what cannot be read."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import UnreadableDocument
from store.readers.decoding import decode
from store.readers.reader import document_from_bytes, read_document
from store.text.clean import clean

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_words_are_the_same_in_every_encoding(encoding: str) -> None:
    words = "Minutes of the Café Sub-Committee – £3,000 “agreed”"
    assert document_from_bytes("a.txt", words.encode(encoding)).text == words


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "is empty"),
        ("white-space.txt", "is empty"),
        ("binary.txt", "is not text"),
        ("missing.txt", "does not exist"),
        ("", "is a folder"),
        ("n" * 300, "cannot be read (File name too long)"),
        ("a\0b.txt", "is no name of a file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(fixtures: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(fixtures / "hostile" / name)
    assert raised.value.reason == reason
    assert (name.replace("\0", "") or "hostile") in str(raised.value)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: Path(path).symlink_to("/dev/zero")])
def test_a_pipe_and_a_device_are_not_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "minutes.txt")
    with pytest.raises(UnreadableDocument, match="is not a file but a pipe or a device"):
        read_document(tmp_path / "minutes.txt")


def test_a_file_is_not_read_beyond_what_minutes_take(tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    with file.open("wb") as opened:
        opened.truncate(1 << 40)
    with pytest.raises(UnreadableDocument, match="is larger than 200 MB; split it"):
        read_document(file)


@pytest.mark.parametrize(
    ("first", "what"),
    [
        (b"%PDF-1.7 ...", "is a damaged PDF"),
        (b"\r\n%PDF-1.7 ...", "is a damaged PDF"),
        (b"{\\rtf1 ...", "is an RTF document"),
        (b"PK\x03\x04...", "is a damaged Word document or zip archive"),
        (b"\xd0\xcf\x11\xe0...", "is an old or a locked Word document"),
    ],
)
def test_a_file_is_what_its_first_bytes_say_whatever_its_name(first: bytes, what: str) -> None:
    with pytest.raises(UnreadableDocument, match=what):
        document_from_bytes("a.txt", first)


def test_the_library_of_one_format_is_not_loaded_for_another(fixtures: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from store.readers.reader import read_document\n"
        f"read_document(Path({str(fixtures / 'minutes' / 'wendleham-parish-2024-07-08.txt')!r}))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "store.readers.decoding" in done.stdout.split()
    assert {"pypdfium2", "selectolax", "zipfile"}.isdisjoint(done.stdout.split())


def test_line_ends_of_every_kind_end_a_line() -> None:
    assert document_from_bytes("a.txt", b"one\r\ntwo\rthree\nfour\x0cfive").text == "one\ntwo\nthree\nfour\nfive"


def test_control_characters_go_and_the_letters_around_them_stay() -> None:
    words = "A harbour has two ends, and the pier has one of them. " * 5
    text = document_from_bytes("a.txt", (words + "a\x1b[2Jb\x07\x00\u202ec\u200bd\x9b31m").encode()).text
    assert text == words + "a[2Jbcd31m"


def test_stars_that_an_extractor_left_around_bold_words_are_no_words() -> None:
    document = document_from_bytes("a.txt", b"**1.** It was so. **Resolved:** (i) 2 * 3 * 4")
    assert document.text == "1. It was so. Resolved: (i) 2 * 3 * 4"
    assert [document.text[look.span.start : look.span.end] for look in document.looks if look.bold] == [
        "1.",
        "Resolved:",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "That clause *3* be <b>not</b> kept, sum 2*3*4, see [the plan](http://example.com/a), _this_ and <none>.",
        "x<y and a<b>c; 1\\. as it is; # 5; > 3; | a | b |",
        "2 ** 3, **so** it is: one pair that is none, and all of them stay",
        "A fee** and a charge**",
        "********** and **** and a rule",
    ],
)
def test_text_has_no_marks(words: str) -> None:
    document = document_from_bytes("a.txt", words.encode())
    assert (document.text, document.looks) == (words, ())


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("# Minutes", "Minutes"),
        ("1\\. Present: Mr Ash", "1. Present: Mr Ash"),
        ("**_The next item_** _was_ *brought* forward.", "The next item was brought forward."),
        ("*<small>Page 2</small>*", "Page 2"),
        ("[The file](https://example.org/a%20b.pdf)", "The file"),
        ("snake_case, 2 * 3 * 4, ____ and # 5", "snake_case, 2 * 3 * 4, ____ and # 5"),
    ],
)
def test_the_marks_of_markdown_are_no_words(written: str, words: str) -> None:
    assert document_from_bytes("a.md", written.encode()).text == words


@given(st.text())
def test_cleaning_loses_no_visible_letter_and_is_done_at_once(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert [letter for letter in cleaned if letter.isalnum()] == [letter for letter in text if letter.isalnum()]
    assert all(letter == "\n" or letter == "\t" or ord(letter) >= 32 for letter in cleaned)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_not_and_never_an_exception(data: bytes) -> None:
    text = decode(data)
    assert text is None or isinstance(text, str)
