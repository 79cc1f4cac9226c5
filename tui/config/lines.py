"""On which line of a TOML file a setting stands: the parser of the standard library does not tell."""

import re
from collections.abc import Sequence
from typing import Final

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
