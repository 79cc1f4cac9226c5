"""How citations write numbers and labels."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_RANGE: Final = 3  # labels in a row that are written as a range


def pinpoint(number: str | None, label: str | None) -> str:
    """An item's number with a clause's label as citations write it: "18(iv)", "10(b)" for "b)", "42(3)" for "3."."""
    return f"{number or ''}{bracketed(label)}"


def bracketed(label: str | None) -> str:
    """A label as citations write it, "(b)" for "b)" and "- (b)"; nothing for a bullet, which names no clause."""
    figure = re.sub(r"^\W+|\W+$", "", label or "")
    return f"({figure})" if figure else ""


def without_bullet(label: str) -> str:
    """A label without the bullet that stands before it: "(b)" for "- (b)"; a bullet by itself stays."""
    return re.sub(r"^[-–—•·▪◦*o]\s+(?=\S)", "", label)


def bracketed_list(labels: Iterable[tuple[str, bool]]) -> str:
    """Labels of one item in printed order, each with whether it follows on the one before: "(i), (iv)–(vi)"."""
    return ", ".join(_ranges(labels))


def _ranges(labels: Iterable[tuple[str, bool]]) -> Iterator[str]:
    run: list[str] = []
    for label, follows in [*labels, ("", False)]:
        if follows:
            run.append(label)
            continue
        if len(run) >= _RANGE:
            yield f"{run[0]}–{run[-1]}"
        else:
            yield from run
        run = [label]
