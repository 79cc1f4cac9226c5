"""A style of citation: a template with what goes with it, filled in for what is cited."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from store.citation.cited import Cited, one_by_one, together
from store.citation.escaping import ESCAPES
from store.citation.record import Record
from store.citation.template_fields import FIELDS, FILTERS
from store.errors import MinutebookError
from store.text.clean import clean_line

_TOKEN = re.compile(r"\\(?P<plain>.)|\{(?P<field>[^{}]*)\}|(?P<sign>[\[\]|{}])|(?P<words>[^\\\[\]|{}]+|\\$)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z_]\w*)(?P<filters>(?::[a-z]+)*)")
_STOPS: Final = {".": ".?!…", ",": "?!"}  # a stop that is not written again after these


class TemplateError(MinutebookError):
    """A template that cannot be read. The message says what is wrong with it."""


class Missing(Exception):
    """A field outside brackets has no words; `args[0]` is its name."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field with the names of the filters that its words go through."""

    name: str
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What brackets enclose: of several sequences the first that can be written."""

    options: tuple["Sequence", ...]


Part = str | TemplateField | Alternatives
Sequence = tuple[Part, ...]


def parse_template(text: str) -> Sequence:
    """The parts of a template. Raises `TemplateError` when its brackets do not match."""
    tokens = [*_TOKEN.finditer(text)]
    parts, at = _sequence(tokens, 0)
    if at < len(tokens):
        raise TemplateError(f"“{tokens[at]['sign']}” at character {tokens[at].start() + 1} belongs to no bracket")
    return parts


def fields_of(sequence: Sequence) -> Iterator[TemplateField]:
    """Every field that a template names, in order."""
    for part in sequence:
        if isinstance(part, TemplateField):
            yield part
        elif isinstance(part, Alternatives):
            for option in part.options:
                yield from fields_of(option)


def fill(sequence: Sequence, write: Callable[[TemplateField], str | None]) -> str:
    """The words of a template with its fields written. Raises `Missing` where one outside brackets has no words."""
    done = ""
    for part in sequence:
        if isinstance(part, TemplateField):
            words = write(part)
            if not words:
                raise Missing(part.name)
        else:
            words = part if isinstance(part, str) else _first(part, write)
        done += words[1:] if done and words and done[-1] in _STOPS.get(words[0], "") else words
    return done


def _first(choice: Alternatives, write: Callable[[TemplateField], str | None]) -> str:
    for option in choice.options:
        try:
            return fill(option, write)
        except Missing:
            continue
    return ""


def _sequence(tokens: list[re.Match[str]], at: int) -> tuple[Sequence, int]:
    """The parts from a token on, up to one that ends them, and where that is."""
    parts: list[Part] = []
    while at < len(tokens):
        token = tokens[at]
        if token["sign"] == "[":
            choice, at = _choice(tokens, at)
            parts.append(choice)
            continue
        if token["sign"]:
            break
        parts.append(_field(token["field"]) if token["field"] is not None else token["plain"] or token["words"])
        at += 1
    return tuple(parts), at


def _choice(tokens: list[re.Match[str]], at: int) -> tuple[Alternatives, int]:
    """What the bracket at a token encloses, and where it goes on after it."""
    opening = tokens[at].start() + 1
    options: list[Sequence] = []
    while at < len(tokens) and (not options or tokens[at]["sign"] == "|"):
        option, at = _sequence(tokens, at + 1)
        options.append(option)
    if at == len(tokens) or tokens[at]["sign"] != "]":
        raise TemplateError(f"the “[” at character {opening} is never closed")
    return Alternatives(tuple(options)), at + 1


def _field(text: str) -> TemplateField:
    match = _FIELD.fullmatch(text)
    if match is None:
        raise TemplateError(f"“{{{text}}}” is not the name of a field")
    return TemplateField(match["name"], tuple(match["filters"].split(":")[1:]))


_ADDRESSES: Final = ("url", "link", "page_link")
_MISSING: Final = {
    "text": "Nothing was decided here that could be quoted.",
    "url": "The document does not say where it was published.",
    "page_link": "This is no page of a published PDF.",
}


class CannotCite(MinutebookError):
    """A style that has no words for a place; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way of citing. `id` is what it is called in commands, `name` what a person reads.

    `escape` is one of `ESCAPES`; `separator` stands between several citations; `one_by_one` cites clauses of one item
    apart. `fields` are words that the template may name beside `FIELDS`; `missing` says what to do where some lack.
    """

    id: str
    name: str
    template: Sequence
    escape: str = "plain"
    separator: str = "; "
    one_by_one: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    missing: str | None = None

    def cite(self, records: Iterable[Record]) -> list[str]:
        """The citations of places, each place once, in the order given. Raises `CannotCite`."""
        each = (one_by_one if self.one_by_one else together)(records)
        return [self._fill(cited, alone=len(each) == 1) for cited in each]

    def remark(self, records: Iterable[Record]) -> str:
        """What the style does not say of places that a citation should: its template is as its maker wants it."""
        return ""

    def _fill(self, cited: Cited, *, alone: bool) -> str:
        try:
            return fill(self.template, lambda named: self._write(cited, named))
        except Missing as missing:
            name = missing.args[0]
            why = self.missing or _MISSING.get(name, f"The minutes have no {name} here.")
            raise CannotCite(why if alone else f"{cited.permalinks[0]}: {why}") from None

    def _write(self, cited: Cited, named: TemplateField) -> str | None:
        words = self.fields.get(named.name) or (FIELDS[named.name].write(cited) if named.name in FIELDS else None)
        if not words:
            return None
        words = clean_line(words)
        for one in named.filters:
            words = FILTERS[one].change(words)
        escape = ESCAPES[self.escape]
        return (escape.address if named.name in _ADDRESSES else escape.words)(words)
