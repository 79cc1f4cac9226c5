"""What is wrong with a config file: where it stands, in words that help to put it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.errors import MinutebookError
from store.text.clean import clean_line


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `line` counts from 1, and is None where it is no one line's."""

    line: int | None
    sentence: str


class ConfigError(MinutebookError):
    """A config file that says something nobody understands. The message is its first problem, and names the line."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        self.sentences = [
            clean_line(f"{path.name}, line {one.line}: {one.sentence}" if one.line else f"{path.name}: {one.sentence}")
            for one in sorted(problems, key=lambda problem: problem.line or 0)
        ]
        more = f" ({len(problems) - 1} more: minutebook config --check)" if len(problems) > 1 else ""
        super().__init__(self.sentences[0] + more)


def unknown(kind: str, name: str, names: Iterable[str]) -> str:
    """What to say of a name that means nothing: the nearest that does, or all where none is near and they are few."""
    from rapidfuzz import fuzz, process

    known = list(names)
    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=50)
    said = f"there is no {kind} “{name}”"
    if near:
        return f"{said}; do you mean “{near[0]}”?"
    return f"{said}; there is {', '.join(known)}." if len(known) <= 10 else f"{said}."
