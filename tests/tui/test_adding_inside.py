"""Adding minutes from inside the app: asked for, followed, stopped, and shown in the lists."""

import asyncio
from pathlib import Path

from store.ingest.importer import import_paths
from tests.tui.opened import Opened, opened
from tui.adding.importing import Import
from tui.adding.progress_screen import EventList, ProgressScreen
from tui.adding.run import ImportRun
from tui.adding.screen import AddScreen
from tui.reader.screen import ReaderScreen
from tui.widgets.headed_list import Choice, ChoiceList


def many(folder: Path, fixtures: Path, number: int) -> Path:
    """A folder with the minutes of so many meetings."""
    source = (fixtures / "minutes" / "wendleham-parish-2024-09-09.txt").read_text(encoding="utf-8")
    folder.mkdir()
    for year in range(1400, 1400 + number):
        (folder / f"{year}.txt").write_text(source.replace("September 2024", f"September {year}"), encoding="utf-8")
    return folder


async def ask_to_add(app: Opened, path: Path, council: str = "") -> None:
    """Type a path and a council."""
    await app.run("add")
    screen = app.app.screen
    assert isinstance(screen, AddScreen)
    screen.path_box.put(str(path))
    await app.press("enter")
    screen.council_box.put(council)
    await app.press("enter")


async def until_told(app: Opened, documents: int) -> None:
    """Wait until so many documents were told of."""
    screen = app.app.screen
    assert isinstance(screen, ProgressScreen)
    while len(screen.events.rows) < documents:
        assert app.app.is_running
        await app.pilot.pause(0.02)


