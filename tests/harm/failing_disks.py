"""Disks that are full, and files and folders that cannot be written: said in words, and nothing lost.

`python -m tests.harm.failing_disks 40` for so many places at which the room ends. Exits with 1 when something else came
of it. What needs rights that this user has not got (a file system of its own, another user's name) is left out.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from store.database.check import check_store
from store.database.connect import open_as_it_is
from tests.harm.apart import apart
from tests.harm.commands import Ended, minutebook
from tui.terminal.console import Exit

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_MANY = 40
_NOBODY = 65534
_SMALLEST, _LARGEST = 4 << 10, 2 << 20  # bytes: room for nothing at all, and for everything


def main(count: int = _MANY) -> int:
    """Do the harm, and print what came of it; the exit status."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        for name, harm in _HARMS.items():
            place = folder / harm.__name__
            place.mkdir()
            said = len(wrong)
            try:
                wrong += harm(place, count)
                came = "wrong" if len(wrong) > said else "said in words, nothing lost"
            except PermissionError as error:
                came = f"left out: {error}"
            sys.stdout.write(f"{name}: {came}\n")
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in wrong)
    return 1 if wrong else 0


def _limited(folder: Path, count: int) -> Iterator[str]:
    for number in range(count):
        path = folder / f"{number}.db"
        size = _SMALLEST + (_LARGEST - _SMALLEST) * number // count

        def limited(path: Path = path, size: int = size) -> Ended:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            return _add(path)

        yield from _ended_well(path, apart(limited), size)


def _full(folder: Path, count: int) -> Iterator[str]:
    for number in range(max(count // 4, 3)):
        size = 64 << 10 << number % 6
        with _file_system(folder, f"size={size}"):
            ended = apart(lambda: _add(folder / "minutes.db"))
            yield from _ended_well(folder / "minutes.db", ended, size, again=False)


def _read_only_file(folder: Path, _: int) -> Iterator[str]:
    path = _stored(folder)
    path.chmod(0o444)
    yield from _reads_and_does_not_write(path, as_nobody=True)


def _closed_folder(folder: Path, _: int) -> Iterator[str]:
    path = _stored(folder)
    folder.chmod(0o700)
    ended = apart(_nobody(lambda: minutebook("list", "--store", path)))
    if ended.crashed or ended.status != Exit.FAILED:
        yield f"list in a closed folder: {ended}"
    ended = apart(_nobody(lambda: minutebook("add", _FIXTURES / "minutes", "--store", folder / "deep" / "new.db")))
    if ended.crashed or "cannot be written" not in ended.err:
        yield f"add in a closed folder: {ended}"


def _read_only_medium(folder: Path, _: int) -> Iterator[str]:
    with _file_system(folder, "size=32m"):  # room for the write-ahead log beside the store
        path = _stored(folder)
        for file in folder.glob("*-*"):  # as on a medium that was written when nobody had it open
            file.unlink()
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True, capture_output=True)
        yield from _reads_and_does_not_write(path, as_nobody=False)


def _no_room_for_the_copy(folder: Path, _: int) -> Iterator[str]:
    from tests.harm.killed import make_older

    whole = _stored(folder)
    make_older(whole, folder / "older.db")
    before = (folder / "older.db").read_bytes()

    def limited() -> Ended:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, len(before) // 2))
        return minutebook("list", "--store", folder / "older.db")

    ended = apart(limited)
    if ended.crashed or "has to be brought up to date once, which failed" not in ended.err:
        yield f"no room for the copy: {ended}"
    if list(folder.glob("*before*")):
        yield "half a copy was left behind"
    if (
        apart(lambda: minutebook("list", "--store", folder / "older.db")).out
        != minutebook("list", "--store", whole).out
    ):
        yield "the store was lost"


def _ended_well(path: Path, ended: Ended, size: int, *, again: bool = True) -> Iterator[str]:
    """What is wrong with how adding ended where there was room for `size` bytes, and with what was stored by then."""
    if ended.crashed:
        yield f"add with {size} bytes crashed: {ended.err.strip()[-300:]}"
    if ended.status == Exit.FAILED and "cannot be written" not in ended.err:
        yield f"add with {size} bytes does not say why it failed: {ended.err.strip()[-300:]}"
    said = sum(": " in line and "already" not in line for line in ended.out.splitlines())
    if path.exists() and path.stat().st_size and "There is no store" not in minutebook("list", "--store", path).err:
        with closing(open_as_it_is(path)) as store:
            yield from (f"with {size} bytes: {fault.words}" for _, found in check_store(store) for fault in found or ())
            (stored,) = store.execute("SELECT count(*) FROM document").fetchone()
        if ended.status == Exit.FAILED and stored < said:
            yield f"with {size} bytes {said} documents were said to be stored, and {stored} are"
    if again and apart(lambda: _add(path)).status != Exit.DONE:
        yield f"adding again after {size} bytes fails"


def _reads_and_does_not_write(path: Path, *, as_nobody: bool) -> Iterator[str]:
    right = minutebook("list", "--store", path).out
    other = _nobody if as_nobody else _same
    ended = apart(other(lambda: minutebook("list", "--store", path)))
    if ended.status != Exit.DONE or ended.out != right:
        yield f"list: {ended}"
    ended = apart(other(lambda: _add(path)))
    if ended.crashed or "cannot be written" not in ended.err:
        yield f"add: {ended}"


def _stored(folder: Path) -> Path:
    path = folder / "minutes.db"
    ended = apart(lambda: _add(path))
    assert ended.status == Exit.DONE, ended.err
    return path


def _add(path: Path) -> Ended:
    return minutebook("add", _FIXTURES / "minutes", "--store", path)


def _same(work: Callable[[], Ended]) -> Callable[[], Ended]:
    return work


def _nobody(work: Callable[[], Ended]) -> Callable[[], Ended]:
    """Do `work` as a user without rights; to the one who has them all, nothing is forbidden."""

    def as_nobody() -> Ended:
        with tempfile.TemporaryDirectory() as own:  # imports what that user may not be able to read
            minutebook("add", Path(own) / "none.txt", "--store", Path(own) / "minutes.db")
            minutebook("list", "--store", Path(own) / "minutes.db")
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
        os.environ["MINUTEBOOK_DESK"] = "/none/desk.db"  # a desk of this user's own, and not one that is another's
        return work()

    if os.getuid() == 0:
        return as_nobody
    return work


@contextmanager
def _file_system(folder: Path, options: str) -> Iterator[None]:
    """A small file system of its own at `folder`. Raises `PermissionError` where this user cannot have one."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        raise PermissionError("this user cannot mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True, capture_output=True)


_HARMS = {
    "files that may not grow (RLIMIT_FSIZE)": _limited,
    "a full file system (ENOSPC)": _full,
    "a file that may only be read": _read_only_file,
    "a folder without permission": _closed_folder,
    "a medium that can only be read": _read_only_medium,
    "no room for the copy before a migration": _no_room_for_the_copy,
}

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _MANY))
