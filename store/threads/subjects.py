"""What words are about: their telling stems, and how much two of them have in common, the rare words weighing most."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from math import sqrt
from typing import Final

from store.index.terms import COMMON
from store.text.small_words import SMALL_WORDS
from store.text.stems import stem
from store.text.tokens import STOP_WORDS, words

_OF_REQUESTS = frozenset(
    """
    action add additional advise also annual another ask asked attend back brief briefing bring brought circulate clerk
    come comment committee completed contact continue continues copy course deliver detail details discuss due email
    ensure feedback final forward further future give given group half highlight information inform informed intention
    item items latest letter liaise look made make matter matters month monthly necessary new next obtain officers once
    paper papers part present presentation presented presents prepare progress provide provided providing quarter
    quarterly raise receive recent regarding regular regularly relation respond response session share shared
    shortly soon submit submitted take taken term time update updated updates useful various verbal view way week
    write written year yearly annually
    against around being comprehensive currently example more need needed other others undertaken use used using within
    he she whether order should
    january february march april may june july august september october november december spring summer autumn winter
    one two three four five six seven eight nine ten
    """.split()  # noqa: SIM905 (a list of them would be a page long)
)
_KINDS = frozenset(
    [
        "appendix",
        "agenda",
        "draft",
        "guide",
        "list",
        "note",
        "plan",
        "policy",
        "programme",
        "project",
        "scheme",
        "statement",
        "strategy",
    ]
)
"""Kinds of papers: they tell one paper from another a little."""

UNTELLING: Final = frozenset(stem(word) for word in (STOP_WORDS | SMALL_WORDS | COMMON | _OF_REQUESTS) - _KINDS)
_LIGHT = frozenset(map(stem, _KINDS))
_LIGHT_WEIGHT = 0.3  # of a word of this kind, the others counting 1
_AT_HAND = 8_192  # texts whose subject is known: titles are asked for meeting after meeting
_STEM = 4  # letters in which two stems of nearly one length are one word: "foster cares", "foster carers"


@lru_cache(_AT_HAND)
def subject(text: str, body: str = "") -> tuple[str, ...]:
    """The telling stems of a text, each once and in order; those of the name of the body that says it tell nothing."""
    own = {stem(word) for word in words(body)}
    compounds = re.sub(r"(?<=\w)[-‐‑](?=\w)", "", text)  # "well-being" is "wellbeing"
    found = (stem(word) for word in words(compounds) if len(word) > 1 and not word.isdecimal())
    return tuple(dict.fromkeys(one for one in found if one not in UNTELLING and one not in own))


def in_common(some: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """The stems of `some` with those of `others` that are the same word, be it misprinted in its last letters."""
    left = set(others)
    begun: dict[str, list[str]] = {}
    for other in left:
        begun.setdefault(other[:_STEM], []).append(other)
    pairs: list[tuple[str, str]] = []
    for one in some:
        near = begun.get(one[:_STEM], ())
        match = one if one in left else next((other for other in near if other in left and _nearly(one, other)), None)
        if match:
            left.discard(match)
            pairs.append((one, match))
    return pairs


def _nearly(one: str, other: str) -> bool:
    lengths = len(one), len(other)
    return min(lengths) >= _STEM and max(lengths) <= _STEM + 1


def is_kind_of_paper(word: str) -> bool:
    """Whether a word only says what kind of paper is meant: "strategy", "plan"."""
    return stem(word) in _LIGHT


def weight(one: str, often: Mapping[str, int]) -> float:
    """How much a stem tells; `often` is in how many other titles of the body it stands."""
    return (_LIGHT_WEIGHT if one in _LIGHT else 1.0) / sqrt(1 + often.get(one, 0))


def covered(asked: Iterable[str], told: AbstractSet[str], often: Mapping[str, int]) -> float:
    """The share of what is asked about, by weight, that stands in what is told; 0 to 1."""
    every = list(asked)
    whole = sum(weight(one, often) for one in every)
    if not whole:
        return 0.0
    return sum(weight(one, often) for one, _ in in_common(every, told)) / whole
