"""The documentation says what the code says."""

import importlib.util
import re
import tomllib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.ingest.sample import build_sample
from store.permalinks.lookup import find_place

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, Callable[[], str]]:
    """The generated pages, by file name."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: dict[str, Callable[[], str]] = module.PAGES
    return made


@pytest.mark.parametrize(
    "name",
    [
        "keys.md",
        "citations.md",
        "configuration.md",
        "data-model.md",
        "datasets.md",
        "architecture.md",
        "minutebook.1",
        "reader.svg",
    ],
)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name](), "run: make docs"


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in [*DOCS.glob("*.md"), DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_permalinks_in_the_readme_name_places_of_the_sample(tmp_path: Path) -> None:
    build_sample(tmp_path / "sample.db")
    named = re.findall(r"brackwater/[^\s\"]+", (DOCS.parent / "README.md").read_text(encoding="utf-8"))
    with closing(open_for_reading(tmp_path / "sample.db")) as store:
        places = [find_place(store, permalink).permalink for permalink in named]
    assert named
    assert places == named


def test_the_readme_names_the_command_that_is_installed() -> None:
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert list(project["scripts"]) == ["minutebook"]
    assert "$ make read" in readme
    assert "$ make test" in readme
