"""Stores that several tests look at."""

from pathlib import Path

import pytest

from store.ingest.importer import import_paths


@pytest.fixture(scope="session")
def whole(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of documents in every format. Nobody writes to it."""
    path = tmp_path_factory.mktemp("whole") / "minutes.db"
    for _ in import_paths(path, [fixtures / "minutes", fixtures / "formats"]):
        pass
    return path
