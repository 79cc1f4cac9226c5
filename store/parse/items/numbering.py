"""How a document numbers its items: the template whose holes count up through it, on lines that look like headings."""

from bisect import bisect_left, bisect_right
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from store.parse.decisions.prose import is_ended
from store.parse.items import weights
from store.parse.items.candidates import Candidate, Setting
from store.parse.items.counters import step
from store.parse.items.titles import USUAL, tells

_LOOKED_BACK_OVER = 24  # candidates: what bounds the work on a hostile document
_FEWEST_ALIKE = 3  # headings of a run that say how it is set
_FEWEST_OUTER = 2  # numbers that hold others
_MOST_UNLIKE = -4.0  # merit below which words after a number that fits are no title all the same
_SHORTEST_TOLD = 25  # characters of what is a sentence and no title
_LONG = 60  # characters of a sentence that is no title
_INDENT = 3  # columns within which lines begin at the same place


@dataclass(frozen=True, slots=True)
class Run:
    """Candidates of one template, each later than the one before; `score` sums their merits and steps."""

    candidates: tuple[Candidate, ...]
    score: float

    @property
    def template(self) -> str:
        return self.candidates[0].counter.template


def numbered_items(candidates: Sequence[Candidate]) -> Run | None:
    """The run of numbers that goes through the whole document with the fewest steps other than one.

    It is weighed with how much each line looks like a heading, and then, once it is known how most lines of the run
    are set, with how much each is set as they are. A run that counts within the numbers of another is its sub-level.
    None where nothing counts.
    """
    runs = best_runs(candidates)
    if not runs:
        return None
    run = _outermost([one for one in runs if not _is_agenda_of(one, runs)] or runs)
    if len(run.candidates) >= _FEWEST_ALIKE:
        of_template = [one for one in candidates if one.counter.template == run.template]
        run = next(iter(best_runs(_conforming(of_template, run.candidates))), run)
    return run


def best_runs(candidates: Sequence[Candidate]) -> list[Run]:
    """The best run of each template that has one with a score above 0, the highest score first."""
    of_template: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.merit > weights.HOPELESS:
            of_template.setdefault(candidate.counter.template, []).append(candidate)
    found = [(_restarted(_best_run(alike), alike), template) for template, alike in of_template.items()]
    told = _told(candidates)
    runs = (
        run for run, template in found if run.score > 0 and not _is_chance(run) and not _tells_all(run, told[template])
    )
    return sorted(runs, key=lambda run: -run.score)


