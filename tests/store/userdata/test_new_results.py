"""What is new is told from what was seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.userdata.new_results import LatestAnswers, Seen, new_in
from tests.store.userdata.kept import NOW


def look(*permalinks: str) -> LatestAnswers:
    return LatestAnswers(permalinks, len(permalinks))


def test_an_answer_seen_before_its_council_was_told_is_not_new() -> None:
    assert new_in(Seen(NOW, frozenset({"hrg/2023-03-02/18"})), look("eastmarsh/hrg/2023-03-02/18")) == ()
    assert new_in(Seen(NOW, frozenset({"westmarsh/hrg/2023-03-02/18"})), look("eastmarsh/hrg/2023-03-02/18")) != ()


@pytest.mark.parametrize(("was_whole", "is_whole"), [(False, False), (False, True), (True, False)])
def test_of_too_many_answers_as_many_are_new_as_there_are_more_the_latest(was_whole: bool, is_whole: bool) -> None:
    seen = Seen(NOW, frozenset({"e/c/2024-01-01/1"}), 3_000, was_whole)
    answers = ("e/c/2019-05-01/1", "e/c/2024-02-07/1", "e/c/2024-01-01/1", "e/c/2024-02-01/9")
    assert new_in(seen, LatestAnswers(answers, 3_000, is_whole)) == ()
    assert new_in(seen, LatestAnswers(answers, 3_001, is_whole)) == ("e/c/2024-02-07/1",)
    assert new_in(seen, LatestAnswers(answers, 3_002, is_whole)) == ("e/c/2024-02-07/1", "e/c/2024-02-01/9")
    assert new_in(seen, LatestAnswers(answers, 2_000, is_whole)) == ()


@given(st.builds(Seen, st.none() | st.just(NOW)), st.builds(LatestAnswers, st.lists(st.text(), unique=True).map(tuple)))
def test_nothing_seen_is_ever_new_and_answers_keep_their_order(seen: Seen, looked: LatestAnswers) -> None:
    new = new_in(seen, looked)
    assert not seen.permalinks.intersection(new)
    assert [one for one in looked.permalinks if one in new] == list(new)
