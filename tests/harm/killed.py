"""Killed with SIGKILL at random moments: while adding minutes, bringing a store up to date, writing on a desk.

`python -m tests.harm.killed 1000 50 50` for so many of each. Exits with 1 when a document was half stored, a file not
whole, or something lost that was said to be kept.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from store.corrections.correction import Correction, CorrectionKind
from store.database.check import check_store
from store.database.connect import open_as_it_is, open_for_reading
from store.database.migrations import missing_migrations
from store.database.schema import APPLICATION_ID, MIGRATION_SET, STEPS, TABLES
from store.ingest.importer import import_paths
from store.model import Span
from store.userdata.userdata import UserData
from tests.harm.apart import apart
from tests.harm.commands import minutebook
from tui.terminal.console import Exit

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_DOCUMENTS = sorted((_FIXTURES / "minutes").glob("*.txt"))[:6]
_NOW = datetime(2024, 1, 1, tzinfo=UTC)

Seals = dict[str, str]


def killed(work: Callable[[], None], after: float) -> bool:
    """Do `work` in a process of its own group that is killed after so many seconds; whether it was at work still."""
    child = os.fork()
    if not child:
        try:
            os.setpgid(0, 0)
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    still = os.waitpid(child, os.WNOHANG) == (0, 0)
    if still:
        for kill in (os.kill, os.killpg):  # a child that was not yet a group's is killed all the same
            try:
                kill(child, signal.SIGKILL)
            except ProcessLookupError:
                continue
        os.waitpid(child, 0)
    return still


def seconds_of(work: Callable[[], None]) -> float:
    """How long `work` takes when nobody disturbs it."""
    begun = time.monotonic()
    apart(work)
    return time.monotonic() - begun


def while_adding(folder: Path, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill `add` again and again, on the same store until it is full; what went wrong."""
    path, whole = folder / "added.db", folder / "whole.db"

    duration = seconds_of(lambda: add(folder / "timed.db", _DOCUMENTS))
    states: list[Seals] = []  # after each document: a later one may tell the council of an earlier one
    for document in _DOCUMENTS:
        apart(lambda document=document: add(whole, [document]))  # type: ignore[misc]
        states.append(_seals(whole))
    at_work = full = 0
    for _ in range(kills):
        at_work += killed(lambda: add(path, _DOCUMENTS), chance.uniform(0, duration))
        if path.exists() and path.stat().st_size:
            yield from _half_stored(path, states)
            if minutebook("list", "--store", path).status == Exit.DONE and _seals(path) == states[-1]:
                full += 1
                _remove(path)
    if kills:
        apart(lambda: add(path, _DOCUMENTS))
        if _seals(path) != states[-1]:
            yield "adding after the last kill did not store everything"
    sys.stdout.write(
        f"killed while adding: {kills} kills, {at_work} of them at work; {full} stores became full under them\n"
    )


def add(path: Path, documents: Sequence[Path]) -> None:
    """Add documents. Not in this process: what it keeps for that would be shared by those it forks."""
    for _ in import_paths(path, documents):
        pass


def _half_stored(path: Path, states: Sequence[Seals]) -> Iterator[str]:
    """What is wrong with a store that was being written: opened to read as any next start opens it."""
    try:
        with closing(open_for_reading(path)) as store:
            if not store.execute("SELECT 1 FROM document LIMIT 1").fetchone():
                return
            for part, found in check_store(store):
                for fault in found or ():
                    yield f"{part}: {fault.words}"
        if (there := _seals(path)) not in states:
            yield f"{len(there)} documents and meetings are not those that any number of whole documents make"
    except Exception as error:  # noqa: BLE001 (any of them is what is looked for)
        if "There is no store" not in str(error):
            yield f"{type(error).__name__}: {error}"


