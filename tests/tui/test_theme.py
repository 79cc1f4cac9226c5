"""The colours can be read, whichever a person likes; what is drawn with them is measured in the snapshots."""

from pathlib import Path

import pytest
from textual.theme import Theme

from tests.tui.contrast import contrast
from tests.tui.opened import opened
from tui.app import Reader
from tui.config.settings import THEMES as NAMES
from tui.widgets.theme import PALETTES, THEMES, first_theme, next_theme


def test_the_formula_gives_what_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("name", PALETTES)
def test_every_ink_can_be_read_on_every_ground(name: str) -> None:
    palette = PALETTES[name]
    least = 7 if name.startswith("contrast-") else 4.5
    pairs = [(ink, ground) for ink in palette.inks for ground in palette.grounds]
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < least] == []


@pytest.mark.parametrize("name", [name for name in PALETTES if name.startswith("contrast-")])
def test_rules_and_scrollbars_can_be_seen_in_high_contrast(name: str) -> None:
    assert contrast(PALETTES[name].rule, PALETTES[name].background) >= 3


def test_a_config_file_has_the_names_of_all_themes() -> None:
    assert tuple(THEMES) == NAMES
    assert [theme.name for theme in THEMES.values()] == list(NAMES)


def test_the_themes_follow_one_another_in_a_ring() -> None:
    ring = list(THEMES)
    assert [next_theme(name) for name in ring] == [*ring[1:], ring[0]]
    assert next_theme("nord") == ring[0]


def test_the_theme_to_begin_with_is_the_one_wanted_unless_there_shall_be_no_colour() -> None:
    assert first_theme("light", {"TERM": "xterm"}) == "light"
    assert first_theme("light", {"NO_COLOR": "1"}) == "none"


async def test_no_key_has_the_theme_looked_up_in_all_of_them(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sample) as app:
        asked: list[str] = []

        def note(_: Reader) -> dict[str, Theme]:
            asked.append("themes")
            return THEMES

        monkeypatch.setattr(Reader, "available_themes", property(note))
        await app.press("down", "/", "f", "escape")
        assert asked == []
        app.app.theme = "light"
        assert asked
        assert app.app.current_theme is THEMES["light"]
