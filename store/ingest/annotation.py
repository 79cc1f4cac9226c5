"""A reading that a person put right as an annotation: what the project's tests hold a reader against.

Its shape is that of `minutebook read --json`. With its words replaced by others of the same shape it names nobody, and
is read as the document is.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from secrets import token_bytes

from store.corrections.correction import Correction, place_in, words_at
from store.corrections.grammar import as_json as value_of
from store.ingest.reading_json import Json, as_json
from store.model import Document, Span
from store.parse.meeting import parse_meetings

_WORD = re.compile(r"[^\W\d_]+")
_KEPT_LONGEST = 3  # letters of words that name nobody: labels, articles, Roman figures
_MARKED = re.compile(  # words by which minutes are read
    r"""(?:agreed?|apolog\w*|appoint\w*|approv\w*|attend\w*|carried|chair\w*|clerk|cllrs?|closed|committee|confirm\w*|council\w*
    |decid\w*|decision|declar\w*|defer\w*|draft|elect\w*|favour|from|held|interests?|items?|lost|meeting\w*|members?|minutes
    |motion|moved|noted|parish|present|proposed|received|recommend\w*|record\w*|report\w*|resol\w*|seconded|signed|that|this
    |town|unanimous\w*|were|with\w*|january|february|march|april|june|july|august|september|october|november|december
    |monday|tuesday|wednesday|thursday|friday|saturday|sunday|been|have|will|would|report|next|date|matters|arising|business
    |other|previous|planning|finance|correspondence|public|open\w*)""",
    re.IGNORECASE | re.VERBOSE,
)


def annotation(document: Document, corrections: Sequence[Correction], *, blank: bool = False) -> Json:
    """The first meeting of a document, as it is read around corrections, with the corrections and the document's text.

    `blank` replaces every word that minutes are not read by with one of the same length and capitals, and the text with
    it, so that the corrections are at the same places.
    """
    if blank:
        document, corrections = _blanked(document, corrections)
    told = as_json(document, parse_meetings(document, corrections)[0])
    values: list[Json] = [value_of(one) for one in corrections]
    return {**told, "text": document.text, "corrections": values}


def annotation_text(document: Document, corrections: Sequence[Correction], *, blank: bool = False) -> str:
    """The same as JSON, indented to be read."""
    return json.dumps(annotation(document, corrections, blank=blank), ensure_ascii=False, indent=2, default=str)


def _blanked(document: Document, corrections: Sequence[Correction]) -> tuple[Document, list[Correction]]:
    fitting = [(one, place) for one in corrections if (place := place_in(document.text, one))]
    salt = token_bytes()  # or each word could be found by trying
    text = blanked(document.text, salt)
    shown = sha256(text.encode()).hexdigest()
    nameless = replace(
        document, name=f"blank{_suffix(document.name)}", sha256=shown, text=text, url=None, full_texts=()
    )
    return nameless, [_moved(one, place, nameless, salt) for one, place in fitting]


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2] if "." in name else ""


def _moved(one: Correction, place: Span, document: Document, salt: bytes) -> Correction:
    value = blanked(one.value, salt) if one.value is not None and one.kind in _OF_WORDS else one.value
    return replace(one, document=document.sha256, span=place, words=words_at(document.text, place), value=value)


def blanked(text: str, salt: bytes) -> str:
    """`text` with every word that minutes are not read by replaced by one of the same shape; a word always by the same.

    With the same `salt` it is the same in another text. Figures stay: the numbers of items count up, and days are days.
    """
    told: dict[str, str] = {}

    def instead(found: re.Match[str]) -> str:
        word = found.group()
        if len(word) <= _KEPT_LONGEST or _MARKED.fullmatch(word):
            return word
        return told.setdefault(word, _shaped(word, salt))

    return _WORD.sub(instead, text)


def _shaped(word: str, salt: bytes) -> str:
    """A word of letters that mean nothing, with the length and the capitals of another."""
    hashed = sha256(salt + word.casefold().encode()).digest()
    letters = (_LETTERS[at % 2][hashed[at % len(hashed)] % len(_LETTERS[at % 2])] for at in range(len(word)))
    return "".join(_cased(letter, was) for letter, was in zip(letters, word, strict=True))


def _cased(letter: str, was: str) -> str:
    change: Callable[[str], str] = str.upper if was.isupper() else str.lower
    return change(letter)


_LETTERS = ("bdfgklmnprt", "aeiou")
_OF_WORDS = ("item", "body", "council", "venue", "chair")
