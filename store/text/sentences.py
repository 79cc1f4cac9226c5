"""Sentences in a paragraph, which do not end at "Cllr.", "No. 6" or an initial."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"""(?<![.!?])(?P<stop>[.!?]++)["'”’)\]]*(?P<gap>\s+)(?=(?P<next>\S))""")
# What a full stop shortens, so that the words go on behind it: titles, and words that a name or number follows.
_SHORTENED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "rev",
        "revd",
        "fr",
        "sr",
        "messrs",
        "cllr",
        "cllrs",
        "clr",
        "clir",
        "cllr's",
        "coun",
        "ald",
        "cmhlr",
        "cyng",
        "hon",
        "rt",
        "sir",
        "st",
        "sgt",
        "pc",
        "no",
        "nos",
        "ref",
        "para",
        "paras",
        "sec",
        "s",
        "art",
        "fig",
        "vol",
        "min",
        "app",
        "eg",
        "ie",
        "e.g",
        "i.e",
        "cf",
        "viz",
        "approx",
        "incl",
        "inc",
        "est",
        "tel",
        "ext",
        "vs",
        "v",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "prop",
    ]
)
_GOES_ON = frozenset(
    ["ltd", "co", "etc", "p.m", "a.m", "pm", "am", "bros", "dept", "govt", "corp", "plc"]
)  # unless a capital follows
_WORDS_TOO = frozenset(["no", "sat", "sun", "sec", "app"])  # "Elm voted no. Motion carried."
_OPENERS = re.compile(r"(?:The|This|That|It|There|All|They|Motion|Moved|Vote|Ayes|Seconded)\b")  # no surname
_OPENING = "\"'“‘(["


def sentences(raw: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each sentence of `raw` between two offsets begins and ends, white space behind it left out."""
    end = len(raw) if end is None else end
    begin = start
    for match in _STOP.finditer(raw, start, end):
        if _ends(raw, match):
            yield begin, match.start("gap")
            begin = match.end()
    if raw[begin:end].strip():
        yield begin, begin + len(raw[begin:end].rstrip())


def _ends(raw: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: what follows begins another, and what precedes is not shortened."""
    following = match["next"]
    if match["stop"] != ".":
        return not following.islower()
    before = raw.rfind(" ", max(0, match.start("stop") - 12), match.start("stop")) + 1
    word = raw[max(before, match.start("stop") - 12) : match.start("stop")].strip("\"'“‘([").casefold()
    if following.islower():
        return False
    if word in _SHORTENED:
        return word in _WORDS_TOO and bool(_OPENERS.match(raw, match.start("next")))
    if len(word) == 1 and word.isalpha():  # an initial, unless a list or a sentence ends in one
        return not following.isupper() or bool(_OPENERS.match(raw, match.start("next")))
    if "." in word and word.replace(".", "").isalpha() and word not in _GOES_ON:  # "J.P. Smith", "the P.C.C. Clerk"
        return len(word) > 4
    if following.isdecimal():
        return len(word) > 2 and not word[-1:].isdecimal()
    return following.isupper() or following in _OPENING or not following.isalpha()
