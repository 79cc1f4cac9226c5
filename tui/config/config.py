"""The settings of a person, as the app and the commands use them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.commands.keymap import Keymap
from tui.config.key_sets import KEY_SETS, STANDARD
from tui.config.settings import CITATION, CLIPBOARDS, FAVOURITES, THEMES
from tui.layout import EVERY_PANE, Pane, Sizes


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
