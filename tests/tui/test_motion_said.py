"""What is said of a motion under its words: only what they do not say themselves."""

import pytest

from store.model import Form, Result
from store.views.view_lines import ClauseLine, ResolutionLine
from tui.pages.spoken import kind_said, motion_said

PROSE, FORMAL = Form.PROSE.value, Form.FORMAL.value
CARRIED, LOST, DEFERRED = Result.CARRIED.value, Result.LOST.value, Result.DEFERRED.value


def motion(marker: str | None = None, text: str = "that the roof be mended", **said: str | None) -> ResolutionLine:
    clause = ClauseLine("a/b/2023-03-02/1/r1", None, text, (), (), complete=True)
    return ResolutionLine(
        "a/b/2023-03-02/1/r1",
        marker,
        "agreed",
        None,
        (),
        complete=True,
        start=0,
        end=1,
        clauses=(clause,),
        **{"form": FORMAL, "result": CARRIED, **said},  # type: ignore[arg-type]  # which field, mypy cannot tell
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (motion("RESOLVED:"), None),
        (motion(form=PROSE), "carried"),
        (motion(result=LOST), "lost"),
        (motion(result=DEFERRED), "deferred"),
        (motion(vote="7–2"), "carried 7–2"),
        (motion(vote="3 for, 4 against", result=LOST), "lost 3 for, 4 against"),
        (motion(vote="All agreed"), "carried: All agreed"),
        (motion(vote="Carried unanimously"), "Carried unanimously"),
        (motion("CARRIED (7–2):", vote="7–2"), None),
        (motion(mover="Cllr Crisp", seconder="Cllr Vane"), "moved by Cllr Crisp, seconded by Cllr Vane"),
        (motion("Cllr Crisp moved", mover="Cllr Crisp", seconder="Cllr Vane"), "seconded by Cllr Vane"),
        (
            motion(result=LOST, vote="2-5", mover="Cllr Crisp"),
            "lost 2-5 · moved by Cllr Crisp",
        ),
    ],
)
def test_result_vote_mover_and_seconder_are_said_where_the_words_do_not(one: ResolutionLine, said: str | None) -> None:
    assert motion_said(one) == said


def test_what_is_printed_beside_a_motion_is_not_said_again() -> None:
    one = motion(mover="Cllr Crisp", seconder="Cllr Vane", vote="7–2")
    assert motion_said(one, "Cllr Crisp moved, 7–2 for it.") == "seconded by Cllr Vane"


@pytest.mark.parametrize(("result", "kind"), [(CARRIED, "agreed"), (DEFERRED, "agreed"), (LOST, "lost")])
def test_a_motion_that_decided_nothing_is_called_by_what_became_of_it(result: str, kind: str) -> None:
    assert kind_said(motion(result=result)) == kind
