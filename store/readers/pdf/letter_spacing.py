"""Words that are set with room between their letters ("R E S O L V E D"), put together again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from store.readers.pdf.box import Box
from store.readers.pdf.words import Word

_FEWEST = 4  # letters: fewer may be initials
_WIDEST = 1.2  # heights of the letters: what is further apart are cells
_LEAST = 0.1  # heights of the letters: what more there is between two words, at least
_STEP = 1.3  # times the usual step from one letter to the next, too
_BETWEEN_WORDS = 1.5  # times the usual room between the letters, where a word ends


def without_letter_spacing(words: Sequence[Word]) -> list[Word]:
    """The words of a row from left to right, those of letters apart as one word each."""
    whole: list[Word] = []
    for run in _runs(words):
        letters = sum(word.text.isalpha() for word in run)
        whole += _words(run) if letters >= _FEWEST else run
    return whole


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Single letters that stand beside each other, and every other word for itself."""
    run: list[Word] = []
    for word in words:
        goes_on = run and len(run[-1].text) == len(word.text) == 1 and _gap(run[-1], word) <= _WIDEST * word.box.height
        if run and not goes_on:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _gap(one: Word, two: Word) -> float:
    return two.box.left - one.box.right


def _words(letters: Sequence[Word]) -> Iterator[Word]:
    """The words that letters make: one ends where the room after it is wider than between the others."""
    usual = median(_gap(one, two) for one, two in pairwise(letters))
    step = median(two.box.left - one.box.left for one, two in pairwise(letters))
    word = [letters[0]]
    for one, two in pairwise(letters):
        wide = _gap(one, two) > max(_BETWEEN_WORDS * usual, usual + _LEAST * two.box.height)
        if wide and two.box.left - one.box.left > _STEP * step:  # else it is only a narrow letter
            yield _joined(word)
            word = []
        word.append(two)
    yield _joined(word)


def _joined(letters: Sequence[Word]) -> Word:
    boxes = [letter.box for letter in letters]
    box = Box(boxes[0].left, min(one.bottom for one in boxes), boxes[-1].right, max(one.top for one in boxes))
    return replace(letters[0], text="".join(letter.text for letter in letters), box=box)
