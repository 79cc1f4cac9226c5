"""Looking for words in the text that is read."""

from pathlib import Path

from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.matching.screen import InTextScreen
from tui.ports import Pane

SCRUTINY = "cypsg/2021-07-05"


async def at(app: Opened, permalink: str) -> None:
    app.reader.go_to(permalink)
    await app.settle()


async def look_for(app: Opened, words: str) -> None:
    await app.run("look-in-text")
    await app.type(words)


async def find(app: Opened, query: str) -> None:
    app.reader.finding.put(query)
    await app.settle()


def lit(app: Opened) -> list[str]:
    """The words that are lit in the text, the current one in brackets."""
    reading = app.reader.panes.reading
    shown = []
    for number in range(reading.line_count):
        line = reading.line(number)
        for span in line.spans:
            if span.style in ("match", "match-now"):
                words = line.plain[span.start : span.end]
                shown.append(f"[{words}]" if span.style == "match-now" else words)
    return shown


async def test_what_is_typed_is_lit_and_counted_at_once(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, "carer")
        assert isinstance(app.app.screen, InTextScreen)
        count = len(lit(app))
        assert count > 1
        assert f"{count} in this text" in app.text
        await app.type("zzz")
        assert "not in this text" in app.text


async def test_n_goes_to_the_next_and_says_which_of_how_many(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, "carers")
        await app.press("enter")
        count = len(lit(app))
        assert app.said == f"“carers”: 1 of {count}."
        await app.press("n")
        assert app.said == f"“carers”: 2 of {count}."
        assert [number for number, word in enumerate(lit(app)) if word.startswith("[")] == [1]
        await app.press("N")
        assert app.said == f"“carers”: 1 of {count}."


async def test_at_the_end_of_the_text_n_goes_on_in_the_next_item_that_has_the_words_and_says_so(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{SCRUTINY}/27")
        await look_for(app, "foster")
        await app.press("enter")
        count = len(lit(app))
        for _ in range(count):
            await app.run("next-match")
        assert app.reader.place == f"{SCRUTINY}/28"
        assert app.said.startswith("On in 28 Out-of-Hours Support Line for Foster Carers: “foster”, 1 of ")
        await app.run("previous-match")
        assert app.reader.place == f"{SCRUTINY}/27"
        assert app.said == f"On in 27 Disclosure of Interest: “foster”, {count} of {count}."
        await app.run("go-back")
        assert app.reader.place == f"{SCRUTINY}/28"


async def test_after_the_last_of_the_meeting_it_says_so(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, "taxi")
        await app.press("enter")
        assert app.said == "“taxi”: 1 of 1."
        await app.press("n")
        assert app.said == "No more “taxi” in this meeting; N goes back."
        await look_for(app, "xylophones")
        await app.press("enter")
        assert app.said == "“xylophones” is nowhere in this meeting; / looks in all minutes."


async def test_the_words_of_the_find_box_are_lit_in_its_answers(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("/")
        await app.type("flod")
        await app.press("down", "up")
        assert {word.lower() for word in lit(app)} == {"flood"}
        await app.press("enter", "n")
        assert app.in_use(Pane.READING)
        assert app.said.startswith("“flod”: ")


async def test_the_words_of_a_longer_query_are_lit_in_the_same_answer(sample: Path) -> None:
    async with opened(sample) as app:
        await find(app, "flod g")
        shown = app.reader.panes.reading.place
        wide = {word.lower() for word in lit(app)}
        await find(app, "flod gaet")
        assert app.reader.panes.reading.place == shown
        assert {word.lower() for word in lit(app)} == {"flood", "gate"} < wide


async def test_without_any_words_n_says_how_to_give_some(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.finding.put("committee:planning")
        await app.settle()
        await app.press("escape", "n")
        assert app.said == "There are no words to look for yet: f asks for some in this text, / in all minutes."


async def test_escape_in_the_line_takes_the_light_away(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, "carers")
        await app.press("escape")
        assert lit(app) == []
        assert app.app.screen is app.reader
        await look_for(app, "carers")
        await app.press("enter")
        await app.run("look-in-text")
        await app.press("enter")
        assert lit(app) == []


async def test_every_size_keeps_the_match_on_the_screen(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, "that")
        await app.press("enter")
        await app.press("n", "n", "n")
        for size in (SMALL, (60, 17), USUAL):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            reading = app.reader.panes.reading
            assert reading.match == 3
            line = reading.matches[3][0][0]
            assert reading.scroll_offset.y <= line < reading.scroll_offset.y + reading.size.height


async def test_a_phrase_is_lit_over_the_end_of_a_line(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await at(app, f"{SCRUTINY}/28")
        await look_for(app, '"the emergency duty team"')
        await app.press("enter")
        count = len(app.reader.panes.reading.matches)
        assert count == 2
        assert " ".join(lit(app)).replace("[", "").replace("]", "") == " ".join(["the emergency duty team"] * count)
