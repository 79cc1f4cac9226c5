"""Quotations in running text: the words between quotation marks of any kind, the outermost where they are nested."""

import re
from collections.abc import Iterator

from store.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_OPEN = re.compile(r"""(?<![\w.,;:!?])["'‘“„«»‹](?=\S)""")
_RUN_TO_THE_END = '“„«"'  # a quotation of several paragraphs is closed in the last of them only
_POSSESSIVE = re.compile(r"(?<=s)['’](?=\s+\w)")  # "the members’ views"


def find_quotations(text: str) -> Iterator[Span]:
    """Where the words of each quotation stand, marks not counted."""
    at = 0
    while opening := _OPEN.search(text, at):
        begin = opening.end()
        end = _end(text, opening.group(), begin)
        if end is None:
            at = begin
        else:
            yield Span(begin, end)
            at = end + 1


def _end(text: str, opening: str, begin: int) -> int | None:
    """Where the mark that closes a quotation stands; None for what only looked like an opening one."""
    if opening in "'‘":
        return _end_of_single(text, opening, begin)
    depth = 0
    for at in range(begin, len(text)):
        if text[at] in _PAIRS[opening] and (opening != '"' or not text[at - 1].isspace()):
            if depth == 0:
                return at
            depth -= 1
        elif text[at] == opening and opening != '"':
            depth += 1
    return len(text.rstrip()) if opening in _RUN_TO_THE_END else None


def _end_of_single(text: str, opening: str, begin: int) -> int | None:
    """The mark is an apostrophe too: one inside a word never closes, one behind an "s" only where no other does."""
    following = re.compile(rf"(?<=\s){opening}(?=\S)").search(text, begin)
    stop = following.start() if following else len(text)
    closing = [
        found.start()
        for found in re.finditer(rf"(?<!\s){_PAIRS[opening]}(?!\w)", text[:stop])
        if found.start() >= begin
    ]
    sure = [at for at in closing if not _POSSESSIVE.match(text, at)]
    return next(iter(sure or closing), None)
