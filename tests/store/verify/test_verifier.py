"""Claims held against a store: where the words stand, and where they do not."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database.connect import open_for_reading
from store.ingest.events import Failed
from store.ingest.importer import import_paths
from store.verify.verifier import Verdict, Verified, Verifier

MARCH, JUNE = "eastmarsh/shrg/2023-03-02", "eastmarsh/shrg/2023-06-08"
THERE = "Scrutiny Housing Repairs Group, 2 March 2023"


MINUTES = """
Scrutiny Housing Repairs Group

Minutes

2 March 2023 at 6.00 pm

Present: Councillor Ashdown (Chair), Councillors Vane and Whitlock

17 Apologies for Absence

There were none.

18 Repairs Backlog

The Head of Housing presented the report.

RESOLVED:

(i) That the repairs report be noted.

(ii) That these sites be inspected: Tanner Row and Mill Lane.

(iv) That the Chair be thanked.

19 Webcast

RESOLVED: That the webcast be kept for a year.
"""
LATER = """
Scrutiny Housing Repairs Group

Minutes

8 June 2023 at 6.00 pm

20 Damp

RESOLVED:

(a) That the repairs report be noted.

(b) That the roof be mended.

21 Any Other Business

A tenant spoke of mould in Tanner Row.
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verifier]:
    folder: Path = tmp_path_factory.mktemp("verifying")
    (folder / "march.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "june.txt").write_text(LATER, encoding="utf-8")
    path = folder / "minutes.db"
    assert all(not isinstance(event, Failed) for event in import_paths(path, [folder], "Eastmarsh Borough Council"))
    with closing(open_for_reading(path)) as store:
        yield Verifier(store)


def told(verifier: Verifier, text: str) -> Verified:
    (one,) = verifier.verify(text)
    return one


@pytest.mark.parametrize(
    ("text", "verdict", "place"),
    [
        (f"“That the Chair be thanked” (minute 18, {THERE})", Verdict.EXACT, f"{MARCH}/18"),
        (f"“That the repairs report be noted.” (minute 18(i), {THERE})", Verdict.EXACT, f"{MARCH}/18/r1/(i)"),
        (f"“that the repairs report be noted” (minute 18(i), {THERE})", Verdict.ALIKE, f"{MARCH}/18/r1/(i)"),
        (f"“That the repairs reports be noted” (minute 18(i), {THERE})", Verdict.CLOSE, f"{MARCH}/18/r1/(i)"),
        (f"“That the roof be mended” (minute 18, {THERE})", Verdict.ELSEWHERE, f"{JUNE}/20/r1/(b)"),
        (f"“That the Chair be thanked” (minute 18(i), {THERE})", Verdict.ELSEWHERE, f"{MARCH}/18/r1/(iv)"),
        (f"“The mayor flew off in a balloon” (minute 18, {THERE})", Verdict.OTHER_WORDS, f"{MARCH}/18"),
        (f"“That the webcast be held for a year” (minute 18, {THERE})", Verdict.OTHER_WORDS, f"{MARCH}/19/r1"),
        (f"“That the roof be mended” (minute 99, {THERE})", Verdict.ELSEWHERE, f"{JUNE}/20/r1/(b)"),
        (f"“The mayor flew off in a balloon” (minute 99, {THERE})", Verdict.NOT_FOUND, None),
        ("“That the roof be mended”", Verdict.EXACT, f"{JUNE}/20/r1/(b)"),
        ("“Tanner Row, and Mill Lane”", Verdict.ALIKE, f"{MARCH}/18"),
        ("“and Mill Lane. (iv) That the Chair be thanked”", Verdict.EXACT, f"{MARCH}/18"),
        ("“There were none. The Head of Housing”", Verdict.NOT_FOUND, f"{MARCH}/18"),  # words of two items
        ("“A tenant spoke of mould”", Verdict.EXACT, f"{JUNE}/21"),
        ("“Apologies for Absence”", Verdict.EXACT, f"{MARCH}/17"),
        ("“The mayor flew off in a balloon”", Verdict.NOT_FOUND, None),
        ("“That the roof be mended” (minute 20, Scrutiny Housing Repairs Group)", Verdict.EXACT, f"{JUNE}/20"),
        ("“That the roof be mended” (minute 18, SHRG)", Verdict.ELSEWHERE, f"{JUNE}/20/r1/(b)"),
        (f"Minute 18(ii), {THERE}", Verdict.THERE, f"{MARCH}/18/r1/(ii)"),
        (f"Minute 18(vi), {THERE}", Verdict.NOT_THERE, None),
        (f"Minute 99, {THERE}", Verdict.NOT_THERE, None),
        ("Minute 18, Scrutiny Housing Repairs Group, 3 March 2023", Verdict.NOT_THERE, None),
        (f"{MARCH}/18/r1/(iv)", Verdict.THERE, f"{MARCH}/18/r1/(iv)"),
        (f"{MARCH}/18/r9", Verdict.NOT_THERE, None),
    ],
)
def test_a_claim_gets_the_verdict_that_it_deserves(
    verifier: Verifier, text: str, verdict: Verdict, place: str | None
) -> None:
    one = told(verifier, text)
    assert one.verdict is verdict
    assert (one.place or "").startswith(place) if place else one.place is None


def test_of_words_passed_twice_the_place_cited_counts_and_else_the_newest(verifier: Verifier) -> None:
    words = "“That the repairs report be noted.”"
    assert told(verifier, f"{words} ({MARCH}/18/r1/(i))").place == f"{MARCH}/18/r1/(i)"
    newest = told(verifier, words)
    assert (newest.place or "").startswith(f"{JUNE}/20/r1/(a)")
    assert newest.more


def test_a_quotation_may_run_over_clauses_with_their_labels(verifier: Verifier) -> None:
    text = "“(i) That the repairs report be noted. … Tanner Row and Mill Lane. (iv) That the Chair be thanked.”"
    one = told(verifier, f"{text} (minute 18, {THERE})")
    assert one.verdict is Verdict.EXACT


def test_what_is_not_there_says_what_is_missing(verifier: Verifier) -> None:
    assert told(verifier, f"Minute 99, {THERE}").why == f"There is no number 99 in {MARCH}."
    assert told(verifier, f"Minute 18(vi), {THERE}").why == f"There is no (vi) in {MARCH}/18."
    assert told(verifier, f"{MARCH}/18/r9").why == f"{MARCH}/18 has no resolution 9; it has 1."


def test_only_what_stands_as_quoted_may_be_printed() -> None:
    assert {verdict for verdict in Verdict if verdict.stands} == {Verdict.EXACT, Verdict.THERE}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("that the repairs report be noted damp roof zzqx £5 …".split()), max_size=12))  # noqa: SIM905
def test_verifying_never_fails(verifier: Verifier, words: list[str]) -> None:
    for one in verifier.verify(f"“{' '.join(words)}” (minute 18, {THERE})"):
        assert one.verdict in Verdict


SLASHED = """
Scrutiny Housing Repairs Group

Minutes

14 September 2023 at 6.00 pm

Present: Councillor Ashdown (Chair), Councillors Vane and Whitlock

61/23 Gutters

RESOLVED: That the gutters be cleared.

62/23 Doors

RESOLVED: That the doors be painted.
"""


def test_a_number_is_cited_without_the_year_that_is_printed_behind_it(tmp_path: Path) -> None:
    (tmp_path / "september.txt").write_text(SLASHED, encoding="utf-8")
    path = tmp_path / "minutes.db"
    assert all(not isinstance(one, Failed) for one in import_paths(path, [tmp_path], "Eastmarsh Borough Council"))
    with closing(open_for_reading(path)) as store:
        verifier = Verifier(store)
        there = "Scrutiny Housing Repairs Group, 14 September 2023"
        assert told(verifier, f"“That the gutters be cleared.” (minute 61, {there})").verdict is Verdict.EXACT
        assert told(verifier, f"“That the gutters be cleared.” (minute 62, {there})").verdict is Verdict.ELSEWHERE
        assert told(verifier, f"Minute 6, {there}").verdict is Verdict.NOT_THERE
