"""`minutebook star`, `note` and `marks`: what a person marked, listed and changed."""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import wrapped
from tui.pages.spoken import spoken, written
from tui.terminal.console import Exit, complain, say, say_json, width

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from store.userdata.kept_notes import Note
    from store.userdata.stars import StarredPlace
    from store.userdata.summary import Told


@click.command()
@click.argument("permalinks", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the stars of these places away.")
@store_option
@json_option
def star(permalinks: tuple[str, ...], remove: bool, as_json: bool) -> Exit:
    """Star places, for `is:starred` to find; without PERMALINKS, list what is starred, the latest first."""
    from store.permalinks.lookup import find_place
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    if remove and not permalinks:
        raise click.UsageError("--remove goes with the PERMALINKS of what is starred.")
    with closing(UserData(userdata_path())) as desk, reading() as store:
        if remove:
            kept = desk.stars.permalinks()
            starred = {permalink: _kept_as(store, permalink, kept) for permalink in permalinks}
            desk.stars.remove(name for names in starred.values() for name in names)
            return _complain_of([one for one, names in starred.items() if not names], "{} is not starred.")
        places = [find_place(store, permalink).permalink for permalink in permalinks]
        if places:
            desk.stars.add(places, datetime.now(UTC))
        _print_stars(store, [one for one in desk.stars.all() if not places or one.permalink in places], as_json=as_json)
    return Exit.DONE


@click.command()
@click.argument("permalink")
@click.argument("text", required=False)
@click.option("--remove", is_flag=True, help="Remove the note.")
@store_option
@json_option
def note(permalink: str, text: str | None, remove: bool, as_json: bool) -> Exit:
    """Write a note on a place: TEXT, or what stdin has for “-”. Without TEXT, print the note there is."""
    from store.permalinks.lookup import find_place
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    if remove and text is not None:
        raise click.UsageError("Write a note, or remove it: --remove goes without TEXT.")
    with closing(UserData(userdata_path())) as desk, reading() as store:
        notes = {one.permalink: one for one in desk.notes.all()}
        names = _kept_as(store, permalink, notes)
        if text is not None:
            name = names[0] if names else find_place(store, permalink).permalink
            desk.notes.write(name, sys.stdin.read() if text == "-" else text, datetime.now(UTC))
            return Exit.DONE
        if not names:
            return _complain_of([permalink], "there is no note on {}.")
        if remove:
            desk.notes.remove(names)
        elif as_json:
            say_json(note_value(notes[names[0]]))
        else:
            say(notes[names[0]].text)
    return Exit.DONE


@click.command()
@store_option
@json_option
def marks(as_json: bool) -> Exit:
    """List all that is starred and noted, the latest first; below it what is in this store no more."""
    from store.userdata.summary import told
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    with closing(UserData(userdata_path())) as desk, reading() as store:
        notes, stars = desk.notes.all(), desk.stars.all()
        places = told(store, {*(note.permalink for note in notes), *(star.permalink for star in stars)})
    if as_json:
        say_json(marks_value(notes, stars, places))
    elif notes or stars:
        say(marks_page(notes, stars, places, width()))
    else:
        complain("nothing is starred or noted yet; `minutebook star` and `minutebook note` mark places.")
    return Exit.DONE


def _kept_as(store: "sqlite3.Connection", permalink: str, kept: Collection[str]) -> list[str]:
    """The names under which a place is kept: as it was typed, or as another name for the same place."""
    from store.errors import NotFound
    from store.permalinks.lookup import find_place, names_now, names_of

    if permalink in kept:
        return [permalink]
    try:
        place = find_place(store, permalink).permalink
    except NotFound:
        return []
    return names_of([place], names_now(store, kept))


def _complain_of(permalinks: Iterable[str], sentence: str) -> Exit:
    """Say a sentence of each; how to end."""
    status = Exit.DONE
    for permalink in permalinks:
        complain(sentence.format(permalink))
        status = Exit.FAILED
    return status


def _print_stars(store: "sqlite3.Connection", stars: "Sequence[StarredPlace]", *, as_json: bool) -> None:
    from tui.cli.find_printing import star_list

    known = [(one, _reference(store, one.permalink)) for one in stars]
    if as_json:
        say_json([{"permalink": one.permalink, "at": one.at.isoformat(), "reference": told} for one, told in known])
    elif known:
        say(star_list([(one.permalink, told) for one, told in known], width()))


def _reference(store: "sqlite3.Connection", permalink: str) -> str | None:
    from store.citation.gather import gather_one
    from store.citation.style_catalogue import full_reference
    from store.errors import NotFound

    try:
        return full_reference(gather_one(store, permalink))
    except NotFound:
        return None


_STEP = 4


def note_value(note: "Note") -> dict[str, object]:
    """A note for a program."""
    return {
        "permalink": note.permalink,
        "text": note.text,
        "written_at": note.written_at.isoformat(),
        "changed_at": note.changed_at.isoformat(),
    }


def marks_value(
    notes: "Sequence[Note]", stars: "Sequence[StarredPlace]", told: "Mapping[str, Told]"
) -> dict[str, object]:
    """Notes and stars for a program; `place` is null where it is not in the store."""

    def place(permalink: str) -> dict[str, object] | None:
        return asdict(told[permalink]) if permalink in told else None

    return {
        "notes": [note_value(note) | {"place": place(note.permalink)} for note in notes],
        "stars": [
            {"permalink": star.permalink, "at": star.at.isoformat(), "place": place(star.permalink)} for star in stars
        ],
    }


def marks_page(notes: "Sequence[Note]", stars: "Sequence[StarredPlace]", told: "Mapping[str, Told]", width: int) -> str:
    """Notes, then stars, with where each is and its words; then those whose place is not in the store."""
    groups: dict[str, list[str]] = {"Notes": [], "Stars": [], "Not in this store": []}
    for note in notes:
        groups["Notes" if note.permalink in told else "Not in this store"] += _note(note, told, width)
    for star in stars:
        groups["Stars" if star.permalink in told else "Not in this store"] += _star(star, told, width)
    return "\n\n".join("\n".join([name, *rows]) for name, rows in groups.items() if rows)


def _note(note: "Note", told: "Mapping[str, Told]", width: int) -> Iterator[str]:
    yield ""
    yield from _where(note.permalink, note.changed_at, told, width)
    for line in note.text.splitlines():
        yield from wrapped(line, width, _STEP) or [""]
    yield from wrapped(note.permalink, width, _STEP)


def _star(star: "StarredPlace", told: "Mapping[str, Told]", width: int) -> Iterator[str]:
    yield ""
    yield from _where(star.permalink, star.at, told, width)
    if (place := told.get(star.permalink)) and place.words:
        yield from wrapped(place.words, width, _STEP)
    yield from wrapped(star.permalink, width, _STEP)


def _where(permalink: str, at: "datetime", told: "Mapping[str, Told]", width: int) -> list[str]:
    place = told.get(permalink)
    kind = spoken(place) if place else "a place that is not here"
    return wrapped(f"{kind} ({written(at.astimezone().date().isoformat())})", width)
