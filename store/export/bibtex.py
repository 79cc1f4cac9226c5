"""BibTeX and biblatex: an entry an item, a technical report to the one and a report to the other."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from store.citation.record import Record
from store.export.reference_entry import Entry, entries
from store.text.clean import clean_line
from store.text.dates import spoken_day

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 (macros that every style defines)
_VERBATIM = ("url", "permalink", "month")


class Dialect(StrEnum):
    """Which of the two programs reads the file."""

    BIBTEX = "techreport"
    BIBLATEX = "report"


def bibtex(dialect: Dialect, records: Iterable[Record]) -> Iterator[str]:
    """The pieces of a file, an entry each."""
    write = _bibtex_fields if dialect is Dialect.BIBTEX else _biblatex_fields
    for entry in entries(records):
        lines = [f"@{dialect}{{{entry.key},"]
        for name, value in write(entry):
            if value:
                lines.append(f"  {name} = {value if name == 'month' else f'{{{value}}}'},")
        yield "\n".join([*lines, "}", "", ""])


def _bibtex_fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    record = entry.record
    year, month, day = record.date.split("-") if record.date else (None, None, None)
    yield from _fields(entry)
    yield "institution", _words(entry.author)
    yield "address", _words(record.town)
    yield "year", year
    yield "month", month and _MONTHS[int(month) - 1]
    yield "day", day and str(int(day))
    held = f"{entry.series or entry.title}{f', {spoken_day(record.date)}' if record.date else ''}"
    yield "note", _words("; ".join([held, *entry.remarks]))


def _biblatex_fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    record = entry.record
    yield from _fields(entry)
    yield "institution", _words(entry.author)
    yield "series", _words(entry.series)
    yield "location", _words(record.town)
    yield "date", record.date
    yield "pubstate", "unconfirmed" if record.status == "draft" else None
    yield "urldate", record.source.accessed
    yield "note", _words("; ".join(remark for remark in entry.remarks if remark != "Unconfirmed minutes"))


def _fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    """What both programs know by the same names."""
    record, source = entry.record, entry.record.source
    yield "author", f"{{{_words(entry.author)}}}"  # the second braces say that it is no person's name
    yield "title", f"{{{_words(entry.title)}}}"  # and here, that its capitals are to stay
    yield "type", entry.kind
    yield "number", _words(record.number)
    yield "pages", source.pages and "--".join(str(page) for page in dict.fromkeys(source.pages))
    yield "abstract", _words(record.text)
    yield "url", source.url and verbatim_address(source.url)
    yield "permalink", " ".join(entry.permalinks)


def _words(text: str | None) -> str | None:
    return latex(clean_line(text)) if text else None


_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"$\lbrace${}",  # "\{" would be counted as a brace by the programs that read the file
    "}": r"$\rbrace${}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "<": "$<${}",
    ">": "$>${}",
    "|": "$|${}",
}
_SPECIAL = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
_LIGATURE = re.compile("-(?=-)|,(?=,)|'(?=')")  # two in a row would become one sign


def latex(text: str) -> str:
    """`text` as LaTeX prints it letter by letter; braces come in pairs. What is not ASCII stays, as UTF-8."""
    return _LIGATURE.sub(r"\g<0>{}", _SPECIAL.sub(lambda sign: _SIGNS[sign.group()], text))


def verbatim_address(url: str) -> str:
    """An address for a field that is taken letter by letter: what would end the field is percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign.group()):02X}", url)
