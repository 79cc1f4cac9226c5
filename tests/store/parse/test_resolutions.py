"""Resolutions and clauses, one rule at a time."""

import pytest

from store.model import Kind, Resolution
from tests.store.parse.reading import item_of, meeting_of


def resolutions(body: str) -> tuple[Resolution, ...]:
    return item_of(body).resolutions


def labelled(resolution: Resolution) -> list[tuple[str | None, str]]:
    return [(clause.label, clause.text) for clause in resolution.clauses]


@pytest.mark.parametrize(
    ("body", "marker", "kind", "text"),
    [
        ("Resolved: That it be noted.", "Resolved:", "resolved", "That it be noted."),
        ("RESOLVED:\n\nThat it be noted.", "RESOLVED:", "resolved", "That it be noted."),
        ("RESOLVED\n\nIt was noted.", "RESOLVED", "resolved", "It was noted."),
        ("RESOLVED that it be noted.", "RESOLVED", "resolved", "that it be noted."),
        ("It was RESOLVED to note it.", "RESOLVED", "resolved", "to note it."),
        ("RESOLVED - That it be noted.", "RESOLVED -", "resolved", "That it be noted."),
        ("AGREED: That it be noted.", "AGREED:", "agreed", "That it be noted."),
        ("RECOMMENDED: That it be noted.", "RECOMMENDED:", "recommended", "That it be noted."),
        ("That the minutes be signed.", None, "resolved", "That the minutes be signed."),
    ],
)
def test_a_marker_announces_a_resolution(body: str, marker: str | None, kind: str, text: str) -> None:
    (resolution,) = resolutions(body)
    assert (resolution.marker, resolution.kind) == (marker, kind)
    assert labelled(resolution) == [(None, text)]


@pytest.mark.parametrize(
    "body",
    [
        "The minutes were taken as read and confirmed.",
        "The Clerk agreed to try harder.",
        "The firm had agreed that the pier be sold.",
        "To RESOLVE that the public be excluded.",
        "Resolved: (For information only)",
        "The complaint had been resolved by the Clerk.",
        "The Chair asked whether it was agreed that the pier be sold.",
        "They considered the motion:\n\nThat the pier be painted.",
    ],
)
def test_words_that_only_sound_like_a_decision_are_none(body: str) -> None:
    assert resolutions(body) == ()


def test_clauses_keep_their_printed_labels_and_a_label_left_out_stays_out() -> None:
    (resolution,) = resolutions(
        """
        Resolved: (i) That the pier be painted;

        - (ii) That the following be thanked:
         - Ann Oak
         - Tom Fir
        - (iv) That the bill be paid.
        """
    )
    assert labelled(resolution) == [
        ("(i)", "That the pier be painted;"),
        ("(ii)", "That the following be thanked:"),
        ("(iv)", "That the bill be paid."),
    ]
    assert [clause.value for clause in resolution.clauses] == [1, 2, 4]
    assert [point.text for point in resolution.clauses[1].points] == ["Ann Oak", "Tom Fir"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("That the findings be supported and referred to the Cabinet for consideration.", {"referred": "the Cabinet"}),
        (
            "That approval of the slate be delegated to the Head of Piers and Quays.",
            {"delegated": "the Head of Piers and Quays"},
        ),
        ("That a decision be deferred until the survey is done, and no longer.", {"deferred": "the survey is done"}),
        ("That the budget be recommended to Full Council.", {"recommended": "Full Council"}),
        ("That it be referred back to officers.", {}),
        ("That the report be noted.", {}),
    ],
)
def test_an_outcome_has_its_target_where_one_is_named(text: str, targets: dict[str, str]) -> None:
    (resolution,) = resolutions(f"Resolved: {text}")
    assert dict(resolution.clauses[0].targets) == targets


def test_words_before_the_first_clause_introduce_it() -> None:
    (resolution,) = resolutions("RESOLVED\n\nThe Board:\n\n(i)  Noted the tide;\n\n(ii)  Asked for a boat.")
    assert resolution.intro == "The Board:"
    assert labelled(resolution) == [("(i)", "Noted the tide;"), ("(ii)", "Asked for a boat.")]


def test_points_of_another_list_belong_to_the_clause_above_them() -> None:
    (resolution,) = resolutions(
        "RESOLVED:\n\n(1) That the pier be closed to:\n\n(a) carts;\n\n(b) horses;\n\n(2) That it be reopened."
    )
    assert labelled(resolution) == [("(1)", "That the pier be closed to:"), ("(2)", "That it be reopened.")]
    assert [point.label for point in resolution.clauses[0].points] == ["(a)", "(b)"]


