"""Motions and markers as councils, boards and clubs of many countries write them."""

import pytest

from store.model import Form, Resolution, Result
from tests.store.parse.reading import item_of


def resolutions(body: str) -> tuple[Resolution, ...]:
    return item_of(f"The rope is old.\n\n{body}\n\nThe Clerk spoke.").resolutions


@pytest.mark.parametrize(
    ("body", "text", "mover", "seconder"),
    [
        ("RESOLVED (proposed Cllr Ash, seconded Cllr Elm) to mend the gate.", "to mend the gate", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("It was AGREED (proposed AB, seconded CD) that the gate be mended.", "that the gate be mended", "AB", "CD"),
        ("RESOLVED Cllr Ash proposed, Cllr Elm seconded, to mend the gate.", "to mend the gate", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("It was agreed, on the proposal of Cllr Ash, seconded by Cllr Elm, to mend it.", "to mend it", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("It was agreed on the proposal of Cllr Ash, seconded by Cllr Elm to mend it.", "to mend it", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("MOVED Ash SECONDED Elm THAT the gate be mended. CARRIED", "THAT the gate be mended", "Ash", "Elm"),
        ("Moved by Ash, supported by Elm, to mend it. Ayes: 5. Nays: 0. Motion declared adopted.", "to mend it", "Ash", "Elm"),  # noqa: E501
        ("MOTION (Ash/Elm): To mend the gate. Passed 4-0.", "To mend the gate", "Ash", "Elm"),
        ("Ash/Elm - That the gate be mended. Carried", "That the gate be mended", "Ash", "Elm"),
        ("#45-19 Ash/Elm: That the gate be mended. CARRIED", "That the gate be mended", "Ash", "Elm"),
        ("Ash moved, seconded by Elm, to mend it. On roll call the vote was Ash yes, Fir no, Elm yes.", "to mend it", "Ash", "Elm"),  # noqa: E501
        ("Motion made by Ash and seconded by Elm to mend it. All voted in favor. Motion carried.", "to mend it", "Ash", "Elm"),  # noqa: E501
        ("Motion by Ash, seconded by Elm to mend it. The cost was discussed. Motion carried.", "to mend it", "Ash", "Elm"),  # noqa: E501
        ("Proposal by Mr Ash that the bills be paid, seconded Mrs Elm. Carried.", "that the bills be paid", "Mr Ash", "Mrs Elm"),  # noqa: E501
        ("Mr. Ash made a motion to mend it. Mrs. Elm seconded the motion. All voted aye; motion carried.", "to mend it", "Mr. Ash", "Mrs. Elm"),  # noqa: E501
        ("Mr. Ash moved, seconded by Mr. Elm, to mend it. Roll call: Ash, yes; Elm, yes; Fir, no. Motion passed.", "to mend it", "Mr. Ash", "Mr. Elm"),  # noqa: E501
        ("Ash moved, Elm 2nd, to mend it. Passed.", "to mend it", "Ash", "Elm"),
        ("Ash moved to mend it, Elm 2nd. Passed.", "to mend it", "Ash", "Elm"),
        ("A motion was made by Ash, seconded by Elm, to mend it. Ayes all.", "to mend it", "Ash", "Elm"),
        ("Ash moved to mend it. Elm seconded. So voted, 3-0.", "to mend it", "Ash", "Elm"),
        ("Ash moved to mend the steps 6-8. Elm seconded. Final Resolution: Motion Carries", "to mend the steps 6-8", "Ash", "Elm"),  # noqa: E501
        ("2017-88 Ash, Elm:\n\nThat the gate be mended.\n\nCarried.", "That the gate be mended", "Ash", "Elm"),
        ("MOTION to mend it — Ash/Elm — passed.", "to mend it", "Ash", "Elm"),
        ("Approved the budget on a motion by Ash, second by Elm.", "Approved the budget", "Ash", "Elm"),
        ("Resolution 2019-7: That the gate be mended. Proposed Cllr Ash, seconded Cllr Elm. Carried.", "That the gate be mended", "Cllr Ash", "Cllr Elm"),  # noqa: E501
        ("The committee proposed a rise of £10. This was carried by 17 votes to 4.", "a rise of £10", "The committee", None),  # noqa: E501
    ],
)  # fmt: skip
def test_a_motion_is_read_with_who_moved_it(body: str, text: str, mover: str, seconder: str | None) -> None:
    (one,) = resolutions(body)
    assert (one.clauses[0].text.rstrip("."), one.mover, one.seconder) == (text, mover, seconder)
    assert one.result is Result.CARRIED


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("RESOLVED on a show of hands that the gate be mended.", "that the gate be mended"),
        ("RESOLVED (5-0) to mend the gate.", "to mend the gate"),
        ("Resolved, that the gate be mended.", "that the gate be mended"),
        ("Therefore it is RESOLVED that the gate be mended.", "that the gate be mended"),
        ("BE IT RESOLVED by the Mayor and Council that the gate be mended.", "that the gate be mended"),
        ("The old gate fell. The LGB APPROVED the price of £400.", "the price of £400"),
        ("VOTED: That the gate be mended.", "That the gate be mended"),
        ("RESOLUTION: Mend the gate by May.", "Mend the gate by May"),
        ("Decision made: The gate will be mended.", "The gate will be mended"),
        ("AGREED to mend the gate (5 for, 0 against).", "to mend the gate"),
        ('It was proposed by Cllr Ash, seconded by Cllr Elm and RESOLVED "That it be mended."', "That it be mended"),
        ("RESOLVED: That the gate be mended. ACTION: Clerk to write.", "That the gate be mended"),
        ("RES: The gate to be mended.", "The gate to be mended"),
        ("The hinge broke. RES: to mend the gate.", "to mend the gate"),
        ("R E S O L V E D: That the gate be mended.", "That the gate be mended"),
        ("A G R E E D - that the gate be mended.", "that the gate be mended"),
        ("Res: that the gate be mended.", "that the gate be mended"),
        ("RESOLVED FURTHER THAT the gate be mended.", "THAT the gate be mended"),
        ("2019/41 RESOLVED that the gate be mended.", "that the gate be mended"),
        (
            '"RESOLVED THAT the gate be mended."\n\nProposed by: Mr Ash\n\nSeconded by: Mr Elm\n\nPassed.',
            "THAT the gate be mended",
        ),
    ],
)
def test_a_marker_is_read_with_its_words_and_no_others(body: str, text: str) -> None:
    (one,) = resolutions(body)
    assert (one.form, one.clauses[0].text.rstrip(".")) == (Form.FORMAL, text)


@pytest.mark.parametrize(
    "body",
    [
        "RES: 2019-41",
        '"RESOLVED that the public be excluded." was not moved.',
        "The Chief Clerk said: RES stands for residents.",
    ],
)
def test_what_only_looks_like_such_a_marker_decides_nothing(body: str) -> None:
    assert not resolutions(body)


@pytest.mark.parametrize(
    ("body", "mover", "result"),
    [
        ("2019/41 RESOLVED (Cr Ash / Cr Elm)\n\nThat the gate be mended.\n\nCARRIED", "Cr Ash", Result.CARRIED),
        ("2019/41 MOTION (Cr Ash / Cr Elm)\n\nThat the gate be mended.\n\nLOST", "Cr Ash", Result.LOST),
    ],
)
def test_who_moved_stands_in_brackets_over_what_was_moved(body: str, mover: str, result: Result) -> None:
    (one,) = resolutions(body)
    assert (one.clauses[0].text, one.mover, one.seconder, one.result) == (
        "That the gate be mended.",
        mover,
        "Cr Elm",
        result,
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The Clerk to write to the farmer. RESOLVED", "The Clerk to write to the farmer"),
        ("It was the consensus that the fair be held in May.", "that the fair be held in May"),
        ("Ash asked for a motion to mend the gate. Elm so moved. Fir seconded. Motion carried.", "to mend the gate"),
        ("Recommendation: that the gate be mended. AGREED.", "that the gate be mended"),
        ("Motion to adjourn. Moved: Ash, Seconded: Elm. Carried.", "to adjourn"),
        ("On motion of Ash, seconded by Elm, voted to mend the gate.", "to mend the gate"),
        ("It was agreed, after a long talk, to mend the gate.", "to mend the gate"),
        ("Agreed as a true record.", "as a true record"),
    ],
)
def test_words_that_were_agreed_to_are_read_without_what_introduces_them(body: str, text: str) -> None:
    (one,) = resolutions(body)
    assert one.clauses[0].text.rstrip(".") == text


@pytest.mark.parametrize(
    "body",
    [
        "Upon roll call, all voted aye.",
        "AGREED ACTION: Clerk to mend the gate.",
        "OFFICER RECOMMENDATION\n\nThat the gate be mended.",
        "It is RECOMMENDED that the gate be mended.",
        "Motion by Ash to mend the gate.",
    ],
)
def test_votes_actions_and_recommendations_decide_nothing(body: str) -> None:
    assert resolutions(body) == ()


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("Ash moved to mend the gate. The motion was tabled until May.", Result.DEFERRED),
        ("Ash moved, seconded by Elm, to mend it. On roll call the vote was Ash yes, Fir no, Elm no.", Result.LOST),
        ("An amendment by Cllr Elm to remove the gate was not seconded.", Result.LOST),
        ("Mrs Elm proposed closing the gate at dusk, there was no seconder.", Result.LOST),
        ("Ash/Elm - That the gate be mended. Defeated", Result.LOST),
    ],
)
def test_a_motion_that_did_not_pass_is_told_as_such(body: str, result: Result) -> None:
    (one,) = resolutions(body)
    assert one.result is result


def test_a_motion_to_adjourn_is_decided_although_it_closes_the_meeting() -> None:
    (one,) = item_of("Motion by Ash, supported by Elm, to adjourn at 8:12 p.m. Motion carried.").resolutions
    assert (one.clauses[0].text, one.mover) == ("to adjourn at 8:12 p.m.", "Ash")


def test_what_goes_on_with_a_decision_is_of_it() -> None:
    (one,) = resolutions(
        "BE IT RESOLVED THAT the gate be mended;\n\nAND FURTHER THAT the key be kept by the Clerk.\n\nCARRIED"
    )
    assert one.clauses[0].text == "THAT the gate be mended; AND FURTHER THAT the key be kept by the Clerk."


def test_a_motion_without_names_is_read_by_its_result() -> None:
    (one,) = resolutions("17-230 MOVED and SECONDED\n\nTHAT the gate be mended.\n\nCARRIED UNANIMOUSLY")
    assert (one.clauses[0].text, one.result) == ("THAT the gate be mended.", Result.CARRIED)
