"""Blocks as Markdown, and as HTML."""

import html
import re
import textwrap
from collections.abc import Sequence

from tests.layouts.blocks import Block


def as_markdown(blocks: Sequence[Block], source: str) -> str:
    """The document in Markdown: bold and headings for looks, a pipe table for rows.

    `source` is how its paragraphs are set: "plain", "quoted" (as block quotations) or "wrapped" in the file.
    """
    out: list[str] = []
    titled = False
    for at, block in enumerate(blocks):
        titled = titled or block.kind == "title"
        if block.kind == "raw":
            out.append(block.text)
            continue
        if block.kind == "row":
            fresh = at == 0 or blocks[at - 1].kind != "row"
            cells = [_cell(cell, block.look) for cell in block.text.split("\t")]
            row = "| " + " | ".join(cells) + " |"
            if fresh:
                out.append(
                    "| "
                    + " | ".join(" " for _ in cells)
                    + " |\n"
                    + "| "
                    + " | ".join("---" for _ in cells)
                    + " |\n"
                    + row
                )
            else:
                out[-1] += "\n" + row
            continue
        if block.kind == "line" and block.tight:
            out[-1] += "  \n" + _escaped(block.text)  # two spaces: a hard break
            continue
        if block.kind == "clause" and block.label in "•-":
            bullet = f"- {_escaped(block.text)}"
            out.append(bullet)
            continue
        marked = _marked(block)
        if block.kind == "text" and source == "wrapped":
            marked = "\n".join(textwrap.wrap(marked, 72, break_long_words=False, break_on_hyphens=False))
        quoted = source == "quoted" and titled and block.kind in ("text", "clause")
        out.append(f"> {marked}" if quoted else marked)
    return "\n\n".join(out) + "\n"


def _cell(words: str, look: str) -> str:
    return f"**{_escaped(words)}**" if look == "bold" and words else _escaped(words)


def _escaped(words: str) -> str:
    words = re.sub(r"([*_|])", r"\\\1", words)
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", words)


def _marked(block: Block) -> str:
    label = block.label.strip()
    words = _escaped(f"{label} {block.text}".strip())
    if block.kind == "title":
        return _marked_title(block, label)
    if block.kind == "number":
        return f"**{words}**" if block.look in ("bold", "heading") else words
    return f"**{words}**" if block.kind == "heading" else words


def _marked_title(block: Block, label: str) -> str:
    text = block.text.upper() if block.look == "capitals" else block.text
    text += ":" if block.look == "colon" else ""
    words = _escaped(f"{label} {text}".strip())
    if block.look == "heading":
        return f"{'#' * (2 + block.level)} {words}"
    return f"**{words}**" if block.look == "bold" else words


def as_html(blocks: Sequence[Block], title: str) -> str:
    """The document as a web page."""
    body: list[str] = []
    rows: list[str] = []
    for block in (*blocks, Block("text", "")):
        if block.kind == "row":
            cells = (html.escape(cell) for cell in block.text.split("\t"))
            bold = block.look == "bold"
            rows.append("<tr>" + "".join(f"<td><b>{c}</b></td>" if bold else f"<td>{c}</td>" for c in cells) + "</tr>")
            continue
        if rows:
            body.append("<table>" + "".join(rows) + "</table>")
            rows = []
        if block.text:
            body.append(_tagged(block))
    return (
        f"<!DOCTYPE html><html><head><title>{html.escape(title)}</title></head><body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _tagged(block: Block) -> str:
    text = block.text.upper() if block.look == "capitals" and block.kind == "title" else block.text
    text += ":" if block.look == "colon" and block.kind == "title" else ""
    words = html.escape(f"{block.label.strip()} {text}".strip())
    if block.kind == "title" and block.look == "heading":
        return f"<h{2 + block.level}>{words}</h{2 + block.level}>"
    if block.kind == "heading":
        return f"<p><strong>{words}</strong></p>"
    bold = block.kind in ("title", "number") and block.look in ("bold", "heading")
    return f"<p><b>{words}</b></p>" if bold else f"<p>{words}</p>"
