"""What stands behind the minutes, as plain text: the source of a place, the months, what narrows, the basket."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from store.text.plurals import counted
from tui.plain import hung, wrapped

if TYPE_CHECKING:
    from store.find.answer import Facet
    from store.userdata.basket import Citation
    from store.views.evidence_places import EvidenceSource
    from store.views.month_counts import Timeline

_AROUND = 2  # lines of the document before and after the words
_COLUMN = 12


def evidence_page(source: "EvidenceSource", text: str, width: int) -> str:
    """A document and the lines of it that say so, each with its number; `>` stands before them, others are around."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[: len(lines)]
    said = sorted(
        {
            number
            for span in source.spans
            for number in range(bisect_right(starts, span.start) - 1, bisect_right(starts, max(span.end - 1, 0)))
        }
    )
    facts = [source.format, f"sha256 {source.sha256[:12]}", source.url or ""]
    if said and (page := source.page_of(source.start)):
        facts.append(f"page {page}")
    rows = [*wrapped(source.name, width), *wrapped(", ".join(filter(None, facts)), width)]
    shown = {number + step for number in said for step in range(-_AROUND, _AROUND + 1)}
    before = None
    for number in sorted(shown & set(range(len(lines)))):
        if before is None or number > before + 1:
            rows.append("")
        rows += hung(f"{'>' if number in said else ' '} {number + 1:>6}", lines[number], width, column=_COLUMN - 2)
        before = number
    return "\n".join(rows if said else [*rows, "", "The words are not from this document."])


def timeline_page(timeline: "Timeline", width: int) -> str:
    """A line a month that has something, the newest first; then how often each outcome."""
    months = [month for month in reversed(timeline.months) if month.meetings or month.resolutions]
    rows = [
        f"{month.month:<{_COLUMN}}{counted(month.meetings, 'meeting')}, {counted(month.resolutions, 'resolution')}"
        for month in months
    ]
    if timeline.undated.meetings:
        undated = timeline.undated
        meetings, resolutions = counted(undated.meetings, "meeting"), counted(undated.resolutions, "resolution")
        rows.append(f"{'no date':<{_COLUMN}}{meetings}, {resolutions}")
    outcomes = [f"{name} {number:,}" for name, number in timeline.outcomes]
    return "\n".join([*rows, *([""] if outcomes else []), *wrapped("; ".join(outcomes), width)])


def facets_page(facets: "Mapping[str, Sequence[Facet]]", width: int) -> str:
    """Under each field, its values with how many answers each leaves; below a value what to type for it."""
    return "\n\n".join(
        "\n".join([field, *(row for facet in values for row in _facet_rows(facet, width))])
        for field, values in facets.items()
        if values
    )


def _facet_rows(facet: "Facet", width: int) -> Iterator[str]:
    yield from hung(f"{facet.count:>8,}", facet.name, width, column=_COLUMN - 2)
    yield from wrapped(facet.filter, width, indent=_COLUMN)


def basket_page(citations: "Sequence[Citation]", width: int) -> str:
    """What was copied, the latest first: the words; below them when, in which style, and from which document."""
    return "\n\n".join("\n".join(_citation_rows(citation, width)) for citation in citations)


def _citation_rows(citation: "Citation", width: int) -> Iterator[str]:
    yield from (row for line in citation.text.split("\n") for row in wrapped(line, width))
    when = citation.at.astimezone().strftime("%Y-%m-%d %H:%M")
    yield from wrapped(f"{when}, {citation.style}, from {citation.document}", width, indent=4)
    yield from (f"    {permalink}" for permalink in citation.permalink.split())
