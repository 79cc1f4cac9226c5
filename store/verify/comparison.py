"""How the words of a quotation stand in a text: as they are, but for punctuation, nearly, or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import IntEnum

from store.text.clean import squeeze
from store.text.tokens import placed_words, words
from store.verify.quoted_words import GAP, PUT_IN, QuotedWords, plain

# Shares, 0 to 1, from which on a text is like a quotation: so that misquoted clauses of `tests/benchmarks/verifying.py`
# (a word changed, one left out, two put in) are close, as they deserve.
_CLOSE = 0.7  # of the letters that are the same: close
_SAME_WORDS = 0.6  # of the quotation's words that a close text has at least
_NEAR, _NEAR_WORDS = 0.6, 0.4  # the same, of words that are not close but worth telling
_AROUND = 4  # words beside the likeliest stretch that may belong to it
_AROUND_SHARE = 5  # of a longer quotation one word in so many, where that is more
_MARKED = (GAP, PUT_IN)  # what is no word of a quotation


class Likeness(IntEnum):
    """How like the text is to the quotation, the more the higher."""

    UNLIKE = 0
    NEAR = 1  # some of the words
    CLOSE = 2
    ALIKE = 3  # the same words; marks, capitals or accents differ
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ: as the quotation has them, and as the text does. One of the two is empty where it has none."""

    quoted: str
    printed: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like, the share of the letters that are the same (0 to 1), the words of the text, and what differs."""

    likeness: Likeness
    share: float
    printed: str
    differences: tuple[Difference, ...] = ()


def compare(quotation: QuotedWords, *texts: str) -> Comparison:
    """How `quotation` stands in the likeliest of some texts, at the likeliest place in it."""
    return standing_in(quotation, texts) or max((_nearest(quotation, text) for text in texts), key=_order)


def standing_in(quotation: QuotedWords, texts: Iterable[str]) -> Comparison | None:
    """How the very words of `quotation` stand in one of some texts; None where they stand in none."""
    found = [there for text in texts if (there := standing(quotation, text))]
    return max(found, key=_order, default=None)


def _order(one: Comparison) -> tuple[Likeness, float]:
    return one.likeness, one.share


def standing(quotation: QuotedWords, text: str) -> Comparison | None:
    """How the very words of `quotation` stand in `text`; None where they do not."""
    text = squeeze(text)
    as_printed = plain(text)
    if exact := quotation.exactly_in(as_printed):
        return Comparison(Likeness.EXACT, 1.0, as_printed[slice(*exact)])
    placed = list(placed_words(text))
    folded = f" {' '.join(word for word, _, _ in placed)} "
    if alike := quotation.alike_in(folded):
        first, last = (folded.count(" ", 0, at) for at in alike)
        printed = text[placed[first][1] : placed[last - 1][2]]
        return Comparison(Likeness.ALIKE, 1.0, printed, tuple(_differences(quotation.tokens, printed.split(), plain)))
    return None


def _nearest(quotation: QuotedWords, text: str) -> Comparison:
    """The stretch of `text` that is likest, and how its words differ."""
    from rapidfuzz import fuzz

    printed = list(filter(words, text.split()))
    quoted = [token for token in quotation.tokens if token in _MARKED or words(token)]
    wanted = " ".join(_folded(token) for token in quoted if token not in _MARKED)
    stretch = _likeliest_stretch(quoted, wanted, printed)
    folded = list(map(_folded, stretch))
    matcher = SequenceMatcher(None, list(map(_folded, quoted)), folded, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Comparison(Likeness.UNLIKE, 0.0, "")
    taken = _taken(blocks, len(quoted), stretch)
    same = sum(block.size for block in blocks)
    share = fuzz.ratio(wanted, " ".join(_folded(token) for token in taken)) / 100
    if GAP in quoted:
        share = same / max(len(quoted) - quoted.count(GAP), 1)
    likeness = _likeness(share, same / len(quoted))
    return Comparison(likeness, share, " ".join(taken), tuple(_differences(quoted, taken, _folded)))


def _taken(blocks: Sequence[Match], quoted: int, stretch: list[str]) -> list[str]:
    """The words of a stretch that stand for a quotation of so many words, given the blocks that both have.

    Where the quotation's first and last words differ, as many words of the text are taken for them.
    """
    first = max(blocks[0].b - blocks[0].a, 0)
    return stretch[first : min(blocks[-1].b + quoted - blocks[-1].a, len(stretch))]


def _likeliest_stretch(quoted: Sequence[str], wanted: str, printed: list[str]) -> list[str]:
    """The words of a text among which those of a quotation are likeliest, with some around them.

    `wanted` are the quotation's words, folded. All of the text where words are left out, or where it is no longer.
    """
    from rapidfuzz import fuzz

    whole = " ".join(map(_folded, printed))
    if GAP in quoted or len(whole) <= len(wanted):
        return printed
    found = fuzz.partial_ratio_alignment(wanted, whole)
    if found is None:
        return []
    around = max(_AROUND, len(quoted) // _AROUND_SHARE)
    begin = max(whole.count(" ", 0, found.dest_start) - around, 0)
    return printed[begin : whole.count(" ", 0, found.dest_end) + 1 + around]


def _likeness(share: float, same: float) -> Likeness:
    """How like a text is by the share of letters and the share of words that are the same."""
    if share >= _CLOSE and same >= _SAME_WORDS:
        return Likeness.CLOSE
    return Likeness.NEAR if share >= _NEAR and same >= _NEAR_WORDS else Likeness.UNLIKE


def _differences(quoted: Sequence[str], printed: Sequence[str], key: Callable[[str], str]) -> Iterator[Difference]:
    """What differs word by word; words that the quotation says it leaves out or puts in do not."""
    matcher = SequenceMatcher(None, [key(one) for one in quoted], [key(one) for one in printed], autojunk=False)
    for kind, begin, end, from_, to in matcher.get_opcodes():
        own = quoted[begin:end]
        if kind == "equal" or (own and all(token in _MARKED for token in own)):
            continue
        marked = GAP in own or PUT_IN in own
        said = " ".join(token for token in own if token not in _MARKED)
        yield Difference(said, "" if marked else " ".join(printed[from_:to]))


def _folded(token: str) -> str:
    return " ".join(words(token)) or token
