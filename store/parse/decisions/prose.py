"""Prose, told from titles and lists by its verbs."""

import re

_VERB = re.compile(
    r"""\b(?:was|were|is|are|had|has|have|been|be|will|would|gave|noted|agreed|received|reported|resolved|asked|advised
    |stated|said|shared|confirmed|declared|proposed|attended|signed|needs?|quoted|welcomed|opened|thanked|congratulated
    |raised|made|chaired|presented|informed|requested|called|discussed|explained|suggested|brought|took|spoke|felt|began)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDED = re.compile(r"""[.!?]["'”’)]*$""")
_LONG = 60  # characters


def has_verb(text: str) -> bool:
    """Whether words hold one of the verbs that minutes tell with."""
    return bool(_VERB.search(text))


def is_ended(text: str) -> bool:
    """Whether words end as a sentence does."""
    return bool(_ENDED.search(text))


def is_prose(text: str) -> bool:
    """Whether a paragraph tells something, as no title and no list of names does."""
    return len(text) > _LONG and is_ended(text) and has_verb(text)
