"""A full disk, or too few files, is told in a sentence, wherever it is met."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.building import REPAIRS, meeting, store_of
from tui.terminal.console import Exit

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="There is no /dev/full here.")


def minutebook(tmp_path: Path, *told: str, out: str, err: str = "", files: int = 0) -> tuple[int, str]:
    """The exit status and what is said on stderr, where stdout goes to `out`; `files` are all that may be open."""
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "MINUTEBOOK_STORE": str(tmp_path / "a.db")}
    with Path(out).open("w") as stdout, Path(err or tmp_path / "err").open("w") as stderr:
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", *told],
            stdout=stdout,
            stderr=stderr,
            env=environment,
            check=False,
            preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))) if files else None,
        )
    return done.returncode, "" if err else (tmp_path / "err").read_text()


@pytest.mark.parametrize(
    "told",
    [
        ("list",),
        ("list", "--json"),
        ("find", "damp"),
        ("export", "--format", "csv", "--meeting", "eastmarsh/hrg/2023-03-02"),
        ("check",),
        ("doctor",),
    ],
)
def test_a_full_disk_under_stdout_is_a_sentence(tmp_path: Path, told: tuple[str, ...]) -> None:
    store_of(tmp_path / "a.db", meeting(REPAIRS))
    status, said = minutebook(tmp_path, *told, out="/dev/full")
    assert (status, said) == (
        Exit.FAILED,
        "minutebook: What was to be printed cannot be written to its end (No space left on device).\n",
    )


def test_a_full_disk_under_stderr_and_the_log_is_borne(tmp_path: Path) -> None:
    (tmp_path / "state" / "minutebook").mkdir(parents=True)
    (tmp_path / "state" / "minutebook" / "minutebook.log").symlink_to("/dev/full")
    assert minutebook(tmp_path, "list", out=str(tmp_path / "out"), err="/dev/full")[0] == Exit.FAILED
    status, said = minutebook(tmp_path, "list", out=str(tmp_path / "out"))
    assert (status, said.count("\n"), "Traceback" in said) == (Exit.FAILED, 1, False)


def test_too_few_files_are_a_sentence_or_enough(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text(
        "Wexcombe Parish Council\n6 May 2025\n\n1. Roof\n\nRESOLVED: That it be mended.\n"
    )
    for files in (8, 10, 14):
        status, said = minutebook(tmp_path, "add", str(tmp_path / "may.txt"), out=str(tmp_path / "out"), files=files)
        assert status in (Exit.DONE, Exit.FAILED), said
        assert not said or ("ulimit" in said and said.count("\n") == 1), said
    assert minutebook(tmp_path, "list", out=str(tmp_path / "out"))[0] in (Exit.DONE, Exit.FAILED)
