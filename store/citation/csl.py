"""Styles of the Citation Style Language: a person's own files, written by citeproc-py, an optional extra.

CSL knows no minutes: a style prints of one type of document what it leaves out of another. Of the types that fit
minutes the one is taken of which the style prints most, and what it leaves out all the same is told.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.citation.cited import Cited, together
from store.citation.record import Record
from store.citation.style import CannotCite
from store.citation.template_fields import FIELDS
from store.text.clean import clean_line, fold
from store.text.dates import names_day, spoken_day
from store.text.lists import listed

if TYPE_CHECKING:
    from citeproc import CitationStylesStyle

_TYPES: Final = ("report", "document")
_SEPARATOR: Final = "\n"
_CANNOT: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class _PrintedByStyle:
    """What a style makes of a place, and what of the place is not in it."""

    text: str
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CslStyle:
    """The style in a CSL file. The file is first read when something is cited."""

    id: str
    name: str
    path: Path
    separator: str = _SEPARATOR

    def cite(self, records: Iterable[Record]) -> list[str]:
        """The entries of a bibliography or, where the style has none, its notes. Raises `CannotCite`."""
        return [printed.text for printed in self._printed(records)]

    def remark(self, records: Iterable[Record]) -> str:
        """What the style does not say of places: "leaves out the number"; empty where it says all."""
        lost = dict.fromkeys(fact for printed in self._printed(records) for fact in printed.lost)
        return f"leaves out {listed(lost)}" if lost else ""

    def _printed(self, records: Iterable[Record]) -> Iterator[_PrintedByStyle]:
        style = self._load()
        for cited in together(records):
            try:
                printed = [_print(style, cited, type_) for type_ in _TYPES]
            except _CANNOT as error:
                raise CannotCite(f"{self.path} is no CSL style that can be used here ({error}).") from error
            yield min(printed, key=lambda one: len(one.lost))

    def _load(self) -> "CitationStylesStyle":
        try:
            from citeproc import CitationStylesStyle
        except ImportError:
            raise CannotCite("CSL styles need another package: pip install “minutebook[csl]”.") from None
        from lxml.etree import LxmlError

        if not self.path.is_file():
            raise CannotCite(f"There is no CSL style {self.path}.")
        try:
            with warnings.catch_warnings(action="ignore"):
                return CitationStylesStyle(str(self.path), locale="en-GB", validate=False)
        except (OSError, LxmlError, *_CANNOT) as error:
            raise CannotCite(f"{self.path} cannot be read as a CSL style: {clean_line(str(error))}.") from error


def _print(style: "CitationStylesStyle", cited: Cited, type_: str) -> _PrintedByStyle:
    """A place as the style prints it when it is called a document of some type."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings(action="ignore"):
        source = CiteProcJSON([_item(cited, type_)])
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        citation = Citation([CitationItem("place")])
        bibliography.register(citation)
        entries = bibliography.bibliography() if style.has_bibliography() else []
        text = clean_line(str(entries[0] if entries else bibliography.cite(citation, lambda _: None)))
    remarks = FIELDS["remarks"].write(cited)
    return _PrintedByStyle(f"{text} {remarks}".strip() if remarks else text, tuple(_lost(cited, text)))


def _item(cited: Cited, type_: str) -> dict[str, Any]:
    """A place as CSL-JSON."""
    record = cited.record
    number = FIELDS["number"].write(cited)
    item: dict[str, Any] = {
        "id": "place",
        "type": type_,
        "genre": number and (FIELDS["Minute"].write(cited)),
        "number": number,
        "author": [{"literal": record.council or record.committee}],
        "authority": record.committee,
        "title": record.title or f"Minutes of the {record.committee}",
        "container-title": record.title and f"Minutes of the {record.committee}",
        "issued": _date(record.date),
        "publisher": record.council,
        "publisher-place": record.town,
        "URL": record.source.url,
        "accessed": _date(record.source.accessed),
    }
    return {name: value for name, value in item.items() if value}


def _date(day: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _lost(cited: Cited, text: str) -> Iterator[str]:
    """What of a place is not in what a style prints."""
    record, printed = cited.record, fold(text)
    facts = {
        "the council": record.council,
        "the committee": record.committee,
        "the title": record.title,
        f"the {FIELDS['minute'].write(cited)} number": FIELDS["number"].write(cited),
        "the address": record.source.url,
    }
    yield from (fact for fact, words in facts.items() if words and fold(clean_line(words)) not in printed)
    if record.date:
        if record.source.accessed:
            text = text.replace(spoken_day(record.source.accessed), "")
        if not names_day(text, date.fromisoformat(record.date)):
            yield "the day of the meeting" if record.date[:4] in text else "the date"
