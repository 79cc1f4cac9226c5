"""`minutebook cite`: places in the minutes, cited in the style that is wanted."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tui.cli.options import config, json_option, reading, store_option
from tui.terminal.console import Exit, complain, say, say_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from store.citation.record import Record
    from store.citation.style_catalogue import CitationStyle

_EVERY = "list"  # in place of a style: all of them


@click.command()
@click.argument("places", metavar="PLACE...", nargs=-1, required=True)
@click.option("--style", help=f"How to cite; “{_EVERY}” shows every style. Without it, the style of the config file.")
@click.option("--quote", is_flag=True, help="Print the words of the minutes with their reference.")
@store_option
@json_option
def cite(places: tuple[str, ...], style: str | None, quote: bool, as_json: bool) -> Exit:
    """Cite places, each once and clauses of one item together: a citation a line.

    A PLACE is a permalink, or a reference such as "HRG 2.3.23 min 18(iv)".
    """
    from store.citation.gather import gather
    from store.citation.style_catalogue import style_named, styles

    if style and quote:
        raise click.UsageError("--style and --quote are two ways to cite: choose one.")
    settings = config()
    known = styles(settings.styles)
    called = style or ("quotation" if quote else settings.citation)
    wanted = known if called == _EVERY else {called: style_named(known, called)}
    with reading() as store:
        records = tuple(gather(store, _permalinks(store, places)))
    if as_json:
        say_json({"places": [asdict(record) for record in records], "citations": _filled(wanted, records)})
    elif called == _EVERY:
        _say_every(wanted, records)
    else:
        citations = wanted[called].cite(records)
        if remark := wanted[called].remark(records):
            complain(f"{wanted[called].name} {remark}.")
        say(("\n\n" if any("\n" in one for one in citations) else "\n").join(citations))
    return Exit.DONE


def _permalinks(store: "sqlite3.Connection", places: "Sequence[str]") -> "Iterator[str]":
    """The permalinks that places name: one by one, or by all words together where none is a permalink or quoted."""
    from store.places.resolve import place_named

    apart = any("/" in place or " " in place for place in places)
    for place in places if apart else [" ".join(places)]:
        yield place if _is_permalink(place) else place_named(store, place)


def _is_permalink(place: str) -> bool:
    from store.errors import NotFound
    from store.permalinks.permalink import parse

    try:
        parse(place)
    except NotFound:
        return False
    return True


def _filled(wanted: "Mapping[str, CitationStyle]", records: "Sequence[Record]") -> dict[str, list[str] | str]:
    """The citations by the id of each style; where it has none, why."""
    from store.citation.style import CannotCite

    filled: dict[str, list[str] | str] = {}
    for called, style in wanted.items():
        try:
            filled[called] = style.cite(records)
        except CannotCite as why:
            filled[called] = str(why)
    return filled


def _say_every(wanted: "Mapping[str, CitationStyle]", records: "Sequence[Record]") -> None:
    """Every style under its id and name; one that has no words for the places says why."""
    for called, filled in _filled(wanted, records).items():
        style = wanted[called]
        say(f"{called}: {style.name}")
        lines = [f"({filled})"] if isinstance(filled, str) else style.separator.join(filled).splitlines()
        say("\n".join(f"    {line}".rstrip() for line in lines) + "\n")
