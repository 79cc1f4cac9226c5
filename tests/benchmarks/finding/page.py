"""The figures of a run as a page in Markdown, docs/benchmarks.md, each beside what it includes."""

from collections.abc import Iterator, Mapping

from store.text.lists import counted
from tests.benchmarks.finding import bar
from tests.benchmarks.finding.engines.engine import by_processor
from tests.benchmarks.finding.known import Kind
from tests.benchmarks.finding.machine import machine, versions
from tests.benchmarks.finding.measuring import Measured
from tests.benchmarks.finding.parts import BOOSTED, ENGINES, FZF, OURS, PIPED, TERMS, Figures

OTHER, BUSY = "a second corpus, of invented words", "beside two busy loops"
"""What other figures are of, as their headings say it."""

Sizes = Mapping[int, Figures]


def page(
    figures: Sizes, beside: Mapping[str, Sizes], date: str, seed: int, corpus_seed: int, passes: int, fzf: str | None
) -> str:
    """The whole page. `beside` are figures of other corpora, or taken in another way; `fzf` is its version."""
    whose = "processor time" if by_processor() else "the time by the clock"
    return "\n".join(
        [
            "# How fast finding is, and how right",
            "",
            f"Measured on {date} by `tests/benchmarks/finding`, which writes this page: {machine()}; {versions(fzf)}.",
            f"Seeds {corpus_seed} and {seed} (queries). Times are {whose}, the least of {counted(passes, 'pass')}",
            f"for every keystroke, each in a fresh process. {_COMPARE}",
            "",
            "## The bar",
            "",
            *bar.lines(bar.bounds(figures)),
            "",
            *(line for size in sorted(figures) for line in _size(figures[size])),
            *(line for what, sizes in beside.items() for size in sorted(sizes) for line in _size(sizes[size], what)),
            _METHOD,
        ]
    )


def _size(at: Figures, what: str = "") -> Iterator[str]:
    built = at.built
    yield f"## {built.size:,} resolutions{f', {what}' if what else ''}"
    yield ""
    if at.engines:
        yield "| | keystrokes | p50 ms | p95 ms | max ms | hits in ten | over typos | MRR | memory MB | opens in ms |"
        yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        yield from (_engine(ENGINES[name], one) for name, one in at.engines.items())
        yield ""
        yield f"| hits in ten | queries | {' | '.join(ENGINES[name] for name in at.engines)} |"
        yield f"|---|---:|{'---:|' * len(at.engines)}"
        yield from (_kind(at, kind) for kind in Kind)
        yield ""
    yield from (f"- {fact}" for fact in facts_of(at))
    yield ""


def _engine(name: str, one: Measured) -> str:
    cells = [
        f"{len(one.seconds):,}",
        *(f"{seconds * 1000:,.2f}" for seconds in (one.median, one.p95, one.longest)),
        *(f"{share:.3f}" for share in (one.hit_rate(), one.typo_hit_rate, one.mean_reciprocal_rank)),
        f"{one.memory / 1e6:,.0f}",
        f"{one.opening * 1000:,.0f}",
    ]
    return f"| {name} | {' | '.join(cells)} |"


def _kind(at: Figures, kind: Kind) -> str:
    recalls = [f"{one.hit_rate(frozenset((kind,))):.3f}" for one in at.engines.values()]
    most = max(sum(query.kind is kind for query in one.work.queries) for one in at.engines.values())
    return f"| {kind} | {most} | {' | '.join(recalls)} |"


