"""Any page of minutes: its main part, block by block; what frames every page of a site is left out."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.readers.finish import finished
from store.readers.printed import PrintedLine, PrintedText, set_lines
from store.readers.web.blocks import Block, blocks_of
from store.text.clean import clean_line, clean_source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SUFFIXES = frozenset({".asp", ".aspx", ".htm", ".html", ".xhtml"})
_BEGINS = re.compile(
    r"""(?:\s++|<\?xml[^<>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->){0,20}+
    <(?:!doctype\s+html|html|head|body|meta|title|div|table|main|article|section)\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_BETWEEN = "\n\n"
_TITLES = (1, 2)  # the levels of headings that are a page's title
_MAIN = ("main", "[role=main]", "article")
_FRAME = frozenset({"aside", "footer", "header", "nav"})
_FRAME_ROLES = frozenset({"banner", "contentinfo", "navigation", "search"})
_SCOPES = frozenset({"article", "main", "section"})  # a header in one of them is its own, not the site's
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,9}\)(?P<url>https?://\S{1,2000})", re.IGNORECASE)
_SAVED_IN = 5000  # characters from the beginning
_ADDRESSES = (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content"))


def is_page(text: str) -> bool:
    """Whether a file's text begins as a page of HTML does."""
    return bool(_BEGINS.match(text))


def page_text(tree: "LexborHTMLParser") -> PrintedText:
    """The words of the page's main part; its title first, where it has no heading of its own."""
    blocks = next((blocks for part in _main_parts(tree) if (blocks := blocks_of(part, is_frame))), [])
    if not any(look.heading in _TITLES for block in blocks for look in block.looks):
        blocks = [*(Block(words, "title") for words in title_of(tree)), *blocks]
    return as_text(blocks)


def as_text(blocks: Iterable[Block]) -> PrintedText:
    """Blocks as the text of a document: blank lines between them, so that none is taken for a wrapped line."""
    lines = (_line(block) for block in blocks if block.text.strip())
    return set_lines(finished([line for line in lines if line.text.strip()]), _BETWEEN)


def _line(block: Block) -> PrintedLine:
    words = clean_source(block.text)
    looks = block.looks if words == block.text else ()
    return PrintedLine(words, furniture=block.furniture, looks=looks, note=block.note)


def title_of(tree: "LexborHTMLParser") -> list[str]:
    """The page's title in the parts that a site makes it of: "Minutes | Marram Parish Council" is two."""
    title = tree.css_first("head title")
    words = " ".join(title.text().split()) if title else ""
    return [part for part in re.split(r" [|–—-] ", words) if part]


def address_of(tree: "LexborHTMLParser", markup: str) -> str | None:
    """The address that the page gives as its own, or that a browser noted when it saved the page."""
    for selector, attribute in _ADDRESSES:
        node = tree.css_first(selector)
        address = clean_line((node.attributes.get(attribute) if node else "") or "")
        if re.match(r"https?://", address, re.IGNORECASE):
            return address
    saved = _SAVED_FROM.search(markup, 0, _SAVED_IN)
    return clean_line(saved["url"]) if saved else None


def is_frame(node: "LexborNode") -> bool:
    """Whether an element is of the frame that a site puts around its pages: its banner, menus and foot."""
    if node.attributes.get("role") in _FRAME_ROLES or node.tag == "nav":
        return True
    return node.tag in _FRAME and not _is_within(node, _SCOPES)


def _is_within(node: "LexborNode", tags: frozenset[str]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _main_parts(tree: "LexborHTMLParser") -> "list[LexborNode]":
    """What may hold the minutes, the likeliest first: the whole page is the last."""
    parts = [nodes[0] for selector in _MAIN if len(nodes := tree.css(selector)) == 1]
    return [*parts, *tree.css("body")]
