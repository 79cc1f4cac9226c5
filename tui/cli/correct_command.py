"""`minutebook correct`: what a person puts right in a reading, shown, added, taken back, and handed on."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.corrections.correction import Correction, place_in, words_at
from store.corrections.grammar import as_json as value_of
from store.corrections.grammar import checked, from_json, kind_named, spoken_correction
from store.corrections.stretch import lines_at, range_of, trimmed, words_in
from store.errors import CorrectionError, MinutebookError, NotFound
from store.model import Document, Span
from store.text.lists import counted
from tui.cli.options import json_option, reading, store_file, store_option
from tui.pages.plain import wrapped
from tui.terminal.console import Exit, complain, say, say_exactly, say_json, say_json_list, width

if TYPE_CHECKING:
    from store.userdata.kept_corrections import KeptCorrection
    from store.userdata.userdata import UserData


@dataclass(frozen=True, slots=True)
class Target:
    """What is put right: a document, how it was named, and the words of the place, where a place was named."""

    document: Document
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The options that say what is put right, and where."""

    at: str | None
    line: str | None
    words: str | None
    number: str | None
    clauses: str | None


@click.command()
@click.argument("target", required=False)
@click.argument("kind", required=False)
@click.argument("value", required=False)
@click.option("--at", help="The characters of the document's text, as 120-180 (`minutebook read FILE --text`).")
@click.option("--line", help="The line of the document's text, or several, as 12-14.")
@click.option("--words", help="The words, where they stand at one place only.")
@click.option("--number", help="The number of an item as printed; empty for none.")
@click.option("--clauses", help="Where the clauses begin: characters of the text, with commas between.")
@click.option("--remove", multiple=True, help="Take back the correction with this number; “all” for each of TARGET.")
@click.option("--from", "source", help="Take corrections from a file of JSON, “-” for stdin.")
@click.option("--export", is_flag=True, help="Print the reading as an annotation, with what you put right.")
@click.option(
    "--blank", is_flag=True, help="With --export: words that name something replaced by others of their shape."
)
@store_option
@json_option
def correct(
    target: str | None,
    kind: str | None,
    value: str | None,
    at: str | None,
    line: str | None,
    words: str | None,
    number: str | None,
    clauses: str | None,
    remove: tuple[str, ...],
    source: str | None,
    export: bool,
    blank: bool,
    as_json: bool,
) -> Exit:
    """Put right how a document is read; without KIND, list what was put right in it, or in all.

    TARGET is a file, or the permalink of what was read wrongly. KIND says what its words are: item, no-item, decision,
    begins, ends, no-decision, form, result, clauses, list, attendance, furniture, note, mover, seconder; or of the
    meeting: day, hour, body, council, venue, kind, chair, confirmed-by. VALUE is the title of an item, or what is
    said. The words of the document stay as they are; everything else is read again around what you put right.
    """
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path

    with closing(UserData(userdata_path())) as desk:
        if source is not None:
            return _take_in(desk, source, as_json=as_json)
        if target is None:
            return _list(desk.corrections.all(), {}, as_json=as_json) if not remove else _remove_anywhere(desk, remove)
        of = _target(target)
        if export:
            return _export(desk, of, blank=blank)
        if remove:
            return _remove(desk, of, remove)
        if kind is None:
            kept = desk.corrections.of_document(of.document.sha256)
            return _list(kept, {of.document.sha256: of.document}, as_json=as_json)
        made = _made(of, kind, value, Said(at, line, words, number, clauses))
        return _add(desk, of, [made], as_json=as_json)


@contextmanager
def _stored() -> "Iterator[sqlite3.Connection | None]":
    """The store, where there is one."""
    if not store_file().exists():
        yield None
        return
    with reading() as store:
        yield store


def _target(told: str) -> Target:
    """The document that is meant, and the place in it. Raises `NotFound` where nothing is called so."""
    from store.database.document_row import kept_document
    from store.readers.pool import read_one
    from store.readers.reader import read_document
    from store.views.evidence_places import evidence

    path = Path(told)
    if path.is_file():
        return Target(read_one(read_document, path), told)
    with reading() as store:
        source = evidence(store, told)[0]
        document = kept_document(store, source.key)
    if document is None:
        raise NotFound(f"An older minutebook stored {source.name}; add its file again, and then put it right.")
    return Target(document, told, source.spans[0] if source.spans else None)


def _made(of: Target, kind: str, value: str | None, said: Said) -> Correction:
    """The correction that the command line says. Raises `CorrectionError`."""
    what = kind_named(kind)
    text = of.document.text
    if what.of_meeting:
        span = Span(0, 0) if of.span is None else Span(of.span.start, of.span.start)
    else:
        span = _place(of, said)
    starts = sorted(range_of(one)[0] for one in said.clauses.split(",")) if said.clauses else ()
    words = words_at(text, span)
    made = Correction(of.document.sha256, what, span, words, value, said.number, tuple(starts))
    return checked(made)


def _place(of: Target, said: Said) -> Span:
    text = of.document.text
    if said.at is not None:
        return trimmed(text, Span(*range_of(said.at)))
    if said.line is not None:
        return lines_at(text, *range_of(said.line))
    if said.words is not None:
        return words_in(text, said.words)
    if of.span is None:
        raise CorrectionError("Say which words are meant: with --line, --words or --at.")
    return of.span


