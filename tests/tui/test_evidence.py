"""The lines that a place was read from."""

from pathlib import Path

import pytest

from store.model import Document, Span
from tests.store.building import REPAIRS, meeting
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.screens.evidence import EvidenceScreen
from tui.source_lines import set_lines

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"


async def show(app: Opened, permalink: str) -> EvidenceScreen:
    app.reader.go_to(permalink)
    await app.settle()
    await app.press("3", "e")
    screen = app.app.screen
    assert isinstance(screen, EvidenceScreen)
    return screen


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_source_lines_stand_in_their_own_layout_with_the_words_lit(
    sample: Path, fixtures: Path, size: tuple[int, int]
) -> None:
    async with opened(sample, size) as app:
        screen = await show(app, CLAUSE)
        assert "brackwater-planning-2024-02-07.txt" in app.text
        assert "sha256 " in app.text
        (span,) = screen.source.spans
        lit = [line for line in app.lines if "┃" in line]
        assert "no work which closes a stall" in " ".join(line.partition("┃ ")[2].strip(" ▇▅▃▂▁█") for line in lit)
        number = (fixtures / "minutes" / screen.source.name).read_text(encoding="utf-8")[: span.start].count("\n") + 1
        assert lit[0].split()[0] == str(number)


async def test_the_whole_document_can_be_scrolled_and_e_comes_back_to_the_words(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await show(app, CLAUSE)
        await app.press("g")
        assert "Agenda and draft minutes" in app.text
        assert "line 1 of " in app.text
        await app.press("G", "e")
        assert "┃" in app.text
        await app.press("d")
        assert app.said == "This is the only document that tells of the meeting."
        await app.press("escape")
        assert app.app.screen is app.reader


async def test_every_resize_keeps_the_same_words_in_sight(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await show(app, CLAUSE)
        for size in (SMALL, (1, 1), WIDE, (40, 10), USUAL):
            await app.pilot.resize_terminal(*size)
            await app.settle()
        assert "┃" in app.text


def test_rows_are_lines_or_the_parts_of_long_ones_and_no_character_is_lost() -> None:
    text = "short\n\n" + "word " * 30 + "\n" + "x" * 50 + "\n委員会" * 3 + "\nend"
    for width in (8, 11, 20, 200):
        lines = set_lines(text, width)
        parts = [lines.words(row) for row in range(len(lines.rows))]
        assert "".join(said for _, said in parts) == text.replace("\n", "")
        assert all(text[start : start + len(said)] == said for start, said in parts)
        assert all(len(said.rstrip()) <= width for _, said in parts)
        assert len(lines.lines) == text.count("\n") + 1
        assert [lines.line_at(start) for start, _ in parts] == [text[:start].count("\n") + 1 for start, _ in parts]


def test_a_row_is_cut_behind_a_space_and_by_cells() -> None:
    assert [set_lines("one two three", 9).words(row)[1] for row in (0, 1)] == ["one two ", "three"]
    assert set_lines("委員会委員会", 8).words(0)[1] == "委員会委"


async def test_pages_are_numbered_and_the_other_documents_are_a_key_away(tmp_path: Path) -> None:
    from store.database import writing
    from store.storing import store_document

    text = "Heading\n" * 20 + "\n" + "Words of the second page\n" * 20
    second = text.index("Words")
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        told = Document("printed.pdf", "b" * 64, "pdf", text, pages=(Span(0, second), Span(second, len(text))))
        store_document(db, "printed.pdf", told, [meeting(REPAIRS)])
        other = Document("agenda.txt", "c" * 64, "text", "Only an agenda")
        store_document(db, "agenda.txt", other, [meeting()])
    async with opened(path, USUAL) as app:
        screen = await show(app, "eastmarsh/shrg/2023-03-02/18/r1/(i)")
        assert screen.source.name == "printed.pdf"
        assert "page 1 of 2" in app.text
        await app.press("G")
        assert "p. 2" in app.text
        await app.press("d")
        assert "Only an agenda" in app.text
        assert app.said == "The words are from printed.pdf; this is another document of the meeting."
        await app.press("e")
        assert app.said == "The words are not from this document; d shows the others."
