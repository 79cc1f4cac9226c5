"""What words are for, and how that looks: a few named roles, in one sheet for every view of a screen."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.ports import Host


ROLES: Final = (
    "title", "heading", "quiet", "label", "marker", "bar", "lit-bar", "lit", "match", "match-now", "warning"
)  # fmt: skip


class RoleScreen(Screen[None]):
    """A screen that knows the looks of the roles, as its component classes: styled once, and not for every view.

    Whatever a role says by colour it says without it too.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in ROLES}

    DEFAULT_CSS = """
    RoleScreen {
        & > .role--title { text-style: bold; }
        & > .role--heading { color: $accent; }
        & > .role--quiet { color: $quiet; }
        & > .role--label { color: $accent; }
        & > .role--marker { color: $accent; text-style: bold; }
        & > .role--bar { color: $rule; }
        & > .role--lit-bar { color: $accent; text-style: bold; }
        & > .role--lit { text-style: bold; }
        & > .role--match { color: $match; text-style: bold underline; }
        & > .role--match-now { color: $match; text-style: bold underline reverse; }
        & > .role--warning { color: $warning; text-style: italic; }
    }
    RoleScreen:ansi {
        & > .role--quiet { text-style: dim; }
        & > .role--heading { text-style: underline; }
    }
    """


def key_for(widget: Widget, command: str) -> str:
    """The key of the command with an id, on the screen that a widget stands on, as it is printed on a keyboard."""
    return cast("Host", widget.screen).key_for(command)
