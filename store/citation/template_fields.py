"""The fields that a template may name: what each writes of what is cited, and the filters that change it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from store.citation.cited import Cited
from store.citation.escaping import encoded
from store.citation.quotation_marks import DOUBLE, SINGLE, curled, nested
from store.citation.record import Record
from store.text.dates import month_name, spoken_day

_START_WORDS, _END_WORDS = 8, 3  # of a quotation, enough for a browser to find it on its page
_LONGEST_WHOLE = 4  # letters of a month that MLA writes whole: May, June, July
_SHORT_MONTHS = {9: "Sept."}  # what MLA does not cut after the third letter


def _possessive(words: str) -> str:
    return f"{words}’" if words.endswith("s") else f"{words}’s"


@dataclass(frozen=True, slots=True)
class TemplateFilter:
    """What a filter makes of words, and what it is for."""

    change: Callable[[str], str]
    help: str


FILTERS: Final[Mapping[str, TemplateFilter]] = {
    "single": TemplateFilter(
        lambda words: nested(words, SINGLE), "between ‘ and ’: its own quotation marks become “ and ”"
    ),
    "double": TemplateFilter(
        lambda words: nested(words, DOUBLE), "between “ and ”: its own quotation marks become ‘ and ’"
    ),
    "open": TemplateFilter(lambda words: words.removesuffix("."), "without its full stop, where the sentence goes on"),
    "possessive": TemplateFilter(_possessive, "with ’s, or ’ after an s"),
}


def _council(record: Record) -> str | None:
    return _curled(None if record.council == record.committee else record.council)


def _curled(words: str | None) -> str | None:
    """A name or a title as it is set in print; what was decided stands as the minutes have it."""
    return words and curled(words)


def _short_month(month: int) -> str:
    """A month as MLA 9 shortens it: "Feb.", "Sept.", "May"."""
    name = month_name(month)
    return name if len(name) <= _LONGEST_WHOLE else _SHORT_MONTHS.get(month, f"{name[:3]}.")


def _date(record: Record, form: str) -> str | None:
    """The day by a form that names its parts: year, yy, month, mon, m, d."""
    if record.date is None:
        return None
    year, m, d = (int(part) for part in record.date.split("-"))
    parts = {"year": year, "yy": f"{year % 100:02}", "month": month_name(m), "mon": _short_month(m), "m": m, "d": d}
    return form.format_map(parts)


def _number(cited: Cited) -> str | None:
    return f"{cited.record.number}{cited.clause}" if cited.record.number else None


def _minute(record: Record) -> str:
    return "minute" if record.runs_on else "item"


def _remarks(record: Record) -> str:
    remarks = {"(unconfirmed)": record.status == "draft", "(text incomplete in source)": not record.complete}
    return " ".join(remark for remark, holds in remarks.items() if holds)


def _confirmed(record: Record) -> str | None:
    where = record.confirmation
    if where is None:
        return None
    number = f", {_minute(record)} {where.number}" if where.number else ""
    return f"confirmed at the meeting of {spoken_day(where.date)}{number}"


def _pages(record: Record) -> str | None:
    pages = record.source.pages
    return pages and (str(pages[0]) if pages[0] == pages[1] else f"{pages[0]}–{pages[1]}")


def _page_link(record: Record) -> str | None:
    url, pages = record.source.url, record.source.pages
    return f"{url.partition('#')[0]}#page={pages[0]}" if url and pages else None


def _link(record: Record) -> str | None:
    """The address that shows the words: in a PDF their page, else by the words themselves."""
    url, words = record.source.url, (record.text or "").removesuffix(".").split()
    if url is None or record.source.pages or not words:
        return _page_link(record) or url
    short = len(words) <= _START_WORDS + _END_WORDS
    ends = [words] if short else [words[:_START_WORDS], words[-_END_WORDS:]]
    fragment = ",".join(encoded(" ".join(part)) for part in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _version(_: Cited) -> str:
    from importlib.metadata import version

    return version("minutebook")


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What a field writes of what is cited, None or nothing where it is missing; and the same in words."""

    write: Callable[[Cited], str | None]
    help: str


def _of(part: Callable[[Record], str | None], help_: str) -> FieldKind:
    return FieldKind(lambda cited: part(cited.record), help_)


FIELDS: Final[Mapping[str, FieldKind]] = {
    "council": _of(_council, "the council; missing where it is not known, and where the council itself met"),
    "publisher": _of(lambda one: _curled(one.council), "the council, also where it met itself"),
    "committee": _of(lambda one: _curled(one.committee), "the committee, or the council that met itself"),
    "body": _of(
        lambda one: one.abbreviation or _curled(one.committee), "the abbreviation that the minutes print, or committee"
    ),
    "town": _of(lambda one: one.town, "where the council sits, as far as its name tells"),
    "date": _of(lambda one: one.date and spoken_day(one.date), "10 May 2021"),
    "short_date": _of(lambda one: _date(one, "{d}.{m}.{yy}"), "10.5.21"),
    "month_first": _of(lambda one: _date(one, "{year}, {month} {d}"), "2021, May 10"),
    "day_month": _of(lambda one: _date(one, "{d} {month}"), "10 May"),
    "mla_date": _of(lambda one: _date(one, "{d} {mon} {year}"), "2 Feb. 2021"),
    "iso_date": _of(lambda one: one.date, "2021-05-10"),
    "yyyy": _of(lambda one: _date(one, "{year}"), "2021"),
    "year": _of(lambda one: one.year, "2020/21, the municipal year; missing where numbers begin anew at each meeting"),
    "minute": _of(_minute, "“minute”, or “item” where numbers begin anew at each meeting"),
    "Minute": _of(lambda one: _minute(one).capitalize(), "“Minute” or “Item”"),
    "min": _of(lambda one: "min" if one.runs_on else "item", "“min” or “item”"),
    "number": FieldKind(_number, "18(iv): the number with the clauses that are cited"),
    "clause": FieldKind(lambda cited: cited.clause, "(iv): the clauses alone"),
    "title": _of(lambda one: _curled(one.title), "the title of the item"),
    "reference": _of(lambda one: one.reference, "8, of “(Ref: 8)”"),
    "text": _of(lambda one: one.text, "the words that were decided"),
    "decided": _of(lambda one: one.decided, "“resolved”, “agreed”, “recommended” or “decided”"),
    "remarks": _of(_remarks, "“(unconfirmed)”, “(text incomplete in source)” or both"),
    "confirmed": _of(_confirmed, "confirmed at the meeting of 5 July 2021, minute 26"),
    "url": _of(lambda one: one.source.url, "where the document was published"),
    "link": _of(_link, "the same, leading to the very words or their page"),
    "page_link": _of(_page_link, "the same, leading to the page; only for a PDF"),
    "accessed": _of(lambda one: one.source.accessed and spoken_day(one.source.accessed), "the day of citing"),
    "pages": _of(_pages, "7–8, of a PDF"),
    "permalink": FieldKind(lambda cited: " ".join(cited.permalinks), "the lasting name of the place"),
    "file": _of(lambda one: one.source.name, "the name of the document"),
    "sha256": _of(lambda one: one.source.sha256, "the hash of its bytes"),
    "characters": _of(lambda one: f"{one.source.start}–{one.source.end}", "where the words stand in its text"),
    "version": FieldKind(_version, "the version of minutebook that read it"),
}
