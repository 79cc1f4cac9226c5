"""Blocks as a Word document, as small as Word opens it."""

import io
import re
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
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)
_OF_DOCUMENT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
    ' Target="styles.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"'
    ' Target="numbering.xml"/></Relationships>'
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


_COUNTED = re.compile(r"([(]?)([a-z]+|\d+)([).]*)$")


class _Lists:
    """The automatic lists of a document: each has a number format and is counted by Word from its first label."""

    def __init__(self) -> None:
        self.formats: list[tuple[str, str, int]] = []  # number format, text of the level, start
        self._kind = ""

    def of(self, block: Block) -> int | None:
        """The list, from 1, that counts the block; None where its label must be typed."""
        told = block.label.strip()
        counted = _COUNTED.match(told)
        if (
            block.kind not in ("title", "clause")
            or not (counted or told == "•")
            or block.level != (block.kind == "clause")
        ):
            self._kind = ""
            return None
        first = not counted or counted[2] in ("a", "i", "1")
        if block.kind == "title":
            form = (
                ("decimal", f"{counted[1]}%1{counted[3]}", int(counted[2]))
                if counted and counted[2].isdigit()
                else None
            )
            if form is None:
                return None
            if not self.formats:
                self.formats.append(form)
            self._kind = ""
            return 1
        if (first and self._kind != told) or (counted and first):
            if not counted:
                self.formats.append(("bullet", told, 1))
            else:
                kind = "decimal" if counted[2].isdigit() else "lowerRoman" if counted[2] == "i" else "lowerLetter"
                self.formats.append((kind, f"{counted[1]}%1{counted[3]}", 1))
        self._kind = told if not counted else "counted"
        return len(self.formats)

    def part(self) -> str:
        """The part of the file that tells of them."""
        kinds = "".join(
            f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
            for at, (form, text, start) in enumerate(self.formats, 1)
        )
        numbers = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(self.formats) + 1)
        )
        return f'<?xml version="1.0"?><w:numbering {_W}>{kinds}{numbers}</w:numbering>'


def as_docx(blocks: Sequence[Block], *, automatic: bool = False) -> bytes:
    """The bytes of the document: bold runs and heading styles for looks, a table for rows, a tab after a label.

    Where it is `automatic`, Word counts titles and clauses, and their labels stand nowhere in its text.
    """
    lists = _Lists() if automatic else None
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
            body.append(_paragraph(block, lists.of(block) if lists else None))
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(body)}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/_rels/document.xml.rels", _OF_DOCUMENT),
            ("word/styles.xml", _STYLES),
            ("word/numbering.xml", (lists or _Lists()).part()),
            ("word/document.xml", document),
        ):
            packed.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _paragraph(block: Block, counted_by: int | None) -> str:
    of_item = block.kind in ("title", "number")
    words = block.text.upper() if block.look == "capitals" and of_item else block.text
    words += ":" if block.look == "colon" and block.kind == "title" else ""
    label = f"{block.label.strip()}\t" if block.label and not counted_by else ""
    style = f'<w:pStyle w:val="Heading{2 + block.level}"/>' if of_item and block.look == "heading" else ""
    if counted_by:
        style += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{counted_by}"/></w:numPr>'
    bold = (of_item and block.look in ("bold", "heading")) or block.kind == "heading"
    return f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{_run(label + words, bold=bold)}</w:p>"


def _run(words: str, *, bold: bool = False) -> str:
    inside = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in words.split("\t"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inside}</w:r>"