def facts_of(at: Figures) -> Iterator[str]:
    """What was measured beside keystrokes, in sentences."""
    built = at.built
    yield (
        f"Building the store: {built.seconds:,.0f} s for {built.meetings:,} meetings, {built.indexing:,.0f} s of them"
        f" for the index; {built.bytes / 1e6:,.0f} MB on disk, {built.memory / 1e6:,.0f} MB of memory."
    )
    if at.sizes:
        yield (
            f"The index of finding is {at.sizes.index / 1e6:,.1f} MB of that; the text that it finds"
            f" {at.sizes.text / 1e6:,.1f} MB ({at.sizes.text_once / 1e6:,.1f} MB without repeats)."
        )
    if at.tantivy:
        yield (
            f"Building tantivy’s index of the resolutions alone: {at.tantivy.seconds:,.1f} s with one thread;"
            f" {at.tantivy.bytes / 1e6:,.0f} MB on disk, {at.tantivy.memory / 1e6:,.0f} MB of memory."
        )
    if at.cold:
        yield (
            f"From opening the store to the first answer, file cold: {at.cold.median * 1000:.0f} ms in the middle of"
            f" {len(at.cold.answers)} first keystrokes, {at.cold.longest * 1000:.0f} ms at most;"
            f" {at.cold.read / 1e6:.1f} MB read from the disk."
        )
    if at.adding:
        yield (
            f"Adding one meeting of 30 resolutions: {at.adding.median * 1000:.1f} ms in the middle of"
            f" {len(at.adding.seconds)}, {max(at.adding.seconds) * 1000:.0f} ms at most; putting the index in order"
            f" after all of them {at.adding.tidying * 1000:.0f} ms."
        )
    if at.stalls:
        yield (
            f"Typing into the app, {at.stalls.keys_a_second:.0f} keys a second: the screen stood still for"
            f" {at.stalls.longest * 1000:.0f} ms at most, {at.stalls.p99 * 1000:.0f} ms in all but one of a hundred"
            f" beats; with nothing typed {at.stalls.idle * 1000:.0f} ms at most."
        )


_COMPARE = "Compare the ratios between machines, not the milliseconds."
_METHOD = f"""\
## What the figures are of

**The corpus** is made up and the same for a seed: meetings of about 15 items and 30 resolutions, of some 80 councils
and 320 committees, 1995 to 2025. Words are those of a dictionary (Debian’s `wbritish`), drawn by Zipf’s law; names of
people and places, planning references and sums stand among them. A fifth of the resolutions note the report, another
fifth are other formulas, titles are partly common ones. It goes into the store as an import does it, from
`store_document` on, a transaction a meeting, with the tidying at the end; reading files is left out. So is making the
minutes up.

**The second corpus** has other councils, other minutes and, beside the words that councils speak in, words of no
language with the endings of English ones: nothing was tuned on it. **Beside two busy loops** two programs compute for
as long as it is measured, one for each core, and the times are those of the clock on the wall.

**The queries** are drawn from resolutions anywhere in the store and typed letter by letter. Right is what holds every
word that the query means (a phrase: in a row; an unfinished word: a word that begins so; “min 22”: that number). One
letter and very common words are right with any row that has them, nonsense when no answer is said to be exact. A typo
never makes another word of the dictionary; two typos a word are two edits in each word of six letters or more, one in
those of four or five. Of the queries with missing words half leave out some, half have one that the text has not.
hits in ten and MRR (the mean of 1 over the place of the first right answer, nonsense left out) are of whole queries.

**{ENGINES[OURS]}**: the call of `Finder.find(text, 10)`, the words and spans of ten hits among it.
**{ENGINES[PIPED]}**: from a line in to a line out, in three sections (resolutions, titles, discussion), JSON among
it; opening is starting the program.

**{ENGINES[TERMS]}**: each word within one edit from 3 letters and two from 6, a swap counting as one, the last word
unfinished; all words, and where fewer than ten rows have them all, any. **{ENGINES[BOOSTED]}**: the very word and the
completions of the last one weigh more, too. Both are over number, title and text folded as ours, in process, the
lines of ten answers read from disk. The bar is held against fuzzy terms, which are what it names; the stronger form
finds more and is slower, and stands beside it. Neither is told of phrases.

**{ENGINES[FZF]}**: a process a keystroke over the same rows as lines, from the start to the tenth line written, less
the least time in which it starts, reads every line and finds nothing (“opens in”). It costs too much to be asked for
everything, so a sample of keystrokes and queries stands for all. It forgives no wrong letter, and is not meant to.

**Memory** is the most that a fresh process held while it searched; parts of files that are mapped into it (tantivy)
count. **File cold**: the computer forgets the file before (`posix_fadvise`); time runs from connecting to the first
answer, imports done. **The size of the index** is that of a store less that of a copy without what the migration of
finding makes, both packed; the text is clauses and their points, titles, discussion and notes. **Adding** is
`store_document` on a copy. **Stalls** are how late a heartbeat of 5 ms comes in the app’s own loop, on a screen that
is not there.
"""
