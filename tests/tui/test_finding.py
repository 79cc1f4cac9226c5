"""What is found: exact and close, section by section, opened to its places; and what is said where nothing is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest

from store.errors import StoreError
from store.find.answer import Answer
from store.model import Result
from tests.store.building import APOLOGIES, REPAIRS, item, meeting, resolution, store_of
from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.finding.answer_list import FoundRow, MendedRow
from tui.ports import Pane
from tui.session.library import StoreLibrary
from tui.widgets.headed_list import RowHeading, RowNote

NOTED = "That the report be noted."
PLANNING = "brackwater/planning-committee"


@pytest.fixture
def repeated(tmp_path: Path) -> Path:
    """A store in which the same words were passed three times, under a title that stands three times."""
    meetings = [
        meeting(APOLOGIES, item("4", title, resolution(NOTED), said="Nobody spoke."), date=day(2023, month, 2))
        for month, title in enumerate(("Damp", "Roofs", "Rents"), start=3)
    ]
    return store_of(tmp_path / "minutes.db", *meetings, meeting(REPAIRS, date=day(2023, 2, 2)))


async def find(app: Opened, query: str) -> None:
    """Type a query at once."""
    app.reader.panes.use_find_box()
    app.reader.panes.resolutions.box.put(query)
    await app.settle()


def headings(app: Opened) -> list[str]:
    return [row.words for row in app.reader.panes.resolutions.answers.rows if isinstance(row, RowHeading)]


def notes(app: Opened) -> str:
    return " ".join(row.words for row in app.reader.panes.resolutions.answers.rows if isinstance(row, RowNote))


def mended(app: Opened) -> list[str]:
    return [row.query for row in app.reader.panes.resolutions.answers.rows if isinstance(row, MendedRow)]


def sections(app: Opened) -> Iterator[str]:
    for row in app.reader.panes.resolutions.answers.rows:
        if isinstance(row, FoundRow):
            yield row.section.value


def at_places(app: Opened) -> bool:
    return app.reader.panes.resolutions.at_places


async def test_titles_and_discussion_stand_below_under_headings_with_their_counts(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "flood gate")
        titles, text = headings(app)
        assert titles.startswith("Titles of items · ")
        assert text.startswith("Discussion · ")
        assert list(dict.fromkeys(sections(app))) == ["resolutions", "titles", "text"]
        assert list(sections(app)) == sorted(sections(app), key=["resolutions", "titles", "text"].index)


async def test_a_query_that_chooses_a_section_has_no_others_below(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "in:title flood")
        assert headings(app) == []
        assert set(sections(app)) == {"titles"}


async def test_nothing_typed_has_no_sections(sample: Path) -> None:
    async with opened(sample) as app:
        assert headings(app) == []


async def test_enter_on_a_title_opens_its_item(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "in:title eel steps")
        await app.press("enter")
        assert app.in_use(Pane.READING)
        assert app.reader.place == f"{PLANNING}/2024-02-07/6"


async def test_enter_on_a_paragraph_opens_its_item_with_the_paragraph_lit(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "in:text forgotten how")
        await app.press("enter")
        assert app.reader.place == f"{PLANNING}/2024-02-07/6"
        lit = [line for line in app.lines if "┃" in line]
        assert any("Eleanor Vane" in line for line in lit)
        assert any("forgotten how" in line for line in lit)


async def test_close_answers_stand_apart_and_are_marked(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "be notde")
        hits = app.reader.panes.resolutions.answers.hits
        assert not any(hit.exact for hit in hits)
        assert any(line.lstrip("│ ").startswith("~ That") for line in (line[49:].strip() for line in app.lines))


async def test_a_heading_stands_between_exact_and_close_answers(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "noted")
        rows = app.reader.panes.resolutions.answers.rows
        found = [row for row in rows if isinstance(row, FoundRow) and row.section.value == "resolutions"]
        exact = [row.hit.exact for row in found]
        assert exact == sorted(exact, reverse=True)
        assert any(one.startswith("Close to what was typed") for one in headings(app)) == (not all(exact))


async def test_an_answer_says_how_often_it_was_passed(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "report be noted")
        assert "passed 3 times" in app.text
        await find(app, "in:title apologies")
        assert "stands 3 times" in app.text
        await app.pilot.resize_terminal(*SMALL)
        await app.settle()
        assert "×3" in app.text


@pytest.mark.parametrize("key", ["right", "l"])
async def test_a_key_opens_an_answer_to_its_places_and_escape_goes_back(repeated: Path, key: str) -> None:
    async with opened(repeated) as app:
        await find(app, "noted")
        answers = app.reader.panes.resolutions.answers
        before, cursor = list(answers.rows), answers.cursor
        await app.press("escape", key)
        assert [hit.date for hit in answers.hits] == ["2023-05-02", "2023-04-02", "2023-03-02"]
        assert "4 Resolutions · 3 places" in app.text
        await app.press("down")
        assert app.reader.panes.reading.place == answers.hits[1].permalink
        await app.press("escape")
        assert (list(answers.rows), answers.cursor) == (before, cursor)
        assert app.in_use(Pane.RESOLUTIONS)
        await app.press(key, "left")
        assert list(answers.rows) == before


async def test_right_behind_the_last_letter_opens_places_from_the_find_box(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "noted")
        await app.press("left", "right")
        assert not at_places(app)
        assert "→ its places" in app.lines[-1]
        await app.press("right")
        assert at_places(app)
        assert "→ its places" not in app.lines[-1]
        await app.press("s")
        assert app.reader.panes.resolutions.asked == "noteds"
        assert not at_places(app)


async def test_titles_open_to_their_places(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "in:title apologies")
        await app.run("inward")
        assert len(app.reader.panes.resolutions.answers.hits) == 3


async def test_places_heed_the_filters_of_the_query(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "date:2023-04.. noted")
        await app.run("inward")
        assert [hit.date for hit in app.reader.panes.resolutions.answers.hits] == ["2023-05-02", "2023-04-02"]
        assert "4 Resolutions · 2 places" in app.text


async def test_what_stands_once_says_so(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "tanner row")
        await app.press("escape", "l")
        assert app.said == "These words stand in one place only."
        await app.press("h")
        assert app.said == "These are the answers already; Esc goes back to where you were."


async def test_a_paragraph_that_stands_often_says_why_it_has_no_places(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "in:text nobody spoke")
        assert "stands 3 times" in app.text
        await app.press("escape", "l")
        assert app.said.startswith("Only resolutions and titles open to their places")


async def test_sections_that_were_not_there_yet_are_there_after_going_back_from_places(repeated: Path) -> None:
    async with opened(repeated) as app:
        app.reader.panes.use_find_box()
        app.reader.panes.resolutions.box.put("report")
        while app.reader.panes.resolutions.asked != "report":
            await app.pilot.pause(0.005)
        app.reader.finding.open_places()
        await app.settle()
        assert headings(app) == []
        await app.press("escape")
        assert headings(app) == ["Discussion · 1"]


async def test_a_wrong_field_is_explained_and_the_list_is_not_emptied(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "flood cuncil:brackwater year:2021-13")
        summary = app.reader.panes.resolutions.summary
        assert "There is no field “cuncil”; did you mean council:?" in summary.problems
        assert "2021-13 is no month." in summary.problems
        assert "! There is no field “cuncil”" in app.text
        assert app.reader.panes.resolutions.answers.hits


async def test_where_nothing_fits_the_words_are_named_and_others_offered(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "committee:planning xylophone wardn")
        assert notes(app).startswith("Nothing fits. “xylophone” stands in no resolution.")
        assert "Looked in resolutions, in the titles of items and in the discussion." in notes(app)
        assert mended(app)[0] == "committee:planning wardens"
        await app.press("enter")
        assert app.reader.panes.resolutions.box.value == "committee:planning wardens"
        assert app.reader.panes.in_find_box
        assert mended(app) == ["wardens"]
        await app.press("enter")
        assert app.reader.panes.resolutions.answers.hits


async def test_where_only_the_filters_are_in_the_way_the_query_is_offered_without_them(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "year:2021 quay wall slipway")
        assert mended(app) == ["quay wall slipway"]


async def test_only_close_answers_say_which_words_stand_nowhere(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "flod gate")
        assert app.reader.panes.resolutions.answers.hits
        assert app.reader.panes.resolutions.summary.problems == ["“flod” stands in no resolution."]


async def test_the_exact_count_comes_after_the_answers(sample: Path) -> None:
    async with opened(Counting(sample)) as app:
        await find(app, "flood")
        assert "28 resolutions with “flood”" in app.text


class Counting(StoreLibrary):
    """Counts the answers only when it is asked to."""

    async def find(self, query: str) -> Answer:
        from dataclasses import replace

        from store.find.answer import Count

        return replace(await super().find(query), exact=Count(5, more=True))


async def test_an_error_is_told_and_the_list_stays(sample: Path) -> None:
    async with opened(Failing(sample)) as app:
        before = app.reader.panes.resolutions.answers.hits
        await find(app, "fail")
        assert app.said == "The store cannot be read."
        assert "! The store cannot be read." in app.text
        assert app.reader.panes.resolutions.answers.hits == before
        await find(app, "flood")
        assert "28 resolutions" in app.text


class Failing(StoreLibrary):
    """Fails at one query."""

    async def find(self, query: str) -> Answer:
        if query == "fail":
            raise StoreError("The store cannot be read.")
        return await super().find(query)


async def test_more_answers_than_are_listed_are_told_at_the_end_of_the_list(tmp_path: Path) -> None:
    titles = [item(str(number), f"Damp in house {number}", said="Nobody spoke.") for number in range(60)]
    async with opened(store_of(tmp_path / "minutes.db", meeting(*titles))) as app:
        await find(app, "damp")
        assert headings(app) == ["Titles of items · 60"]
        listed = len(app.reader.panes.resolutions.answers.hits)
        assert notes(app) == f"These are the best {listed}; more words or filters (Ctrl+F) find the others."


async def test_what_was_found_can_still_be_seen_where_going_there_makes_the_text_narrower(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await find(app, "flod gate")
        await app.press("enter")
        assert app.in_use(Pane.READING)
        assert "testing of the flood gate" in app.text
        text = app.reader.panes.reading
        assert text.vertical_scrollbar.position == text.scroll_y > 0


async def test_a_name_that_is_typed_offers_the_person_and_finds_the_meetings(repeated: Path) -> None:
    async with opened(repeated) as app:
        await find(app, "ashdown")
        told = "Councillor Ashdown: 4 meetings"
        assert "People" in headings(app)
        assert mended(app) == ["person:ashdown"]
        assert told in app.text
        assert f"{told} (person:ashdown)" in app.reader.panes.resolutions.summary.sentence
        await find(app, "ashdown damp")
        assert "People" not in headings(app)


async def test_an_answer_says_of_a_motion_that_it_was_lost(tmp_path: Path) -> None:
    moved = [replace(resolution(f"That the {what} be sold."), result=Result.LOST) for what in ("gate", "quay")]
    carried = replace(resolution("That the weir be sold."), result=Result.CARRIED)
    store = store_of(tmp_path / "minutes.db", meeting(item("4", "Sales", *moved, carried)))
    async with opened(store) as app:
        await find(app, "be sold")
        assert sum("· lost" in line for line in app.lines) == 2, app.text
