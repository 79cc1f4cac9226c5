"""Reading apart: a document that hangs or dies costs only itself."""

import os
import time
from pathlib import Path

import pytest

from store.errors import UnreadableDocument
from store.readers.pool import Outcome, read_apart


def behave(path: Path) -> str:
    """A reader that does what the file's name says."""
    match path.stem.rstrip("0123456789"):
        case "hang":
            time.sleep(60)
        case "die":
            os.abort()
        case "swallow":
            len(bytearray(3 << 30))
        case "refuse":
            raise UnreadableDocument(path.name, "is a recipe")
    return f"read {path.name} in {os.getpid()}"


def outcomes(*names: str, **limits: float) -> list[Outcome[str]]:
    return list(read_apart(behave, [Path(name) for name in names], **limits))  # type: ignore[arg-type]


def test_outcomes_come_in_the_order_of_the_files() -> None:
    names = [f"good{number}" for number in range(20)]
    read = outcomes(*names)
    assert [str(outcome.path) for outcome in read] == names
    assert all(outcome.read and outcome.read.startswith(f"read {outcome.path}") for outcome in read)


def test_reading_is_done_in_another_process() -> None:
    (outcome,) = outcomes("good")
    assert outcome.read is not None
    assert not outcome.read.endswith(f" {os.getpid()}")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("refuse", "is a recipe"),
        ("hang", "took longer than 1 seconds to read"),
        ("die", "ended the process that read it"),
        ("swallow", "needs more than 256 MB of memory to read"),
    ],
)
def test_a_document_that_cannot_be_read_is_named_and_the_others_go_on(name: str, reason: str) -> None:
    read = outcomes("good1", name, "good2", "good3", name, "good4", deadline=1.0, memory=256 << 20)
    assert [outcome.read is not None for outcome in read] == [True, False, True, True, False, True]
    for outcome in read:
        if outcome.error:
            assert (outcome.error.name, outcome.error.reason) == (name, reason)


def test_leaving_early_leaves_no_process_behind() -> None:
    reading = read_apart(behave, [Path(f"good{number}") for number in range(9)])
    first = next(reading)
    reading.close()
    assert first.read is not None
    pid = int(first.read.rpartition(" ")[2])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_no_files_need_no_process() -> None:
    assert outcomes() == []
