"""What running text says of places in the minutes: permalinks, numbers, days and committees, each where it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from store.model import Span
from store.permalinks.committees import Committee
from store.permalinks.permalink import permalinks_in
from store.permalinks.slugs import initials, slug
from store.text.dates import find_dates, find_days_of_year
from store.text.labels import LETTERS
from store.text.tokens import placed_words, words
from store.verify.claim import Reference
from store.verify.mention import Mention, MentionPart

Name = TypeVar("Name", str, tuple[str, ...])

_LABEL = rf"\(?{LETTERS}\)|\(\d{{1,3}}\)"
_PINPOINT = re.compile(
    rf"""\b(?:minute|min|item)s?\b\.?\s*(?:(?:number|no)\b\.?\s*)?
    (?P<number>(?:[A-Z]{{1,5}}[/.-]?)?\d+[a-z]?(?:[/.]\d+)*)(?!\w)
    (?P<labels>\s?(?:{_LABEL})(?:\s?(?:,|and|to|–|-)\s?(?:{_LABEL}))*)?
    (?:\s+of\s+(?P<year>(?:19|20)\d\d)/(?:\d\d)?\d\d\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_BRACKETS = re.compile(rf"(?<=\()(?P<number>\d+[a-z]?(?:/\d+)?)\s?(?P<label>{_LABEL})(?=\))")  # "(22(iv))"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHOLE = re.compile(r"\bminutes\s+of\s+(?:the\b|meeting\b|a\s+meeting\b)", re.IGNORECASE)
_CAPITALS = 3  # letters of a committee's initials that are told from other words


class Mentions:
    """Finds what texts say of places, given the committees of a store by their keys."""

    def __init__(self, committees: Mapping[int, Committee]) -> None:
        self._by_name: dict[tuple[str, ...], frozenset[int]] = {}
        self._by_initials: dict[str, frozenset[int]] = {}
        self._councils: dict[tuple[str, ...], frozenset[int]] = {}
        councils = {one.council for one in committees.values()}
        self._meet_themselves = {key for key, one in committees.items() if one.name == one.council}
        for key, one in committees.items():
            if one.council is None and one.name in councils:
                continue  # a council that others are of, and no committee
            _add(self._by_name, tuple(words(one.name)), key)
            _add(self._by_initials, one.slug.upper(), key)
            _add(self._by_initials, initials(one.name), key)
            for council in {slug(one.council or ""), one.council_slug or ""} - {"unnamed", ""}:
                _add(self._councils, tuple(council.split("-")), key)

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order; none within another."""
        found: list[Mention] = []
        taken = bytearray(len(text))
        for one in (*_permalinks(text), *_days(text), *_pinpoints(text), *self._committees(text), *_years(text)):
            stretch = slice(one.span.start, one.span.end)
            if not any(taken[stretch]):
                taken[stretch] = bytes([1]) * (one.span.end - one.span.start)
                found.append(one)
        return sorted(found, key=lambda one: one.span)

    def _committees(self, text: str) -> Iterator[Mention]:
        placed = list(placed_words(text))
        folded = [word for word, _, _ in placed]
        councils = [
            (Span(placed[begin][1], placed[end - 1][2]), keys) for (begin, end), keys in _named(folded, self._councils)
        ]
        for (begin, end), keys in _named(folded, self._by_name):
            span = Span(placed[begin][1], placed[end - 1][2])
            said = Reference(_at(text, span), committees=_of_nearest(keys, span, councils))
            yield Mention(
                span,
                said,
                MentionPart.OWN_MEETING if said.committees <= self._meet_themselves else MentionPart.COMMITTEE,
            )
        for found in re.finditer(rf"\b[A-Z]{{{_CAPITALS},}}\b", text):
            if meant := self._by_initials.get(found.group()):
                span = Span(*found.span())
                said = Reference(found.group(), committees=_of_nearest(meant, span, councils))
                yield Mention(span, said, MentionPart.COMMITTEE)
        for span, keys in councils:
            if " " in (name := _at(text, span)):  # a town by itself is no council
                yield Mention(span, Reference(name, committees=keys), MentionPart.COUNCIL)


def _permalinks(text: str) -> Iterator[Mention]:
    for written, span in permalinks_in(text):
        yield Mention(span, Reference(written, permalink=written), MentionPart.PLACE)


def _pinpoints(text: str) -> Iterator[Mention]:
    for found in _PINPOINT.finditer(text):
        labels = re.findall(_LABEL, found["labels"] or "", re.IGNORECASE)
        year = int(found["year"]) if found["year"] else None
        said = Reference(
            " ".join(found.group().split()),
            number=found["number"],
            label=labels[0].strip("()") if len(labels) == 1 else None,
            first=f"{year}-05-01" if year else None,
            last=f"{year + 1}-05-31" if year else None,
        )
        yield Mention(Span(*found.span()), said, MentionPart.PLACE)
    for found in _IN_BRACKETS.finditer(text):
        said = Reference(found.group(), number=found["number"], label=found["label"].strip("()"))
        yield Mention(Span(*found.span()), said, MentionPart.PLACE)
    for found in _WHOLE.finditer(text):
        yield Mention(Span(*found.span()), Reference(found.group()), MentionPart.MINUTES)


def _days(text: str) -> Iterator[Mention]:
    for found in find_dates(text):
        yield _day(text, found.span, found.day)
    years = [(match.start(), int(match.group())) for match in _YEAR.finditer(text)]
    for found_day in find_days_of_year(text):
        before = [year for at, year in years if at < found_day.span.start]
        if before and (day := found_day.in_year(before[-1])):  # its year stands before it
            yield _day(text, found_day.span, day)


def _day(text: str, span: Span, day: date) -> Mention:
    return Mention(span, Reference(_at(text, span), first=day.isoformat(), last=day.isoformat()), MentionPart.DAY)


def _years(text: str) -> Iterator[Mention]:
    for found in _YEAR.finditer(text):
        said = Reference(found.group(), first=f"{found.group()}-01-01", last=f"{found.group()}-12-31")
        yield Mention(Span(*found.span()), said, MentionPart.YEAR)


def _named(
    folded: list[str], names: Mapping[tuple[str, ...], frozenset[int]]
) -> Iterator[tuple[tuple[int, int], frozenset[int]]]:
    """The names that stand in folded words, the longer ones first: (first word, one after the last), and their keys."""
    by_first: dict[str, list[int]] = {}
    for at, word in enumerate(folded):
        by_first.setdefault(word, []).append(at)
    for name, keys in sorted(names.items(), key=lambda one: -len(one[0])):
        for at in by_first.get(name[0], ()):
            if tuple(folded[at : at + len(name)]) == name:
                yield (at, at + len(name)), keys


def _of_nearest(keys: frozenset[int], span: Span, councils: Iterable[tuple[Span, frozenset[int]]]) -> frozenset[int]:
    """Of committees of one name those of the council that is named nearest, where one of them is."""
    near = sorted(
        (max(at.start - span.end, span.start - at.end), sorted(keys & of_council))
        for at, of_council in councils
        if keys & of_council
    )
    return frozenset(near[0][1]) if near else keys


def _add(keys: dict[Name, frozenset[int]], name: Name, key: int) -> None:
    if name:
        keys[name] = keys.get(name, frozenset()) | {key}


def _at(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
