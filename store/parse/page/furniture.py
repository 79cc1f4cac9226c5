"""Furniture: what the page adds to the minutes (navigation, attachments, running headers, page numbers)."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from store.model import Kind, Paragraph, Span
from store.parse.page.lines import Line
from store.parse.page.pages import is_page_rule, page_furniture, underlines_in
from store.text.clean import fold
from store.text.dates import find_dates

_LIST_HEADINGS = {"no. item", "note no. item", "rhif eitem", "nodyn rhif eitem"}
_NAVIGATION = {
    *_LIST_HEADINGS,
    *("items", "eitemau", "media", "additional documents:", "accompanying documents:", "dogfennau ychwanegol:"),
    *("view directions", "item", "you are here:", "home", "back to top", "top", "contact us", "privacy", "cookies"),
    *(
        "accessibility",
        "print this page",
        "share this page",
        "search",
        "menu",
        "your council",
        "bins and recycling",
        "news",
    ),
    *(
        "skip to content",
        "skip to main content",
        "h1 - do not remove",
        "councillors and committees",
        "public document pack",
    ),
}
_JUNK = re.compile(
    r"""how\scan\swe\shelp\syou\b.{0,40} | (?:\*\s)?share\sthis\sitem | webcast\sfor\s\S{1,10} | original\sfile
    | trim/\S{1,60} | (?:link|media)\s?:\s?\S*""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGE_NUMBER = re.compile(
    r"""(?:(?:signed|arwyddo)\b.{0,200}?[\s._…])? (?:page|tudalen)\s*\|?\s*\d+(?:\s*(?:of|o|/)\s*\d+)?\.?
    | \d+\s*\|\s*page | [-–]\s*\d+\s*[-–]""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE_OR_PAGE = re.compile(r"(?:minutes|page|of|\d|<date>|\W)+")
_ATTACHMENT = re.compile(r"(?:^|(?<=\s))(?:(?:pdf icon\s+)?PDF\s+\d+(?:\.\d+)?\s*[KM]B|\*\s*Share this item)$")
_DIRECTIONS = re.compile(r"(?:^|(?<=\s))View directions$")
_FULLER_TEXT = re.compile(r"(?:^|(?<=\s))(?:\.\.\.|…)\s*view the full (?:minutes|agenda|decision) text for item\s\S+$")
_TAILS = (_FULLER_TEXT, _ATTACHMENT, _DIRECTIONS)
_PAPER_NUMBER_LABEL = re.compile(r"(?:agenda )?item no\.?:?", re.IGNORECASE)
_PAPER_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?")


@dataclass(frozen=True, slots=True)
class Page:
    """A document's lines without its furniture, and the furniture; between them every non-blank line is there.

    `listed_from` is the offset at which a web page begins its list of items, None where there is no such list.
    """

    lines: tuple[Line, ...]
    furniture: tuple[Paragraph, ...]
    listed_from: int | None = None


def without_navigation(lines: Sequence[Line], known: Sequence[Span] = ()) -> Page:
    """Set aside what a web page or an agenda pack prints around and behind the words of the minutes.

    `known` are the stretches, whole lines in order, that the document's reader knows to be the page's own.
    """
    kept: list[Line] = []
    furniture: list[Paragraph] = []
    of_pages = _of_pages(lines, known)
    underlines = underlines_in(lines)
    broken = ruled = False
    for index, line in enumerate(lines):
        if index in underlines:
            furniture.append(line.words.paragraph(Kind.FURNITURE))
            if kept and kept[-1].span == lines[index - 1].span:
                kept[-1] = kept[-1].underlined()
            continue
        of_page = index in of_pages
        if of_page or _is_navigation(lines, index):
            furniture.append(line.words.paragraph(Kind.FURNITURE))
            broken = broken or of_page or line.page_break
            ruled = ruled or is_page_rule(line)
            continue
        if broken or ruled:
            line = replace(line, gap=True, page_break=line.page_break or broken)
            broken = ruled = False
        _keep(line, kept, furniture)
    return Page(tuple(kept), tuple(furniture), _listed_from(lines))


def _of_pages(lines: Sequence[Line], known: Sequence[Span]) -> set[int]:
    """The lines that are a page's own: those that its reader knows, what recurs on each, its number."""
    starts = [span.start for span in known]
    found = set(page_furniture(lines))
    for index, line in enumerate(lines):
        at = bisect_right(starts, line.span.start) - 1
        if (at >= 0 and line.span.end <= known[at].end) or _PAGE_NUMBER.fullmatch(line.text):
            found.add(index)
    return found


def _is_navigation(lines: Sequence[Line], index: int) -> bool:
    words = lines[index].text.casefold()
    return words in _NAVIGATION or _JUNK.fullmatch(words) is not None or _is_paper_number(lines, index)


def _listed_from(lines: Sequence[Line]) -> int | None:
    """Where a web page's list of items begins: behind the first heading of one that is no underline."""
    return next((line.span.end for line in lines if line.text.casefold() in _LIST_HEADINGS), None)


def _keep(line: Line, kept: list[Line], furniture: list[Paragraph]) -> None:
    """Keep a line without what a page prints behind its words, which is furniture."""
    found = next((match for pattern in _TAILS if (match := pattern.search(line.words.raw))), None)
    if found is None:
        kept.append(line)
        return
    cut = found.re is _FULLER_TEXT
    if tail := line.words.part(found.start()):
        furniture.append(tail.paragraph(Kind.FURNITURE))
    if shorter := line.shortened(found.start(), cut=cut):
        kept.append(shorter)
    elif kept and cut:
        kept[-1] = replace(kept[-1], cut=True)


def without_running_lines(page: Page, names: Sequence[str], headings: Container[int]) -> Page:
    """Set aside the headers and footers of printed pages.

    They are lines of nothing but one of `names` (of the body that meets) with a date or a page number, or of the name
    alone when that recurs. `headings` are the offsets of lines that head the document or an item, and so are not such.
    """
    bare = Counter(fold(line.text) for line in page.lines)
    kept: list[Line] = []
    furniture = list(page.furniture)
    broken = False
    for line in page.lines:
        if line.span.start in headings:
            kept.append(line)
            continue
        left = _beside_name(line.text, names)
        recurs = left == "" and bare[fold(line.text)] > 1
        if recurs or (left and _DATE_OR_PAGE.fullmatch(left)):
            furniture.append(line.words.paragraph(Kind.FURNITURE))
            broken = True
            continue
        kept.append(replace(line, gap=True, page_break=True) if broken else line)
        broken = False
    return Page(tuple(kept), tuple(furniture), page.listed_from)


def _beside_name(line: str, names: Sequence[str]) -> str | None:
    """What a line says beside one of `names`, its dates as "<date>"; None when it names none of them."""
    for found in reversed(list(find_dates(line))):
        line = line[: found.span.start] + " <date> " + line[found.span.end :]
    words = fold(line)
    for name in names:
        if fold(name) in words:
            return words.replace(fold(name), "", 1).strip()
    return None


def _is_paper_number(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is "Item No:" or the number under it: this document's place in a later agenda."""
    if _PAPER_NUMBER_LABEL.fullmatch(lines[index].text):
        return index + 1 < len(lines) and bool(_PAPER_NUMBER.fullmatch(lines[index + 1].text))
    return (
        index > 0
        and bool(_PAPER_NUMBER.fullmatch(lines[index].text))
        and bool(_PAPER_NUMBER_LABEL.fullmatch(lines[index - 1].text))
    )
