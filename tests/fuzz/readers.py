"""Damaged documents, led by what they reach: atheris changes those that came into new lines of the readers again.

`make fuzz`, or `python -m tests.fuzz.readers 60` for so many seconds each format. atheris is no requirement of the
project: `.venv/bin/python -m pip install atheris` (Linux, and Python up to 3.13). Exits with 1 when a document ended in
another way than being read whole or refused in words, and names the file that did it.
"""

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[2]
_SECONDS: Final = 60
_LONGEST: Final = 65_536  # bytes of a document
_FORMATS: Final = (".txt", ".md", ".html", ".xml", ".docx", ".pdf")


def main(seconds: int) -> int:
    """Read each format for so long, and print what came of it; the exit status."""
    if find_spec("atheris") is None:
        sys.stdout.write("atheris is not here: .venv/bin/python -m pip install atheris\n")
        return 1
    failed = 0
    for suffix in _FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            for source in (_ROOT / "fixtures").rglob(f"*{suffix}"):
                (Path(folder) / source.name).write_bytes(source.read_bytes()[:_LONGEST])
            command = [sys.executable, "-m", "tests.fuzz.one_format", suffix, folder, f"-max_total_time={seconds}"]
            limits = [f"-max_len={_LONGEST}", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"]
            done = subprocess.run([*command, *limits], cwd=_ROOT, capture_output=True, text=True, check=False)
        told = [line.split() for line in done.stderr.splitlines()]
        runs = next((words[-1] for words in told if words[:1] == ["stat::number_of_executed_units:"]), "?")
        sys.stdout.write(
            f"{suffix:<6} {runs} documents in {seconds} s: {'failed' if done.returncode else 'in peace'}\n"
        )
        sys.stdout.flush()
        if done.returncode:
            failed = 1
            sys.stdout.write(done.stderr[-4000:] + "\n")
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _SECONDS))
