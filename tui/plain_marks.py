"""Stars and notes as plain text for a person, and as values for a program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.dates import written
from tui.kept_places import spoken
from tui.plain import wrapped

if TYPE_CHECKING:
    from datetime import datetime

    from store.userdata.kept_notes import Note
    from store.userdata.stars import StarredPlace
    from store.userdata.summary import Told

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
    kind = spoken(place) if place else "a place of another store"
    return wrapped(f"{kind} ({written(at.astimezone().date().isoformat())})", width)
