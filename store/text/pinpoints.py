"""Numbers of minutes and items, with the labels of clauses, as running text cites them: "minute 22(ii) of 2021/22"."""

import re
from collections.abc import Iterator
from typing import Final

from store.text.labels import LETTERS

_LABEL = rf"\(?{LETTERS}\)|\(\d{{1,3}}\)"
PINPOINT: Final = re.compile(
    rf"""\b(?:minute|min|item)s?\b\.?\s*(?:(?:number|no)\b\.?\s*)?
    (?P<number>(?:[A-Z]{{1,5}}[/.-]?)?\d+[a-z]?(?:[/.]\d+[a-z]?)*)(?![\w/])
    (?P<labels>\s?(?:{_LABEL})(?:\s?(?:,|and|to|–|-)\s?(?:{_LABEL}))*)?
    (?:\s+of\s+(?P<year>(?:19|20)\d\d)/(?:\d\d)?\d\d\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
IN_BRACKETS: Final = re.compile(rf"(?<=\()(?P<number>\d+[a-z]?(?:/\d+)?)\s?(?P<label>{_LABEL})(?=\))")  # "(22(iv))"


def labels_in(cited: str) -> Iterator[tuple[str, str]]:
    """The labels in "(i), (iv)–(vi)": each with the one that it reaches to, itself for one alone."""
    for piece in re.split(r",|and", cited):
        figures = [label.strip("()") for label in re.findall(_LABEL, piece, re.IGNORECASE)]
        if figures:
            yield figures[0], figures[-1]
