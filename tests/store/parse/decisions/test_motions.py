"""Which of several motions was carried, and what stands set apart as a motion."""

import pytest

from store.model import Form, Resolution, Result
from store.parse.decisions.motions import is_motion, surname
from tests.store.parse.reading import item_of

NOMINATIONS = """
Proposed by Councillor Oak;
Seconded by Councillor Elm;

“That Councillor Ann Ash be elected Mayor.”

Proposed by Councillor Fir;
Seconded by Councillor Yew;

“That Councillor Tom Bay be elected Mayor.”
"""


AMENDED = """
An amendment that the lamps be red was moved by Cllr Ash, seconded by Cllr Elm, and declared LOST.

RESOLVED by 6 votes to 4 that the lamps be green.
"""


def told(body: str) -> list[tuple[str, Result]]:
    return [(one.clauses[0].text, one.result) for one in item_of(body).resolutions]


@pytest.mark.parametrize(
    "behind",
    [
        "The Clerk declared Councillor Ash elected as Mayor.",
        "A vote was taken.\n\nFOR COUNCILLOR ANN ASH: 24\n\nFOR COUNCILLOR TOM BAY: 11",
    ],
)
def test_the_rival_of_who_was_elected_lost(behind: str) -> None:
    assert told(f"{NOMINATIONS}\n{behind}") == [
        ("That Councillor Ann Ash be elected Mayor.", Result.CARRIED),
        ("That Councillor Tom Bay be elected Mayor.", Result.LOST),
    ]


def test_a_motion_of_which_nothing_more_is_told_decides_nothing() -> None:
    assert told(NOMINATIONS) == []


def test_a_motion_in_quotation_marks_has_those_who_moved_it() -> None:
    first, second = item_of(f"{NOMINATIONS}\nThe Clerk declared Councillor Ash elected as Mayor.").resolutions
    assert (first.mover, first.seconder, first.form) == ("Councillor Oak", "Councillor Elm", Form.FORMAL)
    assert (second.mover, second.seconder) == ("Councillor Fir", "Councillor Yew")


@pytest.mark.parametrize(
    ("body", "results"),
    [
        ("MOTION: That the shed be sold. Proposed: Cllr Ash. Seconded: Cllr Elm. Motion defeated.", [Result.LOST]),
        (AMENDED, [Result.LOST, Result.CARRIED]),
        ("It was NOT RESOLVED to ban dogs.", [Result.LOST]),
        ("RECOMMENDED: That the signs be replaced. The recommendation was not accepted.", [Result.LOST]),
    ],
)  # fmt: skip
def test_a_lost_motion_is_kept_with_its_result(body: str, results: list[Result]) -> None:
    assert [one.result for one in item_of(body).resolutions] == results


def test_what_was_moved_before_a_formal_decision_is_that_decision() -> None:
    (one,) = item_of("It was proposed by Cllr Ash and seconded by Cllr Elm that Cllr Fir be Chairman.\n\n"
                     "RESOLVED: That Cllr Fir be Chairman.").resolutions  # fmt: skip
    assert isinstance(one, Resolution)
    assert (one.mover, one.seconder, one.form) == ("Cllr Ash", "Cllr Elm", Form.FORMAL)


def test_clauses_without_a_marker_decide_where_the_item_has_nothing_else() -> None:
    (one,) = item_of("(1) That the pier be kept.\n\n(2) That the crane be sold.").resolutions
    assert (one.form, [clause.label for clause in one.clauses]) == (Form.BARE, ["(1)", "(2)"])


@pytest.mark.parametrize(
    ("text", "name"), [("That Cllr A. Ash be elected Mayor", "ash"), ("That the pier be sold", None)]
)
def test_a_motion_for_a_person_is_known_by_the_name(text: str, name: str | None) -> None:
    assert surname(text) == name


def test_only_what_a_quotation_moves_is_a_motion() -> None:
    assert is_motion("“That the pier be sold.”")
    assert not is_motion("“Quite so,” said the Mayor.")


@pytest.mark.parametrize(
    ("end", "result"), [("CARRIED", Result.CARRIED), ("Defeated", Result.LOST), ("CARRIED UNANIMOUSLY", Result.CARRIED)]
)
def test_a_motion_under_those_who_moved_it_has_the_result_below_it(end: str, result: Result) -> None:
    body = f"Moved by Councillor Ash\n\nSeconded by Councillor Elm\n\nTHAT the fees be raised.\n\n{end}"
    (one,) = item_of(body).resolutions
    assert (one.mover, one.seconder, one.result) == ("Councillor Ash", "Councillor Elm", result)
    assert one.clauses[0].text == "THAT the fees be raised."
