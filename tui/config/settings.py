"""What can be set beside the keys of single commands and styles of one's own."""

from dataclasses import dataclass
from typing import Final

from tui.config.key_sets import KEY_SETS, STANDARD
from tui.layout import Pane, Sizes

THEMES: Final = ("dark", "light", "contrast-dark", "contrast-light", "none")
CLIPBOARDS: Final = ("auto", "tmux", "pbcopy", "wl-copy", "xclip", "xsel", "clip.exe", "osc52")
CITATION: Final = "full"
FAVOURITES: Final = ("short", "refers", "quotation", "harvard", "oscola", "markdown", "permalink", "provenance")
PANES: Final = tuple(pane.name.lower() for pane in Pane)


@dataclass(frozen=True, slots=True)
class Setting:
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
    Setting("", "keys", STANDARD, "The set of keys", tuple(KEY_SETS)),
    Setting("", "theme", THEMES[0], "The colours; none where NO_COLOR is set in the environment", THEMES),
    Setting("", "citation", CITATION, "The style of `y` and of `minutebook cite`"),
    Setting("", "favourites", FAVOURITES, "The styles that the digits 2 to 9 copy; 1 is that of `y`"),
    Setting("", "clipboard", CLIPBOARDS[0], "Where copied words go; auto tries what there is, in turn", CLIPBOARDS),
    Setting("layout", "panes", PANES, "The panes to show where there is room for four", PANES),
    Setting("layout", "left", Sizes().left, "The width of the meetings and the items, in percent of the screen"),
    Setting("layout", "meetings", Sizes().meetings, "The height of the meetings over the items, in percent"),
    Setting("layout", "reading", Sizes().reading, "The height of the text over the resolutions, in percent"),
    Setting("layout", "found", Sizes().found, "The height of what is found over the text, where two panes fit"),
)
