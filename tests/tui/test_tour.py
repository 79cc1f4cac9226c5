"""docs/tour.md: its pictures are of the reader as it is."""

import re
from pathlib import Path

from tests.tui import tour

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_tour_is_up_to_date() -> None:
    stale = [
        name
        for name, page in tour.pages().items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page()
    ]
    assert stale == [], "run: make docs"


def test_there_is_no_picture_that_the_tour_does_not_show() -> None:
    shown = re.findall(r"\]\((tour/[^)]+)\)", (DOCS / "tour.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"tour/{picture.name}" for picture in (DOCS / "tour").iterdir())
