"""What was put right in a document counts whenever it is read: added, read again at once, and rebuilt."""

from contextlib import closing
from pathlib import Path

import pytest

from store.citation.gather import gather_one
from store.citation.style_catalogue import full_reference, style_named, styles
from store.corrections.correction import Correction, CorrectionKind
from store.database.check import check_store
from store.database.connect import open_for_reading, writing
from store.errors import CorrectionError, NotFound
from store.ingest.corrected import correct_document, document_of, told_effect
from store.ingest.read_minutes import minutes_in
from store.ingest.rebuild import rebuild
from store.ingest.storing import store_document
from store.model import Span
from store.permalinks.lookup import find_place
from tests.store.parse.by_hand.test_by_hand import DOCUMENT, MINUTES, said

SWINGS = said(CorrectionKind.ITEM, "Swings and Slides")
NO_POND = said(CorrectionKind.NO_ITEM, "42/25 Duck Pond")
LATER = Correction(DOCUMENT.sha256, CorrectionKind.DAY, Span(0, 0), "", "2025-06-04")
MEETING = "larkmoor/lpc/2025-06-03"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with the minutes in it, as the reader reads them."""
    place = tmp_path / "store.db"
    with writing(place) as db:
        store_document(db, "larkmoor.txt", DOCUMENT, minutes_in(DOCUMENT))
    return place


def items(path: Path) -> list[tuple[object, ...]]:
    return asked(path, "SELECT permalink, title FROM agenda_item ORDER BY position")


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(open_for_reading(path)) as store:
        return store.execute(question).fetchall()


def name_now(path: Path, permalink: str) -> str:
    with closing(open_for_reading(path)) as store:
        return find_place(store, permalink).permalink


def is_whole(path: Path) -> bool:
    with closing(open_for_reading(path)) as store:
        return not [fault for _, faults in check_store(store) for fault in faults or ()]


def test_a_document_of_the_store_is_read_again_at_once(path: Path) -> None:
    correct_document(path, DOCUMENT.sha256, [SWINGS])
    assert [title for _, title in items(path)] == ["Apologies", "Duck Pond", "Swings and Slides", "Notice Board"]
    assert is_whole(path)


def test_permalinks_of_what_is_called_otherwise_lead_to_its_words(path: Path) -> None:
    correct_document(path, DOCUMENT.sha256, [NO_POND])
    assert name_now(path, f"{MEETING}/42-25/r1") == f"{MEETING}/41-25/r1"
    correct_document(path, DOCUMENT.sha256, [])
    assert name_now(path, f"{MEETING}/42-25/r1") == f"{MEETING}/42-25/r1"
    assert is_whole(path)


def test_a_meeting_moves_to_the_day_the_body_and_the_council_that_a_person_says(path: Path) -> None:
    body = Correction(DOCUMENT.sha256, CorrectionKind.BODY, Span(0, 0), "", "Duck Pond Committee")
    council = Correction(DOCUMENT.sha256, CorrectionKind.COUNCIL, Span(0, 0), "", "Marshford Town Council")
    correct_document(path, DOCUMENT.sha256, [LATER, body, council])
    assert items(path)[0][0] == "marshford/dpc/2025-06-04/41-25"
    assert name_now(path, f"{MEETING}/43-25") == "marshford/dpc/2025-06-04/43-25"
    assert is_whole(path)


def test_a_rebuild_reads_around_what_was_put_right(path: Path) -> None:
    done = rebuild(path, {DOCUMENT.sha256: [SWINGS]})
    assert done.changed == (MEETING,)
    assert (f"{MEETING}/swings-and-slides", "Swings and Slides") in items(path)
    assert rebuild(path, {}).changed == (MEETING,)
    assert len(items(path)) == 3


def test_the_store_keeps_what_a_document_was_read_around_and_whether_it_fitted(path: Path, tmp_path: Path) -> None:
    unfit = Correction(DOCUMENT.sha256, CorrectionKind.NO_ITEM, Span(3, 9), "nothing that stands here")
    kept = "SELECT kind, start, fits FROM correction ORDER BY id"
    correct_document(path, DOCUMENT.sha256, [SWINGS, unfit])
    told = [("item", MINUTES.index("Swings"), 1), ("no-item", 3, 0)]
    assert asked(path, kept) == told
    added = tmp_path / "added.db"
    with writing(added) as db:
        meetings = minutes_in(DOCUMENT, [SWINGS, unfit])
        store_document(db, "larkmoor.txt", DOCUMENT, meetings, corrections=[SWINGS, unfit])
    assert asked(added, kept) == told
    assert items(added) == items(path)


def test_what_would_leave_no_minutes_is_refused_and_changes_nothing(path: Path) -> None:
    before = items(path)
    none = [said(CorrectionKind.FURNITURE, MINUTES.strip())]
    with pytest.raises(CorrectionError, match="no minutes found in it"):
        correct_document(path, DOCUMENT.sha256, none)
    assert items(path) == before
    assert is_whole(path)


def test_a_document_that_the_store_has_not_is_told(path: Path) -> None:
    with pytest.raises(NotFound, match="counts when it is added"):
        correct_document(path, "f" * 64, [SWINGS])
    with closing(open_for_reading(path)) as store:
        assert document_of(store, "f" * 64) is None


def test_what_it_does_is_told_before_it_is_done(path: Path) -> None:
    with closing(open_for_reading(path)) as store:
        assert document_of(store, DOCUMENT.sha256) == DOCUMENT
    assert told_effect(DOCUMENT, [], [NO_POND]).startswith("1 item less; 1 decision moved to item 41/25")
    assert told_effect(DOCUMENT, [SWINGS], [SWINGS]) == "Nothing is read otherwise by it."


def test_the_provenance_says_what_was_set_by_hand_and_other_citations_do_not(path: Path) -> None:
    lost = said(CorrectionKind.RESULT, "RESOLVED: (a)", "deferred")
    correct_document(path, DOCUMENT.sha256, [SWINGS, lost])
    with closing(open_for_reading(path)) as store:
        kinds = {
            at: gather_one(store, f"{MEETING}/{at}").source.by_hand
            for at in ("swings-and-slides", "42-25/r1", "42-25/r1/(b)", "41-25", "43-25/r1")
        }
        assert kinds == {
            "swings-and-slides": ("item",),
            "42-25/r1": ("decision",),
            "42-25/r1/(b)": (),
            "41-25": (),
            "43-25/r1": (),
        }
        told = gather_one(store, f"{MEETING}/swings-and-slides")
    assert "Set by hand: item" in style_named(styles(), "provenance").cite([told])[0]
    assert "hand" not in full_reference(told)
