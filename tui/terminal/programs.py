"""Other programs: the pager and the editor in this terminal, and what opens a file or an address on the desktop.

Each is called with a list of arguments, and never through a shell.
"""

import locale
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol

from textual.app import SuspendNotSupported

from store.errors import MinutebookError
from store.text.clean import clean
from tui.terminal.ending import SIGNALS

_PAGERS = ("less", "more")
_SECONDS_TO_FAIL = 1.0


class Suspends(Protocol):
    """The app, which can give the terminal away for a while."""

    def suspend(self) -> AbstractContextManager[None]: ...


class ProgramError(MinutebookError):
    """A program that is not there, cannot be started, or says that it failed."""


def pager(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The person's pager with its arguments: $PAGER, else less. Raises `ProgramError` where there is none."""
    return _named("PAGER", environment) or _installed(_PAGERS, environment, "There is no pager; set $PAGER to one.")


def editor_or_pager(environment: Mapping[str, str] = os.environ) -> list[str]:
    """What shows a text from a line on: $VISUAL or $EDITOR, else the pager."""
    return _named("VISUAL", environment) or _named("EDITOR", environment) or pager(environment)


def opener(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> list[str] | None:
    """What opens a file or an address with the desktop's own program; None where there is no desktop."""
    if platform == "darwin":
        return ["open"]
    if environment.get("WSL_DISTRO_NAME"):
        return ["wslview"] if shutil.which("wslview", path=environment.get("PATH")) else None
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ["xdg-open"] if shutil.which("xdg-open", path=environment.get("PATH")) else None
    return None


def browser(
    address: str, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> list[str] | None:
    """The command that opens an address: the first of $BROWSER, else what opens anything; None where there is none."""
    first = environment.get("BROWSER", "").partition(os.pathsep)[0]
    command = _named("BROWSER", {"BROWSER": first}) or opener(environment, platform)
    if command and any("%s" in part for part in command):
        return [part.replace("%s", address) for part in command]
    return [*command, address] if command else None


def run_here(app: Suspends, command: Sequence[str], words: str | None = None) -> float:
    """Give the terminal to a program until it ends, with `words` on its standard input if there are any.

    Returns how many seconds it had the terminal.

    Raises `ProgramError` where it cannot be started or fails, and where this terminal cannot be given away.
    """
    try:
        with app.suspend(), signals_wait():
            began = time.monotonic()
            done = subprocess.run(command, input=None if words is None else _encoded(words), check=False)
            seconds = time.monotonic() - began
    except SuspendNotSupported as error:
        raise ProgramError("This terminal cannot be given to another program.") from error
    except OSError as error:
        raise ProgramError(f"{command[0]} cannot be started ({error.strerror}).") from error
    if done.returncode:
        raise ProgramError(f"{command[0]} ended with the status {done.returncode}.")
    return seconds


def run_apart(command: Sequence[str]) -> None:
    """Start a program that needs no terminal, and let it be after a second.

    Raises `ProgramError` where it cannot be started, or fails within that second.
    """
    null = subprocess.DEVNULL
    try:
        started = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
        status = started.wait(_SECONDS_TO_FAIL)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise ProgramError(f"{command[0]} cannot be started ({error.strerror}).") from error
    if status:
        raise ProgramError(f"{command[0]} ended with the status {status}, and has opened nothing.")


@contextmanager
def private_file(name: str, text: str) -> Iterator[Path]:
    """A file with `text` that nobody else can read, while a program looks at it."""
    with TemporaryDirectory(prefix="minutebook-") as folder:
        path = Path(folder) / name
        path.write_bytes(_encoded(text))
        path.chmod(0o600)
        yield path


@contextmanager
def signals_wait() -> Iterator[None]:
    """While a program has the terminal, Ctrl+C is its own affair, and what would end the app does so afterwards.

    The event loop, which stands still meanwhile, must not hear of either; a handler, unlike ignoring, is not handed on
    to the program.
    """
    ended: list[int] = []
    before = {ending: signal.signal(ending, lambda number, _: ended.append(number)) for ending in SIGNALS}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, lambda *_: None)
    loop = signal.set_wakeup_fd(-1)
    try:
        yield
    finally:
        signal.set_wakeup_fd(loop)
        for one, handler in before.items():
            signal.signal(one, handler)
        for number in ended:
            os.kill(os.getpid(), number)


def _encoded(text: str) -> bytes:
    """`text` as the terminal's programs read it."""
    return clean(text).encode(locale.getencoding(), errors="replace")


def _named(variable: str, environment: Mapping[str, str]) -> list[str]:
    """The program in a variable with its arguments, none where it names none."""
    try:
        return shlex.split(environment.get(variable, ""))
    except ValueError as error:
        raise ProgramError(f"${variable} is no command: {error}.") from error


def _installed(names: Sequence[str], environment: Mapping[str, str], if_none: str) -> list[str]:
    found = next((name for name in names if shutil.which(name, path=environment.get("PATH"))), None)
    if found is None:
        raise ProgramError(if_none)
    return [found]


_USUAL: Final = "vi"


class EditorFailed(MinutebookError):
    """The editor could not be started, or ended in failure; nothing was changed."""


def edited(app: Suspends, text: str) -> str:
    """`text` as the person leaves it in $VISUAL, $EDITOR or vi. Raises `EditorFailed`.

    The file is in a folder that only the person can look into, and gone afterwards.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _USUAL
    with TemporaryDirectory(prefix="minutebook-") as folder:
        file = Path(folder) / "note.txt"
        file.touch(mode=0o600)
        file.write_text(f"{text}\n" if text else "", encoding="utf-8")
        try:
            with app.suspend(), signals_wait():
                status = subprocess.run([*shlex.split(command), str(file)], check=False).returncode
        except SuspendNotSupported as error:
            raise EditorFailed("This terminal cannot be given to an editor; write the note here.") from error
        except (OSError, ValueError) as error:
            raise EditorFailed(f"“{command}” cannot be started ({error}); $VISUAL or $EDITOR names another.") from error
        if status:
            raise EditorFailed(f"“{command}” ended with status {status}; the note is as it was before.")
        return file.read_text(encoding="utf-8", errors="replace")
