"""A query with its answer -> one sentence: "14 resolutions approved by committees like “planning” in 2019"."""

import re
from collections.abc import Iterator, Sequence

from store.find.answer import Answer, Count, Hit
from store.find.query import Alternative, Phrase, Query, QueryFilter
from store.index.section import Section
from store.text.clean import clean_line
from store.text.lists import counted, listed
from store.text.periods import spoken_period
from store.text.tokens import placed_search_words

_NOUNS = {Section.RESOLUTIONS: "resolution", Section.TITLES: "item title", Section.TEXT: "paragraph"}
_SEEN, _UNSEEN = "of meetings seen already", "of meetings not seen yet"
_FLAGS = {
    "vote": "with a vote",
    "amendment": "with an amendment",
    "doubt": "in doubt",
    "incomplete": "cut short",
    "finding": "with something that does not fit",
    "open": "asking for something that is open",
    "overdue": "asking for something that is overdue",
    "seen": _SEEN,
    "unseen": _UNSEEN,
}
_FLAGS_EXCLUDED = {
    "vote": "without a vote",
    "amendment": "without an amendment",
    "doubt": "not in doubt",
    "incomplete": "not cut short",
    "finding": "with nothing that does not fit",
    "open": "asking for nothing that is open",
    "overdue": "asking for nothing that is overdue",
    "starred": "not starred",
    "seen": _UNSEEN,
    "unseen": _SEEN,
}
_PEOPLE = {
    "person": "that name somebody like",
    "present": "attended by somebody like",
    "apologies": "missed by somebody like",
    "chair": "chaired by somebody like",
    "interest": "with an interest of somebody like",
}
_SPOKEN = {"formal": "decisions set apart", "bare": "bare words"}  # forms as a sentence calls them
_QUOTES = '"“”„'
_LOOKED_THROUGH = 4000  # characters of a query, for its words as typed
_JOINS = re.compile(r"[^\w\s]+")  # what stands between the words of "19/01131/FUL"


def repetition(hit: Hit) -> str:
    """How many places have the words of a hit: "passed 1,204 times", and of a title "stands 33 times"."""
    does = "passed" if hit.section is Section.RESOLUTIONS else "stands"
    return f"{does} here, and perhaps elsewhere" if hit.more else f"{does} {hit.repeats:,} times"


def sentence(query: Query, answer: Answer) -> str:
    """What was asked for, in words, with how many answers there are, and how many of them exact and close.

    It says no more than is known: names are as typed ("committees like “planing”"), and where counting stopped there
    are "at least" so many.
    """
    only_close = bool(answer.close.number) and not answer.exact.number
    words = list(_words(query, answer.left_out, only_close=only_close))
    fields = list(_fields(query, excluded=False))
    if words and _typed(query, "outcome"):
        words[-1] += ","  # "with “roof”, noted by committees": the roof is not what was noted by them
    said = " ".join([_many(query, answer), *words, *fields])
    if excluded := [*_excluded_words(query), *_fields(query, excluded=True)]:
        said += f"{',' if words or fields else ''} {', '.join(excluded)}"
    if answer.left_out:
        said += f", leaving out “{_as_typed(query, answer.left_out)}”"
    said += _ending(query, answer)
    return clean_line(f"{said}; no resolution has all of it" if answer.instead else said)


def _many(query: Query, answer: Answer) -> str:
    """How many of what: "No resolutions", "1 starred resolution", "At least 1,204 resolutions"."""
    starred = "starred " if any(one.typed == "starred" for one in _typed(query, "is")) else ""
    noun, total = f"{starred}{_NOUNS[answer.section]}", answer.total
    if not total.number:
        return f"Not looked through to the end; so far no {noun}s" if total.more else f"No {noun}s"
    return f"{'At least ' if total.more else ''}{counted(total.number, noun)}"


def _ending(query: Query, answer: Answer) -> str:
    """How many are exact and how many close, where there are both; without words, how they are ordered."""
    if answer.exact.number and answer.close.number:
        return f": {_number(answer.exact)} exact, {_number(answer.close)} close"
    return ", newest first" if answer.total.number > 1 and not query.asks_words else ""


def _number(count: Count) -> str:
    return f"{'at least ' if count.more else ''}{count.number:,}"


def _words(query: Query, left_out: Sequence[str], *, only_close: bool) -> Iterator[str]:
    """The words that were looked for, the phrases, and the numbers of items that are typed like words."""
    plain = _as_typed(query, _plain(query, left_out))
    sure = [f"exactly “{_as_typed(query, [word.folded])}”" for word in query.words if word.exact]
    sure += [f"the phrase {phrase}" for phrase in _quoted(query, query.phrases, at_start=False)]
    sure += [f"either {_listed_choice(choice)}" for choice in query.choices]
    if plain and only_close:
        yield f"close to “{plain}”"
    elif plain:
        sure.insert(0, f"“{plain}”")
    if sure:
        yield f"with {listed(sure, 'and')}"
    if begins := _quoted(query, query.phrases, at_start=True):
        yield f"beginning with {listed(begins, 'and')}"
    if numbers := [_as_typed(query, word.folded.split("_")) for word in query.words if word.number]:
        yield f"numbered {listed(numbers, 'and')}"


