"""`OR` in a query: words, phrases in quotes and groups in parentheses, of which a row has any."""

import re
from collections.abc import Iterator

_OPERAND = r"""(?:"[^"]*"|\([^()]*(?:\)|\Z)|[^\s()"]+)"""
_CHAIN = re.compile(rf"\s*(?P<all>{_OPERAND}(?:\s+OR\s+{_OPERAND})+|\([^()]*\sOR\s[^()]*(?:\)|\Z))")
_PARTS = re.compile(rf"{_OPERAND}|\S")
_OR = re.compile(r"(?<!\S)OR(?!\S)")


def has_or(text: str) -> bool:
    """Whether a query has an `OR` that stands by itself; any other is a word."""
    return _OR.search(text) is not None


def lone_or(text: str, at: int) -> int | None:
    """Where what follows an `OR` that joins nothing begins, where one stands at `at`."""
    found = re.compile(r"\s*OR(?!\S)").match(text, at)
    return found.end() if found else None


def chain_at(text: str, at: int) -> tuple[list[tuple[int, int]], int] | None:
    """The places of the alternatives of a chain that begins at `at`, and where it ends; None where none does."""
    found = _CHAIN.match(text, at)
    if not found:
        return None
    begin, end = found.span("all")
    chosen = list(_alternatives(text, begin, end))
    if len(chosen) == 1:  # one group, with its alternatives in it
        inner_begin, inner_end = _inside(text, *chosen[0])  # "(OR)" has none
        chosen = list(_alternatives(text, inner_begin, inner_end))
    return [_inside(text, *one) for one in chosen], end


def _alternatives(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the `OR`s of a stretch, those in parentheses aside."""
    first = last = None
    for part in _PARTS.finditer(text, begin, end):
        if part.group() == "OR":
            if first is not None and last is not None:
                yield first, last
            first = last = None
        else:
            first = part.start() if first is None else first
            last = part.end()
    if first is not None and last is not None:
        yield first, last


def _inside(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the parentheses around it."""
    if text[begin] != "(":
        return begin, end
    return begin + 1, end - 1 if text[end - 1] == ")" else end
