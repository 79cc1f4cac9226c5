"""The formats that minutes are exported in: each a function from records to the pieces of a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from store.citation.record import Record
from store.export.bibtex import Dialect, bibtex
from store.export.csl_json import csl_json
from store.export.csv_table import csv_table
from store.export.json_values import json_array, json_lines
from store.export.places_markdown import markdown
from store.export.ris import ris


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format. `id` is what it is called in commands, `name` what a person reads, `suffix` what its files end in.

    `write` takes records, those of one item one after another, and gives the text of the file piece by piece.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[Iterable[Record]], Iterator[str]]


FORMATS: Final[Mapping[str, ExportFormat]] = {
    one.id: one
    for one in (
        ExportFormat("markdown", "Markdown, to read and to print", ".md", markdown),
        ExportFormat("csv", "CSV, for a spreadsheet", ".csv", csv_table),
        ExportFormat("json", "JSON, one array", ".json", json_array),
        ExportFormat("jsonl", "JSON, an object a line", ".jsonl", json_lines),
        ExportFormat("csl-json", "CSL-JSON, for reference managers and Pandoc", ".json", csl_json),
        ExportFormat("bibtex", "BibTeX, for LaTeX", ".bib", partial(bibtex, Dialect.BIBTEX)),
        ExportFormat("biblatex", "biblatex, for LaTeX with Biber", ".bib", partial(bibtex, Dialect.BIBLATEX)),
        ExportFormat("ris", "RIS, for reference managers", ".ris", ris),
    )
}
