"""What running text says of places: its days, numbers, committees, each where it stands."""

from itertools import pairwise

import pytest

from store.permalinks.committees import Committee
from store.verify.mention import Mention, MentionPart
from store.verify.references import Mentions

REPAIRS, PLANNING, OTHERS, TOWN = 1, 2, 3, 4
MENTIONS = Mentions(
    {
        REPAIRS: Committee("Scrutiny Housing Repairs Group", "shrg", "Eastmarsh Borough Council", "eastmarsh"),
        PLANNING: Committee("Planning Committee", "planning-committee", "Eastmarsh Borough Council", "eastmarsh"),
        OTHERS: Committee("Planning Committee", "planning-committee", "Tarrow County Council", "tarrow"),
        TOWN: Committee("Quay Town Council", "qtc", "Quay Town Council", "quay"),
    }
)


def found(text: str) -> list[tuple[str, MentionPart]]:
    return [(text[one.span.start : one.span.end], one.part) for one in MENTIONS.find(text)]


def only(text: str, part: MentionPart) -> Mention:
    (mention,) = (one for one in MENTIONS.find(text) if one.part is part)
    return mention


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("on 2 March 2023", [("2 March 2023", MentionPart.DAY)]),
        ("in 2023, on 2 March", [("2023", MentionPart.YEAR), ("2 March", MentionPart.DAY)]),
        ("on 2 March, in 2023", [("2023", MentionPart.YEAR)]),
        ("minute 18(iv)", [("minute 18(iv)", MentionPart.PLACE)]),
        ("(18(iv))", [("18(iv)", MentionPart.PLACE)]),
        ("the Minutes of the Board", [("Minutes of the", MentionPart.MINUTES)]),
        ("the Planning Committee", [("Planning Committee", MentionPart.COMMITTEE)]),
        ("the SHRG", [("SHRG", MentionPart.COMMITTEE)]),
        ("the HR", []),
        ("Eastmarsh Borough Council", []),
        ("Quay Town Council", [("Quay Town Council", MentionPart.OWN_MEETING)]),
        ("Quay", []),
        ("see hrg/2023-03-02/18.", [("hrg/2023-03-02/18", MentionPart.PLACE)]),
    ],
)
def test_a_part_of_a_citation_is_found_where_it_stands(text: str, mentions: list[tuple[str, MentionPart]]) -> None:
    assert [one for one in found(text) if one[1] is not MentionPart.COUNCIL] == mentions


def test_a_day_without_its_year_is_of_the_year_that_stands_last_before_it() -> None:
    mention = only("In 2021 and 2022 they met on 3 May, in 2023 not at all.", MentionPart.DAY)
    assert (mention.said.first, mention.said.last) == ("2022-05-03", "2022-05-03")


def test_a_municipal_year_ends_with_the_next_may() -> None:
    said = only("minute 23 of 2020/21", MentionPart.PLACE).said
    assert (said.number, said.first, said.last) == ("23", "2020-05-01", "2021-05-31")


def test_a_year_is_all_its_days() -> None:
    said = only("as in 2019", MentionPart.YEAR).said
    assert (said.first, said.last) == ("2019-01-01", "2019-12-31")


@pytest.mark.parametrize(
    ("text", "number", "labels"),
    [
        ("minute 18", "18", ()),
        ("minute 18(iv)", "18", (("iv", "iv"),)),
        ("minute 18(3)", "18", (("3", "3"),)),
        ("minute 18 (i) and (ii)", "18", (("i", "i"), ("ii", "ii"))),
        ("minutes 18(i), (iv)–(vi)", "18", (("i", "i"), ("iv", "vi"))),
        ("minute LC23/41A(b)", "LC23/41A", (("b", "b"),)),
        ("Minute No. 61/21", "61/21", ()),
    ],
)
def test_a_number_comes_with_the_labels_of_clauses(text: str, number: str, labels: tuple[tuple[str, str], ...]) -> None:
    said = only(text, MentionPart.PLACE).said
    assert (said.number, said.labels) == (number, labels)


@pytest.mark.parametrize(
    ("text", "committees"),
    [
        ("the Planning Committee", {PLANNING, OTHERS}),
        ("the Planning Committee of Tarrow", {OTHERS}),
        ("In Eastmarsh Borough Council the Planning Committee met, and in Tarrow too", {PLANNING}),
        ("Scrutiny Housing Repairs Group", {REPAIRS}),
    ],
)
def test_of_committees_of_one_name_that_of_the_nearest_council_is_meant(text: str, committees: set[int]) -> None:
    assert only(text, MentionPart.COMMITTEE).said.committees == committees


def test_no_mention_lies_within_another() -> None:
    spans = [one.span for one in MENTIONS.find("eastmarsh/hrg/2023-03-02/18 of 2 March 2023, minute 18 of 2022/23")]
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At Harbour Board, 2 March 2023", "Harbour Board"),
        ("After The Harbour Board, 2 March 2023", "Harbour Board"),
        ("On Harbour Dues Board, 2 March 2023", "Harbour Dues Board"),
        ("The Committee Harbour Dues Board, 2 March 2023", "Harbour Dues Board"),
        ("Boards Harbour Board, 2 March 2023", "Boards Harbour Board"),
        ("Harbour On Sea Board, 2 March 2023", "Harbour On Sea Board"),
    ],
)
def test_a_body_that_nobody_knows_is_named_without_the_words_before_its_name(text: str, name: str) -> None:
    assert (name, MentionPart.STRANGER) in found(text)


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("The Board, 2 March 2023", False),
        ("Harbour Board, 2 March 2023", True),
        ("2 March 2023, Harbour Board", True),
        ("2 March 2023, Harbour Board, said of 3 May 2023", True),
        ("On 2 March 2023 we asked whether the Harbour Board was told before 3 May 2023.", False),
    ],
)
def test_a_body_that_nobody_knows_is_cited_only_right_beside_another_part(text: str, cites: bool) -> None:
    assert any(part is MentionPart.STRANGER for _, part in found(text)) is cites
