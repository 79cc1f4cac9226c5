"""Citations to the letter: every place in a style, as the golden file of the style has them.

`make goldens` writes the files anew; they are to be read like prose before they are kept.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from store.citation.record import Record
from store.citation.style import CannotCite, Style
from store.citation.style_catalogue import styles
from tests.store.citation.examples import EXAMPLES, GOLDENS, records_of, transcript


@pytest.fixture(scope="module")
def records(examples: Path) -> Mapping[str, Sequence[Record]]:
    """What is cited, by name of the example."""
    return {example.name: records_of(examples, example.permalinks) for example in EXAMPLES}


@pytest.mark.parametrize("style", styles())
def test_a_style_cites_every_place_as_its_golden_file_says(style: str, records: Mapping[str, Sequence[Record]]) -> None:
    golden = GOLDENS / f"{style}.txt"
    written = transcript(styles()[style], records)
    if os.environ.get("MINUTEBOOK_GOLDENS") == "write":
        golden.write_text(written, encoding="utf-8")
    assert golden.exists(), f"the style “{style}” has no golden file: make goldens, and read {golden.name}"
    assert golden.read_text(encoding="utf-8") == written


def test_there_is_no_golden_file_that_nobody_compares() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == set(styles())


@pytest.mark.parametrize("style", styles())
def test_a_citation_has_one_line_unless_its_template_has_several(
    style: str, records: Mapping[str, Sequence[Record]]
) -> None:
    chosen = styles()[style]
    assert isinstance(chosen, Style)
    if not _has_lines(chosen.template):
        for some in records.values():
            with suppress(CannotCite):
                assert all("\n" not in citation for citation in chosen.cite(some))


def _has_lines(template: object) -> bool:
    """Whether a template, or a part of one, writes the end of a line itself."""
    return "\n" in str(template) or "\\n" in repr(template)
