"""What words say of the minutes of a day: whether they are confirmed, amended or not confirmed at all."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from store.text.dates import names_any_day, names_day


class Confirmed(Enum):
    """What words say of the minutes of a day."""

    NO = "no"
    AS_WRITTEN = "as written"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to say something of minutes: its name, its pattern without regard to capitals, and an example."""

    name: str
    pattern: str
    example: str


_DONE = "(?:confirmed|approved|agreed|accepted|adopted|signed)"

CONFIRMING: Final = (
    Wording(
        "done", rf"\bminutes\b.*\b(?:be|been|were|was|are)\s+(?:\w+,?\s+){{0,5}}?{_DONE}\b", "minutes be confirmed"
    ),
    Wording("record", r"\bminutes\b.*\b(?:correct|true|accurate)\s(?:and\s\w+\s)?record\b", "minutes as a true record"),
    Wording(
        "doing",
        r"\b(?:confirm|approve|agree|accept|adopt)(?:e?d|s)?\s(?:and\ssign(?:ed)?\s)?(?:the|as)\b.*\bminutes\b",
        "to approve the minutes",
    ),
)
"""The words that confirm minutes, which the day of the minutes must stand beside."""

REFUSING: Final = (
    Wording("not", r"\bnot\b", "be not confirmed"),
    Wording("put off", r"\b(?:defer|delay|postpone|adjourn)\w*|\bunable\b", "it was agreed to delay confirmation"),
    Wording("to come", r"\b(?:would|will|should|could|when|until|unless|if|only|once)\b", "which would be confirmed"),
    Wording("first to be amended", r"\b(?:amend|correct)\w*\sbefore\b", "be amended before they are signed"),
    Wording("of what follows", r"\barising\s(?:from|out\sof)\b", "arising from the minutes"),
    Wording("undone", r"\b(?:lost|withdrawn|rejected|defeated)\b", "the motion was lost"),
)
"""The words by which a sentence confirms nothing, whatever else it says."""

AMENDING: Final = (
    Wording("subject to", r"\bsubject\sto\b", "subject to the addition of Cllr Elm"),
    Wording("as amended", r"\bas\s(?:\w+\s)?(?:amended|corrected|altered)\b", "as amended, be approved"),
    Wording(
        "with amendments",
        r"\bwith\s(?:the\s|an?\s|some\s)?(?:\w+\s){0,2}?(?:amendment|correction|alteration|addition|change|deletion)s?\b",
        "with the following amendment",
    ),
)
"""The words by which minutes were confirmed otherwise than they were written."""


def _any_of(wordings: Iterable[Wording]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one.pattern})" for one in wordings), re.IGNORECASE)


_CONFIRMS, _REFUSES, _AMENDS = map(_any_of, (CONFIRMING, REFUSING, AMENDING))
_EXEMPT = re.compile(r"\b(?:exempt|confidential|restricted|private|closed)\s(?:\w+\s){0,2}?minutes\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_WHOSE = re.compile(r"\bminutes\s(?:of|for|from)\s(?:the\s)?(?P<whose>[^,;.\d]{0,120})", re.IGNORECASE)
_KINDS_OF_BODY = re.compile(
    r"\b(?:sub-?\s?committees?|committees?|panels?|boards?|cabinet|executive|groups?|forums?|council|authority|part(?:y|ies))\b",
    re.IGNORECASE,
)
_OF_NO_BODY = frozenset(
    ("a", "an", "annual", "committee", "council", "extraordinary", "general", "held", "its", "last", "meeting", "of",
     "meetings", "monthly", "on", "ordinary", "our", "parish", "previous", "quarterly", "special", "statutory", "the",
     "this", "town")
)  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def confirms(
    body: str,
    title: str,
    sentences: Sequence[str],
    day: dt.date,
    is_meant: Callable[[str], bool] = bool,
) -> Confirmed:
    """What the sentences of a paragraph, under an item's title, say of the minutes that `body` has of a day.

    A sentence that names no day means the title's. Minutes of another body, and the exempt part of minutes alone, are
    not those of the body; nor are those of another meeting of that day, which `is_meant` says of words that name it.
    """
    named = names_day(title, day)
    for at, sentence in enumerate(sentences):
        if (
            _CONFIRMS.search(sentence)
            and not _REFUSES.search(sentence)
            and not _of_another(sentence, body)
            and _MINUTES.search(_EXEMPT.sub("", sentence))
            and (names_day(sentence, day) or (named and not names_any_day(sentence)))
            and is_meant(sentence if names_day(sentence, day) else f"{title} {sentence}")
        ):
            if any(_undone(later) for later in sentences[at + 1 : at + 2]):
                continue
            return Confirmed.AMENDED if _AMENDS.search(sentence) else Confirmed.AS_WRITTEN
    return Confirmed.NO


def _undone(sentence: str) -> bool:
    """Whether a sentence says of the motion before it that nothing came of it."""
    return re.search(r"\b(?:lost|withdrawn|defeated|not\scarried)\b", sentence, re.IGNORECASE) is not None


def _of_another(sentence: str, body: str) -> bool:
    """Whether the minutes that a sentence speaks of are said to be another body's: "of the Grants Sub-Committee"."""
    whose = _WHOSE.search(sentence)
    kind = whose and _KINDS_OF_BODY.search(whose["whose"])
    if not whose or not kind:
        return False
    own = set(_WORD.findall(body.casefold()))
    return not set(_WORD.findall(whose["whose"][: kind.end()].casefold())) - _OF_NO_BODY <= own
