"""Words cut by a hyphen at the end of a line, whole again."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from store.model import Span
from store.readers.styled import Styled

_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT_HYPHEN)
_WORD = re.compile(r"\w[\w’'\u2010\u00ad-]*")
# What stands before the hyphen of compounds, and at the end of a line is hardly ever the half of another word.
_FIRST_HALVES = frozenset(
    "all anti co cost cross eight ex fifth fifty first five forty four fourth free full half high hundred ill large"  # noqa: SIM905
    " late less long low main medium mid multi new nine ninety non north off old on one open part post pre pro quasi"
    " second self semi seven seventy short single six sixty small so south ten third thirty three time top"
    " twelve twenty two up user vice well west wide year".split()
)
_BEFORE_WORDS = frozenset({"by", "inter", "sub"})  # of compounds only before a word: "sub-committee", "sub-mit"
_SUSPENDED = {"and", "or", "to"}  # "pre- and post-war": a hyphen that cuts no word


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """Every word of a text, in lower case."""
    return frozenset(word.casefold() for line in lines for word in _WORD.findall(line))


def join_cut_word(line: str, following: str, known: frozenset[str]) -> tuple[str, str]:
    """`line` with the whole of the word that is cut at its end, and what is left of `following`.

    The hyphen stays where the words of the text (`known`) have the word with it, or where its halves are words by
    themselves: the first one that makes compounds ("non-", "long-"), both in capitals, or both among the words. It goes
    where it is a soft one, or the word is known without it, or a half is no word ("archi-"). Both lines come back as
    they are when no word is cut.
    """
    rest = _WORD.match(following)
    if not line.endswith(_HYPHENS) or not line[-2:-1].isalnum() or rest is None or rest.group() in _SUSPENDED:
        return line, following
    tail, *left = following.split(maxsplit=1)
    head = line.rsplit(maxsplit=1)[-1].lstrip("\"'“‘([")[:-1]
    goes = line.endswith(_SOFT_HYPHEN) or not _is_compound(head, rest.group(), known)
    return (line[:-1] if goes else line) + tail, "".join(left)


def without_soft_hyphens(words: Styled) -> Styled:
    """Words, perhaps of several lines, without the hyphens that only show where a line ends at them."""
    if _SOFT_HYPHEN not in words.text:
        return words
    text = words.text.replace(f"{_SOFT_HYPHEN}\n", "-\n")
    gone = [at for at, letter in enumerate(text) if letter == _SOFT_HYPHEN]
    spans = (
        (look, Span(*(at - bisect_left(gone, at) for at in (look.span.start, look.span.end)))) for look in words.looks
    )
    looks = tuple(replace(look, span=span) for look, span in spans if span.start < span.end)
    return Styled(text.replace(_SOFT_HYPHEN, ""), looks)


def _is_compound(head: str, rest: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between two halves of a word is part of it."""
    first, second = head.casefold(), rest.casefold()
    if f"{first}-{second}" in known:
        return True
    if first + second in known:
        return False
    if not (head.isalpha() and rest[:1].isalpha()) or rest[:1].isupper() or "-" in head:
        return True
    return first in _FIRST_HALVES or (second in known and (first in known or first in _BEFORE_WORDS))
