"""The file for Datasette: keys that lead somewhere, a word on every column, queries that a real Datasette answers."""

import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from store.database.connect import open_for_reading, writing
from store.export.datasets.dataset_columns import DATASETS
from store.export.datasets.example_queries import EXAMPLE_QUERIES
from store.export.datasets.write_dataset import DatasetForm, write_dataset
from store.model import Result
from tests.store.building import item, meeting, put, resolution

PARAMETERS = {"words": "flood", "name": "Hanmer"}
_PATIENCE = 60.0  # seconds
QUERIES = pytest.mark.parametrize("query", EXAMPLE_QUERIES, ids=lambda query: query.name)


@pytest.fixture(scope="module")
def folder(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is written of a store in which there is a motion that was lost."""
    kept = tmp_path_factory.mktemp("datasette")
    path = kept / "store.db"
    shutil.copyfile(whole, path)
    with writing(path) as db:
        put(db, meeting(item("1", "The Quay", replace(resolution("That it be sold."), result=Result.LOST))), "lost.txt")
    with closing(open_for_reading(path)) as store:
        write_dataset(store, kept / "shown", DatasetForm.DATASETTE)
    return kept / "shown"


@pytest.fixture(scope="module")
def file(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "minutes.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of a Datasette that shows the file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "minutes.db", "-m", "metadata.json", "-p", str(port)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as datasette:
        try:
            address = f"http://127.0.0.1:{port}"
            give_up = time.monotonic() + _PATIENCE
            while True:
                try:
                    got(f"{address}/-/versions.json")
                    break
                except URLError:
                    assert datasette.poll() is None
                    assert time.monotonic() < give_up
                    time.sleep(0.1)
            yield address
        finally:
            datasette.terminate()


def got(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as reply:
        return str(reply.read().decode())


def test_there_are_twelve_example_queries() -> None:
    assert len({query.name for query in EXAMPLE_QUERIES}) == len(EXAMPLE_QUERIES) == 12


@QUERIES
def test_an_example_query_has_an_answer(query: Any, file: sqlite3.Connection) -> None:
    assert file.execute(query.sql, PARAMETERS).fetchone()


def test_every_key_leads_to_a_row_with_a_label(file: sqlite3.Connection, folder: Path) -> None:
    tables = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["databases"]["minutes"]["tables"]
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    tied = {
        (dataset.row, owner)
        for dataset in DATASETS
        for _, _, owner, *_ in file.execute(f"PRAGMA foreign_key_list({dataset.row})")
    }
    assert {("decision", "item"), ("decision", "meeting"), ("person_at_meeting", "meeting")} <= tied
    assert all("label_column" in tables[owner] for _, owner in tied)


def test_every_column_is_described(file: sqlite3.Connection, folder: Path) -> None:
    tables = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["databases"]["minutes"]["tables"]
    for dataset in DATASETS:
        columns = [name for _, name, *_ in file.execute(f"PRAGMA table_info({dataset.row})")]
        assert list(tables[dataset.row]["columns"]) == columns
        assert all(tables[dataset.row]["columns"].values())


def test_only_decisions_have_a_full_text_table(file: sqlite3.Connection) -> None:
    made = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    assert file.execute(made).fetchall() == [("decision_words",)]


@pytest.mark.slow
@QUERIES
def test_datasette_answers_an_example_query_over_http(query: Any, site: str, file: sqlite3.Connection) -> None:
    told = "&".join(f"{name}={quote(value)}" for name, value in PARAMETERS.items())
    answer = json.loads(got(f"{site}/minutes/{query.name}.json?_shape=arrays&{told}"))
    assert list(map(tuple, answer["rows"])) == file.execute(query.sql, PARAMETERS).fetchall()


@pytest.mark.slow
def test_datasette_finds_decisions_and_shows_meetings_by_their_labels(site: str) -> None:
    page = got(f"{site}/minutes/decision?_search=flood")
    assert 'name="_search"' in page
    assert ">Planning Committee, 2024-03-06</a>" in page
    assert "what was decided, with the points under it" in page
