"""The words of a quotation, made ready for looking for them: what its writer left out, put in or marked is understood.

"…" stands for any words, "[the Council]" for a few others or none, "[T]hat" for "That" or "that"; "[sic]" is nobody's.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from store.text.clean import squeeze
from store.text.labels import FIGURE
from store.text.tokens import words

GAP, PUT_IN = "…", "[…]"  # among the tokens of a quotation: any words, a few other words
_SIC = re.compile(r"(?<!\s)\s*[\[(]sic!?[\])]", re.IGNORECASE)
_ELISION = re.compile(r"(?<!\s)\s*(?:[\[(]\s*(?:…|\.{3,4}|\. \. \.)\s*[\])]|…\.?|\.{3,4}|\. \. \.(?: \.)?)\s*")
_CHANGED_LETTER = re.compile(r"\[([A-Za-z])\](?=\w)")
# Put in, it turns what is decided into its contrary: so it is held against the minutes as any word is.
_DENIAL = r"\b(?:not|no|never|neither|nor|none|without|cannot|un)\b"
_DENIED = re.compile(rf"\[([^\[\]]*{_DENIAL}[^\[\]]*)\]", re.IGNORECASE)
# Left out by itself, or put in other words, it does the same: "That … grant be made", "be [approved]".
_HIDDEN_DENIAL = re.compile(_DENIAL, re.IGNORECASE)
_FEWEST_LEFT_OUT = 4  # words with a denial among them that may be left out, and say more than that
_BRACKETED = re.compile(r"(?<!\s)\s*\[[^\[\]]*\]\s*")
_END = " .,;:"  # of a quotation: its writer's, as often as not
_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "…": "..."}
)
_FEW_WORDS = r"(\b.{0,80}?\b)"
_LABEL = re.compile(rf"\(?{FIGURE}[.)]", re.IGNORECASE)
_LEADING_LABEL = re.compile(rf"^{_LABEL.pattern}\s+", re.IGNORECASE)
_APART_FROM = 3  # words by which a clause is looked for
_MOST_PUT_IN = 12  # words that a bracket may stand for


def plain(text: str) -> str:
    """`text` as a quotation may print it too: straight marks, one kind of dash, single spaces."""
    return squeeze(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY))


@dataclass(frozen=True)
class QuotedWords:
    """A quotation in the parts between its elisions; there is at least one, unless it has no words at all."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, quotation: str) -> "QuotedWords":
        quotation = _DENIED.sub(r"\1", _SIC.sub("", squeeze(quotation)))
        parts = [part.strip() for part in _ELISION.split(quotation)]
        if parts:
            parts[-1] = parts[-1].rstrip(_END)
        return cls(tuple(part for part in parts if words(part)))

    @cached_property
    def folded(self) -> list[str]:
        """Its words, folded, without what was put in."""
        return [word for part in self.parts for word in words(_own(part))]

    @cached_property
    def rows(self) -> list[list[str]]:
        """The folded words that stand in a row, put in words not counted: "a … b [c] d" -> [a], [b], [d]."""
        return [row for part in self.parts for piece in _pieces(part) if (row := words(piece))]

    @cached_property
    def tokens(self) -> list[str]:
        """Its words as printed, `GAP` and `PUT_IN` among them."""
        tokens: list[str] = []
        for part in self.parts:
            tokens += [GAP] if tokens else []
            for at, piece in enumerate(_pieces(part)):
                tokens += [*([PUT_IN] if at else []), *piece.split()]
        return tokens

    @property
    def apart(self) -> list["QuotedWords"]:
        """Parts of it that lie in one clause where it runs on over several, the longest first.

        They are what stands between labels; where no label is quoted, one of its halves lies in one.
        """
        tokens = [token for token in self.tokens if token not in (GAP, PUT_IN)]
        cuts = [at for at, token in enumerate(tokens) if _LABEL.fullmatch(token)] or [len(tokens) // 2]
        pieces = [" ".join(tokens[begin:end]) for begin, end in pairwise([0, *cuts, len(tokens)])]
        parts = [QuotedWords.of(_LEADING_LABEL.sub("", piece)) for piece in pieces]
        long = [part for part in parts if len(part.folded) >= _APART_FROM]
        return sorted(long, key=lambda part: -len(part.folded))

    def exactly_in(self, text: str) -> tuple[int, int] | None:
        """Where its words stand in a `plain` text as they are printed; a bracket may be the text's own."""
        return _in_order(self._exact, text, put_in_last=self._ends_put_in)

    def alike_in(self, folded: str) -> tuple[int, int] | None:
        """Where its words stand in " folded words in a row "."""
        return _in_order(self._alike, folded, put_in_last=self._ends_put_in)

    @property
    def _ends_put_in(self) -> bool:
        return bool(self.parts) and self.parts[-1].endswith("]")

    @cached_property
    def _exact(self) -> list[re.Pattern[str]]:
        return [re.compile(rf"(?<!\w)(?:{_literal(part)}|{_edited(part)})(?!\w)") for part in self.parts]

    @cached_property
    def _alike(self) -> list[re.Pattern[str]]:
        put_in = rf"((?: \S+){{0,{_MOST_PUT_IN}}}?)"
        return [re.compile(f"{put_in.join(map(_in_a_row, _pieces(part)))}(?= )") for part in self.parts]


def _in_order(patterns: Iterable[re.Pattern[str]], text: str, *, put_in_last: bool) -> tuple[int, int] | None:
    """From where the first pattern is found to where the last is, each behind the one before.

    None also where what was left out between them, or stands where other words were put in, is a denial; `put_in_last`
    says that they are the last of all.
    """
    begin, end = -1, 0
    for pattern in patterns:
        found = pattern.search(text, end)
        if found is None or any(_HIDDEN_DENIAL.search(words or "") for words in found.groups()):
            return None
        left_out = text[end : found.start()] if begin >= 0 else ""
        if len(left_out.split()) < _FEWEST_LEFT_OUT and _HIDDEN_DENIAL.search(left_out):
            return None
        begin, end = found.start() if begin < 0 else begin, found.end()
    behind = " ".join(text[end:].split()[:_FEWEST_LEFT_OUT]) if put_in_last else ""
    return None if begin < 0 or _HIDDEN_DENIAL.search(behind) else (begin, end)


def _own(part: str) -> str:
    """`part` with the letter that was changed, without the words that were put in."""
    return _BRACKETED.sub(" ", _CHANGED_LETTER.sub(r"\1", part))


def _pieces(part: str) -> list[str]:
    """`part`, cut where words were put in."""
    return _BRACKETED.split(_CHANGED_LETTER.sub(r"\1", part))


def _literal(part: str) -> str:
    return re.escape(plain(part))


def _edited(part: str) -> str:
    pieces = _BRACKETED.split(_CHANGED_LETTER.sub("\0\\1", part))
    escaped = _FEW_WORDS.join(re.escape(plain(piece)) for piece in pieces)
    return re.sub(r"(?:\\)?\x00(\w)", lambda letter: f"[{letter[1].upper()}{letter[1].lower()}]", escaped)


def _in_a_row(piece: str) -> str:
    return "".join(f" {re.escape(word)}" for word in words(piece))
