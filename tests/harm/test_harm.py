"""The harm in short: each script with small counts. `make harm` does it with large ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("script", "counts"),
    [
        ("killed", ("6", "3", "3")),
        ("failing_disks", ("3",)),
        ("together", ("4", "0")),
        ("damaged_stores", ("8",)),
        ("hostile_documents", ("14", "60")),
        ("linear_patterns", ("400", "3")),
        ("gallery", ("1",)),
        ("hostile_queries", ("300",)),
        ("hostile_terminal", ("300",)),
        ("busy_machine", ("100",)),
    ],
)
def test_whatever_harm_is_done_nothing_is_lost(script: str, counts: tuple[str, ...], tmp_path: Path) -> None:
    own = {"MINUTEBOOK_LOG": str(tmp_path / "log"), "MINUTEBOOK_DESK": str(tmp_path / "desk.db")}
    command = [sys.executable, "-m", f"tests.harm.{script}", *counts]
    done = subprocess.run(command, cwd=_ROOT, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
