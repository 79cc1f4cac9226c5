"""The fields that a template may name: what each writes of what is cited, and the filters that change it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from store.citation.cited import Cited
from store.citation.escaping import encoded
from store.citation.quotation_marks import DOUBLE, SINGLE, curled, nested
from store.citation.record import Record
from store.text.dates import month_name, spoken_day, spoken_time
from store.text.lists import listed

_START_WORDS, _END_WORDS = 8, 3  # of a quotation, enough for a browser to find it on its page
_LONGEST_WHOLE = 4  # letters of a month that MLA writes whole: May, June, July
_SHORT_MONTHS = {9: "Sept."}  # what MLA does not cut after the third letter


_LEADS_ON = re.compile(r"[;,](?:\s+(?:and|or|but))?$")
_ENDED = (".", "?", "!", "…")


def _whole(words: str) -> str:
    return _LEADS_ON.sub("", words) or words


def _within(words: str, mark: str) -> str:
    """`words` with a mark behind them, before the quotation marks that they end with, as it is set in America."""
    said = words.rstrip("’”")
    ends = (mark == "." and said.endswith(_ENDED)) or said.endswith(mark)
    return f"{said}{'' if ends else mark}{words[len(said) :]}"


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
    "whole": TemplateFilter(_whole, "without the comma, semicolon or “; and” that leads to what is not quoted"),
    "open": TemplateFilter(
        lambda words: _whole(words).removesuffix("."), "the same without its full stop, where the sentence goes on"
    ),
    "comma": TemplateFilter(lambda words: _within(words, ","), "with a comma, inside a quotation that ends it"),
    "stop": TemplateFilter(
        lambda words: _within(words, "."), "with a full stop, if it needs one, inside such a quotation"
    ),
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


def _day(record: Record, words: str | None) -> str | None:
    """A day, with its hour where two meetings of that day are to be told apart."""
    return f"{words} {_hour(record)}" if words and record.hour else words


def _hour(record: Record) -> str | None:
    return f"at {spoken_time(record.hour)}" if record.hour else None


def _number(cited: Cited) -> str | None:
    return f"{cited.record.number}{cited.clause}" if cited.record.number else None


def _minute(record: Record) -> str:
    return "minute" if record.runs_on else "item"


def _remarks(record: Record) -> str:
    remarks = {
        "(motion lost)": record.result == "lost",
        "(motion withdrawn)": record.result == "withdrawn",
        "(unconfirmed)": record.status == "draft",
        f"({_amended(record)})": _amended(record) is not None,
        "(text incomplete in source)": not record.complete,
    }
    return " ".join(remark for remark, holds in remarks.items() if holds)


def _amended(record: Record) -> str | None:
    """That the minutes were confirmed otherwise than they are quoted; the later minutes say how."""
    where = record.confirmation
    return f"confirmed with amendments, {spoken_day(where.date)}" if where and where.amended else None


def _confirmed(record: Record) -> str | None:
    where = record.confirmation
    if where is None:
        return None
    number = f", {_minute(record)} {where.number}" if where.number else ""
    how = " with amendments" if where.amended else ""
    return f"confirmed{how} at the meeting of {spoken_day(where.date)}{number}"


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
    "date": _of(
        lambda one: _day(one, one.date and spoken_day(one.date)),
        "10 May 2021; “10 May 2021 at 9.00 pm” where two meetings of a day are to be told apart, as in all other days",
    ),
    "short_date": _of(lambda one: _day(one, _date(one, "{d}.{m}.{yy}")), "10.5.21"),
    "month_first": _of(lambda one: _day(one, _date(one, "{year}, {month} {d}")), "2021, May 10"),
    "day_month": _of(lambda one: _day(one, _date(one, "{d} {month}")), "10 May"),
    "mla_date": _of(lambda one: _day(one, _date(one, "{d} {mon} {year}")), "2 Feb. 2021"),
    "hour": _of(_hour, "“at 9.00 pm”, where two meetings of a day are to be told apart; for styles without the day"),
    "iso_date": _of(lambda one: one.date, "2021-05-10"),
    "yyyy": _of(lambda one: _date(one, "{year}"), "2021"),
    "year": _of(
        lambda one: None if one.hour else one.year,
        "2020/21, the municipal year; missing where it would be a guess, or does not tell which minute is meant",
    ),
    "minute": _of(_minute, "“minute”, or “item” where numbers begin anew at each meeting"),
    "Minute": _of(lambda one: _minute(one).capitalize(), "“Minute” or “Item”"),
    "min": _of(lambda one: "min" if one.runs_on else "item", "“min” or “item”"),
    "number": FieldKind(_number, "18(iv): the number with the clauses that are cited"),
    "clause": FieldKind(lambda cited: cited.clause, "(iv): the clauses alone"),
    "title": _of(lambda one: _curled(one.title), "the title of the item"),
    "reference": _of(lambda one: one.reference, "8, of “(Ref: 8)”"),
    "text": _of(lambda one: one.text, "the words that were decided"),
    "decided": _of(
        lambda one: one.decided,
        "“resolved”, “agreed”, “recommended” or “decided”; “rejected” or “withdrew” of a motion not carried",
    ),
    "remarks": _of(
        _remarks,
        "“(motion lost)”, “(unconfirmed)”, “(confirmed with amendments, 7 June 2023)”,"
        " “(text incomplete in source)”, or several",
    ),
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
    "by_hand": _of(
        lambda one: listed(one.source.by_hand, "and") or None, "what of it a person put right: item, decision and day"
    ),
    "version": FieldKind(_version, "the version of minutebook that read it"),
}
