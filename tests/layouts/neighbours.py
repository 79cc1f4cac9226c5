"""What stands in minutes beside items and decisions and is neither: dates, sums, lists, tales of deciding."""

from collections.abc import Sequence
from random import Random

from tests.layouts import words
from tests.layouts.blocks import Block


def neighbour(kind: str, rng: Random) -> list[Block]:
    """Blocks of one kind to stand in an item before what it decides."""
    if kind == "none":
        return []
    return list(_KINDS[kind](rng))


def _dates(rng: Random) -> list[Block]:
    lines = [f"{_day(rng)} - visit to {words.thing(rng)}" for _ in "abc"]
    return _under("The following dates were reported:", "line", lines)


def _day(rng: Random) -> str:
    return f"{rng.randrange(1, 29)} {rng.choice(words.MONTHS)} 20{rng.randrange(10, 25)}"


def _sums(rng: Random) -> list[Block]:
    lines = [f"{words.sum_of(rng)}\t{rng.choice(words.FAMILY)} and Sons" for _ in "abc"]
    return _under("Invoices had come in from:", "row", lines)


def _payments(rng: Random) -> list[Block]:
    lines = [f"{rng.choice(words.FAMILY)} and Sons {words.sum_of(rng)}" for _ in range(rng.randrange(3, 6))]
    listed = (Block("clause", line, label=f"{at}.", level=1, tight=at > 1) for at, line in enumerate(lines, 1))
    return [Block("text", "The Clerk listed the payments made since the last meeting as follows:"), *listed]


def _planning(rng: Random) -> list[Block]:
    wishes = rng.sample(("new porch", "loft conversion", "garage", "felling of an ash"), 3)
    lines = []
    for wish in wishes:
        number = f"{rng.randrange(12, 25)}/{rng.randrange(100, 9999):05}/FUL"
        lines.append(f"{number} {rng.randrange(1, 90)} {rng.choice(words.STREET)}: {wish}")
    return _under("Applications before the planning authority:", "line", lines)


def _had_agreed(rng: Random) -> list[Block]:
    when = rng.choice(words.MONTHS)
    return [Block("text", f"The Chairman recalled that in {when} the Council had agreed to {words.action(rng).to}.")]


def _quoted(rng: Random) -> list[Block]:
    told = f"The Clerk read from the minutes of {rng.choice(words.MONTHS)} 2004:"
    return [Block("text", f"{told} “RESOLVED that {words.action(rng).that}”.")]


def _bullets(rng: Random) -> list[Block]:
    lines = [f"{words.thing(rng)} was in need of {rng.choice(('paint', 'repair', 'weeding'))}" for _ in "abc"]
    listed = (Block("clause", line, label="•", level=1, tight=bool(at)) for at, line in enumerate(lines))
    return [Block("text", "Points made by residents:"), *listed]


def _under(opening: str, kind: str, lines: Sequence[str]) -> list[Block]:
    return [Block("text", opening), *(Block(kind, line, tight=bool(at)) for at, line in enumerate(lines))]


def _to_be_agreed(rng: Random) -> list[Block]:
    what = f"The Clerk hoped that {words.thing(rng)} could be agreed with {words.body(rng)} before long."
    return [
        Block("text", what),
        Block("text", f"Under the Act of 1972 the Council may resolve to {words.action(rng).to}."),
    ]


def _year(rng: Random) -> list[Block]:
    year = rng.randrange(1950, 2024)
    return [Block("text", f"{year}. That was the year in which {words.thing(rng)} was last painted.")]


def _office(rng: Random) -> list[Block]:
    told = f"Clerk agreed to speak to {words.body(rng)} about {words.thing(rng)}."
    return [
        Block("text", f"The {told}"),
        Block("text", f"{words.body(rng).capitalize()} had decided to move out of {rng.choice(words.STREET)}."),
    ]


_KINDS = {
    "dates": _dates,
    "sums": _sums,
    "payments": _payments,
    "planning": _planning,
    "had agreed": _had_agreed,
    "quoted": _quoted,
    "bullets": _bullets,
    "to be agreed": _to_be_agreed,
    "year": _year,
    "office": _office,
}
