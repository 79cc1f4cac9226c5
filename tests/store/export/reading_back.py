"""Exported files read back by other programs' libraries, as what they hold: a dictionary of strings an entry."""

import csv
import io
import json
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

Read = dict[str, str]
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def read_bibtex(text: str) -> list[Read]:
    """The entries of a BibTeX or biblatex file; the day as `date`."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware(keep_math_mode=False)])
    assert library.failed_blocks == []
    entries = []
    for entry in library.entries:
        # The library has a sign of its own for LaTeX's circumflex.
        fields = {name: str(field.value).replace("ˆ", "^") for name, field in entry.fields_dict.items()}
        if "year" in fields:
            month = _MONTHS.index(fields["month"]) + 1
            fields["date"] = f"{fields['year']}-{month:02}-{int(fields['day']):02}"
        entries.append({"key": entry.key, "entry": entry.entry_type, **fields})
    return entries


def read_ris(text: str) -> list[Read]:
    """The entries of a RIS file, by its tags."""
    mapping = rispy.TAG_KEY_MAPPING
    tags = {name: tag for tag, name in mapping.items()}
    return [{tags.get(name, name): _joined(value) for name, value in one.items()} for one in rispy.loads(text)]


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def read_csv(text: str) -> list[Read]:
    """The rows of a CSV file by their columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def read_json(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON file with one array."""
    read: list[dict[str, Any]] = json.loads(text)
    return read
