"""Threads in the reader: what a place refers to, follow-up, findings and people, as lists over the panes."""

from pathlib import Path

import pytest

from tests.store.threads.meetings import MARCH, MAY, answered_in_may, asked_in_march, store_in
from tests.tui.opened import SMALL, USUAL, WIDE, opened
from tui.threads.screen import ThreadListScreen


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_in(tmp_path / "minutes.db", asked_in_march(), answered_in_may())


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_a_reference_is_followed_and_come_back_from(store: Path, size: tuple[int, int]) -> None:
    async with opened(store, size) as app:
        app.reader.go_to(f"{MAY}/20")
        await app.settle()
        await app.press("3", "r")
        assert any(isinstance(screen, ThreadListScreen) for screen in app.app.screen_stack)
        assert "Refers to · 1" in app.text
        assert "minute 13(ii)" in app.text
        await app.press("enter")
        assert app.app.screen is app.reader
        assert app.reader.place == f"{MARCH}/13/r1/(ii)"
        await app.press("backspace")
        assert app.reader.place == f"{MAY}/20"


async def test_what_refers_to_an_item_stands_under_it(store: Path) -> None:
    async with opened(store, USUAL) as app:
        app.reader.go_to(f"{MARCH}/13")
        await app.settle()
        await app.press("3", "r")
        assert "Cited by · 1" in app.text
        assert "Asked for here · 3" in app.text


async def test_follow_up_lists_what_is_open_and_takes_a_persons_word(store: Path) -> None:
    async with opened(store, WIDE) as app:
        await app.press("O")
        assert "Follow-up · 2" in app.text
        assert "storm pumps" in app.text
        assert "dredging" not in app.text, "it is probably answered"
        await app.press("a")
        assert "probably answered" in app.text
        await app.press("a", "x")
        assert app.said.startswith("Told: done;")
        assert "Follow-up · 1" in app.text
        await app.press("u")
        assert "Follow-up · 2" in app.text


async def test_follow_up_is_grouped_by_owner(store: Path) -> None:
    async with opened(store, WIDE) as app:
        await app.press("O", "v")
        assert "No owner is named · 1" in app.text
        assert "The Clerk · 1" in app.text


async def test_findings_are_listed_and_dismissed(store: Path) -> None:
    async with opened(store, WIDE) as app:
        app.reader.go_to(f"{MAY}/19")
        await app.settle()
        await app.press("2", "!")
        assert "9 March 2023 are confirmed" in app.text
        await app.press("d")
        assert "Nothing was found in these minutes that does not fit." in app.text


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_page_of_a_person_is_reached_over_the_people_of_a_meeting(store: Path, size: tuple[int, int]) -> None:
    async with opened(store, size) as app:
        app.reader.go_to(f"{MAY}/20")
        await app.settle()
        await app.press("2", "P")
        assert "Councillor Ann Crisp" in app.text
        assert "2 meetings" in app.text  # of all that are held, not of the one under the cursor
        await app.press("enter")
        assert "present 2" in app.text
        assert "Councillor A Crisp" in app.text
        await app.press("escape", "escape")
        assert app.app.screen is app.reader


async def test_a_place_on_which_nothing_hangs_says_so(store: Path) -> None:
    async with opened(store, USUAL) as app:
        app.reader.go_to(f"{MARCH}/12")
        await app.settle()
        await app.press("3", "r")
        assert "Nothing refers to this place" in " ".join(app.text.split())
        await app.press("x")
        assert app.said == "Only of a request or a finding can it be told by hand."
