"""Templates of citations: words with named fields, and what to write where a field is missing.

    {Minute} {number}, {committee}[, {council}][, {date}|, undated]

`{field}` writes a field; `{field:filter}` writes it changed. What stands in `[…]` is left out, its punctuation with
it, when a field inside is missing; of `[…|…|…]` the first that has all its fields is written. Outside brackets nothing
may be missing. A full stop or a comma is not written again after the mark that ends a field. A backslash makes the sign
after it a plain one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from store.errors import MinutebookError

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
