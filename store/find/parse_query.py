"""What is typed -> a `Query`. Whatever is typed means something, half typed too, and nothing raises."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from store.find.either import chain_at, has_or, lone_or
from store.find.query import Alternative, Phrase, Query, QueryFilter, QueryProblem, QueryWord
from store.find.query_fields import NoValue, QueryField, chosen_value, field_named, nearest_field
from store.index.section import Section
from store.text.clean import clean_line
from store.text.labels import FIGURE, LETTERS
from store.text.periods import NoPeriod, read_period
from store.text.tokens import placed_search_words, words

# Of what somebody pastes, only the beginning counts.
_MOST_CHARACTERS = 4000
_MOST_WORDS = 32
_MOST_FILTERS = 32

_SECTIONS = {"title": Section.TITLES, "text": Section.TEXT}
_DATED = frozenset(("year", "date", "due"))

# A quote right behind a letter or a figure opens nothing (24" pipes); nor does an apostrophe there close ‘a carer’s’.
_NOT, _AT_START = "!", "^"
_MARKS = "!^'’"
_QUOTES = '"“”„'
_QUOTED = rf"[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)|‘(?P<single>.*?)(?:’(?!\w)|\Z)"
_LETTER = rf"(?:[^\s{_QUOTES}]|(?<=\w)[{_QUOTES}])"
_PIECE = re.compile(rf"{_QUOTED}|(?P<bare>{_LETTER}+)", re.DOTALL)
_VALUE = re.compile(rf"{_QUOTED}|'(?P<straight>[^']*)'(?!\w)|(?P<bare>(?:(?!,){_LETTER})+)", re.DOTALL)
_SCALED = re.compile(r"\d[\d.,]*\s(?:thousand|[mb]illion)\b", re.IGNORECASE | re.ASCII)
_AROUND_VALUE = "[]{};:!?"
_OPENING = re.compile(rf"[^\w‘{_QUOTES}{_MARKS}]*+(?P<marks>[{_MARKS}]*+)(?:(?P<name>[^\W\d_]{{1,30}}):)?")

# "min 22", "Minute no. 16(v)", "item 77/24"; without a word before it only "16(v)", for 22 may be anything.
_SAYS_NUMBER = r"(?:agenda\s+)?(?:mins?|minute|item)\.?\s*(?:(?:no|number)\.?\s*)?"
_NUMBER = r"\d{1,4}[a-z]?(?:/\d{2,4}|(?:\.\d{1,2}){1,2})?"
_NUMBERED = re.compile(
    rf"(?:{_SAYS_NUMBER}(?P<told>{_NUMBER}(?:\s?\({FIGURE}\))*(?:\s?\({FIGURE}?\Z)?)"
    rf"|(?P<alone>\d{{1,4}}[a-z]?\({LETTERS}(?:\)|\Z)))"
    r"(?![\w/(]|[-–.,:]\d)",
    re.IGNORECASE | re.ASCII,
)


def parse_query(text: str) -> Query:
    """What `text` asks for: words, phrases and fields, and what in it means nothing.

    The last word is unfinished when the text ends with it. What a "!" excludes is always taken as it stands: "!n" on
    the way to "!noted" must not hide half of the answers.
    """
    return _QueryReading(text).query()


class _QueryReading:
    """A query as far as it is read, from left to right; what reads a part says where the next one begins."""

    def __init__(self, text: str) -> None:
        self._whole = text
        self._text = text[:_MOST_CHARACTERS]
        self._room = _MOST_WORDS
        self._words: list[QueryWord] = []
        self._phrases: list[Phrase] = []
        self._without: list[Phrase] = []
        self._filters: list[QueryFilter] = []
        self._problems: list[QueryProblem] = []
        self._choices: list[tuple[Alternative, ...]] = []
        self._section: Section | None = None
        self._may_choose = has_or(self._text)

    def query(self) -> Query:
        at = 0
        while at < len(self._text):
            at = self._read_part(at)
        return Query(
            self._whole,
            tuple(self._words),
            tuple(self._phrases),
            tuple(self._without),
            tuple(dict.fromkeys(self._filters))[:_MOST_FILTERS],
            self._section,
            tuple(dict.fromkeys(self._problems)),
            tuple(self._choices),
        )

    def _read_part(self, at: int) -> int:
        if self._may_choose:
            if (behind := lone_or(self._text, at)) is not None:
                return behind
            if chain := chain_at(self._text, at):
                self._take_choice_of_words(*chain)
                return chain[1]
        opening = _OPENING.match(self._text, at)
        assert opening is not None, "it fits where nothing stands, too"
        marks, name = opening["marks"], opening["name"]
        begins, behind = opening.start("marks"), opening.end()
        if name and not marks.strip(_NOT):  # behind ' and ^ a colon is a colon
            if field := field_named(name):
                return self._read_field(field, begins, behind, excluded=bool(marks))
            if self._is_value(behind):
                return self._read_unknown(name, begins, behind, excluded=bool(marks))
        return self._read_words(begins + len(marks), marks)

    def _read_words(self, at: int, marks: str = "") -> int:
        """A word, a phrase or the number of an item."""
        if not marks and (numbered := _NUMBERED.match(self._text, at)):
            self._take_number(numbered["told"] or numbered["alone"], numbered.end())
            return numbered.end()
        if scaled := _SCALED.match(self._text, at):
            self._take_words(*scaled.span(), marks, quoted=False)
            return scaled.end()
        if piece := _PIECE.match(self._text, at):
            self._take_words(*piece.span(piece.lastgroup or 0), marks, quoted=piece.lastgroup != "bare")
            return piece.end()
        return at

    def _take_choice_of_words(self, places: Sequence[tuple[int, int]], ends: int) -> None:
        """Alternatives, each read as a query of its own; several values of one field are any of them as it is."""
        if not places:
            return
        read = []
        for begin, end in places:
            finished = "" if end == ends == len(self._text) else " "
            read.append(_QueryReading(self._text[begin:end] + finished).query())
        self._problems += [problem for query in read for problem in query.problems]
        self._take_filters_of_choice(read, places[0][0], ends)
        chosen: list[Alternative] = []
        for (begin, end), query in zip(places, read, strict=True):
            chosen += islice(_alternatives_in(self._text[begin:end].strip(), query), self._room + 1)
        taken = sum(len(one.words) + len(one.phrases) for one in chosen)
        if len(chosen) == 1:
            self._words += chosen[0].words
            self._phrases += chosen[0].phrases
        elif taken and taken <= self._room:
            self._room -= taken
            self._choices.append(tuple(chosen))

    def _take_filters_of_choice(self, read: Sequence[Query], begins: int, ends: int) -> None:
        filters = [one for query in read for one in query.filters]
        self._filters += filters
        if len({one.field for one in filters}) > 1 or (filters and any(query.asks_words for query in read)):
            self._explain(begins, ends, "OR stands between words; of different fields all must hold.")

    def _take_words(self, begins: int, ends: int, marks: str, *, quoted: bool) -> None:
        placed = list(placed_search_words(self._text[begins:ends]))
        folded = tuple(word for word, _, _ in placed[: self._room])
        if not folded:
            return
        self._room -= len(folded)
        unfinished = len(folded) == len(placed) and begins + placed[-1][2] == len(self._text)
        at_start = _AT_START in marks
        if _NOT in marks:
            self._without.append(Phrase(folded, at_start=at_start))
        elif quoted or at_start or (marks and len(folded) > 1):
            self._phrases.append(Phrase(folded, unfinished, at_start))
        else:
            self._words += [QueryWord(word) for word in folded[:-1]]
            self._words.append(QueryWord(folded[-1], exact=bool(marks), unfinished=unfinished))

    def _take_number(self, typed: str, ends: int) -> None:
        if self._room:
            self._room -= 1
            unfinished = ends == len(self._text) and typed[-1].isalnum()
            self._words.append(QueryWord("_".join(words(typed)), unfinished=unfinished, number=True))

    def _is_value(self, at: int) -> bool:
        """Whether what stands behind a colon looks like a value: not so in "Resolved: that" and "http://"."""
        follows = self._text[at : at + 1]
        return follows.isalnum() or (follows != "" and follows in _QUOTES)

    def _read_unknown(self, name: str, begins: int, behind: int, *, excluded: bool) -> int:
        """A field that there is not: its value stays, as words; and its name too, where it is like no field's."""
        value = _PIECE.match(self._text, behind)
        ends = value.end() if value else behind
        meant = nearest_field(name)
        says = f"did you mean {meant}:?" if meant else "it is read as words."
        self._explain(begins, ends, f"There is no field “{name}”; {says}")
        if excluded:
            return ends  # nobody meant to hide these words wherever they stand
        return self._read_words(behind if meant else begins)

    def _read_field(self, field: QueryField, begins: int, at: int, *, excluded: bool) -> int:
        """A field with its values, of which there may be several with commas between."""
        while True:
            while self._text.startswith(",", at):
                at += 1
            value = _VALUE.match(self._text, at)
            if not value:
                return at
            at = value.end()
            span = value.span(value.lastgroup or 0)
            try:
                self._take_value(field, *span, excluded=excluded)
            except (NoValue, NoPeriod) as wrong:
                self._explain(begins, at, str(wrong))
            if not self._text.startswith(",", at):
                return at

    def _take_value(self, field: QueryField, begins: int, ends: int, *, excluded: bool) -> None:
        typed, unfinished = self._text[begins:ends].strip(_AROUND_VALUE), ends == len(self._text)
        typed = typed if "(" in typed else typed.rstrip(")")
        folded = tuple(words(typed)[:_MOST_WORDS])
        if not folded:
            return
        if field.values:
            if value := chosen_value(field, typed, unfinished=unfinished):
                self._take_choice(field, value, excluded=excluded)
        elif field.name not in _DATED:
            self._filters.append(QueryFilter(field.name, typed, folded, excluded=excluded))
        elif period := read_period(typed, unfinished=unfinished):
            self._filters.append(QueryFilter(field.name, typed, folded, period, excluded=excluded))

    def _take_choice(self, field: QueryField, value: str, *, excluded: bool) -> None:
        if field.name != "in":
            self._filters.append(QueryFilter(field.name, value, (value,), excluded=excluded))
        elif excluded:
            raise NoValue("in: says where to find; it excludes nothing.")
        else:
            self._section = _SECTIONS[value]

    def _explain(self, begins: int, ends: int, why: str) -> None:
        self._problems.append(QueryProblem(clean_line(self._text[begins:ends]), clean_line(why)))


def _alternatives_in(typed: str, query: Query) -> Iterator[Alternative]:
    """What one side of an `OR` is any of: itself, or each of the choices in it with the rest of its words."""
    for chosen in product(*query.choices):
        found = sum((one.words for one in chosen), query.words)
        phrases = sum((one.phrases for one in chosen), query.phrases)
        alone = len(chosen) == 1 and not (query.words or query.phrases)  # "(quay OR weir) OR lock" is one of three
        if found or phrases:
            yield Alternative(chosen[0].typed if alone else typed, found, phrases)
