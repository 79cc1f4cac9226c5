"""A style of citation: a template with what goes with it, filled in for what is cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from store.citation.cited import Cited, one_by_one, together
from store.citation.escaping import ESCAPES
from store.citation.record import Record
from store.citation.template import Missing, Sequence, TemplateField, fill
from store.citation.template_fields import FIELDS, FILTERS
from store.errors import MinutebookError
from store.text.clean import clean_line

_ADDRESSES: Final = ("url", "link", "page_link")
_MISSING: Final = {
    "text": "Nothing was decided here that could be quoted.",
    "url": "The document does not say where it was published.",
    "page_link": "This is no page of a published PDF.",
}


class CannotCite(MinutebookError):
    """A style that has no words for a place; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way of citing. `id` is what it is called in commands, `name` what a person reads.

    `escape` is one of `ESCAPES`; `separator` stands between several citations; `one_by_one` cites clauses of one item
    apart. `fields` are words that the template may name beside `FIELDS`; `missing` says what to do where some lack.
    """

    id: str
    name: str
    template: Sequence
    escape: str = "plain"
    separator: str = "; "
    one_by_one: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    missing: str | None = None

    def cite(self, records: Iterable[Record]) -> list[str]:
        """The citations of places, each place once, in the order given. Raises `CannotCite`."""
        each = (one_by_one if self.one_by_one else together)(records)
        return [self._fill(cited, alone=len(each) == 1) for cited in each]

    def remark(self, records: Iterable[Record]) -> str:
        """What the style does not say of places that a citation should: its template is as its maker wants it."""
        return ""

    def _fill(self, cited: Cited, *, alone: bool) -> str:
        try:
            return fill(self.template, lambda named: self._write(cited, named))
        except Missing as missing:
            name = missing.args[0]
            why = self.missing or _MISSING.get(name, f"The minutes have no {name} here.")
            raise CannotCite(why if alone else f"{cited.permalinks[0]}: {why}") from None

    def _write(self, cited: Cited, named: TemplateField) -> str | None:
        words = self.fields.get(named.name) or (FIELDS[named.name].write(cited) if named.name in FIELDS else None)
        if not words:
            return None
        words = clean_line(words)
        for one in named.filters:
            words = FILTERS[one].change(words)
        escape = ESCAPES[self.escape]
        return (escape.address if named.name in _ADDRESSES else escape.words)(words)
