"""Words with their looks, as a reader gathers them: runs of text, each set in one way, made into lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from store.model import Look, Span
from store.text.clean import clean_source

_NOWHERE = Span(0, 0)
PLAIN = Look(_NOWHERE)
"""The look of words that are set as most are. The span of a run's look means nothing."""
BOLD, ITALIC, UNDERLINED = Look(_NOWHERE, bold=True), Look(_NOWHERE, italic=True), Look(_NOWHERE, underlined=True)
RAISED, STRUCK = Look(_NOWHERE, raised=True), Look(_NOWHERE, struck=True)


class Run(NamedTuple):
    """Words set in one way; they may hold line ends."""

    text: str
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Styled:
    """A line of words and its looks, whose spans count in its own characters."""

    text: str
    looks: tuple[Look, ...] = ()

    def stripped(self) -> "Styled":
        """Without white space at its ends."""
        left = len(self.text) - len(self.text.lstrip())
        return Styled(self.text.strip(), moved(self.looks, -left)) if left else replace(self, text=self.text.rstrip())

    def part(self, start: int, end: int) -> "Styled":
        """The characters from `start` to before `end`, with their looks."""
        spans = ((look, max(look.span.start, start) - start, min(look.span.end, end) - start) for look in self.looks)
        looks = tuple(placed(look, one, two) for look, one, two in spans if one < two)
        return Styled(self.text[start:end], looks)

    def replaced(self, start: int, end: int, instead: str) -> "Styled":
        """With other characters, no more of them, in the place of those from `start` to before `end`."""
        kept, gone = start + len(instead), end - start - len(instead)

        def place(at: int) -> int:
            return at if at <= kept else max(kept, at - gone)

        spans = ((look, Span(place(look.span.start), place(look.span.end))) for look in self.looks)
        looks = tuple(replace(look, span=span) for look, span in spans if span.start < span.end)
        return Styled(self.text[:start] + instead + self.text[end:], looks)

    def first_look(self) -> Look:
        """The look that the words begin with."""
        return next((replace(look, span=_NOWHERE) for look in self.looks if look.span.start == 0), PLAIN)

    def after(self, text: str, look: Look = PLAIN) -> "Styled":
        """With `text` before it, set in a look."""
        head = (replace(look, span=Span(0, len(text.rstrip()))),) if look != PLAIN and text.strip() else ()
        return Styled(text + self.text, (*head, *moved(self.looks, len(text))))

    def wholly(self, look: Look) -> "Styled":
        """With a look more that all of its words have."""
        start, end = len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())
        return self if start >= end else Styled(self.text, (placed(look, start, end), *self.looks))


def placed(look: Look, start: int, end: int) -> Look:
    """A look from `start` to before `end` (what `replace` does, at a third of its cost)."""
    of = look
    return Look(
        Span(start, end), of.bold, of.italic, of.underlined, of.raised, of.struck, of.hidden, of.heading, of.size,
        of.cell, of.quoted,
    )  # fmt: skip


@lru_cache(maxsize=1000)
def both(one: Look, two: Look) -> Look:
    """The look of words that have two; what differs is that of `two`."""
    return Look(
        _NOWHERE,
        bold=one.bold or two.bold,
        italic=one.italic or two.italic,
        underlined=one.underlined or two.underlined,
        raised=one.raised or two.raised,
        struck=one.struck or two.struck,
        hidden=one.hidden or two.hidden,
        heading=two.heading or one.heading,
        size=two.size or one.size,
        cell=two.cell or one.cell,
        quoted=one.quoted or two.quoted,
    )


@lru_cache(maxsize=1000)
def sized(look: Look, size: float) -> Look:
    """A look of another size."""
    return replace(look, size=size)


def moved(looks: Iterable[Look], by: int) -> tuple[Look, ...]:
    """Looks, so many characters further on."""
    return tuple(placed(look, look.span.start + by, look.span.end + by) for look in looks)


def beside(parts: Sequence[Styled], between: str) -> Styled:
    """Several lines as one, with `between` from each to the next."""
    looks: list[Look] = []
    at = 0
    for part in parts:
        looks += moved(part.looks, at)
        at += len(part.text) + len(between)
    return Styled(between.join(part.text for part in parts), tuple(looks))


def without_struck(words: Iterable[Run]) -> list[Run]:
    """The runs that are not struck, with one of the two spaces that stood around those that are."""
    kept: list[Run] = []
    for run in words:
        if not run.look.struck:
            spaced = bool(kept) and kept[-1].text.endswith(" ")
            kept.append(run._replace(text=run.text.removeprefix(" ")) if spaced else run)
    return kept


def struck_words(runs: Iterable[Run]) -> Styled:
    """The runs that are struck out, on one line, apart from each other where others stand between them."""
    parts = [list(group) for is_struck, group in groupby(runs, key=lambda run: run.look.struck) if is_struck]
    return beside([beside(styled_lines(part), " ").stripped() for part in parts], " ").stripped()


def without_struck_words(line: Styled) -> Styled:
    """A line without its words that are struck out, and with one of the two spaces that stood around them."""
    kept: list[Styled] = []
    at = 0
    for look in line.looks:
        if look.struck:
            kept.append(line.part(at, look.span.start))
            at = look.span.end + (
                line.text[look.span.start - 1 : look.span.start] == line.text[look.span.end :][:1] == " "
            )
    return beside([*kept, line.part(at, len(line.text))], "") if kept else line


def styled_lines(runs: Iterable[Run]) -> list[Styled]:
    """The lines that runs make, without control characters; looks do not reach over white space at their ends.

    Words that stand beside each other in one look have it once.
    """
    lines: list[list[Run]] = [[]]
    for text, look in runs:
        first, *rest = text.split("\n") if "\n" in text else (text,)
        lines[-1].append(Run(first, look))
        lines.extend([Run(one, look)] for one in rest)
    return [_line(line) for line in lines]


def _line(runs: Sequence[Run]) -> Styled:
    whole = "".join(run.text for run in runs)
    text = clean_source(whole).replace("\n", " ")
    if text != whole:
        cleaned = [Run(clean_source(run.text).replace("\n", " "), run.look) for run in runs]
        if "".join(run.text for run in cleaned) != text:
            return Styled(text)
        runs = cleaned
    return Styled(text, _looks(text, runs))


def _looks(text: str, runs: Iterable[Run]) -> tuple[Look, ...]:
    """The looks of `runs` in the text that they make, but the plain one; one look where the same goes on."""
    set_so: list[tuple[int, int, Look]] = []
    at = 0
    for words, look in runs:
        start, end = at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        at += len(words)
        if look is PLAIN or start >= end or look == PLAIN:
            continue
        if set_so:
            first, last, other = set_so[-1]
            if (other is look or other == look) and (last == start or text[last:start].isspace()):
                set_so[-1] = (first, end, look)
                continue
        set_so.append((start, end, look))
    return tuple(placed(look, start, end) for start, end, look in set_so)
