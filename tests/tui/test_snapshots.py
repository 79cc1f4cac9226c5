"""The screen as text, at three sizes, in dark and in light, and at one size in every theme.

Read the files in `snapshots` like prose.

What is drawn must be easy to read as well: the contrast of all words with what they stand on is measured here.

MINUTEBOOK_SNAPSHOTS=write writes them anew.
"""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from store.ingest.events import Added, AlreadyThere, Failed, FilesFound
from store.userdata.new_results import LatestAnswers
from store.userdata.userdata import UserData
from store.views.view_lines import MeetingLine
from tests.tui.contrast import contrast
from tests.tui.looks import colours, looks
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.adding.progress_screen import ProgressScreen
from tui.adding.run import ImportRun
from tui.adding.screen import AddScreen
from tui.config.settings import Config
from tui.terminal.progress import progress_line
from tui.widgets.theme import PALETTES, THEMES

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CLAUSE = "brackwater/planning-committee/2024-02-07/5/r1/b)"
_FOLDER = Path(__file__).parent / "snapshots"
_SIZES = pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=lambda size: "{}x{}".format(*size))


async def expect(app: Opened, name: str) -> None:
    """The screen is the one in `snapshots/NAME-WIDTHxHEIGHT.txt`, drawn as the `.looks` beside it says.

    It has the same words in other themes, and what is an accent in dark colours is one in light ones.
    """
    for box in app.app.screen.query(Input):
        box.cursor_blink = False
    for area in app.app.screen.query(TextArea):
        area.cursor_blink = False
    width, height = app.app.size
    shown, drawn = app.text + "\n", looks(app)
    _compare(_FOLDER / f"{name}-{width}x{height}.txt", shown)
    _compare(_FOLDER / f"{name}-{width}x{height}.looks", drawn)
    its_own = app.app.theme
    others = [theme for theme in THEMES if theme != its_own] if (width, height) == USUAL else ["light"]
    for theme in (*others, its_own):
        app.app.theme = theme
        await app.settle()
        assert app.text + "\n" == shown, theme
        if theme in PALETTES:
            assert looks(app) == drawn, theme
            assert _hard_to_read(app, theme) == [], theme


def _hard_to_read(app: Opened, theme: str) -> list[tuple[str, str]]:
    """The colours of words on the screen, each with what they stand on, that are too near to each other."""
    least = 7 if theme.startswith("contrast-") else 4.5
    return [pair for pair in colours(app) if contrast(*pair) < least]


