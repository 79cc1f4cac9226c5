"""Citations to the letter: each place in every style, as a golden file has them.

`MINUTEBOOK_GOLDENS=write` writes the files anew; they are to be read like prose before they are kept.
"""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from store.citation.style import CannotCite
from store.citation.style_catalogue import styles
from tests.store.citation.examples import AWKWARD, GOLDENS, USUAL, Example, records_of, transcript


@pytest.mark.parametrize("example", [*USUAL, *AWKWARD], ids=lambda example: example.name)
def test_a_place_is_cited_as_the_golden_file_says(example: Example, examples: Path) -> None:
    golden = GOLDENS / f"{example.name}.txt"
    written = transcript(example, records_of(examples, example.permalinks))
    if os.environ.get("MINUTEBOOK_GOLDENS") == "write":
        golden.write_text(written, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == written


def test_there_is_no_golden_file_that_nobody_compares() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == {example.name for example in (*USUAL, *AWKWARD)}


@pytest.mark.parametrize("example", [*USUAL, *AWKWARD], ids=lambda example: example.name)
def test_a_citation_has_one_line_unless_its_style_is_of_several(example: Example, examples: Path) -> None:
    records = records_of(examples, example.permalinks)
    for style in styles().values():
        with suppress(CannotCite):
            several = style.id in ("markdown", "html", "provenance")
            assert several or all("\n" not in citation for citation in style.cite(records))
