"""Blocks as a Word document, as small as Word opens it."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.layouts.blocks import Block

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_OF_DOCUMENT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
    ' Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f'<?xml version="1.0"?><w:styles {_W}>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in (1, 2, 3)
    )
    + "</w:styles>"
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def as_docx(blocks: Sequence[Block]) -> bytes:
    """The bytes of the document: bold runs and heading styles for looks, a table for rows, a tab after a label."""
    body: list[str] = []
    rows: list[str] = []
    for block in (*blocks, Block("text", "")):
        if block.kind == "row":
            cells = "".join(
                f"<w:tc><w:p>{_run(cell, bold=block.look == 'bold')}</w:p></w:tc>" for cell in block.text.split("\t")
            )
            rows.append(f"<w:tr>{cells}</w:tr>")
            continue
        if rows:
            body.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows = []
        if block.text:
            body.append(_paragraph(block))
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(body)}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/_rels/document.xml.rels", _OF_DOCUMENT),
            ("word/styles.xml", _STYLES),
            ("word/document.xml", document),
        ):
            packed.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _paragraph(block: Block) -> str:
    of_item = block.kind in ("title", "number")
    words = block.text.upper() if block.look == "capitals" and of_item else block.text
    words += ":" if block.look == "colon" and block.kind == "title" else ""
    label = f"{block.label.strip()}\t" if block.label else ""
    style = (
        f'<w:pPr><w:pStyle w:val="Heading{2 + block.level}"/></w:pPr>' if of_item and block.look == "heading" else ""
    )
    bold = (of_item and block.look in ("bold", "heading")) or block.kind == "heading"
    return f"<w:p>{style}{_run(label + words, bold=bold)}</w:p>"


def _run(words: str, *, bold: bool = False) -> str:
    inside = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in words.split("\t"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inside}</w:r>"