def _compare(path: Path, shown: str) -> None:
    if os.environ.get("MINUTEBOOK_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


async def ask_to_add(app: Opened, path: str) -> AddScreen:
    """Type a path to add at once."""
    await app.run("add")
    screen = app.app.screen
    assert isinstance(screen, AddScreen)
    screen.path_box.put(path)
    await app.settle()
    return screen


async def find(app: Opened, query: str) -> None:
    """Type a query at once."""
    await app.run("find")
    app.reader.panes.resolutions.box.put(query)
    await app.settle()


@_SIZES
async def test_it_opens_on_the_newest_meeting(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await expect(app, "opened")


@_SIZES
async def test_what_is_asked_for_is_found_and_shown(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "culvert survey")
        await expect(app, "finding")


@_SIZES
async def test_titles_and_discussion_stand_below_the_resolutions(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "quay wall")
        await app.run("back", "end")
        await expect(app, "sections")


@_SIZES
async def test_an_answer_is_opened_to_its_places(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "in:title minutes")
        await app.run("inward")
        await expect(app, "places")


@_SIZES
async def test_close_answers_are_marked_and_the_query_is_explained(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "flod gaet cuncil:brackwater")
        await expect(app, "problem")


@_SIZES
async def test_where_nothing_fits_there_is_something_to_try(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "committee:planning xylophone wardn")
        await expect(app, "nothing")


@_SIZES
async def test_facets_stand_over_what_was_found(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "year:2022 flood")
        await app.run("narrow")
        await expect(app, "facets")


@_SIZES
async def test_saved_queries_and_earlier_ones(sample: Path, desk: Path, size: tuple[int, int]) -> None:
    kept = UserData(desk)
    kept.queries.save("Flood defences", "flood barrier committee:panel", NOW)
    kept.queries.save("Trees", "willow", NOW)
    kept.queries.look("Trees", LatestAnswers((), 0), NOW)
    for query in ("street lighting", "foster carer", "quay wall"):
        kept.history.add(query, NOW)
    async with opened(sample, size, desk=desk) as app:
        await app.run("find", "earlier-queries")
        await expect(app, "queries")


@_SIZES
async def test_a_query_is_given_a_name(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "flood barrier committee:panel")
        await app.run("save-query")
        await expect(app, "name")


@_SIZES
async def test_stars_are_marked_in_every_pane(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("wendleham/wpc/2024-09-09/82-24/r2")
        await app.settle()
        await app.run("items", "star", "meetings", "star", "resolutions", "down", "star")
        await expect(app, "stars")


@_SIZES
async def test_a_note_is_read_among_the_minutes(sample: Path, desk: Path, size: tuple[int, int]) -> None:
    UserData(desk).notes.write(CLAUSE, "Ask the clerk when the stall closes.\nSee June.", NOW)
    async with opened(sample, size, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await app.run("reading")
        await expect(app, "noted")


@_SIZES
async def test_a_note_is_written_over_the_minutes(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("items", "note")
        await app.type("Ask for the survey.")
        await expect(app, "note")


@_SIZES
async def test_what_is_selected_and_unseen_is_marked(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("seen", "select", "down", "select")
        await expect(app, "selected")


@_SIZES
async def test_all_that_is_starred_and_noted_is_listed(sample: Path, desk: Path, size: tuple[int, int]) -> None:
    kept = UserData(desk)
    kept.notes.write(CLAUSE, "Ask the clerk when the stall closes.\nSee June.", NOW)
    kept.stars.add(["wendleham/wpc/2024-09-09", CLAUSE, "elsewhere/planning/2020-01-01/4"], NOW)
    async with opened(sample, size, desk=desk) as app:
        await app.run("marked")
        await expect(app, "marked")


@_SIZES
async def test_a_clause_is_read_in_its_item(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07/5/r1/b)")
        await app.settle()
        await app.run("reading")
        await expect(app, "clause")


@_SIZES
async def test_an_item_that_was_cut_short_says_so(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("lmasb/2019-11-14")
        await app.settle()
        cut = next(item for item in app.reader.panes.items.view.items if not item.complete)  # type: ignore[union-attr]
        app.reader.go_to(cut.permalink)
        await app.settle()
        await app.run("reading", "end")
        await expect(app, "cut-short")


@_SIZES
async def test_help_names_every_key(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("help")
        await expect(app, "help")


@_SIZES
async def test_the_citation_is_shown_with_its_words(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07/5/r1/b)")
        await app.settle()
        await app.run("reading", "show-reference")
        await expect(app, "citation")


@_SIZES
async def test_an_empty_store_says_how_to_fill_it(size: tuple[int, int]) -> None:
    async with opened(Path("/nowhere/minutes.db"), size) as app:
        await expect(app, "empty")


@_SIZES
async def test_a_path_to_add_is_completed(
    sample: Path, fixtures: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fixtures)
    async with opened(sample, size) as app:
        await ask_to_add(app, "minutes/brackwater-")
        await expect(app, "add")


@_SIZES
async def test_the_councils_of_the_store_are_offered(
    sample: Path, fixtures: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fixtures)
    async with opened(sample, size) as app:
        screen = await ask_to_add(app, "minutes/")
        await app.run("add-it")
        screen.council_box.put("council")
        await app.settle()
        await expect(app, "council")


@_SIZES
async def test_how_far_adding_has_come_and_what_came_of_it(
    sample: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.adding.run.progress_line", lambda done, total, _: progress_line(done, total, 2.0))
    line = MeetingLine(
        "elm/tc/2023-03-02", "Elm Town Council", "Town Committee", "2023-03-02", "18:00", "draft", 8, 5, 0
    )
    run = ImportRun(Path("minutes"))
    run.take(
        [
            FilesFound(6),
            Added("minutes/march.txt", line, (), 0),
            Failed("minutes/soup.txt", "no minutes found in it", refused=True),
            Added("minutes/april.pdf", replace(line, date="2023-04-06", incomplete=2), (), 3),
            AlreadyThere("minutes/copies/march.txt", line),
        ]
    )
    async with opened(sample, size) as app:
        screen = ProgressScreen(run, lambda: None)
        app.app.push_screen(screen)
        await app.settle()
        await expect(app, "progress")
        run.end()
        screen.show_progress()
        await app.settle()
        await expect(app, "added")


@_SIZES
async def test_words_are_lit_in_the_text(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("cypsg/2021-07-05/28")
        await app.settle()
        app.reader.matching.go("foster carers")
        await app.settle()
        await expect(app, "matches")


@_SIZES
async def test_the_evidence_of_a_clause(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07/5/r1/b)")
        await app.settle()
        await app.run("reading", "evidence")
        await expect(app, "evidence")


@_SIZES
async def test_a_meeting_at_a_glance(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07")
        await app.settle()
        await app.run("at-a-glance", "down")
        await expect(app, "glance")


@_SIZES
async def test_places_to_go_to_are_suggested(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07")
        await app.settle()
        await app.run("go-to")
        await app.type("5")
        await expect(app, "going")


@_SIZES
async def test_the_years_and_outcomes_on_a_timeline(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("timeline")
        await expect(app, "timeline")


@_SIZES
async def test_the_meetings_are_filtered(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("filter")
        await app.type("plan")
        await expect(app, "filter")


@_SIZES
async def test_a_pane_has_the_whole_screen(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("reading", "maximise")
        await expect(app, "maximised")


async def test_a_screen_that_is_too_small_says_so(sample: Path) -> None:
    async with opened(sample, (39, 9)) as app:
        await expect(app, "too-small")


@pytest.mark.parametrize("theme", PALETTES)
async def test_the_palette_can_be_read(sample: Path, theme: str) -> None:
    async with opened(sample, USUAL, config=Config(theme=theme)) as app:
        await app.run("palette")
        await app.type("colours")
        assert "High contrast, light" in app.text
        assert _hard_to_read(app, theme) == []
