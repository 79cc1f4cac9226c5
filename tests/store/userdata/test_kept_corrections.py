"""Corrections are kept by the hash of their document, each in place of those that it contradicts."""

from pathlib import Path

import pytest

from store.corrections.correction import Correction, CorrectionKind
from store.errors import UserDataError
from store.model import Span
from store.userdata.kept_corrections import KeptCorrection
from store.userdata.userdata import UserData
from store.userdata.userdata_file import UserDataFile
from tests.store.userdata.kept import LATER, NOW

POND = Correction("a" * 64, CorrectionKind.ITEM, Span(10, 22), "5. Duck Pond", "Duck Pond", "5")
CLAUSES = Correction("a" * 64, CorrectionKind.CLAUSES, Span(30, 90), "to mend and to paint", starts=(33, 50))
DAY = Correction("b" * 64, CorrectionKind.DAY, Span(0, 0), "", "2025-06-03")


def test_what_was_put_right_comes_back_as_it_was(desk: UserData) -> None:
    assert desk.corrections.add([POND, CLAUSES], NOW) == [1, 2]
    assert desk.corrections.add([DAY], LATER) == [3]
    assert desk.corrections.of_document("a" * 64) == (KeptCorrection(1, POND, NOW), KeptCorrection(2, CLAUSES, NOW))
    assert desk.corrections.by_document() == {"a" * 64: (POND, CLAUSES), "b" * 64: (DAY,)}


def test_there_is_none_where_nothing_was_ever_kept(desk: UserData, path: Path) -> None:
    assert desk.corrections.all() == ()
    assert not path.exists()


@pytest.mark.parametrize(
    ("later", "left"),
    [
        (Correction("a" * 64, CorrectionKind.NO_ITEM, Span(12, 15), "Duc"), 2),
        (Correction("a" * 64, CorrectionKind.NO_ITEM, Span(22, 25), "the"), 3),
        (Correction("c" * 64, CorrectionKind.NO_ITEM, Span(12, 15), "Duc"), 3),
        (Correction("b" * 64, CorrectionKind.DAY, Span(0, 0), "", "2025-06-04"), 2),
        (Correction("b" * 64, CorrectionKind.CHAIR, Span(0, 0), "", "A. Ash"), 3),
    ],
)
def test_the_later_of_two_that_contradict_each_other_holds(desk: UserData, later: Correction, left: int) -> None:
    desk.corrections.add([POND, DAY], NOW)
    desk.corrections.add([later], LATER)
    kept = [one.correction for one in desk.corrections.all()]
    assert later in kept
    assert len(kept) == left


def test_what_was_put_right_can_be_taken_back_and_that_undone(desk: UserData) -> None:
    desk.corrections.add([POND], NOW)
    desk.corrections.add([Correction("a" * 64, CorrectionKind.NO_ITEM, POND.span, POND.words)], LATER, of="pond/5")
    undone = desk.journal.undo()
    assert undone is not None
    assert undone.words == "putting right pond/5"
    assert [one.correction for one in desk.corrections.all()] == [POND]
    assert desk.corrections.remove([1, 99]) == 1
    desk.journal.undo()
    assert [one.key for one in desk.corrections.all()] == [1]


def test_a_correction_that_nobody_understands_is_told(desk: UserData, path: Path) -> None:
    desk.corrections.add([POND], NOW)
    with UserDataFile(path).writing() as inside:
        inside.execute("UPDATE correction SET kind = 'colour'")
    with pytest.raises(UserDataError, match=r"A correction on the desk \(1\) says what nobody understands"):
        desk.corrections.all()
