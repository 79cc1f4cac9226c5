"""Going to a place that is typed, and back."""

from collections.abc import Callable
from pathlib import Path

from tests.tui.opened import SMALL, opened
from tui.going.screen import GoScreen
from tui.ports import Pane

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"
SCRUTINY = "cypsg/2021-05-10"
CITED = "Minute 22(ii), Children and Young People Scrutiny Group, Eastmarsh Borough Council, 10 May 2021"
Minutebook = Callable[..., tuple[int, str, str]]


async def test_what_is_typed_is_suggested_and_gone_to(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("ctrl+g")
        await app.type("10 May 2021")
        assert "10 May 2021, Children and Young People" in app.text
        await app.press("enter")
        assert app.reader.place == SCRUTINY
        assert app.in_use(Pane.READING)
        await app.press("backspace")
        assert app.reader.place != SCRUTINY


async def test_a_number_is_suggested_in_this_meeting_first(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        app.reader.go_to(PLANNING)
        await app.settle()
        await app.press("ctrl+g")
        await app.type("5(b)")
        await app.press("enter")
        assert app.reader.place == CLAUSE


async def test_enter_before_the_suggestions_goes_to_the_first_of_them(sample: Path) -> None:
    async with opened(sample) as app:
        await app.pilot.press("ctrl+g", *"2021-05-10", "enter")
        await app.settle()
        assert app.reader.place == SCRUTINY


async def test_a_pasted_reference_leads_to_its_clause(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("ctrl+g")
        screen = app.app.screen
        assert isinstance(screen, GoScreen)
        screen.query_one("FindBox").insert_text_at_cursor(CITED)  # type: ignore[attr-defined]
        await app.settle()
        await app.press("enter")
        assert app.reader.place == f"{SCRUTINY}/22/r1/(ii)"


async def test_what_is_not_there_is_told_with_the_nearest_to_choose(sample: Path) -> None:
    async with opened(sample) as app:
        before = app.reader.place
        await app.press("ctrl+g")
        await app.type("11 May 2021")
        assert app.said.startswith("No meeting on 11 May 2021 is in the store; the nearest are on ")
        assert "The nearest" in app.text
        await app.press("enter")
        assert app.reader.place == SCRUTINY
        await app.press("ctrl+g")
        await app.type("qqq")
        screen = app.app.screen
        assert isinstance(screen, GoScreen)
        assert screen.choices.nothing() == "No committee or council in the store is called “qqq”."
        await app.press("escape", "backspace")
        assert app.reader.place == before


async def test_the_palette_goes_to_places_too(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press(":")
        await app.type("10 May 2021")
        await app.press("enter")
        assert app.reader.place == SCRUTINY


def test_show_takes_a_reference_or_words_that_name_one_place(sample: Path, minutebook: Minutebook) -> None:
    of_permalink = minutebook("show", "--store", sample, f"{SCRUTINY}/22/r1/(ii)")
    assert of_permalink[0] == 0
    assert minutebook("show", "--store", sample, CITED) == of_permalink
    assert minutebook("show", "--store", sample, "min", "22(ii),", "scrutiny", "10", "May", "2021") == of_permalink
    status, _, error = minutebook("show", "--store", sample, "min", "3")
    assert status == 1
    assert "say the committee and the day as well" in error
