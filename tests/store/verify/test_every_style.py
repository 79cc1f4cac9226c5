"""In every style of citation, before a quotation or behind it, a wrong council, number, date or clause is said."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from store.citation.gather import gather_one
from store.citation.record import Record
from store.citation.style_catalogue import styles
from store.database.connect import open_for_reading
from store.verify.verifier import Verdict, Verifier
from tests.store.building import clause as made
from tests.store.building import item, meeting, resolution, store_of

WALL = item(
    "32",
    "Sea Wall",
    resolution(
        made("That the survey of the sea wall be noted", "(i)"),
        made("That a sum of £12,500 be spent on the sea wall before the autumn", "(ii)"),
    ),
)
SLIPWAY = item("33", "Slipway", resolution("That the slipway be closed until the repairs are complete"))
NO_REFERENCES = {
    "archive",
    "pdf-page",
    "permalink",
    "words",
}  # a wrong permalink is not there, words alone cite nothing
WITH_WORDS = {"quotation", "news", "markdown"}
STYLES = sorted(styles().keys() - NO_REFERENCES - {"html", "provenance"})  # a page of its own, and with a permalink
AROUND = (
    "“{words}.” {cited}",
    "“{words}” {cited}",
    "“{words}” ({cited}).",
    "“{words}.” ({cited}.)",
    "“{words}”. {cited}",
    "{cited}: “{words}.”",
    "{cited} “{words}.”",
    "{cited}. “{words}.”",
    "> {words}.\n\n{cited}",
    "> {words}.\n>\n> — {cited}",
    "The minutes say “{words}” ({cited}), and more.",
    "The committee resolved “{words}.” {cited}\n\nMore was said.",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Verifier, Record]]:
    path = tmp_path_factory.mktemp("styles") / "minutes.db"
    store_of(path, meeting(WALL, SLIPWAY, committee="Harbour Committee"), meeting(SLIPWAY, committee="Library Panel"))
    with closing(open_for_reading(path)) as store:
        yield Verifier(store), gather_one(store, "eastmarsh/harbour-committee/2023-03-02/32/r1/(ii)")


def wrong(record: Record) -> Iterator[Record]:
    """The record with another council, number, date and clause than it has."""
    yield replace(record, council="Wendleham Town Council", town="Wendleham")
    yield replace(record, number="33")
    yield replace(record, number="99")
    yield replace(record, date="2023-05-10")
    yield replace(record, label="(i)", value=1)


def verdicts(verifier: Verifier, style: str, record: Record) -> Iterator[tuple[str, Verdict]]:
    """Each way of quoting a record with its citation, and the verdict on its words."""
    words = record.text or ""
    (cited,) = styles()[style].cite([record])
    for text in (cited,) if style in WITH_WORDS else (form.format(words=words, cited=cited) for form in AROUND):
        quoted = [one for one in verifier.verify(text) if words[:20] in (one.claim.quotation or "")]
        yield text, quoted[0].verdict


@pytest.mark.parametrize("style", STYLES)
def test_right_words_with_their_own_citation_stand(found: tuple[Verifier, Record], style: str) -> None:
    verifier, record = found
    assert {verdict for _, verdict in verdicts(verifier, style, record)} == {Verdict.EXACT}


@pytest.mark.parametrize("style", STYLES)
def test_right_words_with_a_wrong_citation_do_not(found: tuple[Verifier, Record], style: str) -> None:
    verifier, record = found
    told = styles()[style].cite([record])
    tried = [one for one in wrong(record) if styles()[style].cite([one]) != told]  # some do not name the council
    assert len(tried) >= 3
    for one in tried:
        assert [text for text, verdict in verdicts(verifier, style, one) if verdict is not Verdict.ELSEWHERE] == []
