"""The bodies that running text names: the committees and councils of a store, and those that it has nothing of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from store.model import Span
from store.permalinks.committees import Committee
from store.permalinks.permalink import council_slug, initials, slug
from store.text.tokens import placed_words, words
from store.verify.claim import Reference
from store.verify.mention import Mention, MentionPart

Name = TypeVar("Name", str, tuple[str, ...])

_CAPITALS = 3  # letters of a committee's initials that are told from other words
_WORD: Final = r"(?<![\w’'-])[A-Z][\w’'-]*+"
_NAME: Final = rf"{_WORD}(?:\s+(?:(?:and|of|the|upon|on|in|le|by|with|&)\s+){{0,2}}{_WORD}){{0,8}}?"
_COUNCIL = re.compile(
    rf"{_NAME}\s+Council(?![\w-])|(?:London|Royal)\s+Borough\s+of\s+{_WORD}(?:\s+(?:and|&)\s+{_WORD})?"
)
_BODY = re.compile(rf"{_NAME}\s+(?:Sub-)?(?:Committee|Panel|Board|Group|Forum|Cabinet|Executive|Commission)(?![\w-])")
_BODY_WORD = re.compile(r"committee|panel|board|group|forum|cabinet|executive|commission|party")
_NO_NAME = frozenset(  # at the beginning of a sentence or before the name of a council that it does not tell
    """a after all also although and as at before both but by each following for from full he her his how if in it its
    later members minutes no of officers on or our she since so that the their then they this to under unlike was we
    when where which while with your borough city county district town parish community council unitary""".split()  # noqa: SIM905
)
# What stands between a committee and its council, on either side of it, and makes one name of two.
_AFTER_COUNCIL = re.compile(
    r"(?:[’']s)?(?:[\s,:(‘“'\"*|=—–-]{1,6}(?:(?:minutes\s+of\s+)?the\s+)?|\.\s+)", re.IGNORECASE
)
_BEFORE_COUNCIL = re.compile(r"[’')*\s,(—–-]{1,6}(?:(?:of|at|for|in)\s+)?(?:the\s+)?")
_NEAREST = 30  # characters between the two, at most


@dataclass(frozen=True, slots=True)
class _Council:
    """A council that is named: where, and the keys of its committees; none where the store has nothing of it."""

    span: Span
    keys: frozenset[int]
    printed: str


class Bodies:
    """Finds the bodies that a text names, given the committees of a store by their keys."""

    def __init__(self, committees: Mapping[int, Committee]) -> None:
        self._by_name: dict[tuple[str, ...], frozenset[int]] = {}
        self._by_initials: dict[str, frozenset[int]] = {}
        self._councils: dict[tuple[str, ...], frozenset[int]] = {}
        self._towns: dict[str, list[tuple[int, str]]] = {}  # keys with the whole names of their councils
        councils = {one.council for one in committees.values()}
        self._meet_themselves = {key for key, one in committees.items() if one.name == one.council}
        self._of_nobody = {key for key, one in committees.items() if one.council is None}
        for key, one in committees.items():
            if one.council is None and one.name in councils:
                continue  # a council that others are of, and no committee
            _add(self._by_name, tuple(words(one.name)), key)
            _add(self._by_initials, one.slug.upper(), key)
            _add(self._by_initials, initials(one.name), key)
            for council in {slug(one.council or ""), one.council_slug or ""} - {"unnamed", ""}:
                _add(self._councils, tuple(council.split("-")), key)
            if one.council:
                self._towns.setdefault(council_slug(one.council), []).append((key, one.council))

    def find(self, text: str) -> Iterator[Mention]:
        """Every body that `text` names, the surest first; one may be named within another."""
        placed = list(placed_words(text))
        councils = [*self._known_councils(text, placed), *self._councils_by_their_word(text)]
        for span, keys in _named(text, placed, self._by_name):
            own = keys <= self._meet_themselves
            said = (
                Reference(_at(text, span), committees=keys) if own else self._of_its_council(text, span, keys, councils)
            )
            yield Mention(span, said, MentionPart.OWN_MEETING if own else MentionPart.COMMITTEE)
        for found in re.finditer(rf"\b[A-Z]{{{_CAPITALS},}}\b", text):
            if meant := self._by_initials.get(found.group()):
                span = Span(*found.span())
                yield Mention(span, self._of_its_council(text, span, meant, councils), MentionPart.COMMITTEE)
        for one in councils:
            if " " in one.printed:  # a town by itself is no council
                unknown = None if one.keys else one.printed
                said = Reference(one.printed, committees=one.keys, unknown=unknown)
                yield Mention(one.span, said, MentionPart.COUNCIL)
        yield from self._strangers(text)

    def _known_councils(self, text: str, placed: list[tuple[str, int, int]]) -> Iterator[_Council]:
        for span, keys in _named(text, placed, self._councils):
            yield _Council(span, keys, _at(text, span))

    def _councils_by_their_word(self, text: str) -> Iterator[_Council]:
        """Councils that end in that word: a known one by its town alone ("Eastmarsh Council"), and unknown ones."""
        for found in _COUNCIL.finditer(text):
            name = _without_other_words(found.group())
            folded = tuple(words(name))
            if folded in self._councils or not (town := council_slug(name)) or set(folded) <= _NO_NAME:
                continue
            short = len(folded) == len(town.split("-")) + 1  # "Eastmarsh Council"
            known = [key for key, whole in self._towns.get(town, ()) if short or council_slug(whole) == slug(whole)]
            yield _Council(Span(found.end() - len(name), found.end()), frozenset(known), " ".join(name.split()))

    def _of_its_council(self, text: str, span: Span, keys: frozenset[int], councils: Iterable[_Council]) -> Reference:
        """Committees of one name: those of the council that is named with it, else of the one that is named nearest.

        Where that council has none of the name, the two together are unknown.
        """
        name = _at(text, span)
        beside = [one for one in councils if " " in one.printed and _is_with(text, span, one.span)]
        if not beside:
            return Reference(name, committees=_of_nearest(keys, span, councils))
        mine = keys & frozenset().union(*(one.keys for one in beside)) or keys & self._of_nobody
        return Reference(name, committees=mine, unknown=None if mine else f"{name}, {beside[0].printed}")

    def _strangers(self, text: str) -> Iterator[Mention]:
        """Bodies of which no part of a name in the store can be meant."""
        for found in _BODY.finditer(text):
            name = _without_other_words(found.group())
            folded = set(words(name))
            if len(folded) > 1 and not any(folded <= {*known, "and"} for known in self._by_name):
                span = Span(found.end() - len(name), found.end())
                yield Mention(span, Reference(_at(text, span), unknown=_at(text, span)), MentionPart.STRANGER)


def _named(
    text: str, placed: list[tuple[str, int, int]], names: Mapping[tuple[str, ...], frozenset[int]]
) -> Iterator[tuple[Span, frozenset[int]]]:
    """Where the names stand in the words of a text, the longer ones first, and their keys; "’s" ends none."""
    folded = [word for word, _, _ in placed]
    by_first: dict[str, list[int]] = {}
    for at, word in enumerate(folded):
        by_first.setdefault(word, []).append(at)
    for name, keys in sorted(names.items(), key=lambda one: -len(one[0])):
        for at in by_first.get(name[0], ()):
            there = tuple(folded[at : at + len(name)])
            if there == name:
                yield Span(placed[at][1], placed[at + len(name) - 1][2]), keys
            elif there[:-1] == name[:-1] and there[-1] == f"{name[-1]}s":
                end = placed[at + len(name) - 1][2]
                if text[end - 2 : end] in ("’s", "'s"):
                    yield Span(placed[at][1], end - 2), keys


def _without_other_words(name: str) -> str:
    """A name without the words before it: "At Eastmarsh Council", "Planning Committee Eastmarsh Council"."""
    pieces = re.split(r"(\s+)", name)
    begin = 0
    for at in range(0, len(pieces) - 2, 2):
        word = pieces[at].lower()
        if (at == begin and word in _NO_NAME) or _BODY_WORD.fullmatch(word):
            begin = at + 2
    return "".join(pieces[begin:])


def _is_with(text: str, committee: Span, council: Span) -> bool:
    """Whether a committee is named together with a council."""
    if council.end <= committee.start:
        between = text[council.end : min(committee.start, council.end + _NEAREST)]
        return committee.start - council.end < _NEAREST and _AFTER_COUNCIL.fullmatch(between) is not None
    between = text[committee.end : min(council.start, committee.end + _NEAREST)]
    return 0 <= council.start - committee.end < _NEAREST and _BEFORE_COUNCIL.fullmatch(between) is not None


def _of_nearest(keys: frozenset[int], span: Span, councils: Iterable[_Council]) -> frozenset[int]:
    """Of committees of one name those of the council that is named nearest, where one of them is."""
    near = sorted(
        (max(one.span.start - span.end, span.start - one.span.end), sorted(keys & one.keys))
        for one in councils
        if keys & one.keys
    )
    return frozenset(near[0][1]) if near else keys


def _add(keys: dict[Name, frozenset[int]], name: Name, key: int) -> None:
    if name:
        keys[name] = keys.get(name, frozenset()) | {key}


def _at(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
