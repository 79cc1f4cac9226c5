"""A PDF is read as it is seen: nothing that nobody sees, and all that is laid upon its pages."""

import pytest

from fixtures.writers.pdf import Page, pdf
from store.errors import UnreadableDocument
from store.model import Document
from store.readers.reader import document_from_bytes
from tests.store.readers.looking import assert_looks_hold, furniture_of, lines_of, words_of

SEEN = "RESOLVED: That the reeds be cut."


def read(*pages: Page) -> Document:
    document = document_from_bytes("a.pdf", pdf(pages))
    assert_looks_hold(document)
    return document


def page_with(operators: str = "", annotation: str = "") -> Page:
    page = Page()
    page.words(72, 700, SEEN)
    page.drawn(operators)
    if annotation:
        page.laid(annotation)
    return page


def words(at: str, words: str = "Never seen", before: str = "") -> str:
    return f"q BT {before} /R 11 Tf 1 0 0 1 {at} Tm ({words}) Tj ET Q"


@pytest.mark.parametrize(
    "operators",
    [
        words("650 500"),
        words("72 -40"),
        words("72 500", before="3 Tr"),
        words("72 500", before="1 g"),
        words("72 500", before="1 1 1 rg"),
    ],
    ids=["beside the page", "below the page", "without ink", "white", "white too"],
)
def test_what_nobody_sees_is_not_read(operators: str) -> None:
    assert lines_of(read(page_with(operators))) == [SEEN]


@pytest.mark.parametrize(
    "operators",
    [
        f"0 g 60 490 200 30 re f {words('72 500', 'White on black', before='1 g')}",
        words("72 500", "White on black", before="0.2 g"),
    ],
)
def test_what_can_be_seen_is_read_whatever_its_colour(operators: str) -> None:
    assert lines_of(read(page_with(operators))) == [SEEN, "White on black"]


def test_the_words_under_a_scan_are_read_though_they_have_no_ink() -> None:
    picture = "BI /W 1 /H 1 /CS /G /BPC 8 ID A EI"
    page = Page()
    page.drawn(f"q 595 0 0 842 0 0 cm {picture} Q {words('72 700', SEEN, before='3 Tr')}")
    assert lines_of(read(page)) == [SEEN]


@pytest.mark.parametrize(
    ("annotation", "line"),
    [
        ("/Subtype /Widget /FT /Tx /T (a) /V (9,400) /Rect [300 698 360 712] /F 4", f"{SEEN} 9,400"),
        ("/Subtype /Widget /FT /Ch /T (a) /V (refused) /Rect [300 698 360 712] /F 4", f"{SEEN} refused"),
        ("/Subtype /FreeText /Contents (Amended in May) /Rect [300 698 400 712] /F 4", f"{SEEN} Amended in May"),
        ("/Subtype /FreeText /Contents (Amended in May) /Rect [300 698 400 712] /F 2", SEEN),
        ("/Subtype /Text /Contents (a remark) /Rect [300 698 400 712] /F 4", SEEN),
        ("/Subtype /Widget /FT /Sig /T (a) /V (signed) /Rect [300 698 360 712] /F 4", SEEN),
    ],
    ids=["field", "choice", "text", "hidden text", "remark", "signature"],
)
def test_what_is_laid_upon_a_page_is_read_when_the_page_shows_it(annotation: str, line: str) -> None:
    assert lines_of(read(page_with(annotation=annotation))) == [line]


def test_words_that_an_annotation_strikes_out_are_told_apart() -> None:
    page = page_with(
        annotation="/Subtype /StrikeOut /Rect [72 680 300 694] /QuadPoints [72 694 300 694 72 680 300 680] /F 4"
    )
    page.words(72, 682, "That the weir be sold to the miller of Marram")
    assert words_of(read(page)) == [SEEN]
    assert furniture_of(read(page)) == ["That the weir be sold to the miller of Marram"]


def test_a_page_that_shows_something_and_has_no_words_is_told() -> None:
    picture = Page()
    picture.drawn("0.5 g 60 490 200 30 re f")
    document = read(page_with(), picture, Page(), page_with())
    assert document.scans == (2,), "the third is blank"
    assert [document.text[span.start : span.end].strip() for span in document.pages] == [SEEN, "", "", SEEN]


def test_a_document_of_nothing_but_pictures_is_refused_as_before() -> None:
    picture = Page()
    picture.drawn("0.5 g 60 490 200 30 re f")
    with pytest.raises(UnreadableDocument, match="has no text layer"):
        read(picture)


def spaced(page: Page, left: float, top: float, letters: str, step: float, size: float = 11) -> float:
    for letter in letters:
        page.words(left, top, letter, size)
        left += step
    return left


def test_words_whose_letters_stand_apart_are_words() -> None:
    page = Page()
    end = spaced(page, 72, 700, "RESOLVED", 13)
    page.words(end + 4, 700, "That the reeds be cut.")
    spaced(page, spaced(page, 72, 660, "REEDS", 13) + 12, 660, "ANDWEIR", 13)
    assert lines_of(read(page)) == ["RESOLVED That the reeds be cut.", "REEDS ANDWEIR"]


@pytest.mark.parametrize("cells", ["PASP", "A B C"])
def test_single_letters_in_cells_or_names_are_none(cells: str) -> None:
    page = Page()
    for at, letter in enumerate(cells.split() if " " in cells else cells):
        page.words(72 + 40 * at, 700, letter)
    assert lines_of(read(page)) == [" ".join(cells.split() if " " in cells else cells)]


def numbered(first: int, step: int = 1, rows: int = 12) -> Page:
    page = Page()
    for row in range(rows):
        if (first + row) % step == 0:
            page.words(40, 700 - 14 * row, str(first + row))
        page.words(80, 700 - 14 * row, f"Line {'abcdefghijklmnopqrstuvwxyz'[row % 26]} of the minutes of the mill.")
    return page


def test_the_numbers_of_lines_are_furniture() -> None:
    document = read(numbered(1), numbered(13))
    assert words_of(document)[0] == "Line a of the minutes of the mill."
    assert furniture_of(document) == [" ".join(map(str, range(1, 13))), " ".join(map(str, range(13, 25)))]


def test_the_numbers_of_every_fifth_line_are_furniture_too() -> None:
    assert furniture_of(read(numbered(1, 5, 40), numbered(41, 5, 40)))[0] == "5 10 15 20 25 30 35 40"


def test_the_numbers_of_items_are_none() -> None:
    page = Page()
    for number in range(1, 9):
        page.words(40, 760 - 70 * number, str(number))
        page.words(80, 760 - 70 * number, "REEDS")
        for line in range(1, 4):
            page.words(80, 760 - 70 * number - 14 * line, "The reeds are to be cut before May by the miller.")
    document = read(page)
    assert lines_of(document)[0] == "1 REEDS"
    assert furniture_of(document) == []
