"""Reading a long document takes time that grows as its length does, however its lines are set."""

import time
from collections.abc import Callable

import pytest

from store.parse.meeting import parse_meetings
from store.readers.reader import document_from_bytes

_LONGER = 4  # times as long
_AT_MOST = 8  # times the processor time: what grows with the square takes 16
_TRIES = 3  # the least of several runs is taken, as other work on the machine only adds to it
_HEAD = (
    "Aldmere Borough Council\n\nPlanning Committee\n\nMinutes of the meeting held on 3 May 2023 at 7.00 pm\n\n"
    "Present: Councillors A Marrow (Chair), B Thorne and C Wick\n\n"
)
_THINGS = ("lantern", "bridge", "harbour", "ferry", "orchard", "kettle", "meadow")


def _thing(at: int) -> str:
    return _THINGS[at % len(_THINGS)]


def _word(at: int) -> str:
    """A name of four letters, other than its neighbours'."""
    return "".join(chr((97 if place else 65) + at // 26**place % 26) for place in range(4))


def _items(count: int) -> str:
    return _HEAD + "\n\n".join(f"{at} Lamp {at}\n\nResolved: That it be so." for at in range(1, count))


def _titles_alone(count: int) -> str:
    return _HEAD + "\n".join(f"{at}. The {_thing(at)} of street {at}" for at in range(1, count))


def _numbered_lines_of_a_block(count: int) -> str:
    told = "\n".join(f"{at}. the lamp was worn, and it was told that it would be mended." for at in range(2, count))
    return f"{_HEAD}1. Lamps of the town\n\n{told}\n\n{count}. Bridges\n\nNoted."


def _templates(count: int) -> str:
    return _HEAD + "\n\n".join(f"{_word(at).upper()} {at} The lamps\n\nRESOLVED: That it be so." for at in range(count))


def _paragraphs(count: int) -> str:
    return f"{_HEAD}1. Lamps\n\n" + "\n\n".join(f"Members heard that the {_thing(at)} was worn." for at in range(count))


def _names(count: int) -> str:
    return _HEAD.rstrip() + "".join(f", D {_word(at)}" for at in range(count)) + "\n\n1. Lamps\n\nRESOLVED: That it be."


def _names_without_commas(count: int) -> str:
    return f"{_HEAD}1. " + " ".join(_word(at) for at in range(count)) + "\n\nRESOLVED: That it be so."


def _clauses(count: int) -> str:
    return f"{_HEAD}1. Lamps\n\nRESOLVED: That\n\n" + "\n".join(
        f"({at}) the {_thing(at)} be lit;" for at in range(1, count)
    )


def _one_line(count: int) -> str:
    return f"{_HEAD}1. Lamps\n\nRESOLVED: That " + "the lamp by the ferry be lit, and " * count + "all be well."


def _quotation_marks(count: int) -> str:
    return f"{_HEAD}1. Lamps\n\nRESOLVED: That " + "“a" * count


def _blank_lines(count: int) -> str:
    return f"{_HEAD}1. Lamps\n" + "\n \n" * count + "RESOLVED: That it be so.\n" + "\n" * count + "2. Bridges\n\nNoted."


def _table(count: int) -> str:
    rows = "\n".join(f"| {at} | {_thing(at)} | £{at}.00 |" for at in range(count))
    return f"{_HEAD}1. Lamps\n\n| No | Lamp | Price |\n|---|---|---|\n{rows}\n\nRESOLVED: That it be so."


# (what the document is made of, how many make it short, the file's name)
DOCUMENTS = (
    pytest.param(_items, 120, "a.txt", id="short items"),
    pytest.param(_titles_alone, 400, "a.txt", id="titles with nothing under them"),
    pytest.param(_numbered_lines_of_a_block, 200, "a.txt", id="the numbered lines of one block"),
    pytest.param(_templates, 60, "a.txt", id="items each numbered in a way of its own"),
    pytest.param(_paragraphs, 500, "a.txt", id="paragraphs under one item"),
    pytest.param(_names, 500, "a.txt", id="names"),
    pytest.param(_names_without_commas, 1000, "a.txt", id="names without commas"),
    pytest.param(_clauses, 500, "a.txt", id="clauses"),
    pytest.param(_one_line, 800, "a.txt", id="one line"),
    pytest.param(_quotation_marks, 8000, "a.txt", id="a word without an end"),
    pytest.param(_blank_lines, 20000, "a.txt", id="blank lines"),
    pytest.param(_table, 250, "a.md", id="rows of a Markdown table"),
)


def _spent(name: str, text: str) -> float:
    """Seconds of processor time that reading a document takes."""
    begun = time.process_time()
    parse_meetings(document_from_bytes(name, text.encode()))
    return time.process_time() - begun


@pytest.mark.slow
@pytest.mark.parametrize(("made", "count", "name"), DOCUMENTS)
def test_a_document_four_times_as_long_takes_about_four_times_the_time(
    made: Callable[[int], str], count: int, name: str
) -> None:
    short, long = made(count), made(count * _LONGER)
    for _ in range(_TRIES):
        if _spent(name, long) <= _AT_MOST * _spent(name, short):
            return
    pytest.fail(f"{_LONGER} times as long took more than {_AT_MOST} times the time, {_TRIES} times over")
