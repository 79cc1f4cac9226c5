"""Names of people as minutes print them: titles and letters behind them aside, a surname and what stands before it."""

import re
from dataclasses import dataclass
from typing import Final

from store.text.tokens import words

TITLES: Final = frozenset("cllr cllrs clr councillor councillors mr mrs ms miss dr cc alderman cathaoirleach".split())  # noqa: SIM905
"""What stands before a name and is none."""

_MORE_TITLES = frozenset(
    """
    ald baroness canon captain chair cir clir clirs cllrs colonel coun cyng cynghorydd cynghorwyr county cmhlr dame
    deputy father hon lady lord major mayor mx prof professor rev revd reverend rt sir town borough district parish
    city the chairman chairperson vice
    """.split()  # noqa: SIM905 (as people write them)
)
_BEHIND = frozenset("mbe obe cbe kbe jp mp msp ms am td pc qpm bem dl frsa qc kc phd junior senior jnr snr jr".split())  # noqa: SIM905
_OF_MEMBERS = frozenset(
    [
        "cllr",
        "cllrs",
        "clr",
        "clir",
        "clirs",
        "cir",
        "councillor",
        "councillors",
        "coun",
        "cyng",
        "cynghorydd",
        "cc",
        "cmhlr",
        "alderman",
        "ald",
    ]
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*†#]|\s[–—-]\s.*$")
_BODY = re.compile(
    r"\b(?:council|committee|police|trust|vacan\w+|group|public|press|officers?|members?|representatives?|none|residents?|team|director|manager|services?)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name, folded: the surname, the forenames or initials before it, and whether it has the title of a member."""

    surname: str
    given: tuple[str, ...] = ()
    member: bool = False


def person_name(printed: str) -> PersonName | None:
    """The name of a person as it is printed: "Cllr Mrs J.P. Ash MBE" and "ASH, Jane" are of one; None of a body."""
    plain = _in_order(_ASIDE.sub(" ", printed).strip(" .,;:"))
    if _BODY.search(plain):
        return None
    every = words(plain.replace("-", "").replace("’", "'"))
    told = _without_letters([word for word in every if word not in TITLES and word not in _MORE_TITLES])
    if not 1 <= len(told) <= _MOST_WORDS or not all(word.isalpha() for word in told) or len(told[-1]) == 1:
        return None
    return PersonName(told[-1], tuple(told[:-1]), any(word in _OF_MEMBERS for word in every))


def _in_order(plain: str) -> str:
    """A name with the surname last, and without a post behind it."""
    before, comma, behind = plain.partition(",")
    if not comma:
        return plain
    turned = words(behind)
    is_turned = 1 <= len(turned) <= 2 and not _BODY.search(behind) and len(_told(before)) == 1
    return f"{behind} {before}" if is_turned else before


def _without_letters(told: list[str]) -> list[str]:
    """The words of a name without the letters of honours behind it, initials before the surname."""
    while len(told) > 1 and told[-1] in _BEHIND:
        told = told[:-1]
    if len(told) > 1 and len(told[-1]) == 1 and len(told[0]) > 1:  # "Ash J"
        return [*told[1:], told[0]]
    return told


def _told(part: str) -> list[str]:
    return [word for word in words(part) if word not in TITLES and word not in _MORE_TITLES]


def is_same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands before a surname may be of one person: forenames alike, or initials of them."""
    return all(_is_same_word(some, another) for some, another in zip(one, other, strict=False))


def _is_same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
