"""How words are set, and what stands beside them: the same in every format that can say it."""

from collections.abc import Callable

import pytest

from fixtures.writers.docx import docx, paragraph, run, table
from fixtures.writers.pdf import Page, pdf
from store.model import Document
from store.readers.reader import document_from_bytes
from tests.store.readers.looking import (
    assert_looks_hold,
    furniture_of,
    lines_of,
    looking,
    looks_of,
    notes_of,
    words_of,
)


def web(body: str) -> Document:
    document = document_from_bytes("a.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())
    assert_looks_hold(document)
    return document


def word(*body: str, **parts: str) -> Document:
    document = document_from_bytes("a.docx", docx(body, parts))
    assert_looks_hold(document)
    return document


def printed(*pages: Page) -> Document:
    document = document_from_bytes("a.pdf", pdf(pages))
    assert_looks_hold(document)
    return document


def set_run(words: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def cell(*words: str) -> str:
    return "".join(paragraph(run(one)) for one in words)


def test_bold_words_are_bold_in_every_format() -> None:
    page = Page()
    page.words(72, 700, "Reeds", bold=True)
    page.words(72, 680, "The reeds are to be cut before May by the miller.")
    for document in (
        web("<p><b>Reeds</b></p><p style='font-weight: 700'>Weir</p><p>The reeds</p>"),
        word(paragraph(run("Reeds", bold=True)), paragraph(run("The reeds"))),
        printed(page),
    ):
        assert looking(document, "bold")[0] == "Reeds"
        assert not any("The" in words for words in looking(document, "bold"))


def test_a_look_goes_on_over_the_space_between_words_that_have_it() -> None:
    assert looks_of(word(paragraph(run("4. ", bold=True), run("Reeds ", bold=True), run("cut")))) == [
        ("4. Reeds", "bold")
    ]
    assert looks_of(web("<p><b>4.</b>&nbsp;<strong>Reeds</strong> cut</p>")) == [("4.\u00a0Reeds", "bold")]


def test_larger_words_are_larger_than_most() -> None:
    page = Page()
    page.words(72, 720, "Reeds", 16)
    page.words(72, 700, "The reeds are to be cut before May by the miller.")
    assert looks_of(printed(page)) == [("Reeds", "larger")]
    large = set_run("Reeds", '<w:sz w:val="32"/>')
    assert looks_of(word(paragraph(large), paragraph(run("The reeds are to be cut.")))) == [("Reeds", "larger")]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_have_their_level(level: int) -> None:
    assert looking(web(f"<h{level}>Reeds</h{level}><p>cut</p>"), f"heading {level}") == ["Reeds"]
    outline = f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Base">{outline}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Base"/></w:style>'
    )
    document = word(paragraph(run("Reeds"), style="Mine"), paragraph(run("cut")), styles=styles)
    assert looking(document, f"heading {level}") == ["Reeds"]


def test_a_run_has_what_its_styles_give_and_may_refuse_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dark"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Sloping"><w:rPr><w:i/></w:rPr></w:style>'
    )
    document = word(
        paragraph(
            run("Reeds "),
            set_run("cut ", '<w:rStyle w:val="Sloping"/>'),
            set_run("by hand", '<w:b w:val="0"/>'),
            style="Dark",
        ),
        styles=styles,
    )
    assert looks_of(document) == [("Reeds", "bold"), ("cut", "bold italic")]


def test_a_title_that_opens_what_is_below_it_is_a_heading() -> None:
    document = web(
        "<details><summary>1. Reeds</summary><p>Cut.</p></details>"
        "<div><button aria-expanded=false aria-controls=p>2. Weir</button>"
        "<div id=p style='display:none'>Mended.</div></div><button class=accordion>3. Mill</button><div>Sold.</div>"
        "<button>Print</button><button aria-expanded=true>Show all</button>"
    )
    assert lines_of(document) == ["1. Reeds", "Cut.", "2. Weir", "Mended.", "3. Mill", "Sold."]
    assert looking(document, "heading 3") == ["1. Reeds", "2. Weir", "3. Mill"]


