"""What `minutebook find` says: answers as values for a program, and as rows for a person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from shlex import quote
from typing import TYPE_CHECKING

from store.find.sentence import repetition
from store.text.dates import spoken_day
from tui.pages.plain import CUT_SHORT, hung, wrapped
from tui.terminal.console import Row

if TYPE_CHECKING:
    from store.find.answer import Answer, Hit, Spans
    from store.find.people import FoundPerson
    from store.find.query import Query
    from tui.session.searches import News

_THINGS = {"resolutions": "resolution", "titles": "item title", "text": "paragraph"}
_STEP = 4
_NAME_COLUMN = 24


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a section, the sentence that tells of it, and how many milliseconds it took."""

    answer: "Answer"
    sentence: str
    ms: float


def found_value(query: "Query", sections: Sequence[Found], people: "Sequence[FoundPerson]") -> dict[str, object]:
    """The answers of all sections for a program; `section` names the one that answers.

    `people` are those whose name was typed.
    """
    return {
        "query": query.text,
        "section": sections[0].answer.section.value,
        "problems": [asdict(problem) for problem in query.problems],
        "people": [asdict(person) for person in people],
        "ms": round(sum(found.ms for found in sections), 2),
        **{found.answer.section.value: _section_value(found) for found in sections},
    }


def _section_value(found: Found) -> dict[str, object]:
    answer = found.answer
    return {
        "sentence": found.sentence,
        "exact": asdict(answer.exact),
        "close": asdict(answer.close),
        "unfound": [asdict(unfound) for unfound in answer.unfound],
        "left_out": list(answer.left_out),
        "ms": round(found.ms, 2),
        "hits": [asdict(hit) for hit in answer.hits],
    }


def section_rows(heading: str, hits: Iterable["Hit"], references: Iterable[str], width: int) -> Iterator[Row]:
    """A section: its heading, then its hits, each behind an empty row."""
    yield from _unlit(wrapped(heading, width))
    for hit, reference in zip(hits, references, strict=True):
        yield ()
        yield from _hit_rows(hit, reference, width)


def _hit_rows(hit: "Hit", reference: str, width: int) -> Iterator[Row]:
    """The words with what was found in them lit; below them where they stand, and how many places have them."""
    cut = not hit.complete and hit.title  # of a title, it is the item that is cut short
    text = f"{hit.text} {CUT_SHORT}" if cut else hit.text
    yield from _lit(wrapped(text, width), hit.text, hit.spans)
    yield from _unlit(wrapped(reference, width, _STEP))
    title = f"‘{hit.title}’  " if hit.title else ""
    spans = tuple((start + 1, end + 1) for start, end in hit.title_spans)  # behind the quotation mark
    yield from _lit(wrapped(f"{title}{quote(hit.permalink)}", width, _STEP), title, spans)
    if hit.repeats > 1 or hit.more:
        yield from _unlit(wrapped(repetition(hit), width, _STEP))


def news_value(news: "News") -> dict[str, object]:
    """What is new in a saved query, for a program."""
    saved = news.saved
    return {
        "name": saved.name,
        "query": saved.text,
        "saved_at": saved.saved_at.isoformat(),
        "seen_at": saved.seen_at and saved.seen_at.isoformat(),
        "new": [asdict(hit) for hit in news.new],
    }


def heading_of_news(news: "News") -> str:
    """How much is new: "3 new in “floods” since 2 March 2026"."""
    number = f"{len(news.new):,}" if news.new else "nothing"
    return f"{number} new in “{news.saved.name}”{_since(news)}"


def saved_list(kept: Sequence["News"], width: int) -> str:
    """The saved queries: the name of each, its words, and how much is new."""
    column = min(max(len(news.saved.name) for news in kept) + 2, _NAME_COLUMN)
    return "\n".join(
        row
        for news in kept
        for row in hung(
            news.saved.name,
            f"{news.saved.text}  ({len(news.new) or 'nothing'} new{_since(news)})",
            width,
            column=column,
        )
    )


def star_list(stars: Iterable[tuple[str, str | None]], width: int) -> str:
    """What is starred: the reference of each place and its permalink below it."""
    rows = (
        [*wrapped(reference or "Not in this store:", width), *wrapped(quote(permalink), width, _STEP)]
        for permalink, reference in stars
    )
    return "\n".join(row for place in rows for row in place)


def _since(news: "News") -> str:
    seen_at = news.saved.seen_at
    return f" since {spoken_day(seen_at.astimezone().date().isoformat())}" if seen_at else ""


def unfound_sentences(answer: "Answer") -> Iterator[str]:
    """Which words found nothing, and what they may have meant: "no resolution has “gaet”; did you mean “gate”?"."""
    for unfound in answer.unfound:
        *others, last = [f"“{word}”" for word in unfound.meant] or [""]
        guess = " or ".join(filter(None, [", ".join(others), last]))
        if guess or unfound.typed != answer.query.text.strip():
            yield f"no {_THINGS[answer.section]} has “{unfound.typed}”{f'; did you mean {guess}?' if guess else '.'}"


def _unlit(rows: Iterable[str]) -> Iterator[Row]:
    return (((row, False),) for row in rows)


def _lit(rows: Iterable[str], text: str, spans: "Spans") -> Iterator[Row]:
    """`rows`, which begin with the words of `text`, in parts: those within `spans` of `text` lit, white space never."""
    within = {at for start, end in spans for at in range(start, end)}
    letters = iter([at in within for at, letter in enumerate(text) if not letter.isspace()])
    for row in rows:
        parts: list[tuple[str, bool]] = []
        for letter in row:
            lit = not letter.isspace() and next(letters, False)
            if parts and parts[-1][1] == lit:
                parts[-1] = (parts[-1][0] + letter, lit)
            else:
                parts.append((letter, lit))
        yield tuple(parts)
