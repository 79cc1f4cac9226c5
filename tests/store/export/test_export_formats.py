"""Every format: written, and read back by a library for it."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citation.gather import gather
from store.citation.quotation_marks import curled
from store.citation.record import Record
from store.database.connect import open_for_reading
from store.export.export import Wanted, export, export_places
from store.export.export_formats import FORMATS
from store.export.reference_entry import citation_key
from store.export.selection import places_of_meeting
from store.views.meeting_views import meetings
from tests.store.export.reading_back import Read, read_bibtex, read_csv, read_json, read_ris
from tests.store.export.records import ITEM, RECORD, records

# What the schema of CSL-JSON (csl-data.json, CSL 1.0.2) says of the fields that are written, and of no others.
CSL_STRINGS = {
    "genre", "authority", "title", "container-title", "publisher", "publisher-place", "status", "abstract", "URL",
    "note",
}  # fmt: skip
CSL_STRINGS_OR_NUMBERS = {"id", "number", "page"}
CSL_DATES = {"issued", "accessed"}


def written(form: str, *places: Record) -> str:
    return "".join(FORMATS[form].write(places))


def harmless(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in tuple("=+-@＝＋－＠") else cell


@pytest.fixture(scope="module")
def every_place(everything: Path) -> list[Record]:
    """A record of every place in the fixtures, meeting by meeting."""
    with closing(open_for_reading(everything)) as store:
        places = [place for line in meetings(store) for place in places_of_meeting(store, line.permalink)]
        return list(gather(store, places, "2024-01-31"))


def test_markdown_has_the_words_under_their_headings_with_a_reference() -> None:
    assert (
        written("markdown", RECORD)
        == """\
# Scrutiny Housing Repairs Group

Eastmarsh Borough Council, 2 March 2023

## 18 Repairs Backlog

> (ii) That the repairs report be noted.

— Minute 18(ii), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023 (unconfirmed) \
<https://example.org/a_%28b%29?c=1&d=%20> (`eastmarsh/shrg/2023-03-02/18/r1/(ii)`)
"""
    )


def test_biblatex_is_what_its_manual_asks_for() -> None:
    assert (
        written("biblatex", RECORD)
        == """\
