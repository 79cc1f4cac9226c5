"""What adding says: how far it has come, what came of it, and how it is stopped."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.ingest.events import Added, AlreadyThere, Failed
from store.views.meeting_views import meetings
from store.views.view_lines import MeetingLine
from tui.adding.run import ImportRun
from tui.pages.imports import event_line, summary
from tui.terminal.progress import interruptible, progress_line

ROOT = Path(__file__).parent.parent.parent


def line(incomplete: int = 0) -> MeetingLine:
    return MeetingLine(
        "marram/hb/2023-03-02", "Marram Council", "Harbour Board", "2023-03-02", None, "draft", 7, 4, incomplete
    )


def test_the_progress_tells_rate_and_time_left() -> None:
    assert progress_line(0, 300, 0.0) == f"{'·' * 24} 0 of 300"
    assert progress_line(150, 300, 2.0) == f"{'━' * 12}{'·' * 12} 150 of 300, 75 a second, 0:02 left"
    assert progress_line(10, 1000, 10.0).endswith(" 10 of 1000, 1 a second, 16:30 left")


def test_a_line_tells_the_meeting_its_figures_and_what_to_know() -> None:
    event = Added("march.txt", line(incomplete=1), ("1 item cut short by the page: 4",), 0)
    assert event_line(event) == (
        "march.txt: Harbour Board, 2 March 2023: 7 items (1 cut short), 4 resolutions. 1 item cut short by the page: 4."
    )


def test_the_table_counts_what_is_new_and_names_what_is_not_whole() -> None:
    events: list[Added | AlreadyThere | Failed] = [
        Added("march.txt", line(incomplete=1), (), 2),
        AlreadyThere("april.txt", line()),
        Failed("soup.txt", "no minutes found in it: no items of business", refused=True),
        Failed("scan.pdf", "has no text layer", refused=False),
    ]
    assert summary(events, 80).splitlines() == [
        "documents                 4  1 added, 1 already there",
        "not minutes               1  soup.txt",
        "not read                  1  scan.pdf",
        "meetings                  1",
        "items                     7",
        "items cut short           1  march.txt",
        "resolutions               4",
        "lines not understood      2  march.txt",
    ]


def test_an_import_that_is_stopped_before_it_has_counted_says_so() -> None:
    run = ImportRun(Path("minutes"), stopping=True)
    run.end()
    assert run.ended == "Stopped: nothing stored."


def test_of_many_documents_a_few_are_named() -> None:
    events = [Failed(f"{number}.pdf", "has no text layer", refused=False) for number in range(9)]
    assert "0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 4 others" in summary(events, 80)


def test_ctrl_c_is_noted_once_and_stops_at_once_when_pressed_again() -> None:
    with interruptible() as interrupted:
        assert not interrupted()
        os.kill(os.getpid(), signal.SIGINT)
        assert interrupted()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_stops_an_add_with_all_before_it_stored(tmp_path: Path, fixtures: Path) -> None:
    source = (fixtures / "minutes" / "wendleham-parish-2024-09-09.txt").read_text(encoding="utf-8")
    folder = tmp_path / "minutes"
    folder.mkdir()
    for year in range(1400, 2000):
        (folder / f"{year}.txt").write_text(source.replace("September 2024", f"September {year}"), encoding="utf-8")
    store = tmp_path / "minutes.db"
    command = [sys.executable, "-m", "tui.cli", "--store", str(store), "add", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as adding:
        assert adding.stdout is not None
        assert adding.stderr is not None
        told = [adding.stdout.readline() for _ in range(5)]
        time.sleep(0.05)
        adding.send_signal(signal.SIGINT)
        rest, errors = adding.stdout.read(), adding.stderr.read()
    assert adding.returncode == 130
    assert errors == (
        "minutebook: stopped; what is told above is stored, and adding the same again goes on from there.\n"
    )
    lines = [one for one in [*told, *rest.splitlines()] if ": Wendleham Parish Council" in one]
    with closing(open_for_reading(store)) as reading:
        assert len(meetings(reading)) == len(lines)
    assert 5 <= len(lines) < 600
