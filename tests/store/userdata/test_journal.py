"""The journal: changes are taken back, the last one first, and said in words."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from store.userdata.stars import StarredPlace
from store.userdata.userdata import UserData
from tests.properties import examples
from tests.store.userdata.kept import DAMP, LATER, NOW, ROOF

PLACES = (ROOF, DAMP, "eastmarsh/hrg/2023-03-02", "hrg/undated")


def undone(desk: UserData) -> str | None:
    one = desk.journal.undo()
    return one.words if one else None


def test_changes_are_taken_back_the_last_first_until_there_is_none(desk: UserData) -> None:
    desk.stars.add([ROOF, DAMP], NOW)
    desk.notes.write(ROOF, "Ask.", NOW)
    desk.notes.write(ROOF, "Asked.", LATER)
    desk.stars.remove([ROOF])
    assert undone(desk) == f"taking the star from {ROOF}"
    assert desk.stars.permalinks() == {ROOF, DAMP}
    assert undone(desk) == f"writing the note on {ROOF}"
    assert [note.text for note in desk.notes.all()] == ["Ask."]
    assert undone(desk) == f"writing the note on {ROOF}"
    assert desk.notes.all() == ()
    assert undone(desk) == "starring 2 places"
    assert desk.stars.all() == ()
    assert undone(desk) is None


def test_a_star_that_comes_back_has_its_time_and_its_place(desk: UserData) -> None:
    desk.stars.add([ROOF], NOW)
    desk.stars.add([DAMP], LATER)
    desk.stars.remove([ROOF])
    desk.journal.undo()
    assert desk.stars.all() == (StarredPlace(DAMP, LATER), StarredPlace(ROOF, NOW))


def test_what_changes_nothing_is_no_step(desk: UserData) -> None:
    desk.stars.add([ROOF], NOW)
    desk.stars.add([ROOF], LATER)
    desk.stars.remove([DAMP])
    desk.notes.write(DAMP, "", NOW)
    assert undone(desk) == f"starring {ROOF}"


def test_what_another_program_changed_is_not_taken_back(desk: UserData, path: Path) -> None:
    desk.stars.add([ROOF], NOW)
    with closing(UserData(path)) as other:
        other.stars.add([DAMP], NOW)
        assert undone(desk) == f"starring {ROOF}"
        assert desk.stars.permalinks() == {DAMP}
        assert undone(desk) is None


@st.composite
def changes(draw: DrawFn) -> list[tuple[str, list[str], str]]:
    kind = st.sampled_from(["star", "unstar", "note", "seen", "unseen"])
    one = st.tuples(kind, st.lists(st.sampled_from(PLACES), min_size=1, unique=True), st.sampled_from(["", "a", "b"]))
    return draw(st.lists(one, max_size=20))


def change(desk: UserData, kind: str, places: list[str], text: str) -> None:
    match kind:
        case "star":
            desk.stars.add(places, NOW)
        case "unstar":
            desk.stars.remove(places)
        case "note":
            desk.notes.write(places[0], text, NOW)
        case "seen":
            desk.seen.add(places, NOW)
        case "unseen":
            desk.seen.remove(places)


def state(desk: UserData) -> list[object]:
    return [
        sorted(desk.stars.permalinks()),
        sorted(note.permalink + note.text for note in desk.notes.all()),
        desk.seen.permalinks(),
    ]


@settings(max_examples=examples(25))
@given(made=changes())
def test_every_step_back_is_the_state_before_it(made: list[tuple[str, list[str], str]]) -> None:
    with TemporaryDirectory() as folder, closing(UserData(Path(folder) / "desk.db")) as desk:
        states = [state(desk)]
        for one in made:
            change(desk, *one)
            if state(desk) != states[-1]:
                states.append(state(desk))
        while undone(desk):
            states.pop()
            assert state(desk) == states[-1]
        assert len(states) == 1
