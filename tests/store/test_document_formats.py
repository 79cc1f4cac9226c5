"""Every format of documents has a name that a person knows, and a fixture that is read as one of it."""

from pathlib import Path

import pytest

from store.errors import UnreadableDocument
from store.model import Format
from store.readers.reader import read_document


@pytest.fixture(scope="module")
def formats(fixtures: Path) -> set[Format]:
    """The formats of the fixtures, as the readers tell them."""
    found = set()
    for path in (*(fixtures / "formats").iterdir(), *(fixtures / "minutes").glob("*.txt")):
        if path.suffix != ".json":
            try:
                found.add(read_document(path).format)
            except UnreadableDocument:
                continue
    return found


@pytest.mark.parametrize("form", Format, ids=lambda form: form.value)
def test_a_format_has_a_fixture_that_is_read_as_one_of_it(form: Format, formats: set[Format]) -> None:
    assert form in formats, f"no file in fixtures/formats is read as {form.value}"


@pytest.mark.parametrize("form", Format, ids=lambda form: form.value)
def test_a_format_can_be_told_in_words_and_opened(form: Format) -> None:
    assert form.told
    assert form.opens
    assert isinstance(form.keeps_lines, bool)
    assert Format.named(form.value) is form
