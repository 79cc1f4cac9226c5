"""The items of pages that hold one item, one issue, or records of decisions: the kind of page tells what heads each."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.model import PageKind
from store.parse.items.counters import counters_before
from store.parse.items.headings import Heading, heading_of
from store.parse.page.kind import (
    DECISION_HEAD,
    ISSUE_MEETING,
    RECORD_TITLE,
    heads_decision,
    heads_one_item,
    is_after_the_item,
    is_record_label,
)
from store.parse.page.lines import Line
from store.parse.page.passage import together
from store.parse.page.sections import is_section
from store.parse.page.wrapping import join_lines

_PURPOSE = re.compile(r"(?:purpose|pwrpas|content|summary)\s?:", re.IGNORECASE)
_SUMMONS = re.compile(r"to\s[a-z]+\s", re.IGNORECASE)
_SITE = re.compile(
    r"(?:to\sreport\sany|you\sare\shere|use\sthe\sbelow|your\s\w+$|councillors$|home$|search|menu$)", re.IGNORECASE
)
_LONGEST_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class Record:
    """What a page of one of these kinds holds: its headings, and the lines that stand beside its words.

    `labels` tell of the decision ("Decided at meeting: …") and are read with the page's heading; `links` list the
    documents that go with it.
    """

    headings: tuple[Heading, ...]
    labels: tuple[Line, ...] = ()
    links: tuple[Line, ...] = ()


def read_record(kind: PageKind, lines: Sequence[Line]) -> Record:
    """The headings on a page of `kind`, which is neither minutes nor an agenda."""
    links = _links(lines)
    beside = {line.span.start for line in links}
    labels = [line for line in lines if line.span.start not in beside and is_record_label(line)]
    beside |= {line.span.start for line in labels}
    words = list(_joined(line for line in lines if line.span.start not in beside))
    return Record(tuple(_READERS[kind](words)), tuple(labels), tuple(links))


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """`lines`, those joined that run on, as a wrapped title does; what heads a meeting or a record is a line."""
    held: list[Line] = []
    for line in lines:
        if ISSUE_MEETING.match(line.text) or DECISION_HEAD.match(line.text):
            yield from (*join_lines(held), line)
            held = []
        else:
            held.append(line)
    yield from join_lines(held)


def _links(lines: Sequence[Line]) -> list[Line]:
    """The documents listed at the end of a page, from the line that heads them."""
    start = next((index for index, line in enumerate(lines) if is_after_the_item(line)), len(lines))
    end = next((at for at in range(start + 1, len(lines)) if not _is_document(lines[at])), len(lines))
    return list(lines[start:end])


def _is_document(line: Line) -> bool:
    return not is_record_label(line) and not is_section(line) and not line.text.endswith((".", ":"))


def _one_item(lines: Sequence[Line]) -> Iterator[Heading]:
    """The one item: its title stands under "Agenda item", or else is the first line."""
    under = next((index + 1 for index, line in enumerate(lines) if heads_one_item(line)), None)
    if under is None:
        under = next((index for index, line in enumerate(lines) if _may_head(line)), 0)
    if under < len(lines) and not is_section(lines[under]):
        yield _titled(lines[under])


def _may_head(line: Line) -> bool:
    """Whether a line above an item may be its title, rather than the site's own."""
    return not line.text.endswith(":") and not _SITE.match(line.text)


def _issue(lines: Sequence[Line]) -> Iterator[Heading]:
    """What each meeting did: its item stands under "Meeting: …", its title there or, for all, above the first."""
    heads = [index for index, line in enumerate(lines) if ISSUE_MEETING.match(line.text)]
    for index in heads:
        match = ISSUE_MEETING.match(lines[index].text)
        number = match["number"] if match else None
        if index + 1 < len(lines) and index + 1 not in heads and not is_section(lines[index + 1]):
            found = _titled(lines[index + 1], number)
            yield replace(found, number=found.number or number)


def _decision(lines: Sequence[Line]) -> Iterator[Heading]:
    """The one decision: its title is labelled, or stands under "Decision details"; else what it was to do is it."""
    if labelled := next(filter(None, map(_labelled_title, lines, [*lines[1:], None])), None):
        yield labelled
        return
    under = next((index + 1 for index, line in enumerate(lines) if heads_decision(line)), 0)
    first = next((line for line in lines[under:] if not _PURPOSE.fullmatch(line.text)), None)
    if first is None or is_section(first):
        return
    if _is_title(first.text) or _SUMMONS.match(first.text):
        yield heading_of(None, first.words, first.words)


def _labelled_title(line: Line, under: Line | None) -> Heading | None:
    """The title that stands behind its label, or under it."""
    match = RECORD_TITLE.match(line.words.raw)
    if match is None:
        return None
    behind = line.words.part(match.end())
    if behind:
        return heading_of(None, behind, line.words)
    return heading_of(None, under.words, together([line.words, under.words])) if under else None


def _decisions(lines: Sequence[Line]) -> Iterator[Heading]:
    """Each decision of a list: its title stands behind its day."""
    for line in lines:
        if match := DECISION_HEAD.match(line.text):
            at = line.text.index(match["title"])
            raw_at = line.words.raw.find(match["title"].split()[0], at)
            title = line.words.part(
                max(raw_at, 0), line.words.raw.find(match["title"][-1:], max(0, match.end("title") - 1)) + 1
            )
            if title:
                yield replace(heading_of(None, title, line.words), reference=match["reference"])


def _titled(line: Line, number: str | None = None) -> Heading:
    """A heading of one line, its number apart when it has one that is no part of the words ("20 Years of Ferries").

    A number has a stop, or is the `number` that the page gives to the item elsewhere. With another word than one for an
    item it is a reference within the title ("Application 23/00417/FUL: …").
    """
    counter = next(counters_before(line.words.raw), None)
    if counter and counter.has_word and not counter.says_item:
        counter = None
    marked = counter is not None and (counter.stopped or counter.printed == number)
    if counter and marked and counter.title_from is not None and not counter.is_list_label:
        title = line.words.part(counter.title_from)
        if title and not title.text[0].islower():
            return heading_of(counter.printed, title, line.words)
    return heading_of(None, line.words, line.words)


def _is_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE and not text.endswith((",", ";", ":")) and not text.casefold().startswith("having")
    )


_READERS: dict[PageKind, Callable[[Sequence[Line]], Iterator[Heading]]] = {
    PageKind.ITEM: _one_item,
    PageKind.ISSUE: _issue,
    PageKind.DECISION: _decision,
    PageKind.DECISIONS: _decisions,
}
