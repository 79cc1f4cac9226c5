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


MOTIONS_TOLD = [
    ("Ms. Ash moved to mend it. Seconded by Mr. Elm.\n\nAYES: Ash, Elm\nNAYS: Oak\n\nMotion carried.", "to mend it."),
    ("Motion: Member Ash moved to mend the gate; Member Elm seconded.\nVote: 4-0 in favor.", "to mend the gate"),
    ("Motion by Ash, support by Elm to mend it. Roll call: Ayes: Ash. Nays: none. Motion carried.", "to mend it."),
    ("Motion by Ash, 2nd by Elm to mend the gate. MC", "to mend the gate."),
    ("A motion was made by Ash and seconded by Elm to sell Lot B. The motion was carried by 4 to 1.", "to sell Lot B."),
    ("Mr. Ash moved to mend the gate, seconded by Ms. Elm. Voted 3-0.", "to mend the gate"),
    ("Ash moved, with a second from Elm, to mend the gate. All ayes.", "to mend the gate."),
    ("A motion to mend the gate was made by Ash and seconded by Elm. Motion passed.", "to mend the gate"),
    ("M/S/C Ash/Elm to mend the gate. (4-0)", "to mend the gate."),
    ("ACTION: Motion (Ash/Elm) to mend the gate; motion carried 3-1, Member Oak dissenting.", "to mend the gate"),
    ("ACTION: It was moved by Ms. Ash, seconded by Mr. Elm, and carried 4-0 to mend the gate.", "to mend the gate."),
    ("MOTION: To mend the gate. Moved by Ash, seconded by Elm. CARRIED.", "To mend the gate."),
    ("On motion of Mr. Ash, seconded by Mr. Elm, the gate was sold. All in favor.", "the gate was sold."),
    ("Ash moves to mend the gate, Elm seconds. Passed unanimously.", "to mend the gate"),
    ("Ash moved/Elm seconded to mend the gate. Approved.", "to mend the gate."),
    ("It was moved and seconded to mend the gate. Motion carried.", "to mend the gate."),
    ("It was moved, seconded and carried to mend the gate.", "to mend the gate."),
    ("A motion to mend the gate passed unanimously.", "to mend the gate"),
    ("Motion 12/21: That the gate be mended. Proposed by Ash, seconded by Elm. Carried.", "That the gate be mended."),
    ("Motion: To mend the gate\nMoved by: Ash\nSeconded by: Elm\nResult: Carried", "To mend the gate"),
    ("Mr. Ash moved to mend it. Mr. Elm seconded. Roll call: Ash, yes; Elm, yes. Motion carried.", "to mend it."),
    ("DECISION - to mend the gate.", "to mend the gate."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), MOTIONS_TOLD)
def test_a_motion_is_decided_by_the_vote_that_is_told_behind_it(body: str, words: str) -> None:
    assert told(body) == [(words, Result.CARRIED)]


@pytest.mark.parametrize(
    ("body", "results"),
    [
        ("Ash moved to table the matter. The motion died for lack of a second.", [Result.LOST]),
        ("Motion by Ash, support by Elm to hire a clerk. Ayes: Ash. Nays: Oak, Fir. Motion failed.", [Result.LOST]),
        ("Motion by Ash, second by Elm to hire a clerk.", []),
    ],
)  # fmt: skip
def test_a_motion_that_is_not_told_to_be_carried_is_no_decision(body: str, results: list[Result]) -> None:
    assert [one.result for one in item_of(body).resolutions] == results


SET_APART = [
    ("Moved by: Cllr Ash\nSeconded by: Cllr Elm\nTHAT the tender be let.\nAND THAT he sign it.\nCARRIED",
     "THAT the tender be let. AND THAT he sign it."),
    ("Moved by A. Ash, seconded by B. Elm\nTHAT the tender be let.\nCarried. 2019-201", "THAT the tender be let."),
    ("Moved Cr Ash, seconded Cr Elm\nThat the tender be let.\nCARRIED 4/0", "That the tender be let."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), SET_APART)
def test_a_motion_that_stands_between_its_movers_and_its_result_is_decided(body: str, words: str) -> None:
    assert told(body) == [(words, Result.CARRIED)]


def test_a_motion_of_several_clauses_stands_between_its_movers_and_its_result() -> None:
    (one,) = item_of("Moved Cr Ash, seconded Cr Elm\nThat Council:\n1. lets the tender; and\n2. reviews it in June.\n"
                     "CARRIED 3/1").resolutions  # fmt: skip
    assert (one.intro, [clause.label for clause in one.clauses]) == ("That Council:", ["1.", "2."])


def test_a_notice_of_motion_in_quotation_marks_is_decided_by_what_is_told_behind_it() -> None:
    behind = "The motion was proposed by Cllr. Ash, seconded by Cllr. Elm and agreed."
    assert [result for _, result in told(f'"That this Council install a lamp."\n\n{behind}')] == [Result.CARRIED]


def test_the_words_of_a_resolution_begin_behind_its_whole_marker() -> None:
    (one,) = item_of(
        "WHEREAS salt is dear,\n\nNOW, THEREFORE, BE IT RESOLVED, that the Treasurer pay for it."
    ).resolutions
    assert one.clauses[0].text == "that the Treasurer pay for it."


@pytest.mark.parametrize(
    "body",
    [
        "It was RESOLVED on the proposal of Cllr. Ash, seconded by Cllr. Elm, that the gate be mended.",
        "RESOLVED: On the motion of Cllr. Ash, seconded by Cllr. Elm, that the gate be mended.",
        "RESOLVED - proposed by Cllr. Ash, seconded by Cllr. Elm that the gate be mended.",
    ],
)
def test_who_moved_may_stand_between_a_marker_and_its_words(body: str) -> None:
    (one,) = item_of(body).resolutions
    assert (one.clauses[0].text, one.mover, one.seconder) == ("that the gate be mended.", "Cllr. Ash", "Cllr. Elm")


def test_a_word_of_assent_alone_decides_nothing() -> None:
    assert item_of("The Clerk read out the list of trees.\n\nApproved.").resolutions == ()


def test_a_word_of_assent_behind_a_motion_is_its_vote_and_no_decision_more() -> None:
    (one,) = item_of('Proposed by Cllr Ash, seconded by Cllr Elm: "That the plan be adopted." Agreed.').resolutions
    assert one.clauses[0].text == "That the plan be adopted."
