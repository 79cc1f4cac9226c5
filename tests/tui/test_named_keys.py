"""Sentences name the keys that the person has, whichever these are."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.tui.opened import Opened, opened
from tui.adding.progress_screen import ProgressScreen
from tui.adding.run import ImportRun
from tui.adding.screen import AddScreen
from tui.citing.basket_screen import BasketList
from tui.commands.command import key_name
from tui.commands.picker import PickerScreen
from tui.config.settings import Config
from tui.exporting.screen import ExportFileScreen
from tui.marking.marked_screen import MarkedList
from tui.reader.every_command import COMMANDS
from tui.reader.help import help_page
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import RowNote

KEYS = {name: f"ctrl+alt+f{number}" for number, name in enumerate(COMMANDS)}
OWN = Config(commands={name: (key,) for name, key in KEYS.items()})


def named(sentence: str) -> str:
    """A sentence with ids of commands in brackets, as one with the keys that they have here."""
    return sentence.format_map({name.replace("-", "_"): key_name(key) for name, key in KEYS.items()})


async def _only_committee(app: Opened) -> str:
    await app.run("items", "only-this-committee")
    return app.said


async def _no_words(app: Opened) -> str:
    await app.run("next-match")
    return app.said


async def _words_nowhere(app: Opened) -> str:
    app.reader.matching.go("xylophones")
    await app.settle()
    return app.said


async def _last_match(app: Opened) -> str:
    app.reader.go_to("htoc/2019-06-11/7")
    await app.settle()
    app.reader.matching.go("taxi")
    await app.settle()
    while not app.said.startswith("No more"):
        await app.run("next-match")
    return app.said


async def _first_match(app: Opened) -> str:
    await _last_match(app)
    await app.run("previous-match")
    while not app.said.startswith("No more"):
        await app.run("previous-match")
    return app.said


async def _at_places(app: Opened) -> str:
    app.reader.finding.put("in:title minutes")
    await app.settle()
    await app.run("back", "inward", "inward")
    return app.said


async def _order_of_places(app: Opened) -> str:
    await _at_places(app)
    await app.run("sort")
    return app.said


async def _range(app: Opened) -> str:
    await app.run("items", "select-range")
    return app.said


async def _no_meeting(app: Opened) -> str:
    app.reader.listing.filter("zeppelin")
    await app.settle()
    return app.reader.panes.meetings.nothing()


async def _no_item(app: Opened) -> str:
    await app.run("items")
    app.reader.outlining.filter("zeppelin")
    await app.settle()
    return app.reader.panes.items.nothing()


async def _nothing_found(app: Opened) -> str:
    app.reader.finding.put("xylophone")
    await app.settle()
    rows = app.reader.panes.resolutions.answers.rows
    return [row.words for row in rows if isinstance(row, RowNote)][-1]


async def _no_query(app: Opened) -> str:
    await app.run("earlier-queries")
    assert isinstance(app.app.screen, PickerScreen)
    return app.app.screen.choices.if_none


async def _unnamed_query(app: Opened) -> str:
    app.reader.finding.put("roof")
    await app.settle()
    await app.run("save-query", "save-it")
    return app.said


async def _basket(app: Opened) -> str:
    await app.run("basket")
    return app.app.screen.query_one(BasketList).nothing()


async def _out_of_the_basket(app: Opened) -> str:
    await app.run("copy-reference", "basket", "take-out")
    return app.said


async def _nothing_marked(app: Opened) -> str:
    await app.run("marked")
    return app.app.screen.query_one(MarkedList).nothing()


async def _star_removed(app: Opened) -> str:
    await app.run("star", "marked", "remove-mark")
    return app.said


async def _note_kept(app: Opened) -> str:
    await app.run("items", "note")
    await app.type("Ask.")
    await app.run("keep-note")
    return app.said


async def _note_gone(app: Opened) -> str:
    await _note_kept(app)
    await app.run("marked", "edit-note")
    await app.press(*["backspace"] * 4)
    await app.run("keep-note")
    return app.said


async def _no_path(app: Opened) -> str:
    await app.run("add", "add-it")
    return app.said


async def _wrong_path(app: Opened) -> str:
    await app.run("add")
    assert isinstance(app.app.screen, AddScreen)
    app.app.screen.path_box.put("/nowhere")
    await app.run("add-it")
    return app.said


async def _no_file_name(app: Opened) -> str:
    await app.run("export", "choose")
    assert isinstance(app.app.screen, ExportFileScreen)
    app.app.screen.query_one(FindBox).put("")
    await app.settle()
    await app.run("export-it")
    return app.said


async def _ended(app: Opened) -> str:
    run = ImportRun(Path("minutes"))
    run.end()
    app.app.push_screen(ProgressScreen(run, lambda: None))
    await app.settle()
    await app.run("stop-adding")
    return app.said


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        (_only_committee, "Choose a meeting first ({meetings}); then {only_this_committee} lists its committee only."),
        (
            _no_words,
            "There are no words to look for yet: {filter} asks for some in this text, {find} in all minutes.",
        ),
        (_words_nowhere, "“xylophones” is nowhere in this meeting; {find} looks in all minutes."),
        (_last_match, "No more “taxi” in this meeting; {previous_match} goes back."),
        (_first_match, "No more “taxi” in this meeting; {next_match} goes on."),
        (_at_places, "These are the places; {outward} or {back} goes back to the answers."),
        (_order_of_places, "Places stand newest first; {outward} or {back} goes back to the answers."),
        (_range, "A range begins here; {select_range} ends it, {back} gives it up."),
        (_no_meeting, "No meeting fits “zeppelin”. {back} takes the filter away, {filter} changes it."),
        (_no_item, "Nothing in this meeting fits “zeppelin”. {back} takes the filter away, {filter} changes it."),
        (_nothing_found, "Fewer words find more; {earlier_queries} has earlier queries."),
        (_no_query, "that you save with {save_query}."),
        (_unnamed_query, "Type a name first; {close} leaves it unsaved."),
        (_basket, "The basket is empty. What {copy_reference} and {show_reference} copy is kept here."),
        (_out_of_the_basket, "1 citation taken out; {take_back} brings back what was taken out last."),
        (
            _nothing_marked,
            "Nothing is starred or noted yet. In the minutes {star} stars what is under the cursor, {note} writes a",
        ),
        (_star_removed, "The star is gone; {take_back} brings it back."),
        (_note_kept, "The note is kept; {undo} takes it back."),
        (_note_gone, "The note is gone; {take_back} brings it back."),
        (_no_path, "Type a path first, such as ~/minutes; {close} goes back."),
        (_wrong_path, "There is nothing at /nowhere; {complete} completes what is there."),
        (_no_file_name, "Type a name first, such as ~/minutes.md; {close} goes back."),
        (_ended, "It has ended; {close} goes back to the minutes."),
    ],
)
async def test_a_sentence_names_the_keys_of_the_person(
    sample: Path, does: Callable[[Opened], Awaitable[str]], sentence: str
) -> None:
    async with opened(sample, config=OWN) as app:
        assert named(sentence) in await does(app)


async def test_an_empty_store_names_them_too(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db", config=OWN) as app:
        assert app.reader.panes.meetings.nothing() == named("No minutes yet: {add} adds some.")
        said = " ".join(line.plain.strip() for line in app.reader.panes.reading.shown.lines)
        assert said.startswith(named("There are no minutes here yet.  {add} adds some: a file of minutes,"))


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (Config(), "Letters type; ↑ ↓ PgUp PgDn move in the list, Enter opens, Esc goes to the list."),
        (
            Config(keys="emacs"),
            "Letters type; Ctrl+P Ctrl+N Alt+V Ctrl+V move in the list, Enter opens, Ctrl+G goes to the list.",
        ),
        (OWN, named("Letters type; {up} {down} {page_up} {page_down} move in the list, Enter opens, {back} goes to")),
    ],
)
def test_the_help_says_what_moves_in_the_find_box(config: Config, sentence: str) -> None:
    assert sentence in " ".join(line.plain.strip() for line in help_page(80, config.keymap).lines)


async def test_where_words_are_typed_a_key_is_named_that_types_nothing(sample: Path) -> None:
    async with opened(sample, config=Config(commands={"close": ("q", "f4")})) as app:
        app.reader.finding.put("roof")
        await app.settle()
        await app.run("save-query", "save-it")
        assert app.said == "Type a name first; F4 leaves it unsaved."


async def test_a_command_without_a_key_is_in_the_palette(sample: Path) -> None:
    async with opened(sample, config=Config(commands={"undo": ()})) as app:
        await app.run("seen")
        assert app.said == "The meeting marked as seen; the palette takes it back."
