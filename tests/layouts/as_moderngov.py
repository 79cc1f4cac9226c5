"""Blocks of a meeting's page as the council's system sets them: a table, a row an item, sections by their classes."""

import html
from collections.abc import Sequence

from tests.layouts.blocks import Block


def as_moderngov(blocks: Sequence[Block]) -> str:
    """The page: what stands above the items, then the table of them."""
    starts = [at for at, one in enumerate(blocks) if one.look in ("item number", "item title")]
    starts = [at for at in starts if at - 1 not in starts]
    top = blocks[: starts[0]]
    heading = next((one.text for one in top if " - " in one.text), "")
    rest = "".join(f"<p>{html.escape(one.text)}</p>" for one in top if one.text not in (heading, "Items", "No. Item"))
    rows = "".join(_row(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True))
    return (
        f"<!DOCTYPE html><html><head><title>{html.escape(heading or 'Agenda and minutes')}</title></head><body>"
        '<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul><div id="modgov" class="mgContent">'
        f'<h2 class="mgSubTitleTxt">{html.escape(heading)}</h2>{rest}'
        f'<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{rows}</table></div></body></html>'
    )


def _row(blocks: Sequence[Block]) -> str:
    number = next((one.text for one in blocks if one.look == "item number"), "")
    cells: list[str] = []
    for one in blocks:
        words = html.escape(f"{one.label} {one.text}".strip())
        if one.look == "item title":
            cells.append(f'<p class="mgAiTitleTxt">{words}</p>')
        elif one.look == "section":
            cells.append(f'<p class="mgSubItemTitleTxt">{words}</p>')
        elif one.look != "item number":
            cells.append(f'<div class="mgWordPara"><p>{words}</p></div>')
    first = f'<td class="mgItemNumberCell"><p class="mgAiTitleTxt">{number}</p></td>'
    return f"<tr>{first}<td>{''.join(cells)}</td></tr>"