def _listed_choice(choice: Sequence[Alternative]) -> str:
    """The alternatives as typed, those in quotes without them: "“roof” or “market hall”"."""
    return listed([f"“{one.typed.strip(_QUOTES)}”" for one in choice], "or")


def _plain(query: Query, left_out: Sequence[str]) -> list[str]:
    """The words that were looked for as words, mistyped or not."""
    words = [word.folded for word in query.words if not word.exact and not word.number]
    return [word for word in words if word not in left_out]


def _excluded_words(query: Query) -> Iterator[str]:
    if without := _quoted(query, query.without, at_start=False):
        yield f"without {listed(without, 'or')}"
    if begins := _quoted(query, query.without, at_start=True):
        yield f"not beginning with {listed(begins, 'or')}"


def _fields(query: Query, *, excluded: bool) -> Iterator[str]:
    """The fields that must hold, or those that must not, in an order in which they make a sentence."""
    no, having = ("not ", "without") if excluded else ("", "with")
    of = "of"
    if outcomes := _typed(query, "outcome", excluded):
        done = all(map(_is_done, outcomes))
        named = listed((one.typed.lower() for one in outcomes), "or")
        yield f"{no}{named}" if done else f"{having} an outcome like {_alike(outcomes)}"
        of = "by" if done and not excluded else "of"
    yield from _of_threads(query, no, excluded=excluded)
    for name, whose in (("committee", "committees"), ("council", "councils")):
        if named_so := _typed(query, name, excluded):
            yield f"{no}{of} {whose} like {_alike(named_so)}"
            of = "of"
    yield from _of_items(query, no, having, excluded=excluded)
    for name in ("year", "date"):
        if periods := [spoken_period(one.period) for one in _typed(query, name, excluded) if one.period]:
            yield f"{no}{listed(periods, 'or')}"
    if flags := _flags(query, excluded=excluded):
        yield listed(flags)


def _of_threads(query: Query, no: str, *, excluded: bool) -> Iterator[str]:
    """What the fields say of requests and references: who is to do it, by when, and what is referred to."""
    if owners := _typed(query, "owner", excluded):
        yield f"{no}asked of {_alike(owners)}"
    if due := [spoken_period(one.period) for one in _typed(query, "due", excluded) if one.period]:
        yield f"{no}due {listed(due, 'or')}"
    if referred := _typed(query, "refers", excluded):
        yield f"{no}referring to {listed((one.typed for one in referred), 'or')}"


def _is_done(outcome: QueryFilter) -> bool:
    """Whether an outcome is what was done by somebody: "noted", and not "no action"."""
    return outcome.typed.isalpha() and outcome.typed.lower().endswith("ed")


def _of_items(query: Query, no: str, having: str, *, excluded: bool) -> Iterator[str]:
    """What the fields say of an item: its title, its number, who moved what it resolved."""
    if items := _typed(query, "item", excluded):
        yield f"{no}under items like {_alike(items)}"
    if numbers := _typed(query, "number", excluded):
        yield f"{no}numbered {listed((one.typed for one in numbers), 'or')}"
    for name, said in (("mover", "a mover"), ("seconder", "a seconder")):
        if named := _typed(query, name, excluded):
            yield f"{having} {said} like {_alike(named)}"
    for name, said in _PEOPLE.items():
        if named := _typed(query, name, excluded):
            yield f"{no}of meetings {said} {_alike(named)}"
    for name, said in (("form", "told as"), ("result", "whose motion was")):
        if wanted := _typed(query, name, excluded):
            yield f"{no}{said} {listed((_SPOKEN.get(one.typed, one.typed) for one in wanted), 'or')}"


def _flags(query: Query, *, excluded: bool) -> list[str]:
    known = _FLAGS_EXCLUDED if excluded else _FLAGS
    asked = [one.typed for name in ("has", "is") for one in _typed(query, name, excluded)]
    return [known[flag] for flag in asked if flag in known]


def _typed(query: Query, field: str, excluded: bool = False) -> list[QueryFilter]:
    return [one for one in query.filters if one.field == field and one.excluded is excluded]


def _alike(filters: Sequence[QueryFilter]) -> str:
    return listed([f"“{one.typed}”" for one in filters], "or")


def _quoted(query: Query, phrases: Sequence[Phrase], *, at_start: bool) -> list[str]:
    return [f"“{_as_typed(query, phrase.folded)}”" for phrase in phrases if phrase.at_start is at_start]


def _as_typed(query: Query, folded: Sequence[str]) -> str:
    """Words as they stand in the query's text, with what joins them there: "19/01131/FUL", "16(v)", "£2.3m"."""
    text = query.text[:_LOOKED_THROUGH]
    placed = placed_search_words(text)
    said, behind = "", 0
    for word in folded:
        start, end = next(((start, end) for one, start, end in placed if one == word), (0, 0))
        joined = text[behind:start] if said and _JOINS.fullmatch(text, behind, start) else " "
        sign = text[start - 1] if start and text[start - 1] in "£€$" else ""
        said += joined + (sign + text[start:end] or word)
        behind = end
    return said.strip() + ")" * (said.count("(") - said.count(")"))
