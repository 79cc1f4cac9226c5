"""Places cited in the styles there are, as they are shown and copied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.terminal.clipboard import text_only

if TYPE_CHECKING:
    from store.citation.record import Record
    from store.citation.style_catalogue import CitationStyle

Styles = Mapping[str, "CitationStyle"]
"""The styles there are, by their ids."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Places cited in a style: `text` is what is copied, to the letter. Without any, `why` says why not.

    `remark` is what there is to say against the style: "leaves out the number".
    """

    style: str
    name: str
    text: str
    why: str = ""
    remark: str = ""


def fill(records: "Sequence[Record]", styles: "Styles", called: str) -> Filled:
    """Places cited in the style of an id. Raises `StyleError` when there is no such style."""
    from store.citation.style_catalogue import style_named

    return _filled(records, style_named(styles, called))


def fill_every(records: "Sequence[Record]", styles: "Styles") -> tuple[Filled, ...]:
    """Places cited in every style."""
    return tuple(_filled(records, style) for style in styles.values())


def in_order(records: "Iterable[Record]") -> "tuple[Record, ...]":
    """Places by day, and those of a meeting as it has them."""
    return tuple(sorted(records, key=lambda one: (one.date or "", one.meeting, one.position)))


def _filled(records: "Sequence[Record]", style: "CitationStyle") -> Filled:
    from store.citation.style import CannotCite

    try:
        text = text_only(style.separator.join(style.cite(records)))
        return Filled(style.id, style.name, text, remark=style.remark(records))
    except CannotCite as why:
        return Filled(style.id, style.name, "", str(why))
