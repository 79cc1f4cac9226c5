"""What every test may ask for: the project's own minutes, and the real ones where they are at hand."""

import os
import sys
from pathlib import Path

import pytest

from tests.properties import register

_VARIABLE = "MINUTEBOOK_CORPUS"

register()

_SLOW_FOLDERS = ("fuzz", "harm")
_SLOW_MODULES = ("test_docs", "test_tour", "test_reliability_page")  # which have every page of the documentation made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what `make test` leaves to `make test-slow`.

    These are properties, for which Hypothesis looks through hundreds of cases, what does harm, what starts the program
    on a terminal of its own, and what makes pages of documentation or packages. A test may say so itself too, by
    `pytest.mark.slow`.
    """
    for item in items:
        test = getattr(item, "obj", None)
        names = vars(sys.modules[test.__module__]).keys() if test else set[str]()
        slow = (
            getattr(test, "is_hypothesis_test", False)
            or item.path.parent.name in _SLOW_FOLDERS
            or item.path.stem in _SLOW_MODULES
            or not names.isdisjoint({"TerminalSession", "Tmux"})
            or not {"sdist", "wheel"}.isdisjoint(getattr(item, "fixturenames", ()))
        )
        if slow:
            item.add_marker(pytest.mark.slow)


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
