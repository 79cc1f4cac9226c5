"""The screen before everything else: what Python does for itself must not hold up a key.

Looking for garbage takes a twentieth of the time to the first screen, where there is none; a full collection takes a
tenth of a second when the app is up; and a thread that computes keeps the others waiting for as long as the interpreter
lets it, each time that the screen looks for something to do. What a key changes is drawn in several steps, and Textual
leaves a sixtieth of a second between two.
"""

import gc
import os
import sys
from time import monotonic
from typing import Final

_SWITCH: Final = 0.0005  # seconds that a computing thread may go on while the screen waits
_NEVER: Final = 1_000_000  # of the youngest-but-one collections to a full one
_PAUSE: Final = 0.7  # seconds without a key in which there is time to collect
_STEPS: Final = "250"  # of drawing in a second, at most


def prepare() -> None:
    """What has to be done before Textual is imported: collect nothing until `ScreenFirst` goes on, and draw at once."""
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", _STEPS)


class ScreenFirst:
    """From `begin` to `end` nothing is collected in full but by `tidy`, which waits for a pause."""

    def __init__(self) -> None:
        self._switch = sys.getswitchinterval()
        self._thresholds = gc.get_threshold()
        self._last_key = 0.0
        self._tidied: float | None = None

    def begin(self) -> None:
        """Put the screen first."""
        self._switch, self._thresholds = sys.getswitchinterval(), gc.get_threshold()
        sys.setswitchinterval(_SWITCH)
        gc.set_threshold(*self._thresholds[:2], _NEVER)

    def key(self) -> None:
        """Take note of a key."""
        self._last_key = monotonic()

    def tidy(self) -> None:
        """Collect what keys left behind, if none came for a while. What is there the first time stays for good."""
        if self._tidied is None:
            gc.freeze()
            gc.enable()
        elif self._tidied > self._last_key or monotonic() - self._last_key < _PAUSE:
            return
        else:
            gc.collect()
            gc.freeze()
        self._tidied = monotonic()

    def end(self) -> None:
        """Leave Python as it was."""
        gc.enable()
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)
        sys.setswitchinterval(self._switch)
