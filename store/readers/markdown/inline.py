"""Markdown within a paragraph: emphasis, links, tags and escapes as looks and plain words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from html import unescape
from itertools import zip_longest
from typing import NamedTuple

from store.model import Look
from store.readers.styled import BOLD, ITALIC, PLAIN, RAISED, STRUCK, UNDERLINED, Run, both
from store.text.clean import clean_source

# Taken away, or set in tags that stand for them, before emphasis is looked for.
_INSTEAD = (
    (re.compile(r"(?<!\\)!\[[^\[\]]{0,300}\]\([^()]{0,600}\)"), ""),  # an image
    (re.compile(r"(?<!\\)\[([^\[\]]{1,300})\]\{\.underline\}"), r"<u>\1</u>"),
    (
        re.compile(
            r"""(?<!\\)\[(?P<words>[^\[\]]{1,300})\]
            \((?:<[^<>\n]{0,600}>|[^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s"[^"\n]{0,300}")?\)""",
            re.VERBOSE,
        ),
        r"\g<words>",
    ),
    (re.compile(r"(?<!\\)<((?:https?://|mailto:)[^<>\s]{1,600})>"), r"\1"),
    (re.compile(r"(?<=[^\W_])_([^\w\s]{1,3})_"), r"\1"),  # "15_._": a full stop in italics, as converters leave it
    (re.compile(r"(?<=\S)\^(\w{1,4})\^"), r"<sup>\1</sup>"),
    (re.compile(r"~~(?=\S)([^~\n]{1,400})(?<=\S)~~"), r"<s>\1</s>"),
)
_SIGNS = frozenset("*_<&\\[`^~")
_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~]) | (?P<broken>\\$) | (?P<marks>\*+|_+)
    | <(?P<ends>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,10})(?P<rest>(?:\s[^<>]{0,300})?)/?>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,30});)
    | `(?P<code>[^`\n]{1,300})`""",
    re.VERBOSE | re.MULTILINE,
)
_TAGS: dict[str, Look] = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em"), ITALIC),
    **dict.fromkeys(("u", "ins"), UNDERLINED),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
    "sup": RAISED,
    "small": replace(PLAIN, size=0.8),
    "big": replace(PLAIN, size=1.2),
    **dict.fromkeys(("a", "abbr", "font", "span", "sub"), PLAIN),
}
_BREAKS = frozenset("blockquote br center div h1 h2 h3 h4 h5 h6 li ol p table tr ul".split())  # noqa: SIM905
_WITHOUT_MEANING = frozenset("hr img o tbody td tfoot th thead wbr".split())  # noqa: SIM905
_UNDERLINED = re.compile(r"text-decoration\s*:\s*underline", re.IGNORECASE)
_MOST_MARKS = {"*": 4, "_": 3}


class _Tag(NamedTuple):
    """A tag: its name, whether it ends, and the look of what is in it."""

    name: str
    ends: bool
    look: Look = PLAIN


@dataclass(slots=True)
class _Marks:
    """A run of stars or underscores: how many have no meaning yet, what they may do, and whether they touch a word.

    `bold` and `italic` are how many such emphases begin here, less those that end.
    """

    sign: str
    left: int
    opens: bool
    closes: bool
    touches: bool
    bold: int = 0
    italic: int = 0


def runs_of(text: str) -> Iterator[Run]:
    """The words of one paragraph (its lines with `\\n` between them) as they are set, without the marks."""
    if _SIGNS.isdisjoint(text):
        yield Run(text)
        return
    for pattern, instead in _INSTEAD:
        text = pattern.sub(instead, text)
    pieces = list(_pieces(text))
    _pair([piece for piece in pieces if isinstance(piece, _Marks)])
    yield from _set(pieces)


def _pieces(text: str) -> Iterator[str | _Marks | _Tag]:
    """Words, marks of emphasis, and tags."""
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        at = found.end()
        if found["marks"]:
            yield _marks(text, *found.span())
        elif found["tag"]:
            yield _tag(found)
        elif found["entity"]:
            yield clean_source(unescape(found["entity"]))
        elif found["broken"] is None:
            yield found["escaped"] or found["code"]
    if at < len(text):
        yield text[at:]


def _marks(text: str, start: int, end: int) -> str | _Marks:
    """The marks between two places; words where they can mean nothing."""
    sign, many = text[start], end - start
    before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if many > _MOST_MARKS[sign]:
        return text[start:end]
    between_words = sign == "_" or many == 1  # "snake_case", "2*3"
    return _Marks(
        sign,
        many,
        opens=not behind.isspace() and not (between_words and before.isalnum()),
        closes=not before.isspace() and not (between_words and behind.isalnum()),
        touches=not (before.isspace() and behind.isspace()),
    )


def _tag(found: re.Match[str]) -> str | _Tag:
    """A tag of HTML; words where there is no such tag."""
    name, ends = found["tag"].lower(), bool(found["ends"])
    if name in _TAGS:
        look = UNDERLINED if _UNDERLINED.search(found["rest"]) else _TAGS[name]
        return _Tag(name, ends, look)
    return _Tag(name, ends) if name in _BREAKS or name in _WITHOUT_MEANING else found.group()


def _pair(runs: Sequence[_Marks]) -> None:
    """Find for every run of marks that closes an emphasis the one that opens it; then pair the stars that are left."""
    openers: list[_Marks] = []
    bottoms: dict[tuple[str, int], int] = {}  # how far up from the bottom there is known to be no such opener
    for run in runs:
        while run.closes and run.left:
            strengths = (2, 1) if run.left > 1 else (1,)
            if not any(_closes(run, strength, openers, bottoms) for strength in strengths):
                break
        if run.opens and run.left:
            openers.append(run)
    _pair_in_turn([run for run in runs if run.sign == "*" and run.left > 1])


def _pair_in_turn(left: Sequence[_Marks]) -> None:
    """Pair stars that no rule pairs, if they touch a word: bold that a converter set badly ("** bold**")."""
    for one, two in zip_longest(left[::2], left[1::2]):
        if one.touches or (two and two.touches):
            one.left = 0
            if two:
                two.left, one.bold, two.bold = 0, one.bold + 1, two.bold - 1


def _closes(run: _Marks, strength: int, openers: list[_Marks], bottoms: dict[tuple[str, int], int]) -> bool:
    """Whether `run` closes the nearest opener of a strength (2 is bold, 1 italic); what was opened since is none."""
    kind = (run.sign, strength)
    for at in range(len(openers) - 1, min(bottoms.get(kind, 0), len(openers)) - 1, -1):
        opener = openers[at]
        if opener.sign == run.sign and (opener.left > 1 if strength == 2 else opener.left % 2):
            opener.left -= strength
            run.left -= strength
            if strength == 2:
                opener.bold, run.bold = opener.bold + 1, run.bold - 1
            else:
                opener.italic, run.italic = opener.italic + 1, run.italic - 1
            del openers[at + bool(opener.left) :]
            for other, bottom in bottoms.items():
                bottoms[other] = min(bottom, at)
            return True
    bottoms[kind] = len(openers)
    return False


def _set(pieces: Iterable[str | _Marks | _Tag]) -> Iterator[Run]:
    """Pieces as runs, each in the look that the marks and tags before it give it."""
    bold = italic = 0
    tags: list[_Tag] = []
    ended = True  # whether a tag has just ended a line: the end of the line in the source adds nothing
    for piece in pieces:
        if isinstance(piece, _Marks):
            bold, italic = bold + piece.bold, italic + piece.italic
        elif isinstance(piece, _Tag):
            _nest(tags, piece)
        if words := _words(piece, ended):
            marked = both(BOLD if bold > 0 else PLAIN, ITALIC if italic > 0 else PLAIN)
            yield Run(words, reduce(both, (tag.look for tag in tags), marked))
            ended = isinstance(piece, _Tag)


def _words(piece: str | _Marks | _Tag, ended: bool) -> str:
    """What a piece says where a tag has just `ended` a line, or not: its words, marks without meaning, a line's end."""
    if isinstance(piece, _Marks):
        return piece.sign * piece.left
    if isinstance(piece, str):
        return piece.lstrip(" ").removeprefix("\n") if ended and piece.lstrip(" ")[:1] == "\n" else piece
    ends_line = piece.name in _BREAKS and (piece.name == "br" or not ended)
    return "\n" if ends_line else ""


def _nest(tags: list[_Tag], tag: _Tag) -> None:
    """Add to the open `tags` one that has a look; or take away the last that one ends, with those within it."""
    if tag.name in _BREAKS:
        return
    if tag.ends:
        last = next((at for at in range(len(tags) - 1, -1, -1) if tags[at].name == tag.name), len(tags))
        del tags[last:]
    elif tag.name in _TAGS:
        tags.append(tag)
