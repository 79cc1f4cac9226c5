"""What a text claims: which words, and which place goes with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.permalinks.committees import Committee
from store.verify.claim import Claim, Reference
from store.verify.claim_finder import find_claims
from store.verify.references import Mentions

GROUP, PLANNING, PARISH, HIGHWAYS = 1, 2, 3, 4
MENTIONS = Mentions(
    {
        GROUP: Committee("Scrutiny Housing Repairs Group", "shrg", "Eastmarsh Borough Council", "eastmarsh"),
        PLANNING: Committee("Planning Committee", "planning-committee", "Eastmarsh Borough Council", "eastmarsh"),
        PARISH: Committee("Wendleham Parish Council", "wpc", "Wendleham Parish Council", "wendleham"),
        HIGHWAYS: Committee("Planning Committee", "planning-committee", "Tarrowshire County Council", "tarrowshire"),
    }
)
MARCH = "2023-03-02"


def claims(text: str) -> list[Claim]:
    return find_claims(text, MENTIONS)


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


def cited(text: str) -> tuple[object, ...]:
    """Number, label, day and committees of the only claim of a text."""
    reference = only(text).reference
    assert reference is not None
    labels = ", ".join("–".join(dict.fromkeys(label)) for label in reference.labels)
    return reference.number, labels or None, reference.first, reference.committees


@pytest.mark.parametrize(
    "text",
    [
        "‘To note it.’ (Minute 18(iv), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023)",
        "“to note it”, Eastmarsh Council’s Scrutiny Housing Repairs Group resolved on 2 March 2023 (minute 18(iv))",
        "At minute 18(iv) of 2 March 2023, the Scrutiny Housing Repairs Group resolved “to note it”.",
        "On 2nd March 2023 the Scrutiny Housing Repairs Group resolved “to note it” (minute 18(iv)).",
        "“to note it” (SHRG 2.3.23 min 18(iv))",
        "“To note it.” Minute 18 (iv), Scrutiny Housing Repairs Group, 2 March 2023",
        "> To note it.\n\n— Scrutiny Housing Repairs Group, 2 March 2023, minute 18(iv)",
        "> To note it.\n> — Scrutiny Housing Repairs Group, 2 March 2023, minute 18(iv)",
        "Minute 18(iv) of the Scrutiny Housing Repairs Group, 2 March 2023, reads:\n\n> “To note it.”",
    ],
)
def test_a_quotation_is_found_with_its_citation_however_they_stand(text: str) -> None:
    assert cited(text) == ("18", "iv", MARCH, {GROUP})
    assert (only(text).quotation or "").lower().rstrip(".") == "to note it"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Minute 18, Planning Committee, Eastmarsh Borough Council, 2 March 2023", ("18", None, MARCH, {PLANNING})),
        ("Item 5(b), Planning Committee, Tarrowshire County Council, 2 March 2023", ("5", "b", MARCH, {HIGHWAYS})),
        ("Minute 81/24, Wendleham Parish Council, 2 March 2023", ("81/24", None, MARCH, {PARISH})),
        ("Minute No. 81/24 of 2 March 2023", ("81/24", None, MARCH, frozenset())),
        ("Minutes of the Planning Committee, 2 March 2023", (None, None, MARCH, {PLANNING, HIGHWAYS})),
        ("(18(iv)) WPC 2 March 2023", ("18", "iv", MARCH, {PARISH})),
        ("WPC 2.3.23 min 16(iii), (v)–(vii)", ("16", "iii, v–vii", MARCH, {PARISH})),
        ("(minute 23 of 2020/21 refers)", ("23", None, "2020-05-01", frozenset())),
    ],
)
def test_a_citation_without_words_is_a_claim_too(text: str, place: tuple[object, ...]) -> None:
    assert only(text).quotation is None
    assert cited(text) == place


@pytest.mark.parametrize(
    ("text", "permalink"),
    [
        ("eastmarsh/shrg/2023-03-02/18/r1/(iv)", "eastmarsh/shrg/2023-03-02/18/r1/(iv)"),
        ("See eastmarsh/shrg/2023-03-02/18/r1.", "eastmarsh/shrg/2023-03-02/18/r1"),
        ("(eastmarsh/shrg/2023-03-02/18/r1/b))", "eastmarsh/shrg/2023-03-02/18/r1/b)"),
        ("`shrg/2023-03-02-2/81-24`, too", "shrg/2023-03-02-2/81-24"),
        ("- eastmarsh/shrg/2023-03-02/18/r1/3.", "eastmarsh/shrg/2023-03-02/18/r1/3."),
    ],
)
def test_a_permalink_is_read_without_the_marks_around_it(text: str, permalink: str) -> None:
    assert only(text) == Claim(1, None, Reference(permalink, permalink=permalink))


def test_an_address_is_no_permalink() -> None:
    assert only("https://example.org/minutes/shrg/2023-03-02/18").reference is None


def test_each_quotation_takes_its_own_citation() -> None:
    first, second = claims("“One thing” (minute 18, WPC, 2 March 2023) and “another” (minute 19, WPC, 3 May 2023).")
    assert (first.quotation, first.reference and first.reference.number) == ("One thing", "18")
    assert (second.quotation, second.reference and second.reference.number) == ("another", "19")


def test_two_quotations_of_one_sentence_share_its_citation() -> None:
    shared = claims("On 2 March 2023 WPC agreed “to look at it” and “to write to the Leader” (minute 22).")
    assert [one.reference and (one.reference.number, one.reference.first) for one in shared] == [("22", MARCH)] * 2


def test_a_quotation_does_not_take_the_citation_of_the_sentence_before() -> None:
    _, second = claims("It agreed “to note it” (minute 22, WPC, 2 March 2023). A member called it “a pity”.")
    assert second == Claim(1, "a pity", None)


def test_every_line_is_a_quotation_where_nothing_is_marked() -> None:
    assert claims("That it be noted.\n\n- That it be done.\n") == [
        Claim(1, "That it be noted.", None),
        Claim(3, "That it be done.", None),
    ]


def test_lines_are_those_of_the_text() -> None:
    text = (
        "Heading\n\nSome prose that goes on\nand quotes “one thing” here.\n\n> Another\n> thing\n\n“A third” ends it."
    )
    assert [(one.line, one.quotation) for one in claims(text)] == [
        (4, "one thing"),
        (6, "Another thing"),
        (9, "A third"),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                *("“", "”", "‘", "’", '"', "> ", "- ", "\n", "\n\n", "1.", "(", ")", " ", ". ", ";", "…", "[sic]", "—"),
                *("minute 18(iv)", " of 2 March 2023", "WPC", "eastmarsh/shrg/2023-03-02/18/r1", "Planning Committee"),
            ]
        ),
        max_size=25,
    )
)
def test_whatever_is_read_the_claims_are_of_lines_that_there_are(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert all(1 <= one.line <= text.count("\n") + 1 for one in claims(text))


def test_a_dash_in_the_last_line_of_a_block_quotation_is_part_of_it() -> None:
    assert only("> To note it\n> and the rest — all of it.").quotation == "To note it and the rest — all of it."


def test_the_name_of_minutes_in_quotation_marks_is_no_quotation() -> None:
    found = claims("‘Minutes of the Planning Committee’ of Tarrow are one thing, ‘Minutes of the hour’ are another.")
    assert [claim.quotation for claim in found if claim.quotation] == ["Minutes of the hour"]


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("The group resolved “to note it” (minute 18(iv), 2 March 2023).", True),
        ("Resolved: “to note it” (minute 18(iv), 2 March 2023).", True),
        ("The group heard “of it” (minute 18(iv), 2 March 2023).", False),
        ("The group, which was asked, has not resolved “to note it” (minute 18(iv), 2 March 2023).", False),
    ],
)
def test_words_are_quoted_as_decided_where_the_sentence_says_so_anywhere(text: str, decided: bool) -> None:
    assert only(text).decided is decided


def test_the_number_of_an_earlier_citation_says_nothing_of_a_later_one() -> None:
    first, second = claims("Minute 4, 9 May 2022. Later the group resolved “to note it” (minute 18(iv)).")
    assert first.reference is not None
    assert second.reference is not None
    assert (first.reference.number, second.reference.number) == ("4", "18")
    assert second.reference.first == "2022-05-09"


def test_a_body_that_nobody_knows_says_nothing_of_a_later_citation() -> None:
    *_, last = claims("Harbour Dues Board, 9 May 2022: little. Later “to note it” (minute 18(iv)).")
    assert last.reference is not None
    assert (last.reference.first, last.reference.unknown) == ("2022-05-09", None)
