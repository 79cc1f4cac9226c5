"""A store from a stranger is answered in a sentence within seconds, and says nothing that no table holds."""

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.building import REPAIRS, meeting, store_of

_SECONDS = 5.0  # of processor time: a machine that is busy with other things makes nobody wait for a stranger
_LETTERS = 1_000_000
PLACE = "eastmarsh/hrg/2023-03-02/18/r1/(i)"
_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'forged' AS text FROM n"

HARM = {
    "a view for a table, in capitals": ["DROP TABLE interest", f"CREATE VIEW INTEREST AS {_ENDLESS}"],
    "a view for the meetings, in mixed letters": [
        "PRAGMA legacy_alter_table = ON",
        "ALTER TABLE meeting RENAME TO hidden",
        f"CREATE VIEW MeeTing AS {_ENDLESS}",
    ],
    "a view for full text": ["DROP TABLE resolutions_words", f"CREATE VIEW Resolutions_Words AS {_ENDLESS}"],
    "a column that is made up": [
        "ALTER TABLE clause ADD COLUMN forged TEXT GENERATED ALWAYS AS (printf('%.*c', 120000000, 'x')) VIRTUAL"
    ],
    "pages that nest without end": [
        "UPDATE document SET pages = replace(printf('%.*c', 100000, 'x'), 'x', '[')",
        "UPDATE document SET pages = pages || replace(pages, '[', ']')",
    ],
    "a number of 6,000 digits": [
        "UPDATE document SET pages = '[[0, ' || replace(printf('%.*c', 6000, 'x'), 'x', '9') || ']]'"
    ],
    "a text of 120 MB": ["UPDATE document SET text = printf('%.*c', 120000000, 'x')"],
    "a clause of 120 MB": ["UPDATE clause SET text = printf('%.*c', 120000000, 'x')"],
}


COMMANDS = (("list",), ("show", PLACE), ("evidence", PLACE), ("find", "damp"))


@pytest.mark.parametrize("statements", HARM.values(), ids=HARM)
def test_every_command_answers_it_at_once_and_forges_nothing(tmp_path: Path, statements: list[str]) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with closing(sqlite3.connect(path)) as store:
        for statement in ("PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", *statements):
            store.execute(statement)
        store.commit()
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "MINUTEBOOK_DESK": str(tmp_path / "desk.db")}
    for command in COMMANDS:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        asked = [sys.executable, "-m", "tui.cli", *command, "--store", str(path)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, env=environment, timeout=60)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "Traceback" not in done.stderr
        assert "fault of the program" not in done.stderr
        assert "forged" not in done.stdout
        assert (done.returncode, bool(done.stderr)) in ((0, False), (1, True))
        assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < _SECONDS
        assert len(done.stdout) < _LETTERS