def test_a_marker_in_mid_paragraph_divides_discussion_from_decision() -> None:
    item = item_of("It leaked, and was asked about. Resolved: (i) That it be mended.\n\n(ii) That it be noted.")
    assert [(one.kind, one.text) for one in item.paragraphs[1:]] == [
        (Kind.DISCUSSION, "It leaked, and was asked about."),
        (Kind.RESOLUTION, "Resolved: (i) That it be mended."),
        (Kind.RESOLUTION, "That it be noted."),
    ]
    assert len(item.resolutions[0].clauses) == 2


def test_an_item_may_decide_twice() -> None:
    first, second = resolutions("RESOLVED: That it be heard.\n\nIt was heard.\n\nRESOLVED: That it be noted.")
    assert labelled(first) == [(None, "That it be heard.")]
    assert labelled(second) == [(None, "That it be noted.")]


def test_a_list_under_a_single_sentence_follows_it() -> None:
    (resolution,) = resolutions(
        "RESOLVED:\n\nIt was noted that the Board would meet in May.\n\n"
        "Later meetings will be on:\n\n3 June 2024\n\n5 July 2024"
    )
    assert labelled(resolution) == [(None, "It was noted that the Board would meet in May.")]
    assert [one.text for one in resolution.following] == ["Later meetings will be on:", "3 June 2024", "5 July 2024"]


def test_what_the_source_cuts_short_is_kept_and_marked() -> None:
    (resolution,) = (
        meeting_of(
            """
        No. Item

        1.

        The Pier

        Minutes:

        RESOLVED:

        a)    That the pier be painted;

        b)    That the paint be chosen before the  ...  view the full minutes text for item 1.
        """
        )
        .items[0]
        .resolutions
    )
    assert not resolution.complete
    assert [(clause.text, clause.complete) for clause in resolution.clauses] == [
        ("That the pier be painted;", True),
        ("That the paint be chosen before the", False),
    ]


def test_a_marker_over_no_words_decides_nothing() -> None:
    item = item_of("The pier was discussed.\n\nRESOLVED:")
    assert item.resolutions == ()
    assert item.paragraphs[-1].text == "RESOLVED:"


def test_who_moved_and_how_the_vote_went_stand_beside_the_decision() -> None:
    (resolution,) = resolutions(
        "Moved by Councillor Ash, seconded by Councillor Elm:\n\n"
        "RESOLVED: That it be noted.\n\nFor 7, Against 2, Abstentions 1"
    )
    assert (resolution.mover, resolution.seconder) == ("Councillor Ash", "Councillor Elm")
    assert resolution.vote == "For 7, Against 2, Abstentions 1"
    assert labelled(resolution) == [(None, "That it be noted.")]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("That the report be noted.", ("noted",)),
        ("That the strategy be noted and supported by the Group", ("noted", "supported")),
        ("That planning permission be refused.", ("refused",)),
        ("That a decision be deferred until May.", ("deferred",)),
        ("Noted the update;", ("noted",)),
        ("That Mrs Elm be elected Deputy Chairman.", ("appointed",)),
        ("That the findings be supported and referred to the Cabinet.", ("supported", "referred")),
        ("to note the report and to adopt a policy.", ("noted", "approved")),
        ("That the Clerk write to the owner.", ()),
        ("That, subject to the note below, the pier be painted.", ()),
    ],
)
def test_the_outcomes_of_a_clause_are_the_verbs_of_its_decision(text: str, outcomes: tuple[str, ...]) -> None:
    (resolution,) = resolutions(f"Resolved: {text}")
    assert resolution.clauses[0].outcomes == outcomes


def test_a_decision_has_its_own_vote_and_not_that_of_the_decision_before_it() -> None:
    first, second = item_of("AGREED: The gate is mended (+5, 0, -0)\n\nAGREED: The pier is painted").resolutions
    assert (first.clauses[0].text, first.vote) == ("The gate is mended", "+5, 0, -0")
    assert (second.clauses[0].text, second.vote) == ("The pier is painted", None)


def test_a_word_that_decides_alone_behind_a_marker_is_what_was_decided() -> None:
    (only,) = item_of("AGREED: APPROVED").resolutions
    assert (only.marker, only.clauses[0].text) == ("AGREED:", "APPROVED")
