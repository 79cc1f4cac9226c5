"""Printed pages to text: order, columns, running lines, cut words; and the reasons why a PDF cannot be read."""

import random
from itertools import zip_longest
from pathlib import Path

import pytest

from fixtures.writers.pdf import Page, pdf
from fixtures.writers.setting import Block, Frame, fill
from store.errors import UnreadableDocument
from store.model import Document
from store.readers.reader import document_from_bytes, read_document

PRINTED = sorted((Path(__file__).parents[3] / "fixtures" / "formats").glob("*.pdf"))


def read(*pages: Page) -> Document:
    return document_from_bytes("a.pdf", pdf(pages))


def lines_of(document: Document) -> list[str]:
    """The lines that are not blank, single-spaced."""
    return [" ".join(line.split()) for line in document.text.splitlines() if line.strip()]


def wrapping(document: Document) -> list[str]:
    """The lines whose words go on in the next."""
    return [document.text[:end].rsplit("\n", 1)[-1].strip() for end in sorted(document.wraps or ())]


def furniture_of(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.furniture]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        document_from_bytes("a.pdf", data)
    return raised.value.reason


def test_words_are_read_by_where_they_stand_and_not_by_when_they_were_written() -> None:
    page = Page()
    page.words(72, 600, "That the reeds be cut.")
    page.words(72, 700, "Reeds")
    page.words(40, 700, "7.")
    assert lines_of(read(page)) == ["7. Reeds", "That the reeds be cut."]


def test_a_label_a_little_off_the_level_of_its_words_stands_with_them() -> None:
    page = Page()
    for number, words in enumerate(("the reeds be cut;", "the weir be mended.")):
        page.words(100, 700 - 14 * number, words)
        page.words(72, 702 - 14 * number, f"({'ab'[number]})")
    assert lines_of(read(page)) == ["(a) the reeds be cut;", "(b) the weir be mended."]


def test_a_raised_ending_belongs_to_its_figure() -> None:
    page = Page()
    page.words(72, 700, "On the 4")
    page.words(111.5, 704, "th", 6)
    page.words(118, 700, "of May")
    assert lines_of(read(page)) == ["On the 4th of May"]


def test_words_printed_twice_in_one_place_are_said_once() -> None:
    page = Page()
    for aside in (0, 0.4):
        page.words(72 + aside, 700, "RESOLVED that the committee be thanked.")
    assert lines_of(read(page)) == ["RESOLVED that the committee be thanked."]


def test_the_cells_of_a_table_are_read_across() -> None:
    page = Page()
    for number, (name, initials) in enumerate(
        (("Ada Birch", "AB"), ("Bo Cedar", "BC"), ("Cy Elm", "CE"), ("Di Fir", "DF"))
    ):
        page.words(72, 700 - 14 * number, name)
        page.words(330, 700 - 14 * number, initials)
    assert lines_of(read(page)) == ["Ada Birch AB", "Bo Cedar BC", "Cy Elm CE", "Di Fir DF"]


def test_a_heading_beside_its_words_is_read_before_them() -> None:
    items = [
        (
            ["1. Declarations", "of Interest"],
            ["Members were asked to declare", "any interest in the boats.", "None did."],
        ),
        (["2. Minutes of", "the Last", "Meeting"], ["The minutes of the meeting", "in May", "were", "signed."]),
        (["3. Boats"], ["There were two boats, and the", "officers had counted", "the oars", "again."]),
    ]
    page = Page()
    for item, (heading, words) in enumerate(items):
        for number, (left, right) in enumerate(zip_longest(heading, words, fillvalue="")):
            page.words(72, 700 - 80 * item - 14 * number, left)
            page.words(200, 700 - 80 * item - 14 * number, right)
    document = read(page)
    assert lines_of(document) == [line for heading, words in items for line in (*heading, *words)]
    assert "1. Declarations" in wrapping(document)


@pytest.mark.parametrize(("along", "up"), [(0, 1), (-1, 0), (0, -1)])
def test_a_page_laid_on_its_side_or_its_head_reads_as_it_lies(along: int, up: int) -> None:
    page = Page()
    for number, words in enumerate(("Schedule of works", "The weir and the sluice")):
        page.turned_words((along, up, -up, along, 300 + 20 * number * up, 300 - 20 * number * along), words)
    assert lines_of(read(page)) == ["Schedule of works", "The weir and the sluice"]


def test_dots_that_lead_to_a_figure_are_all_there() -> None:
    page = Page()
    for number in range(30):
        page.words(100 + 4 * number, 700, ".")
    page.words(240, 700, "7")
    assert read(page).text.count(".") == 30


