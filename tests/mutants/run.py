"""Whether the tests notice when a line changes: one change at a time, the nearest tests, and what they let pass.

`make mutants`, or `python -m tests.mutants.run store/find store/text --sample 200 --seed 1`. The changes are made in a
copy of the project, a sample of them drawn by the seed from all that the folders allow. A change that the tests let
pass is told with its line and, where `survivors.toml` has it, the reason why it may pass. Exits with 1 when fewer than
four in five are noticed. For systems that can fork a process.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import hypothesis.strategies  # noqa: F401  (imported once here, and so in none of the children)
import pytest
import rapidfuzz.process  # noqa: F401
import sqlite_utils  # noqa: F401

from tests.mutants.changes import Change, changes_in
from tests.properties import FEW

_ROOT: Final = Path(__file__).parents[2]
_FOLDERS: Final = ("store/text", "store/permalinks", "store/find", "store/places", "store/citation", "store/verify")
_COPIED: Final = ("store", "tui", "tests", "fixtures", "pyproject.toml")
_NEEDED: Final = 0.8  # of the changes, noticed
_NOT_RUN: Final = 99  # the exit status of a child that came to no end
_LOOK_EVERY: Final = 0.05  # seconds
_SECONDS: Final = 180  # for the tests of one change; who loops for ever is noticed, too
# Properties over hundreds of stores take a minute, and a change that only they notice has no test that says what it is.
_LEFT_OUT: Final = ("tests/store/find/test_against_a_scan.py",)
_EXPLAINED: Final = Path(__file__).with_name("survivors.toml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change, the line that it is made in, and whether the tests noticed."""

    change: Change
    told: str
    killed: bool


def main(arguments: Sequence[str]) -> int:
    """Make the changes and tell of each; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.run", description=__doc__)
    parser.add_argument("folders", nargs="*", default=_FOLDERS, help="folders or modules of the store")
    parser.add_argument("--sample", type=int, default=200, help="how many changes (0 for all)")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--list", action="store_true", help="tell the changes, and make none")
    asked = parser.parse_args(arguments)
    chosen = sample(asked.folders or _FOLDERS, asked.sample, asked.seed)
    if asked.list:
        sys.stdout.writelines(f"{change.path}:{change.line} {change.old} -> {change.new}\n" for change in chosen)
        return 0
    made = list(_run(chosen))
    return _tell(made)


def sample(folders: Iterable[str], number: int, seed: int) -> list[Change]:
    """`number` of the changes that the folders allow, the same for the same seed and code; all of them for 0."""
    paths = [
        path
        for folder in folders
        for path in ([_ROOT / folder] if folder.endswith(".py") else sorted((_ROOT / folder).rglob("*.py")))
    ]
    every = [change for path in paths for change in changes_in(_ROOT, path)]
    drawn = random.Random(seed).sample(every, min(number, len(every))) if number else every
    return sorted(drawn, key=lambda change: (change.path, change.line, change.column))


def nearest_tests(path: str) -> list[str]:
    """The tests of a module, then those of its folder: the mirror of it under tests/."""
    module = Path("tests") / path
    own = module.with_name(f"test_{module.name}")
    folder = module.parent
    return [str(one) for one in (own, folder) if (_ROOT / one).exists()]


def _run(chosen: Sequence[Change]) -> Iterator[Mutant]:
    with tempfile.TemporaryDirectory() as beside:
        copy = Path(beside)
        for name in _COPIED:
            part = _ROOT / name
            if part.is_dir():
                shutil.copytree(part, copy / name, ignore=shutil.ignore_patterns("__pycache__", "snapshots"))
            else:
                shutil.copy(part, copy / name)
        for folder in sorted({str(Path(change.path).parent) for change in chosen}):
            if not _passes(copy, [f"tests/{folder}"]):
                raise SystemExit(f"The tests of {folder} fail without any change; put them right first.")
        for change in chosen:
            path = copy / change.path
            source = path.read_text(encoding="utf-8")
            path.write_text(change.applied(source), encoding="utf-8")
            killed = not _passes(copy, nearest_tests(change.path))
            path.write_text(source, encoding="utf-8")
            mutant = Mutant(change, change.told(source), killed)
            sys.stdout.write(f"{'killed  ' if killed else 'SURVIVED'} {change.path}:{change.line} {mutant.told}\n")
            sys.stdout.flush()
            yield mutant


def _passes(copy: Path, tests: Sequence[str]) -> bool:
    """Whether tests pass in the copy, all of them and in time: in a child, to which what is slow to import is given."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = _NOT_RUN
        try:
            os.setsid()
            status = _run_tests(copy, tests)
        finally:
            os._exit(status)
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status == 0  # what came to no end is noticed, too
        time.sleep(_LOOK_EVERY)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_tests(copy: Path, tests: Sequence[str]) -> int:
    """Run tests in this process, with the project in the copy as the one that is imported."""
    os.chdir(copy)
    for name in [name for name in sys.modules if name.split(".")[0] in {"store", "tests", "tui"}]:
        del sys.modules[name]
    sys.path[:] = [str(copy), *(path for path in sys.path if path not in {"", str(_ROOT)})]
    sys.dont_write_bytecode = True
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    left_out = [part for test in _LEFT_OUT for part in ("--deselect", test)]
    quiet = ["-x", "-q", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*quiet, "-p", "no:cacheprovider", "--hypothesis-profile", FEW, *left_out, *tests]))


def _tell(made: Sequence[Mutant]) -> int:
    survivors = tomllib.loads(_EXPLAINED.read_text(encoding="utf-8"))["survivor"]
    explained = {one["change"]: one["why"] for one in survivors}
    survived = [mutant for mutant in made if not mutant.killed]
    for mutant in survived:
        why = explained.get(mutant.told)
        sys.stdout.write(f"\nsurvived: {mutant.told}\n    {why or 'and nobody says why it may'}\n")
    by_folder: Counter[str] = Counter(str(Path(mutant.change.path).parent) for mutant in made)
    killed: Counter[str] = Counter(str(Path(mutant.change.path).parent) for mutant in made if mutant.killed)
    for folder, number in sorted(by_folder.items()):
        sys.stdout.write(f"{folder}: {killed[folder]} of {number} killed\n")
    share = sum(killed.values()) / max(len(made), 1)
    sys.stdout.write(f"all: {sum(killed.values())} of {len(made)} killed ({share:.0%}), {len(survived)} survived\n")
    return 0 if share >= _NEEDED else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
