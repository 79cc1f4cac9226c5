"""What can be set beside the keys of single commands and styles of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tui.commands.command import Keymap
from tui.ports import Pane, Sizes
from tui.widgets.layout import EVERY_PANE

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


THEMES: Final = ("dark", "light", "contrast-dark", "contrast-light", "none")
CLIPBOARDS: Final = ("auto", "tmux", "pbcopy", "wl-copy", "xclip", "xsel", "clip.exe", "osc52")
CITATION: Final = "full"
FAVOURITES: Final = ("short", "refers", "quotation", "harvard", "oscola", "markdown", "permalink", "provenance")
PANES: Final = tuple(pane.name.lower() for pane in Pane)


@dataclass(frozen=True, slots=True)
class KnownSetting:
    """One setting, and what holds without it. `table` is the table of the file that it stands in, empty for none.

    A setting whose default is a number is a share of the screen in percent; one whose default is a tuple is a list.
    """

    table: str
    name: str
    default: str | float | tuple[str, ...]
    help: str
    names: tuple[str, ...] = ()  # the words that it may be

    @property
    def path(self) -> str:
        return f"{self.table}.{self.name}" if self.table else self.name


SETTINGS: Final = (
    KnownSetting("", "keys", STANDARD, "The set of keys", tuple(KEY_SETS)),
    KnownSetting("", "theme", THEMES[0], "The colours; none where NO_COLOR is set in the environment", THEMES),
    KnownSetting("", "citation", CITATION, "The style of `y` and of `minutebook cite`"),
    KnownSetting("", "favourites", FAVOURITES, "The styles that the digits 2 to 9 copy; 1 is that of `y`"),
    KnownSetting(
        "", "clipboard", CLIPBOARDS[0], "Where copied words go; auto tries what there is, in turn", CLIPBOARDS
    ),
    KnownSetting("layout", "panes", PANES, "The panes to show where there is room for four", PANES),
    KnownSetting("layout", "left", Sizes().left, "The width of the meetings and the items, in percent of the screen"),
    KnownSetting("layout", "meetings", Sizes().meetings, "The height of the meetings over the items, in percent"),
    KnownSetting("layout", "reading", Sizes().reading, "The height of the text over the resolutions, in percent"),
    KnownSetting("layout", "found", Sizes().found, "The height of what is found over the text, where two panes fit"),
)


@dataclass(frozen=True)
class Config:
    """What holds where nothing is set is what each begins with.

    `keys` names the set of keys, and `commands` has the keys of single commands, by id. `styles` are the tables of
    citation styles as they stand.
    """

    keys: str = STANDARD
    commands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: str = THEMES[0]
    citation: str = CITATION
    favourites: tuple[str, ...] = FAVOURITES
    clipboard: str = CLIPBOARDS[0]
    panes: frozenset[Pane] = EVERY_PANE
    sizes: Sizes = field(default_factory=Sizes)
    styles: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def keymap(self) -> Keymap:
        """The keys of the set, with those of single commands over them."""
        return Keymap({**KEY_SETS[self.keys], **self.commands})
