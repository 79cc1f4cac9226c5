"""Word documents to text, as Word shows them; and the reasons why one cannot be read."""

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from fixtures.writers.docx import archive, deleted, docx, inserted, level, paragraph, run, table
from store.errors import UnreadableDocument
from store.model import Document
from store.readers.docx.numbering import written
from store.readers.reader import document_from_bytes

FROM_WORD = sorted((Path(__file__).parents[3] / "fixtures" / "formats").glob("*.docx"))


TOO_LARGE = "holds more than a thousand pages when it is unpacked; split it"


def read(*body: str, parts: Mapping[str, str] | None = None, section: str = "") -> Document:
    return document_from_bytes("a.docx", docx(body, parts, section))


def lines_of(document: Document) -> list[str]:
    """The lines that are not blank, single-spaced."""
    return [" ".join(line.split()) for line in document.text.splitlines() if line.strip()]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        document_from_bytes("a.docx", data)
    return raised.value.reason


def numbered(*places: tuple[int, int], levels: str, uses: str = "") -> list[str]:
    """The labels that Word shows for paragraphs in lists 1, 2 … at levels 0, 1 …; `uses` are lists after the first."""
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{first}{uses}'
    document = read(*(paragraph(run("x"), listed=place) for place in places), parts={"numbering": numbering})
    return [line.removesuffix(" x") for line in lines_of(document)]


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 3, "c"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 26, "Z"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1949, "MCMXLIX"),
        ("ordinal", 3, "3rd"),
        ("ordinal", 12, "12th"),
        ("none", 5, ""),
        ("chicago", 2, "2"),
    ],
)
def test_a_number_is_written_in_the_form_of_its_list(form: str, number: int, text: str) -> None:
    assert written(number, form) == text


def test_a_level_begins_anew_under_each_of_the_level_above() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert numbered(*places, levels=levels) == ["1.", "1.1", "1.2", "(a)", "2.", "2.1", "(a)"]


def test_a_level_may_count_on_whatever_is_above_it() -> None:
    levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    assert numbered((1, 0), (1, 1), (1, 0), (1, 1), levels=levels) == ["I", "1.", "II", "2."]


def test_a_legal_level_shows_every_figure_as_a_number() -> None:
    levels = level(0, "upperRoman", "%1") + level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    assert numbered((1, 0), (1, 1), levels=levels) == ["I", "1.1"]


def test_a_list_of_the_same_making_counts_on_unless_it_is_begun_anew() -> None:
    going_on = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    anew = f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{override}</w:num>'
    places = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]
    assert numbered(*places, levels=level(0, "decimal", "%1)"), uses=going_on + anew) == ["1)", "2)", "5)", "6)", "7)"]


def test_a_list_may_change_a_level_of_the_one_it_is_made_from() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "%1.")}</w:lvlOverride>'
    uses = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert numbered((2, 0), (2, 0), levels=level(0, "decimal", "%1)"), uses=uses) == ["i.", "ii."]


def test_a_paragraph_whose_list_is_0_has_no_number() -> None:
    assert numbered((1, 0), (0, 0), (1, 0), levels=level(0, "decimal", "%1.")) == ["1.", "x", "2."]


@pytest.mark.parametrize(("sign", "bullet"), [("\uf0b7", "•"), ("o", "◦"), ("-", "-"), ("\uf0d8", "•")])
def test_a_bullet_of_a_symbol_font_is_a_bullet_in_any(sign: str, bullet: str) -> None:
    assert numbered((1, 0), levels=level(0, "bullet", sign)) == [bullet]


def test_a_style_gives_its_number_to_the_styles_based_on_it() -> None:
    base = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Heading">{base}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Heading"/></w:style>'
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>{first}'
    parts = {"styles": styles, "numbering": numbering}
    assert lines_of(read(paragraph(run("Reeds"), style="Item"), parts=parts)) == ["1. Reeds"]


def test_styles_that_go_round_in_a_circle_are_read_all_the_same() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert lines_of(read(paragraph(run("Reeds"), style="A"), parts={"styles": styles})) == ["Reeds"]


def test_changes_are_read_as_accepted() -> None:
    body = paragraph(run("cost of "), deleted("£600"), inserted(run("£60")), run("."))
    assert lines_of(read(body)) == ["cost of £60."]


def test_a_deleted_row_and_a_deleted_paragraph_are_gone_with_their_numbers() -> None:
    mark = '<w:del w:id="1" w:author="A"/>'
    kept = table([[paragraph(run("kept"))]])
    gone = table([[paragraph(run("gone"))]]).replace("<w:tr>", f"<w:tr><w:trPr>{mark}</w:trPr>")
    assert lines_of(read(kept, gone, paragraph(deleted("gone"), mark=mark), paragraph(run("too")))) == ["kept", "too"]


