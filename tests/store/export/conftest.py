"""What the tests of exporting share: a store of all the project's own documents."""

from pathlib import Path

import pytest

from store.ingest.importer import import_paths


@pytest.fixture(scope="session")
def everything(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of every document in the fixtures that can be read. Nobody writes to it."""
    path = tmp_path_factory.mktemp("everything") / "minutes.db"
    for _ in import_paths(path, [fixtures / folder for folder in ("minutes", "layouts", "formats", "hostile")]):
        pass
    return path