def test_a_line_wraps_when_the_next_word_had_no_room_and_not_at_the_end_of_a_paragraph() -> None:
    page = Page()
    words = "The reeds beside the lower weir had not been cut since the spring and the boats could no longer be seen."
    fill([Frame(page, room=250)], [Block(words), Block("They were missed.", gap=0), Block("Reeds grow.", gap=0)])
    document = read(page)
    assert wrapping(document) == [
        "The reeds beside the lower weir had not been cut",
        "since the spring and the boats could no longer be",
    ]
    assert lines_of(document)[-3:] == ["seen.", "They were missed.", "Reeds grow."]


def test_a_gap_between_rows_is_a_blank_line() -> None:
    page = Page()
    fill([Frame(page)], [Block("One"), Block("Two", gap=0), Block("Three", gap=0), Block("Four", gap=1)])
    assert read(page).text == "One\nTwo\nThree\n\nFour\n"


def test_each_page_is_a_stretch_of_the_text() -> None:
    document = read(*(page_of(words) for words in ("One", "Two", "Three")))
    assert [document.text[page.start : page.end].strip() for page in document.pages] == ["One", "Two", "Three"]


def page_of(words: str, *margins: tuple[float, str]) -> Page:
    page = Page()
    page.words(72, 500, words)
    for bottom, margin in margins:
        page.words(72, bottom, margin, 9)
    return page


def test_what_comes_back_in_the_margins_is_furniture_whatever_its_number() -> None:
    document = read(*(page_of(words, (810, "Boats"), (30, f"- {number} -")) for number, words in enumerate("ABC", 1)))
    assert furniture_of(document) == ["- 1 -", "Boats", "- 2 -", "Boats", "- 3 -"]
    assert lines_of(document)[:2] == ["Boats", "A"]  # the only heading there is


def test_headers_that_alternate_are_furniture() -> None:
    pages = [page_of(str(number) * 3, (810, "Boats" if number % 2 else "Town")) for number in range(6)]
    assert furniture_of(read(*pages)) == ["Boats", "Town", "Boats", "Town", "Boats"]


def test_what_comes_back_in_the_middle_of_pages_is_no_furniture() -> None:
    assert furniture_of(read(*(page_of("That the report be noted.") for _ in range(3)))) == []


def test_what_is_stamped_across_a_page_is_furniture() -> None:
    page = page_of("The reeds had been cut.")
    page.turned_words((0.7, 0.7, -0.7, 0.7, 100, 200), "COPY", 80)
    document = read(page)
    assert furniture_of(document) == ["COPY"]
    assert lines_of(document) == ["The reeds had been cut.", "COPY"]


def test_a_note_in_the_margin_follows_the_paragraph_that_it_stands_beside() -> None:
    page = Page()
    words = "The clerk was asked to write to the owner of the weir and to say that it leaked."
    fill([Frame(page, room=200, margin=480)], [Block(words, note=initials) for initials in ("AB", "CD", "EF")])
    assert [line for line in lines_of(read(page)) if len(line) == 2] == ["AB", "CD", "EF"]
    assert lines_of(read(page))[-1] == "EF"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([Page()]), "has no text layer (a scan); run it through text recognition (OCR) first"),
        (pdf([]), "is a PDF without pages"),
        (pdf([page_of("Words")])[:200], "is a damaged PDF"),
        (
            pdf([page_of("Words")], "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (o) /U (u) >> /ID [(a) (a)]"),
            "is locked with a password; save a copy without one",
        ),
    ],
    ids=["a scan", "no pages", "cut off", "locked"],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_its_own_reason(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_a_pdf_without_pages_is_not_refused_for_what_was_wrong_with_the_one_before() -> None:
    assert refused(pdf([page_of("Words")])[:200]) == "is a damaged PDF"
    assert refused(pdf([])) == "is a PDF without pages"


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_no_letter_on_a_page_is_lost(path: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(path.read_bytes()) as printed:
        told = "".join(page.get_textpage().get_text_range() for page in printed)
    read_letters = sorted(letter for letter in read_document(path).text if letter.isalnum())
    # What is printed twice (in bold) is told once.
    assert set(read_letters) == {letter for letter in told if letter.isalnum()}
    assert len(read_letters) >= 0.9 * sum(letter.isalnum() for letter in told)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pdf_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice(PRINTED).read_bytes())
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document_from_bytes("a.pdf", bytes(data[: chance.choice([len(data), chance.randrange(9, len(data))])]))
    except UnreadableDocument:
        return