@report{eastmarsh-shrg-2023-03-02-18,
  author = {{Eastmarsh Borough Council}},
  title = {{Repairs Backlog}},
  type = {Minute},
  number = {18},
  pages = {3--4},
  abstract = {That the repairs report be noted.},
  url = {https://example.org/a_(b)?c=1&d=%20},
  permalink = {eastmarsh/shrg/2023-03-02/18/r1/(ii)},
  institution = {Eastmarsh Borough Council},
  series = {Minutes of the Scrutiny Housing Repairs Group},
  location = {Eastmarsh},
  date = {2023-03-02},
  pubstate = {unconfirmed},
  urldate = {2024-01-31},
  note = {Ref: 7},
}

"""
    )


def test_ris_ends_every_line_and_every_entry_as_it_should() -> None:
    lines = written("ris", RECORD).split("\r\n")
    assert lines[:3] == ["TY  - RPRT", "ID  - eastmarsh-shrg-2023-03-02-18", "AU  - Eastmarsh Borough Council,"]
    assert lines[-3:] == ["ER  - ", "", ""]
    assert all("\n" not in line for line in lines)


def test_clauses_of_one_item_are_one_entry_of_a_reference_manager() -> None:
    other = replace(
        RECORD, permalink=f"{ITEM}/r1/(iii)", position=(2, 1, 3), label="(iii)", value=3, text="That it go."
    )
    (entry,) = read_json(written("csl-json", RECORD, other))
    assert entry["abstract"] == "(ii) That the repairs report be noted. (iii) That it go."
    assert entry["custom"]["permalink"] == f"{ITEM}/r1/(ii) {ITEM}/r1/(iii)"
    assert len(read_csv(written("csv", RECORD, other))) == 2


def test_keys_of_entries_are_unique_and_those_of_the_permalinks() -> None:
    clash = replace(RECORD, permalink="eastmarsh/shrg-2023-03-02/18/r1", item="eastmarsh-shrg/2023-03-02/18")
    first, second = (entry["id"] for entry in read_json(written("csl-json", RECORD, clash)))
    assert first == "eastmarsh-shrg-2023-03-02-18"
    assert second.startswith(f"{first}-")
    assert read_bibtex(written("bibtex", RECORD, clash))[1]["key"] == second
    (alone,) = read_json(written("csl-json", clash))
    assert alone["id"] == second, "a key does not change with what else is exported"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/b-c/2023-03-02/1", "a-b/c/2023-03-02/1"),
        ("c/2023-03-02-2", "c/2023-03-02/2"),
        ("c/2023-03-02/4(a)", "c/2023-03-02/4_a_"),
        ("a/2023-03-02/1", "a-2023-03-02/undated/1"),
        ("a-b/2023-03-02/1", "a/b/2023-03-02/1"),
        ("c/2023-03-02/1/2", "c/2023-03-02/1-2"),
    ],
)
def test_places_whose_permalinks_differ_by_a_sign_alone_have_keys_of_their_own(one: str, other: str) -> None:
    assert citation_key(one) != citation_key(other)


def test_braces_that_are_no_pair_leave_the_entries_whole() -> None:
    places = [replace(RECORD, title=title, text=title) for title in ("Open { only", "Close } only", "}{", "{{}")]
    for place in places:
        (entry,) = read_bibtex(written("bibtex", place))
        assert entry["title"] == place.title
        assert _balanced(written("bibtex", place))


def _balanced(text: str) -> bool:
    """Whether braces are balanced as BibTeX counts them, which knows of no backslash."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_a_file_too(form: str) -> None:
    assert written(form) in ("", "[]\n", written("csv"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_a_spreadsheet_computes_nothing(start: str) -> None:
    (row,) = read_csv(written("csv", replace(RECORD, text=f"{start}cmd|' /C calc'!A0", title=f"{start}1")))
    assert row["text"] == f"'{start}cmd|' /C calc'!A0"
    assert row["title"] == f"'{start}1"


def test_csv_begins_with_the_mark_by_which_a_spreadsheet_knows_its_letters() -> None:
    assert written("csv", RECORD).encode().startswith(b"\xef\xbb\xbfpermalink,")
    assert written("csv", RECORD).endswith("\r\n")


def test_every_place_of_the_fixtures_is_read_back_as_it_is(every_place: list[Record]) -> None:
    assert len(every_place) > 250
    _assert_read_back(every_place)


@given(st.lists(records(), max_size=4, unique_by=lambda record: record.permalink))
def test_whatever_the_words_are_they_are_read_back(places: list[Record]) -> None:
    _assert_read_back(places)


@given(st.lists(records(), max_size=4))
def test_csl_json_is_as_its_schema_asks(places: list[Record]) -> None:
    for entry in read_json(written("csl-json", *places)):
        assert entry.pop("type") == "hearing"
        assert isinstance(entry.pop("custom"), dict)
        (author,) = entry.pop("author")
        assert list(author) == ["literal"]
        assert isinstance(author["literal"], str)
        assert entry.keys() <= CSL_STRINGS | CSL_STRINGS_OR_NUMBERS | CSL_DATES
        assert "id" in entry
        for name, value in entry.items():
            if name in CSL_DATES:
                (parts,) = value["date-parts"]
                assert list(value) == ["date-parts"]
                assert len(parts) == 3
                assert all(isinstance(part, int) for part in parts)
            else:
                assert isinstance(value, str)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_places_make_the_same_bytes(everything: Path, form: str) -> None:
    with closing(open_for_reading(everything)) as store:
        meeting = meetings(store)[0].permalink
        once = "".join(export(store, Wanted(meeting=meeting), FORMATS[form]))
        again = "".join(export(store, Wanted(meeting=meeting), FORMATS[form]))
    assert once == again


def test_a_file_is_made_piece_by_piece(everything: Path) -> None:
    with closing(open_for_reading(everything)) as store:
        places = places_of_meeting(store, meetings(store)[0].permalink)
        pieces = export_places(store, [*places, "nobody/nothing/2020-01-01"], FORMATS["jsonl"])
        assert json.loads(next(pieces))["permalink"] == places[0]


def _assert_read_back(places: list[Record]) -> None:
    """Number, date, committee and text of each place come back, from every format that a program reads."""
    for record, row in zip(places, read_csv(written("csv", *places)), strict=True):
        for name in ("permalink", "number", "date", "committee", "title", "text"):
            assert harmless(row[name]) == (getattr(record, name) or ""), name
    values = read_json(written("json", *places))
    assert values == [json.loads(line) for line in written("jsonl", *places).splitlines()]
    for record, value in zip(places, values, strict=True):
        for name in ("permalink", "number", "date", "committee", "title", "text"):
            assert value[name] == getattr(record, name), name
    items: dict[str, list[Record]] = {}
    for record in places:
        items.setdefault(record.item or record.meeting, []).append(record)
    ris, csl = read_ris(written("ris", *places)), read_json(written("csl-json", *places))
    bibtex, biblatex = (read_bibtex(written(form, *places)) for form in ("bibtex", "biblatex"))
    for of_item, *entries in zip(items.values(), ris, csl, bibtex, biblatex, strict=True):
        _assert_entries(of_item, *entries)


def _assert_entries(of_item: list[Record], ris: Read, csl: dict[str, Any], bibtex: Read, biblatex: Read) -> None:
    record = of_item[0]
    minutes = f"Minutes of the {curled(record.committee)}"
    title = record.title and curled(record.title)
    assert csl["id"] == ris["ID"] == bibtex["key"] == biblatex["key"]
    assert record.number == csl.get("number") == ris.get("SN") == bibtex.get("number") == biblatex.get("number")
    assert title == csl["title"] == ris["TI"] == bibtex["title"] == biblatex["title"]
    assert minutes == csl["container-title"] == ris["T2"] == biblatex["series"]
    assert bibtex["note"].startswith(minutes)
    assert record.date == bibtex.get("date") == biblatex.get("date")
    if record.date:
        assert ris["DA"] == record.date.replace("-", "/")
        assert csl["issued"] == {"date-parts": [[int(part) for part in record.date.split("-")]]}
    texts = [csl.get("abstract"), ris.get("AB"), bibtex.get("abstract"), biblatex.get("abstract")]
    assert len(set(texts)) == 1
    for one in of_item:
        assert (one.text or "") in (texts[0] or "")
