"""`minutebook saved` and `minutebook star`: what a person keeps, listed and changed."""

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from tui.console import Exit, complain, say, say_json, width
from tui.options import json_option, reading, store_option

if TYPE_CHECKING:
    import sqlite3

    from store.desk.desk import Desk, Star


@click.command()
@click.option("--forget", metavar="NAME", help="Forget the query saved under a name.")
@store_option
@json_option
def saved(forget: str | None, as_json: bool) -> Exit:
    """List the saved queries, each with how many of its answers are new."""
    from store.desk.desk import Desk
    from store.desk.file import desk_path
    from tui.finding import news_value, saved_list
    from tui.saved_queries import finder_over, news_of

    with closing(Desk(desk_path())) as desk:
        if forget is not None:
            desk.forget(desk.saved_as(forget).name)
            return Exit.DONE
        kept = desk.saved()
        if kept:
            with reading() as store:
                finder = finder_over(store, desk)
                news = [news_of(finder, desk, one) for one in kept]
        else:
            news = []
    if as_json:
        say_json([news_value(one) for one in news])
    elif news:
        say(saved_list(news, width()))
    else:
        complain("no query is saved yet; `minutebook find --save NAME QUERY` saves one.")
    return Exit.DONE


@click.command()
@click.argument("permalinks", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the stars of these places away.")
@store_option
@json_option
def star(permalinks: tuple[str, ...], remove: bool, as_json: bool) -> Exit:
    """Star places, for `is:starred` to find; without PERMALINKS, list what is starred, the latest first."""
    from store.desk.desk import Desk
    from store.desk.file import desk_path
    from store.lookup import find_place

    if remove and not permalinks:
        raise click.UsageError("--remove goes with the PERMALINKS of what is starred.")
    with closing(Desk(desk_path())) as desk, reading() as store:
        if remove:
            return _unstar(store, desk, permalinks)
        places = [find_place(store, permalink).permalink for permalink in permalinks]
        now = datetime.now(UTC)
        for place in places:
            desk.star(place, now)
        _print_stars(store, [one for one in desk.stars() if not places or one.permalink in places], as_json=as_json)
    return Exit.DONE


def _unstar(store: "sqlite3.Connection", desk: "Desk", permalinks: tuple[str, ...]) -> Exit:
    """Take the stars away, from places too that are in the store no more."""
    from store.errors import NotFound
    from store.lookup import find_place

    status = Exit.DONE
    for permalink in permalinks:
        starred = desk.unstar(permalink)
        with suppress(NotFound):
            starred |= desk.unstar(find_place(store, permalink).permalink)
        if not starred:
            complain(f"{permalink} is not starred.")
            status = Exit.FAILED
    return status


def _print_stars(store: "sqlite3.Connection", stars: "Sequence[Star]", *, as_json: bool) -> None:
    from tui.finding import star_list

    known = [(one, _reference(store, one.permalink)) for one in stars]
    if as_json:
        say_json([{"permalink": one.permalink, "at": one.at.isoformat(), "reference": told} for one, told in known])
    elif known:
        say(star_list([(one.permalink, told) for one, told in known], width()))


def _reference(store: "sqlite3.Connection", permalink: str) -> str | None:
    from store.citation import full_reference
    from store.errors import NotFound
    from store.queries import cited

    try:
        return full_reference(cited(store, permalink))
    except NotFound:
        return None
