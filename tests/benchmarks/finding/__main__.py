"""Finding: how fast and how right, at three sizes, side by side with fzf and tantivy.

    python -m tests.benchmarks.finding --sizes 10000,100000 --engines ours --parts engines --passes 1 --misses

Stores are built once and kept (--folder, or MINUTEBOOK_BENCHMARKS, or the folder for temporary files), until the code
that writes stores changes; --as-it-is takes a kept store all the same. --whole types no letters, but asks each query
once: quick, for recall alone. Queries are drawn with seed 1, the tuning seed, or with --seed; --judge draws them with a
seed that nothing is ever tuned on. --page writes the figures to a page. --parts chooses among engines (the keystrokes),
cold (opening), size (of the index), adding (a meeting) and stalls (of the app); each engine is a module of `engines`.
--other measures a second corpus, of invented words, and --busy the first one again while two other programs compute.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.finding import bar
from tests.benchmarks.finding.apart import busy_loops
from tests.benchmarks.finding.engines import fzf
from tests.benchmarks.finding.engines.engine import CLOCK
from tests.benchmarks.finding.known import Kind
from tests.benchmarks.finding.page import BUSY, OTHER, facts_of, page
from tests.benchmarks.finding.parts import BOOSTED, ENGINES, FZF, TERMS, Figures, Part, take
from tests.benchmarks.finding.queries import JUDGING_SEED, TUNING_SEED
from tests.benchmarks.finding.stores import CORPUS_SEED, OTHER_SEED, folder_of_stores, store_of
from tests.benchmarks.finding.typing_queries import queries_for
from tests.benchmarks.finding.vocabulary import MissingWords, read_words

_SIZES = (10_000, 100_000, 1_000_000)
_LOOPS = 2


def main() -> int:
    """Measure what is asked for, and print it."""
    told = _arguments().parse_args()
    try:
        read_words()
    except MissingWords as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    seed = JUDGING_SEED if told.judge else told.seed
    if told.processor:
        os.environ[CLOCK] = "processor"
    folder, engines = folder_of_stores(told.folder), _engines_here(told.engines)
    figures: dict[int, Figures] = {}
    others: dict[int, Figures] = {}
    busy: dict[int, Figures] = {}
    with tempfile.TemporaryDirectory() as desk:
        os.environ["MINUTEBOOK_DESK"] = str(Path(desk) / "desk.db")  # not the desk of whoever runs this
        for sizes, corpus, into in ((told.sizes, CORPUS_SEED, figures), (told.other, OTHER_SEED, others)):
            for size in sizes:
                built = store_of(folder, size, corpus, as_it_is=told.as_it_is)
                queries = queries_for(built, seed)
                into[size] = take(built, queries, engines, told.parts, told.passes, whole=told.whole, every=told.every)
                _print(size, into[size], misses=told.misses)
        for size in told.busy:
            built = store_of(folder, size, as_it_is=told.as_it_is)
            queries = queries_for(built, seed)
            os.environ.pop(CLOCK, None)
            with busy_loops(_LOOPS):
                busy[size] = take(built, queries, engines, (Part.ENGINES,), 1, whole=told.whole, every=told.every)
            _print(size, busy[size], misses=told.misses)
    sys.stdout.writelines(f"{line}\n" for line in bar.lines(bar.bounds(figures)))
    if told.page and len(engines) < len(told.engines):
        sys.stderr.write(f"{told.page} is left as it was: not every engine was measured.\n")
    elif told.page:
        if told.processor:
            os.environ[CLOCK] = "processor"
        version = fzf.version() if FZF in engines else None
        today = dt.datetime.now(dt.UTC).date().isoformat()
        beside = {OTHER: others, BUSY: busy}
        whole = page(figures, beside, today, seed, CORPUS_SEED, told.passes, version)
        told.page.write_text(whole, encoding="utf-8")
    return 0


def _engines_here(wanted: Sequence[str]) -> list[str]:
    """The engines that this machine has; says what to install for the others."""
    missing: dict[str, str] = {}
    if not fzf.is_here():
        missing[FZF] = f"fzf is not here. On Debian and Ubuntu: apt install {fzf.PACKAGE}"
    if find_spec("tantivy") is None:
        missing |= dict.fromkeys((TERMS, BOOSTED), "tantivy is not here: make env")
    for engine in wanted:
        if engine in missing:
            sys.stderr.write(f"left out: {ENGINES[engine]}. {missing[engine]}\n")
    return [engine for engine in wanted if engine not in missing]


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure finding.")
    parser.add_argument("--sizes", type=_numbers, default=_SIZES, help="resolutions, as in 10000,100000")
    parser.add_argument("--processor", action="store_true", help="time by the processor, on a machine with others")
    parser.add_argument("--every", type=int, default=1, help="type one query in so many, and ask the others whole")
    parser.add_argument("--other", type=_numbers, default=(), help="resolutions of the other corpus, of invented words")
    parser.add_argument("--busy", type=_numbers, default=(), help="resolutions to find among beside two busy loops")
    parser.add_argument("--engines", type=_names, default=tuple(ENGINES), help=f"some of {','.join(ENGINES)}")
    parser.add_argument("--parts", type=_parts, default=tuple(Part), help=f"some of {','.join(Part)}")
    parser.add_argument("--passes", type=int, default=3, help="the least of so many counts")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--seed", type=int, default=TUNING_SEED, help="of the queries")
    which.add_argument("--judge", action="store_true", help="draw the queries with the seed that judges")
    parser.add_argument("--folder", type=Path, help="where stores are kept")
    parser.add_argument("--as-it-is", action="store_true", help="take a kept store though the code has changed")
    parser.add_argument("--whole", action="store_true", help="ask whole queries only")
    parser.add_argument(
        "--misses", action="store_true", help="print the queries that missed, and the slowest keystrokes"
    )
    parser.add_argument("--page", type=Path, help="write the figures to this page, in Markdown")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part.replace("_", "")) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def _parts(text: str) -> tuple[Part, ...]:
    return tuple(map(Part, text.split(",")))


def _print(size: int, at: Figures, *, misses: bool) -> None:
    out = sys.stdout.write
    for engine, measured in at.engines.items():
        out(
            f"{size:>9,} {engine:<15} p50 {measured.median * 1000:8.2f}  p95 {measured.p95 * 1000:8.2f}"
            f"  max {measured.longest * 1000:8.2f} ms  hits in ten {measured.hit_rate():.3f}"
            f"  typos {measured.typo_hit_rate:.3f}"
            f"  MRR {measured.mean_reciprocal_rank:.3f}  {measured.memory / 1e6:.0f} MB"
            f"  opens in {measured.opening * 1000:.0f} ms\n"
        )
        if misses:
            for kind in Kind:
                out(f"    {kind:<33} hits in ten {measured.hit_rate(frozenset((kind,))):.3f}\n")
            for query in measured.missed:
                out(f"    missed: {query.text}   <- {query.wanted.told}\n")
            for seconds, typed in measured.slowest(15):
                out(f"    slow: {seconds * 1000:7.2f} ms  {typed}\n")
    for fact in facts_of(at):
        out(f"{size:>9,} {fact}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
