"""HTML as a tree that can be walked: parsed when its nesting is that of a page, refused when it is not."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from store.errors import UnreadableDocument

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 512  # elements inside one another, as in browsers: the parser's work grows with the square of it

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)|<(?P<end>/)?(?P<name>[a-z][^\s/<>]{0,40})",
    re.IGNORECASE | re.DOTALL,
)
# Without end tags, or with end tags that pages leave out: none of them can stand directly inside itself.
_NOT_NESTING = frozenset(
    "a area base br col embed hr img input link meta param source track wbr"  # noqa: SIM905
    " body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split()
)


def parse_markup(name: str, markup: str) -> "LexborHTMLParser":
    """The tree of a page or a part of one. Raises `UnreadableDocument` when elements nest deeper than `DEEPEST`."""
    from selectolax.lexbor import LexborHTMLParser

    if _is_too_deep(markup):
        raise UnreadableDocument(name, "is no page of minutes: its elements are nested too deep")
    return LexborHTMLParser(markup)


def classes_of(node: "LexborNode") -> frozenset[str]:
    """The classes of an element."""
    return frozenset((node.attributes.get("class") or "").split())


def walk(root: "LexborNode", left_out: Callable[["LexborNode"], bool]) -> Iterator[tuple["LexborNode", bool]]:
    """Every text and element below `root`, in order: each with True, and an element once more with False at its end.

    Of an element that `left_out` answers for, nothing comes.
    """
    stack = [(child, True) for child in _children(root)]
    while stack:
        node, beginning = stack.pop()
        is_element = node.tag != "-text"
        if is_element and beginning and left_out(node):
            continue
        yield node, beginning
        if is_element and beginning:
            stack.append((node, False))
            stack.extend((child, True) for child in _children(node))


def _children(node: "LexborNode") -> list["LexborNode"]:
    """Texts and elements directly below `node`, the last one first."""
    return list(node.iter(include_text=True))[::-1]


def _is_too_deep(markup: str) -> bool:
    """Whether more than `DEEPEST` elements are open at once."""
    stack: list[str] = []
    opened: Counter[str] = Counter()
    for match in _TAG.finditer(markup):
        name = (match["name"] or "").lower()
        if not name or name in _NOT_NESTING:
            continue
        if not match["end"]:
            stack.append(name)
            opened[name] += 1
            if len(stack) > DEEPEST:
                return True
        elif opened[name]:
            while True:
                last = stack.pop()
                opened[last] -= 1
                if last == name:
                    break
    return False
