"""Datasets: as many rows as the store has, every cell as it is kept, in files that other programs read."""

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.database.connect import open_for_reading
from store.export.datasets.dataset_columns import DATASETS, DECISIONS, Dataset
from store.export.datasets.dataset_rows import dataset_rows
from store.export.datasets.write_dataset import DatasetForm, write_dataset
from store.export.write_file import ExportError
from tests.store.building import REPAIRS, item, meeting, resolution, store_of

KEPT = {
    "documents": "SELECT count(*) FROM document",
    "meetings": "SELECT count(*) FROM meeting",
    "items": "SELECT count(*) FROM agenda_item",
    "decisions": "SELECT count(*) FROM clause",
    "attendance": "SELECT count(*) FROM attendance",
    "interests": "SELECT count(*) FROM interest",
    "requests": "SELECT count(*) FROM request",
    "references": "SELECT count(*) FROM cross_reference",
}
NAMES = pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)


@pytest.fixture
def store(whole: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(whole)) as opened:
        yield opened


@pytest.fixture(scope="module")
def written(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[DatasetForm], Path]:
    """The folder of each form, written once."""
    folder = tmp_path_factory.mktemp("datasets")

    def of(form: DatasetForm) -> Path:
        if not (folder / form).exists():
            with closing(open_for_reading(whole)) as opened:
                write_dataset(opened, folder / form, form)
        return folder / form

    return of


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def count(store: sqlite3.Connection, question: str) -> int:
    return int(store.execute(question).fetchone()[0])


@NAMES
def test_a_dataset_has_as_many_rows_as_the_store(
    dataset: Dataset, store: sqlite3.Connection, written: Callable[[DatasetForm], Path]
) -> None:
    assert len(read(written(DatasetForm.CSV) / f"{dataset.name}.csv")) == count(store, KEPT[dataset.name]) > 0


@NAMES
def test_every_column_is_in_the_dictionary_with_its_meaning(
    dataset: Dataset, written: Callable[[DatasetForm], Path]
) -> None:
    text = (written(DatasetForm.CSV) / "dictionary.md").read_text(encoding="utf-8")
    part = text.partition(f"## {dataset.name}\n")[2].partition("\n## ")[0]
    told = re.findall(r"^\| (\w+) \| \w+ \| (.+?) \| (.*?) ?\| (.+) \|$", part, re.MULTILINE)
    with (written(DatasetForm.CSV) / f"{dataset.name}.csv").open(encoding="utf-8") as file:
        assert [column for column, *_ in told[1:]] == next(csv.reader(file))
    assert all(meaning.strip() and source.strip() for _, meaning, _, source in told)


def test_a_key_that_a_row_refers_to_is_that_of_a_row(written: Callable[[DatasetForm], Path]) -> None:
    keys = {
        one.name: {row[one.key] for row in read(written(DatasetForm.CSV) / f"{one.name}.csv")}
        for one in DATASETS
        if one.key
    }
    referring = [(one, column) for one in DATASETS for column in one.columns if column.refers]
    assert len(referring) > len(DATASETS)
    for one, column in referring:
        told = {row[column.name] for row in read(written(DatasetForm.CSV) / f"{one.name}.csv")}
        assert told - {""} <= keys[column.refers], (one.name, column.name)


def test_a_decision_has_its_result_its_movers_its_vote_and_the_points_under_it(tmp_path: Path) -> None:
    from dataclasses import replace

    from store.model import Result

    moved = replace(resolution("That it be sold."), mover="Councillor Ash", seconder="Councillor Elm", vote="3 to 4")
    lost = item("19", "The Quay", replace(moved, result=Result.LOST))
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, lost))
    with closing(open_for_reading(path)) as store:
        decisions = list(dataset_rows(store, DECISIONS))
    by_place = {row["permalink"]: row for row in decisions}
    assert by_place["eastmarsh/hrg/2023-03-02/18/r1/(ii)"]["text"] == (
        "That these sites be inspected: - Tanner Row - Mill Lane"
    )
    assert by_place["eastmarsh/hrg/2023-03-02/18/r1/(i)"]["outcomes"] == ["noted"]
    quay = by_place["eastmarsh/hrg/2023-03-02/19/r1"]
    assert [quay[name] for name in ("result", "form", "mover", "seconder", "vote")] == [
        "lost", "formal", "Councillor Ash", "Councillor Elm", "3 to 4",
    ]  # fmt: skip


