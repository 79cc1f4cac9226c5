"""What is measured at one size, part by part."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.benchmarks.finding.adding import Adding, adding_to
from tests.benchmarks.finding.cold import Cold, cold_starts
from tests.benchmarks.finding.index_size import Sizes, sizes_of
from tests.benchmarks.finding.known import Known
from tests.benchmarks.finding.measuring import Measured, Pass, Work, measure, work_of
from tests.benchmarks.finding.stalls import Stalls, stalls_while_typing
from tests.benchmarks.finding.stores import Built

OURS, PIPED, TERMS, BOOSTED, FZF = "ours", "piped", "tantivy_terms", "tantivy_boosted", "fzf"
ENGINES = {
    OURS: "minutebook, in process",
    PIPED: "minutebook find --stdin --json",
    TERMS: "tantivy, fuzzy terms",
    BOOSTED: "tantivy, strongest form",
    FZF: "fzf --filter, less start and reading",
}
"""The modules of `engines`, and what the tables call them."""

_FZF_KEYSTROKES, _FZF_QUERIES = 30, 40  # of which each costs seconds among a million lines


class Part(StrEnum):
    """A part of a run."""

    ENGINES = "engines"
    COLD = "cold"
    SIZE = "size"
    ADDING = "adding"
    STALLS = "stalls"


@dataclass(frozen=True, slots=True)
class TantivyIndex:
    """What building tantivy's index took: seconds, and bytes on disk and in memory."""

    seconds: float
    bytes: int
    memory: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured at one size; what was not asked for is None, or not among the engines."""

    built: Built
    engines: dict[str, Measured]
    tantivy: TantivyIndex | None
    cold: Cold | None
    sizes: Sizes | None
    adding: Adding | None
    stalls: Stalls | None


def take(
    built: Built,
    queries: Sequence[Known],
    engines: Sequence[str],
    parts: Collection[Part],
    passes: int,
    *,
    whole: bool,
    every: int = 1,
) -> Figures:
    """Measure the parts at the size of a store; of the queries, each is typed, or one of `every` three, say."""
    work = work_of(queries, whole=whole, every=every)
    asked = [engine for engine in engines if Part.ENGINES in parts]
    tantivy = _tantivy(built) if any(engine in (TERMS, BOOSTED) for engine in asked) else None
    return Figures(
        built,
        _side_by_side(built, work, asked, passes),
        tantivy,
        cold_starts(built, work.keystrokes, passes) if Part.COLD in parts else None,
        sizes_of(built) if Part.SIZE in parts else None,
        adding_to(built, passes) if Part.ADDING in parts else None,
        stalls_while_typing(built, queries, passes) if Part.STALLS in parts else None,
    )


def _tantivy(built: Built) -> TantivyIndex:
    from tests.benchmarks.finding.engines.tantivy_index import build_index

    return TantivyIndex(*build_index(built))


def _side_by_side(built: Built, work: Work, engines: Sequence[str], passes: int) -> dict[str, Measured]:
    """Every engine in every pass, one after the other: what disturbs the computer for a while disturbs them all."""
    works = {engine: work.sample(_FZF_KEYSTROKES, _FZF_QUERIES) if engine == FZF else work for engine in engines}
    done: dict[str, list[Pass]] = {engine: [] for engine in engines}
    for at in range(passes):
        for engine in engines:
            sys.stderr.write(f"{built.size:,}: pass {at + 1} of {passes}, {ENGINES[engine]}\n")
            # What is found is the same in every pass: one asks for it.
            asked = works[engine] if at == 0 else works[engine].without_queries()
            done[engine].append(measure(engine, built, asked))
    return {engine: Measured(engine, works[engine], done[engine]) for engine in engines}
