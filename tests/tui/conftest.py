"""A store of the project's own minutes, made once."""

from pathlib import Path

import pytest

from store.importer import import_paths


@pytest.fixture(scope="session")
def sample(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the minutes in `fixtures/minutes`. Nobody writes to it."""
    path = tmp_path_factory.mktemp("sample") / "minutes.db"
    for _ in import_paths(path, [fixtures / "minutes"]):
        pass
    return path
