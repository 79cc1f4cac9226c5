"""What is wrong with a config file: where it stands, in words that help to put it right."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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


_PART: Final = r"""\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*"""
_HEADER: Final = re.compile(rf"\s*\[({_PART}(?:\.{_PART})*)\]")
_SETTING: Final = re.compile(rf"({_PART}(?:\.{_PART})*)=")


def line_of(text: str, path: Sequence[str]) -> int | None:
    """The line, from 1, of the setting or table at `path`, or else of the nearest table around it."""
    table: tuple[str, ...] = ()
    lines: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif setting := _SETTING.match(line):
            lines.setdefault((*table, *_parts(setting[1])), number)
    around = (tuple(path[:end]) for end in range(len(path), 0, -1))
    return next((lines[one] for one in around if one in lines), None)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(_PART, dotted))
