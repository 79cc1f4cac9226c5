"""Motions set apart, and which of them was carried: by what is declared, counted or said behind them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.model import Result
from store.parse.decisions.results import result_told, tells_result
from store.text.sentences import sentences

_QUOTED = re.compile(r"""^[“"'‘]\s*(?:That|THAT|To)\b""")
_NAMED = re.compile(
    r"""^[“"'‘\s]*(?:[Tt]hat,?\s+)?(?P<name>(?:[Tt]he\s)?[A-ZÀ-Þ][\w.'’-]*+(?:\s[A-ZÀ-Þ][\w.'’-]*+){0,6}?)\s*
    (?:(?:be|is|was)\s(?:hereby\s|re-?)?(?:elected|appointed|co-opted|nominated)\b|$|\s(?:as|for)\s)""",
    re.VERBOSE,
)
_ELECTED = re.compile(r"\b(?:re-?)?(?:elected|appointed)\b|\btook\sthe\schair\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^[*\s]*for:?\s+(?P<name>(?:(?!\bfor\b)[^:\d]){3,60}?)\s*[:–-]?\s*\(?(?P<count>\d{1,3})\b", re.IGNORECASE
)
_PLACES = 60  # paragraphs behind a motion in which a division may be told


@dataclass(frozen=True, slots=True)
class Candidate:
    """A motion that may be one of several for an office: its words, and the paragraphs behind it."""

    text: str
    behind: tuple[str, ...]


def is_motion(text: str) -> bool:
    """Whether a paragraph is a motion in quotation marks."""
    return bool(_QUOTED.match(text))


def surname(text: str) -> str | None:
    """The last name of the person that a motion is for ("That Councillor A. Ash be elected Mayor": "ash")."""
    match = _NAMED.match(text)
    if match is None:
        return None
    names = [word.strip(".,") for word in match["name"].split()]
    return names[-1].casefold() if len(names[-1]) > 1 else None


def results_of(motions: Sequence[Candidate]) -> list[Result | None]:
    """What became of each motion; None where nothing behind it tells."""
    names = [surname(motion.text) for motion in motions]
    counts = [_count_for(name, motion.behind) if name else None for name, motion in zip(names, motions, strict=True)]
    most = max((count for count in counts if count is not None), default=None)
    counted = sum(count is not None for count in counts) > 1
    told: list[Result | None] = []
    for name, motion, count in zip(names, motions, counts, strict=True):
        if name and (result := _elected(name, [one for one in filter(None, names) if one != name], motion.behind)):
            told.append(result)
        elif count is not None and counted:
            told.append(Result.CARRIED if count == most else Result.LOST)
        else:
            told.append(_first_told(motion.behind))
    return told


def _first_told(behind: Sequence[str]) -> Result | None:
    """The first result that the paragraphs behind a motion tell."""
    return next((found for text in behind if tells_result(text) and (found := result_told(text))), None)


def _elected(name: str, rivals: Sequence[str], behind: Sequence[str]) -> Result | None:
    """Whether a sentence declares the person elected, or one of the rivals."""
    for text in behind:
        if is_motion(text) or not _ELECTED.search(text):
            continue
        folded = " ".join(text[a:b] for a, b in sentences(text) if _ELECTED.search(text, a, b)).casefold()
        if re.search(rf"\b{re.escape(name)}\b", folded):
            return Result.CARRIED
        if any(re.search(rf"\b{re.escape(rival)}\b", folded) for rival in rivals):
            return Result.LOST
    return None


def _count_for(name: str, behind: Sequence[str]) -> int | None:
    """How many voted for the person of that name, where a line of a division says so."""
    for text in behind[:_PLACES]:
        match = _COUNTED.match(text)
        if match and name in match["name"].casefold():
            return int(match["count"])
    return None
