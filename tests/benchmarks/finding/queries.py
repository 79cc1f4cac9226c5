"""Queries whose answers are known: drawn from what the store holds, then mistyped as people do.

A query is drawn from one resolution, its target; what is right is any resolution that has what the query means to say.
`Wanted` says that by words, so that one measure fits every engine, and a text that serves as well as the target counts.
"""

import random
from collections import Counter
from collections.abc import Sequence

from store.text.tokens import words
from tests.benchmarks.finding.councils import PEOPLE, PLACES
from tests.benchmarks.finding.known import REMEMBERED, Drawing, Kind, Known, Row, Wanted, some, telling
from tests.benchmarks.finding.remembered import REMEMBERING
from tests.benchmarks.finding.slips import misheard, mistyped
from tests.benchmarks.finding.vocabulary import COUNCIL_WORDS

TUNING_SEED, JUDGING_SEED = 1, 20270114

_SHARES = {
    Kind.PHRASE: 50, Kind.PREFIX: 40, Kind.ONE_TYPO: 60, Kind.TWO_TYPOS: 50, Kind.MISSING: 40, Kind.SWAPPED: 40,
    Kind.NAME: 40, Kind.NUMBER: 40, Kind.COMMON: 20, Kind.LETTER: 20, Kind.NONSENSE: 40,
} | dict.fromkeys(REMEMBERED, 40)  # fmt: skip
NUMBER_OF_QUERIES = sum(_SHARES.values())

_COMMON = (
    "report", "report noted", "the report be noted", "planning permission", "minutes approved", "committee", "council",
    "that the", "be approved", "noted", "work programme", "budget", "subject to the", "agreed", "the chair", "meeting",
    "recommendations approved", "planning permission be granted", "budget report", "housing", "councillor", "service",
)  # fmt: skip
_ONE_SLIP_FROM, _TWO_SLIPS_FROM = 4, 6  # letters
_REPEATED_DRAWN = 0.25


def draw_queries(rows: Sequence[Row], known: frozenset[str], seed: int, count: int = NUMBER_OF_QUERIES) -> list[Known]:
    """So many queries about some of `rows`, of every kind. `known` are the words that a slip must not make by chance.

    Texts that were passed many times are drawn a quarter as often as they stand there: nobody looks for the report
    that was noted in a fifth of all queries.
    """
    chance = random.Random(f"queries {seed}")
    times = Counter(row.text for row in rows)
    drawn: list[Known] = []
    typed: set[str] = set()
    for kind, share in _SHARES.items():
        wanted, found = max(1, round(share * count / NUMBER_OF_QUERIES)), 0
        while found < wanted:
            row = chance.choice(rows)
            if times[row.text] > 1 and chance.random() > _REPEATED_DRAWN:
                continue
            query = _DRAWING[kind](row, known, chance)
            if query is not None and query.text not in typed:
                typed.add(query.text)
                drawn.append(query)
                found += 1
    return drawn


