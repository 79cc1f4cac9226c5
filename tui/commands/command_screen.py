"""A screen whose keys, footer and help come from its commands."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, ClassVar, cast

from textual.await_complete import AwaitComplete
from textual.events import Key, Resize
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from store.errors import MinutebookError
from tui.commands.command import Command, Keymap, key_name
from tui.commands.general import Close, Quit, Suspend
from tui.ports import Application, Pane, Work
from tui.widgets.cover import TooSmall
from tui.widgets.find_box import FindBox, types
from tui.widgets.layout import BREAKPOINTS
from tui.widgets.roles import RoleScreen
from tui.widgets.status_line import GAP, Hint, StatusLine


class CommandScreen(RoleScreen):
    """Runs commands by their keys and ids; a command that cannot be done now says why in the status line."""

    DEFAULT_CSS = "CommandScreen { layers: default cover; background: $background; }"

    commands: ClassVar[tuple[type[Command[Any]], ...]] = ()
    everywhere: ClassVar[tuple[type[Command[Any]], ...]] = (Suspend,)  # commands beside its own
    _begun = ""  # the first key of two that are pressed one after the other
    _hints_due = False
    _has_room = True
    _is_up = False  # before that there is nothing to move or to ask

    @property
    def application(self) -> Application:
        """The app, as a screen needs it."""
        return cast("Application", self.app)

    @property
    def pane(self) -> Pane | None:
        """The pane in use, where there are panes."""
        return None

    @property
    def keymap(self) -> Keymap:
        """The person's keys."""
        return cast("Keymap", self.application.keymap)

    def push(self, screen: Screen[None], closed: Callable[[], None] | None = None) -> None:
        """Put a screen over this one; `closed` is called when it goes."""
        self.app.push_screen(screen, (lambda _: closed()) if closed else None)

    def key_for(self, command: str) -> str:
        """The key to name in a sentence about the command with an id, as it is printed on a keyboard."""
        keys = self.keymap.of(command)
        if isinstance(self.focused, Input):  # which types single letters
            keys = (*(key for key in keys if len(key) > 1), *keys)
        return key_name(keys[0]) if keys else "the palette"

    def press(self, event: Key) -> bool:
        """Run the command of a key, and tell whether there was one.

        The app asks before the key goes anywhere else, because other keys wait in the queue of the widget that had the
        focus when they came: of `/flood` typed at once, or late over a slow line, letters would be lost on the pane.
        """
        if not self._is_up:
            self.call_after_refresh(self.press, event)
            return True
        key = key_of(event)
        if self._is_needed(key):
            return False
        pressed, self._begun = f"{self._begun} {key}".lstrip(), ""
        if any(longer.startswith(f"{pressed} ") for longer in self._keys):
            self._begun = pressed
            self.say(f"{key_name(pressed)} …")
        elif command := self._keys.get(pressed):
            if self._has_room or command in (Quit.id, Close.id):
                self.action_command(command)
        elif pressed == key:
            return False
        else:
            self.say(f"{key_name(pressed)} means nothing here.")
        return True

    def action_command(self, name: str) -> None:
        """Run the command called `name`, or say why not."""
        command = next(command() for command in (*self.commands, *self.everywhere) if command.id == name)
        self.say("")
        if reason := command.why_not(self):
            self.say(reason)
        else:
            command.run(self)
        self.refresh_hints()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line until something else is done; none takes away the one that is there."""
        for status in self.query(StatusLine):
            status.say(sentence)

    def attempt(self, group: str, work: Work, *, newest: bool = False) -> None:
        """Do `work` beside the screen, and say what goes wrong in it.

        `newest` gives up what is being done for the same group.
        """
        self.run_worker(partial(self._told, work), exclusive=newest, group=group)  # type: ignore[arg-type]  # which kind, mypy cannot tell

    def remark(self, words: str) -> None:
        """Show a few words at the end of the status line, until others or none take their place."""
        for status in self.query(StatusLine):
            status.remark(words)

    def refresh_hints(self) -> None:
        """Name in the status line what works now, once the screen shows what was done: a key must not wait for it."""
        if not self._hints_due:
            self._hints_due = True
            self.call_after_refresh(self.show_hints)

    def show_hints(self) -> None:
        """Name in the status line what works now."""
        self._hints_due = False
        for status in self.query(StatusLine):
            status.renew()

    def hints(self, room: int) -> list[Hint]:
        """The keys that work now and fit a line: the last command's before any other, then the others from the left.

        Only of what there is room for is it asked whether it can be done.
        """
        footers = self._footers[isinstance(self.focused, Input)]
        at, end = len(footers), None
        has: dict[str, bool] = {}
        while at and end is None:
            at -= 1
            end = self._hint(*footers[at], has)
        if end is None:
            return []
        shown: list[Hint] = []
        room -= end.width
        for command, key, width in footers[:at]:
            if width + GAP <= room and (hint := self._hint(command, key, width, has)):
                needed = (hint.width if command.footer_varies else width) + GAP
                if needed <= room:
                    room -= needed
                    shown.append(hint)
        return [*shown, end]

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once: a second click on what closes it must not close the screen below."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    @property
    def in_use(self) -> tuple[str, ...]:
        """The groups of commands that the help begins with: what works on what has the focus."""
        return tuple(dict.fromkeys(command.group for command in self.commands if command.in_palette))

    def leave(self) -> None:
        """The app ends: keep what is to be kept."""

    def on_mount(self) -> None:
        self._is_up = True
        if remark := self.application.remark:
            self.say(remark)

    def on_descendant_focus(self) -> None:
        self.refresh_hints()

    def on_resize(self, event: Resize) -> None:
        self._has_room = TooSmall.cover(self)

    def on_status_line_pressed(self, event: StatusLine.Pressed) -> None:
        self.action_command(event.command)

    @cached_property
    def _keys(self) -> dict[str, str]:
        return self.keymap.by_key((*self.everywhere, *self.commands))

    async def _told(self, work: Work) -> None:
        try:
            await work()
        except MinutebookError as error:
            self.say(str(error))

    def _is_needed(self, key: str) -> bool:
        """Whether what has the focus takes a key for itself."""
        focused = self.focused
        if isinstance(focused, Input):
            return focused.needs(key) if isinstance(focused, FindBox) else types(key)
        character = " " if key == "space" else key if len(key) == 1 else None
        return focused is not None and focused.check_consume_key(key, character)

    @cached_property
    def _footers(self) -> tuple[list["_Footer"], list["_Footer"]]:
        """The commands that may stand at the foot of the screen; and those of them that may while letters type."""
        named = [(command(), self.keymap.of(command.id)) for command in self.commands if command.footer]
        every, typing = (
            [_footer(command, keys) for command, all_keys in named if (keys := [*filter(may, all_keys)])]
            for may in (bool, lambda key: len(key) > 1)
        )
        return every, typing

    def _hint(self, command: Command[Any], key: str, _: int, has: dict[str, bool]) -> Hint | None:
        """A command at the foot, if it stands there now; `has` keeps for all of them what the screen has."""
        if command.footer_in and self.pane not in command.footer_in:
            return None
        for needed in filter(None, (command.footer_with, command.needs)):
            if needed not in has:
                has[needed] = bool(getattr(self, needed))
            if not has[needed]:
                return None
        words = command.footer
        if command.footer_varies:
            words = command.footer_now(self)
        elif not command.footer_with and type(command).why_not is not Command.why_not and command.why_not(self):
            return None
        return Hint(command.id, key, words) if words else None


_Footer = tuple[Command[Any], str, int]
"""A command, its key as it is printed, and the least cells that both need."""


def _footer(command: Command[Any], keys: Sequence[str]) -> _Footer:
    key = key_name(keys[0])
    return command, key, 0 if command.footer_varies else Hint(command.id, key, command.footer).width


def key_of(event: Key) -> str:
    """A key press as commands name it: "/", "G", "ctrl+f", "alt+<"; Textual calls the last "alt+less_than_sign"."""
    from textual.keys import key_to_character

    modifiers, plus, last = event.key.rpartition("+")
    if plus:
        character = key_to_character(last) or ""
        return f"{modifiers}+{character if character.isprintable() and character.strip() else last}"
    return event.character if event.character and event.is_printable and last != "space" else last


class PanelScreen(CommandScreen, ModalScreen[None]):
    """What is asked stands in a `Vertical`, and the status line below it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    DEFAULT_CSS = """
    PanelScreen {
        background: transparent;
        &:ansi { background: transparent; }
        & > Vertical {
            width: 40%;
            max-width: 56;
            height: 1fr;
            border-top: heavy $accent;
            border-title-color: $accent;
            border-title-style: bold;
            padding: 0 1;
            background: $surface;
        }
        &.-some-room > Vertical { width: 54; }
        &.-little-room > Vertical { width: 100%; }
        & > StatusLine { dock: bottom; }
    }
    """
