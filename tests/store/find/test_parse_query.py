"""The query language: what is typed is taken as it is meant, half typed too, and what is wrong is explained."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.find.parse_query import parse_query
from store.find.query import Phrase, Query, QueryFilter, QueryProblem
from store.find.query_fields import FIELDS, QueryField
from store.index.section import Section
from store.text.periods import Period
from store.text.tokens import words
from tests.properties import examples


def _said(query: Query) -> str:
    """The words of a query with the marks of what is known of them, in an order of their own."""
    parts = [
        f"{'#' if word.number else ''}{'=' if word.exact else ''}{word.folded}{'…' if word.unfinished else ''}"
        for word in query.words
    ]
    parts += [_phrase(phrase) for phrase in query.phrases]
    return " ".join([*parts, *(f"!{_phrase(phrase)}" for phrase in query.without)])


def _phrase(phrase: Phrase) -> str:
    return f"{'^' if phrase.at_start else ''}[{' '.join(phrase.folded)}{'…' if phrase.unfinished else ''}]"


def _fields(query: Query) -> str:
    return " ".join(f"{'!' if one.excluded else ''}{one.field}:{'+'.join(one.folded)}" for one in query.filters)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("   ", ""),
        ("safegaurding boar", "safegaurding boar…"),
        ("safegaurding boar ", "safegaurding boar"),
        ("Café’s HOURS,", "cafes hours"),
        ("children's services ", "childrens services"),
        ("19/01131/FUL", "19 01131 ful…"),
        ("£2.3m ", "2300000"),
        ("£427,384.00 of 28th ", "427384 of 28"),
        ("sub-group ", "sub group"),
        ("(the) [budget] – 2021/22 ", "the budget 2021 22"),
        ("rock&roll a_b ", "rock roll a b"),
        ("🦔 ((( --- ", ""),
    ],
)
def test_words_are_folded_and_the_last_is_unfinished_until_something_follows(typed: str, said: str) -> None:
    assert _said(parse_query(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('"be noted"', "[be noted]"),
        ('roof "be noted" damp ', "roof damp [be noted]"),
        ('"be not', "[be not…]"),
        ('"be noted ', "[be noted]"),
        ('""', ""),
        ('"', ""),
        ('"--"', ""),
        ('"a""b"', "[a] [b]"),
        ("“be noted” ", "[be noted]"),
        ("„be noted“ ", "[be noted]"),
        ("“be noted", "[be noted…]"),
        ("‘the children’s centre’ ", "[the childrens centre]"),
        ("‘the centr", "[the centr…]"),
        ('("be noted")', "[be noted]"),
        ('24" pipe 6" ', "24 pipe 6"),
        ('"min 22" ', "[min 22]"),
        ('"year:2019" ', "[year 2019]"),
    ],
)
def test_quotes_hold_a_phrase(typed: str, said: str) -> None:
    assert _said(parse_query(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("'fence ", "=fence"),
        ("'fenc", "=fenc…"),
        ("’fence ", "=fence"),
        ("'sub-group ", "[sub group]"),
        ("'19/01131/FUL", "[19 01131 ful…]"),
        ("'committee:planning ", "[committee planning]"),
        ("children's o'brien ", "childrens obrien"),
        ("!noted", "![noted]"),
        ("!not", "![not]"),
        ("!!noted ", "![noted]"),
        ("!sub-group ", "![sub group]"),
        ('!"be noted" ', "![be noted]"),
        ('!"be no', "![be no]"),
        ("!'noted ", "![noted]"),
        ("^approve ", "^[approve]"),
        ("^appr", "^[appr…]"),
        ('^"it was', "^[it was…]"),
        ("!^approve ", "!^[approve]"),
        ("(!noted) ", "![noted]"),
        ("well! done!now ", "well done now"),
        ("! noted ", "noted"),
        ("a ! ^ ' ’ \" ", "a"),
        ("!", ""),
        ("^", ""),
        ("'", ""),
        ("!^'", ""),
    ],
)
def test_marks_stand_at_the_beginning_of_a_word(typed: str, said: str) -> None:
    assert _said(parse_query(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("min 22", "#22…"),
        ("min 22 ", "#22"),
        ("mins. 22 ", "#22"),
        ("Minute 16(v)", "#16_v"),
        ("minute 16 (v) ", "#16_v"),
        ("minute no. 5a ", "#5a"),
        ("item number 4 roof ", "#4 roof"),
        ("agenda item 4: apologies ", "#4 apologies"),
        ("min.22, ", "#22"),
        ("item 77/24 ", "#77_24"),
        ("item 4.1 ", "#4_1"),
        ("minute 42(3) ", "#42_3"),
        ("minute 9(2)(a) ", "#9_2_a"),
        ("16(v) ", "#16_v"),
        ("10(b)", "#10_b"),
        ("16(", "16"),
        ("16(v", "#16_v…"),
        ("min 16(", "#16"),
        ("minute", "minute…"),
        ("minutes 2021 ", "minutes 2021"),
        ("22 ", "22"),
        ("9(2) ", "9 2"),
        ("10(ten) ", "10 ten"),
        ("77/24 ", "77 24"),
        ("item 22/04417/FUL ", "item 22 04417 ful"),
        ("minute 10:30 ", "minute 10 30"),
        ("item 2.3m ", "item 2300000"),
        ("admin 22 ", "admin 22"),
        ("!min 22 ", "22 ![min]"),
    ],
)
def test_a_number_behind_a_word_for_it_is_that_of_an_item(typed: str, said: str) -> None:
    assert _said(parse_query(typed)) == said


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("committee:planning", "committee:planning"),
        ("COMMITTEE:Planning ", "committee:planning"),
        ("committee:children’s ", "committee:childrens"),
        ('committee:"children\'s services" ', "committee:childrens+services"),
        ("committee:“children’s services” ", "committee:childrens+services"),
        ("committee:'young people' ", "committee:young+people"),
        ("committee:‘young people’ ", "committee:young+people"),
        ("committee:'young ", "committee:young"),
        ('committee:"young peo', "committee:young+peo"),
        ("committee:planning,cabinet ", "committee:planning committee:cabinet"),
        ('committee:"a b",c,"d, e" ', "committee:a+b committee:c committee:d+e"),
        ("committee:,planning,, ", "committee:planning"),
        ("!committee:planning,cabinet ", "!committee:planning !committee:cabinet"),
        ("(council:luton) ", "council:luton"),
        ("number:16(v) minute:77/24 ", "number:16+v number:77+24"),
        ('title:"work programme" proposer:crisp ', "item:work+programme mover:crisp"),
        ("outcome:deferred mover:crisp ", "outcome:deferred mover:crisp"),
        ("has:vote is:starred is:incomplete ", "has:vote is:starred is:incomplete"),
        ("has:v ", "has:vote"),
        ("!is:star", "!is:starred"),
        ("is:s", ""),
        ("is:se is:uns ", "is:seen is:unseen"),
        ("outcome:noted outcome:noted ", "outcome:noted"),
    ],
)
def test_a_field_holds_its_values(typed: str, fields: str) -> None:
    query = parse_query(typed)
    assert (_fields(query), _said(query), query.problems) == (fields, "", ())


def test_a_filter_keeps_its_value_as_typed() -> None:
    assert parse_query('x committee:"Children’s  Services", ').filters == (
        QueryFilter("committee", "Children’s  Services", ("childrens", "services")),
    )


def test_years_and_dates_are_periods() -> None:
    assert parse_query("year:2019,2021 !date:2020-03..2021-05").filters == (
        QueryFilter("year", "2019", ("2019",), Period("2019-01-01", "2019-12-31")),
        QueryFilter("year", "2021", ("2021",), Period("2021-01-01", "2021-12-31")),
        QueryFilter(
            "date", "2020-03..2021-05", ("2020", "03", "2021", "05"), Period("2020-03-01", "2021-05-31"), excluded=True
        ),
    )


@pytest.mark.parametrize(
    ("typed", "section"),
    [
        ("roof", None),
        ("in:title roof", Section.TITLES),
        ("in:text ", Section.TEXT),
        ("in:tex", Section.TEXT),
        ("in:t", None),
        ("in:", None),
        ("in:title in:text ", Section.TEXT),
    ],
)
def test_in_chooses_the_section(typed: str, section: Section | None) -> None:
    query = parse_query(typed)
    assert (query.section, query.problems) == (section, ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("committee:", ""),
        ("committee: planning ", "planning"),
        ('committee:" ', ""),
        ("!year: ", ""),
        ("year:20", ""),
        ("date:2/3/20", ""),
        ("is: has: ", ""),
        ("is:()", ""),
        ("Resolved: that ", "resolved that"),
        ("commttee:", "commttee"),
        ("http://a.example/b 10:30 ", "http a example b 10 30"),
        ("a.m:b 22:b ", "a m b 22 b"),
        (":planning ", "planning"),
    ],
)
def test_what_is_no_field_yet_and_what_never_will_be_is_no_problem(typed: str, said: str) -> None:
    query = parse_query(typed)
    assert (_said(query), query.filters, query.problems) == (said, (), ())


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("commttee:roof", "commttee:roof", "There is no field “commttee”; did you mean committee:?"),
        ("comm:roof", "comm:roof", "There is no field “comm”; did you mean committee:?"),
        ('Outcomes:"roof" ', 'Outcomes:"roof"', "There is no field “Outcomes”; did you mean outcome:?"),
        ("date:2021-13 roof", "date:2021-13", "2021-13 is no month."),
        ("roof year:20 ", "year:20", "“20” is no date; write 2020, 2020-03 or 2020-03-02."),
        ("year:x,2021 roof", "year:x", "“x” is no date; write 2020, 2020-03 or 2020-03-02."),
        ("has:votes roof", "has:votes", "There is no has:votes; did you mean has:vote?"),
        (
            "has:tea roof",
            "has:tea",
            "There is no has:tea; there are has:vote, has:amendment, has:doubt and has:finding.",
        ),
        (
            "is:tea roof",
            "is:tea",
            "There is no is:tea; there are is:starred, is:seen, is:unseen, is:incomplete, is:open and is:overdue.",
        ),
        ("in:t roof", "in:t", "There is no in:t; there are in:title and in:text."),
        ("!in:text roof", "!in:text", "in: says where to find; it excludes nothing."),
    ],
)
def test_what_is_wrong_is_explained_and_the_rest_counts(typed: str, part: str, why: str) -> None:
    query = parse_query(typed)
    assert query.problems == (QueryProblem(part, why),)
    assert "roof" in _said(query) + _said(parse_query(typed + " roof"))


def test_a_word_before_a_colon_that_is_like_no_field_counts_as_a_word() -> None:
    query = parse_query("RESOLVED:That ")
    assert _said(query) == "resolved that"
    assert [problem.why for problem in query.problems] == ["There is no field “RESOLVED”; it is read as words."]


def test_an_unknown_field_hides_nothing() -> None:
    query = parse_query("!commttee:planning !resolved:that roof ")
    assert _said(query) == "roof"
    assert [problem.part for problem in query.problems] == ["!commttee:planning", "!resolved:that"]


def test_of_very_much_only_the_beginning_counts() -> None:
    query = parse_query("a " * 20 + '"b c d" ' * 20 + "!e " * 20 + "f:g " * 2000)
    assert len(query.words) + sum(len(phrase.folded) for phrase in (*query.phrases, *query.without)) == 32
    assert len(parse_query(f"year:{','.join(map(str, range(1900, 2000)))}").filters) == 32


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "!",
        "'",
        '"',
        "‘",
        "x:",
        "x:'",
        "committee:",
        "committee:,",
        "x:y ",
        "year:2,",
        "(",
        "a ",
        ".",
        "é",
        "1(v",
        "\x00",
    ],
)
def test_ten_megabytes_are_read_at_once(part: str) -> None:
    typed = part * (10_000_000 // len(part))
    began = time.process_time()
    query = parse_query(typed)
    assert time.process_time() - began < 0.5
    assert query.text is typed


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_a_field_is_of_that_field(field: QueryField) -> None:
    query = parse_query(f"{field.example} ")
    asked = [one.field for one in query.filters] or (["in"] if query.section else [])
    assert (asked, query.problems) == ([field.name], ())


_PIECES = st.sampled_from(
    [
        *(f"{field.name}:" for field in FIELDS),
        *"!^'\"“”‘’,.:()-/ ",
        "2020",
        "-1",
        "..",
        "min ",
        "16(v",
        "a",
        "é",
        "vote",
        "x:",
    ]
)


@settings(max_examples=examples(1_000))
@given(st.text(max_size=80) | st.lists(_PIECES, max_size=20).map("".join))
def test_nothing_raises_and_every_letter_typed_means_something(typed: str) -> None:
    for end in range(len(typed) + 1):
        query = parse_query(typed[:end])
        assert query.text == typed[:end]
        assert all(phrase.folded for phrase in (*query.phrases, *query.without))
        assert all(one.folded for one in query.filters)
        assert all(one.period for one in query.filters if one.field in ("year", "date"))
        assert all(words(word.folded) == word.folded.split("_") for word in query.words)
        assert all(problem.why.endswith((".", "?")) for problem in query.problems)


@settings(max_examples=examples(300))
@given(st.text(st.sampled_from("abé 12/£-"), max_size=60))
def test_plain_words_are_those_that_the_index_has(typed: str) -> None:
    assert [word.folded for word in parse_query(typed).words] == words(typed)[:32]


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("quay OR weir ", [["quay", "weir"]]),
        ("report (quay OR weir) ", [["quay", "weir"]]),
        ("(quay OR weir) OR lamp ", [["quay", "weir", "lamp"]]),
        ("(quay wall) OR weir", [["quay wall", "weir"]]),
        ('"quay wall" OR weir lamp OR lantern', [['"quay wall"', "weir"], ["lamp", "lantern"]]),
        ("(quay OR we", [["quay", "we"]]),
        ("quay or weir", []),
        ("quay OR", []),
        ("OR weir", []),
        ("22(ii) NOR", []),
        ("committee:planning OR committee:highways", []),
    ],
)
def test_or_joins_words_phrases_and_what_stands_in_parentheses(typed: str, sides: list[list[str]]) -> None:
    query = parse_query(typed)
    assert [[one.typed for one in choice] for choice in query.choices] == sides
    assert query.problems == ()


def test_a_choice_within_a_side_of_another_keeps_the_words_beside_it() -> None:
    (choice,) = parse_query("(north quay OR weir) OR lamp ").choices
    assert [[word.folded for word in one.words] for one in choice] == [["north", "quay"], ["north", "weir"], ["lamp"]]


def test_choices_that_would_be_too_many_together_are_left_out() -> None:
    assert parse_query(f"({' '.join(f'a{at} OR b{at}' for at in range(60))}) OR lamp ").choices == ()


def test_or_between_different_fields_is_explained() -> None:
    (problem,) = parse_query("outcome:noted OR year:2019").problems
    assert problem.why == "OR stands between words; of different fields all must hold."


def test_only_the_last_word_of_a_choice_is_unfinished() -> None:
    (choice,) = parse_query("quay OR we").choices
    assert [word.unfinished for one in choice for word in one.words] == [False, True]
    (choice,) = parse_query("(quay OR we) ").choices
    assert [word.unfinished for one in choice for word in one.words] == [False, False]


@pytest.mark.parametrize("query", ["(OR)", "( OR OR )", "roof (OR)"])
def test_a_choice_of_nothing_asks_nothing(query: str) -> None:
    asked = parse_query(query)
    assert asked.choices == ()
