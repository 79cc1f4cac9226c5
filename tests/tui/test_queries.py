"""Earlier queries and saved ones."""

from datetime import UTC, datetime
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import writing
from store.userdata.userdata import UserData
from tests.store.building import REPAIRS, item, meeting, put, resolution, store_of
from tests.tui.opened import Opened, opened
from tui.finding.query_keeping import NameScreen, QueryScreen
from tui.widgets.headed_list import Choice

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_of(tmp_path / "minutes.db", meeting(REPAIRS))


async def find(app: Opened, query: str) -> None:
    app.reader.panes.use_find_box()
    app.reader.panes.resolutions.box.put(query)
    await app.settle()


def listed(app: Opened) -> list[tuple[str, str]]:
    assert isinstance(app.app.screen, QueryScreen)
    return [(row.words, row.figure) for row in app.app.screen.choices.rows if isinstance(row, Choice)]


async def test_a_query_is_remembered_when_its_answer_is_opened_and_not_at_each_key(store: Path, desk: Path) -> None:
    async with opened(store, desk=desk) as app:
        await app.press("/")
        await app.type("damp")
        assert UserData(desk).history.all() == ()
        await app.press("enter")
        assert UserData(desk).history.all() == ("damp",)


@pytest.mark.parametrize("key", ["y", "Y", "s"])
async def test_a_query_is_remembered_when_its_answer_is_copied_shown_or_starred(
    store: Path, desk: Path, key: str
) -> None:
    async with opened(store, desk=desk) as app:
        await find(app, "damp")
        await app.press("escape", key)
        assert UserData(desk).history.all() == ("damp",)


async def test_what_is_copied_elsewhere_remembers_no_query(store: Path, desk: Path) -> None:
    async with opened(store, desk=desk) as app:
        await find(app, "damp")
        await app.press("1", "y")
        assert UserData(desk).history.all() == ()


async def test_earlier_queries_open_in_the_find_box_the_latest_first_and_letters_narrow_them(
    store: Path, desk: Path
) -> None:
    for query in ("damp survey", "chair", "repairs"):
        UserData(desk).history.add(query, NOW)
    async with opened(store, desk=desk) as app:
        await app.press("/", "ctrl+r")
        assert listed(app) == [("repairs", ""), ("chair", ""), ("damp survey", "")]
        await app.type("sur da")
        assert listed(app) == [("damp survey", "")]
        await app.press("enter")
        assert app.reader.panes.resolutions.box.value == "damp survey"
        assert app.reader.panes.in_find_box
        assert app.reader.panes.resolutions.asked == "damp survey"


async def test_where_there_is_no_query_yet_it_says_how_there_comes_to_be_one(store: Path) -> None:
    async with opened(store) as app:
        await app.press("ctrl+r")
        assert "No query yet." in app.text
        await app.press("enter")
        assert app.said == "There is nothing here to choose."
        await app.press("ctrl+x")
        assert app.said == "Only a saved query can be forgotten; earlier ones make room by themselves."
        await app.press("escape")
        assert app.app.screen is app.reader


async def test_a_query_is_saved_under_a_name_with_its_answers_seen(store: Path, desk: Path) -> None:
    async with opened(store, desk=desk) as app:
        await find(app, "damp ")
        await app.press("ctrl+n")
        assert isinstance(app.app.screen, NameScreen)
        await app.press("enter")
        assert app.said == "Type a name first; Esc leaves it unsaved."
        await app.type("Damp homes")
        await app.press("enter")
        assert app.said == "Saved as “Damp homes”; Ctrl+R lists it, with what is new in it."
        (saved,) = UserData(desk).queries.all()
        assert (saved.name, saved.text) == ("Damp homes", "damp")
        await app.press("ctrl+r")
        assert listed(app)[0] == ("Damp homes", "nothing new")


async def test_nothing_typed_cannot_be_saved(store: Path) -> None:
    async with opened(store) as app:
        await app.press("ctrl+n")
        assert app.said == "There is no query yet: / begins one."


async def test_escape_leaves_a_query_unsaved(store: Path, desk: Path) -> None:
    async with opened(store, desk=desk) as app:
        await find(app, "damp")
        await app.press("ctrl+n", "x", "escape")
        assert UserData(desk).queries.all() == ()
        assert app.reader.panes.in_find_box


async def test_a_saved_query_says_what_is_new_and_marks_it_when_it_is_asked(store: Path, desk: Path) -> None:
    async with opened(store, desk=desk) as app:
        await find(app, "damp")
        await app.press("ctrl+n")
        await app.type("d")
        await app.press("enter")
    with writing(store) as db:
        june = meeting(item("4", "Damp", resolution("That the damp survey be done.")), date=day(2023, 6, 8))
        put(db, june, "june.txt")
    async with opened(store, desk=desk) as app:
        await app.press("ctrl+r")
        assert listed(app)[0] == ("d", "1 new")
        await app.press("enter")
        resolutions = app.reader.panes.resolutions
        assert resolutions.box.value == "damp"
        assert " · 1 new since " in resolutions.summary.sentence
        assert [hit.date for hit in resolutions.answers.hits if hit.permalink in resolutions.answers.fresh] == [
            "2023-06-08"
        ]
        assert "8 Jun 2023 · 4 · new" in app.text
        await app.press("x")
        assert resolutions.answers.fresh == frozenset()
        assert "new since" not in resolutions.summary.sentence
        await app.press("ctrl+r")
        assert listed(app)[0] == ("d", "nothing new")


async def test_a_saved_query_is_forgotten_by_a_key(store: Path, desk: Path) -> None:
    for name in ("a", "b"):
        UserData(desk).queries.save(name, "damp", NOW)
    async with opened(store, desk=desk) as app:
        await app.press("ctrl+r", "down", "ctrl+x")
        assert app.said == "“b” is forgotten."
        assert [name for name, _ in listed(app)] == ["a"]
        assert [one.name for one in UserData(desk).queries.all()] == ["a"]


async def test_the_saved_stand_above_the_earlier_and_are_found_by_name_and_words(store: Path, desk: Path) -> None:
    UserData(desk).queries.save("Homes", "damp", NOW)
    UserData(desk).history.add("chair", NOW)
    async with opened(store, desk=desk) as app:
        await app.press("ctrl+r")
        assert [name for name, _ in listed(app)] == ["Homes", "chair"]
        await app.type("dam")
        assert [name for name, _ in listed(app)] == ["Homes"]
        await app.type("x")
        assert "No query has these letters" in app.text


async def test_a_desk_that_cannot_be_read_says_so_and_breaks_nothing(store: Path, desk: Path) -> None:
    desk.write_text("a shopping list, and no desk at all" * 100)
    async with opened(store, desk=desk) as app:
        assert app.said.endswith("is not a desk; choose another with $MINUTEBOOK_DESK.")
        await find(app, "damp")
        assert app.reader.panes.resolutions.answers.hits
        await app.press("enter")
        assert app.said.endswith("is not a desk; choose another with $MINUTEBOOK_DESK.")
        assert app.reader.place == "eastmarsh/hrg/2023-03-02/18/r1/(iv)"
        await app.press("ctrl+r")
        assert "is not a desk" in app.said
        await app.press("escape")
        await find(app, "is:starred")
        assert "is not a desk" in app.reader.panes.resolutions.summary.problems[0]
