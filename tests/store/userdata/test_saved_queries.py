"""Saved queries, and what was seen of their answers."""

import pytest

from store.errors import NotFound, UserDataError
from store.userdata.new_results import LatestAnswers, Seen, new_in
from store.userdata.saved_queries import Saved
from store.userdata.userdata import UserData
from tests.store.userdata.kept import DAMP, LATER, NOW, ROOF


def test_a_saved_query_is_known_by_its_name_whatever_its_capitals_and_accents(desk: UserData) -> None:
    desk.queries.save("Café hours", "cafe hours", NOW)
    assert desk.queries.named("cafe HOURS") == Saved("Café hours", "cafe hours", NOW, None)
    desk.queries.save("CAFE hours", "cafe opening", LATER)
    assert desk.queries.all() == (Saved("CAFE hours", "cafe opening", LATER, None),)
    assert desk.queries.forget("Cafe hours")
    assert not desk.queries.forget("Cafe hours")
    assert desk.queries.all() == ()


def look(*permalinks: str) -> LatestAnswers:
    return LatestAnswers(permalinks, len(permalinks))


def test_a_query_that_is_not_saved_is_not_found(desk: UserData) -> None:
    for asking in (desk.queries.named, desk.queries.seen, lambda name: desk.queries.look(name, look(ROOF), NOW)):
        with pytest.raises(NotFound, match="No query is saved as “floods”; `minutebook saved` lists those that are"):
            asking("floods")
    with pytest.raises(UserDataError, match="give it one"):
        desk.queries.save(" ", "flood", NOW)


def test_what_is_new_is_what_no_look_has_seen(desk: UserData) -> None:
    desk.queries.save("floods", "flood", NOW)
    assert new_in(desk.queries.seen("floods"), look(ROOF, DAMP)) == (ROOF, DAMP)
    desk.queries.look("floods", look(ROOF), NOW)
    assert new_in(desk.queries.seen("floods"), look(ROOF, DAMP)) == (DAMP,)
    desk.queries.look("floods", look(DAMP), LATER)
    assert new_in(desk.queries.seen("floods"), look(ROOF, DAMP)) == ()
    assert desk.queries.seen("floods").at == desk.queries.named("floods").seen_at == LATER


def test_saving_again_keeps_what_was_seen_unless_the_words_change(desk: UserData) -> None:
    desk.queries.save("floods", "flood", NOW)
    desk.queries.look("floods", look(ROOF), NOW)
    desk.queries.save("Floods", "flood", LATER)
    assert desk.queries.seen("floods").permalinks == {ROOF}
    desk.queries.save("Floods", "flood gate", LATER)
    assert desk.queries.seen("floods") == Seen()


def test_what_was_seen_last_stays_when_more_was_seen_than_is_kept(desk: UserData) -> None:
    desk.queries.save("all", "that", NOW)
    for thousand in range(6):
        desk.queries.look("all", look(*(f"a/b/2023-03-02/{thousand}{rest:03}" for rest in range(1_000))), NOW)
    seen = desk.queries.seen("all").permalinks
    assert len(seen) == 5_000
    assert "a/b/2023-03-02/5999" in seen
    assert "a/b/2023-03-02/0999" not in seen
