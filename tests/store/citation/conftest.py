"""What the tests of citing share: a store of the sample minutes and some awkward fixtures."""

from pathlib import Path

import pytest

from tests.store.citation.examples import build_store


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the places whose citations are written down. Nobody writes to it."""
    path = tmp_path_factory.mktemp("examples") / "minutes.db"
    build_store(path)
    return path
