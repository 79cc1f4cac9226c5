"""The worked examples that came with the user's own documents, to the letter; skipped where they are not at hand."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from store.citation.escaping import encoded
from store.citation.gather import gather_one
from store.citation.record import Record
from store.citation.style_catalogue import styles
from store.database.connect import open_for_reading
from store.ingest.importer import import_paths

_PLACES: Final = {"A": "23", "B": "18/r1/iv", "C": "43/r1/2", "D": "10/r1/b", "E": "10"}
_ROWS: Final = {
    "Short minute reference": "short",
    "Full minute reference": "full",
    "“refers” form": "refers",
    '"refers" form': "refers",
    "Harvard": "harvard",
    "APA 7": "apa",
    "Chicago notes": "chicago",
    "Chicago author–date": "chicago-author-date",
    "MLA 9": "mla",
    "OSCOLA 4, § 3.4.1": "oscola",
    "News sentence": "news",
    "Permalink": "permalink",
}


@pytest.fixture(scope="module")
def page(corpus: Path) -> str:
    return (corpus.parent / "CITATIONS.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def examples_on_page(page: str) -> dict[tuple[str, str], str]:
    """(style, letter of the record) -> the citation as it is printed there."""
    found = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
        named = re.match(r"\*\*(.+?)\*\*", cells[1]) if len(cells) > 3 else None
        if named and named[1] in _ROWS:
            for letter, cited in re.findall(r"([A-E]): (.+?)(?= · [A-E]: |$)", cells[3]):
                found[_ROWS[named[1]], letter] = cited.strip("`")
    whole = re.search(r"^(E) in full form: (.+?)\.$", page, re.MULTILINE)
    assert whole
    return found | {("full", "E"): whole[2]}


@pytest.fixture(scope="module")
def worked(
    corpus: Path, page: str, examples_on_page: dict[tuple[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Record]]:
    """The records of the examples, their councils told as the examples have them."""
    store = tmp_path_factory.mktemp("corpus") / "minutes.db"
    where = {}
    for letter, place in _PLACES.items():
        named = re.search(rf"{letter} = (\S+?\.txt)", page)
        told = " ".join(cited for (_, of), cited in examples_on_page.items() if of == letter)
        council = re.search(r"[A-Z]\w+ (?:Metropolitan )?(?:Borough|County) Council", told)
        assert named
        events = list(import_paths(store, [corpus / "seeds" / named[1]], council and council[0]))
        where[letter] = f"{events[-1].meeting.permalink}/{place}"  # type: ignore[union-attr]  # it was added
    with closing(open_for_reading(store)) as db:
        yield {letter: gather_one(db, permalink, "2026-03-02") for letter, permalink in where.items()}


def test_every_example_is_cited_as_it_is_printed(
    worked: dict[str, Record], examples_on_page: dict[tuple[str, str], str]
) -> None:
    cited = {(style, letter): styles()[style].cite([worked[letter]])[0] for style, letter in examples_on_page}
    assert len(examples_on_page) >= 13
    assert cited == examples_on_page


def test_the_link_to_the_words_ends_as_it_is_printed(worked: dict[str, Record], page: str) -> None:
    fragment = re.search(r"#:~:text=(That\S+?)`", page)
    assert fragment
    words = (worked["A"].text or "").split()
    assert fragment[1] == f"{encoded(' '.join(words[:8]))},{encoded(' '.join(words[-3:]))}"


def test_wikipedia_is_told_the_minute_as_it_is_printed(worked: dict[str, Record]) -> None:
    assert "|at=Minute 23 }}" in styles()["wikipedia"].cite([worked["A"]])[0]
