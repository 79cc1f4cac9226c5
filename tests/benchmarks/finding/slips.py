"""How people mistype: slips of the fingers, and names written as they sound."""

import random
from collections.abc import Callable, Container

from rapidfuzz.distance import OSA

_BESIDE = {  # on a British keyboard
    "a": "qwsz", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wsdr", "f": "drtgvc", "g": "ftyhbv", "h": "gyujnb",
    "i": "ujko", "j": "huikmn", "k": "jiolm", "l": "kop", "m": "njk", "n": "bhjm", "o": "iklp", "p": "ol", "q": "wa",
    "r": "edft", "s": "awedxz", "t": "rfgy", "u": "yhji", "v": "cfgb", "w": "qase", "x": "zsdc", "y": "tghu",
    "z": "asx",
}  # fmt: skip
_AT_FIRST_LETTER = 0.3  # how often the first letter is missed, beside each of the others
_SOUNDS = (
    ("ea", "ee"), ("ee", "ea"), ("ck", "k"), ("ph", "f"), ("gh", "g"), ("wh", "w"), ("ll", "l"), ("tt", "t"),
    ("rn", "nr"), ("ley", "ly"), ("ton", "ten"), ("ham", "am"), ("bury", "berry"), ("burgh", "borough"), ("ow", "oe"),
    ("ie", "ei"), ("er", "ar"), ("or", "er"), ("en", "an"), ("ar", "er"), ("al", "el"), ("on", "an"), ("in", "en"),
    ("mere", "meer"), ("wood", "wod"), ("o", "oa"), ("i", "y"), ("y", "i"), ("c", "k"), ("k", "c"), ("s", "ss"),
    ("l", "ll"), ("t", "tt"), ("n", "nn"),
)  # fmt: skip
_TRIES = 40


def slip(word: str, chance: random.Random) -> str:
    """The word with one letter left out, put in, hit beside, or swapped with the next."""
    weights = [_AT_FIRST_LETTER if at == 0 else 1.0 for at in range(len(word))]
    at = chance.choices(range(len(word)), weights)[0]
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[: at + 1] + chance.choice(_BESIDE[word[at]] + word[at]) + word[at + 1 :]
        case 2:
            return word[:at] + chance.choice(_BESIDE[word[at]]) + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def mistyped(word: str, slips: int, known: Container[str], chance: random.Random) -> str | None:
    """The word so many slips away, not a word that is `known`; None where chance makes none that is not."""

    def once() -> str:
        made = word
        for _ in range(slips):
            made = slip(made, chance)
        return made if OSA.distance(made, word) == slips else word

    return _unknown(word, once, known)


def misheard(name: str, known: Container[str], chance: random.Random) -> str | None:
    """A name written as it might sound, not a word that is `known`; None where it is written as it sounds."""
    changes = [(at, sound, other) for sound, other in _SOUNDS for at in _places(name, sound)]
    if not changes:
        return None

    def once() -> str:
        at, sound, other = chance.choice(changes)
        return name[:at] + other + name[at + len(sound) :]

    return _unknown(name, once, known)


def _places(name: str, sound: str) -> list[int]:
    """Where a sound stands in a name, its first letter aside: that is heard."""
    return [at for at in range(1, len(name)) if name.startswith(sound, at)]


def _unknown(word: str, once: Callable[[], str], known: Container[str]) -> str | None:
    """What `once` makes, as soon as it is neither the word nor a known one."""
    for _ in range(_TRIES):
        made = once()
        if made != word and made not in known:
            return made
    return None
