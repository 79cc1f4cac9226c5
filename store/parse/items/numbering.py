"""How a document numbers its items: the template whose holes count up through it, on lines that look like headings."""

from bisect import bisect_right
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from store.parse.items import weights
from store.parse.items.candidates import Candidate, Setting
from store.parse.items.counters import step

_LOOKED_BACK_OVER = 200  # candidates: what bounds the work on a hostile document
_FEWEST_ALIKE = 3  # headings of a run that say how it is set
_FEWEST_OUTER = 2  # numbers that hold others
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
    run = _outermost(runs)
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
    found = (_best_run(alike) for alike in of_template.values())
    return sorted((run for run in found if run.score > 0), key=lambda run: -run.score)


def _best_run(candidates: Sequence[Candidate]) -> Run:
    """The run through candidates of one template with the highest sum of merits and steps."""
    best: list[tuple[float, int | None]] = []
    for index, candidate in enumerate(candidates):
        score, before = 0.0, None
        for earlier in range(max(0, index - _LOOKED_BACK_OVER), index):
            one = candidates[earlier]
            if one.heading.end > candidate.start:
                continue
            worth = _worth(one, candidate)
            if worth is not None and best[earlier][0] + worth > score:
                score, before = best[earlier][0] + worth, earlier
        best.append((score + candidate.merit, before))
    at: int | None = max(range(len(best)), key=lambda index: best[index][0])
    score = best[at][0] if at is not None else 0.0
    run: list[Candidate] = []
    while at is not None:
        run.append(candidates[at])
        at = best[at][1]
    return Run(tuple(run[::-1]), score)


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
    return weights.NEXT - weights.LEFT_OUT * min(figures - 1, weights.MOST_LEFT_OUT)


def _conforming(candidates: Sequence[Candidate], run: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` with their merits lessened for each way in which they are set otherwise than most of `run`."""
    usual: dict[str, object] = {}
    for field in fields(Setting):
        value, count = Tally(getattr(one.setting, field.name) for one in run).most_common(1)[0]
        if count * 4 >= len(run) * 3:
            usual[field.name] = value
    return [replace(one, merit=one.merit + weights.UNLIKE * _unlike(one.setting, usual)) for one in candidates]


def _unlike(setting: Setting, usual: dict[str, object]) -> int:
    """In how many ways a line is set otherwise than usual."""
    return sum(
        abs(setting.indent - value) >= _INDENT
        if name == "indent" and isinstance(value, int)
        else getattr(setting, name) != value
        for name, value in usual.items()
    )
