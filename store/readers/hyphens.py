"""Words cut by a hyphen at the end of a line, whole again."""

import re
from collections.abc import Iterable

_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT_HYPHEN)
_WORD = re.compile(r"\w[\w’'\u2010\u00ad-]*")
_SUSPENDED = {"and", "or", "to"}  # "pre- and post-war": a hyphen that cuts no word


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """Every word of a text, in lower case."""
    return frozenset(word.casefold() for line in lines for word in _WORD.findall(line))


def join_cut_word(line: str, following: str, known: frozenset[str]) -> tuple[str, str]:
    """`line` with the whole of the word that is cut at its end, and what is left of `following`.

    The hyphen goes when it is a soft one, or when `known` has the word without it and not with it; when in doubt it
    stays. Both lines come back as they are when no word is cut.
    """
    rest = _WORD.match(following)
    if not line.endswith(_HYPHENS) or not line[-2:-1].isalnum() or rest is None or rest.group() in _SUSPENDED:
        return line, following
    tail, *left = following.split(maxsplit=1)
    head = line.rsplit(maxsplit=1)[-1].lstrip("\"'“‘([")[:-1]
    whole, compound = (f"{head}{between}{rest.group()}".casefold() for between in ("", "-"))
    dispensable = line.endswith(_SOFT_HYPHEN) or (whole in known and compound not in known)
    return (line[:-1] if dispensable else line) + tail, "".join(left)
