"""Stars: kept with their time until they are taken away."""

from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path

from store.userdata.stars import StarredPlace
from store.userdata.userdata import UserData
from tests.store.userdata.kept import DAMP, LATER, NOW, ROOF


def test_a_star_is_kept_with_its_time_until_it_is_taken_away(desk: UserData, path: Path) -> None:
    assert desk.stars.add([ROOF], NOW)
    assert desk.stars.add([DAMP], LATER)
    assert not desk.stars.add([ROOF], LATER)
    with closing(UserData(path)) as again:
        assert again.stars.all() == (StarredPlace(DAMP, LATER), StarredPlace(ROOF, NOW))
    assert desk.stars.remove([DAMP])
    assert not desk.stars.remove([DAMP])
    assert desk.stars.permalinks() == {ROOF}


def test_a_time_comes_back_whatever_zone_it_was_told_in(desk: UserData) -> None:
    desk.stars.add([ROOF], NOW.astimezone(timezone(timedelta(hours=5))))
    assert desk.stars.all() == (StarredPlace(ROOF, NOW),)
