"""SECURITY.md and docs/reliability.md: every test and script that they name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "SECURITY.md", ROOT / "docs" / "reliability.md")
HARM = {path.stem for path in (ROOT / "tests" / "harm").glob("*.py") if "def main(" in path.read_text(encoding="utf-8")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_and_script_that_is_named_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[^`]+)`", text)
    assert [one for one in named if not (ROOT / one).is_file()] == []
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [one for one in re.findall(r"`make ([a-z-]+)`", text) if one not in targets] == []


def test_every_harm_that_is_done_is_told_of() -> None:
    told = PAGES[1].read_text(encoding="utf-8")
    assert [name for name in sorted(HARM - {"gallery_tour"}) if f"tests/harm/{name}.py" not in told] == []
