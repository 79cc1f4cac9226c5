"""What every test may ask for: the project's own minutes, and the real ones where they are at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

_VARIABLE = "MINUTEBOOK_CORPUS"

settings.register_profile("minutebook", deadline=None)  # a busy machine is slow, and not wrong
settings.load_profile("minutebook")

for _size in ("COLUMNS", "LINES"):  # of the terminal that the tests run in; what they start has one of its own
    os.environ.pop(_size, None)


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of documents written for this project."""
    return Path(__file__).parent.parent / "fixtures"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real minutes, with `seeds` and `gold` in it; a test that asks for it is skipped without one."""
    folder = os.environ.get(_VARIABLE)
    if not folder:
        pytest.skip(f"There are no real minutes here: {_VARIABLE} names no folder.")
    return Path(folder)
