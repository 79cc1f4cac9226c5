"""Prose that decides, and prose that only tells of agreement."""

import pytest

from store.model import Form, Resolution, Result
from store.parse.decisions.agreement import FORMS, AgreementForm, agreements
from store.parse.decisions.ends import ENDS
from store.parse.decisions.results import ABOUT, RESULTS, result_told, tells_result
from store.parse.decisions.trailing import STATED
from store.parse.decisions.votes import PAIRS, VOTES
from tests.store.parse.reading import item_of


def resolutions(body: str) -> tuple[Resolution, ...]:
    return item_of(body).resolutions


def decided(body: str) -> list[str]:
    return [clause.text for one in resolutions(body) for clause in one.clauses if one.result.decides]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_finds_its_own_example(form: AgreementForm) -> None:
    (found,) = agreements(form.example, 0, len(form.example))
    assert found.name == form.name


@pytest.mark.parametrize(("name", "pattern", "example"), [*ENDS, *VOTES, *PAIRS], ids=lambda value: str(value)[:30])
def test_every_pattern_finds_its_own_example(name: str, pattern: object, example: str) -> None:
    assert pattern.search(example), name  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "pattern", "example"), STATED, ids=lambda value: str(value)[:30])
def test_a_statement_is_known_from_its_beginning(name: str, pattern: object, example: str) -> None:
    assert pattern.match(example), name  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "result", "pattern", "example"), RESULTS, ids=lambda value: str(value)[:30])
def test_every_result_is_told_by_its_own_example(name: str, result: Result, pattern: object, example: str) -> None:
    assert result_told(example) is result, (name, pattern)


@pytest.mark.parametrize(("name", "pattern", "example"), ABOUT, ids=lambda value: str(value)[:30])
def test_what_became_of_a_motion_is_told_in_a_sentence_of_its_own(name: str, pattern: object, example: str) -> None:
    assert tells_result(example), (name, pattern)
    assert not tells_result("It was agreed that the gate be mended.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The rope was old. It was agreed to buy another.", "to buy another."),
        ("It was agreed ropes will be kept by the gate.", "ropes will be kept by the gate."),
        ("It was agreed by the Board that it would sell the crane.", "that it would sell the crane."),
        ("It was agreed by majority that Cllr. Ash see Mr. Elm.", "that Cllr. Ash see Mr. Elm."),
        ("The majority agreed to the sale.", "to the sale."),
        ("After some talk the Parish Council resolved that the hedge be cut.", "that the hedge be cut."),
        ("A bill came for the grass, resolved to pay £60.", "to pay £60."),
        ("M/S/A to let Tom Elm go ahead with it.", "to let Tom Elm go ahead with it."),
        ("Cllr Ash asked that the fee be raised. This was approved by all present.", "that the fee be raised"),
        ("The hedge to be cut. Agreed.", "The hedge to be cut"),
        ("The Clerk asked if the rules might be kept, this was agreed.", "The Clerk asked if the rules might be kept"),
    ],
)  # fmt: skip
def test_prose_decides_in_its_own_words(body: str, text: str) -> None:
    (one,) = resolutions(body)
    assert (one.form, [clause.text.rstrip(".") for clause in one.clauses]) == (Form.PROSE, [text.rstrip(".")])


@pytest.mark.parametrize(
    ("body", "text", "mover", "seconder"),
    [
        ("It was proposed by R. Ash and seconded by Mrs. Elm that the fees be raised.", "that the fees be raised", "R. Ash", "Mrs. Elm"),  # noqa: E501
        ("Proposed G. Ash and seconded D. Elm that a claim be made - unanimously agreed.", "that a claim be made", "G. Ash", "D. Elm"),  # noqa: E501
        ("Mr Ash proposed and Mrs Elm seconded that the price be accepted.", "that the price be accepted", "Mr Ash", "Mrs Elm"),  # noqa: E501
        ("Cllr Ash proposed approval for payment seconded by Cllr Mrs Elm.", "approval for payment", "Cllr Ash", "Cllr Mrs Elm"),  # noqa: E501
        ("Cllr Ash proposed that Cllr Fir sign, this was seconded by Cllr Elm.", "that Cllr Fir sign", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("Cllr Ash proposed that the hedge be cut, seconded by Cllr Elm. All in favour.", "that the hedge be cut", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("Motion by Ann Ash, second by Tom Elm to cut the hedge. Motion carried.", "to cut the hedge", "Ann Ash", "Tom Elm"),  # noqa: E501
        ("Ash moved to cut the hedge. Elm seconded the motion. The motion passed 4-0.", "to cut the hedge", "Ash", "Elm"),  # noqa: E501
        ("On the proposal of Cllr Ash, seconded by Cllr Elm, it was agreed to go on.", "to go on", "Cllr Ash", "Cllr Elm"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_motion_inside_a_sentence_has_its_mover_and_seconder(body: str, text: str, mover: str, seconder: str) -> None:
    (one,) = resolutions(body)
    assert [clause.text.rstrip(".") for clause in one.clauses] == [text]
    assert (one.mover, one.seconder, one.result) == (mover, seconder, Result.CARRIED)


@pytest.mark.parametrize(
    "body",
    [
        "At its meeting in May the Council agreed to sell the crane.",
        "It had been agreed that the crane be sold.",
        "Mr Ash reported that it was agreed that the crane be sold.",
        "The Clerk agreed to write to the owner.",
        "It was agreed with the firm that the crane be sold.",
        "As it was agreed to sell the crane, nothing was done.",
        "The traders’ association supported the work, and the residents’ group agreed to help.",
        "Cllr Ash proposed that the hedge be cut.",
        "The motion was proposed by Cllr Ash and seconded by Cllr Elm.",
    ],
)
def test_what_only_tells_of_agreement_decides_nothing(body: str) -> None:
    assert resolutions(body) == ()


def test_one_formal_marker_does_not_switch_off_the_prose_of_other_items() -> None:
    assert decided("It was agreed that the carts be green.\n\nRESOLVED that the bins be blue.") == [
        "that the carts be green.",
        "that the bins be blue.",
    ]


@pytest.mark.parametrize(
    ("body", "result"),
    [
        (
            "It was proposed by Cllr Ash and seconded by Cllr Elm that the pier be sold. The motion was LOST.",
            Result.LOST,
        ),
        ("Cllr Ash proposed that the pier be sold, seconded by Cllr Elm. For: 2 Against: 5", Result.LOST),
        ("Cllr Ash proposed that the pier be sold, seconded by Cllr Elm. The motion was withdrawn.", Result.WITHDRAWN),
        ("It was agreed to defer the sale of the pier.", Result.DEFERRED),
        ("This item was deferred until June.", Result.DEFERRED),
    ],
)
def test_a_motion_has_the_result_that_is_told_of_it(body: str, result: Result) -> None:
    (one,) = resolutions(body)
    assert one.result is result


@pytest.mark.parametrize(
    "told",
    [
        "Members agreed that it was a pity.",
        "All agreed this was a good evening.",
        "The Borough Council agreed to mow the verge.",
    ],
)
def test_what_members_only_thought_or_another_council_did_is_no_decision(told: str) -> None:
    assert item_of(told).resolutions == ()
