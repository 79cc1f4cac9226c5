"""The screen before everything else: what Python does for itself must not hold up a key.

Looking for garbage takes a twentieth of the time to the first screen, where there is none; a full collection takes a
tenth of a second when the app is up; and a thread that computes keeps the others waiting for as long as the interpreter
lets it, each time that the screen looks for something to do. What a key changes is drawn in several steps, and Textual
leaves a sixtieth of a second between two.
"""

import gc
import os
import sys
from asyncio import TimerHandle, get_running_loop
from typing import Final

_SWITCH: Final = 0.0005  # seconds that a computing thread may go on while the screen waits
_MOMENT: Final = 0.06  # seconds: less than there is between two keys, more than what a key does takes
_REST: Final = 10.0  # seconds without a key in which nobody minds a tenth of one
_WORTH_IT: Final = 2  # youngest-but-one collections; so much is left behind by some ten keys
_TOO_MUCH: Final = 20  # of them, where no moment is found
_STEPS: Final = "250"  # of drawing in a second, at most


def prepare() -> None:
    """What has to be done before Textual is imported: collect nothing until `ScreenFirst` goes on, and draw at once."""
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", _STEPS)


class ScreenFirst:
    """From `begin` to `end` garbage is collected a moment after the last input, before there is much of it.

    What was there then is set aside, so that the next time is as quick, and looked through when the person rests.
    """

    def __init__(self) -> None:
        self._switch = sys.getswitchinterval()
        self._thresholds = gc.get_threshold()
        self._tidying: TimerHandle | None = None

    def begin(self) -> None:
        """Put the screen first."""
        self._switch, self._thresholds = sys.getswitchinterval(), gc.get_threshold()
        sys.setswitchinterval(_SWITCH)
        gc.set_threshold(*self._thresholds[:2], _TOO_MUCH)

    def settle_in(self) -> None:
        """The app is up: set aside what is there."""
        gc.freeze()
        gc.enable()

    def note_input(self) -> None:
        """Take note of a key or of the mouse: the moment begins anew."""
        if self._tidying:
            self._tidying.cancel()
        self._tidying = get_running_loop().call_later(_MOMENT, self._tidy)

    def end(self) -> None:
        """Leave Python as it was."""
        if self._tidying:
            self._tidying.cancel()
        gc.enable()
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)
        sys.setswitchinterval(self._switch)

    def _tidy(self) -> None:
        if gc.isenabled() and gc.get_count()[2] >= _WORTH_IT:
            gc.collect()
            gc.freeze()
        self._tidying = get_running_loop().call_later(_REST, self._tidy_thoroughly)

    def _tidy_thoroughly(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
