"""What verifying says, in words for a person."""

from collections.abc import Iterator
from typing import Final

from store.verify.comparison import Difference
from store.verify.verdict import Verdict, Verified

_HEADLINES: Final = {
    Verdict.EXACT: "stands as quoted",
    Verdict.THERE: "the place is in the store",
    Verdict.ALIKE: "the same words, but for punctuation or capitals",
    Verdict.CLOSE: "close, but not these words",
    Verdict.ELSEWHERE: "these words stand elsewhere, not at the place cited",
    Verdict.OTHER_WORDS: "the place cited says something else",
    Verdict.NOT_FOUND: "not found",
    Verdict.NOT_THERE: "no such place in the store",
}


def headline(one: Verified) -> str:
    """The verdict, in a few words."""
    return _HEADLINES[one.verdict]


def found_words(one: Verified) -> Iterator[str]:
    """What else there is to know, a sentence each: what is not there, the words of the minutes, and how they differ."""
    if one.why:
        yield one.why
    comparison = one.comparison
    if comparison is None or one.verdict in (Verdict.EXACT, Verdict.THERE):
        if one.more:
            yield "They stand in other places too; this is the newest."
        return
    if one.verdict is Verdict.ELSEWHERE:
        yield f"They stand here{', and in other places too' if one.more else ''}:"
    elif one.verdict in (Verdict.NOT_FOUND, Verdict.OTHER_WORDS):
        yield f"The nearest words: “{comparison.printed}”"
    else:
        yield f"The minutes: “{comparison.printed}”"
    if comparison.differences and one.verdict is not Verdict.NOT_FOUND:
        yield "; ".join(map(_spoken, comparison.differences))


def _spoken(difference: Difference) -> str:
    if not difference.quoted:
        return f"left out: “{difference.printed}”"
    if not difference.printed:
        return f"put in: “{difference.quoted}”"
    return f"changed: “{difference.quoted}” for “{difference.printed}”"
