"""What a reader knew of a document's lines is kept with it, and comes back the same."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database.connect import insert, open_for_reading, transaction, writing
from store.database.document_row import document_row, kept_document, kept_looks, looks_of
from store.model import Document, Format, Look, Span
from store.readers.reader import read_document

FIXTURES = Path(__file__).parents[3] / "fixtures"
KINDS = [path for path in sorted((FIXTURES / "formats").iterdir()) if path.suffix != ".json"]

flags = st.booleans()
looks = st.builds(
    Look,
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 500)),
    *([flags] * 6),
    st.integers(0, 6),
    st.sampled_from([0.0, 0.75, 1.17, 2.5]),
    st.none() | st.tuples(*[st.integers(0, 50)] * 3),
    flags,
)


@given(st.lists(looks))
def test_looks_come_back_as_they_were(kept: list[Look]) -> None:
    assert looks_of(kept_looks(kept)) == tuple(kept)


def test_a_look_takes_little_room() -> None:
    assert kept_looks([Look(Span(7, 12), bold=True)]) == [[7, 5, 1]]


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.name)
def test_a_document_of_every_format_comes_back_as_it_was_read(path: Path, tmp_path: Path) -> None:
    document = read_document(path)
    with writing(tmp_path / "minutes.db") as db, transaction(db):
        key = insert(db, "document", **document_row(document))
    with closing(open_for_reading(tmp_path / "minutes.db")) as store:
        assert kept_document(store, key) == document


@pytest.mark.parametrize("form", Format)
def test_a_format_is_named_told_and_opened(form: Format) -> None:
    assert Format.named(form.value) is form
    assert form.told
    assert form.opens.value in {"browser", "desktop", "editor"}


def test_a_format_that_only_a_newer_program_knows_is_kept_as_text() -> None:
    assert Format.named("hologram") is Format.TEXT
    assert Format.TEXT.keeps_lines
    assert not Format.HTML.keeps_lines


def test_the_pages_without_words_are_kept() -> None:
    document = Document("a.pdf", "0" * 64, Format.PDF, "Reeds\n", pages=(Span(0, 6), Span(6, 6)), scans=(2,))
    assert '"scans":[2]' in str(document_row(document)["layout"])
