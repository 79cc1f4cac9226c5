"""Text that can drive nothing: no control characters, no invisible marks that turn or hide other text.

Documents are cleaned once, when they are read; whatever else reaches a screen, a pipe or a clipboard (file names,
queries, errors) is cleaned on its way out.
"""

import re
import unicodedata

# C0 but tab and line feed, DEL, C1; bidirectional marks, overrides and isolates; zero-width space and joiner, invisible
# operators and tags, byte order mark, lone surrogates. The words around them stay: an escape sequence shows as the
# letters it is made of.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_RAISED = re.compile("(?<=[0-9])(?=[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u00bc-\u00be\u2150-\u215e])")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}"
)
_MOST_MARKS = 4  # on one letter; stacks beyond that ("zalgo") paint over the lines around them


def clean(text: str) -> str:
    """`text` with `\\n` line ends and without control characters, hidden marks and towers of accents."""
    text = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))
    return _MARKS.sub(lambda tower: tower.group()[:_MOST_MARKS], text)


def clean_piece(text: str) -> str:
    """`clean`, of a piece of a file: `\r\n`, and a byte order mark at its beginning, are the format's and stay."""
    mark = text[:1] if text.startswith("\ufeff") else ""
    return mark + "\r\n".join(clean(line) for line in text.split("\r\n"))


def clean_line(text: str) -> str:
    """`clean`, on one line: every run of white space is one space."""
    return " ".join(clean(text).split())


def squeeze(text: str) -> str:
    """`text` with every run of white space, non-breaking spaces included, as one space."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """`text` for comparing: lower case, no accents, straight quotes, plain dashes, single spaces.

    A raised figure or a fraction behind a figure is none of its digits: "£5,000¹" is not "£5,0001", "2½" not "21/2".
    """
    if text.isascii():
        return squeeze(text.casefold())
    text = _RAISED.sub(" ", text)
    text = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).casefold()
    return squeeze("".join(letter for letter in text if not unicodedata.combining(letter)))


_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
