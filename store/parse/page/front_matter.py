"""Front matter: the block of "key: value" lines that a publishing program sets before the words of a page."""

import re
from collections.abc import Sequence

from store.parse.page.lines import Line

_FENCE = "---"
_ENTRY = re.compile(r"""[\w-]{1,40}\s?:(?:\s|$)|-\s""")
_METADATA = re.compile(
    r"(?:title|date|modified|category|tags?|slug|authors?|summary|status|layout|template)\s?:", re.IGNORECASE
)
_FEWEST = 2  # lines of metadata without fences
_LONGEST = 60  # lines


def front_matter(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines of a document that are its front matter, fences included; often none.

    Without fences it is what begins with "Title:" and goes on with such metadata.
    """
    if lines and _METADATA.match(lines[0].text):
        end = next((at for at, line in enumerate(lines) if at and not _METADATA.match(line.text)), len(lines))
        return (
            lines[:end]
            if end >= _FEWEST and any(line.text.casefold().startswith("date") for line in lines[:end])
            else ()
        )
    if not lines or lines[0].text != _FENCE:
        return ()
    for end, line in enumerate(lines[1:_LONGEST], 2):
        if line.text == _FENCE:
            return lines[:end]
        if not _ENTRY.match(line.text):
            break
    return ()