def while_migrating(folder: Path, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill the bringing up to date of a store of the first schema; what went wrong."""
    whole, older, path = folder / "new.db", folder / "older.db", folder / "migrated.db"
    apart(lambda: add(whole, [_FIXTURES / "minutes", _FIXTURES / "formats"]))
    make_older(whole, older)

    def migrate() -> None:
        open_for_reading(path).close()

    _remove(path)
    shutil.copy(older, path)
    duration = seconds_of(migrate)
    right = _seals(path)  # as nobody disturbed it: an older store does not know all that a new one does
    at_work = done = 0
    for _ in range(kills):
        _remove(path)
        shutil.copy(older, path)
        at_work += killed(migrate, chance.uniform(0, duration))
        with closing(open_as_it_is(path)) as store:
            missing = len(missing_migrations(store))
            yield from (f"{part}: {fault.words}" for part, found in check_store(store) for fault in found or ())
        if missing == 0:
            done += 1
        elif missing != len(STEPS) - 1:
            yield "a migration was done in half"
        migrate()
        if right != _seals(path) or not _is_whole(path):
            yield "the next start did not bring it up to date"
    sys.stdout.write(f"killed while migrating: {kills} kills, {at_work} of them at work, {done} after it was done\n")


def make_older(whole: Path, older: Path) -> None:
    """A copy of a store as the first schema has it."""
    from sqlite_utils import Database, Migrations

    name, step = STEPS[0]
    migrations = Migrations(MIGRATION_SET)
    migrations(name=name)(step)
    with closing(Database(older, execute_plugins=False)) as db:
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("ATTACH ? AS whole", (str(whole),))
        for table in reversed(TABLES):
            if table in db.table_names() and table != "_sqlite_migrations":
                both = [one for one in db.table(table).columns_dict if one != "folded"]
                folded = (", folded", ", ''") if table == "clause" else ("", "")
                columns = ", ".join(f'"{one}"' for one in both)
                db.execute(f"INSERT INTO {table} ({columns}{folded[0]}) SELECT {columns}{folded[1]} FROM whole.{table}")  # noqa: S608 (our own names)
        db.conn.commit()


def while_keeping(folder: Path, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill somebody who stars, notes and puts right without end; what went wrong."""
    path = folder / "desk.db"
    at_work = kept = 0
    for number in range(kills):
        told, tell = os.pipe()

        def keep(number: int = number, tell: int = tell) -> None:
            with closing(UserData(path)) as desk:
                for at in range(1_000_000):
                    desk.stars.add([f"a/b/2024-01-01/{number}-{at}"], _NOW)
                    desk.notes.write(f"a/b/2024-01-01/{number}-{at}", "A note. " * 50, _NOW)
                    desk.corrections.add([correction(number, at)], _NOW)
                    os.write(tell, b".")

        at_work += killed(keep, chance.uniform(0.01, 0.3))
        os.close(tell)
        said = 0
        while read := os.read(told, 1 << 16):
            said += len(read)
        os.close(told)
        kept += said
        if path.exists():
            with closing(sqlite3.connect(path)) as desk:
                if desk.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    yield "the desk is not whole"
            with closing(UserData(path)) as opened:
                mine = f"a/b/2024-01-01/{number}-"
                stars = sum(one.permalink.startswith(mine) for one in opened.stars.all())
                notes = sum(one.permalink.startswith(mine) for one in opened.notes.all())
                put_right = len(opened.corrections.of_document(f"{number:064x}"))
            if min(stars, notes, put_right) < said:
                yield f"{said} were said to be kept, and {min(stars, notes, put_right)} are"
        _remove(path)
    sys.stdout.write(
        f"killed while keeping: {kills} kills, {at_work} of them at work; {kept} stars, notes, corrections are there\n"
    )


def correction(number: int, at: int) -> Correction:
    """One of many corrections of a document that there is not."""
    return Correction(f"{number:064x}", CorrectionKind.NO_ITEM, Span(at * 10, at * 10 + 4), "Pond")


def _seals(path: Path) -> Seals:
    with closing(open_as_it_is(path)) as store:
        rows = store.execute("SELECT sha256, seal FROM document UNION ALL SELECT permalink, seal FROM meeting")
        return dict(rows.fetchall())


def _is_whole(path: Path) -> bool:
    with closing(open_as_it_is(path)) as store:
        return not any(found for _, found in check_store(store))


def _remove(path: Path) -> None:
    for file in path.parent.glob(f"{path.stem}*"):
        file.unlink()


def main(adding: int = 1_000, migrating: int = 50, keeping: int = 50) -> int:
    """Kill, and print what came of it; the exit status."""
    chance = random.Random(adding)
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        for harm, kills in ((while_keeping, keeping), (while_migrating, migrating), (while_adding, adding)):
            folder = Path(name) / harm.__name__
            folder.mkdir()
            wrong += list(harm(folder, kills, chance))
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in dict.fromkeys(wrong))
    sys.stdout.write("nothing half stored, nothing to repair, nothing lost\n" if not wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
