"""A Word document is read as Word shows it: fields, formulas, symbols, its own numbers, and nothing that is hidden."""

import pytest

from fixtures.writers.docx import docx, paragraph, run, table
from store.model import Document
from store.readers.reader import document_from_bytes
from store.readers.symbols import private_shown, shown
from tests.store.readers.looking import lines_of


def read(*body: str, **parts: str) -> Document:
    return document_from_bytes("a.docx", docx(body, parts))


def set_run(words: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, result: str = "", data: str = "") -> str:
    kept = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
        f'{kept}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("codes", "numbers"),
    [
        (["AUTONUM"] * 3, ["1.", "2.", "3."]),
        (["AUTONUM \\* Arabic", "AUTONUMLGL"], ["1.", "2."]),
        (["LISTNUM"] * 2, ["1)", "2)"]),
        (
            ["LISTNUM NumberDefault \\l 2", "LISTNUM NumberDefault \\l 3", "LISTNUM NumberDefault \\l 2"],
            ["a)", "i)", "b)"],
        ),
        (["LISTNUM OutlineDefault \\l 1", "LISTNUM OutlineDefault \\l 2"], ["I.", "A."]),
        (
            ["LISTNUM LegalDefault \\l 1", "LISTNUM LegalDefault \\l 2", "LISTNUM LegalDefault \\l 2"],
            ["1.", "1.1.", "1.2."],
        ),
        (["LISTNUM NumberDefault \\l 4 \\s 5", "LISTNUM NumberDefault \\l 4"], ["(5)", "(6)"]),
    ],
)
def test_a_field_that_counts_is_counted(codes: list[str], numbers: list[str]) -> None:
    document = read(*(paragraph(field(code), run(" Reeds")) for code in codes))
    assert lines_of(document) == [f"{number} Reeds" for number in numbers]
    simple = read(paragraph(f'<w:fldSimple w:instr=" {codes[0]} "/>', run(" Reeds")))
    assert lines_of(simple) == [f"{numbers[0]} Reeds"]


def test_a_field_with_words_of_its_own_shows_them() -> None:
    assert lines_of(read(paragraph(run("On "), field("DATE", "3 May"), run(" it was so")))) == ["On 3 May it was so"]


CHOSEN = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("lost", "carried"))


@pytest.mark.parametrize(
    ("data", "sign"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        (f'<w:ddList><w:result w:val="1"/>{CHOSEN}</w:ddList>', "carried"),
        (f"<w:ddList>{CHOSEN}</w:ddList>", "lost"),
    ],
)
def test_a_field_of_a_form_shows_what_is_ticked_or_chosen(data: str, sign: str) -> None:
    assert lines_of(read(paragraph(run("It was "), field("FORM", data=f"<w:ffData>{data}</w:ffData>")))) == [
        f"It was {sign}"
    ]


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
        ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b)/2"),
        ("<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "m²"),
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>k</m:t></m:r></m:sup></m:sSup>", "x^k"),
        ("<m:rad><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
    ],
)
def test_a_formula_is_set_on_a_line(formula: str, line: str) -> None:
    maths = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>'
    assert lines_of(read(paragraph(run("At "), maths.format(formula), run(" of it")))) == [f"At {line} of it"]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0A3", "≤"), ("Symbol", "F0B0", "°"), ("Symbol", "F0B3", "≥"), ("Symbol", "B1", "±"),
        ("Symbol", "F0A0", "€"), ("Symbol", "F0B4", "×"), ("Symbol", "not a code", ""), ("Webdings", "F0A8", "☐"),
        ("Wingdings", "F0FC", "✓"), ("Wingdings", "00FB", "✗"), ("Wingdings", "F0A8", "☐"), ("Wingdings", "F04A", "•"),
        ("Wingdings 2", "F050", "✓"), ("Wingdings 2", "F052", "☑"),
    ],
)  # fmt: skip
def test_a_symbol_is_what_its_font_shows(font: str, code: str, sign: str) -> None:
    assert lines_of(read(paragraph(run("a"), f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', run("b")))) == [
        f"a{sign}b"
    ]


def test_a_run_in_a_symbol_font_is_read_by_that_font() -> None:
    symbols = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert lines_of(read(paragraph(run("an angle "), set_run("\uf0a3 ´ a", symbols), run(" 5")))) == [
        "an angle ≤ × α 5"
    ]


def test_the_fonts_of_a_pdf_may_be_called_by_longer_names() -> None:
    assert private_shown("\uf0a3", "SymbolMT") == "≤"
    assert private_shown("\uf0fc", "Wingdings-Regular") == "✓"
    assert private_shown("½ \uf0b7") == "½ •"
    assert shown("≤ already", "Symbol").startswith("≤ ")


def test_words_in_the_own_forms_of_word_s_numbers() -> None:
    newer = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    older = '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
    form = f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>"
    level = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{form}<w:lvlText w:val="%1/25"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    document = read(*(paragraph(run("x"), listed=(1, 0)) for _ in range(2)), numbering=numbering)
    assert lines_of(document) == ["009/25 x", "010/25 x"]


HIDING = (
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone2"><w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="GoneToo"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        set_run(" never", "<w:vanish/>"),
        set_run(" never", '<w:rStyle w:val="Gone"/>'),
        set_run(" never", '<w:rStyle w:val="Gone2"/>'),
        set_run(" never", '<w:color w:val="FFFFFF"/>'),
        set_run(" never", '<w:sz w:val="2"/>'),
    ],
)
def test_hidden_words_are_not_read(hidden: str) -> None:
    document = read(
        paragraph(run("Seen"), hidden, run(" too")), paragraph(run("Never"), style="GoneToo"), styles=HIDING
    )
    assert lines_of(document) == ["Seen too"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
        "<w:webHidden/>",
    ],
)
def test_words_that_the_page_shows_are_read(properties: str) -> None:
    assert lines_of(read(paragraph(run("Seen"), set_run(" too", properties)), styles=HIDING)) == ["Seen too"]


def test_white_words_in_a_table_may_stand_on_a_dark_row() -> None:
    head = paragraph(set_run("Business", '<w:color w:val="FFFFFF"/>'))
    assert (
        lines_of(read(table([(head, head), (paragraph(run("Reeds")), paragraph(run("Weir")))])))[0]
        == "Business Business"
    )


def test_a_deleted_cell_is_not_read() -> None:
    gone = '<w:tcPr><w:cellDel w:id="1" w:author="A"/></w:tcPr>' + paragraph(run("deleted"))
    assert lines_of(read(table([(gone, paragraph(run("kept")))]))) == ["kept"]


def test_a_cell_over_several_columns_moves_the_next_one_on() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph(run("Reeds"))
    document = read(table([(wide, paragraph(run("Clerk")))]))
    assert [look.cell for look in document.looks] == [(0, 0, 0), (0, 0, 2)]


def test_a_sentence_goes_on_over_the_end_of_a_paragraph_that_cannot_end_it() -> None:
    document = read(
        paragraph(run("That it be so, and")), paragraph(run("that it be told.")), paragraph(run("(a) for the"))
    )
    ends = [document.text[:end].rsplit("\n", 1)[-1] for end in sorted(document.wraps or ())]
    assert ends == ["That it be so, and"]
