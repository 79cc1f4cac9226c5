"""The active query as a sentence, with its counts."""

import pytest

from store.find.answer import Answer, Count
from store.find.parse_query import parse_query
from store.find.query import Query, QueryWord
from store.find.sentence import sentence
from store.index.section import Section


def _sentence(typed: str, exact: Count | int = 3, close: Count | int = 0) -> str:
    query = parse_query(typed)
    exact, close = (Count(many) if isinstance(many, int) else many for many in (exact, close))
    return sentence(query, Answer(query, query.section or Section.RESOLUTIONS, (), exact, close))


@pytest.mark.parametrize(
    ("exact", "close", "said"),
    [
        (0, 0, "No resolutions with “roof”"),
        (1, 0, "1 resolution with “roof”"),
        (1204, 0, "1,204 resolutions with “roof”"),
        (0, 1, "1 resolution close to “roof”"),
        (0, 5, "5 resolutions close to “roof”"),
        (9, 5, "14 resolutions with “roof”: 9 exact, 5 close"),
        (1000, 1000, "2,000 resolutions with “roof”: 1,000 exact, 1,000 close"),
        (Count(160, more=True), 0, "At least 160 resolutions with “roof”"),
        (9, Count(160, more=True), "At least 169 resolutions with “roof”: 9 exact, at least 160 close"),
        (0, Count(1, more=True), "At least 1 resolution close to “roof”"),
    ],
)
def test_the_counts_are_said(exact: Count | int, close: Count | int, said: str) -> None:
    assert _sentence("roof", exact, close) == said


@pytest.mark.parametrize(
    ("typed", "many", "said"),
    [
        ("", 41204, "41,204 resolutions, newest first"),
        ("  ", 1, "1 resolution"),
        ("", 0, "No resolutions"),
        ("in:title", 92, "92 item titles, newest first"),
        ("in:text", 1, "1 paragraph"),
        ("in:text", 0, "No paragraphs"),
        ("year:2019", Count(20000, more=True), "At least 20,000 resolutions in 2019, newest first"),
    ],
)
def test_without_words_the_order_is_said(typed: str, many: Count | int, said: str) -> None:
    assert _sentence(typed, many) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("foster carer recr", "with “foster carer recr”"),
        ("19/01131/FUL £2.3m ", "with “19/01131/FUL £2.3m”"),
        ("Café’s – HOURS", "with “Café’s HOURS”"),
        ("'fence", "with exactly “fence”"),
        ('"be no', "with the phrase “be no”"),
        ("'sub-group", "with the phrase “sub-group”"),
        ('damp \'fence "be noted"', "with “damp”, exactly “fence” and the phrase “be noted”"),
        ("^approve damp", "with “damp” beginning with “approve”"),
        ("damp !roof", "with “damp”, without “roof”"),
        ('damp !roof !"be noted" !^that', "with “damp”, without “roof” or “be noted”, not beginning with “that”"),
        ("min 22", "numbered 22"),
        ("fence minute 16(v)", "with “fence” numbered 16(v)"),
        ("damp\x1b[31m \x07roof", "with “damp[31m roof”"),
    ],
)
def test_words_are_said_as_typed(typed: str, said: str) -> None:
    assert _sentence(typed) == f"3 resolutions {said}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("outcome:approved committee:planning year:2019", "approved by committees like “planning” in 2019"),
        ("outcome:noted,Deferred", "noted or deferred"),
        ("outcome:appr committee:planning", "with an outcome like “appr” of committees like “planning”"),
        ("committee:planning,cabinet", "of committees like “planning” or “cabinet”"),
        ("council:luton committee:planning", "of committees like “planning” of councils like “luton”"),
        ("outcome:noted council:luton", "noted by councils like “luton”"),
        ('item:"work programme"', "under items like “work programme”"),
        ("number:22,23(ii)", "numbered 22 or 23(ii)"),
        ("mover:crisp has:vote", "with a mover like “crisp” with a vote"),
        ("is:incomplete", "cut short"),
        ("has:vote is:incomplete", "with a vote and cut short"),
        ("date:2020-03..2021-05", "from March 2020 to May 2021"),
        ("date:2021-03-02", "on 2 March 2021"),
        ("year:2019,2021", "in 2019 or in 2021"),
        ("!outcome:noted", "not noted"),
        ("!outcome:n !year:2019", "without an outcome like “n”, not in 2019"),
        ("year:2021 !committee:planning,cabinet", "in 2021, not of committees like “planning” or “cabinet”"),
        ("!has:vote", "without a vote"),
        ("!is:starred !is:incomplete", "not starred and not cut short"),
        ("is:unseen year:2021", "in 2021 of meetings not seen yet"),
        ("is:seen outcome:noted", "noted of meetings seen already"),
        ("year:2021 !is:seen", "in 2021, of meetings not seen yet"),
        ("!mover:crisp !number:22", "not numbered 22, without a mover like “crisp”"),
    ],
)
def test_fields_are_said(typed: str, said: str) -> None:
    assert _sentence(typed) == f"3 resolutions {said}, newest first"


def test_what_is_starred_is_said_of_the_thing() -> None:
    assert _sentence("is:starred year:2021") == "3 starred resolutions in 2021, newest first"
    assert _sentence("in:title is:starred", 0) == "No starred item titles"


def test_words_and_fields_make_one_sentence() -> None:
    assert _sentence("flood gate outcome:noted committee:planing year:2024 !is:starred", 1, 2) == (
        "3 resolutions with “flood gate”, noted by committees like “planing” in 2024, not starred: 1 exact, 2 close"
    )


def test_what_means_nothing_is_not_said() -> None:
    assert _sentence("commttee: year:20 is: date:2021-13 !") == "3 resolutions with “commttee”"


def test_words_that_a_program_put_together_are_said_as_they_are() -> None:
    query = Query("", words=(QueryWord("damp"), QueryWord("roof"), QueryWord("16_v", number=True)))
    said = sentence(query, Answer(query, Section.RESOLUTIONS, (), Count(2)))
    assert said == "2 resolutions with “damp roof” numbered 16 v"
