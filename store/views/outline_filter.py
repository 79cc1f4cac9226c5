"""What a query leaves of the outline of one meeting: the places whose words fit, and the branches that they are on."""

from collections.abc import Iterable, Set

from store.find.outcome_synonyms import ALSO_CALLED
from store.find.parse_query import parse_query
from store.find.query import Query, QueryFilter
from store.find.slips import one_edit_away
from store.text.tokens import words
from store.views.view_lines import ClauseLine, ItemLine, MeetingView, ResolutionLine

_FORGIVEN_FROM = 4  # letters of a word that may be mistyped


def places_left(view: MeetingView, query: str) -> Set[str]:
    """The permalinks of the items, resolutions and clauses that fit, with all above them.

    A word fits where a word begins with it; one that fits nowhere may be mistyped by a letter. Of the fields those
    count that an item or a decision can have.
    """
    asked = parse_query(query)
    typed = [word.folded for word in asked.words] + [word for phrase in asked.phrases for word in phrase.folded]
    spellings = [_spellings(word.replace("_", " ").split()[0], view) for word in typed]
    left: set[str] = set()
    for item in view.items:
        of_item = words(f"{item.number or ''} {item.title}")
        if _fits(of_item, spellings) and _has(asked, view, item):
            left.add(item.permalink)
        for resolution in item.resolutions:
            below = _of_resolution(view, item, resolution, asked, spellings)
            if below:
                left |= {item.permalink, resolution.permalink, *below}
    return left


def _of_resolution(
    view: MeetingView, item: ItemLine, resolution: ResolutionLine, asked: Query, spellings: list[tuple[str, ...]]
) -> list[str]:
    """The clauses that fit: a word may stand in the title of the item too, but not all of them there."""
    title = words(f"{item.number or ''} {item.title}")
    before = words(f"{resolution.kind} {resolution.intro or ''}")
    fit = []
    for clause in resolution.clauses:
        own = before + words(_said(clause))
        here = not spellings or any(_fits(own, [one]) for one in spellings)
        if here and _fits(own + title, spellings) and _has(asked, view, item, resolution, clause.outcomes):
            fit.append(clause.permalink)
    return fit


def _said(clause: ClauseLine) -> str:
    return " ".join([clause.label or "", clause.text, *clause.outcomes, *(text for _, text in clause.points)])


def _spellings(word: str, view: MeetingView) -> tuple[str, ...]:
    """The word or, where it begins none of the outline, those a slip away."""
    there = {one for item in view.items for one in _words_of(item)}
    if any(one.startswith(word) for one in there) or len(word) < _FORGIVEN_FROM:
        return (word,)
    return (word, *(one_edit_away(word) & there))


def _words_of(item: ItemLine) -> Iterable[str]:
    yield from words(item.title)
    for resolution in item.resolutions:
        yield from words(f"{resolution.kind} {resolution.intro or ''}")
        for clause in resolution.clauses:
            yield from words(_said(clause))


def _fits(there: list[str], spellings: list[tuple[str, ...]]) -> bool:
    """Whether each word stands there."""
    return all(any(one.startswith(spelled) for one in there) for spelled in spellings)


def _has(
    asked: Query,
    view: MeetingView,
    item: ItemLine,
    resolution: ResolutionLine | None = None,
    outcomes: tuple[str, ...] = (),
) -> bool:
    """Whether an item or a decision in it has what the fields say. Several values of a field are alternatives."""
    for one in asked.filters:
        if one.excluded and _holds(one, view, item, resolution, outcomes):
            return False
    wanted = [one for one in asked.filters if not one.excluded]
    return all(
        any(_holds(one, view, item, resolution, outcomes) for one in wanted if one.field == field)
        for field in {one.field for one in wanted}
    )


def _holds(
    one: QueryFilter, view: MeetingView, item: ItemLine, resolution: ResolutionLine | None, outcomes: tuple[str, ...]
) -> bool:
    if one.field == "outcome":
        meant = [ALSO_CALLED.get(word, word) for word in one.folded]
        return any(outcome.startswith(word) for outcome in outcomes for word in meant)
    if one.field == "number":
        return words(item.number or "")[: len(one.folded)] == list(one.folded)
    if one.field == "item":
        title = words(item.title)
        return all(any(there.startswith(word) for there in title) for word in one.folded)
    if one.field in ("form", "result"):
        return resolution is not None and getattr(resolution, one.field) == one.typed
    if one.field == "has":
        return _prints(one.typed, view, item, resolution)
    if one.field == "is" and one.typed == "incomplete":
        return not item.complete
    return True  # what the whole meeting has or has not


def _prints(what: str, view: MeetingView, item: ItemLine, resolution: ResolutionLine | None) -> bool:
    if what == "vote":
        return resolution is not None and resolution.vote is not None
    return any(doubt.permalink == item.permalink for doubt in view.doubts)
