"""Places whose citations are written down in every style: the usual ones, and the awkward ones."""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from store.citation.gather import gather
from store.citation.record import Record
from store.citation.style import CannotCite
from store.citation.style_catalogue import CitationStyle
from store.database.connect import open_for_reading
from store.ingest.events import Failed
from store.ingest.importer import import_paths
from store.ingest.sample import build_sample

GOLDENS: Final = Path(__file__).parent / "goldens"
TODAY: Final = "2026-03-02"
_FIXTURES: Final = Path(__file__).parent.parent.parent.parent / "fixtures"
_MORE: Final = (
    "formats/brackwater-cabinet-2023-09-12.html",
    "formats/brackwater-harbour-2023-05-16.pdf",
    "layouts/bracketed.txt",
    "layouts/governors.txt",
    "layouts/lettered.txt",
    "hostile/brackets.txt",
    "hostile/control-sequences.txt",
    "hostile/cp1252.txt",
)


@dataclass(frozen=True, slots=True)
class Example:
    """What is cited, and what there is to see in it."""

    name: str
    shows: str
    permalinks: tuple[str, ...]


USUAL: Final = (
    Example("minute", "A minute of a committee whose abbreviation is printed", ("eastmarsh/cypsg/2021-05-10/23",)),
    Example("clause-of-minute", "A clause labelled “(iv)”", ("eastmarsh/cypsg/2021-02-02/17/r1/(iv)",)),
    Example("clause-with-figure", "A clause labelled “2.”", ("brackwater/efrsp/2022-03-16/42/r1/2.",)),
    Example("clause-of-item", "Where each meeting begins at 1", ("tarrowshire/htoc/2019-06-11/9/r1/b)",)),
    Example("item-without-decision", "An item that decided nothing", ("tarrowshire/lmasb/2019-11-14/23",)),
)
AWKWARD: Final = (
    Example("draft", "Draft minutes", ("wendleham/wpc/2024-09-09/84-24/r1",)),
    Example(
        "draft-confirmed",
        "Draft minutes that a later meeting confirmed",
        ("brackwater/planning-committee/2024-02-07/5/r1/b)",),
    ),
    Example("cut-short", "An item that the source cuts short", ("brackwater/planning-committee/2024-02-07/6",)),
    Example("no-number", "An item without a number", ("tarrowshire/htoc/2019-06-11/webcast",)),
    Example("council-unknown", "A committee whose council nobody told", ("governing-body/2023-09-16/19.09.03/r1",)),
    Example("whole-meeting", "A whole meeting", ("eastmarsh/cypsg/2021-05-10",)),
    Example("council-itself", "A council that met itself", ("wendleham/wpc/2024-07-08/71-24/r1",)),
    Example(
        "run-of-clauses",
        "Clauses that follow each other",
        tuple(f"eastmarsh/cypsg/2021-05-10/22/r1/({label})" for label in ("iii", "ii", "iv")),
    ),
    Example(
        "clauses-apart",
        "Clauses with others between them",
        tuple(f"eastmarsh/cypsg/2021-02-02/17/r1/({label})" for label in ("v", "i")),
    ),
    Example(
        "two-resolutions",
        "An item with two resolutions",
        tuple(f"brackwater/planning-committee/2024-03-06/5/{one}" for one in ("r1", "r2")),
    ),
    Example(
        "several-meetings",
        "Several meetings, with one place given twice and a clause beside its item",
        (
            "brackwater/efrsp/2022-03-16/44/r1",
            "eastmarsh/cypsg/2021-05-10/22",
            "eastmarsh/cypsg/2021-05-10/22/r1/(i)",
            "brackwater/efrsp/2022-03-16/44/r1",
        ),
    ),
    Example("quotation-marks", "Quotation marks inside the quotation", ("cmsc/2022-06-17/8/r1",)),
    Example("published", "A document that says where it was published", ("brackwater/cabinet/2023-09-12/34/r1/b)",)),
    Example("page", "A page of a PDF", ("brackwater/harbour-committee/2023-05-16/3/r1/(ii)",)),
    Example("brackets", "Words that look like markup", ("hfsc/2022-06-03/3/r1/2.",)),
    Example("control-characters", "Words that were an escape sequence", ("hlsc/2022-06-10/1/r1",)),
    Example("number-in-brackets", "A number printed in brackets", ("bbds/2018-02-26/26",)),
    Example("letter-for-number", "A letter where others have a number", ("sht/2017-05-05/c/r1/(ii)",)),
)
EXAMPLES: Final = (*USUAL, *AWKWARD)


def build_store(path: Path) -> None:
    """A store of the sample minutes and a few other fixtures."""
    build_sample(path)
    failed = [event for event in import_paths(path, [_FIXTURES / name for name in _MORE]) if isinstance(event, Failed)]
    assert failed == []


def records_of(store_path: Path, permalinks: Sequence[str]) -> tuple[Record, ...]:
    """The records of places, cited on `TODAY`."""
    with closing(open_for_reading(store_path)) as store:
        return tuple(gather(store, permalinks, TODAY))


def transcript(style: CitationStyle, records: Mapping[str, Sequence[Record]]) -> str:
    """Every example in a style, as the golden file of the style holds them; `records` are by name of the example."""
    cited = (f"\n== {one.name}: {one.shows}\n{_cited(style, records[one.name])}\n" for one in EXAMPLES)
    return "".join([f"{style.name}\n", *cited])


def golden_citations(style: str) -> dict[str, str]:
    """The citations of a style by name of the example, as its golden file has them."""
    text = (GOLDENS / f"{style}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^== ([a-z-]+): .*\n", text, flags=re.MULTILINE)
    return {name: cited.strip("\n") for name, cited in zip(parts[1::2], parts[2::2], strict=True)}


def _cited(style: CitationStyle, records: Sequence[Record]) -> str:
    try:
        return style.separator.join(style.cite(records)).replace(version("minutebook"), "VERSION").strip("\n")
    except CannotCite as why:
        return f"({why})"
