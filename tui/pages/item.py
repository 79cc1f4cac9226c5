"""An item of business as a page: title, words in printed order, decisions set off by a bar."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.dates import written
from tui.pages.note import Notes, set_note
from tui.pages.page import BAR, LIT_BAR, MARGIN, Page, Setter
from tui.safe import words

if TYPE_CHECKING:
    from store.views.view_lines import ClauseLine, ItemView, ParagraphLine, ResolutionLine

SAID = "said"  # the place of a paragraph, which has no permalink
STOPS = "The source stops here."
_ELSEWHERE = ("title", "furniture")  # the title stands at the top; running heads and page numbers are not the item's


def item_page(
    view: "ItemView", width: int, lit: str | None = None, said: str = "", notes: Notes = MappingProxyType({})
) -> Page:
    """`view` set for `width` cells, the clause or resolution with the permalink `lit` marked by a heavy bar.

    So is the first paragraph with the words `said`, where `lit` is the whole item; its place is called `SAID`. Each of
    the `notes` stands below what it is on.
    """
    page = Setter(width)
    item, meeting = view.line, view.meeting
    page.hung(words(item.number or "", "label"), words(item.title, "title"))
    reference = f"Ref {item.reference}" if item.reference else None
    page.facts((meeting.committee, written(meeting.date), reference))
    page.mark(item.permalink, 0)
    set_note(page, notes, item.permalink)

    waiting = list(item.resolutions)
    labelled = False
    for paragraph in view.paragraphs:
        if paragraph.kind in _ELSEWHERE:
            continue
        within = [one for one in item.resolutions if one.start < paragraph.end and paragraph.start < one.end]
        if paragraph.kind == "resolution" and within:
            for resolution in [one for one in within if one in waiting]:
                _resolution(page, resolution, lit, notes)
                waiting.remove(resolution)
            labelled = False
            continue
        if not (labelled and paragraph.label):
            page.gap()
        if lit == item.permalink and said == paragraph.text:
            said = ""
            _paragraph(page, paragraph, LIT_BAR)
        else:
            _paragraph(page, paragraph)
        labelled = paragraph.label is not None
    for resolution in waiting:
        _resolution(page, resolution, lit, notes)

    cut_within = any(not resolution.complete for resolution in item.resolutions[-1:])  # and it says so itself
    if not item.complete and not cut_within:
        page.gap()
        page.text(words(STOPS, "warning"))
    if item.full_text:
        page.gap()
        page.text(words(f"The full text: {item.full_text}", "quiet"))
    return page.page()


def _paragraph(page: Setter, paragraph: "ParagraphLine", bar: str = MARGIN) -> None:
    first = page.here
    style = "lit" if bar == LIT_BAR else "quiet" if paragraph.kind in ("agenda text", "note") else ""
    page.hung(words(paragraph.label or "", "label"), words(paragraph.text, style), bar)
    if bar == LIT_BAR:
        page.mark(SAID, first)


def _resolution(page: Setter, resolution: "ResolutionLine", lit: str | None, notes: Notes) -> None:
    """The marker, then the clauses with their labels in a column of their own."""
    page.gap()
    first = page.here
    whole = resolution.permalink == lit
    bar = LIT_BAR if whole else BAR
    if resolution.marker:
        page.text(words(resolution.marker, "marker"), bar)
    if resolution.intro:
        page.text(words(resolution.intro), bar)
    column = max((len(clause.label) + 1 for clause in resolution.clauses if clause.label), default=0)
    for clause in resolution.clauses:
        _clause(page, clause, column, LIT_BAR if whole or clause.permalink == lit else BAR)
        if clause.permalink != resolution.permalink:
            set_note(page, notes, clause.permalink)
    for label, text in resolution.following:
        page.hung(words(label or "", "label"), words(text), bar)
    if not resolution.complete and all(clause.complete for clause in resolution.clauses):
        page.text(words(STOPS, "warning"), bar)
    page.mark(resolution.permalink, first)
    set_note(page, notes, resolution.permalink)


def _clause(page: Setter, clause: "ClauseLine", column: int, bar: str) -> None:
    first = page.here
    style = "lit" if bar == LIT_BAR else ""
    page.hung(words(clause.label or "", "label"), words(clause.text, style), bar, column=column)
    for label, text in clause.points:
        page.hung(words(label or "", "label"), words(text, style), bar, indent=column)
    if not clause.complete:
        page.text(words(STOPS, "warning"), bar, indent=column)
    page.mark(clause.permalink, first)
