"""A desk of its own for each test."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.userdata.userdata import UserData


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "desk.db"


@pytest.fixture
def desk(path: Path) -> Iterator[UserData]:
    with closing(UserData(path)) as opened:
        yield opened
