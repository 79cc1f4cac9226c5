"""Filtering and sorting what the panes list."""

import asyncio
from pathlib import Path

from textual.widget import Widget

from store.views.view_lines import MeetingLine
from tests.tui.opened import SMALL, Opened, opened
from tui.finding.facet_screens import FilterScreen
from tui.ports import Pane
from tui.session.library import StoreLibrary
from tui.session.listings import MeetingChoice, MeetingListing, StoreLists
from tui.widgets.headed_list import Choice

PLANNING = "brackwater/planning-committee/2024-02-07"


def meetings(app: Opened) -> list[MeetingLine]:
    return [row for row in app.reader.panes.meetings.rows if row]


def title(app: Opened, pane: Pane) -> str:
    panes = app.reader.panes
    widgets: dict[Pane, Widget] = {
        Pane.MEETINGS: panes.meetings,
        Pane.ITEMS: panes.items,
        Pane.RESOLUTIONS: panes.resolutions,
    }
    return str(widgets[pane].border_title)


async def filtered(app: Opened, words: str) -> None:
    await app.press("f")
    await app.type(words)
    await app.press("enter")


async def test_f_filters_the_meetings_by_words_and_escape_takes_the_filter_away(sample: Path) -> None:
    async with opened(sample) as app:
        every = len(meetings(app))
        await filtered(app, "planing committee")
        assert {row.committee for row in meetings(app)} == {"Planning Committee"}
        assert f"2 of {every} · planing committee" in title(app, Pane.MEETINGS)
        assert app.reader.place == meetings(app)[0].permalink
        await app.press("escape")
        assert len(meetings(app)) == every
        assert app.reader.place in {row.permalink for row in meetings(app)}


async def test_values_are_offered_with_their_counts_and_are_put_beside_the_words(sample: Path) -> None:
    async with opened(sample) as app:
        await filtered(app, "report")
        await app.press("f")
        assert isinstance(app.app.screen, FilterScreen)
        choices = {row.words: row for row in app.app.screen.choices.rows if isinstance(row, Choice)}
        assert "Take “report” away" in choices
        figure = choices["2024"].figure
        app.app.screen.choose(choices["2024"])
        await app.settle()
        assert app.reader.listing.chosen.query == "year:2024 report"
        assert len(meetings(app)) == int(figure)
        assert all(row.date and row.date.startswith("2024") for row in meetings(app))


