"""The pieces of a list of people: what stands between its commas, "and", brackets and columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.parse.attendance.names import TITLES, is_name, read_title
from store.parse.attendance.posts import is_post

# The signs and words that divide a list; bounded, for a hostile line holds thousands of spaces.
_DIVIDER = re.compile(
    r"""(?P<bracket>\([^()]*\))
    | (?P<gap>\s{3,}|\t|\s{0,2}\|\s{0,2}|(?:^|\s)/\s)
    | (?P<strong>\s{0,2};|\n)
    | (?P<comma>\s{0,2},)
    | (?P<and>\s{1,2}(?:and|AND|&|agus|(?:together|along)\swith)\s|\sac?\s(?=[A-ZÀ-Ý])|\sa['’]r\s(?=[A-ZÀ-Ý]))
    | (?P<stop>\.\s(?=\s?[A-ZÀ-Ý]))""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"(?<![\w'’])[\w'’]+$")
_TITLE_INSIDE = re.compile(
    "|".join(rf"(?<=\s)(?:{pattern})\s" for _, pattern, _ in (*TITLES, ("clerk", r"(?:(?:Town|Parish)\s)?Clerk", "")))
)
_INITIAL = re.compile(r"\s{0,2}[A-Z]")
FILLER = "\u2060"  # for what is no word of a list: see `without_marks`
_AROUND = f" \u00a0{FILLER}"
_SHORT = 2  # letters: a word up to this long before a full stop is an initial, or a title
_ABBREVIATED = frozenset(
    ("jnr", "snr", "esq", "hon", "ltd", "asst", "dept", "govt", "supt", "insp", "sgt", "chas", "wm")
)
_BULLET = re.compile(r"\s*(?:[-–—*•·▪◦●+✓✔☑☒☐✅❌]+\s+|\d{1,2}[.)]\s+)?(?:\[[ xX✓✔]?\]\s+)?")

# How somebody is written to and spoken of, outside brackets, and the ticks of a list of who came.
_MARKS = re.compile(
    r"<[^<>\s]{1,80}>|(?<!\S)[\w.+-]{0,60}@[\w.-]{1,80}|(?<!\S)(?:she|he|they)/\w+(?:/\w+)?(?!\S)|[✓✔☑☒☐✅❌🎤📝⭐]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a list at `start` to `end`; `before` is what divides them from those before, "" for the first.

    `brackets` stand behind them, each (words inside, end).
    """

    text: str
    start: int
    end: int
    before: str
    brackets: tuple[tuple[str, int], ...] = ()


def without_marks(text: str) -> str:
    """A text with a filler for addresses, handles, pronouns and ticks: no letter of it moves, no column opens."""
    return _MARKS.sub(lambda found: FILLER * len(found.group()), text)


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a list, in order, brackets put to what they stand behind."""
    found: list[Piece] = []
    bullet = _BULLET.match(text)
    start, before = bullet.end() if bullet else 0, ""
    for match in [*_DIVIDER.finditer(text, start), None]:
        if match and match.lastgroup == "stop" and _is_abbreviated(text[start : match.start()]):
            continue
        if match and match.lastgroup == "comma" and _INITIAL.fullmatch(text[start : match.start()]):
            continue  # "D, Ash" is misprinted for "D. Ash"
        end = match.start() if match else len(text)
        new = list(_whole(text, start, end, before))
        found.extend(new)
        if match is None:
            break
        if match.lastgroup != "bracket":
            if new or match.lastgroup != "comma" or before == "bracket":
                before = match.lastgroup or ""
        elif found and (new or before == "bracket"):
            one = found[-1]
            brackets = (*one.brackets, (match.group()[1:-1].strip(), match.end()))
            found[-1] = Piece(one.text, one.start, one.end, one.before, brackets)
            before = "bracket"
        start = match.end()
    return found


def _is_abbreviated(text: str) -> bool:
    """Whether the full stop after `text` ends an initial or a title, and not a name."""
    word = _LAST_WORD.search(text)
    if word is None or len(word.group()) <= _SHORT:
        return True
    return word.group().casefold() in _ABBREVIATED or read_title(f"{word.group()}. A") is not None


def _whole(text: str, start: int, end: int, before: str) -> Iterator[Piece]:
    """The pieces between two dividers: one, or as many as titles begin after whole names ("Mrs. Ash Mrs. Elm")."""
    begin = start
    for match in _TITLE_INSIDE.finditer(text, start, end):
        words = text[begin : match.start()].strip(" .")
        named = is_name(words) and (read_title(words) or not is_post(words))
        if named and text[match.start() - 2 : match.start() - 1] != "-":
            yield from _piece(text, begin, match.start(), before)
            begin, before = match.start(), "gap"
    yield from _piece(text, begin, end, before)


def _piece(text: str, start: int, end: int, before: str) -> Iterator[Piece]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_AROUND))
    stripped = words.strip(_AROUND)
    for joint in ("and ", "& "):
        if stripped.startswith(joint):
            after = stripped[len(joint) :].lstrip()
            start, stripped = start + len(stripped) - len(after), after
    if stripped.strip(" .:-–—"):
        yield Piece(stripped.replace(FILLER, ""), start, start + len(stripped), before)
