"""Make pages and read them back: `python -m tests.layouts --count 2000 --seed 1 [--habit label=(a)] [--show 3]`."""

import argparse
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.layouts.blocks import Made
from tests.layouts.habits import CHOICES
from tests.layouts.make import make
from tests.layouts.reading import Result, compare, read

Row = tuple[Made, Result]

_MANY = 12  # pages: fewer tell nothing of a habit
_MARGIN = 0.03  # of the share of pages: what one page more or less comes to
_KIND = re.compile(r"[a-z ]*")  # how a line of a miss begins


def main(argv: Sequence[str] | None = None) -> int:
    """Print how the pages were read, whole and by habit, worst habits first."""
    ask = argparse.ArgumentParser(prog="python -m tests.layouts", description=__doc__)
    ask.add_argument("--count", type=int, default=300, help="how many pages")
    ask.add_argument("--seed", type=int, default=1, help="where the seeds of the pages begin, times a million")
    ask.add_argument("--habit", action="append", default=[], metavar="NAME=VALUE", help="a habit that all must have")
    ask.add_argument("--show", type=int, default=0, metavar="K", help="print K pages that were read wrongly")
    ask.add_argument("--only", default="", metavar="WORDS", help="show only those whose misses hold these words")
    ask.add_argument("--plain", action="store_true", help="among the plainest other habits")
    ask.add_argument("--each", action="store_true", help="every habit by turns in plain company, COUNT pages each")
    ask.add_argument("--floors", action="store_true", help="print what the tests may demand, as TOML")
    ask.add_argument("--misses", action="store_true", help="print the misses of every page, without the page")
    told = ask.parse_args(argv)
    asked = dict(habit.split("=", 1) for habit in told.habit)
    for name, value in asked.items():
        if name not in CHOICES:
            ask.error(f"no habit {name!r}: {', '.join(CHOICES)}")
        if value not in CHOICES[name]:
            ask.error(f"{name} is one of {', '.join(dict.fromkeys(CHOICES[name]))}")
    began = time.process_time()
    seeds = range(told.seed * 1_000_000, told.seed * 1_000_000 + told.count)
    if told.each:
        sys.stdout.write("\n".join(each_alone(seeds)) + "\n")
        return 0
    rows = [read_page(seed, asked, plain=told.plain) for seed in seeds]
    if told.floors:
        sys.stdout.write("\n".join(floors(rows)) + "\n")
        return 0
    spent = time.process_time() - began
    out = sys.stdout.write
    bad = [row for row in rows if row[1].wrong and any(told.only in line for line in row[1].wrong)]
    if told.misses:
        out("\n".join(f"{made.name}: {line}" for made, result in bad for line in result.wrong) + "\n")
    for made, result in bad[: told.show]:
        out(
            "\n".join((f"===== {made.name}  {dict(made.habits)}", made.data.decode(), "-----", *result.wrong, ""))
            + "\n"
        )
    out("\n".join(table(rows)) + f"\n{len(rows)} pages in {spent:.1f} s of processor time\n")
    return 0


def each_alone(seeds: Sequence[int]) -> Iterable[str]:
    """A line for each habit in plain company that is not always read wholly right, worst first, with a miss of it."""
    lines = []
    for name, values in CHOICES.items():
        for value in dict.fromkeys(values):
            rows = [read_page(seed, {name: value}, plain=True) for seed in seeds]
            share = whole_share([result for _, result in rows])
            if share < 1:
                wrong = next(result.wrong for _, result in rows if result.wrong)
                lines.append((share, f"{share:.3f}  {name}={value}: {wrong[0][:150]}"))
    return [line for _, line in sorted(lines)]


def read_page(seed: int, asked: dict[str, str], *, plain: bool = False) -> Row:
    """A page made and read back."""
    made = make(seed, asked, plain=plain)
    return made, compare(made.expected, read(made))


def table(rows: Sequence[Row]) -> Iterable[str]:
    """The figures over all pages, then a line a habit: the pages that have it, and how rightly they were read."""
    count = max(1, len(rows))
    yield "   ".join(
        (
            f"wholly right {sum(result.whole for _, result in rows) / count:.3f}",
            f"items F1 {_f1(result.items for _, result in rows):.3f}",
            f"decisions exact {_share(result.decisions[:2] for _, result in rows):.3f}",
            f"names F1 {_f1(result.names for _, result in rows):.3f}",
            f"council {sum(result.council for _, result in rows) / count:.3f}",
            f"committee {sum(result.committee for _, result in rows) / count:.3f}",
            f"day {sum(result.day for _, result in rows) / count:.3f}",
            f"hours, venue, chair {_share(result.told for _, result in rows):.3f}",
        )
    )
    yield from causes(rows)
    yield "whole  items  decisions  names  pages  habit"
    worst_first = sorted(_by_habit(rows).items(), key=lambda one: (whole_share(one[1]), one[0]))
    for (name, value), had in worst_first:
        exact = _share(one.decisions[:2] for one in had)
        figures = f"{whole_share(had):.3f}  {_f1(one.items for one in had):.3f}  {exact:9.3f}"
        yield f"{figures}  {_f1(one.names for one in had):.3f}  {len(had):5}  {name}={value}"


def floors(rows: Sequence[Row]) -> Iterable[str]:
    """For the whole and for each habit that many pages have, a share read wholly right a little under today's."""
    yield "# Made by `python -m tests.layouts --floors`: raise it when the reading grows better, never lower it."
    yield f"seed = {int(rows[0][0].name.removeprefix('made-').partition('.')[0])}"
    yield f"pages = {len(rows)}"
    yield f"whole = {_under(whole_share([result for _, result in rows])):.2f}"
    yield f"items = {_under(_f1(result.items for _, result in rows)):.2f}"
    yield f"decisions = {_under(_share(result.decisions[:2] for _, result in rows)):.2f}"
    yield f"names = {_under(_f1(result.names for _, result in rows)):.2f}"
    yield "\n[habits]"
    for (name, value), had in sorted(_by_habit(rows).items()):
        if len(had) >= _MANY and (floor := _under(whole_share(had))) > 0:
            yield f'"{name}={value}" = {floor:.2f}'


def _under(share: float) -> float:
    return max(0.0, share - _MARGIN)


def _by_habit(rows: Sequence[Row]) -> dict[tuple[str, str], list[Result]]:
    by_habit: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for made, result in rows:
        for habit in made.habits:
            by_habit[habit].append(result)
    return by_habit


def causes(rows: Sequence[Row]) -> Iterable[str]:
    """A line for each kind of miss: how many pages have it, and how many have nothing else wrong."""
    having: dict[str, int] = defaultdict(int)
    alone: dict[str, int] = defaultdict(int)
    for _, result in rows:
        kinds = {_KIND.match(line)[0].strip() for line in result.wrong}  # type: ignore[index]
        for kind in kinds:
            having[kind] += 1
            alone[kind] += len(kinds) == 1
    yield "pages  alone  what is wrong"
    for kind, count in sorted(having.items(), key=lambda one: -one[1]):
        yield f"{count:5}  {alone[kind]:5}  {kind}"


def whole_share(results: Sequence[Result]) -> float:
    """The share of pages that were read wholly right."""
    return sum(one.whole for one in results) / max(1, len(results))


def _share(counts: Iterable[tuple[int, ...]]) -> float:
    right, all_ = (float(sum(column)) for column in zip(*counts, strict=True))
    return right / max(1.0, all_)


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    right, told, got = (float(sum(column)) for column in zip(*counts, strict=True))
    return 2 * right / max(1.0, told + got)


if __name__ == "__main__":
    sys.exit(main())
