"""`minutebook verify`: whether what a text quotes and cites stands in the store, before it is printed."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from store.verify.comparison import Difference
from store.verify.verifier import ToldAs, Verdict, Verified
from tui.cli.options import json_option, reading, store_option
from tui.terminal.console import Exit, complain, say, say_json, width

if TYPE_CHECKING:
    import sqlite3

    from store.verify.verifier import Verified


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@store_option
@json_option
def verify(file: Path, as_json: bool) -> Exit:
    """Check the quotations and citations in FILE, or in standard input (-).

    Each is held against the store: whether these words stand there, where, and how they differ. The exit status is 0
    only when everything stands as it is quoted.
    """
    from store.verify.verifier import Verifier

    text = _text(file)
    with reading() as store:
        told = []
        for one in Verifier(store).verify(text):
            told.append(one)
            if not as_json:
                say("\n".join(_rows(store, one, width())))
        if as_json:
            say_json([_value(store, one) for one in told])
    if not told:
        complain(f"{file}: there is nothing to verify, neither a quotation nor a citation.")
        return Exit.FAILED
    if not as_json:
        say(_summary(told))
    return Exit.DONE if all(one.verdict.stands for one in told) else Exit.FAILED


def _text(file: Path) -> str:
    """The words of a document, whatever its format; "-" is standard input."""
    from store.readers.pool import read_one
    from store.readers.reader import bounded, read_bytes, read_document
    from store.verify.text_blocks import with_quotation_marks

    if str(file) == "-":
        name = "standard input"
        data = bounded(name, sys.stdin.buffer)
        return with_quotation_marks(read_one(partial(read_bytes, data), Path(name)))
    return with_quotation_marks(read_one(read_document, file))


def _summary(told: "Sequence[Verified]") -> str:
    standing = sum(one.verdict.stands for one in told)
    if standing == len(told):
        return "\nIt stands as quoted." if standing == 1 else f"\nAll {standing:,} stand as quoted."
    return f"\n{standing:,} of {len(told):,} {'stands' if standing == 1 else 'stand'} as quoted."


def _rows(store: "sqlite3.Connection", one: "Verified", columns: int) -> Iterator[str]:
    """A claim with its verdict, and below it what there is to know."""
    from tui.pages.plain import wrapped

    claim = one.claim
    yield f"Line {claim.line}: {headline(one)}"
    if claim.quotation is not None:
        yield from wrapped(f"“{claim.quotation}”", columns, 4)
    if claim.reference:
        yield from wrapped(f"cited: {claim.reference.printed}", columns, 4)
    for sentence in found_words(one):
        yield from wrapped(sentence, columns, 4)
    if one.place:
        yield from wrapped(f"{_reference(store, one.place)}  {one.place}", columns, 4)


def _value(store: "sqlite3.Connection", one: "Verified") -> dict[str, object]:
    """A claim with its verdict for a program to read."""
    claim, comparison = one.claim, one.comparison
    return {
        "line": claim.line,
        "quotation": claim.quotation,
        "citation": claim.reference and claim.reference.printed,
        "verdict": one.verdict.value,
        "cited": one.cited,
        "place": one.place,
        "told": one.told and one.told.value,
        "reference": one.place and _reference(store, one.place),
        "words": comparison and comparison.printed,
        "likeness": comparison and round(comparison.share, 3),
        "differences": [
            {"quoted": difference.quoted, "printed": difference.printed}
            for difference in (comparison.differences if comparison else ())
        ],
        "elsewhere_too": one.more,
        "why": one.why,
    }


def _reference(store: "sqlite3.Connection", permalink: str) -> str:
    from store.citation.gather import gather_one
    from store.citation.style_catalogue import full_reference

    return full_reference(gather_one(store, permalink))


_HEADLINES: Final = {
    Verdict.EXACT: "stands as quoted",
    Verdict.THERE: "the place is in the store",
    Verdict.ALIKE: "the same words, but for punctuation or capitals",
    Verdict.CLOSE: "close, but not these words",
    Verdict.NOT_DECIDED: "these words stand there, and are not what was decided",
    Verdict.ELSEWHERE: "these words stand elsewhere, not at the place cited",
    Verdict.OTHER_WORDS: "the place cited says something else",
    Verdict.NOT_FOUND: "not found",
    Verdict.NOT_THERE: "no such place in the store",
}


_TOLD: Final = {
    ToldAs.DISCUSSED: "They were said there, and not decided.",
    ToldAs.LOST: "They are of a motion that was lost.",
    ToldAs.WITHDRAWN: "They are of a motion that was withdrawn.",
}


def headline(one: Verified) -> str:
    """The verdict, in a few words."""
    return _HEADLINES[one.verdict]


def found_words(one: Verified) -> Iterator[str]:
    """What else there is to know, a sentence each: what is not there, the words of the minutes, and how they differ."""
    if one.why:
        yield one.why
    if one.told in _TOLD:
        yield _TOLD[one.told]
    comparison = one.comparison
    if comparison is None or one.verdict in (Verdict.EXACT, Verdict.THERE):
        if one.more:
            yield "They stand in other places too; this is the newest."
        return
    if one.verdict is Verdict.ELSEWHERE:
        yield f"They stand here{', and in other places too' if one.more else ''}:"
    elif one.verdict in (Verdict.NOT_FOUND, Verdict.OTHER_WORDS):
        yield f"The nearest words: “{comparison.printed}”"
    else:
        yield f"The minutes: “{comparison.printed}”"
    if comparison.differences and one.verdict is not Verdict.NOT_FOUND:
        yield "; ".join(map(_spoken, comparison.differences))


def _spoken(difference: Difference) -> str:
    if not difference.quoted:
        return f"left out: “{difference.printed}”"
    if not difference.printed:
        return f"put in: “{difference.quoted}”"
    return f"changed: “{difference.quoted}” for “{difference.printed}”"
