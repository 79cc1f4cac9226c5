"""Front matter: the block of "key: value" lines that a publishing program sets before the words of a page."""

import re
from collections.abc import Sequence

from store.parse.page.lines import Line

_FENCE = "---"
_ENTRY = re.compile(r"""[\w-]{1,40}\s?:(?:\s|$)|-\s""")
_TITLE = re.compile(r"""title\s?:\s*["']?(?P<title>.*?)["']?\s*$""", re.IGNORECASE)
_LONGEST = 60  # lines


def front_matter(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines of a document that are its front matter, fences included; often none."""
    if not lines or lines[0].text != _FENCE:
        return ()
    for end, line in enumerate(lines[1:_LONGEST], 2):
        if line.text == _FENCE:
            return lines[:end]
        if not _ENTRY.match(line.text):
            break
    return ()


def title_of(front: Sequence[Line]) -> str | None:
    """The title that front matter gives, without its quotes. It may be wrong: its date is often that of publishing."""
    return next((match["title"] for line in front if (match := _TITLE.match(line.text))), None)
