"""What a typed word may mean, with how sure that is."""

import pytest

from store.find.expansion import Terms
from store.find.slips import one_edit_away
from store.index.lexicon import Lexicon

ROWS = 1_000


def terms(counts: dict[str, int]) -> Terms:
    """The terms of a section of a thousand rows, with how many rows have each."""
    every = {"_": ROWS, **counts}
    words = sorted(every)
    return Terms(Lexicon(words, [every[word] for word in words]))


def test_a_word_means_itself_and_longer_ones_less_surely() -> None:
    known = terms({"recruit": 3, "recruitment": 5, "recruits": 1})
    assert known.sure("recruit", False) == {"recruit": 1.0, "recruitment": 0.95, "recruits": 0.95}
    assert terms({"recruit": 3, "recruiter": 5}).sure("recruit", False) == {"recruit": 1.0, "recruiter": 0.75}


def test_a_word_means_its_plural_its_tenses_and_the_nouns_made_of_it() -> None:
    known = terms({"policy": 1, "policies": 1, "polices": 1, "planned": 1, "planning": 1, "plane": 1, "ryans": 1})
    assert known.sure("policies", False) == {"policies": 1.0, "policy": 0.95}
    assert known.sure("plans", False) == {"planned": 0.95, "planning": 0.95}
    assert known.sure("ryan", False) == {"ryans": 0.95}
    assert known.forms("the") == frozenset()


def test_a_word_may_be_written_short_or_by_its_first_letters() -> None:
    known = terms({"committee": 4, "committees": 2, "management": 1, "_itpo": 1, "tpo": 1, "01131": 1})
    assert known.sure("cttee", False) == {"committee": 0.9, "committees": 0.9}
    assert terms({"cllr": 2}).sure("councillor", False) == {"cllr": 0.9}
    assert terms({"st": 2}).sure("street", False) == {}
    assert known.near("mngmnt", False) == {"management": 0.82}
    assert known.near("mangmt", False) == {"management": 0.7}
    assert known.sure("tpo", False) == {"tpo": 1.0, "_itpo": 0.85}
    assert known.sure("1131", False) == {"01131": 0.9}


def test_what_was_written_since_counts_as_if_it_had_been_there() -> None:
    known = terms({"b": 2, "d": 1})
    known.add(Lexicon(["_", "a", "c", "d", "e"], [3, 1, 4, 2, 1]))
    assert known.beginning("") == ["_", "a", "b", "c", "d", "e"]
    assert [known.count(term) for term in "abcde"] == [1, 2, 4, 3, 1]
    assert known.rows == ROWS + 3


def test_of_longer_words_the_four_commonest_are_meant() -> None:
    known = terms({f"recruit{letter}x": count for count, letter in enumerate("abcdef", 1)})
    assert sorted(known.sure("recruit", False)) == ["recruitcx", "recruitdx", "recruitex", "recruitfx"]


@pytest.mark.parametrize(("rows", "longer"), [(49, True), (50, False)])
def test_a_word_that_one_row_in_twenty_has_is_taken_as_it_stands(rows: int, longer: bool) -> None:
    assert ("reporter" in terms({"report": rows, "reporter": 2}).sure("report", False)) is longer


def test_a_short_word_typed_in_full_means_nothing_longer() -> None:
    known = terms({"car": 1, "care": 1, "careful": 1})
    assert known.sure("car", False) == {"car": 1.0}
    assert known.sure("care", False) == {"care": 1.0, "careful": 0.75}


def test_a_word_being_typed_means_its_sixteen_commonest_completions_the_nearer_the_surer() -> None:
    known = terms({f"dam{chr(97 + at)}p": at + 1 for at in range(20)})
    meant = known.sure("dam", True)
    assert len(meant) == 16
    assert min(meant) == "damep"
    assert meant["damep"] == pytest.approx(0.9 + 0.09 * 3 / 5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reprot", {"report": 0.82}),  # swapped  # codespell:ignore reprot
        ("reort", {"report": 0.82}),  # left out
        ("reporrt", {"report": 0.82}),  # put in
        ("rapotr", {"report": 0.6}),  # two slips
        ("eeport", {"report": 0.78}),  # its first letter
        ("rep", {"report": 0.8}),  # left unfinished
        ("r", {}),
        ("report", {}),
        ("r2port", {}),
    ],
)
def test_a_mistyped_word_is_forgiven_a_slip_or_two(typed: str, meant: dict[str, float]) -> None:
    assert terms({"report": 4}).near(typed, False) == meant


@pytest.mark.parametrize(("rows", "forgiven"), [(4, True), (5, False)])
def test_a_word_that_one_row_in_two_hundred_has_is_no_slip(rows: int, forgiven: bool) -> None:
    assert ("notes" in terms({"notez": rows, "notes": 9}).near("notez", False)) is forgiven


