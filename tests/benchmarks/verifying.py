"""Verifying quotations at size: how many get the verdict that they deserve, and how long each takes.

Run by hand: `python -m tests.benchmarks.verifying STORE`. The clauses of a store are quoted as they are, and spoiled in
the ways in which people misquote.
"""

import random
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from store.database.connect import open_for_reading
from store.verify.verifier import Verdict, Verifier

_SEED = 11
_CLAUSES = 100
_FEWEST_WORDS = 8
_OTHERS = "council budget roof northern seventeen lamp annual".split()  # noqa: SIM905

Spoil = Callable[[list[str], int], list[str]]

_WAYS: dict[str, tuple[Spoil, set[Verdict]]] = {
    "as it is": (lambda words, _: words, {Verdict.EXACT}),
    "in capitals": (lambda words, _: [word.upper() for word in words], {Verdict.ALIKE}),
    "middle left out as “…”": (lambda words, _: [*words[:2], "…", *words[-3:]], {Verdict.EXACT}),
    "ends left out": (lambda words, _: words[1:-2], {Verdict.EXACT}),
    "a word changed": (lambda words, at: [*words[:at], _OTHERS[at % 7], *words[at + 1 :]], {Verdict.CLOSE}),
    "a word left out": (lambda words, at: [*words[:at], *words[at + 1 :]], {Verdict.CLOSE}),
    "two words put in": (lambda words, at: [*words[:at], *_OTHERS[:2], *words[at:]], {Verdict.CLOSE}),
}


def main() -> None:
    """Print, for each way of quoting, the share of right verdicts; then the milliseconds that a quotation takes."""
    chance = random.Random(_SEED)
    seconds: list[float] = []
    with closing(open_for_reading(Path(sys.argv[1]))) as store:
        verifier = Verifier(store)
        quoted = _clauses(store, chance)
        for way, (spoil, right) in _WAYS.items():
            verdicts: Counter[Verdict] = Counter()
            for words in quoted:
                said = " ".join(spoil(words, chance.randrange(2, len(words) - 2)))
                begun = time.perf_counter()
                (one,) = verifier.verify(f"“{said}”")
                seconds.append(time.perf_counter() - begun)
                verdicts[one.verdict] += 1
            share = sum(verdicts[verdict] for verdict in right) / len(quoted)
            sys.stdout.write(f"{way:<24} {share:6.1%} right\n")
    seconds.sort()
    half, most = (seconds[int(len(seconds) * share)] * 1000 for share in (0.5, 0.95))
    sys.stdout.write(f"{len(seconds)} quotations: median {half:.0f} ms, 95 in 100 below {most:.0f} ms\n")


def _clauses(store: sqlite3.Connection, chance: random.Random) -> list[list[str]]:
    """The words of clauses that are long enough to be told from others."""
    (last,) = store.execute("SELECT max(id) FROM clause").fetchone()
    clauses: list[list[str]] = []
    while len(clauses) < _CLAUSES:
        row = store.execute("SELECT text FROM clause WHERE id >= ? LIMIT 1", (chance.randint(1, last),)).fetchone()
        if row and len(row[0].split()) >= _FEWEST_WORDS:
            clauses.append(row[0].split())
    return clauses


if __name__ == "__main__":
    main()