def test_a_row_is_a_line_and_a_longer_cell_is_read_to_its_end() -> None:
    row = [paragraph(run("7.")), paragraph(run("Reeds")) + paragraph(run("They grow.")), paragraph(run("Clerk"))]
    short = [paragraph(run("Ada Birch")), paragraph(), paragraph(run("Chair"))]
    assert lines_of(read(table([row, short]))) == ["7. Reeds", "They grow.", "Clerk", "Ada Birch Chair"]


def test_a_line_ended_by_hand_goes_on_when_its_sentence_does() -> None:
    document = read(paragraph(run("at 2.00 pm\nin the Depot\nWeather: fair")))
    assert [document.text[:end].rsplit("\n", 1)[-1] for end in document.wraps or ()] == ["at 2.00 pm"]


def test_an_empty_paragraph_and_space_between_paragraphs_are_gaps() -> None:
    spaced = '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
    assert read(paragraph(run("One")), paragraph(), paragraph(run("Two"))).text == "One\n\nTwo\n"
    assert read(paragraph(run("One")), paragraph(run("Two"))).text == "One\nTwo\n"
    assert read(paragraph(run("One")), paragraph(run("Two")), parts={"styles": spaced}).text == "One\n\nTwo\n"


def test_a_header_that_says_more_than_the_minutes_stands_with_them_and_the_rest_is_furniture() -> None:
    section = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/>'
    parts = {
        "header1": paragraph(run("Sallow Green Council")) + paragraph(run("Minutes")),
        "footer1": paragraph(run("Page 1")),
    }
    document = read(paragraph(run("Minutes of the Depot Board")), parts=parts, section=section)
    assert lines_of(document) == ["Sallow Green Council", "Minutes of the Depot Board", "Minutes", "Page 1"]
    assert [document.text[span.start : span.end] for span in document.furniture] == ["Minutes", "Page 1"]


def unpacked(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def with_document(xml: str) -> bytes:
    """A Word document whose main part is `xml`."""
    return archive(unpacked(docx([paragraph(run("Words"))])) | {"word/document.xml": xml})


def lying_about_its_size(data: bytes) -> bytes:
    """A packed archive that says of every part that it is a byte long."""
    parts = io.BytesIO()
    with zipfile.ZipFile(parts, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in unpacked(data).items():
            packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
        for entry in packed.filelist:
            entry.file_size = 1
    return parts.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx([paragraph()]), "has no words in it"),
        (docx([paragraph(run("Words"))])[:300], "is a damaged Word document or zip archive"),
        (with_document("<w:document"), "is a damaged Word document or zip archive"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "is an Excel workbook; save it as PDF or text"),
        (archive({"content.xml": "<office/>"}), "is an OpenDocument file; save it as .docx or PDF"),
        (
            archive({"minutes.txt": "Minutes"}),
            "is a zip archive without a Word document in it; unpack it and add what it holds",
        ),
        (
            with_document('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document>&b;</document>'),
            "is not a Word document as Word writes it (it declares a DOCTYPE)",
        ),
        (
            with_document("<document>" + "<ins>" * 5000 + "</ins>" * 5000 + "</document>"),
            "is nested too deeply to be read",
        ),
        (with_document(f"<document>{' ' * 24_000_000}</document>"), TOO_LARGE),
        (with_document(f"<document>{'<p/>' * 1_500_000}</document>"), TOO_LARGE),
    ],
    ids=["empty", "cut off", "no XML", "workbook", "OpenDocument", "archive", "entities", "deep", "large", "many tags"],
)
def test_a_file_that_is_no_word_document_is_refused_with_its_own_reason(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_a_part_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    bomb = lying_about_its_size(with_document(f"<document>{' ' * 30_000_000}</document>"))
    assert len(bomb) < 100_000
    assert refused(bomb) in {"is a damaged Word document or zip archive", TOO_LARGE}


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_part_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    parts = unpacked(chance.choice(FROM_WORD).read_bytes())
    name = chance.choice([name for name in parts if name.startswith("word/")])
    tags = parts[name].split("<")
    for _ in range(chance.randint(1, 6)):
        here, there = chance.randrange(len(tags)), chance.randrange(len(tags))
        tags[here], tags[there] = tags[there], chance.choice(["", tags[here].replace('"1"', '"-7"'), tags[here]])
    try:
        document_from_bytes("a.docx", archive(parts | {name: "<".join(tags)}))
    except UnreadableDocument:
        return
