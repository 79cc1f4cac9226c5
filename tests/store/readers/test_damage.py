"""Damaged files: read as far as they go or refused in words, at once, and never an exception of another kind."""

import random
import time
from pathlib import Path

import pytest

from store.errors import UnreadableDocument
from store.parse.meeting import parse_meetings
from store.readers.reader import document_from_bytes
from tests.store.accounting import assert_every_word_has_one_place

FORMATS = Path(__file__).parents[3] / "fixtures" / "formats"
LONGEST = 1.0  # seconds for one of them, read and parsed


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def shuffled(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A stretch of the file written over and over, as a broken download is."""
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + chance.randint(1, 300)] * chance.randint(2, 60) + data[start:]


@pytest.mark.parametrize("mutations", [30, pytest.param(300, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "name",
    ["brackwater-cabinet-2023-09-12.html", "brackwater-cabinet-2023-09-12.xml", "wendleham-parish-2023-05-15.html"],
)
def test_a_damaged_file_is_read_or_refused_at_once(name: str, mutations: int) -> None:
    data = (FORMATS / name).read_bytes()
    chance = random.Random(name)
    for _ in range(mutations):
        damaged = chance.choice((cut, flipped, shuffled, repeated))(data, chance)
        begun = time.process_time()
        try:
            document = document_from_bytes(name, damaged)
        except UnreadableDocument:
            continue
        finally:
            assert time.process_time() - begun < LONGEST
        assert_every_word_has_one_place(document, parse_meetings(document))
