"""Reading apart: a document that hangs or dies costs only itself."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.errors import UnreadableDocument
from store.readers.pool import Limits, Outcome, read_apart, read_one

TIGHT = Limits(deadline=1.0, memory=256 << 20)
SHORT = replace(TIGHT, wall=4.0)  # for what takes no processor time, and is waited for


def behave(path: Path) -> str:
    """A reader that does what the file's name says."""
    match path.stem.rstrip("0123456789"):
        case "hang":
            time.sleep(3_600)
        case "spin":
            while True:
                pass
        case "tell":
            path.write_text(str(os.getpid()))
            time.sleep(3_600)
        case "die":
            os.abort()
        case "swallow":
            len(bytearray(3 << 30))
        case "refuse":
            raise UnreadableDocument(path.name, "is a recipe")
    return f"read {path.name} in {os.getpid()}"


def outcomes(*names: str, limits: Limits | None = None) -> list[Outcome[str]]:
    return list(read_apart(behave, [Path(name) for name in names], limits or Limits()))


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
        ("spin", "took longer than 1 seconds to read"),
        ("die", "ended the process that read it"),
        ("swallow", "needs more than 256 MB of memory to read"),
    ],
)
def test_a_document_that_cannot_be_read_is_named_and_the_others_go_on(name: str, reason: str) -> None:
    read = outcomes("good1", name, "good2", "good3", limits=SHORT if name == "hang" else TIGHT)
    assert [outcome.read is not None for outcome in read] == [True, False, True, True]
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


def test_one_document_is_read_within_the_same_limits() -> None:
    assert read_one(behave, Path("good"), TIGHT).startswith("read good in ")
    for name, reason in (("spin", "took longer"), ("swallow", "needs more than 256 MB"), ("refuse", "is a recipe")):
        with pytest.raises(UnreadableDocument, match=reason):
            read_one(behave, Path(name), TIGHT)


@pytest.mark.parametrize("way", ["read_one(behave, path)", "list(read_apart(behave, [path]))"])
def test_a_process_that_reads_ends_when_the_one_that_asked_is_killed(tmp_path: Path, way: str) -> None:
    told = tmp_path / "tell"
    code = f"""
from pathlib import Path
from store.readers.pool import read_apart, read_one
from tests.store.readers.test_pool import behave
path = Path({str(told)!r})
if __name__ == "__main__":
    {way}
"""
    asking = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[3])
    try:
        reader = int(_once(lambda: told.read_text() if told.exists() else ""))
    finally:
        asking.kill()
        asking.wait()
    assert _once(lambda: "" if _is_running(reader) else "gone")


def _once(asked: Callable[[], str]) -> str:
    """What is asked for, as soon as there is any of it; waited for as long as a busy machine may take."""
    until = time.monotonic() + 60
    while not (answer := asked()) and time.monotonic() < until:
        time.sleep(0.05)
    return answer


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
