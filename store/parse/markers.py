"""The words that announce a decision: "RESOLVED:", "Resolved that", "It was AGREED to"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from store.parse.lines import Line
from store.parse.passage import Passage

_KINDS = {"resolved": "resolved", "agreed": "agreed", "decided": "decided", "recommended": "recommended"}
_LEAD = r"(?:(?:[Aa]nd\s+)?(?:[Ii]t\s+was\s+)?(?:(?:unanimously|UNANIMOUSLY|Unanimously|therefore|accordingly)\s+)?)"
_TAIL = r"(?:\s+(?:unanimously|UNANIMOUSLY))?(?:\s*(?:[:.]\s*-?|[-–—](?=\s)))?"
_MARKER = re.compile(
    rf"""(?<![\w"'“‘-]){_LEAD}(?P<printed>
      (?: (?P<capitals>RESOLVED|AGREED|DECIDED|RECOMMENDED)(?![\w"'”’])
        | (?P<word>Resolved|Agreed|Decided|Recommended)(?=\s*:|\s+[-–—]\s|\s+(?:that|to)\b|\s*$)
      ){_TAIL})""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"""[.!?;:]["'”’)\]]*\s+$""")
_GOES_ON = re.compile(r"\s*(?:that|to|:|-|–)", re.IGNORECASE)
_MOVERS = re.compile(r"(?<=[.;]\s)(?:Proposed|Moved|\((?:Proposed|Moved))\s+by\b")
_INFORMATION = re.compile(r"\s*\(for information", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as `printed`, the `kind` of decision that it announces, and where in a passage's raw text it ends."""

    printed: str
    kind: str
    end: int


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


def divide(lines: Iterable[Line]) -> Iterator[Piece]:
    """Each line, divided before every marker in it, and before a sentence that tells who moved."""
    for line in lines:
        words = line.words
        matches = dict(_markers(words.raw))
        movers = (match.start() for match in _MOVERS.finditer(words.raw))
        edges = sorted({0, *matches, *movers, len(words.raw)})
        for start, end in pairwise(edges):
            part = words.part(start, end)
            if part is None:
                continue
            match = matches.get(start)
            marker = None
            if match:
                kind = _KINDS[(match["capitals"] or match["word"]).casefold()]
                marker = Marker(" ".join(match["printed"].split()), kind, match.end() - start)
            last = end == len(words.raw)
            yield Piece(replace(line, words=part, cut=line.cut and last), marker)


def _markers(raw: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where markers begin in `raw`.

    In mid-paragraph a marker follows the end of a sentence, or is in capitals and what it announces follows.
    """
    for match in _MARKER.finditer(raw):
        start = match.start()
        if _INFORMATION.match(raw, match.end()):
            continue
        at_start = not raw[:start].strip()
        announces = match["printed"].rstrip().endswith((":", "-", "–")) or _GOES_ON.match(raw, match.end())
        if at_start or _SENTENCE_END.search(raw, 0, start) or (match["capitals"] and announces):
            yield (0 if at_start else start), match
