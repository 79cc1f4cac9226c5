"""The colours: one accent, calm greys, a dark and a light set. Marks say everything that the colours say."""

from dataclasses import replace
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme


def _variables(*, quiet: str, rule: str, cursor: str, away: str, match: str, background: str) -> dict[str, str]:
    """Our own names for colours, and scrollbars that are no louder than the rules between the panes."""
    return {
        "quiet": quiet,
        "rule": rule,
        "cursor": cursor,
        "cursor-away": away,
        "match": match,
        "scrollbar": rule,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
    }


DARK: Final = Theme(
    name="minutes-dark",
    primary="#8ab4d8",
    accent="#8ab4d8",
    warning="#d8b36a",
    error="#dd7f79",
    success="#93c08b",
    foreground="#d6d8db",
    background="#15181c",
    surface="#15181c",
    panel="#1f242a",
    variables=_variables(
        quiet="#8b949e", rule="#3a424b", cursor="#25384a", away="#22272d", match="#e7c67f", background="#15181c"
    ),
)

LIGHT: Final = Theme(
    name="minutes-light",
    primary="#1f5f99",
    accent="#1f5f99",
    warning="#8a5a00",
    error="#a8322b",
    success="#2f6b28",
    foreground="#1d2125",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efede7",
    dark=False,
    variables=_variables(
        quiet="#646b73", rule="#c9c6bd", cursor="#cfe0ef", away="#e9e7e0", match="#9a4a00", background="#fbfaf7"
    ),
)

_ANSI: Final = BUILTIN_THEMES["ansi-dark"]
_OWN: Final = "ansi_default"

PLAIN: Final = replace(
    _ANSI,
    name="minutes-plain",
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

THEMES: Final = (DARK, LIGHT, PLAIN)


def first_theme(no_colour: bool) -> str:
    """The theme to begin with: the one without colours where the person asked for none."""
    return PLAIN.name if no_colour else DARK.name


def other_theme(name: str) -> str:
    """Dark for light, and light for anything else."""
    return DARK.name if name == LIGHT.name else LIGHT.name
