"""`minutebook check` and `minutebook rebuild` as a person uses them."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = Path(shutil.copy(sample, tmp_path / "minutes.db"))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.execute(statement)
        store.commit()


def test_a_whole_store_passes(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("check") == (
        Exit.DONE,
        """\
the file and the order in it    whole
the tables                      whole
the text of every document      whole
the words of every meeting      whole
the index of finding            whole
""",
        "",
    )


def test_what_is_wrong_is_named_with_what_to_do_and_rebuilding_puts_it_right(
    store: Path, minutebook: Minutebook
) -> None:
    change(store, "UPDATE agenda_item SET title = 'Nothing' WHERE permalink = 'cypsg/2021-05-10/22'")
    status, out, err = minutebook("check")
    assert (status, err) == (Exit.FAILED, "")
    named = "    cypsg/2021-05-10 has changed since it was stored\n"
    assert f"the words of every meeting      not whole\n{named}" in out
    assert "\n`minutebook rebuild` reads everything again" in out
    assert max(len(line) for line in out.splitlines() if str(store) not in line) <= 80
    status, out, err = minutebook("rebuild")
    assert (status, err) == (Exit.DONE, "")
    assert out == (
        "11 meetings read again; the store as it was is kept as minutes-before-rebuild.db.\n"
        "1 meeting now read otherwise:\n    cypsg/2021-05-10\n"
    )
    assert minutebook("check")[0] == Exit.DONE


def test_a_program_reads_both(store: Path, minutebook: Minutebook) -> None:
    change(store, "UPDATE document SET text = 'Minutes' WHERE id = 1")
    status, out, _ = minutebook("check", "--json")
    told = json.loads(out)
    assert (status, told["whole"]) == (Exit.FAILED, False)
    assert told["faults"][0]["part"] == "documents"
    assert "Do not cite" in told["to_do"]
    status, out, _ = minutebook("rebuild", "--json")
    assert (status, json.loads(out)["meetings"], json.loads(out)["lost"]) == (Exit.DONE, 11, [])
    assert json.loads(out)["kept"][0]["reason"] == "its document has changed since it was stored"


def test_a_file_that_is_no_store_ends_in_a_sentence(tmp_path: Path, minutebook: Minutebook) -> None:
    (tmp_path / "letter.txt").write_text("A letter. " * 100, encoding="utf-8")
    for command in ("check", "rebuild"):
        status, out, err = minutebook(command, "--store", tmp_path / "letter.txt")
        assert (status, out) == (Exit.FAILED, "")
        assert err.endswith("is not a store of minutes; choose another with --store.\n")


def test_what_cannot_be_read_in_a_store_leads_to_the_check(store: Path, minutebook: Minutebook) -> None:
    change(store, "UPDATE document SET pages = 'no JSON'")
    status, _, err = minutebook("evidence", "cypsg/2021-05-10/22")
    assert status == Exit.FAILED
    assert "`minutebook check` says whether the store is whole" in err
