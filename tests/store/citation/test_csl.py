"""A person's own CSL files: the type is chosen by what the style prints, and what it leaves out is said."""

import sys
from pathlib import Path

import pytest

from store.citation.style import CannotCite
from store.citation.style_catalogue import CitationStyle, styles
from tests.store.citation.made import HERE, clause, made

pytest.importorskip("citeproc")

_BEGIN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0" default-locale="en-GB">
  <info><title>Made for a test</title><id>http://example.invalid/test</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
"""
_ALL = """
  <bibliography><layout suffix="."><group delimiter=", ">
    <names variable="author"/>
    <text variable="container-title"/>
    <text variable="title"/>
    <date variable="issued">
      <date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>
    </date>
    {number}
  </group></layout></bibliography>
</style>
"""
_ONLY_REPORTS_HAVE_A_NUMBER = '<choose><if type="report"><text variable="number"/></if></choose>'
_ONLY_DOCUMENTS_HAVE_A_NUMBER = '<choose><if type="document"><text variable="number"/></if></choose>'


def style(folder: Path, xml: str) -> CitationStyle:
    """The style in a file with this in it, as a person's config names it."""
    path = folder / "mine.csl"
    path.write_text(xml, encoding="utf-8")
    return styles({"mine": {"name": "My style", "csl": str(path)}})["mine"]


@pytest.mark.parametrize("number", [_ONLY_REPORTS_HAVE_A_NUMBER, _ONLY_DOCUMENTS_HAVE_A_NUMBER])
def test_the_type_is_taken_of_which_the_style_prints_most(tmp_path: Path, number: str) -> None:
    mine = style(tmp_path, _BEGIN.format(kind="in-text") + _ALL.format(number=number))
    (cited,) = mine.cite([HERE])
    minutes = "Minutes of the Scrutiny Housing Repairs Group"
    assert cited == f"Eastmarsh Borough Council, {minutes}, Repairs Backlog, 2 March 2023, 18(iv)."
    assert mine.remark([HERE]) == ""


def test_what_it_leaves_out_all_the_same_is_said(tmp_path: Path) -> None:
    mine = style(tmp_path, _BEGIN.format(kind="in-text") + _ALL.format(number=""))
    assert mine.remark([HERE]) == "leaves out the minute number"


def test_a_style_without_a_bibliography_writes_its_note(tmp_path: Path) -> None:
    mine = style(tmp_path, _BEGIN.format(kind="note") + "</style>")
    assert mine.cite([HERE]) == ["Repairs Backlog"]
    left_out = "the council, the committee, the minute number and the date"
    assert mine.remark([HERE]) == f"leaves out {left_out}"


def test_what_is_unconfirmed_is_said_and_clauses_stand_together(tmp_path: Path) -> None:
    mine = style(tmp_path, _BEGIN.format(kind="in-text") + _ALL.format(number=_ONLY_REPORTS_HAVE_A_NUMBER))
    (cited,) = mine.cite([clause("(i)", 1), clause("(ii)", 2)])
    assert cited.endswith(", 18(i), (ii).")
    assert mine.cite([made(status="draft")])[0].endswith("18(iv). (unconfirmed)")


def test_a_file_that_is_no_style_is_told_when_it_is_used(tmp_path: Path) -> None:
    with pytest.raises(CannotCite, match=r"mine\.csl cannot be read as a CSL style: "):
        style(tmp_path, "Dear Sir or Madam").cite([HERE])
    (tmp_path / "mine.csl").unlink()
    gone = styles({"mine": {"csl": str(tmp_path / "mine.csl")}})["mine"]
    with pytest.raises(CannotCite, match=r"There is no CSL style .*mine\.csl"):
        gone.cite([HERE])


@pytest.mark.parametrize("body", ["", '<citation><layout><text macro="none"/></layout></citation>'])
def test_a_style_that_cannot_be_used_is_told(tmp_path: Path, body: str) -> None:
    xml = f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">{body}</style>'
    with pytest.raises(CannotCite, match=r"mine\.csl is no CSL style that can be used here"):
        style(tmp_path, xml).cite([HERE])
    with pytest.raises(CannotCite, match=r"mine\.csl cannot be read as a CSL style"):
        style(tmp_path, "<a/>").cite([HERE])


def test_without_the_package_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(CannotCite, match=r"pip install “minutebook\[csl\]”"):
        style(tmp_path, _BEGIN.format(kind="note") + "</style>").cite([HERE])
