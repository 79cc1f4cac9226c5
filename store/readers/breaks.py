"""Line ends that somebody set by hand in the middle of a sentence: they end a line on the page, and nothing else."""

import re
from collections.abc import Iterable

from store.readers.styled import Styled, beside

_ENDED = re.compile(r"[.:;!?][\"'’”)\]]*$")
_LABEL = re.compile(r"[•·▪◦*–-]\s|\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})[.)]", re.IGNORECASE)
# A line that ends with one of these has not ended its sentence.
_LEADING_ON = frozenset(
    "a an and as at be been between but by for from has have her his if in into is its made nor not of on or our shall"  # noqa: SIM905
    " should than that the their this to under until upon was were which who whom whose will with would".split()
)


def goes_on(line: str, following: str) -> bool:
    """Whether the words of a line go on in the one that follows after a line end set by hand."""
    line, following = line.rstrip(), following.lstrip()
    if not line or not following or _ENDED.search(line) or _LABEL.match(following):
        return False
    return following[0].islower() or line.rpartition(" ")[2] in _LEADING_ON


def leads_over(paragraph: str, following: str) -> bool:
    """Whether a sentence goes on over the end of its paragraph, whose last word leads on, in one that begins small."""
    leads_on = paragraph.rstrip().rpartition(" ")[2] in _LEADING_ON
    return leads_on and following.lstrip()[:1].islower() and not _LABEL.match(following.lstrip())


def whole_lines(lines: Iterable[Styled]) -> list[Styled]:
    """Lines without white space at their ends, those that go on in the next made one with it."""
    whole: list[Styled] = []
    for line in (line.stripped() for line in lines):
        if whole and goes_on(whole[-1].text, line.text):
            whole[-1] = beside([whole[-1], line], " ")
        else:
            whole.append(line)
    return whole