def _add(desk: "UserData", of: Target, corrections: Sequence[Correction], *, as_json: bool) -> Exit:
    """Keep corrections of one document, and read it again around them."""
    sha256 = of.document.sha256
    before = [one.correction for one in desk.corrections.of_document(sha256)]
    keys = desk.corrections.add(corrections, datetime.now(UTC), of.name)
    told = _read_again(desk, of, before)
    if as_json:
        kept = {one.key: one for one in desk.corrections.of_document(sha256)}
        say_json_list({**_value(kept[key], of.document), "effect": told} for key in keys)
    else:
        say("\n".join(wrapped(told, width(), 0)))
    return Exit.DONE


def _read_again(desk: "UserData", of: Target, before: Sequence[Correction]) -> str:
    """Read a document again around what is put right in it now; what that did. What cannot be is taken back."""
    from store.ingest.corrected import correct_document, document_of, told_effect

    sha256 = of.document.sha256
    now = [one.correction for one in desk.corrections.of_document(sha256)]
    told = told_effect(of.document, before, now)
    with _stored() as store:
        there = store is not None and document_of(store, sha256) is not None
    if there:
        try:
            correct_document(store_file(), sha256, now)
        except MinutebookError:
            desk.journal.undo()
            raise
    return told


def _remove(desk: "UserData", of: Target, told: Sequence[str]) -> Exit:
    """Take back corrections of a document by their numbers."""
    kept = desk.corrections.of_document(of.document.sha256)
    keys = [one.key for one in kept] if "all" in told else [range_of(one)[0] for one in told]
    if unknown := sorted(set(keys) - {one.key for one in kept}):
        raise CorrectionError(f"No correction of this document has the number {unknown[0]}.")
    desk.corrections.remove(keys, of.name)
    say(_read_again(desk, of, [one.correction for one in kept]))
    return Exit.DONE


def _remove_anywhere(desk: "UserData", told: Sequence[str]) -> Exit:
    """Take back corrections by their numbers, and read again those of their documents that the store has."""
    from store.ingest.corrected import document_of

    wanted = {range_of(one)[0] for one in told if one != "all"}
    kept = [one for one in desk.corrections.all() if one.key in wanted]
    if "all" in told or len(kept) < len(wanted):
        raise CorrectionError("Say the numbers of corrections that there are; `minutebook correct` lists them.")
    documents = list(dict.fromkeys(one.correction.document for one in kept))
    for sha256 in documents:
        with _stored() as store:
            document = document_of(store, sha256) if store else None
        if document is not None:
            keys = [str(one.key) for one in kept if one.correction.document == sha256]
            _remove(desk, Target(document, document.name), keys)
    desk.corrections.remove([one.key for one in kept])
    return Exit.DONE


def _take_in(desk: "UserData", source: str, *, as_json: bool) -> Exit:
    """Keep the corrections of a file of JSON, and read again those of their documents that the store has."""
    from store.ingest.corrected import document_of

    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{source} cannot be read: {error}.") from error
    corrections = from_json(text)
    waiting = 0
    for sha256 in dict.fromkeys(one.document for one in corrections):
        of_document = [one for one in corrections if one.document == sha256]
        with _stored() as store:
            document = document_of(store, sha256) if store else None
        if document is None:
            desk.corrections.add(of_document, datetime.now(UTC))
            waiting += len(of_document)
        else:
            _add(desk, Target(document, document.name), of_document, as_json=as_json)
    if waiting:
        complain(f"{counted(waiting, 'correction')} kept for documents that are not in the store yet.")
    return Exit.DONE


def _export(desk: "UserData", of: Target, *, blank: bool) -> Exit:
    """Print how a document is read around what was put right, for the project to hold its reader against."""
    from store.ingest.annotation import annotation_text

    kept = [one.correction for one in desk.corrections.of_document(of.document.sha256)]
    say_exactly(f"{annotation_text(of.document, kept, blank=blank)}\n")
    return Exit.DONE


def _list(kept: "Iterable[KeptCorrection]", documents: dict[str, Document], *, as_json: bool) -> Exit:
    """Each correction with its number, and whether it fits; those whose document is not at hand are not looked at."""
    kept = list(kept)
    documents |= _documents({one.correction.document for one in kept} - documents.keys())
    if as_json:
        say_json([_value(one, documents.get(one.correction.document)) for one in kept])
        return Exit.DONE
    if not kept:
        complain("nothing is put right here yet; `minutebook correct --help` says how.")
    for sha256 in dict.fromkeys(one.correction.document for one in kept):
        document = documents.get(sha256)
        say(document.name if document else f"a document that is not in the store ({sha256[:12]})")
        for one in kept:
            if one.correction.document == sha256:
                say("\n".join(wrapped(f"{one.key}. {_sentence(one, document)}", width(), 4)))
    return Exit.DONE


def _documents(hashes: Iterable[str]) -> dict[str, Document]:
    """Those of the documents with these hashes that the store has."""
    from store.ingest.corrected import document_of

    with _stored() as store:
        found = {sha256: document_of(store, sha256) if store else None for sha256 in hashes}
    return {sha256: document for sha256, document in found.items() if document is not None}


def _sentence(kept: "KeptCorrection", document: Document | None) -> str:
    unfit = document is not None and place_in(document.text, kept.correction) is None
    return spoken_correction(kept.correction) + (" — it no longer fits the words there" if unfit else "")


def _value(kept: "KeptCorrection", document: Document | None) -> dict[str, object]:
    """A kept correction for a program; `fits` is null where its document is not at hand."""
    fits = None if document is None else place_in(document.text, kept.correction) is not None
    return {"key": kept.key, **value_of(kept.correction), "at": kept.at.isoformat(), "fits": fits}
