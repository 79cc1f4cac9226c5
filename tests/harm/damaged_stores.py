"""Damaged and foreign stores: each answers as before, or says what is wrong; and no wrong answer passes the check.

`python -m tests.harm.damaged_stores 60` for so many. Exits with 1 when a command crashed, or when an answer was another
than before and `minutebook check` found the store whole.
"""

import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from store.ingest.importer import import_paths
from tests.harm.commands import Ended, minutebook
from tui.terminal.console import Exit

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_MANY = 60
_PAGE = 8192
_READING = (
    ("list",),
    ("show", "cypsg/2021-05-10"),
    ("show", "cypsg/2021-05-10/22"),
    ("cite", "cypsg/2021-05-10/22"),
    ("evidence", "cypsg/2021-05-10/22"),
    ("find", "flood gate"),
    ("find", "the"),
    ("find", "in:text report"),
)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def zeroed(data: bytes, chance: random.Random) -> bytes:
    """A page of nothing, as a disk that fails leaves it."""
    at = chance.randrange(len(data) // _PAGE) * _PAGE
    return data[:at] + bytes(_PAGE) + data[at + _PAGE :]


def truncated(data: bytes, chance: random.Random) -> bytes:
    """The beginning alone, as a copy that was broken off leaves it."""
    return data[: chance.randrange(len(data))]


def written_over(data: bytes, chance: random.Random) -> bytes:
    """A page in the place of another."""
    from_, to = (chance.randrange(len(data) // _PAGE) * _PAGE for _ in range(2))
    return data[:to] + data[from_ : from_ + _PAGE] + data[to + _PAGE :]


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, zeroed, truncated, written_over)


def foreign(folder: Path, whole: Path) -> Iterator[Path]:
    """Stores that are none, or none of this version's making."""
    (folder / "empty.db").touch()
    yield folder / "empty.db"
    with closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE meeting (id INTEGER)")
    yield folder / "other.db"
    for name, statement in (
        ("newer", "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('minutebook', '0099', '')"),
        ("trigger", "CREATE TRIGGER evil AFTER INSERT ON document BEGIN DELETE FROM clause; END"),
        ("view", "CREATE VIEW evil AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"),
    ):
        path = Path(shutil.copy(whole, folder / f"{name}.db"))
        with closing(sqlite3.connect(path)) as store:
            store.execute(statement)
            store.commit()
        yield path
    path = Path(shutil.copy(whole, folder / "instead.db"))
    with closing(sqlite3.connect(path)) as store:
        store.executescript(
            "DROP TABLE interest; CREATE VIEW interest AS"
            " WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT id FROM n"
        )
    yield path


def _answers(path: Path) -> list[Ended]:
    return [minutebook(*command, "--store", path) for command in _READING]


def main(count: int = _MANY) -> int:
    """Do the damage and print what came of it; the exit status."""
    became: Counter[str] = Counter()
    wrong = []
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.db"
        for _ in import_paths(whole, [_FIXTURES / "minutes", _FIXTURES / "formats"]):
            pass
        right = _answers(whole)
        data = whole.read_bytes()
        rebuilt: Counter[str] = Counter()
        for number in range(count):
            damage = _DAMAGES[number % len(_DAMAGES)]
            path = folder / f"{number}.db"
            damaged = damage(data, chance)
            path.write_bytes(damaged)
            what = _became(path, right, folder)
            became[what] += 1
            if what.startswith("WRONG"):
                wrong.append(f"{damage.__name__} {number}: {what}")
            path.write_bytes(damaged)
            what = _rebuilt(path)
            rebuilt[what] += 1
            if what.startswith("WRONG"):
                wrong.append(f"{damage.__name__} {number}: {what}")
            for file in folder.glob(f"{number}*"):
                file.unlink()
        for path in foreign(folder, whole):
            what = _became(path, right, folder)
            became[f"{path.stem}: {what}"] += 1
            if what.startswith("WRONG"):
                wrong.append(f"{path.stem}: {what}")
    told = "; ".join(f"{number} {what}" for what, number in became.most_common())
    sys.stdout.write(f"{count} damaged stores and 6 foreign ones: {told}\n")
    sys.stdout.write(
        f"of the damaged ones: {', '.join(f'{number} {what}' for what, number in rebuilt.most_common())}\n"
    )
    sys.stdout.writelines(f"    {one}\n" for one in wrong)
    return 1 if wrong else 0


def _became(path: Path, right: list[Ended], folder: Path) -> str:
    """What became of a store: what its answers were, and what the check said."""
    answers = _answers(path)
    checked = minutebook("check", "--store", path)
    added = minutebook("add", _FIXTURES / "layouts" / "agenda.txt", "--store", path)
    for ended, name in zip([*answers, added], [*_READING, ("add",)], strict=True):
        if ended.crashed:
            return f"WRONG: {' '.join(name)} crashed: {ended.err.strip()[-200:]}"
    if checked.status not in (Exit.DONE, Exit.FAILED) or "Traceback" in checked.err:
        return f"WRONG: check crashed: {checked.err.strip()[-200:]}"
    if all(one.out == other.out and one.status == other.status for one, other in zip(answers, right, strict=True)):
        return "answer as before" + (", and the check says what is wrong" if checked.status else "")
    if checked.status == Exit.DONE:
        return "WRONG: another answer, and the check finds nothing"
    refused = all(one.status == Exit.FAILED for one in answers)
    return "refused in words" if refused else "answer in part, and the check says what is wrong"


def _rebuilt(path: Path) -> str:
    """What rebuilding a damaged store came to."""
    ended = minutebook("rebuild", "--store", path)
    if ended.crashed:
        return f"WRONG: rebuild crashed: {ended.err.strip()[-200:]}"
    if ended.status == Exit.FAILED:
        return "refused in words" if "lost:" not in ended.err else "rebuilt, and what is lost named"
    if minutebook("check", "--store", path).status == Exit.DONE:
        return "rebuilt whole"
    return (
        "rebuilt, with what was kept as it was named" if "kept as before" in ended.out else "WRONG: rebuilt, not whole"
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _MANY))
