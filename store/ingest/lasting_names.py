"""The permalinks of a new text of a meeting: what a name meant before it means still, or nothing any more.

Each place of the old text is looked for in the new one: by where its words stand, when both are readings of one
document, else by the words. A new place has the name that its numbers give it, unless that named other words before;
then it has the next that is free.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from store.ingest.identity import SAME_TITLE
from store.ingest.meeting_rows import Rows
from store.model import Span
from store.text.tokens import words

_SAME_WORDS = SAME_TITLE  # the share of the words of the longer text that both have, from which they are one text
_COMMON = 60  # places that have a word, from which it tells none of them from the others
_CANDIDATES = 16  # places that an old one is compared with word by word
_END = 1 << 60  # behind every document
_ELSEWHERE = -1  # where a former name leads that does not lead into this text


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """An item, a resolution or a clause as a text of the minutes has it: its permalink, where it stands, its words.

    `whole` is false of one that its document cut short. A `former` name stands in no text any more; `now` is the
    permalink that it led to, None where it led nowhere.
    """

    permalink: str
    depth: int  # 1 an item, 2 a resolution, 3 a clause
    document_id: int
    span: Span
    words: Counter[str]
    whole: bool = True
    former: bool = False
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """What a former permalink leads to now: None where its words are no longer there. Its old place is the evidence."""

    was: str
    now: str | None
    document_id: int
    span: Span


@dataclass(frozen=True, slots=True)
class _New:
    at: int  # its place in the rows of its table
    depth: int
    owner: int  # the place in the list of what it belongs to; -1 for items
    permalink: str  # by its numbers
    segment: str  # the last of it; "" for a clause that has its resolution's
    span: Span
    words: Counter[str]


def keep_names(rows: Rows, old: Sequence[NamedPlace], permalink: str, document_id: int) -> tuple[Rows, list[Rename]]:
    """`rows` of the meeting called `permalink`, with names that keep faith with `old`; and what is called otherwise.

    Of a former name that is called again as it was, there is a `Rename` with the same permalink twice.
    """
    new = list(_places(rows))
    led = _led(old, new, document_id)
    names: list[str] = []
    used: set[str] = set()
    for at, place in enumerate(new):
        owner = permalink if place.owner < 0 else names[place.owner]
        if place.segment:
            free = (f"{owner}/{segment}" for segment in _segments(place))
            names.append(next(name for name in free if name not in used and led.get(name, at) == at))
            used.add(names[-1])
        else:
            names.append(owner)
    return _renamed(rows, new, names), list(_renames(old, led, names))


def _renames(old: Iterable[NamedPlace], led: Mapping[str, int | None], names: Sequence[str]) -> Iterator[Rename]:
    for place in old:
        target = led[place.permalink]
        now = None if target is None or target == _ELSEWHERE else names[target]
        if target != _ELSEWHERE and (now != place.permalink or place.former):
            yield Rename(place.permalink, now, place.document_id, place.span)


def _segments(place: _New) -> Iterator[str]:
    """The segment of a place's own name, then those that it may have where that is taken."""
    yield place.segment
    if place.depth == 2:
        begin = int(place.segment.removeprefix("r")) + 1
        yield from (f"r{number}" for number in count(begin))
    stem = place.segment.partition("~")[0]
    yield from (f"{stem}~{number}" for number in count(2))


def _places(rows: Rows) -> Iterator[_New]:
    """Every item, resolution and clause in printed order; a clause that has its resolution's name has no segment."""
    resolutions, clauses = defaultdict(list), defaultdict(list)
    for at, resolution in enumerate(rows.resolution):
        resolutions[resolution.item_id].append((at, resolution))
    for at, clause in enumerate(rows.clause):
        clauses[clause.resolution_id].append((at, clause))
    ends = [*(item.start for item in rows.agenda_item[1:]), _END]
    place = -1
    for at, (item, end) in enumerate(zip(rows.agenda_item, ends, strict=False)):
        place += 1
        of_item = place
        segment = item.permalink.rpartition("/")[2]
        yield _New(at, 1, -1, item.permalink, segment, Span(item.start, max(end, item.end)), counted_words(item.title))
        for at_resolution, resolution in resolutions[item.id]:
            place += 1
            of_resolution, below = place, clauses[resolution.id]
            text = " ".join([resolution.intro or "", *(clause.text for _, clause in below)])
            span = Span(resolution.start, resolution.end)
            segment = resolution.permalink.rpartition("/")[2]
            yield _New(at_resolution, 2, of_item, resolution.permalink, segment, span, counted_words(text))
            for at_clause, clause in below:
                place += 1
                alone = clause.permalink == resolution.permalink
                segment = "" if alone else clause.permalink.rpartition("/")[2]
                span, said = Span(clause.start, clause.end), counted_words(clause.text)
                yield _New(at_clause, 3, of_resolution, clause.permalink, segment, span, said)


