"""Text that keeps, of all marks, the pairs of stars which an extractor of text left around bold words."""

import re

from store.model import Look, Span
from store.readers.printed import PrintedText

_STARS = "**"
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,400})(?<=\S)\*\*(?![\w*])")


def starred_text(text: str) -> PrintedText:
    """A text without its marks of bold, where all of the double stars in it are such.

    Nobody writes two stars before a word and two after it for another reason; but where one of them stands otherwise
    ("2 ** 3", "fee**"), they are no marks in this text, and all of them stay. A `.txt` has no other marks: "*3*",
    "<b>" and "[the plan](…)" are its words.
    """
    if _STARS not in text or len(_BOLD.findall(text)) * 2 != text.count(_STARS):
        return PrintedText(text)
    looks: list[Look] = []
    for number, bold in enumerate(_BOLD.finditer(text)):
        start = bold.start() - 2 * len(_STARS) * number
        looks.append(Look(Span(start, start + len(bold[1])), bold=True))
    return PrintedText(_BOLD.sub(r"\1", text), looks=tuple(looks))
