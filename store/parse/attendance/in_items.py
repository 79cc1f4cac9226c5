"""Who came or sent apologies, as items and sentences tell it, where no list before the items does."""

import re
from collections.abc import Iterable, Iterator, Sequence

from store.model import Attendance
from store.parse.attendance.attendance import groups_inside, people_listed, people_said, read_attendance
from store.parse.attendance.extent import is_list, label_of, names_nobody
from store.parse.attendance.groups import read_label, tells_of_absence
from store.parse.attendance.told import awaits_names, sentences
from store.parse.decisions.prose import is_prose
from store.parse.heading.notes import chair_named
from store.parse.page.lines import Line
from store.parse.page.passage import Passage

_OF_ATTENDANCE = re.compile(
    r"present|attend|apolog|absen|roll|substitut|ymddiheur|presennol|láthair|leithsc|quorum", re.IGNORECASE
)
_OPENING = re.compile(
    r"welcome|introduc|open|order|croeso|procedur|chair|prelimin|observ|attend|housekeep|minutes", re.IGNORECASE
)
_ASKED_FOR = re.compile(r"to\s(?:receive|note|accept|record)\b", re.IGNORECASE)  # what the agenda has under its title
_AT_HAND = re.compile(r"(?:\w+\s+){0,5}(?:present|attendance|attending|absent|excused|apologies|call)$", re.IGNORECASE)


def attendance_of_item(
    heading: Passage, lines: Sequence[Line], *, early: bool, listed: bool = False
) -> list[Attendance]:
    """Who came or sent apologies, where an item tells it ("1. Present: …", "2. Apologies"); often nobody.

    `heading` is the item's title, which may hold the names itself; `lines` stand under it, wrapped ones joined; `early`
    says that the item is among the first, which may tell of it whatever it is called ("Call to order"); `listed` that
    there is a list before the items, beside which a sentence about apologies only tells of them.
    """
    title = heading.text
    label = read_label(heading.raw, alone=True)
    named = heading.part(label.end) if label else None
    if label and named:
        of_title = [*people_said(named, label.group)] or [*people_listed(named, label.group, "", ())]
        if of_title or " / " not in title:  # "Attendance / Apologies" names nobody, and is all label
            return [*of_title, *_amid(lines, listed=listed)]
    group = label.group if label else ("Apologies" if tells_of_absence(title) else "")
    if group:
        return [*people_said(heading, group), *_under(group, lines, listed=listed)]
    if early or _OPENING.search(title) or _OF_ATTENDANCE.search(title):
        return [*people_said(heading, ""), *_amid(lines, listed=listed)]
    return []


def _under(group: str, lines: Sequence[Line], *, listed: bool) -> Iterator[Attendance]:
    """The people under a title that is their label, up to the first words of something else."""
    awaited = True
    for line in lines:
        told = list(people_said(line.words, group))
        if chair_named(line.words):
            awaited = False
        elif told or names_nobody(line.text):
            yield from _unless_only_told(told, listed=listed)
            awaited = True
        elif label := label_of(line):
            group, awaited = label.group, True
            yield from read_attendance([line], group)
        elif awaits_names(line.text):
            awaited = True
        elif awaited and is_list(line.text) and (found := read_attendance([line], group)):
            yield from found
        elif is_prose(line.text) or _ASKED_FOR.match(line.text):
            awaited = False


def attendance_amid(lines: Sequence[Line], *, listed: bool) -> list[Attendance]:
    """The people whom labels and sentences name among what is told before the first item."""
    return list(_amid(lines, listed=listed))


def _amid(lines: Sequence[Line], *, listed: bool) -> Iterator[Attendance]:
    """The people whom labels and sentences name among other words."""
    group = ""
    for line in lines:
        label = label_of(line)
        if label and (label.opens or group):
            group = label.group
            yield from read_attendance([line], group)
        elif found := _named_in(line.words, listed=listed):
            yield from found
        elif awaits_names(line.text):
            group = "Apologies"
        elif group and is_list(line.text):
            yield from read_attendance([line], group)
        else:
            group = ""


def _named_in(words: Passage, *, listed: bool) -> list[Attendance]:
    """The people whom sentences of a paragraph tell to have come or not, and those under labels inside it."""
    said = [one for one in people_said(words, "") if tells_of_absence(one.group) or "present" in one.group.casefold()]
    found = list(_unless_only_told(said, listed=listed))
    names = {one.name for one in found}
    return found + [one for one in _inside(words) if one.name not in names]


def _inside(words: Passage) -> Iterator[Attendance]:
    """The people under labels inside a paragraph ("Roll call was taken. Present: Ash, Elm. Absent: Oak.")."""
    for group, names in groups_inside(words, ""):
        if group and _AT_HAND.match(group):
            end = next(iter(sentences(names.raw)), (0, len(names.raw)))[1]
            yield from people_listed(names.part(0, end) or names, group, "", ())


def _unless_only_told(people: Iterable[Attendance], *, listed: bool) -> Iterator[Attendance]:
    """The people of a sentence, without those away where there is a list."""
    return (person for person in people if not (listed and tells_of_absence(person.group)))