async def test_what_is_added_is_in_the_lists_afterwards(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    for _ in import_paths(store, [fixtures / "minutes" / "brackwater-planning-2024-02-07.txt"]):
        pass
    async with opened(store) as app:
        before = app.reader.place
        await ask_to_add(app, fixtures / "minutes" / "wendleham-parish-2024-09-09.txt")
        assert "Done: 1 meeting stored." in app.text
        assert "Wendleham Parish Council, 9 September 2024" in app.text
        await app.press("escape")
        assert app.app.screen is app.reader
        assert "Wendleham" in app.text.split("2 Items")[0]
        assert app.reader.place == before


async def test_minutes_that_name_no_council_are_given_the_one_that_is_typed(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    async with opened(store) as app:
        await ask_to_add(app, fixtures / "minutes" / "brackwater-planning-2024-02-07.txt", "Brackwater Borough Council")
        await app.press("escape")
        assert app.reader.place == "brackwater/planning-committee/2024-02-07"


async def test_what_is_not_stored_stands_above_with_its_reason(tmp_path: Path, fixtures: Path) -> None:
    folder = many(tmp_path / "minutes", fixtures, 2)
    (folder / "soup.txt").write_text("A recipe for soup.", encoding="utf-8")
    async with opened(tmp_path / "minutes.db") as app:
        await ask_to_add(app, folder)
        assert "Done: 2 meetings stored, 1 document not stored." in app.text
        above, _, below = app.text.partition("2 documents in the store")
        assert "1 document not stored" in above
        assert "soup.txt" in above
        assert "no minutes found in it" in above
        assert "1400.txt" in below


async def test_the_same_again_says_that_it_is_there(tmp_path: Path, fixtures: Path) -> None:
    document = fixtures / "minutes" / "wendleham-parish-2024-09-09.txt"
    async with opened(tmp_path / "minutes.db") as app:
        await ask_to_add(app, document)
        await app.press("escape")
        await ask_to_add(app, document)
        assert "Done: 1 already there." in app.text


async def test_tab_completes_and_then_takes_what_the_cursor_is_on(tmp_path: Path, fixtures: Path) -> None:
    many(tmp_path / "minutes", fixtures, 3)
    async with opened(tmp_path / "minutes.db") as app:
        await app.run("add")
        screen = app.app.screen
        assert isinstance(screen, AddScreen)
        screen.path_box.put(f"{tmp_path}/minutes/1")
        await app.settle()
        await app.press("tab")
        assert screen.path_box.value == f"{tmp_path}/minutes/140"
        await app.press("down", "tab")
        assert screen.path_box.value == f"{tmp_path}/minutes/1401.txt"
        assert screen.in_path


async def add_screen(app: Opened, path: Path) -> AddScreen:
    """Ask for minutes and go on to the council."""
    await app.run("add")
    screen = app.app.screen
    assert isinstance(screen, AddScreen)
    screen.path_box.put(str(path))
    await app.press("enter")
    assert not screen.in_path
    return screen


def listed(screen: AddScreen) -> list[str]:
    return [row.words for row in screen.query_one(ChoiceList).rows if isinstance(row, Choice)]


async def test_the_councils_of_the_store_are_offered_and_tab_completes_them(sample: Path, fixtures: Path) -> None:
    async with opened(sample) as app:
        screen = await add_screen(app, fixtures)
        assert "Brackwater Borough Council" in listed(screen)
        assert listed(screen) == sorted(listed(screen))
        await app.type("brack")
        assert listed(screen) == ["Brackwater Borough Council"]
        await app.press("tab")
        assert screen.council_box.value == "Brackwater Borough Council"
        await app.press("shift+tab")
        assert screen.in_path
        assert listed(screen) == ["fixtures/"]
        await app.press("shift+tab")
        assert listed(screen) == ["Brackwater Borough Council"]


async def test_of_several_councils_tab_takes_the_one_that_the_cursor_is_on(sample: Path, fixtures: Path) -> None:
    async with opened(sample) as app:
        screen = await add_screen(app, fixtures)
        every = listed(screen)
        await app.press("down", "tab")
        assert screen.council_box.value == every[1]
        assert not screen.in_path


async def test_a_council_that_is_clicked_on_is_put_into_its_box(sample: Path, fixtures: Path) -> None:
    async with opened(sample) as app:
        screen = await add_screen(app, fixtures)
        every = listed(screen)
        await app.pilot.click(ChoiceList, offset=(4, 1))
        await app.settle()
        assert screen.council_box.value == every[1]
        assert screen.path_box.value == str(fixtures)
        assert screen.focused is screen.council_box


async def test_a_council_that_the_store_does_not_know_may_be_typed(tmp_path: Path, fixtures: Path) -> None:
    async with opened(tmp_path / "minutes.db") as app:
        await add_screen(app, fixtures)
        assert "The store knows no council yet." in app.text
        await app.type("Elm")
        await app.press("tab")
        assert app.said == "No council in the store is called so."


async def test_a_path_where_nothing_is_keeps_the_box_and_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db") as app:
        await app.run("add")
        await app.press("enter")
        assert app.said == "Type a path first, such as ~/minutes; Esc goes back."
        await app.type("/nowhere")
        await app.press("enter")
        assert app.said == "There is nothing at /nowhere; Tab completes what is there."
        assert isinstance(app.app.screen, AddScreen)


async def test_reading_goes_on_while_it_runs_and_it_can_be_stopped(
    tmp_path: Path, fixtures: Path, sample: Path
) -> None:
    store = tmp_path / "minutes.db"
    store.write_bytes(sample.read_bytes())
    folder = many(tmp_path / "many", fixtures, 400)
    async with opened(store) as app:
        await app.pilot.press("A")
        await app.pilot.pause()
        screen = app.app.screen
        assert isinstance(screen, AddScreen)
        screen.path_box.put(str(folder))
        await app.pilot.press("enter")
        await app.pilot.pause(0.1)
        await app.pilot.press("enter")
        await app.pilot.pause(0.1)
        await until_told(app, 5)
        await app.pilot.press("escape")
        assert app.app.screen is app.reader
        row = app.reader.panes.meetings.rows[1]
        assert row is not None
        second = row.permalink
        await app.pilot.press("j")
        while app.reader.place != second:
            assert app.app.is_running
            await app.pilot.pause(0.01)
        assert " of 400: A" in app.lines[-1]
        await app.pilot.press("A", "x")
        await app.settle()
        assert "Stopped: " in app.text
        assert "What is stored stays" in app.text
        assert 5 <= len(app.app.screen.query_one(EventList).rows) < 400
        await app.press("escape")
        assert app.reader.place == second


async def test_quitting_while_it_runs_asks_once(tmp_path: Path, fixtures: Path) -> None:
    folder = many(tmp_path / "many", fixtures, 400)
    async with opened(tmp_path / "minutes.db") as app:
        app.reader.adding.begin(folder, None)
        await app.pilot.pause(0.1)
        await until_told(app, 2)
        await app.pilot.press("escape")
        await app.pilot.pause()
        await app.pilot.press("q")
        await app.pilot.pause()
        assert app.app.is_running
        assert app.said == "Minutes are being added. q again stops that and quits; what was added stays."
        await app.pilot.press("q")
        await app.pilot.pause()
        assert not app.app.is_running


async def test_only_one_import_runs_at_a_time(tmp_path: Path, fixtures: Path) -> None:
    folder = many(tmp_path / "many", fixtures, 100)
    async with opened(tmp_path / "minutes.db") as app:
        app.reader.adding.begin(folder, None)
        await app.pilot.pause(0.1)
        first = app.app.screen
        assert isinstance(first, ProgressScreen)
        await app.pilot.press("escape")
        await app.pilot.press("A")
        await app.pilot.pause()
        assert isinstance(app.app.screen, ProgressScreen)
        app.reader.adding.stop()


async def test_a_store_that_cannot_be_written_is_told(tmp_path: Path, fixtures: Path) -> None:
    store = tmp_path / "minutes.db"
    async with opened(store) as app:
        store.write_text("not a store", encoding="utf-8")
        await ask_to_add(app, fixtures / "minutes" / "wendleham-parish-2024-09-09.txt")
        assert "is not a store of minutes" in " ".join(app.text.split())


async def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with opened(tmp_path / "minutes.db") as app:
        await ask_to_add(app, tmp_path / "empty")
        assert "there are no files in it that could be minutes" in app.text


async def test_the_sample_takes_no_minutes_of_ones_own(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db") as app:
        await app.press("s")
        await app.press("A")
        assert app.said.startswith("This is the sample, which goes when it is left")


async def test_the_process_ends_with_who_listens(tmp_path: Path, fixtures: Path) -> None:
    adding = Import(tmp_path / "minutes.db", many(tmp_path / "many", fixtures, 400), None)
    run = ImportRun(tmp_path)
    async for events in adding.events():
        run.take(events)
        if run.done:
            adding.stop()
    assert 0 < run.done < 400
    await asyncio.sleep(0)
    assert adding._process is not None
    assert adding._process.returncode is not None


async def test_welcome_stands_over_an_empty_store_and_goes_when_there_are_minutes(
    tmp_path: Path, fixtures: Path
) -> None:
    store = tmp_path / "minutes.db"
    async with opened(store) as app:
        assert "There are no minutes here yet." in app.text
        assert str(store) in app.text.replace("\n", "").replace(" ", "")
        await ask_to_add(app, fixtures / "minutes")
        await app.press("escape")
        assert app.app.screen is app.reader
        assert app.reader.place is not None


async def test_the_sample_is_opened_from_the_welcome_and_left_for_it(tmp_path: Path) -> None:
    store = tmp_path / "minutes.db"
    async with opened(store) as app:
        await app.press("s")
        assert isinstance(app.app.screen, ReaderScreen)
        assert app.app.screen is not app.reader
        assert "Wendleham" in app.text
        await app.press("q")
        assert "There are no minutes here yet." in app.text
        assert not store.exists()