async def test_a_filter_that_nothing_fits_says_how_to_be_rid_of_it(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await filtered(app, "zeppelin")
        assert "No meeting fits “zeppelin”." in app.text
        assert app.reader.place is not None
        await app.press("escape")
        assert meetings(app)


async def test_c_is_such_a_filter(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("j", "j", "c")
        assert app.reader.listing.chosen.query == "committee:brackwater/planning-committee"
        await app.press("c")
        assert app.reader.listing.chosen.query == ""


async def test_going_to_a_meeting_that_the_filter_leaves_out_takes_the_filter_away(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.listing.filter("council:tarrowshire")
        await app.settle()
        app.reader.go_to(PLANNING)
        await app.settle()
        assert app.reader.listing.chosen.query == ""
        assert app.reader.panes.meetings.current
        assert app.reader.panes.meetings.current.permalink == PLANNING


async def test_s_goes_round_the_orders_and_the_cursor_stays_on_its_meeting(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("j", "S")
        dates = [row.date or "" for row in meetings(app)]
        assert dates == sorted(dates)
        assert "oldest first" in title(app, Pane.MEETINGS)
        assert app.reader.panes.meetings.current
        assert app.reader.panes.meetings.current.permalink == app.reader.place
        await app.press("S")
        names = [row.committee for row in meetings(app)]
        assert names == sorted(names, key=str.lower)
        await app.press("S")
        numbers = [row.resolutions for row in meetings(app)]
        assert numbers == sorted(numbers, reverse=True)
        await app.press("S")
        assert "first" not in title(app, Pane.MEETINGS)


async def test_an_order_asked_for_twice_in_haste_is_the_next_but_one(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.listing.next_order()
        app.reader.listing.next_order()
        await app.settle()
        assert "by committee" in title(app, Pane.MEETINGS)


async def test_items_are_filtered_with_what_is_above_them_and_stay_so_in_the_next_meeting(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await app.press("2")
        await filtered(app, "slate")
        rows = [row for row in app.reader.panes.items.rows if row]
        assert [row.permalink.removeprefix(PLANNING) for row in rows] == ["/5", "/5/r1", "/5/r1/c)"]
        assert "1 of 8 · slate" in title(app, Pane.ITEMS)
        app.reader.step_meeting(1)
        await app.settle()
        assert "of" in title(app, Pane.ITEMS)
        await app.press("escape")
        assert "slate" not in title(app, Pane.ITEMS)
        assert app.in_use(Pane.ITEMS)


async def test_items_with_decisions_come_first_when_asked_for(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await app.press("2", "S")
        items = [row for row in app.reader.panes.items.rows if row and row.depth == 0][1:]
        assert [row.opens for row in items] == sorted((row.opens for row in items), reverse=True)
        assert "decided first" in title(app, Pane.ITEMS)


async def test_f_among_resolutions_goes_to_the_find_box(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("4", "f")
        assert app.reader.panes.in_find_box


async def test_resolutions_without_words_have_two_orders_and_ranked_ones_say_why_they_have_none(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("4", "S")
        hits = app.reader.panes.resolutions.answers.hits
        assert [hit.date for hit in hits] == sorted(hit.date or "" for hit in hits)
        assert "oldest first" in title(app, Pane.RESOLUTIONS)
        assert "resolutions, oldest first" in app.text
        await app.press("S")
        assert "first" not in title(app, Pane.RESOLUTIONS)
        await app.press("/")
        await app.type("flood")
        await app.press("escape", "S")
        assert app.said.startswith("What words find stands best first")


async def test_a_text_has_no_other_order(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("3", "S")
        assert app.said == "A text stands as it is printed; the lists have other orders."


class SlowLists(StoreLists):
    """Lists meetings when it is told to."""

    held: asyncio.Event | None = None

    async def meetings(self, chosen: MeetingChoice, permalink: str | None = None) -> MeetingListing:
        if self.held and chosen.query == "flood":
            await self.held.wait()
        return await super().meetings(chosen, permalink)


async def test_of_two_filters_in_haste_the_later_one_is_shown(sample: Path) -> None:
    library = StoreLibrary(sample)
    lists = SlowLists(sample, library.kept.open_desk)  # type: ignore[attr-defined]
    lists.held = asyncio.Event()
    library._lists = lists
    async with opened(library) as app:
        app.reader.listing.filter("flood")
        await app.pilot.pause()
        app.reader.listing.filter("year:2024")
        lists.held.set()
        await app.settle()
        assert app.reader.listing.chosen.query == "year:2024"
        assert "year:2024" in title(app, Pane.MEETINGS)


async def test_only_unseen_meetings_are_listed_and_what_is_read_stays_until_the_list_is_made_again(
    sample: Path, desk: Path
) -> None:
    async with opened(sample, desk=desk) as app:
        every = [row.permalink for row in meetings(app)]
        await app.press("U")
        await filtered(app, "is:unseen")
        assert [row.permalink for row in meetings(app)] == every[1:]
        assert f"{len(every) - 1} of {len(every)} · is:unseen" in title(app, Pane.MEETINGS)
        await app.press("U", "j")
        app.reader.go_to(every[1])
        await app.settle()
        assert [row.permalink for row in meetings(app)] == every[1:]
        assert app.reader.listing.chosen.query == "is:unseen"
        assert app.reader.panes.meetings.current
        assert app.reader.panes.meetings.current.permalink == every[1]
        await app.run("only-unseen", "only-unseen")
        assert [row.permalink for row in meetings(app)] == every[2:]


async def test_the_list_of_the_unseen_is_a_command_that_takes_itself_back(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        every = len(meetings(app))
        await app.run("every-seen", "reading", "only-unseen")
        assert app.in_use(Pane.MEETINGS)
        assert "No meeting fits “is:unseen”." in app.text
        await app.run("only-unseen")
        assert len(meetings(app)) == every


async def test_the_marks_are_offered_with_how_many_meetings_have_them(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        every = len(meetings(app))
        await app.press("U", "f")
        await app.type("is:")
        assert isinstance(app.app.screen, FilterScreen)
        choices = {row.words: row for row in app.app.screen.choices.rows if isinstance(row, Choice)}
        assert (choices["seen"].figure, choices["unseen"].figure) == ("1", str(every - 1))
        app.app.screen.choose(choices["seen"])
        await app.settle()
        assert len(meetings(app)) == 1


async def test_unseen_is_a_filter_to_come_back_to_though_the_meeting_read_last_was_seen(
    sample: Path, desk: Path
) -> None:
    async with opened(sample, desk=desk) as app:
        await app.run("only-unseen")
        app.reader.go_to(f"{PLANNING}/5")
        await app.settle()
        assert app.reader.listing.chosen.query == "is:unseen"
        app.reader.leave()
    async with opened(sample, desk=desk) as app:
        assert app.reader.place == f"{PLANNING}/5"
        assert app.reader.listing.chosen.query == "is:unseen"
        assert PLANNING not in {row.permalink for row in meetings(app)}
        app.reader.go_to(f"{PLANNING}/6")
        await app.settle()
        assert app.reader.listing.chosen.query == ""
        assert PLANNING in {row.permalink for row in meetings(app)}
