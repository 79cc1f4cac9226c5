"""The queries of a run: drawn from the resolutions of a store, and the same for a store and a seed."""

import random

from tests.benchmarks.finding.councils import PEOPLE, PLACES
from tests.benchmarks.finding.known import Known, Row
from tests.benchmarks.finding.queries import draw_queries
from tests.benchmarks.finding.stores import WORDS, Built

_SAMPLE = 20_000  # resolutions to draw from


def queries_for(built: Built, seed: int) -> list[Known]:
    """Queries about resolutions anywhere in the store."""
    with built.lines.open(encoding="utf-8") as file:
        lines = file.read().splitlines()
    taken = random.Random(f"rows {seed}").sample(lines, min(_SAMPLE, len(lines)))
    known = frozenset(WORDS[built.seed]()) | {name.lower() for name in (*PLACES, *PEOPLE)}
    return draw_queries([row_of(line) for line in taken], known, seed)


def row_of(line: str) -> Row:
    """The resolution on a line of `Built.lines`."""
    number, title, text = line.split("\t")
    return Row(number.removeprefix("min "), title, text)
