"""ModernGov's pages: the words of their content, as a meeting's page has them when it is copied as text.

That is the committee with the date, "No. Item", and for each item its number, its title, what the agenda said, and
what was minuted under "Decision:" or "Minutes:". The web service's replies and the pages of single items come out in
the same order, so that the parser knows one layout.
"""

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from store.readers.printed import PrintedText
from store.readers.web.blocks import Block, blocks_of
from store.readers.web.html import address_of, as_text, is_frame, title_of
from store.readers.web.markup import classes_of
from store.readers.web.moderngov_items import (
    LIST_HEADING,
    decision,
    is_decision,
    item_title,
    items_of_meetings,
    names_meeting,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SIGNS = (".mgItemTable", "#mgItemTable", ".mgAiTitleTxt", ".mgWordPara", ".mgSubItemTitleTxt", ".mgPlanItemInForce")
_OF_A_MEETING = ".mgItemTable, #mgItemTable, .mgItemNumberCell"
_CONTENT = ("#modgov", ".mgContent", "main", "[role=main]")
_FRAMED = frozenset({"body", "main"})  # not the content's own: what frames it is in there too
_ITEM_CELLS = ".mgAiTitleTxt, .mgItemNumberCell"
_ITEM_CLASSES = frozenset({"mgAiTitleTxt", "mgItemNumberCell"})
_LIST_HEADING = re.compile(r"(?:note\s)?no\.?\sitem", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}[a-z]{0,4}[\s,./-]{1,3}\w{1,15}[\s,./-]{1,3}(?:19|20)\d\d\b")
_ATTACHED = re.compile(r"(?<=\S)(?=PDF \d{1,6}(?:\.\d{1,3})? [KM]B$)")
_SITE = re.compile(r"(?P<site>https?://[^\s?#]{1,500}?/)(?:documents/|[^\s/?#]{0,500}(?:[?#]|$))", re.IGNORECASE)
_FULL_TEXT = re.compile(r"view the full \w+ text for item (?P<number>\S{1,20}?)\.?", re.IGNORECASE)
_MEETING_ID = re.compile(
    r"""ieListDocuments\.aspx?\?(?:[^#\s]{0,200}&)?(?:MId|MeetingId)=(?P<page>\d{1,9})
    |mgMeetingAttendance\.aspx\?ID=(?P<attendance>\d{1,9}) | documents/g(?P<documents>\d{1,9})/""",
    re.IGNORECASE | re.VERBOSE,
)


def is_moderngov(tree: "LexborHTMLParser") -> bool:
    """Whether a page is made of what ModernGov makes pages of."""
    return any(tree.css_matches(sign) for sign in _SIGNS)


def moderngov_text(tree: "LexborHTMLParser") -> PrintedText:
    """The words of a page's content, in the order of a meeting's page."""
    content = _content(tree)
    framed = content is not None and content.tag in _FRAMED
    blocks = blocks_of(content, lambda node: _is_link(node) or (framed and is_frame(node)), _is_item_row)
    blocks = [_spaced(block) for block in blocks]
    if tree.css_matches(_OF_A_MEETING):
        blocks = _meeting(tree, blocks)
    elif names_meeting(blocks):
        blocks = items_of_meetings(blocks)
    elif is_decision(blocks):
        blocks = decision(blocks)
    else:
        blocks = _meeting(tree, blocks)
    printed = {block.text for block in blocks}
    council = [Block(words, "title") for words in title_of(tree) if words.endswith("Council") and words not in printed]
    return as_text([*council, *blocks])


def moderngov_address(tree: "LexborHTMLParser", markup: str) -> str | None:
    """The address of the page; a meeting's in its shortest form, without a host when the page names none."""
    address = address_of(tree, markup)
    if tree.css_matches(_OF_A_MEETING):
        for link in (address, *(node.attributes.get("href") for node in tree.css("a[href]"))):
            if match := _MEETING_ID.search(link or ""):
                return meeting_address(match[match.lastgroup or 0], address or _base(tree))
    return address


def full_texts(tree: "LexborHTMLParser", address: str | None) -> tuple[tuple[str, str], ...]:
    """The links behind "view the full minutes text for item 4.": (number, address), on the site of `address`."""
    found: dict[str, str] = {}
    for link in tree.css("a[href]"):
        if match := _FULL_TEXT.fullmatch(" ".join(link.text().split())):
            with suppress(ValueError):  # an address that is none
                found[match["number"]] = urljoin(address or "", link.attributes.get("href") or "")
    return tuple(found.items())


def meeting_address(number: str, beside: str | None) -> str:
    """The address of the page of a meeting, by its number, on the site that has a page or document at `beside`."""
    site = _SITE.match(beside or "")
    return f"{site['site'] if site else ''}ieListDocuments.aspx?MId={number}"


def _content(tree: "LexborHTMLParser") -> "LexborNode | None":
    """The one element that holds all of a page's content."""
    signs = ", ".join(_SIGNS)
    holding = (nodes[0] for selector in _CONTENT if len(nodes := tree.css(selector)) == 1 and nodes[0].css_first(signs))
    return next(holding, tree.body)


def _base(tree: "LexborHTMLParser") -> str | None:
    base = tree.css_first("base[href]")
    return base.attributes.get("href") if base else None


def _meeting(tree: "LexborHTMLParser", blocks: list[Block]) -> list[Block]:
    """A meeting's page: as it is, with the heading and the heads of the columns that it may leave out.

    So is that of an item which names no meeting: its items begin with its title.
    """
    title = item_title(blocks)
    listed = [at for at, block in enumerate(blocks) if block.classes & _ITEM_CLASSES]
    alone = [at for at, block in enumerate(blocks) if block is title and not _DAY.search(block.text)]
    at = next(iter(listed or alone), len(blocks))
    front, items = blocks[:at], blocks[at:]
    if not any(_DAY.search(block.text) for block in front):
        front = [*_heading(tree), *front]
    if items and not any(_LIST_HEADING.fullmatch(" ".join(block.text.split())) for block in front):
        front = [*front, LIST_HEADING]
    return [*front, *items]


def _heading(tree: "LexborHTMLParser") -> list[Block]:
    """Which committee met, and when, by what a page says outside its content: a heading, its title, its date."""
    for selector in (".mgSubTitleTxt", "h1", "h2"):
        for node in tree.css(selector):
            words = " ".join(node.text(separator=" ").split())
            if _DAY.search(words):
                return [Block(words, "h2")]
    title = title_of(tree)
    if not any(_DAY.search(words) for words in title):
        dated = tree.css_first("meta[name='DC.date' i]")
        title.append(((dated and dated.attributes.get("content")) or "")[: len("2019-06-04")])
    return [Block(words, "title") for words in title if words]


def _is_link(node: "LexborNode") -> bool:
    """Whether an element is a link to another page, listed as such; what names an item's meeting is not only that."""
    listed = node.tag == "li" and node.parent is not None and "mgActionList" in classes_of(node.parent)
    return listed and not names_meeting([Block(" ".join(node.text().split()), "li")])


def _is_item_row(row: "LexborNode") -> bool:
    return row.css_first(_ITEM_CELLS) is not None


def _spaced(block: Block) -> Block:
    """A title set apart from the size of the file that it links to ("MinutesPDF 154 KB")."""
    if "mgAiTitleTxt" not in block.classes or (attached := _ATTACHED.search(block.text)) is None:
        return block
    looks = tuple(look for look in block.looks if look.span.end <= attached.start())
    return replace(block, text=_ATTACHED.sub(" ", block.text), looks=looks)
