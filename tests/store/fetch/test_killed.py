"""Fetching that is killed loses nothing, and asks for nothing twice but what was on its way."""

import pytest

from tests.store.fetch.killed import kill_again_and_again


@pytest.mark.slow
def test_what_was_killed_is_fetched_to_its_end() -> None:
    survived = kill_again_and_again(committees=3, meetings=10, kills=3)
    assert survived.decisions == 30
    assert survived.kills == 3
    assert survived.twice <= survived.kills
