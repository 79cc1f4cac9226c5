"""Lines of text as a PDF: one column of Helvetica, bold where the line says so."""

from collections.abc import Sequence
from itertools import takewhile

_SIZE, _LEADING, _LEFT, _TOP = 10, 13, 56, 790  # points
_PAGE = 54  # lines on a page
_SPACE = 0.278 * _SIZE  # the width of a space in Helvetica


def as_pdf(lines: Sequence[tuple[str, bool]]) -> bytes:
    """The bytes of a PDF with these lines, each with whether it is bold; spaces before and inside stand as gaps."""
    pages = [lines[at : at + _PAGE] for at in range(0, max(1, len(lines)), _PAGE)]
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in ("Helvetica", "Helvetica-Bold")
        ),
    ]
    for at, page in enumerate(pages):
        fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {fonts} >>"
            f" /Contents {6 + 2 * at} 0 R >>".encode()
        )
        stream = b"\n".join(_drawn(line, bold, row) for row, (line, bold) in enumerate(page) if line.strip())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    return _filed(objects)


def _drawn(line: str, bold: bool, row: int) -> bytes:
    """The line's words, those that a gap parts each at a place of its own."""
    out, at = [], 0
    pieces: list[tuple[int, str]] = []
    while at < len(line):
        gap = len(list(takewhile(str.isspace, line[at:])))
        end = line.find("   ", at + gap)
        end = len(line) if end < 0 else end
        pieces.append((at + gap, line[at + gap : end]))
        at = end
    for column, words in pieces:
        if words:
            left = _LEFT + column * _SPACE * 1.8
            shown = (
                words.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            )
            place = f"BT /F{2 if bold else 1} {_SIZE} Tf {left:.1f} {_TOP - row * _LEADING} Td (".encode()
            out.append(place + shown + b") Tj ET")
    return b"\n".join(out)


def _filed(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail
