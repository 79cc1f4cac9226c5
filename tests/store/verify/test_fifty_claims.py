"""Fifty claims as people make them, right and wrong, held against minutes of two councils: each gets its verdict."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.ingest.events import Failed
from store.ingest.importer import import_paths
from store.places.resolve import place_named
from store.verify.verifier import ToldAs, Verdict, Verifier

HARBOUR = """
Eastmarsh Borough Council

Harbour Committee

Minutes of the meeting held on 4 March 2023 at 7.00 pm

Present: Councillors Ashdown (Chair), Vane and Whitlock

31 Apologies for Absence

There were none.

32 Sea Wall

The engineer reported that the sea wall had lost forty stones over the winter.

RESOLVED:

(i) That the survey of the sea wall be noted; and

(ii) That a sum of £12,500 be spent on the sea wall before the autumn.

33 Slipway

Councillor Vane said that the slipway was a danger to children.

RESOLVED: That the slipway be closed until the repairs are complete.

RESOLVED: That the harbour master be asked to put up a sign.

34 Ferry

Councillor Whitlock moved, and Councillor Vane seconded, that the ferry be sold to the highest bidder.

On being put to the vote the motion was LOST.

Cllr Vane proposed that a tunnel be dug to Tarrow, seconded by Cllr Whitlock. The motion was withdrawn.

35 Pilot Boat

RESOLVED: That the pilot boat be not replaced this year.
"""
TARROW = """
Tarrowshire County Council

Library Panel

Minutes of the meeting held on 9 May 2023 at 2.00 pm

Present: Councillors Birch (Chair) and Cedar

7 Opening Hours

The librarian presented the figures for the winter.

RECOMMENDED:

(a) That the library open on Sundays from June; and

(b) That two assistants be engaged for the summer.

8 Mobile Library

RESOLVED: That the mobile library call at Upper Tarrow every fortnight.
"""
SEA = "Harbour Committee, Eastmarsh Borough Council, 4 March 2023"
LIBRARY = "Library Panel, Tarrowshire County Council, 9 May 2023"

EXACT, ALIKE, CLOSE, ELSEWHERE = Verdict.EXACT, Verdict.ALIKE, Verdict.CLOSE, Verdict.ELSEWHERE
SURVEY = "That the survey of the sea wall be noted"
SUM = "That a sum of £12,500 be spent on the sea wall before the autumn"
SLIPWAY = "That the slipway be closed until the repairs are complete"
SIGN = "That the harbour master be asked to put up a sign"
MOBILE = "That the mobile library call at Upper Tarrow every fortnight"
SUNDAYS = "That the library open on Sundays from June"

RIGHT = [
    (f"“{SURVEY}” (minute 32(i), {SEA}).", EXACT),
    (f"“{SUM}.” (Minute 32(ii), {SEA})", EXACT),
    (f"At minute 33 of 4 March 2023 the Harbour Committee resolved ‘{SLIPWAY}’.", EXACT),
    (f"Eastmarsh Borough Council’s Harbour Committee resolved on 4 March 2023 “{SIGN}” (minute 33).", EXACT),
    (f"“{MOBILE}.” Tarrowshire County Council, Library Panel. (2023, May 9). *Mobile Library* (Item 8).", EXACT),
    (f"Minute 33, {SEA}: “{SLIPWAY}.”", EXACT),
    (f"> {SUNDAYS}\n\n— Library Panel, 9 May 2023, item 7(a)", EXACT),
    (f"> {MOBILE}.\n\nTarrowshire County Council, ‘Minutes of the Library Panel’ (9 May 2023) item 8", EXACT),
    (f"“{SLIPWAY}”", EXACT),
    (f"“{SLIPWAY}”. (Minute 33, {SEA}.)", EXACT),
    (f"“{SURVEY}” eastmarsh/harbour-committee/2023-03-04/32/r1/(i)", EXACT),
    (f"“that the SLIPWAY be closed, until the repairs are complete” (minute 33, {SEA})", ALIKE),
    (f"“{MOBILE}” (item 8, Library Panel, Tarrowshire Council, 9 May 2023)", EXACT),
]
MISQUOTED = [
    (f"“That a sum of £15,200 be spent on the sea wall before the autumn” (minute 32(ii), {SEA})", CLOSE),
    (f"“That the slipway be open until the repairs are complete” (minute 33, {SEA})", CLOSE),
    (f"“That the survey of the sea wall be not noted” (minute 32(i), {SEA})", CLOSE),
    (f"“That the slipway be closed until the repairs are nearly complete.” (Minute 33, {SEA})", CLOSE),
    (f"“That the mobile library call at Tarrow every fortnight” (item 8, {LIBRARY})", CLOSE),
    (f"“That the pilot boat be replaced this year” (minute 35, {SEA})", CLOSE),
    (f"“That the harbour be sold to a friend of the Chair” (minute 33, {SEA})", Verdict.OTHER_WORDS),
    ("“That every seagull be given a licence”", Verdict.NOT_FOUND),
]
WRONG_PLACE = [
    (f"“{SLIPWAY}” (minute 33, Harbour Committee, Tarrowshire County Council, 4 March 2023)", ELSEWHERE),
    (f"“{SLIPWAY}.” Wendleham Borough Council, Harbour Committee. (2023, March 4). *Slipway* (Minute 33).", ELSEWHERE),
    (f"“{SLIPWAY}”, Wendleham Borough Council’s Harbour Committee resolved on 4 March 2023 (minute 33)", ELSEWHERE),
    (f"“{SLIPWAY}” (minute 33, Bathing Committee, Eastmarsh Borough Council, 4 March 2023)", ELSEWHERE),
    (f"“{SLIPWAY}.” (Minute 32, {SEA})", ELSEWHERE),
    (f"“{SLIPWAY}.” Eastmarsh Borough Council. Harbour Committee. 2023. Minutes, 4 March, minute 35.", ELSEWHERE),
    (f"“{SLIPWAY}” (minute 33, Harbour Committee, Eastmarsh Borough Council, 5 March 2023)", ELSEWHERE),
    (f"“{MOBILE}” (item 9, {LIBRARY})", ELSEWHERE),
    (f"“{SURVEY}” (minute 32(ii), {SEA})", ELSEWHERE),
    (f"“{SUNDAYS}”. Item 7(b), {LIBRARY}.", ELSEWHERE),
    (f"> {SUNDAYS}\n\n— Library Panel, 9 May 2023, item 8", ELSEWHERE),
    (f"Minute 35, {SEA}. “{SLIPWAY}.”", ELSEWHERE),
    (f"“{SURVEY}” eastmarsh/harbour-committee/2023-03-04/32/r1/(ii)", ELSEWHERE),
]
ELIDED = [
    (f"“That a sum of £12,500 be spent … before the autumn” (minute 32(ii), {SEA})", EXACT),
    (f"“That the mobile library call … every [two weeks]” (item 8, {LIBRARY})", EXACT),
    (f"“[T]he slipway be closed [to all] until the repairs are complete” (minute 33, {SEA})", EXACT),
    (f"“That the slipway be [not] closed until the repairs are complete” (minute 33, {SEA})", CLOSE),
    (f"“That the slipway … until the cows come home” (minute 33, {SEA})", Verdict.OTHER_WORDS),
    (f"“That the survey of the see [sic] wall be noted” (minute 32(i), {SEA})", CLOSE),
]
IN_A_ROW = [
    (f"“{SURVEY}; and {SUM}.” (minute 32, {SEA})", EXACT),
    (f"“(i) {SURVEY}; and (ii) {SUM}.” (minute 32(i)–(ii), {SEA})", EXACT),
    (f"“{SLIPWAY}. {SIGN}.” (minute 33, {SEA})", EXACT),
    (f"“{SUNDAYS}; and That two assistants be engaged for the summer” (item 7(a) and (b), {LIBRARY})", EXACT),
]  # fmt: skip
DENIED = [
    (f"“That the pilot boat be [replaced] this year” (minute 35, {SEA})", Verdict.CLOSE),
    (f"“That the pilot boat be … replaced this year” (minute 35, {SEA})", Verdict.CLOSE),
    (f"“That the pilot boat be [bought]” (minute 35, {SEA})", Verdict.CLOSE),
    (f"“That the pilot boat be not … this year” (minute 35, {SEA})", EXACT),
]  # fmt: skip
TOLD = [
    (f"“Vane seconded, that the ferry be sold to the highest bidder” (minute 34, {SEA})", EXACT, ToldAs.LOST),
    (f"“the slipway was a danger to children” (minute 33, {SEA})", EXACT, ToldAs.DISCUSSED),
    (f"The Harbour Committee agreed that “the slipway was a danger to children” (minute 33, {SEA}).",
     Verdict.NOT_DECIDED, ToldAs.DISCUSSED),
    (f"The committee resolved “that the ferry be sold to the highest bidder” (minute 34, {SEA}).",
     Verdict.NOT_DECIDED, ToldAs.LOST),
    (f"A motion “that the ferry be sold to the highest bidder” was lost (minute 34, {SEA}).", EXACT, ToldAs.LOST),
    (f"“that a tunnel be dug to Tarrow” (minute 34, {SEA})", EXACT, ToldAs.WITHDRAWN),
    (f"It was resolved “{SLIPWAY}” (minute 33, {SEA}).", EXACT, ToldAs.DECIDED),
]  # fmt: skip
CLAIMS = [
    *(
        (text, verdict, None)
        for table in (RIGHT, MISQUOTED, WRONG_PLACE, ELIDED, IN_A_ROW, DENIED)
        for text, verdict in table
    ),
    *TOLD,
]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verifier]:
    folder: Path = tmp_path_factory.mktemp("claims")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "library.txt").write_text(TARROW, encoding="utf-8")
    assert all(not isinstance(event, Failed) for event in import_paths(folder / "minutes.db", [folder], None))
    with closing(open_for_reading(folder / "minutes.db")) as store:
        yield Verifier(store)


@pytest.mark.parametrize(("text", "verdict", "told"), CLAIMS)
def test_a_claim_is_judged_as_a_careful_person_would(
    verifier: Verifier, text: str, verdict: Verdict, told: ToldAs | None
) -> None:
    first = next(iter(verifier.verify(text)))
    assert first.verdict is verdict, first
    if told:
        assert first.told is told


@pytest.mark.parametrize(
    "text",
    [
        "After Kentmere Council wrote to it, the Harbour Committee resolved “{}” (minute 33, 4 March 2023).",
        "He left Kentmere Council. The Harbour Committee resolved “{}” on 4 March 2023 (minute 33).",
        "Members of the Audit Board and the Harbour Committee resolved “{}” (minute 33, 4 March 2023).",
        "Eastmarsh’s Harbour Committee resolved “{}” (min. 33, 4.3.23).",
        "The Chair of the Library Panel praised the Harbour Committee’s decision “{}” (minute 33, 4 Mar. 2023).",
        "On 4 March 2023 the Harbour Committee met. It resolved “{}” (minute 33); Kentmere Town Council objected.",
        "“{}” (Minute 33 of the Harbour Committee of Eastmarsh Borough Council held on 4 March 2023)",
    ],
)
def test_other_bodies_that_a_sentence_names_are_no_part_of_its_citation(verifier: Verifier, text: str) -> None:
    assert [one.verdict for one in verifier.verify(text.format(SLIPWAY))] == [Verdict.EXACT]


def test_words_over_a_discussion_and_its_decision_are_told_as_neither(verifier: Verifier) -> None:
    said = "the slipway was a danger to children. RESOLVED: That the slipway be closed"
    (verified,) = verifier.verify(f"“{said}” (minute 33, {SEA})")
    assert (verified.verdict, verified.told) == (EXACT, None)


def test_the_hour_tells_which_meeting_of_a_day_is_cited(tmp_path: Path) -> None:
    later = HARBOUR.replace("the meeting", "the extraordinary meeting").replace("7.00 pm", "9.15 pm")
    later = later.replace("slipway be closed until the repairs are complete", "slipway be opened")
    for name, text in (("harbour.txt", HARBOUR), ("later.txt", later)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    list(import_paths(tmp_path / "minutes.db", [tmp_path], None))
    cited = "“that the slipway be opened” (Minute 33, Harbour Committee, Eastmarsh Borough Council, 4 March 2023 at {})"
    with closing(open_for_reading(tmp_path / "minutes.db")) as store:
        verdicts = [next(Verifier(store).verify(cited.format(hour))).verdict for hour in ("9.15 pm", "7.00 pm")]
        assert verdicts == [Verdict.ALIKE, Verdict.ELSEWHERE]
        asked = "Minute 33, Harbour Committee, Eastmarsh Borough Council, 4 March 2023 at 9.15 pm"
        there = place_named(store, asked)
    assert there.startswith("eastmarsh/harbour-committee/2023-03-04-2/33")


def test_there_are_fifty_of_them() -> None:
    assert len(CLAIMS) >= 50
