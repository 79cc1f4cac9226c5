"""The words of a text as finding compares them: lower case, no accents, no apostrophes, letters and digits."""

import re
from collections.abc import Iterator

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
