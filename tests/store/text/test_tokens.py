"""Words as finding compares them."""

from hypothesis import given
from hypothesis import strategies as st

from store.text.tokens import placed_words, words


def test_words_fold_case_accents_and_apostrophes() -> None:
    assert words("The Children’s CAFÉ, cafe\u0301s: 19/01131/FUL (iv) £2.3m") == [
        "the", "childrens", "cafe", "cafes", "19", "01131", "ful", "iv", "2", "3m"
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("aZé9'’“ –_\u0301/£ß\u00a0"), max_size=40) | st.text(max_size=40))
def test_words_are_the_same_with_their_places_and_without(text: str) -> None:
    placed = list(placed_words(text))
    assert [word for word, _, _ in placed] == words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in placed)


@given(st.text(alphabet="abé'’ –.", max_size=40))
def test_what_is_fast_for_plain_texts_is_what_is_done_for_all(text: str) -> None:
    assert words(text + " ł") == [*words(text), *words("ł")]
