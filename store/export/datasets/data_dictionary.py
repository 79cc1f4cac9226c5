"""The data dictionary: of every dataset what a row is, and of every column what it means, its unit and its source."""

from collections.abc import Iterator, Mapping

from store.export.datasets.dataset_columns import DATASETS, Dataset, DatasetColumn


def dictionary(counts: Mapping[str, int]) -> str:
    """The dictionary that lies beside the files, in Markdown; `counts` are the rows of each dataset."""
    lines = ["# Data dictionary", ""]
    for dataset in DATASETS:
        lines += [*dictionary_of(dataset, counts[dataset.name]), ""]
    return "\n".join(lines)


def dictionary_of(dataset: Dataset, count: int | None = None) -> Iterator[str]:
    """The lines of one dataset, with how many rows it has where that is known."""
    yield f"## {dataset.name}"
    yield ""
    yield dataset.meaning if count is None else f"{dataset.meaning} {count} {'row' if count == 1 else 'rows'}."
    yield ""
    yield "| column | kind | meaning | unit | source |"
    yield "|---|---|---|---|---|"
    for column in dataset.columns:
        yield f"| {column.name} | {column.kind.value} | {_meaning(column)} | {column.unit} | {column.source} |"


def _meaning(column: DatasetColumn) -> str:
    return f"{column.meaning} (→ {column.refers})" if column.refers else column.meaning