def _told(candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """The candidates of each template that are numbered paragraphs: what stands behind the number is a sentence."""
    told: dict[str, list[Candidate]] = {}
    for one in candidates:
        of_template = told.setdefault(one.counter.template, [])
        if _is_told(one):
            of_template.append(one)
    return told


def _tells_all(run: Run, told: Sequence[Candidate]) -> bool:
    """Whether most numbers that a run counts over stand before sentences, those too that it leaves out."""
    first, last = run.candidates[0], run.candidates[-1]
    members = {one.counter.values: _is_told(one) for one in run.candidates}
    for one in told:
        if first.start <= one.start <= last.start and first.counter.values < one.counter.values < last.counter.values:
            members.setdefault(one.counter.values, True)
    return sum(members.values()) * 2 > len(members)


def _is_told(one: Candidate) -> bool:
    """Whether a sentence stands behind a number, and no title and no summons ("To receive …")."""
    heading = one.heading
    if heading.run_in is not None:
        return tells(heading.title) and len(heading.title) > _SHORTEST_TOLD
    ended = heading.words is not None and is_ended(heading.words.text) and not heading.title.startswith("To ")
    return len(heading.title) > _LONG and (ended or tells(heading.title))


def _is_agenda_of(run: Run, runs: Sequence[Run]) -> bool:
    """Whether another run, begun after this one has ended, has items with the same titles: this is the agenda."""
    titles = {one.heading.title.casefold() for one in run.candidates}
    return any(
        other.candidates[0].start > run.candidates[-1].start
        and sum(one.heading.title.casefold() in titles for one in other.candidates) * 2 > len(other.candidates)
        for other in runs
    )


def _is_chance(run: Run) -> bool:
    """Whether the lines of a run are no headings: numbered paragraphs, most of which tell something in a sentence.

    Or a lone line that tells something, or has a word before its figures that means no item ("Annual Return 2022").
    """
    told = sum(
        one.heading.run_in is None and len(one.heading.title) > _LONG and tells(one.heading.title)
        for one in run.candidates
    )
    if told * 2 > len(run.candidates):
        return True
    only = run.candidates[0]
    lone = (only.counter.has_word and not only.counter.says_item) or tells(only.heading.title)
    return (len(run.candidates) == 1 and lone) or _counts_nothing(run.candidates)


def _counts_nothing(run: Sequence[Candidate]) -> bool:
    """Whether the figures of a run of one or two are no numbers of items: counts of votes, a figure in a table."""
    first, last = run[0].counter, run[-1].counter
    if (
        len(run) > _FEWEST_OUTER
        or first.says_item
        or len(first.values) > 1
        or first.values == (1,)
        or USUAL.match(run[0].heading.title)
    ):
        return False
    bare = not (first.firm or first.stopped)
    return bare if len(run) == 1 else step(first, last) != 1


def _restarted(run: Run, alike: Sequence[Candidate]) -> Run:
    """A run, its score lessened for letters or Roman figures that count beside it: such lists are a sub-level."""
    if not run.candidates[0].counter.is_list_label:
        return run
    beside = sum(one.merit > 0 for one in alike) - len(run.candidates)
    return Run(run.candidates, run.score + weights.BESIDE_RUN * max(0, beside))


def _best_run(candidates: Sequence[Candidate]) -> Run:
    """The run through candidates of one template with the highest sum of merits and steps."""
    best: list[tuple[float, int | None]] = []
    starts = [one.start for one in candidates]
    ends = [one.heading.end for one in candidates]
    last_with: dict[tuple[int, ...], int] = {}  # the last candidate of each number, however far back
    for index, candidate in enumerate(candidates):
        values = candidate.counter.values
        before_it = last_with.get((*values[:-1], values[-1] - 1)) if values else None
        near = range(max(0, index - _LOOKED_BACK_OVER), index)
        score, before = 0.0, None
        for earlier in near if before_it is None or before_it in near else (before_it, *near):
            if ends[earlier] > starts[index] or candidates[earlier].counter.values >= values:
                continue
            worth = _worth(candidates[earlier], candidate)
            # of two that begin a run alike the later does, where the first has its list under it: an agenda
            agenda = before is not None and best[earlier][1] is None and before < last_with.get(values, -1) < earlier
            if worth is not None and (best[earlier][0] + worth, agenda) > (score, False):
                score, before = best[earlier][0] + worth, earlier
        best.append((score + candidate.merit, before))
        last_with[values] = index
    at: int | None = max(range(len(best)), key=lambda index: best[index][0])
    score = best[at][0] if at is not None else 0.0
    run: list[Candidate] = []
    while at is not None:
        run.append(candidates[at])
        at = best[at][1]
    return Run(tuple(run[::-1]), score)


def fitting(run: Sequence[Candidate], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The lines whose numbers exactly fit a gap of the run, however they look, unless a list there owns them.

    A number misprinted in all but what counts ("1.05.8" between 18.05.7 and 18.05.9) fits too.
    """
    template = run[0].counter.template
    alike = sorted((one for one in candidates if one.counter.template == template), key=lambda one: one.start)
    starts = [one.start for one in alike]
    members = {id(one) for one in run}
    for before, after in zip([None, *run], run, strict=False):
        wanted = _wanted(before, after)
        if not wanted:
            continue
        first = 0 if before is None else bisect_left(starts, before.heading.end)
        near = alike[first : bisect_left(starts, after.start)]
        between = [one for one in near if id(one) not in members and one.heading.end <= after.start]
        yield from _filling(between, wanted, _counting_at(before, after), len(after.counter.values))


def _filling(between: Sequence[Candidate], wanted: range, counting: int, size: int) -> Iterator[Candidate]:
    """Those of the candidates in a gap whose numbers are `wanted` there, in their turn, and owned by no list.

    `counting` is which of the `size` values of a number counts.
    """
    last = 0
    counted: set[int] = set()
    for one in between:
        values = one.counter.values
        value = values[counting] if len(values) == size else -1
        owned = values[-1] - 1 in counted
        counted.add(values[-1])
        if value in wanted and value > last and not owned and one.merit > _MOST_UNLIKE:
            last = value
            yield one


def repeated(run: Sequence[Candidate], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The lines set wholly as those of the run are, whose numbers stand there again or out of their turn.

    A list that counts on from one to the other is none of it.
    """
    usual = _usual([one.setting for one in run])
    least = min(one.merit for one in run)
    members = {id(one) for one in run}
    others = [one for one in candidates if one.counter.template == run[0].counter.template and id(one) not in members]
    starts = [one.start for one in run]
    for index, one in enumerate(others):
        near = [*others[max(0, index - 1) : index], *others[index + 1 : index + 2]]
        listed = any(
            bisect_right(starts, other.start) == bisect_right(starts, one.start)
            and abs(other.counter.values[0] - one.counter.values[0]) == 1
            for other in near
        )
        at = bisect_right(starts, one.start)
        beside = run[max(0, at - 1) : at + 1]
        outside = all(one.start >= member.heading.end or one.heading.end <= member.start for member in beside)
        alike = one.merit >= least and not _unlike(one.setting, usual)
        if outside and not listed and alike and one.start > starts[0]:
            yield one


def _counting_at(before: Candidate | None, after: Candidate) -> int:
    """Which of the values of two neighbours counts."""
    if before is None or len(before.counter.values) != len(after.counter.values):
        return 0
    pairs = zip(before.counter.values, after.counter.values, strict=True)
    return next((at for at, (one, two) in enumerate(pairs) if one != two), 0)


def _wanted(before: Candidate | None, after: Candidate) -> range:
    """The numbers that a run leaves out between two neighbours, or before its first."""
    at = _counting_at(before, after)
    if before is None:
        return range(1, after.counter.values[at]) if after.counter.values[at] <= _FEWEST_ALIKE else range(0)
    return range(before.counter.values[at] + 1, after.counter.values[at])


def _outermost(runs: Sequence[Run]) -> Run:
    """The first of `runs`, or the one whose numbers it counts within ("13", where it has "13.1", "13.2", "14.1")."""
    first = runs[0]
    inside = [one for one in first.candidates if len(one.counter.values) > 1]
    for other in runs[1:]:
        if len(other.candidates) < _FEWEST_OUTER or len(inside) * 2 < len(first.candidates):
            continue
        starts = [one.start for one in other.candidates]
        around = (bisect_right(starts, one.start) for one in inside)
        held = sum(
            at > 0
            and len(other.candidates[at - 1].counter.values) < len(one.counter.values)
            and other.candidates[at - 1].counter.values
            == one.counter.values[: len(other.candidates[at - 1].counter.values)]
            for at, one in zip(around, inside, strict=True)
        )
        if held * 4 >= len(inside) * 3:
            return other
    return first


def _worth(one: Candidate, two: Candidate) -> float | None:
    """What going from one number to the other is worth."""
    figures = step(one.counter, two.counter)
    if figures is None:
        return None
    if len(one.counter.values) < len(two.counter.values):
        return weights.FURTHER_LEVEL
    apart = (one.setting.alone != two.setting.alone) + (one.setting.stopped != two.setting.stopped)
    return weights.NEXT + weights.SET_OTHERWISE * apart - weights.LEFT_OUT * min(figures - 1, weights.MOST_LEFT_OUT)


def _conforming(candidates: Sequence[Candidate], run: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` with their merits lessened for each way in which they are set otherwise than most of `run`."""
    usual = _usual([one.setting for one in run])
    return [replace(one, merit=one.merit + weights.UNLIKE * _unlike(one.setting, usual)) for one in candidates]


def _usual(settings: Sequence[Setting]) -> dict[str, object]:
    """What most of `settings` have in common."""
    usual: dict[str, object] = {}
    for field in fields(Setting):
        value, count = Tally(getattr(one, field.name) for one in settings).most_common(1)[0]
        if count * 4 >= len(settings) * 3:
            usual[field.name] = value
    return usual


def _unlike(setting: Setting, usual: dict[str, object]) -> int:
    """In how many ways a line is set otherwise than usual."""
    return sum(
        abs(setting.indent - value) >= _INDENT
        if name == "indent" and isinstance(value, int)
        else getattr(setting, name) != value
        for name, value in usual.items()
    )
