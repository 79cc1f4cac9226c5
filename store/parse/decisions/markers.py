"""The words that announce a decision: "RESOLVED:", "Resolved that", "It was AGREED to"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from store.parse.decisions.votes import MOVERS
from store.parse.page.lines import Line
from store.parse.page.passage import Passage

_KINDS = {
    "resolved": "resolved",
    "resolves": "resolved",
    "penderfynwyd": "resolved",
    "glacadh leis": "agreed",
    "socraíodh": "agreed",
    "agreed": "agreed",
    "carried": "agreed",
    "recommended": "recommended",
}  # the rest is "decided"
_BODY = r"(?:Committee|Council|Board|Cabinet|Panel|Group|Governing\sBody|Executive|Authority|Assembly)"
_ADVERB = r"(?:unanimously|UNANIMOUSLY|Unanimously|therefore|accordingly|also|then|further|duly|formally)"
_IT_WAS = rf"(?:[Ii]t\s+was\s+|IT\s+WAS\s+)(?:{_ADVERB}\s+)?"
_BODY_DID = rf"(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){{0,3}}{_BODY}\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
_THEY_DID = rf"(?:Members|Councillors|Governors)\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
_LEAD = rf"""(?:(?:[Aa]nd|AND)\s+)?(?:following\sa\sshow\sof\shands,?\s+)?
    (?: {_IT_WAS} | {_BODY_DID} | {_THEY_DID} | {_ADVERB}\s+ )?"""
_CARRIED = (
    r"(?:\s*,?\s*\(?(?:unanimously|UNANIMOUSLY|Unanimously|nem\.?\s?con\.?)\)?|\s*\((?:with|by|on|\d)[^()]{1,80}\))"
)
_STOP = r"(?:\s*(?:[:.]\s*[-–—]?|[-–—](?=\s|$)))"
_THAT = (
    r"(?:,?\s*(?:that|THAT|That)(?:\s*:\s*[-–—]?|\s[-–—](?=\s)|,?(?=\s*$|\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s)))"
)
_TAIL = rf"{_CARRIED}?(?:{_THAT}|{_STOP}{_CARRIED}?{_STOP}?{_THAT}?)?"
_MARKER = re.compile(
    rf"""(?<![\w"'“‘-])(?:
      {_LEAD}(?P<printed>
      (?: (?P<capitals>RESOLVED|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|PENDERFYNWYD|CARRIED(?=\s*:))(?![\w"'”’])
        | (?P<word>(?:Resolved|Agreed|Decided|Recommended|Penderfynwyd)
            (?=\s*,?\s*:|\s+[-–—]|\s+(?:that|to|unanimously)\b|\s*\(|\s*$)
          |Carried(?=\s*:))
        | (?P<line>(?:Decisions?|DECISIONS?)(?=\s*:|\s*$))
      ){_TAIL})
    | (?:{_IT_WAS}|{_BODY_DID}|The\s(?:Members|Councillors|Governors|Trustees)\s)
      (?P<plain>(?P<verb>resolve[ds])(?=\s*:|\s+(?:that|to|in\saccordance|unanimously)\b){_TAIL})
    | (?P<counted>R?(?:19|20)\d\d-\d{{1,4}}\s+[A-Z][\w.'’ -]{{2,40}},\s(?:and\s)?[A-Z][\w.'’ -]{{2,40}}:)
    | (?:agus\s+)?(?P<irish>(?P<irish_verb>glacadh\s+leis|[Ss]ocraíodh){_TAIL})
    )""",
    re.VERBOSE,
)
_PROSE = re.compile(
    rf"""(?<!\w)(?: [Ii]t\swas\s(?:\w+ly\s)?(?P<printed>agreed)(?=\s(?:that|to)\b) | (?P<bare>Agreed)(?=\s(?:that|to)\b)
    | (?:{_BODY_DID}|(?:[Tt]he\s)?(?:Members|Councillors)\s(?:\w+ly\s|all\s)?)(?P<body>agreed)(?=\s(?:that|to)\b) )""",
    re.VERBOSE,
)
_LABELLED = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,3}[).]?\s+")  # a paragraph's number
_SENTENCE_END = re.compile(r"""[.!?;:]["'”’)\]]*\s+$""")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z\d)]\.)\s{1,8}(?=[A-Z])")
_GOES_ON = re.compile(r"\s*(?:that\b|to\b|t h a t|:|-|–|unanimously|\()", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:had|has|have|been|be|is|are|being|which|who|previously|not|to|if|when|as)\s+$", re.IGNORECASE)
_INFORMATION = re.compile(r"\s*(?::\s*)?\((?:for information|clerk)", re.IGNORECASE)
_ALONE = re.compile(r"(?:noted|agreed|approved)\.?", re.IGNORECASE)
_QUOTE = re.compile('[“”"]')
_LOOKED_BACK = 40  # characters


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as `printed`, the `kind` of decision that it announces, and where in a passage's raw text it ends."""

    printed: str
    kind: str
    end: int

    @property
    def aside(self) -> str:
        """What stands beside the word of the marker: "(with 34 votes for and 1 against)", "unanimously"."""
        return self.printed.partition(" ")[2]

    @property
    def outcome(self) -> str | None:
        """The outcome that the marker itself says, where it is more than that something was decided."""
        word = self.printed.partition(" ")[0].strip(":.-").casefold()
        return word if word in {"noted", "approved"} else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or what a marker divides it into: a piece has its marker at its beginning or has none."""

    line: Line
    marker: Marker | None

    @property
    def words(self) -> Passage:
        return self.line.words

    @property
    def after_marker(self) -> Passage | None:
        return self.words.part(self.marker.end if self.marker else 0)


def divide(lines: Iterable[Line], *, prose: bool = False) -> Iterator[Piece]:
    """Each line, divided before every marker in it, and before a sentence that tells who moved.

    `prose` takes "it was agreed to …" for a marker, as in minutes that have no other.
    """
    for line in lines:
        words = line.words
        matches = {start: (kind, match) for start, kind, match in _markers(words.raw, prose=prose)}
        movers = (match.start() for match in MOVERS.finditer(words.raw))
        ends = (
            _sentence_end(words.raw, start)
            for start, (_, printed) in matches.items()
            if printed.text.casefold() == "agreed" and prose
        )
        edges = sorted({0, *matches, *movers, *ends, len(words.raw)})
        for start, end in pairwise(edges):
            part = words.part(start, end)
            if part is None:
                continue
            marker = None
            if start in matches:
                kind, printed = matches[start]
                marker = Marker(" ".join(printed.text.split()), kind, printed.end - start)
            last = end == len(words.raw)
            yield Piece(replace(line, words=part, cut=line.cut and last), marker)


def announces_decision(text: str) -> bool:
    """Whether a line begins with a formal marker."""
    return next((start == 0 for start, _, _ in _markers(text, prose=False)), False)


def has_marker(lines: Iterable[Line]) -> bool:
    """Whether any of `lines` holds a formal marker."""
    return any(next(_markers(line.words.raw, prose=False), None) for line in lines)


def is_decision_alone(text: str) -> bool:
    """Whether a paragraph is the whole decision in a word: "Noted."."""
    return bool(_ALONE.fullmatch(text))


def _sentence_end(raw: str, start: int) -> int:
    """Where the sentence ends that tells in prose what was agreed: what follows is told, not agreed."""
    match = _NEXT_SENTENCE.search(raw, start)
    return match.end() if match else len(raw)


@dataclass(frozen=True, slots=True)
class _Printed:
    text: str
    end: int


def _markers(raw: str, *, prose: bool) -> Iterator[tuple[int, str, _Printed]]:
    """Where markers begin in `raw`, their kinds and how they are printed.

    In mid-paragraph a marker follows the end of a sentence, or is in capitals and what it announces follows. What a
    quotation says, or what had been resolved before, announces nothing.
    """
    label, is_quoted = _LABELLED.match(raw), _quotations(raw)
    for match in _MARKER.finditer(raw):
        start, capitals = match.start(), match["capitals"]
        group = next(name for name in ("printed", "plain", "counted", "irish") if match[name])
        if _INFORMATION.match(raw, match.end()) or is_decision_alone(raw):
            continue
        at_start = not raw[:start].strip() or (label is not None and label.end() == start)
        if not at_start and (_TOLD.search(raw, max(0, start - _LOOKED_BACK), start) or is_quoted(start)):
            continue
        stopped = match[group].rstrip().endswith((":", "-", "–"))
        if not at_start and (match["line"] or match["counted"] or (match["word"] == "Agreed" and not stopped)):
            continue
        word = capitals or match["word"] or match["line"] or match["verb"] or match["irish_verb"] or "resolved"
        after_sentence = _SENTENCE_END.search(raw, max(0, start - _LOOKED_BACK), start)
        announces = stopped or _GOES_ON.match(raw, match.start(group) + len(word))
        it_was = group == "plain" and match.group()[:6].casefold() == "it was"
        if at_start or after_sentence or (capitals and announces) or group == "irish" or it_was:
            kind = _KINDS.get(word.casefold(), "decided")
            yield 0 if at_start else start, kind, _Printed(match[group], match.end(group))
    if prose:
        for match in _PROSE.finditer(raw):
            start = match.start()
            sentence = not raw[:start].strip() or _SENTENCE_END.search(raw, max(0, start - _LOOKED_BACK), start)
            if (sentence or match["printed"]) and not is_quoted(start):
                group = next(name for name in ("printed", "bare", "body") if match[name])
                yield 0 if not raw[:start].strip() else start, "agreed", _Printed(match[group], match.end(group))


def _quotations(raw: str) -> Callable[[int], bool]:
    """What tells of a place in `raw` whether it stands inside a quotation."""
    at, inside, straight, depth = [-1], [False], False, 0
    for match in _QUOTE.finditer(raw):
        straight ^= match.group() == '"'
        depth += {"“": 1, "”": -1}.get(match.group(), 0)
        at.append(match.start())
        inside.append(straight or depth > 0)
    return lambda start: inside[bisect_right(at, start) - 1]
