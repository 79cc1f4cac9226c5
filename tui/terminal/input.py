"""What a terminal sends, as the messages that it means: whatever the bytes are, the next key works as ever.

Textual's own reading ends the app where a byte is no UTF-8 or a number in a sequence is out of all bounds. It takes
seconds for megabytes that are pasted, presses the keys that an escape character among them may mean, and waits for ever
for the end of a paste that was cut off.
"""

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Final

from textual.events import Paste, Resize
from textual.message import Message

from tui.terminal.textual_private import Parser

_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
_MOST_PASTED: Final = 100_000  # characters; no box takes as many
_STALLED: Final = 5.0  # seconds without a byte after which a paste has ended: else every key would be part of it
_MOST_CELLS: Final = 2_000  # in a row or a column; no screen has as many, and to draw one would take all memory


class TerminalInput:
    """Takes bytes as they come. A wrong byte is a U+FFFD, and a sequence that makes no sense is dropped."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = Parser()
        self._last = ""  # the last letters, by which the beginning of a paste is known
        self._paste: _Pasted | None = None

    def read(self, data: bytes) -> Iterator[Message]:
        """What some bytes mean, with those before them that meant nothing yet."""
        text = self._decode(data)
        while text:
            if self._paste is None:
                yield from self._take(text[0])
                text = text[1:]
            else:
                text = self._paste.take(text)
                if self._paste.ended:
                    yield from self._end_paste()

    def tick(self) -> Iterator[Message]:
        """What it means that nothing came for a while: an Escape was the key, or a paste was cut off."""
        yield from self._parsed(self._parser.tick)
        if self._paste is not None and self._paste.stalled:
            yield from self._end_paste()

    def _take(self, letter: str) -> Iterator[Message]:
        self._last = (self._last + letter)[-len(_PASTE_BEGINS) :]
        if self._last == _PASTE_BEGINS:
            self._begin_anew()  # the parser never hears of the paste
            self._paste = _Pasted()
        else:
            yield from self._parsed(lambda: self._parser.feed(letter))

    def _end_paste(self) -> Iterator[Message]:
        assert self._paste is not None
        yield Paste(self._paste.text)
        self._paste, self._last = None, ""

    def _parsed(self, parse: Callable[[], Iterable[Message]]) -> Iterator[Message]:
        try:
            messages = list(parse())
        except Exception:  # noqa: BLE001 (whatever a sequence does to the parser, the next key is to work)
            self._begin_anew()
            return
        for message in messages:
            if isinstance(message, Resize):
                if not all(0 < side <= _MOST_CELLS for side in message.size):
                    continue
                if not message.pixel_size:  # a terminal that does not know tells of the mouse in cells
                    self._parser.terminal_pixel_size = None
            yield message

    def _begin_anew(self) -> None:
        """Forget the sequence that has begun, and not what the terminal told of itself."""
        old, self._parser = self._parser, Parser()
        self._parser.mouse_pixels = old.mouse_pixels
        self._parser.terminal_size = old.terminal_size
        self._parser.terminal_pixel_size = old.terminal_pixel_size


class _Pasted:
    """What is being pasted, of which the beginning is kept."""

    def __init__(self) -> None:
        self.ended = False
        self._kept = ""
        self._waiting = ""  # letters that may be the first ones of the end
        self._came = monotonic()

    @property
    def text(self) -> str:
        """What was pasted, as far as it is kept; Textual takes no NUL either."""
        return (self._kept + self._waiting).replace("\0", "")

    @property
    def stalled(self) -> bool:
        """Whether nothing has come for so long that the rest has been lost."""
        return monotonic() - self._came > _STALLED

    def take(self, text: str) -> str:
        """Take more of it; what is left is what came behind its end."""
        self._came = monotonic()
        more, end, behind = (self._waiting + text).partition(_PASTE_ENDS)
        self.ended = bool(end)
        cut = len(more) if self.ended else max(len(more) - len(_PASTE_ENDS) + 1, 0)
        self._waiting = more[cut:]
        self._kept = (self._kept + more[:cut])[:_MOST_PASTED]
        return behind
