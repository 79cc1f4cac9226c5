"""The bar: what was promised of finding, beside what was measured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.finding.known import TYPED, Kind
from tests.benchmarks.finding.parts import BOOSTED, FZF, OURS, TERMS, Figures

SMALL, LARGE = 100_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure and the bound that it must keep to: at most it, or at least it."""

    what: str
    size: int
    figure: float
    bound: float
    at_least: bool = False
    unit: str = ""
    beside: str = ""

    @property
    def is_met(self) -> bool:
        figure = round(self.figure, 6)  # 0.988 - 0.948 is 0.04
        return figure >= self.bound if self.at_least else figure <= self.bound


def bounds(figures: Mapping[int, Figures]) -> list[Bound]:
    """Every bound of the bar for which there are figures, in the order of the bar."""
    return sorted(
        (bound for size in (SMALL, LARGE) if size in figures for bound in _bounds(figures, size)),
        key=lambda bound: _ORDER.index(bound.what),
    )


_AGAINST_TANTIVY = "p95 a keystroke, against tantivy’s fuzzy terms"
_AGAINST_FZF = "fzf’s p50 a keystroke less start and reading, against ours"
_GROWTH = "p95 against p95 at a tenth of the size"
_RECALL, _RECALL_ABOVE = "hits in ten over what is typed as read", "hits in ten over the same, above tantivy’s"
_TYPOS, _TYPOS_ABOVE = "hits in ten over typo queries", "hits in ten over typo queries, above tantivy’s"
_ALL_KINDS, _WEAKEST = "hits in ten over all kinds", "hits in ten of the weakest kind that has spaces"
_NO_SPACES, _MRR = "hits in ten of what has no spaces at all", "mean reciprocal rank over all kinds"
_COLD = "open the store to the first answer, after imports, file cold"
_SIZE = "bytes of the finding index, against the bytes of the text that it finds"
_ADDING = "adding one meeting of 30 resolutions, p50 against that at 10,000"
_STALL = "longest stall of the app’s screen while typing"
_ORDER = (
    _AGAINST_TANTIVY, _AGAINST_FZF, _GROWTH, _RECALL, _RECALL_ABOVE, _TYPOS, _TYPOS_ABOVE, _ALL_KINDS,
    _WEAKEST, _NO_SPACES, _MRR, _COLD, _SIZE, _ADDING,
    _STALL,
)  # fmt: skip


_SHARES = (_RECALL, _RECALL_ABOVE, _TYPOS, _TYPOS_ABOVE, _ALL_KINDS, _WEAKEST, _NO_SPACES, _MRR)


def _bounds(figures: Mapping[int, Figures], size: int) -> Iterator[Bound]:
    at, large = figures[size], size == LARGE
    yield from _of_engines(figures, size)
    if at.cold:
        beside = f"the longest of {len(at.cold.answers)} was {at.cold.longest * 1000:.0f} ms"
        yield Bound(_COLD, size, at.cold.median * 1000, 100 if large else 60, unit="ms", beside=beside)
    if at.sizes:
        beside = f"{at.sizes.index / at.sizes.text_once:.2f} against the text without repeats"
        yield Bound(_SIZE, size, at.sizes.index / at.sizes.text, 1.0, beside=beside)
    first = figures.get(min(figures))
    if at.adding and first and first.adding and first.built.size < size:
        beside = f"{at.adding.median * 1000:.1f} ms; {max(at.adding.seconds) * 1000:.0f} ms at most"
        yield Bound(_ADDING, size, at.adding.median / first.adding.median, 2.0, beside=beside)
    if at.stalls:
        beside = f"idle {at.stalls.idle * 1000:.0f} ms, 99 of 100 beats {at.stalls.p99 * 1000:.0f} ms"
        yield Bound(_STALL, size, at.stalls.longest * 1000, 30, unit="ms", beside=beside)


def _of_engines(figures: Mapping[int, Figures], size: int) -> Iterator[Bound]:
    at, large = figures[size], size == LARGE
    ours = at.engines.get(OURS)
    if ours is None:
        return
    terms, boosted, fzf = (at.engines.get(engine) for engine in (TERMS, BOOSTED, FZF))
    if terms:
        beside = f"{ours.p95 / boosted.p95:.2f} against its strongest form" if boosted else ""
        yield Bound(_AGAINST_TANTIVY, size, ours.p95 / terms.p95, 0.5 if large else 1.0, beside=beside)
    if fzf:
        beside = f"{fzf.median * 1000:.0f} ms, of {len(fzf.seconds)} keystrokes"
        yield Bound(_AGAINST_FZF, size, fzf.median / ours.median, 300 if large else 50, at_least=True, beside=beside)
    if large and SMALL in figures and OURS in figures[SMALL].engines:
        yield Bound(_GROWTH, size, ours.p95 / figures[SMALL].engines[OURS].p95, 2.5)
    yield Bound(_RECALL, size, ours.hit_rate(TYPED), 0.97 if large else 0.985, at_least=True)
    yield Bound(_TYPOS, size, ours.typo_hit_rate, 0.955 if large else 0.975, at_least=True)
    beside = f"tantivy’s fuzzy terms {terms.hit_rate():.3f}" if terms else ""
    yield Bound(_ALL_KINDS, size, ours.hit_rate(), 0.93 if large else 0.96, at_least=True, beside=beside)
    lowest, weakest = ours.weakest
    yield Bound(_WEAKEST, size, lowest, 0.8, at_least=True, beside=weakest)
    yield Bound(_NO_SPACES, size, ours.hit_rate(frozenset((Kind.NO_SPACES,))), 0.6, at_least=True)
    beside = f"tantivy’s fuzzy terms {terms.mean_reciprocal_rank:.3f}" if terms else ""
    yield Bound(_MRR, size, ours.mean_reciprocal_rank, 0.88, at_least=True, beside=beside)
    if terms:
        beside = f"{ours.hit_rate(TYPED) - boosted.hit_rate(TYPED):+.3f} against its strongest form" if boosted else ""
        yield Bound(
            _RECALL_ABOVE, size, ours.hit_rate(TYPED) - terms.hit_rate(TYPED), 0.04, at_least=True, beside=beside
        )
        beside = f"{ours.typo_hit_rate - boosted.typo_hit_rate:+.3f} against its strongest form" if boosted else ""
        yield Bound(_TYPOS_ABOVE, size, ours.typo_hit_rate - terms.typo_hit_rate, 0.0, at_least=True, beside=beside)


def lines(found: Sequence[Bound]) -> Iterator[str]:
    """The bar as rows of a table in Markdown."""
    yield "| | at | measured | bar | met | beside it |"
    yield "|---|---:|---:|---:|---|---|"
    for one in found:
        digits = 3 if one.what in _SHARES else 2
        figure = f"{one.figure:.{digits}f} {one.unit}".strip()
        bound = f"at {'least' if one.at_least else 'most'} {one.bound:g} {one.unit}".strip()
        yield f"| {one.what} | {one.size:,} | {figure} | {bound} | {'yes' if one.is_met else '**no**'} | {one.beside} |"
