"""The lines that a place was read from."""

from pathlib import Path

import pytest

from store.model import Document, Format, Span
from tests.store.building import REPAIRS, meeting
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.evidence.screen import EvidenceScreen
from tui.evidence.widgets import is_laid_out, set_lines, whole_lines

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


def test_lines_left_whole_are_as_wide_as_the_widest() -> None:
    lines = whole_lines("short\n委員会\n" + "x" * 90 + "   \nend")
    assert [lines.words(row)[1] for row in range(len(lines.rows))] == ["short", "委員会", "x" * 90 + "   ", "end"]
    assert lines.widest == 90
    assert whole_lines("委員会").widest == 6
    assert whole_lines("x" * 5_000).widest == 1_000


def test_what_was_printed_is_told_from_what_has_a_paragraph_on_a_line() -> None:
    printed = "A line as long as a page is wide.\n" * 60
    assert is_laid_out(printed)
    assert is_laid_out(printed + "x" * 300)
    assert not is_laid_out(printed + f"{'x' * 300}\n" * 2)
    assert not is_laid_out("x" * 300)


PRINTED = "Item           2022/23    2023/24    Remarks\n" + "\n".join(
    f"Heading {row:<3} {row * 1000:>10,} {row * 1200:>10,}    {'remarks of some length ' * 2}end {row}"
    for row in range(90)
)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A store with a meeting whose document has a table of 84 columns on 91 lines."""
    from store.database.connect import writing
    from store.ingest.storing import store_document

    path = tmp_path / "minutes.db"
    with writing(path) as db:
        store_document(db, "printed.txt", Document("printed.txt", "b" * 64, Format.TEXT, PRINTED), [meeting(REPAIRS)])
    return path


TABLE_CLAUSE = "eastmarsh/shrg/2023-03-02/18/r1/(i)"


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_printed_lines_are_not_wrapped_where_they_can_be_read(
    sample: Path, fixtures: Path, size: tuple[int, int]
) -> None:
    async with opened(sample, size) as app:
        screen = await show(app, "wendleham/wpc/2024-09-09")
        await app.press("g")
        text = (fixtures / "minutes" / screen.source.name).read_text(encoding="utf-8")
        assert max(map(len, text.splitlines())) == 76
        first = next(row for row, line in enumerate(app.lines) if "━ Evidence" in line) + 1
        shown = app.lines[first:-1]
        for line, words in zip(shown, text.splitlines(), strict=False):
            assert line.rstrip(" ▁▂▃▄▅▆▇█").endswith(words.rstrip())
        assert not any("…" in line for line in shown)
        await app.press("right")
        assert app.said == "Every line is seen whole."


async def test_a_line_longer_than_the_screen_is_wide_goes_on_sideways(printed: Path) -> None:
    async with opened(printed, USUAL) as app:
        await show(app, TABLE_CLAUSE)
        await app.press("g")
        lines = [line for line in app.lines if "Heading" in line]
        assert len(lines) > 10
        assert all("…" in line for line in lines)
        assert "sideways" in app.lines[-1]
        await app.press("right")
        assert "column 9" in app.lines[-1]
        await app.press("l")
        assert any("some length end 3" in line for line in app.lines)
        assert not any("…" in line for line in app.lines)
        await app.press("left", "h")
        assert any(line.startswith(" 1") for line in app.lines)
        assert "column" not in app.lines[-1]


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_w_wraps_long_lines_and_leaves_them_whole_at_any_size(printed: Path, size: tuple[int, int]) -> None:
    async with opened(printed, size) as app:
        screen = await show(app, TABLE_CLAUSE)
        assert screen.view.wraps == (size is SMALL)
        if size is WIDE:
            await app.press("w")
            assert app.said == "No line here is longer than there is room for."
            return
        for _ in range(2):
            wrapped = screen.view.wraps
            await app.press("w")
            assert screen.view.wraps is not wrapped
            assert (screen.view.max_scroll_x > 0) is wrapped
            assert "Heading 1 " in app.text
            assert size is SMALL or ("w wrap" if wrapped else "w unwrap") in app.lines[-1]


async def test_what_is_selected_after_going_sideways_is_what_was_marked(printed: Path) -> None:
    async with opened(printed, USUAL) as app:
        screen = await show(app, TABLE_CLAUSE)
        await app.press("g", "right")
        row = next(number for number, line in enumerate(app.lines) if "1,200" in line)
        column = app.lines[row].index("1,200")
        await app.pilot.mouse_down(offset=(column, row))
        await app.pilot.hover(offset=(column + 4, row))
        await app.pilot.mouse_up(offset=(column + 4, row))
        await app.settle()
        assert screen.get_selected_text() == "1,200"


async def test_pages_are_numbered_and_the_other_documents_are_a_key_away(tmp_path: Path) -> None:
    from store.database.connect import writing
    from store.ingest.storing import store_document

    text = "Heading\n" * 20 + "\n" + "Words of the second page\n" * 20
    second = text.index("Words")
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        told = Document("printed.pdf", "b" * 64, Format.PDF, text, pages=(Span(0, second), Span(second, len(text))))
        store_document(db, "printed.pdf", told, [meeting(REPAIRS)])
        other = Document("agenda.txt", "c" * 64, Format.TEXT, "Only an agenda")
        store_document(db, "agenda.txt", other, [meeting()])
    async with opened(path, USUAL) as app:
        screen = await show(app, "eastmarsh/shrg/2023-03-02/18/r1/(i)")
        assert screen.source.name == "printed.pdf"
        assert "page 1 of 2" in app.text
        await app.press("G")
        assert "p.2" in app.text
        await app.press("d")
        assert "Only an agenda" in app.text
        assert app.said == "The words are from printed.pdf; this is another document of the meeting."
        await app.press("e")
        assert app.said == "The words are not from this document; d shows the others."
