"""Text that can drive nothing: no control characters, no invisible marks that turn or hide other text.

Documents are cleaned once, when they are read; whatever else reaches a screen, a pipe or a clipboard (file names,
queries, errors) is cleaned on its way out.
"""

import re
import unicodedata

# C0 but tab and line feed, DEL, C1; what turns text, hides it or stands for nothing: bidirectional marks, overrides and
# isolates, zero-width space, invisible operators, fillers, byte order mark, variation selectors but those of text and
# emoji, shorthand and musical formats, tags, all that Unicode keeps free for more of it; lone surrogates. The words
# around them stay: an escape sequence shows as the letters it is made of.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_IDLE_JOINERS = re.compile("(?<![\u0300-\U0010ffff])[\u200c\u200d]+")  # behind letters that never join
_RAISED = re.compile("(?<=[0-9])(?=[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u00bc-\u00be\u2150-\u215e])")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_MANY_MARKS = re.compile("[\u0300-\u1fff\u200c\u200d\u20d0-\u20ff\u2c80-\U0010ffff]{5,}")  # or none: letters too
_MOST_MARKS = 4  # on one letter; stacks beyond that ("zalgo") paint over the lines around them
_JOINERS = "\u200c\u200d"
_SOFT_HYPHEN = "\u00ad"


def clean(text: str) -> str:
    """`text` with `\\n` line ends and without control characters, hidden marks and towers of accents."""
    return clean_source(text.replace(_SOFT_HYPHEN, ""))


def clean_source(text: str) -> str:
    """`clean`, of what is read from a document: soft hyphens stay until the words that they cut are whole."""
    text = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))
    return text if text.isascii() else _MANY_MARKS.sub(_with_few_marks, _IDLE_JOINERS.sub("", text))


def _with_few_marks(letters: re.Match[str]) -> str:
    """Letters of any script without the marks, joiners and selectors that are too many on one of them."""
    kept, marks = [], 0
    for letter in letters.group():
        marks = marks + 1 if letter in _JOINERS or unicodedata.category(letter).startswith("M") else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


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
    """`text` for comparing: lower case, no accents, straight quotes, plain dashes, no soft hyphens, single spaces.

    A raised figure or a fraction behind a figure is none of its digits: "£5,000¹" is not "£5,0001", "2½" not "21/2".
    """
    if text.isascii():
        return squeeze(text.casefold())
    text = _RAISED.sub(" ", text)
    text = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).casefold()
    return squeeze("".join(letter for letter in text if not unicodedata.combining(letter)))


# Letters that no accent makes of others, as people type them who do not have them on their keys.
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_TYPOGRAPHY = str.maketrans(
    _LETTERS
    | {letter.upper(): plain for letter, plain in _LETTERS.items() if letter != "ı"}
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"}
    | {"\u00ad": ""}  # a soft hyphen: where a word may be broken, if it must be
)
