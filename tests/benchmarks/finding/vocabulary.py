"""The words of a made-up country: those of a real dictionary, few of them drawn often and most seldom, as words are."""

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

WORD_LIST = Path("/usr/share/dict/british-english")
WORD_LIST_PACKAGE = "wbritish"

# What councils speak of most: the first in rank. The dictionary follows, shuffled.
_COUNCIL_WORDS = """
council committee service budget housing planning development community public local children school road highways
policy review fund strategy project area officer business health care support plan site parking traffic town park
building consultation funding scheme programme performance risk audit capital revenue grant property land property
education transport safety environment waste recycling library leisure centre quarter annual financial monitoring
improvement safeguarding board partnership delivery framework contract procurement staff pension treasury investment
licence premises street lighting drainage flood playground cemetery allotment market regeneration heritage
conservation tree footpath cycle bus station bridge recruitment foster carers adoption youth homelessness tenancy
repairs maintenance energy climate carbon equality data protection governance constitution standing orders scrutiny
inspection action progress update draft proposal assessment charges fees rent council tax rates reserves forecast
"""
COUNCIL_WORDS = tuple(dict.fromkeys(_COUNCIL_WORDS.split()))
_FLATTENING, _STEEPNESS = 8, 1.1  # of rank r: (r + 8) ** -1.1
_DRAWN_AT_ONCE = 20_000
_INVENTED = 60_000  # words
_BEGINNINGS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr r s sc sh sl sp st str t th tr v w".split()  # noqa: SIM905
_VOWELS = "a a e e i i o o u ai ea ee oa oo ou".split()  # noqa: SIM905
_ENDS = "b ck d g ld ll m mp n nd ng nt p r rd rk rm rn rt sh sk st t th".split()  # noqa: SIM905
_FORMS = ("", "s", "ed", "ing", "er", "ment", "ly")


class MissingWords(Exception):
    """There is no word list on this machine; says what to install."""


def read_words(path: Path = WORD_LIST) -> list[str]:
    """The plain lower-case words of a word list, in its order. Raises `MissingWords`."""
    if not path.exists():
        raise MissingWords(f"{path} is not here. On Debian and Ubuntu: apt install {WORD_LIST_PACKAGE}")
    lines = path.read_text(encoding="utf-8").split()
    return [word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 1]


def invented_words() -> list[str]:
    """Words of no language, in the forms that English words have: a vocabulary that nothing was tuned on."""
    chance = random.Random("invented words")
    made: dict[str, None] = {}
    while len(made) < _INVENTED:
        syllables = chance.choices((1, 2, 3), (2, 5, 3))[0]
        root = "".join(chance.choice(_BEGINNINGS) + chance.choice(_VOWELS) for _ in range(syllables))
        root += chance.choice(_ENDS)
        made |= dict.fromkeys(root + ending for ending in _FORMS[: chance.randint(1, len(_FORMS))])
    return sorted(made)


class Vocabulary:
    """Words by rank, the commonest first, and how often each is drawn."""

    def __init__(self, dictionary: Sequence[str], seed: int) -> None:
        first = list(COUNCIL_WORDS)
        known = set(first)
        rest = [word for word in dictionary if word not in known and len(word) > 2]
        random.Random(f"ranks {seed}").shuffle(rest)
        self.words = first + rest
        self._weights = list(accumulate(zipf(len(self.words))))

    def draw(self, chance: random.Random) -> Iterator[str]:
        """Words without end."""
        while True:
            yield from chance.choices(self.words, cum_weights=self._weights, k=_DRAWN_AT_ONCE)


def zipf(ranks: int, steepness: float = _STEEPNESS, flattening: float = _FLATTENING) -> list[float]:
    """How often each rank is drawn, by the law of Zipf and Mandelbrot."""
    return [(rank + flattening) ** -steepness for rank in range(1, ranks + 1)]
