"""Finding: how fast and how right, at three sizes, side by side with fzf and tantivy.

    python -m tests.benchmarks.finding --sizes 10000,100000 --engines ours --passes 1 --misses

Stores are built once and kept (--folder, or MINUTEBOOK_BENCHMARKS, or the folder for temporary files), until the code
that writes stores changes; --as-it-is takes a kept store all the same. --whole types no letters, but asks each query
once: quick, for recall alone. Queries are drawn with seed 1, the tuning seed, or with --seed; --judge draws them with a
seed that nothing is ever tuned on.
"""

import argparse
import sys
from pathlib import Path

from tests.benchmarks.finding.measuring import Measured, measure, work_of
from tests.benchmarks.finding.queries import JUDGING_SEED, TUNING_SEED, Kind
from tests.benchmarks.finding.stores import folder_of_stores, store_of
from tests.benchmarks.finding.typing_queries import queries_for
from tests.benchmarks.finding.vocabulary import MissingWords

SIZES = (10_000, 100_000, 1_000_000)
ENGINES = ("ours",)


def main() -> int:
    """Measure what is asked for, and print it."""
    told = _arguments().parse_args()
    seed = JUDGING_SEED if told.judge else told.seed
    folder = folder_of_stores(told.folder)
    try:
        for size in told.sizes:
            built = store_of(folder, size, as_it_is=told.as_it_is)
            queries = queries_for(built, seed)
            work = work_of(queries, whole=told.whole)
            for engine in told.engines:
                passes = [measure(engine, built, work) for _ in range(told.passes)]
                _print(size, Measured(engine, work, passes), misses=told.misses)
    except MissingWords as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure finding.")
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="resolutions, as in 10000,100000")
    parser.add_argument("--engines", type=_names, default=ENGINES, help=f"some of {','.join(ENGINES)}")
    parser.add_argument("--passes", type=int, default=3, help="the least of so many counts")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--seed", type=int, default=TUNING_SEED, help="of the queries")
    which.add_argument("--judge", action="store_true", help="draw the queries with the seed that judges")
    parser.add_argument("--folder", type=Path, help="where stores are kept")
    parser.add_argument("--as-it-is", action="store_true", help="take a kept store though the code has changed")
    parser.add_argument("--whole", action="store_true", help="ask whole queries only")
    parser.add_argument("--misses", action="store_true", help="print the queries that missed, and the slowest keystrokes")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part.replace("_", "")) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def _print(size: int, measured: Measured, *, misses: bool) -> None:
    out = sys.stdout.write
    out(
        f"{size:>9,} {measured.engine:<8} p50 {measured.median * 1000:8.2f}  p95 {measured.p95 * 1000:8.2f}"
        f"  max {measured.longest * 1000:8.2f} ms  recall {measured.recall():.3f}  typos {measured.typo_recall:.3f}"
        f"  MRR {measured.mean_reciprocal_rank:.3f}  memory {measured.memory / 1e6:.0f} MB"
        f"  opening {measured.opening * 1000:.0f} ms\n"
    )
    if misses:
        for kind in Kind:
            out(f"    {kind:<20} recall {measured.recall(frozenset((kind,))):.3f}\n")
        for query in measured.missed:
            out(f"    missed: {query.text}   <- {query.wanted}\n")
        for seconds, typed in measured.slowest(15):
            out(f"    slow: {seconds * 1000:7.2f} ms  {typed}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