def test_only_what_is_for_a_spreadsheet_has_an_apostrophe_before_a_formula(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(item("1", "=1+1", resolution("That it be noted."))))
    with closing(open_for_reading(path)) as store:
        write_dataset(store, tmp_path / "csv", DatasetForm.CSV)
        write_dataset(store, tmp_path / "sheet", DatasetForm.SPREADSHEET)
    assert read(tmp_path / "csv" / "items.csv")[0]["title"] == "=1+1"
    assert read(tmp_path / "sheet" / "items.csv", "utf-8-sig")[0]["title"] == "'=1+1"


def test_a_folder_that_holds_anything_else_is_left_as_it_was(tmp_path: Path, store: sqlite3.Connection) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    for force in (False, True):
        with pytest.raises(ExportError, match="holds other files"):
            write_dataset(store, tmp_path / "mine", DatasetForm.CSV, force=force)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_datasets_are_replaced_only_by_force(tmp_path: Path, store: sqlite3.Connection) -> None:
    write_dataset(store, tmp_path / "sets", DatasetForm.CSV)
    with pytest.raises(ExportError, match="--force"):
        write_dataset(store, tmp_path / "sets", DatasetForm.CSV)
    (tmp_path / "sets" / "items.csv").unlink()
    write_dataset(store, tmp_path / "sets", DatasetForm.CSV, force=True)
    assert (tmp_path / "sets" / "items.csv").exists()


class _Stops(sqlite3.Connection):
    """A store that fails at the decisions."""

    def execute(self, question: str, *values: Any) -> sqlite3.Cursor:
        if "JOIN clause" in question:
            raise OSError(28, "No space left on device")
        return super().execute(question, *values)


def test_what_cannot_be_written_to_its_end_leaves_nothing(tmp_path: Path, whole: Path) -> None:
    with (
        closing(sqlite3.connect(whole, factory=_Stops)) as store,
        pytest.raises(ExportError, match="No space left"),
    ):
        write_dataset(store, tmp_path / "sets", DatasetForm.CSV)
    assert list(tmp_path.iterdir()) == []


def test_duckdb_counts_and_joins_the_parquet_files(
    store: sqlite3.Connection, written: Callable[[DatasetForm], Path]
) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = written(DatasetForm.PARQUET)
    with duckdb.connect() as asked:
        for name, question in KEPT.items():
            files = f"read_parquet('{folder / name}/**/*.parquet', hive_partitioning = true)"
            asked.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {files}')  # noqa: S608 (our own names)
            assert len(asked.table(name).fetchall()) == count(store, question)
        years = asked.execute(
            "SELECT decisions.year, result, count(*) FROM decisions JOIN meetings ON meetings.permalink = meeting"
            " WHERE list_contains(outcomes, 'noted') AND meetings.date > DATE '2020-01-01' GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    kept = store.execute(
        "SELECT CAST(substr(date, 1, 4) AS INTEGER), result, count(*) FROM clause"
        " JOIN resolution ON resolution.id = resolution_id JOIN agenda_item ON agenda_item.id = item_id"
        " JOIN meeting ON meeting.id = meeting_id"
        " WHERE outcomes LIKE '%\"noted\"%' AND date > '2020-01-01' GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    assert years == kept != []


def test_duckdb_reads_the_csv_files_as_the_kinds_that_they_are(written: Callable[[DatasetForm], Path]) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as asked:
        table = asked.read_csv(str(written(DatasetForm.CSV) / "decisions.csv"))
        kinds = dict(zip(table.columns, map(str, table.types), strict=True))
    assert {name: kinds[name] for name in ("date", "year", "complete", "start", "text")} == {
        "date": "DATE", "year": "BIGINT", "complete": "BOOLEAN", "start": "BIGINT", "text": "VARCHAR",
    }  # fmt: skip


def test_parquet_lies_in_folders_by_council_and_year(written: Callable[[DatasetForm], Path]) -> None:
    folders = {
        str(path.parent.relative_to(written(DatasetForm.PARQUET)))
        for path in written(DatasetForm.PARQUET).rglob("*.parquet")
    }
    assert "decisions/council_slug=brackwater/year=2024" in folders
    assert "documents" in folders


def test_the_command_tells_how_many_rows_it_wrote(
    whole: Path, store: sqlite3.Connection, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli.program import cli
    from tui.terminal.console import Exit, run

    assert run(cli, ["dataset", str(tmp_path / "sets"), "--store", str(whole), "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["rows"] == {name: count(store, question) for name, question in KEPT.items()}