def test_cells_have_their_place() -> None:
    for document in (
        web("<table><tr><td>1<td>Reeds<tr><td rowspan=2>2<td>Weir<tr><td>Mill</table>"),
        word(table([(cell("1"), cell("Reeds")), (cell("2"), cell("Weir")), (cell(""), cell("Mill"))])),
    ):
        assert lines_of(document)[:2] == ["1 Reeds", "2 Weir"]
        assert [told for _, told in looks_of(document)] == [
            "cell 0 0 0", "cell 0 0 1", "cell 0 1 0", "cell 0 1 1", "cell 0 2 1",
        ]  # fmt: skip


def struck_on_paper() -> Document:
    page = Page()
    page.words(72, 700, "That")
    page.words(100, 700, "£5,000")
    page.words(140, 700, "£6,000 be paid.")
    page.line(99, 703.5, 136)
    return printed(page)


def underlined_on_paper(right: float) -> Document:
    page = Page()
    page.words(72, 700, "Reeds", 11)
    page.line(72, 698.6, right)
    page.words(72, 680, "The reeds are to be cut before May by the miller.")
    return printed(page)


@pytest.mark.parametrize(
    "read",
    [
        lambda: web("<p>That <s>£5,000</s> £6,000 be paid.</p>"),
        lambda: web("<p>That <span style='text-decoration: line-through'>£5,000</span> £6,000 be paid.</p>"),
        lambda: word(paragraph(run("That "), set_run("£5,000", "<w:strike/>"), run(" £6,000 be paid."))),
        lambda: word(paragraph(run("That "), set_run("£5,000", "<w:dstrike/>"), run(" £6,000 be paid."))),
        lambda: document_from_bytes("a.md", "That ~~£5,000~~ £6,000 be paid.".encode()),
        struck_on_paper,
    ],
)
def test_struck_words_are_told_apart_from_those_that_hold(read: Callable[[], Document]) -> None:
    document = read()
    assert words_of(document) == ["That £6,000 be paid."]
    assert furniture_of(document) == looking(document, "struck") == ["£5,000"]


def test_a_line_under_words_underlines_them_and_a_table_s_does_not() -> None:
    assert looking(underlined_on_paper(99), "underlined") == ["Reeds"]
    assert looking(underlined_on_paper(500), "underlined") == []


@pytest.mark.parametrize(
    ("sup", "words"),
    [
        ("10<sup>6</sup> nails", "10⁶ nails"),
        ("300 m<sup>2</sup> of decking", "300 m² of decking"),
        ("the 12<sup>th</sup> of May", "the 12th of May"),
        ("£5,000<sup>1</sup> be paid", "£5,000¹ be paid"),
        ("be paid<sup>[2]</sup> soon", "be paid² soon"),
        ("2<sup>1</sup>/<sub>2</sub> acres", "2½ acres"),
        ("2<sup>5</sup>/16 inches", "2 5/16 inches"),
    ],
)
def test_a_raised_figure_is_never_one_of_a_sum(sup: str, words: str) -> None:
    assert web(f"<p>{sup}</p>").text == words
    assert document_from_bytes("a.md", f"{sup}".encode()).text == words
    pieces = sup.replace("<sub>", "").replace("</sub>", "").replace("</sup>", "<sup>").split("<sup>")
    runs = [set_run(one, '<w:vertAlign w:val="superscript"/>') if at % 2 else run(one) for at, one in enumerate(pieces)]
    assert word(paragraph(*runs)).text.strip() == words


def test_the_mark_of_a_note_that_is_there_is_left_to_the_note() -> None:
    document = web("<p>£5,000<sup>1</sup> be paid for 4 m<sup>1</sup>.</p><p><sup>1</sup> Without tax.</p>")
    assert lines_of(document) == ["£5,000 be paid for 4 m¹.", "¹ Without tax."]


