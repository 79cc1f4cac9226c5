"""The letters of symbol fonts (Symbol, Wingdings) as the characters that they show: bullets, arrows, ticks.

Word and the PDFs it prints keep them as private characters from U+F020 on, which mean nothing outside their font.
"""

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_SHOWN = {
    0xF0A3: "☐",
    0xF0A8: "☐",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0FE: "☑",
    0xF02D: "-",
    0xF0A7: "▪",
}
_BULLET = "•"  # what minutes use the rest for


def shown(text: str) -> str:
    """`text` with the private characters of symbol fonts as what they look like on the page."""
    return _PRIVATE.sub(lambda found: _SHOWN.get(ord(found.group()), _BULLET), text)
