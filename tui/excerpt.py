"""The part of a long text that fits a few lines and shows what was found in it."""

from textual.content import Content

from tui.safe import lit, words


def excerpt(text: str, spans: tuple[tuple[int, int], ...], width: int, lines: int) -> list[Content]:
    """At most `lines` lines of `text` with `spans` lit: from the start, or from near the first span beyond that."""
    content = lit(text, spans, "match")
    whole = content.wrap(width)
    if len(whole) <= lines:
        return whole
    parts = content.wrap(max(width - 2, 1))  # room for the marks that say what is left out
    nearby = next((number for number, line in enumerate(parts) if _is_lit(line)), 0)
    begin = 0 if nearby < lines else min(nearby, len(parts) - lines)
    shown = parts[begin : begin + lines]
    if begin:
        shown[0] = Content.assemble(words("… ", "quiet"), shown[0])
    if begin + lines < len(parts):
        shown[-1] = Content.assemble(shown[-1], words(" …", "quiet"))
    return shown


def _is_lit(line: Content) -> bool:
    return any(span.style == "match" for span in line.spans)
