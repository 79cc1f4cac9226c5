"""From a citation back to what it cites: whatever the minutes print, number, date and committee can be read out."""

import html
import re
from contextlib import closing
from datetime import date as day
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citation.gather import gather
from store.citation.record import Record
from store.citation.style import CannotCite
from store.citation.style_catalogue import styles
from store.database.connect import open_for_reading
from store.text.clean import clean_line
from store.text.dates import find_dates, spoken_day
from store.text.labels import pinpoint
from tests.store.citation.examples import TODAY
from tests.store.citation.made import made

STYLES: Final = styles({"archive": {"fields": {"archive": "Eastmarsh Record Office"}}})
WITHOUT_DAY: Final = {"harvard-in-text", "apa-in-text", "refers"}  # they have the year
WITHOUT_COMMITTEE: Final = {"refers", "harvard-in-text", "permalink"}


def read_back(style: str, text: str) -> str:
    """A citation as its reader sees it: the marks of its form undone."""
    if style == "html":
        return html.unescape(re.sub(r"<[^>]*>", "", text))
    if style == "markdown":
        return re.sub(r"\\(.)", r"\1", text)
    return html.unescape(text.replace("{{!}}", "|")) if style == "wikipedia" else text


def days(text: str) -> set[str]:
    """Every day in a citation, in whichever form it is written."""
    american = re.sub(r"(\d{4}), (\w+) (\d{1,2})\)", r"\3 \2 \1)", text)
    parted = re.sub(r"(\d{4})\. (“.*” )?Minutes of meeting, (\d{1,2} \w+)", r"\3 \1", american)
    return {found.day.isoformat() for found in find_dates(american)} | {
        found.day.isoformat() for found in find_dates(parted)
    }


def _short(iso: str) -> str:
    year, month, day = iso.split("-")
    return f" {int(day)}.{int(month)}.{year[2:]}"


def _bare(text: str) -> str:
    """Words without their quotation marks, which are those of the style."""
    return re.sub("[“”‘’\"']", "", clean_line(text)).strip()


def assert_reads_back(style: str, record: Record) -> None:
    try:
        (cited,) = STYLES[style].cite([record])
    except CannotCite:
        assert style == "pdf-page" or (style == "news" and not clean_line(record.text or "").strip(". "))
        return
    text = " ".join(read_back(style, cited).split())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", cited)
    if style == "permalink":
        assert text == record.permalink
        return
    if style == "words":
        said = _bare(record.text or record.title or record.committee)
        assert said.removesuffix("and").rstrip(";,. ") in _bare(text)
        return
    if record.number:
        word = r"(?:[Mm]inute|min)" if record.runs_on else "[Ii]tem"
        assert re.search(rf"{word} {re.escape(clean_line(pinpoint(record.number, record.label)))}(?!\w)", text)
    if record.date and style in WITHOUT_DAY:
        assert (record.year if style == "refers" and record.year and record.number else record.date[:4]) in text
    elif record.date:
        assert _short(record.date) in text if style == "short" else record.date in days(text)
    if style not in WITHOUT_COMMITTEE:
        assert _bare(record.committee) in _bare(text) or (record.abbreviation and record.abbreviation in text)


@pytest.mark.parametrize("style", STYLES)
def test_every_place_of_the_fixtures_can_be_read_back(style: str, examples: Path) -> None:
    with closing(open_for_reading(examples)) as store:
        places = [
            permalink
            for table in ("meeting", "agenda_item", "resolution", "clause")
            for (permalink,) in store.execute(f"SELECT permalink FROM {table}")  # noqa: S608 (our own table names)
        ]
        records = list(gather(store, places, TODAY))
    assert len(records) > 300
    for record in records:
        assert_reads_back(style, record)


words = st.text(st.sampled_from("ab É1.,;:?!'’‘“”\"()[]{}|*_`<>&#~\\/-–\u202e\x1b\n\t =@"), min_size=1, max_size=40)
names = words.filter(clean_line)


@pytest.mark.parametrize("style", STYLES)
@given(
    committee=names,
    title=st.none() | words,
    text=st.none() | words,
    number=st.none() | st.from_regex(r"[1-9]\d{0,2}[a-z]?(/\d\d)?", fullmatch=True),
    label=st.sampled_from([None, "(iv)", "b)", "2.", "-"]),
    date=st.none() | st.dates(min_value=day(1950, 1, 1)).map(str),
    runs_on=st.booleans(),
    status=st.sampled_from(["draft", "confirmed", "unknown"]),
    complete=st.booleans(),
)
def test_whatever_the_minutes_print_can_be_read_back(style: str, **facts: object) -> None:
    assert_reads_back(style, made(council=None, abbreviation=None, year=None, **facts))


def test_a_citation_of_many_places_never_raises(examples: Path) -> None:
    with closing(open_for_reading(examples)) as store:
        records = list(gather(store, (link for (link,) in store.execute("SELECT permalink FROM clause")), TODAY))
    for style in STYLES.values():
        if style.id != "pdf-page":
            assert style.cite(records * 2) == style.cite(records)
    assert all(spoken_day(record.date) in STYLES["full"].cite([record])[0] for record in records if record.date)
