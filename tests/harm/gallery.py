"""The gallery: what strangers write to drive, to hide or to forge, on every screen and in every output.

`python -m tests.harm.gallery 15` for so many payloads. Exits with 1 when a byte of theirs came through to a terminal, a
pipe, the log or the clipboard, when a screen could not be shown, or when a command failed in another way than in words.
"""

import json
import os
import pty
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from store.database.connect import open_for_reading
from tests.harm.hostile_world import file_name, hostile_desk, hostile_files, hostile_store, stored
from tests.harm.payloads import MARK, PAYLOADS, foreign_in_text, foreign_on_a_terminal

_ROOT = Path(__file__).parents[2]
_NO_CLIPBOARD = dict.fromkeys(("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "NO_COLOR"), "")
_COLUMNS, _LINES = 120, 36


@dataclass
class Counted:
    """What was looked at, and what was wrong with it."""

    screens: int = 0
    outputs: int = 0
    wrong: list[str] = field(default_factory=list)


def main(count: int = len(PAYLOADS)) -> int:
    """Show each payload everywhere, and print what came of it; the exit status."""
    counted = Counted()
    for name in list(PAYLOADS)[:count]:
        with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
            _show(name, Path(folder), counted)
    sys.stdout.write(
        f"{count} payloads on {counted.screens} screens and in {counted.outputs} outputs, logs among them:"
        f" {len(counted.wrong)} foreign\n"
    )
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in counted.wrong)
    return 1 if counted.wrong else 0


def _show(name: str, folder: Path, counted: Counted) -> None:
    payload = PAYLOADS[name]
    store = hostile_store(folder, payload)
    with closing(open_for_reading(store)) as rows:
        permalinks = [one for (one,) in rows.execute("SELECT permalink FROM clause ORDER BY id LIMIT 2")]
        meeting = rows.execute("SELECT permalink FROM meeting").fetchone()[0]
    hostile_desk(folder / "desk.db", store, payload, permalinks)
    files = hostile_files(folder, payload)
    environment = os.environ | _NO_CLIPBOARD | {"TERM": "xterm-256color", "COLUMNS": "", "LINES": ""}
    environment |= {"MINUTEBOOK_DESK": str(folder / "desk.db"), "MINUTEBOOK_LOG": str(folder / "log")}
    environment |= {"MINUTEBOOK_CONFIG": str(folder / "config.toml"), "XDG_CONFIG_HOME": str(folder)}
    for at in (store, store.with_name(f"empty {file_name(MARK)}.db")):
        tour = ("-m", "tests.harm.gallery_tour", str(at), str(files), name)
        status, written = _in_a_terminal(tour, environment)
        counted.wrong += [f"{name}, on a screen: {one}" for one in dict.fromkeys(foreign_on_a_terminal(written))]
        _, seen, number = written.rpartition(b"SEEN ")
        counted.screens += int(number) if seen and status == 0 else 0
        if status or not seen:
            counted.wrong.append(f"{name}: the tour ended with {status}: …{written[-3000:].decode(errors='replace')}")
    for arguments in _commands(store, files, payload, permalinks, meeting):
        told = f"{name}, minutebook {' '.join(map(ascii, arguments))}"
        status, said, errors = _in_a_pipe(arguments, environment)
        if "--json" in arguments and status == 0 and not _is_json(said):
            counted.wrong.append(f"{told} is no JSON: {said[:300]!r}")
        for kind, (ended, out) in {
            "in a pipe": (status, said + errors),
            "in a terminal": _in_a_terminal(("-m", "tui.cli", *arguments), environment),
        }.items():
            if arguments[0] == "export":  # CSV and RIS have ends of lines of their own, and CSV a mark before them
                out = out.removeprefix(b"\xef\xbb\xbf").replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n")
            foreign = foreign_in_text(out) if kind == "in a pipe" else foreign_on_a_terminal(out)
            counted.outputs += 1
            counted.wrong += [f"{told} {kind}: {one}" for one in dict.fromkeys(foreign)]
            if ended not in (0, 1, 2) or b"Traceback" in out:
                counted.wrong.append(f"{told} {kind} ended with {ended}: {out[-2000:].decode(errors='replace')}")
    log = (folder / "log").read_bytes() if (folder / "log").exists() else b""
    counted.outputs += 1
    counted.wrong += [f"{name}, in the log: {one}" for one in foreign_in_text(log)]


def _commands(
    store: Path, files: Path, payload: str, permalinks: Sequence[str], meeting: str
) -> Iterator[tuple[str, ...]]:
    """Every command line that prints what strangers wrote, plainly and as JSON, and those that fail of it."""
    hostile = f"{MARK}{payload}".replace("\0", "").encode("utf-8", "surrogatepass")
    words = os.fsdecode(hostile)  # as the system hands it on, whatever it is
    permalinks = [one.replace("\0", "") for one in permalinks]  # no program can be given a NUL
    told = files.parent / "told.md"
    told.write_text(f"> {MARK}{stored(payload)} That the flood report be noted.\n\n{permalinks[0]}\n", encoding="utf-8")
    both: list[tuple[str, ...]] = [
        ("list",),
        ("list", "--committee", words),
        ("show", meeting),
        ("show", meeting, "1"),
        ("show", permalinks[0]),
        ("show", words),
        ("show", f"{words}/a/2023-01-01"),
        ("find", "flood"),
        ("find", words),
        ("find", f"date:{words}", f"council:{words}", "flood"),
        ("find", "--saved", words),
        ("find", "--save", words, "flood"),
        ("saved",),
        ("cite", *permalinks),
        ("cite", "--style", words, permalinks[0]),
        ("cite", words),
        ("cite", "--quote", permalinks[0]),
        ("star",),
        ("star", words),
        ("note", permalinks[0]),
        ("note", permalinks[1], words),
        ("note", words, words),
        ("marks",),
        ("basket",),
        ("evidence", permalinks[0]),
        ("narrow", "flood"),
        ("timeline",),
        ("council",),
        ("council", words, words),
        ("verify", str(told)),
        ("verify", words),
        ("check",),
        ("doctor",),
        *(("read", str(path)) for path in sorted(files.iterdir())),
        ("read", words),
        ("add", str(files), words),
        ("add", "--council", words, str(files)),
    ]
    of_the_store = ("--store", str(store))
    for arguments in both:
        given = arguments if arguments[0] == "read" else (*arguments, *of_the_store)
        yield given
        yield (given[0], "--json", *given[1:])
    for form in ("markdown", "csv", "json", "jsonl", "csl-json", "bibtex", "biblatex", "ris"):
        yield ("export", "--meeting", meeting, "--format", form, *of_the_store)
    yield ("export", permalinks[0], "--format", "csv", "--output", str(files / words / "x.csv"), *of_the_store)
    yield ("list", "--store", str(files.parent / file_name(words)))
    yield ("config", "--check", "--config", str(files / file_name(words)))
    yield (words,)


def _in_a_pipe(arguments: Sequence[str], environment: dict[str, str]) -> tuple[int, bytes, bytes]:
    """Run with pipes; the exit status and what it wrote to each."""
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", *arguments],
        cwd=_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def _is_json(said: bytes) -> bool:
    try:
        return json.loads(said or b"0") is not None
    except ValueError:
        return False


def _in_a_terminal(arguments: Sequence[str], environment: dict[str, str]) -> tuple[int, bytes]:
    """Run in a pty of 120 by 36 cells; the exit status and every byte written."""
    child, end = pty.fork()
    if child == 0:
        os.chdir(_ROOT)
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    termios.tcsetwinsize(end, (_LINES, _COLUMNS))
    written = b""
    while True:
        try:
            data = os.read(end, 65_536)
        except OSError:  # Linux says so when the last process has gone
            break
        if not data:
            break
        written += data
    os.close(end)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), written


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else len(PAYLOADS)))
