"""`minutebook evidence`, `timeline`, `narrow` and `basket`: what the reader shows beside the minutes, as lines."""

from contextlib import closing
from dataclasses import asdict

import click

from tui.console import Exit, complain, say, say_json, width
from tui.options import json_option, reading, store_option


@click.command()
@click.argument("place", nargs=-1, required=True)
@store_option
@json_option
def evidence(place: tuple[str, ...], as_json: bool) -> Exit:
    """Show the lines of the source that say what stands at a PLACE, with their numbers, and each document's sha256."""
    from store.places.resolve import place_named
    from store.views.evidence_places import evidence as evidence_of
    from store.views.evidence_places import source_text
    from tui.plain_views import evidence_page

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
    from tui.desk_marks import marks_at
    from tui.plain_views import timeline_page

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
    from tui.narrowing import facets_for
    from tui.plain_views import facets_page
    from tui.saved_queries import finder_over

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
    from tui.plain_views import basket_page

    with closing(UserData(userdata_path())) as desk:
        citations = desk.basket.all()
    if as_json:
        say_json([asdict(citation) | {"at": citation.at.isoformat()} for citation in citations])
    elif citations:
        say(basket_page(citations, width()))
    else:
        complain("the basket is empty; the citations that are copied in the reader are kept there.")
    return Exit.DONE
