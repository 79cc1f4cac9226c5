"""`minutebook thread`: what a place refers to, what refers to it, and what was asked for in it and answered by it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options import json_option, reading, store_option
from tui.pages.plain import hung, wrapped
from tui.pages.spoken import written
from tui.terminal.console import Exit, say, say_json, width

if TYPE_CHECKING:
    from store.views.place_thread import PlaceThread

_COLUMN: Final = 14  # "cited by", "asked for", and a gap


@click.command()
@click.argument("place", nargs=-1, required=True)
@store_option
@json_option
def thread(place: tuple[str, ...], as_json: bool) -> Exit:
    """Tell what a PLACE refers to, what refers to it, what was asked for in it, and what it answers."""
    from store.places.resolve import place_named
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from store.views.place_thread import place_thread

    with closing(UserData(userdata_path())) as desk, reading() as store:
        told = desk.threads.all()
        found = place_thread(store, place_named(store, " ".join(place)), datetime.now(UTC).date(), told)
    if as_json:
        say_json(asdict(found))
    else:
        for row in thread_rows(found, width()):
            say(row)
    return Exit.DONE


def thread_rows(found: "PlaceThread", width: int) -> Iterator[str]:
    """The thread of a place as text; a line that says so where nothing hangs on it."""
    yield quote(found.permalink)
    for line in found.references:
        where = ", ".join(map(quote, line.targets))
        said = ": ".join(filter(None, (line.note, where))) or line.state.value
        yield from hung(line.state.value, f"“{line.text}” — {said}", width, indent=2, column=_COLUMN)
    for cited in found.cited_by:
        title = " ".join(filter(None, (cited.number, cited.title)))
        said = f"{written(cited.date)}, {title or 'its heading'} (“{cited.text}”)"
        yield from hung("cited by", said, width, indent=2, column=_COLUMN)
        yield from wrapped(quote(cited.permalink), width, 2 + _COLUMN)
    yield from _requests_and_answers(found, width)
    yield from _votes_and_exempt(found, width)
    for other in found.matter:
        title = " ".join(filter(None, (other.number, other.title)))
        yield from hung(
            "perhaps", f"{written(other.date)}, {title} ({other.committee})", width, indent=2, column=_COLUMN
        )
        yield from wrapped(quote(other.permalink), width, 2 + _COLUMN)
    if not any(
        (found.matter, found.votes, found.exempt, found.references, found.cited_by, found.requests, found.answers)
    ):
        yield "  Nothing refers to this place, and it refers to nothing."


def _votes_and_exempt(found: "PlaceThread", width: int) -> Iterator[str]:
    """How votes went, in numbers and by name; and what was taken in private."""
    for vote in found.votes:
        numbers = ((vote.in_favour, "for"), (vote.against, "against"), (vote.abstained, "abstained"))
        told = ", ".join(f"{number} {how}" for number, how in numbers if number is not None)
        extra = [f"recorded at the request of {vote.requested_by}" if vote.requested_by else ""]
        extra.append("with a casting vote" if vote.casting else "")
        yield from hung("vote", ", ".join(filter(None, (told or vote.text, *extra))), width, indent=2, column=_COLUMN)
        for how, names in vote.names:
            yield from wrapped(f"{how}: {', '.join(names)}", width, 2 + _COLUMN)
    for private in found.exempt:
        by = f"by paragraph {private.paragraphs} of Schedule 12A" if private.paragraphs else "in private"
        yield from hung("exempt", by, width, indent=2, column=_COLUMN)


def _requests_and_answers(found: "PlaceThread", width: int) -> Iterator[str]:
    """What was asked for in a place, and what it probably answers."""
    for asked in found.requests:
        due = f", due {written(asked.due)}" if asked.due else ""
        yield from hung("asked for", f"{asked.text} ({asked.state.value}{due})", width, indent=2, column=_COLUMN)
        if asked.answer:
            yield from wrapped(quote(asked.answer), width, 2 + _COLUMN)
    for answered in found.answers:
        said = f"probably, of {written(answered.date)}: {answered.text}"
        yield from hung("answers", said, width, indent=2, column=_COLUMN)
        yield from wrapped(quote(answered.permalink), width, 2 + _COLUMN)
