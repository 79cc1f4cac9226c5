"""The words of a text as finding compares them, folded, each number in one form; and which of them say nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeVar

from store.text.clean import fold

# Accents may follow their letter as marks of their own; neither an apostrophe nor a soft hyphen inside a word ends it.
_WORD = re.compile(r"[^\W_][\u0300-\u036f\u00ad]*(?:['’]?[^\W_][\u0300-\u036f\u00ad]*)*")
_PUNCTUATION = str.maketrans(
    "’" + "‘“”–—‐‑…£€•·\u00a0", "'" + 13 * " "
)  # what stands in texts that are ASCII otherwise
_ASCII_WORD = re.compile("[a-z0-9]+(?:'[a-z0-9]+)*")


def words(text: str) -> list[str]:
    """The folded words of `text` in order: "Children’s café, £2.3m" -> childrens, cafe, 2, 3m."""
    if not text.isascii():
        text = text.translate(_PUNCTUATION)
    if text.isascii():
        found: list[str] = _ASCII_WORD.findall(text.lower())
        return [word.replace("'", "") for word in found] if "'" in text else found
    return [word for word, _, _ in _placed_letters(text)]


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """Each folded word of `text` with its first character and the one after its last."""
    plain = text if text.isascii() else text.translate(_PUNCTUATION)
    if plain.isascii():
        return [(found[0].replace("'", ""), *found.span()) for found in _ASCII_WORD.finditer(plain.lower())]
    return list(_placed_letters(text))


def _placed_letters(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _WORD.finditer(text):
        printed = found.group()
        word = printed.lower() if printed.isascii() and printed.isalnum() else _fold(printed)
        if word:
            yield word, found.start(), found.end()


def _fold(printed: str) -> str:
    return "".join(letter for letter in fold(printed) if letter.isalnum())


_SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(?P<part>\d{1,9}))?"
    r"(?:(?P<short>bn|[mk])|\s?(?P<long>thousand|[mb]illion)|(?P<ordinal>st|nd|rd|th))?(?!\w|[.,]\d)",
    re.IGNORECASE | re.ASCII,
)
# Most figures are in one form already; a look at them costs a tenth of a match.
_FORMS = re.compile(r"\d(?:,\d\d\d|\.\d|st|nd|rd|th|bn|[mk]\b|\s?thousand|\s?[mb]illion)", re.IGNORECASE | re.ASCII)
_SIGNS = "£€$"
_NO_PENCE = "00"
_LONG = 3  # figures of a number that is a sum where pence stand behind it: "250.00", and not the hour "7.00"


def search_words(text: str) -> list[str]:
    """The folded words of `text` in order: "café, £2.3m of £1,250.00" -> cafe, 2300000, of, 1250."""
    if not _FORMS.search(text):
        return words(text)
    found: list[str] = []
    behind = 0
    for number in _NUMBER.finditer(text):
        found += words(text[behind : number.start()])
        found += [word for word, _, _ in _placed_number(number)]
        behind = number.end()
    return found + words(text[behind:])


def placed_search_words(text: str) -> list[tuple[str, int, int]]:
    """Each folded word of `text` with its first character and the one after its last."""
    if not _FORMS.search(text):
        return placed_words(text)
    found: list[tuple[str, int, int]] = []
    behind = 0
    for number in _NUMBER.finditer(text):
        found += _placed_between(text, behind, number.start())
        found += _placed_number(number)
        behind = number.end()
    return [*found, *_placed_between(text, behind, len(text))]


def _placed_between(text: str, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    return ((word, begin + start, begin + stop) for word, start, stop in placed_words(text[begin:end]))


def _placed_number(number: re.Match[str]) -> list[tuple[str, int, int]]:
    """A number in its one form: a sum in whole pounds, with its pence as a word of their own where there are any."""
    whole, part = number["whole"].replace(",", ""), number["part"]
    if scale := number["short"] or number["long"]:
        value = Decimal(f"{whole}.{part or 0}") * _SCALES[scale.lower()]
        return [(str(int(value)), *number.span())]
    if part is None:
        return [(whole, *number.span())]
    is_sum = "," in number["whole"] or len(whole) >= _LONG or number.string[max(number.start() - 1, 0)] in _SIGNS
    if part == _NO_PENCE and is_sum:
        return [(whole, *number.span())]
    return [(whole, *number.span("whole")), (part, *number.span("part"))]


STOP_WORDS: Final = frozenset(
    """
    a an and are as at be been by for from had has have if in into is it its no not of on or so than that the their
    them then there these they this those to was were which who will with would
    """.split()  # noqa: SIM905 (a list of them would be a page long)
)

Word = TypeVar("Word")


def telling(words: Iterable[Word], folded: Callable[[Word], str]) -> list[Word]:
    """Those of some words that say something by themselves; all of them where none does."""
    every = list(words)
    return [word for word in every if folded(word) not in STOP_WORDS] or every
