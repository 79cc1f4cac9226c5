"""The letters of symbol fonts (Symbol, Wingdings) as the characters that they show: relations, bullets, arrows, ticks.

Word and the PDFs it prints keep them as private characters from U+F020 on, which mean nothing outside their font.
"""

import re
from collections.abc import Mapping

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_FIRST, _LAST = 0xF000, 0xFF  # what is added to a character of the font, and the last that there is
_BULLET = "•"  # what minutes use the rest for
# The encoding of the Symbol font (Adobe's "Symbol Encoding", as Unicode maps it), from 0x21 and from 0xA0 on.
_SYMBOL = {
    **dict(
        enumerate(
            "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x21
        )
    ),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪", 0xA0)),
    **dict(enumerate("〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", 0xF1)),
}
# Of the Wingdings fonts what minutes use: boxes, ticks, crosses, arrows, small squares.
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xB7: "•",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "•", 0x98: "•"}
_FACE = re.compile(r"(?:mt|ps)?(?:[-,]\w{0,20})?$|\s")
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings2": _WINGDINGS_2}
# Where nothing tells the font: the same place in several fonts, as it is most often meant.
_ANY = {**{code: _SYMBOL[code] for code in (0xA0, 0xB0, 0xB1, 0xB3, 0xB4, 0xB9)}, **_WINGDINGS, 0xA3: "☐", 0x2D: "-"}


def is_symbol_font(font: str) -> bool:
    """Whether a font shows other characters than its letters say."""
    return _named(font) in _FONTS


def shown(text: str, font: str = "") -> str:
    """`text` with the characters of symbol fonts as what they look like on the page.

    `font` is the name of a symbol font that all of it is set in; "" where nothing tells: then those that are private
    are taken for what they most often are.
    """
    signs = _FONTS.get(_named(font))
    if signs is not None:
        return "".join(_sign(letter, signs) for letter in text)
    return private_shown(text)


def private_shown(text: str, font: str = "") -> str:
    """`shown`, of words whose other characters are right already, as those of a PDF are."""
    if text.isascii():
        return text
    signs = _FONTS.get(_named(font), _ANY)
    return _PRIVATE.sub(lambda found: signs.get(ord(found.group()) - _FIRST, _BULLET), text)


def _named(font: str) -> str:
    """A font's name as the tables have it: "Wingdings-Regular" and "SymbolMT" are "wingdings" and "symbol"."""
    return _FACE.sub("", font.casefold())


def _sign(letter: str, signs: Mapping[int, str]) -> str:
    """What a font shows for a letter; one that is no character of such a font is itself."""
    code = ord(letter)
    if letter.isspace() or not (code <= _LAST or _FIRST <= code <= _FIRST + _LAST):
        return letter
    return signs.get(code & _LAST, _BULLET)
