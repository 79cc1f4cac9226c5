"""The sets of keys that come with the program: what each changes of the keys that the commands name."""

from collections.abc import Mapping
from typing import Final

STANDARD: Final = "standard"

KEY_SETS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    STANDARD: {},
    "vim": {
        "start": ("g g", "home"),
        "page-down": ("ctrl+f", "pagedown"),
        "page-up": ("ctrl+b", "pageup"),
        "narrow": ("F",),
    },
    # Most terminals send Alt+< as an escape and a <, which arrives as < alone: both do the same.
    "emacs": {
        "up": ("ctrl+p", "up"),
        "down": ("ctrl+n", "down"),
        "page-up": ("alt+v", "pageup"),
        "page-down": ("ctrl+v", "pagedown"),
        "start": ("alt+<", "<", "home"),
        "end": ("alt+>", ">", "end"),
        "find": ("ctrl+s", "/"),
        "save-query": ("alt+s",),
        "palette": ("alt+x",),
        "back": ("ctrl+g", "escape"),
        "close": ("ctrl+g", "escape", "q"),
        "go-to": ("alt+g",),
        "inward": ("right",),
        "outward": ("left",),
        "narrower": ("(",),
        "wider": (")",),
        "quit": ("ctrl+x ctrl+c", "q"),
    },
}
