"""Changing a query as its text."""

import pytest

from store.find.answer import Unfound
from tui.finding.query_text import filters_in, mended, mendings, with_filter, with_filter_too, without_filters

PLANNING, CABINET = "committee:brackwater/planning-committee", "committee:brackwater/cabinet"


def test_a_filter_stands_before_the_words_which_go_on_being_typed() -> None:
    assert with_filter("", PLANNING) == f"{PLANNING} "
    assert with_filter("flood ga", PLANNING) == f"{PLANNING} flood ga"
    assert with_filter("flood ", PLANNING) == f"{PLANNING} flood "


def test_a_filter_takes_the_place_of_the_others_of_its_field() -> None:
    assert with_filter("committee:planning,cabinet flood year:2021", PLANNING) == f"{PLANNING} flood year:2021"
    assert with_filter('committee:"children\'s services" flood', PLANNING) == f"{PLANNING} flood"
    assert with_filter(f"{CABINET} {PLANNING} flood", PLANNING) == f"{PLANNING} flood"


def test_a_filter_chosen_again_is_gone() -> None:
    assert with_filter("year:2021 flood", "year:2021") == "flood"
    assert with_filter_too("year:2021 flood", "year:2021") == "flood"


def test_a_filter_may_stand_beside_others_of_its_field_and_leave_them_again() -> None:
    both = with_filter_too("year:2021 flood", "year:2019")
    assert both == "year:2021 year:2019 flood"
    assert filters_in(both) == {"year:2021", "year:2019"}
    assert with_filter_too(both, "year:2021") == "year:2019 flood"
    assert with_filter_too("year:2020,2021 flood", "year:2020") == "year:2021 flood"
    assert with_filter_too('committee:"of the whole" x', PLANNING) == f'committee:"of the whole" {PLANNING} x'


def test_what_else_was_typed_stays() -> None:
    rest = '!year:2020 \'flood "site visit" ^that yeer:2021 has:vote'
    assert with_filter(rest, "year:2021") == f"year:2021 {rest}"
    assert without_filters("flood year:2021 !committee:planning gate") == "flood gate"


@pytest.mark.parametrize(
    ("text", "typed", "meant", "right"),
    [
        ("Flod gaet", "gaet", "gate", "Flod gate"),
        ("flod, flod!", "flod", "flood", "flood, flood!"),
        ('"flod gate', "flod", "flood", '"flood gate'),
        ("xylophone gate", "xylophone", "", "gate"),
        ("committee:plning gate", "committee:plning", "", "gate"),
        ("committee:plning,cabinet gate", "committee:plning", "", "committee:cabinet gate"),
        ("flood", "16_v", "16_vi", "flood"),
    ],
)
def test_a_word_is_put_right_where_it_stands(text: str, typed: str, meant: str, right: str) -> None:
    assert mended(text, typed, meant) == right


def test_queries_to_try_put_every_word_right_at_once_the_likeliest_first() -> None:
    unfound = (Unfound("flod", ("flood", "flooding")), Unfound("xylophone", ()))
    assert mendings("flod xylophone gate", unfound, 5) == ["flood gate", "flooding gate"]


def test_where_every_word_stands_somewhere_the_filters_may_be_in_the_way() -> None:
    assert mendings("year:1999 flood", (), 5) == ["flood"]
    assert mendings("flood", (), 5) == []
    assert mendings("xylophone", (Unfound("xylophone", ()),), 5) == []
