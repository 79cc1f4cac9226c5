"""The part of a long text that fits a few lines and shows what was found in it."""

from textual.content import Content

from tui.safe import lit, words


def excerpt(text: str, spans: tuple[tuple[int, int], ...], width: int, lines: int) -> list[Content]:
    """At most `lines` lines of `text` with `spans` lit: from the start, or from near the first span beyond that."""
    whole = lit(text, spans, "match").wrap(width)
    if len(whole) <= lines:
        return whole
    if not spans or any(_is_lit(line) for line in whole[:lines]):
        return _cut(whole, width, lines)
    start = text.rfind(" ", 0, max(spans[0][0] - width // 3, 0)) + 1
    moved = tuple((first - start, end - start) for first, end in spans if first >= start)
    rest = words("… ", "quiet") + lit(text[start:], moved, "match")
    return _cut(rest.wrap(width), width, lines)


def _cut(whole: list[Content], width: int, lines: int) -> list[Content]:
    """The first lines, the last of them saying so when there is more."""
    if len(whole) <= lines:
        return whole
    last = Content.assemble(whole[lines - 1].truncate(max(width - 2, 1)).rstrip(), words(" …", "quiet"))
    return [*whole[: lines - 1], last]


def _is_lit(line: Content) -> bool:
    return any(span.style == "match" for span in line.spans)
