"""Every form of words that announces a decision, and those that only look like one."""

import pytest

from store.model import Resolution
from store.parse.decisions.markers import WORDS, formal_markers
from tests.store.parse.reading import item_of, meeting_of


def resolutions(body: str) -> tuple[Resolution, ...]:
    return item_of(body).resolutions


@pytest.mark.parametrize(
    ("body", "marker", "text"),
    [
        ("RESOLVED: That it be noted.", "RESOLVED:", "That it be noted."),
        ("RESOLVED- That it be noted.", "RESOLVED-", "That it be noted."),
        ("RESOLVED That it be noted.", "RESOLVED", "That it be noted."),
        ("RESOLVED, that: it be noted.", "RESOLVED, that:", "it be noted."),
        ("RESOLVED:That it be noted.", "RESOLVED:", "That it be noted."),
        ("RESOLVED: (Unanimously) That it be noted.", "RESOLVED: (Unanimously)", "That it be noted."),
        ("UNANIMOUSLY RESOLVED that it be noted.", "RESOLVED", "that it be noted."),
        ("It was RESOLVED that: it be noted.", "RESOLVED that:", "it be noted."),
        ("81.2 RESOLVED that: - it be noted.", "RESOLVED that: -", "it be noted."),
        ("1.4 RESOLVED: it be noted.", "RESOLVED:", "it be noted."),
        ("Resolved - That it be noted.", "Resolved -", "That it be noted."),
        ("Resolved: - That it be noted.", "Resolved: -", "That it be noted."),
        ("AND following a show of hands RESOLVED that it be noted.", "RESOLVED", "that it be noted."),
        ("Harbour Committee resolved to note it.", "resolved", "to note it."),
        ("The Committee resolves in accordance with the rules to note it.", "resolves", "in accordance with the rules to note it."),  # noqa: E501
        ("The Council resolved:- that it be noted.", "resolved:-", "that it be noted."),
        ("After that, it was therefore resolved to note it.", "resolved", "to note it."),
        ("Members considered and RESOLVED to note it.", "RESOLVED", "to note it."),
        ("RESOLVED - T H A T it be noted.", "RESOLVED -", "T H A T it be noted."),
        ("AGREED that: it be noted.", "AGREED that:", "it be noted."),
        ("AGREED (with 34 votes for and 1 against) that: it be noted.", "AGREED (with 34 votes for and 1 against) that:", "it be noted."),  # noqa: E501
        ("AGREED - T H A T it be noted.", "AGREED -", "T H A T it be noted."),
        ("Agreed that - it be noted.", "Agreed that -", "it be noted."),
        ("It was AGREED that it be noted.", "AGREED", "that it be noted."),
        ("Members AGREED that it be noted.", "AGREED", "that it be noted."),
        ("Unanimously AGREED to recommend APPROVAL", "AGREED", "to recommend APPROVAL"),
        ("DECIDED: That it be noted.", "DECIDED:", "That it be noted."),
        ("Decision\n\nThat it be noted.", "Decision", "That it be noted."),
        ("CARRIED:\n\nThat it be noted.", "CARRIED:", "That it be noted."),
        ("RECOMMENDED - T H A T it be noted.", "RECOMMENDED -", "T H A T it be noted."),
        ("The Board NOTED the report.", "NOTED", "the report."),
        ("PENDERFYNWYD: Bod hyn yn gywir.", "PENDERFYNWYD:", "Bod hyn yn gywir."),
        ("Moladh an rún agus glacadh leis: “Go bhfágfar é.”", "glacadh leis:", "Go bhfágfar é."),
        ("And Resolved:\n\n“That it be noted.”", "Resolved:", "That it be noted."),
        ("Noted.", None, "Noted."),
    ],
)  # fmt: skip
def test_a_decision_is_announced_in_many_forms(body: str, marker: str | None, text: str) -> None:
    (resolution,) = resolutions(body)
    assert (resolution.marker, [clause.text for clause in resolution.clauses]) == (marker, [text])


@pytest.mark.parametrize(
    "body",
    [
        "It is RECOMMENDED that the pier be sold.",
        "Members are RECOMMENDED to sell it.",
        "To RESOLVE that the public be excluded.",
        "At its meeting in May the Council had RESOLVED that it be sold.",
        "The motion read: “The Council RESOLVED that it be sold.”",
        "At its meeting in May the Council resolved to sell it.",
        "Resolved: (For information only)",
        "Outstanding: (Clerk to Resolve All)",
        "The Resolution was read out.",
        "The fault was resolved.",
        "The election was DECLARED void.",
        "That was all that could be said.",
    ],
)
def test_what_looks_like_a_decision_may_be_none(body: str) -> None:
    assert resolutions(body) == ()


def test_prose_decides_where_no_marker_does() -> None:
    prose = "The rope was old. It was agreed to buy another. It would be blue."
    (resolution,) = resolutions(prose)
    assert [clause.text for clause in resolution.clauses] == ["to buy another."]
    assert [one.marker for one in resolutions(f"{prose}\n\nRESOLVED: That it be noted.")] == ["RESOLVED:"]


def test_a_motion_in_quotation_marks_may_go_over_paragraphs() -> None:
    (resolution,) = resolutions(
        "And Resolved:\n\n“That the pier be painted,\n\nand that it be painted green.”\n\nThey went home."
    )
    assert resolution.clauses[0].text == "That the pier be painted, and that it be painted green."


