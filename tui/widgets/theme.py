"""The colours: one accent and calm greys, dark and light, each also in high contrast; and none at all.

Marks, bold and underlining say everything that the colours say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by what they are for. Words stand in the first seven, on the last four."""

    words: str
    quiet: str
    accent: str
    match: str
    warning: str
    error: str
    success: str
    background: str
    panel: str
    cursor: str
    cursor_away: str
    rule: str

    @property
    def inks(self) -> tuple[str, ...]:
        return self.words, self.quiet, self.accent, self.match, self.warning, self.error, self.success

    @property
    def grounds(self) -> tuple[str, ...]:
        return self.background, self.panel, self.cursor, self.cursor_away


PALETTES: Final = {
    "dark": Palette(
        words="#d6d8db",
        quiet="#98a1ab",
        accent="#8ab4d8",
        match="#e7c67f",
        warning="#d8b36a",
        error="#e48f89",
        success="#93c08b",
        background="#15181c",
        panel="#1f242a",
        cursor="#25384a",
        cursor_away="#22272d",
        rule="#3a424b",
    ),
    "light": Palette(
        words="#1d2125",
        quiet="#565d65",
        accent="#1a5489",
        match="#8a4200",
        warning="#774d00",
        error="#a8322b",
        success="#2a6023",
        background="#fbfaf7",
        panel="#efede7",
        cursor="#cfe0ef",
        cursor_away="#e9e7e0",
        rule="#c9c6bd",
    ),
    "contrast-dark": Palette(
        words="#ffffff",
        quiet="#d0d4d8",
        accent="#9fd3ff",
        match="#ffe066",
        warning="#ffd080",
        error="#ffc4bf",
        success="#a8f0a0",
        background="#000000",
        panel="#1a1a1a",
        cursor="#003a70",
        cursor_away="#262626",
        rule="#a0a4a8",
    ),
    "contrast-light": Palette(
        words="#000000",
        quiet="#383838",
        accent="#003a80",
        match="#6b2400",
        warning="#553300",
        error="#7a0000",
        success="#0b4a0b",
        background="#ffffff",
        panel="#eeeeee",
        cursor="#cfe4ff",
        cursor_away="#e4e4e4",
        rule="#606060",
    ),
}


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        accent=palette.accent,
        warning=palette.warning,
        error=palette.error,
        success=palette.success,
        foreground=palette.words,
        background=palette.background,
        surface=palette.background,
        panel=palette.panel,
        dark="light" not in name,
        variables={
            "quiet": palette.quiet,
            "rule": palette.rule,
            "cursor": palette.cursor,
            "cursor-away": palette.cursor_away,
            "match": palette.match,
            # What Textual draws itself: its palette, boxes to type in, what is selected, scrollbars.
            "text-muted": palette.quiet,
            "text-disabled": palette.quiet,
            "foreground-muted": palette.quiet,
            "block-cursor-foreground": palette.words,
            "block-cursor-background": palette.cursor,
            "block-cursor-blurred-foreground": palette.words,
            "block-cursor-blurred-background": palette.cursor_away,
            "block-hover-background": palette.cursor_away,
            "input-selection-foreground": palette.words,
            "input-selection-background": palette.cursor,
            "screen-selection-foreground": palette.words,
            "screen-selection-background": palette.cursor,
            "border-blurred": palette.rule,
            "scrollbar": palette.rule,
            "scrollbar-hover": palette.quiet,
            "scrollbar-active": palette.quiet,
            "scrollbar-background": palette.background,
            "scrollbar-background-hover": palette.background,
            "scrollbar-background-active": palette.background,
        },
    )


_ANSI: Final = BUILTIN_THEMES["ansi-dark"]
_OWN: Final = "ansi_default"

NO_COLOURS: Final = replace(
    _ANSI,
    name="none",
    variables={
        **_ANSI.variables,
        "input-cursor-text-style": "reverse",
        "quiet": _OWN,
        "rule": _OWN,
        "cursor": _OWN,
        "cursor-away": _OWN,
        "match": _OWN,
    },
)

THEMES: Final = {name: _theme(name, palette) for name, palette in PALETTES.items()} | {NO_COLOURS.name: NO_COLOURS}
"""The themes by the names that the config file and Textual have for them, in the order in which they follow."""


def first_theme(wanted: str, environ: Mapping[str, str]) -> str:
    """The theme to begin with: the one wanted, unless the environment asks for no colours."""
    return NO_COLOURS.name if "NO_COLOR" in environ else wanted


def next_theme(name: str) -> str:
    """The theme after this one, and after the last the first."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