def _renamed(rows: Rows, new: Sequence[_New], names: Sequence[str]) -> Rows:
    items, resolutions, clauses = list(rows.agenda_item), list(rows.resolution), list(rows.clause)
    for place, name in zip(new, names, strict=True):
        if place.depth == 1:
            items[place.at] = items[place.at]._replace(permalink=name)
        elif place.depth == 2:
            resolutions[place.at] = resolutions[place.at]._replace(permalink=name)
        else:
            clauses[place.at] = clauses[place.at]._replace(permalink=name)
    return Rows(items, rows.paragraph, resolutions, clauses, rows.point, rows.attendance, rows.interest, rows.doubt)


def _led(old: Sequence[NamedPlace], new: Sequence[_New], document_id: int) -> dict[str, int | None]:
    """Where in the new text each old name leads.

    A former name of this very document leads to where its own words stand in the new reading: what was put right may
    have been taken back. One of another leads where the name leads that it led to.
    """
    standing = [place for place in old if place.now is None]
    led = _led_by_span([place for place in standing if place.document_id == document_id], new)
    led |= _led_by_words([place for place in standing if place.document_id != document_id], new)
    former = [place for place in old if place.now is not None]
    own = _led_by_span([place for place in former if place.document_id == document_id], new)
    followed = {place.permalink: led.get(place.now or "", _ELSEWHERE) for place in former}
    return led | followed | {permalink: at for permalink, at in own.items() if at is not None}


def _led_by_span(old: Sequence[NamedPlace], new: Sequence[_New]) -> dict[str, int | None]:
    """For each old place the tightest new one that has half of its characters, or half of whose it has."""
    items = [at for at, place in enumerate(new) if place.depth == 1]
    starts = [new[at].span.start for at in items]
    led: dict[str, int | None] = {}
    for place in old:
        before = bisect_right(starts, place.span.start) - 1
        begin = items[before] if before >= 0 else 0
        best: tuple[bool, float, int] | None = None
        for at in range(begin, len(new)):
            if new[at].depth == 1 and new[at].span.start >= place.span.end:
                break
            share, tight = _common(place.span, new[at].span)
            if share >= _SAME_WORDS and new[at].segment and (new[at].depth == 1 or place.depth > 1):
                rank = (new[at].depth == place.depth, tight, -at)
                best = rank if best is None else max(best, rank)
        led[place.permalink] = None if best is None else -best[2]
    return led


def _common(one: Span, other: Span) -> tuple[float, float]:
    """The characters that two spans have in common, as a share of the shorter and of the longer."""
    lengths = max(one.end - one.start, 1), max(other.end - other.start, 1)
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / min(lengths), common / max(lengths)


def _led_by_words(old: Sequence[NamedPlace], new: Sequence[_New]) -> dict[str, int | None]:
    """For each old place the new one with its words: first those unchanged, then those most alike; each for one only.

    Among places with the same words the one that has the same name comes first; an item is only ever an item.
    """
    having: Mapping[str, list[int]] = defaultdict(list)
    natural = {}
    for at, there in enumerate(new):
        if there.segment:
            natural[there.permalink] = at
            for word in there.words:
                having[word].append(at)
    pairs = []
    for order, place in enumerate(old):
        named = natural.get(place.permalink)
        for at in {*_candidates(place, having), *(() if named is None else (named,))}:
            alike = _alike(place.words, new[at].words, whole=place.whole)
            if alike >= _SAME_WORDS and (new[at].depth == 1) == (place.depth == 1):
                same_depth = new[at].depth == place.depth
                pairs.append((alike == 1, at == named, alike, same_depth, -order, -at))
    led: dict[str, int | None] = dict.fromkeys((place.permalink for place in old), None)
    taken: set[int] = set()
    for *_, order, at in sorted(pairs, reverse=True):
        if led[old[-order].permalink] is None and -at not in taken:
            led[old[-order].permalink] = -at
            taken.add(-at)
    return led


def _candidates(place: NamedPlace, having: Mapping[str, Sequence[int]]) -> list[int]:
    """The places that have the most of the rarer words of an old one."""
    there = sorted((word for word in place.words if word in having), key=lambda word: len(having[word]))
    telling = [word for word in there if len(having[word]) <= _COMMON]
    shared = Counter(at for word in telling or there[:1] for at in having[word][:_COMMON])
    return [at for at, _ in shared.most_common(_CANDIDATES)]


def _alike(one: Counter[str], other: Counter[str], *, whole: bool) -> float:
    """The share of the words of the longer text that both have; of a text that was cut short, of its own words."""
    longer = max(one.total(), other.total()) if whole else one.total()
    return (one & other).total() / longer if longer else 1.0


def counted_words(text: str) -> Counter[str]:
    """The folded words of a text, each with how often it stands there."""
    return Counter(words(text))