def test_a_word_of_three_letters_is_forgiven_only_where_it_stands_nowhere() -> None:
    assert terms({"quay": 2, "qa": 1, "qay": 1}).near("qay", False) == {}
    assert terms({"quay": 2}).near("qay", False) == {"quay": 0.82}
    assert terms({"quay": 2}).near("qy", False) == {}


def test_two_slips_are_forgiven_from_five_letters_on() -> None:
    known = terms({"harbours": 2, "quay": 2})
    assert known.near("harburs", False) == {"harbours": 0.82}
    assert known.near("hrburs", False) == {"harbours": 0.6}
    assert known.near("kway", False) == {}
    assert terms({"weirs": 2}).near("waizs", False) == {"weirs": 0.6}
    assert terms({"weir": 2}).near("waiz", False) == {}


def test_a_mended_beginning_means_its_completions() -> None:
    known = terms({"recruitment": 5, "recruitments": 4, "recruits": 3})
    assert known.near("recriut", True)["recruitment"] == 0.74
    assert known.near("recriut", False) == {"recruitment": 0.64, "recruitments": 0.64, "recruits": 0.6}


def test_words_too_long_to_be_mistyped_are_not_mended() -> None:
    long = "a" * 40
    assert terms({f"b{long[1:]}": 1}).near(f"c{long[1:]}", False)
    assert terms({f"b{long}": 1}).near(f"c{long}", False) == {}


def test_equally_good_words_come_by_how_common_they_are() -> None:
    known = terms({"noted": 2, "notes": 7, "noter": 4})
    assert list(known.near("notex", False)) == ["notes", "noter", "noted"]
    assert known.likeliest({"noted": 0.9, "notes": 0.8, "noter": 0.8}, 2) == ["noted", "notes"]


def test_a_word_may_be_a_name_around_the_row_or_its_month() -> None:
    known = terms({"_cplanning": 9, "_oplanton": 3, "_m2021_03": 2, "_m2022_03": 1, "_m2022_04": 1, "planning": 2})
    assert known.sure("planning", False) == {"_cplanning": 0.6, "planning": 1.0}
    assert known.sure("pla", True) == {"_cplanning": 0.55, "_oplanton": 0.55, "planning": pytest.approx(0.93375)}
    assert "_cplanning" not in known.sure("pl", True)
    assert known.sure("march", False) == {"_m2021_03": 0.6, "_m2022_03": 0.6}


def test_figures_may_be_a_year_a_number_or_a_number_with_its_label() -> None:
    known = terms({"_y2021": 5, "_n2021": 1, "_n16_v": 2, "2021": 3})
    assert known.sure("2021", False) == {"_y2021": 0.6, "_n2021": 0.6, "2021": 1.0}
    assert known.sure("16v", False) == {"_n16_v": 0.6}


def test_a_number_means_itself_and_being_typed_those_that_begin_so() -> None:
    known = terms({"_n16": 2, "_n16_v": 1, "_n160": 1})
    assert known.numbered("16", False) == {"_n16": 1.0}
    assert known.numbered("16", True) == {"_n16": 1.0, "_n160": 0.9, "_n16_v": 0.9}
    assert known.numbered("17", True) == {}


def test_a_named_fact_begins_so_or_is_a_slip_away() -> None:
    known = terms({"_cplanning": 1, "_cplans": 1, "_cparks": 1})
    assert known.named("_c", "plan") == ("_cplanning", "_cplans")
    assert known.named("_c", "plaz") == ("_cplanning", "_cplans")
    assert known.named("_c", "quays") == ()
    assert known.named("_c", "praks") == ("_cparks",)
    assert known.named("_c", "pla") == ("_cplanning", "_cplans")
    assert known.named("_c", "pra") == ()


def test_words_alike_begin_so_or_are_a_slip_away() -> None:
    known = terms({"planning": 1, "plans": 1})
    assert known.alike("plan") == {"planning", "plans"}
    assert known.alike("planz") == {"plans", "planning"}


def test_a_term_is_counted_as_often_as_rows_have_it() -> None:
    known = terms({"a": 1, "b": 2})
    assert [known.count(term) for term in ("a", "b", "c", "")] == [1, 2, 0, 0]
    assert known.rows == ROWS


def test_one_edit_leaves_out_puts_in_changes_or_swaps_a_letter() -> None:
    edits = one_edit_away("ab")
    assert {"a", "b", "ba", "zb", "az", "zab", "azb", "abz"} <= edits
    assert "ab" not in edits
    assert len(edits) == 2 + 1 + 2 * 25 + 3 * 26 - 2
