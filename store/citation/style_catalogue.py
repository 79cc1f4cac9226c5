"""The styles that there are: those that come with minutebook, and those that a person adds or changes."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol

from store.citation.escaping import ESCAPES
from store.citation.record import Record
from store.citation.style import Sequence, Style, TemplateError, fields_of, parse_template
from store.citation.template_fields import FIELDS, FILTERS
from store.errors import MinutebookError

DEFAULT: Final = "full"

Table = Mapping[str, object]

_SORTS: Final = {str: "text in quotation marks", bool: "true or false", dict: "a table"}
_KEYS: Final = {
    "name": str,
    "template": str,
    "csl": str,
    "escape": str,
    "separator": str,
    "one_by_one": bool,
    "fields": dict,
    "missing": str,
}


class StyleError(MinutebookError):
    """A style that cannot be used, or that does not exist. The message says which, and what is wrong."""


class CitationStyle(Protocol):
    """A way of citing, whoever makes it."""

    @property
    def id(self) -> str:
        """What it is called in commands."""
        ...

    @property
    def name(self) -> str:
        """What a person reads."""
        ...

    @property
    def separator(self) -> str:
        """What stands between several citations that are copied together."""
        ...

    def cite(self, records: Iterable[Record]) -> list[str]:
        """The citations of places, each place once, in the order given. Raises `CannotCite` saying why not."""
        ...

    def remark(self, records: Iterable[Record]) -> str:
        """What the citations do not say, in words that go on from the style's name; mostly none. Raises as `cite`."""
        ...


def styles(own: Mapping[str, Table] | None = None) -> dict[str, CitationStyle]:
    """All styles by id: those that come with minutebook, then a person's `own` tables (name -> table).

    A table of the same name changes what it says of the one that came. Raises `StyleError` for one that is wrong.
    """
    tables: dict[str, Table] = dict(_shipped())
    for id_, table in (own or {}).items():
        tables[id_] = _changed(tables.get(id_, {}), table)
    return {id_: _style(id_, table) for id_, table in tables.items()}


def style_named(known: Mapping[str, CitationStyle], called: str) -> CitationStyle:
    """The style with this id. Raises `StyleError`, naming those that there are."""
    if called in known:
        return known[called]
    raise StyleError(f"There is no style of citation “{called}”; there are: {', '.join(known)}.")


def full_reference(record: Record) -> str:
    """The full minute reference: "Minute 22(ii), Children and Young People Scrutiny Group, …, 10 May 2021"."""
    return _full().cite([record])[0]


@lru_cache(1)
def _full() -> CitationStyle:
    return _style(DEFAULT, _shipped()[DEFAULT])


@lru_cache(1)
def _shipped() -> Mapping[str, Table]:
    return tomllib.loads(Path(__file__).with_name("styles.toml").read_text(encoding="utf-8"))


def _changed(table: Table, by: Table) -> Table:
    """A table with what another says in place of what it said; of `fields` each by itself."""
    fields, others = table.get("fields"), by.get("fields")
    both = {**fields, **others} if isinstance(fields, dict) and isinstance(others, dict) else others or fields
    return {**table, **by} | ({"fields": both} if both else {})


def _style(id_: str, table: Table) -> CitationStyle:
    if wrong := _wrong(table):
        raise StyleError(f"styles.{id_}: {wrong}.")
    rest: dict[str, Any] = {key: value for key, value in table.items() if key not in ("csl", "template")}
    rest["name"] = rest.get("name", id_)
    if "csl" in table:
        from store.citation.csl import CslStyle

        return CslStyle(id_, rest["name"], Path(str(table["csl"])).expanduser())
    try:
        template = parse_template(str(table["template"]).strip("\n"))
        _check(template, rest.get("fields", {}))
    except TemplateError as error:
        raise StyleError(f"styles.{id_}.template: {error}.") from error
    return Style(id=id_, template=template, **rest)


def _wrong(table: Table) -> str | None:
    """What is wrong with a table, its template aside; None when nothing is."""
    for key, value in table.items():
        if key not in _KEYS:
            return f"there is no “{key}” in a style; there are: {', '.join(_KEYS)}"
        if not isinstance(value, _KEYS[key]):
            return f"“{key}” should be {_SORTS[_KEYS[key]]}"
    own: Mapping[object, object] = table.get("fields", {})  # type: ignore[assignment]  # it is a table, as was seen above
    if not all(isinstance(words, str) for words in own.values()):
        return "“fields” should have text in quotation marks"
    if ("csl" in table) == ("template" in table):
        return "a style has either a “template” or the name of a “csl” file"
    if (escape := table.get("escape", "plain")) not in ESCAPES:
        return f"there is no escape “{escape}”; there are: {', '.join(ESCAPES)}"
    return None


def _check(template: Sequence, own: Mapping[str, object]) -> None:
    """Raises `TemplateError` when a template names a field or a filter that there is not."""
    for field in fields_of(template):
        if field.name not in FIELDS and field.name not in own:
            raise TemplateError(f"there is no field “{field.name}”; there are: {', '.join([*FIELDS, *own])}")
        for one in field.filters:
            if one not in FILTERS:
                raise TemplateError(f"there is no filter “{one}”; there are: {', '.join(FILTERS)}")