def test_a_footnote_of_a_printed_page_stands_apart_from_the_sentence_that_the_page_cuts() -> None:
    first, second = Page(), Page()
    first.words(72, 700, "Resolved: That the weir be mended by the miller")
    first.words(72 + 240, 704, "1", 6)
    first.words(322, 700, "for no more than the sum of")
    first.words(72, 104, "1", 6)
    first.words(76, 100, "The miller of Marram.", 8)
    second.words(72, 780, "£9,400, and that he tell us in May.")
    document = printed(first, second)
    assert words_of(document) == [
        "Resolved: That the weir be mended by the miller for no more than the sum of",
        "£9,400, and that he tell us in May.",
    ]
    assert notes_of(document) == ["¹ The miller of Marram."]
    assert len(document.wraps or ()) == 1


def actions_on_paper(count: int, notes: tuple[str, ...]) -> Document:
    page = Page()
    page.words(72, 780, "Minutes of the Marram Reeds Committee held on 3 May 2023 in the Old Mill at the weir, Marram")
    for number in range(count):
        top = 740 - 40 * number
        page.words(72, top, f"{number + 1}")
        page.words(100, top, "REEDS")
        page.words(100, top - 14, "RESOLVED: That the reeds by the weir be cut in May")
        page.words(440, top - 14, notes[number % len(notes)])
    return printed(page)


def test_a_column_of_actions_stands_beside_the_words_in_every_format() -> None:
    decided = "RESOLVED: That the reeds by the weir be cut in May"
    rows = [("1", "REEDS", ""), ("", decided, "Clerk"), ("2", "WEIR", ""), ("", decided, "JA")]
    of_web = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    for document in (
        actions_on_paper(2, ("Clerk", "JA")),
        word(table([[cell(*filter(None, [one])) or paragraph() for one in row] for row in rows])),
        web(f"<table>{of_web}</table>"),
    ):
        assert notes_of(document) == ["Clerk", "JA"]
        assert words_of(document).count(decided) == 2


@pytest.mark.parametrize("notes", [("£500", "£40"), ("Carried", "Lost"), ("was mended by hand", "and cut")])
def test_what_is_no_action_stays_in_its_row(notes: tuple[str, ...]) -> None:
    assert notes_of(actions_on_paper(2, notes)) == []


def test_a_decision_that_shares_its_row_with_its_number_stands_with_it() -> None:
    rows = [(cell("No"), cell("Minute"), cell("Action")), (cell("3"), cell("RESOLVED: That it be so"), cell("BP"))]
    document = word(table(rows))
    assert (lines_of(document)[1], notes_of(document)) == ("3 RESOLVED: That it be so", ["BP"])


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("be made to<br>Marram Band for<br>new drums.", ["be made to Marram Band for new drums."]),
        (
            "at the cost of £2,100<br/>\nand that<br/>\nCouncillor Ash go.",
            ["at the cost of £2,100 and that Councillor Ash go."],
        ),
        (
            "RESOLVED:<br>(a) That it be so; and<br>(b) That it be told.",
            ["RESOLVED:", "(a) That it be so; and", "(b) That it be told."],
        ),
        ("Marram Council<br>Reeds Committee<br>3 May 2023", ["Marram Council", "Reeds Committee", "3 May 2023"]),
        ("the mill and<br><br>the weir", ["the mill and", "the weir"]),
        ("Present:<br>a) Mr Ash<br>b) Mr Elm", ["Present:", "a) Mr Ash", "b) Mr Elm"]),
    ],
)
def test_a_line_end_inside_a_sentence_ends_nothing(broken: str, lines: list[str]) -> None:
    assert lines_of(web(f"<p>{broken}</p>")) == lines


def test_a_field_of_a_page_shows_what_is_filled_in() -> None:
    document = web(
        "<p>That <input value='£6,000'> be paid to <select><option>the mill<option selected>the band</select>"
        " <input type=checkbox checked> yes <input type=radio> no <textarea>in\nMay</textarea>."
        "<input type=submit value=Send><input type=hidden value=7></p>"
    )
    assert lines_of(document) == ["That £6,000 be paid to the band ☑ yes ☐ no in May."]