def _phrase(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    text = words(row.text)
    length = chance.randint(3, 6)
    if len(text) < length:
        return None
    start = chance.randint(0, len(text) - length)
    taken = tuple(text[start : start + length])
    return Known(Kind.PHRASE, " ".join(taken), Wanted(in_a_row=taken))


def _prefix(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    taken = some(telling(row.text), 2, 4, chance)
    if taken is None or len(taken[-1]) < 5:
        return None
    beginning = taken[-1][: chance.randint(3, len(taken[-1]) - 1)]
    return Known(
        Kind.PREFIX, " ".join([*taken[:-1], beginning]), Wanted(words=tuple(taken[:-1]), beginnings=(beginning,))
    )


def _typos(kind: Kind, slips: int) -> "Drawing":
    def draw(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
        long_enough = [word for word in telling(row.text) if len(word) >= _ONE_SLIP_FROM]
        taken = some(long_enough, 2, 4, chance)
        if taken is None or (slips == 2 and not any(len(word) >= _TWO_SLIPS_FROM for word in taken)):
            return None
        typed = [mistyped(word, slips if len(word) >= _TWO_SLIPS_FROM else 1, known, chance) for word in taken]
        if None in typed:
            return None
        return Known(kind, " ".join(filter(None, typed)), Wanted(words=tuple(taken)))

    return draw


def _missing(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """Words in their order, some left out."""
    text = words(row.text)
    length = chance.randint(5, 8)
    if len(text) < length:
        return None
    start = chance.randint(0, len(text) - length)
    taken = text[start : start + length]
    for _ in range(chance.randint(1, length // 2)):
        del taken[chance.randrange(1, len(taken) - 1)]
    return Known(Kind.MISSING, " ".join(taken), Wanted(words=tuple(taken)))


def _half_remembered(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """Telling words, and one among them that is a word, but none of this text."""
    taken = some(telling(row.text), 3, 4, chance)
    other = chance.choice(COUNCIL_WORDS)
    if taken is None or other in words(f"{row.title} {row.text}"):
        return None
    typed = list(taken)
    typed.insert(chance.randint(0, len(typed)), other)
    return Known(Kind.MISSING, " ".join(typed), Wanted(words=tuple(taken)))


def _swapped(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    having = telling(f"{row.text} {row.title}" if chance.random() < 0.5 else row.text)
    taken = some(having, 3, 4, chance)
    if taken is None:
        return None
    shuffled = chance.sample(taken, len(taken))
    return None if shuffled == taken else Known(Kind.SWAPPED, " ".join(shuffled), Wanted(words=tuple(taken)))


def _name(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    names = [word for word in telling(row.text) if word in _NAMES]
    others = [word for word in telling(row.text) if word not in _NAMES]
    if not names or len(others) < 2:
        return None
    name = chance.choice(names)
    written = misheard(name, known, chance)
    if written is None:
        return None
    beside = chance.sample(others, chance.randint(1, 2))
    typed = [written, *beside]
    chance.shuffle(typed)
    return Known(Kind.NAME, " ".join(typed), Wanted(words=(name, *beside)))


def _number(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """A reference or a sum as printed, or the number of the item, alone or with a word."""
    printed = [part.strip(".,;()") for part in row.text.split()]
    references = [part for part in printed if part.count("/") == 2]
    sums = [part for part in printed if part.startswith("£")]
    told = telling(row.text)
    which = chance.randrange(3)
    if which == 0 and references:
        return Known(Kind.NUMBER, references[0], Wanted(in_a_row=tuple(words(references[0]))))
    if which == 1 and sums and told:
        beside = chance.choice(told)
        return Known(Kind.NUMBER, f"{sums[0]} {beside}", Wanted(words=(beside,), in_a_row=tuple(words(sums[0]))))
    if which == 2 and told:
        also = chance.sample(told, chance.randint(0, 1))
        text = " ".join([f"min {row.number}", *also])
        return Known(Kind.NUMBER, text, Wanted(words=tuple(also), number=row.number))
    return None


def _common(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    text = chance.choice(_COMMON)
    return Known(Kind.COMMON, text, Wanted(words=tuple(text.split())))


def _letter(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    letter = chance.choice("abcdefghijklmnoprstuvwy")
    return Known(Kind.LETTER, letter, Wanted(beginnings=(letter,)))


def _nonsense(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    made = ["".join(chance.choices("bcdfghjkmnpqrtvwxz", k=chance.randint(5, 9))) for _ in range(chance.randint(1, 3))]
    return Known(Kind.NONSENSE, " ".join(made), Wanted(nothing=True))


_NAMES = frozenset(name.lower() for name in (*PLACES, *PEOPLE))
_DRAWING: dict[Kind, Drawing] = {
    Kind.PHRASE: _phrase,
    Kind.PREFIX: _prefix,
    Kind.ONE_TYPO: _typos(Kind.ONE_TYPO, 1),
    Kind.TWO_TYPOS: _typos(Kind.TWO_TYPOS, 2),
    Kind.MISSING: lambda *drawn: (_missing if drawn[-1].random() < 0.5 else _half_remembered)(*drawn),
    Kind.SWAPPED: _swapped,
    Kind.NAME: _name,
    Kind.NUMBER: _number,
    Kind.COMMON: _common,
    Kind.LETTER: _letter,
    Kind.NONSENSE: _nonsense,
    **REMEMBERING,
}
