"""Decisions whose marker the page lost: "That the report be noted.", "(1) the fees be approved; and", "(2) …"."""

import re
from typing import Final

from store.parse.page.passage import Passage
from store.text.labels import ListNumbering, read_label

_NOT_SAID = r"(?!\s(?:was|is|were|had|has|would|could|will|meant)\b)"
_BODY = (
    r"(?:(?:sub-?)?committee|council|board|cabinet|panel|forum|group|executive|assembly|authority|governing\sbody|trust"
    r"|commission|members|trustees|governors)"
)
_DOES = (
    r"(?:notes?|approves?|agrees?|adopts?|endorses?|recommends?|accepts?|supports?|receives?|delegates?|authori[sz]es?|confirms?"
    r"|welcomes?|requests?|asks?|instructs?|appoints?|resolves?|grants?|refuses?|defers?|thanks?|determines?|declares?)"
)
UNMARKED: Final = re.compile(rf"(?:That|THAT)\b{_NOT_SAID}(?:[^.]|\.(?=\S|\s\d))*?\sbe\s")
"""“That the minutes be signed”."""

_BODY_DOES = re.compile(
    rf"(?:that|THAT|That)\s(?i:(?:the\s)?(?:[\w’'-]+\s){{0,4}}?{_BODY},?\s(?:\w+ly\s|hereby\s)?{_DOES})\b"
)
"""“That the Panel notes the report”."""

LISTED: Final = re.compile(
    r"(?:(?!\b(?:was|were|had|has|have|is|are|will|would|should|may|can|could|to)\b)[^.;]){3,200}?\bbe\s(?:\w+\s){0,2}?\w+(?:ed|n|t)\b[^.;]{0,60}[.;]"
)
"""“the report be noted; and”, an entry of a list."""

_SAID = (
    r"asked|requested|suggested|proposed|recommended|moved|sought|urged|insisted|wished|hoped|demanded|advised|reported|stated"
    r"|said|felt|noted|agreed|if|when|where|although|until|unless|which|who|please|let|need|needs|not|why|how|whether"
)
_SUBJUNCTIVE = re.compile(
    rf"""(?!(?:any|members|please|to|motion)\b)(?:(?!\b(?:was|were|had|has|have|is|are|will|would|should|shall|(?-i:may)|might|must|can|could|to|did|{_SAID})\b)
    (?:[^.;:?]|\.(?=\S|\s\d))){{3,300}}?\sbe\s(?:\w+\s){{0,2}}?(?:\w+ed|\w*given|taken|held|made|set|sent|paid|put|kept|met|let|sold|drawn|brought|told)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""“the report be noted”, of which a page lost “RESOLVED that”."""

_THAT = re.compile(rf"that\b{_NOT_SAID}")
_LEADS_LIST = re.compile(
    rf"(?:That|THAT)(?:[\s,]+(?i:(?:the\s)?(?:[\w’'-]+\s){{0,4}}?{_BODY}(?:\s{_DOES}(?:\s(?:to|that))?)?))?\s?(?:[:,]\s?[-–—]?)?"
)
"""“That:”, “That the Panel agrees:”, over a list."""


def is_bare(text: str) -> bool:
    """Whether words that no marker announces decide: "That the minutes … be signed"."""
    return bool(UNMARKED.match(text) or _BODY_DOES.match(text))


def is_subjunctive(words: Passage) -> bool:
    """Whether words without "That" say what be done, on a page that loses the words before them."""
    label = read_label(words.raw)
    if label and not _is_first(words):
        return False
    return bool(_SUBJUNCTIVE.match(words.raw[label.end :].lstrip() if label else words.raw))


def begins_bare(words: Passage, before: Passage | None, behind: Passage | None) -> bool:
    """Whether clauses without a marker begin at `words`, or a lone labelled one, or what stands before a list."""
    label, numbering = read_label(words.raw), numbering_of(words)
    if label is None:
        return bool(behind and _LEADS_LIST.fullmatch(words.text) and _is_first(behind))
    if numbering is None or numbering.value(label) != 1 or (before and before.text.endswith(":")):
        return False
    said = words.raw[label.end :].lstrip()
    second = read_label(behind.raw) if behind else None
    if behind is None or second is None or numbering.follows(second, 1) is None:
        return is_bare(said)
    return all(_is_entry(one) for one in (said, behind.raw[second.end :].lstrip()))


def numbering_of(words: Passage) -> ListNumbering | None:
    """The numbering of the list of clauses that `words` begin, if they do."""
    label = read_label(words.raw)
    return ListNumbering.begun_by(label) if label else None


def _is_entry(said: str) -> bool:
    """Whether an entry of a list decides."""
    return is_bare(said) or bool(LISTED.match(said)) or bool(_THAT.match(said))


def _is_first(words: Passage) -> bool:
    label, numbering = read_label(words.raw), numbering_of(words)
    return label is not None and numbering is not None and numbering.value(label) == 1
