"""`minutebook evidence`, `timeline`, `narrow` and `basket`: what the reader shows beside the minutes, as lines."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from itertools import accumulate
from typing import TYPE_CHECKING

import click

from store.text.lists import counted
from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, wrapped
from tui.terminal.console import Exit, complain, say, say_json, width

if TYPE_CHECKING:
    from store.find.answer import Facet
    from store.userdata.basket import Citation
    from store.views.evidence_places import EvidenceSource
    from store.views.month_counts import Timeline


@click.command()
@click.argument("place", nargs=-1, required=True)
@store_option
@json_option
def evidence(place: tuple[str, ...], as_json: bool) -> Exit:
    """Show the lines of the source that say what stands at a PLACE, with their numbers, and each document's sha256."""
    from store.places.resolve import place_named
    from store.views.evidence_places import evidence as evidence_of
    from store.views.evidence_places import source_text

    with reading() as store:
        sources = evidence_of(store, place_named(store, " ".join(place)))
        if as_json:
            say_json([asdict(source) for source in sources])
        else:
            pages = [evidence_page(source, source_text(store, source.key), width()) for source in sources]
            say("\n\n".join(pages))
    return Exit.DONE


@click.command()
@click.argument("query", nargs=-1)
@click.option("--meetings", metavar="QUERY", default="", help="Only these meetings, as the meetings are filtered.")
@store_option
@json_option
def timeline(query: tuple[str, ...], meetings: str, as_json: bool) -> Exit:
    """Count meetings and resolutions by month, and outcomes: of all, or of what a QUERY means."""
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from store.views.meeting_filter import MeetingFilter
    from store.views.month_counts import timeline as timeline_of
    from tui.session.searches import marks_at

    with closing(UserData(userdata_path())) as desk, reading() as store:
        filtered = MeetingFilter(store, marks_at(desk, store))
        filtered.renew()
        told = timeline_of(filtered, meetings, " ".join(query), bool)
    if as_json:
        say_json(asdict(told))
    elif told.meetings:
        say(timeline_page(told, width()))
    else:
        complain("no meeting fits that.")
        return Exit.FAILED
    return Exit.DONE


@click.command()
@click.argument("query", nargs=-1)
@store_option
@json_option
def narrow(query: tuple[str, ...], as_json: bool) -> Exit:
    """List what would narrow the answers to a QUERY: committees, years, outcomes, with how many each leaves."""
    from store.find.parse_query import parse_query
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.session.searches import facets_for, finder_over

    with closing(UserData(userdata_path())) as desk, reading() as store:
        facets = facets_for(finder_over(store, desk), parse_query(" ".join(query)), bool)
    if as_json:
        say_json({field: [asdict(facet) for facet in values] for field, values in facets.items()})
    elif any(facets.values()):
        say(facets_page(facets, width()))
    else:
        complain("there is no exact answer to narrow.")
        return Exit.FAILED
    return Exit.DONE


@click.command()
@json_option
def basket(as_json: bool) -> Exit:
    """List the citations that were copied in the reader, the latest first."""
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    with closing(UserData(userdata_path())) as desk:
        citations = desk.basket.all()
    if as_json:
        say_json([asdict(citation) | {"at": citation.at.isoformat()} for citation in citations])
    elif citations:
        say(basket_page(citations, width()))
    else:
        complain("the basket is empty; the citations that are copied in the reader are kept there.")
    return Exit.DONE


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