def test_decision_and_minutes_that_say_the_same_decide_once() -> None:
    meeting = meeting_of(
        """
        Harbour Panel

        4 June 2019

        No. Item

        1.

        The Pier

        Decision:

        That the pier be sold.

        Minutes:

        It was old.

        RESOLVED: That the pier be sold.

        2.

        The Crane

        Decision:

        That the crane be kept.
        """
    )
    assert [[one.marker for one in item.resolutions] for item in meeting.items] == [["RESOLVED:"], ["Decision:"]]


def test_the_reasons_are_no_part_of_the_decision() -> None:
    (resolution,) = resolutions(
        "RESOLVED:\n\n(1) That it be sold.\n\nREASON FOR DECISION: It was old.\n\n(2) It was green."
    )
    assert [clause.label for clause in resolution.clauses] == ["(1)"]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("RESOLVED:\n\n(1) | That a be so.\n\n(2) | That b be so.", ["(1)", "(2)"]),
        ("RESOLVED: 1) Ash to write. 2) Elm to read it.", ["1)", "2)"]),
        ("RESOLVED that (i) a be so; and (ii) b be so.", [None]),
        ("RESOLVED:\n\nA: That a be so.\n\nB: That b be so.", ["A:", "B:"]),
        ("RESOLVED that:\n\n• a be so;\n\n• b be so.", ["•", "•"]),
        ("RESOLVED - That Cabinet:\n\na. approve it;\n\ni. at once;\n\nii. in full;\n\nb. note it.", ["a.", "b."]),
        ("RESOLVED:\n\n1. That a be so.\n\nPage 2 of 3\n\n2. That b be so.", ["1.", "2."]),
        ("RESOLVED That\n\n(i) a be so; and\n\n(ii) b be so.", ["(i)", "(ii)"]),
    ],
)
def test_clauses_are_labelled_in_many_ways(body: str, labels: list[str | None]) -> None:
    (resolution,) = resolutions(body)
    assert [clause.label for clause in resolution.clauses] == labels


@pytest.mark.parametrize(
    ("beside", "mover", "seconder"),
    [
        ("Moved by Cllr Ash - Seconded by Cllr Elm\n\nRESOLVED: That it be so.", "Cllr Ash", "Cllr Elm"),
        ("It was moved by Cllr Ash, seconded by Cllr Elm and RESOLVED: That it be so.", "Cllr Ash", "Cllr Elm"),
        ("Proposed by Councillor O’Dea;\nSeconded by Councillor Ó Cléirigh;\nAnd Resolved:\n\n“That it be so.”", "Councillor O’Dea", "Councillor Ó Cléirigh"),  # noqa: E501
        ("RESOLVED: That it be so.\n\nProposed by:\n\nCllr Ash\n\nSeconded by:\n\nCllr Elm", "Cllr Ash", "Cllr Elm"),
        ("RESOLVED: That it be so. Proposed Cllr Ash, seconded Cllr Elm all in agreement.", "Cllr Ash", "Cllr Elm"),
        ("RESOLVED: That it be so. Prop. GK, 2nd JR, All agreed.", "GK", "JR"),
        ("RESOLVED: That it be so. (Proposed by Mr D Ash and seconded by Mr N Elm)", "Mr D Ash", "Mr N Elm"),
        ("Ar moladh Cmhlr. Ash, Cuidithe ag Cmhlr. Elm\n\nRESOLVED: That it be so.", "Cmhlr. Ash", "Cmhlr. Elm"),
        ("Proposed by Councillor Ash (J); seconded by Councillor Ash (M)\n\nRESOLVED: That it be so.", "Councillor Ash (J)", "Councillor Ash (M)"),  # noqa: E501
        ("Moved by Cllr Ash,\nSeconded by Cllr Elm;\n\n“That it be so.”\n\nThe motion was put to the vote and carried.", "Cllr Ash", "Cllr Elm"),  # noqa: E501
    ],
)  # fmt: skip
def test_who_moved_and_who_seconded_stand_in_many_forms(beside: str, mover: str, seconder: str) -> None:
    (resolution,) = resolutions(beside)
    assert (resolution.mover, resolution.seconder) == (mover, seconder)
    assert [clause.text for clause in resolution.clauses] == ["That it be so."]


@pytest.mark.parametrize(
    ("beside", "vote"),
    [
        ("RESOLVED: That it be so.\n\nFor: 35\nAgainst: 0\nAbstentions: 21", "For: 35, Against: 0, Abstentions: 21"),
        ("RESOLVED: That it be so.\n\nFOR:          29       TWENTY NINE", "FOR: 29 TWENTY NINE"),
        ("RESOLVED (by 29 votes to 24) that: it be so.", "by 29 votes to 24"),
        ("RESOLVED: That it be so.\n\nCarried by 29 votes to 24 (see division 1).", "Carried by 29 votes to 24 (see division 1)"),  # noqa: E501
        ("It was voted 5 - 1.\n\nRESOLVED: That it be so.", "voted 5 - 1"),
        ("RESOLVED unanimously that it be so.", "unanimously"),
    ],
)  # fmt: skip
def test_a_vote_is_kept_as_printed(beside: str, vote: str) -> None:
    (resolution,) = resolutions(beside)
    assert resolution.vote == vote


@pytest.mark.parametrize("example", [example for _, _, example in WORDS])
def test_every_word_that_announces_a_decision_does_in_its_example(example: str) -> None:
    assert next(formal_markers(f"{example} it be so.")).start == 0
