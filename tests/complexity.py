"""How complex functions are: `make complexity` names each that a reader cannot hold in mind at once.

Complexity is McCabe's, as radon counts it: the ways through a function, one more for each branch, loop, `and`, `or` and
comprehension. Fifteen is where functions of this house were found to do two things.
The parser is let off: its grammars are being taken apart into tables.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from radon.complexity import cc_visit

MOST: Final = 15
_ROOT: Final = Path(__file__).parents[1]
_FOLDERS: Final = ("store", "tui", "docs")
_LET_OFF: Final = ("store/parse/",)


def too_complex() -> Iterator[str]:
    """Each function over `MOST`: its file and line, its name and its complexity."""
    for folder in _FOLDERS:
        for path in sorted((_ROOT / folder).rglob("*.py")):
            named = path.relative_to(_ROOT).as_posix()
            if named.startswith(_LET_OFF):
                continue
            for block in cc_visit(path.read_text(encoding="utf-8")):
                for part in (block, *getattr(block, "closures", ()), *getattr(block, "methods", ())):
                    if part.complexity > MOST and part.letter in "FM":
                        yield f"{named}:{part.lineno} {part.name} has a complexity of {part.complexity}"


if __name__ == "__main__":
    found = list(dict.fromkeys(too_complex()))
    sys.stdout.writelines(f"{one}; the most is {MOST}\n" for one in found)
    raise SystemExit(1 if found else 0)
