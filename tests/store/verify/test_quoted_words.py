"""What is left out of a quotation, put in or marked by its writer."""

import pytest

from store.text.tokens import words
from store.verify.quoted_words import QuotedWords, plain


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("That it be noted.", ["That it be noted"]),
        ("That it … be noted;", ["That it", "be noted"]),
        ("That it [...] be noted", ["That it", "be noted"]),
        ("That it . . . be noted", ["That it", "be noted"]),
        ("That the recieved [sic] report be noted", ["That the recieved report be noted"]),  # codespell:ignore recieved
        ("… be noted", ["be noted"]),
        ("…", []),
        ("", []),
    ],
)
def test_a_quotation_is_cut_where_words_are_left_out(quotation: str, parts: list[str]) -> None:
    assert list(QuotedWords.of(quotation).parts) == parts


def test_what_was_put_in_is_no_word_of_the_quotation() -> None:
    quotation = QuotedWords.of("[T]hat [the Council] note it … at once")
    assert quotation.folded == ["that", "note", "it", "at", "once"]
    assert quotation.rows == [["that"], ["note", "it"], ["at", "once"]]
    assert quotation.tokens == ["That", "[…]", "note", "it", "…", "at", "once"]


@pytest.mark.parametrize(
    ("quotation", "text", "exact", "alike"),
    [
        ("the report be noted", "That the report be noted at once.", "the report be noted", True),
        ("[t]he report", "That The report", "The report", True),
        ("the [big] report", "the very long report", "the very long report", True),
        ("the … noted", "the report be noted", "the report be noted", True),
        ("The Report", "the report", None, True),
        ("the report’s end", "the report's end", "the report's end", True),
        ("report be", "reports be", None, False),
        ("port be", "report be", None, False),
        ("noted … report", "the report be noted", None, False),
    ],
)
def test_words_stand_in_a_text_as_printed_or_folded(quotation: str, text: str, exact: str | None, alike: bool) -> None:
    wanted = QuotedWords.of(quotation)
    printed = plain(text)
    found = wanted.exactly_in(printed)
    assert (found and printed[slice(*found)]) == exact
    assert (wanted.alike_in(f" {' '.join(words(text))} ") is not None) is alike


def test_no_more_than_a_few_words_may_stand_for_a_bracket() -> None:
    wanted = QuotedWords.of("the [whole] report")
    folded = [f" the {'word ' * number}report " for number in (0, 12, 13)]
    assert [wanted.alike_in(text) is not None for text in folded] == [True, True, False]


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        (
            "(i) That it be noted now; (ii) That the Chair be thanked warmly",
            ["that the chair be thanked warmly", "that it be noted now"],
        ),
        ("That the report be noted and the hedge cut", ["that the report be", "noted and the hedge cut"]),
        ("That one be done. Two more words", ["that one be", "done two more words"]),
        ("one two", []),
        ("one two three four five", ["three four five"]),
        ("one two three four five six", ["one two three", "four five six"]),
    ],
)
def test_parts_that_may_lie_in_one_clause_are_cut_at_labels_or_in_the_middle(quotation: str, parts: list[str]) -> None:
    assert sorted(" ".join(part.folded) for part in QuotedWords.of(quotation).apart) == sorted(parts)


def test_the_longest_part_comes_first() -> None:
    lengths = [len(part.folded) for part in QuotedWords.of("(i) one two three; (ii) one two three four five").apart]
    assert lengths == [5, 3]
