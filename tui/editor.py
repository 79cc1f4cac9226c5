"""The person's own editor: words go into a private file, the editor is given the terminal, and they come back."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual.app import App, SuspendNotSupported

from store.errors import MinutebookError
from tui.programs import signals_wait

_USUAL: Final = "vi"


class EditorFailed(MinutebookError):
    """The editor could not be started, or ended in failure; nothing was changed."""


def edited(app: App[None], text: str) -> str:
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
