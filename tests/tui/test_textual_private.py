"""The private names of Textual stand in one file, and each is still there and means what it is used for."""

import ast
import importlib
import inspect
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

import tui
from tui.terminal.textual_private import FaultyApp, Parser, WakingDriver

ONLY = "tui.terminal.textual_private"
NEEDED = {
    (App, "_exception"): "a fault would end the app with a traceback on the screen, which has words of documents",
    (App, "_fatal_error"): "a fault would end the app with a traceback on the screen, which has words of documents",
    (App, "_return_code"): "the exit status would not say that the program has a fault",
    (App, "_close_messages_no_wait"): "after a fault the app would wait for ever",
    (LinuxDriver, "_file"): "a terminal that goes would leave the app waiting, deaf to every signal",
    (LinuxDriver, "_app"): "a paste of thousands of keys could not be waited for, nor the app be ended meanwhile",
    (LinuxDriver, "_loop"): "a paste of thousands of keys could not be waited for, nor the app be ended meanwhile",
    (LinuxDriver, "_auto_restart"): "after SIGSTOP and SIGCONT the screen would begin twice on one terminal",
    (LinuxDriver, "_must_signal_resume"): "after SIGSTOP and SIGCONT the screen would begin twice on one terminal",
    (LinuxDriver, "_writer_thread"): "after SIGSTOP and SIGCONT the screen would begin twice on one terminal",
    (LinuxDriver, "_sigcont_application"): "after SIGSTOP and SIGCONT the screen would begin twice on one terminal",
    (
        LinuxDriver,
        "_sigtstp_application",
    ): "told to stop in the midst of drawing, the app would wait for itself for ever",
    (LinuxDriver, "_key_thread"): "what is typed while the app is woken would be thrown away",
}


@cache
def names_in(base: type) -> set[str]:
    """The private names that a class of Textual uses of itself."""
    used = set(re.findall(r"self\.(_[a-z]\w*)", inspect.getsource(base)))
    return used | {name for name in vars(base) if re.match("_[a-z]", name)}


def private_names(kind: type) -> set[str]:
    """The private names that Textual's classes above one, and itself where it is Textual's, use of themselves."""
    return {name for base in kind.__mro__ if base.__module__.startswith("textual.") for name in names_in(base)}


@pytest.mark.parametrize(("owner", "name"), NEEDED, ids=lambda one: getattr(one, "__name__", one))
def test_textual_still_has_what_it_is_asked_for(owner: type, name: str) -> None:
    assert name in private_names(owner), f"without {owner.__name__}.{name} {NEEDED[owner, name]}"


def test_every_private_name_that_is_used_is_said_what_for() -> None:
    source = Path(inspect.getfile(FaultyApp)).read_text(encoding="utf-8")
    used = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    assert {name for name in used if re.match("_[a-z]", name)} <= {name for _, name in NEEDED}


def test_the_parser_makes_keys_of_letters_and_knows_what_the_terminal_told_of_itself() -> None:
    parser = Parser()
    (key,) = parser.feed("a")
    assert isinstance(key, Key)
    assert (parser.mouse_pixels, parser.terminal_size, parser.terminal_pixel_size) == (False, None, None)


async def test_a_fault_is_told_to_the_app_that_it_ends() -> None:
    class Faulty(FaultyApp):
        failed = 0

        def on_mount(self) -> None:
            raise ZeroDivisionError

        def fail(self) -> None:
            self.failed += 1
            self.close(70)

    app = Faulty()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test():
            pass
    assert isinstance(app.fault, ZeroDivisionError)
    assert app.failed
    assert app.return_code == 70


def test_the_driver_is_woken_where_textual_would_wake_itself() -> None:
    assert "signal.SIGCONT, self._sigcont_application" in inspect.getsource(LinuxDriver)
    assert WakingDriver._sigcont_application is not LinuxDriver._sigcont_application
    assert "signal.SIGTSTP, self._sigtstp_application" in inspect.getsource(LinuxDriver)
    assert WakingDriver._sigtstp_application is not LinuxDriver._sigtstp_application


def test_textual_throws_typed_keys_away_only_while_it_reads() -> None:
    flushes = inspect.getsource(LinuxDriver.disable_input)
    assert flushes.index("if not self.exit_event.is_set():") < flushes.index("termios.tcflush")
    assert "tcflush" not in inspect.getsource(LinuxDriver).replace(flushes, "")


def test_no_other_file_uses_a_private_name_of_textual() -> None:
    found = []
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name == ONLY:
            continue
        loaded = importlib.import_module(module.name)
        source = inspect.getsource(loaded)
        found += re.findall(r"(?:from|import) textual\S*\._\w+", source)
        for kind in vars(loaded).values():
            if inspect.isclass(kind) and kind.__module__ == module.name and private_names(kind):
                body = inspect.getsource(kind)
                own = set(re.findall(r"(?:self|super\(\))\.(_[a-z]\w*)|def (_[a-z]\w*)", body))
                theirs = private_names(kind)
                found += [f"{module.name}.{kind.__name__}: {name}" for pair in own for name in pair if name in theirs]
    assert found == []
