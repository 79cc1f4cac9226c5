"""The words that announce a decision: "RESOLVED:", "Resolved that", "It was AGREED to"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from store.model import Form
from store.parse.page.lines import Line

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
_TO_BODY = rf"\s+(?:TO|to)\s+(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){{0,3}}?{_BODY}"
_ADVERB = (
    r"(?:unanimously|UNANIMOUSLY|Unanimously|therefore|THEREFORE|accordingly|ACCORDINGLY|also|ALSO|then|further|FURTHER"
    r"|Further|duly|formally)"
)
_IT_WAS = rf"(?:[Ii]t\s+(?:was\s+|is\s+(?=RESOLVED))|IT\s+(?:WAS\s+|IS\s+(?=RESOLVED)))(?:{_ADVERB}\s+)?"
_BE_IT = (
    r"(?:(?:NOW|Now|now),?\s+(?:THEREFORE|Therefore|therefore),?\s+)?"
    r"(?:BE|Be|be)\s+(?:IT|It|it)\s+(?:(?:FURTHER|Further|further|HEREBY|hereby)\s+)?"
)
_BODY_DID = (
    rf"(?:(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){{0,3}}{_BODY}|[Tt]he\s+[A-Z]{{2,8}})\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
)
_THEY_DID = rf"(?:Members|Councillors|Governors)\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
_LEAD = rf"""(?:(?:[Aa]nd|AND)\s+)?(?:following\sa\sshow\sof\shands,?\s+)?
    (?: {_BE_IT} | {_IT_WAS} | {_BODY_DID} | {_THEY_DID} | {_ADVERB}\s+ )?"""
_CARRIED = (
    r"(?:\s*,?\s*\(?(?:unanimously|UNANIMOUSLY|Unanimously|nem\.?\s?con\.?)\)?|\s*\((?:with|by|on|\d)[^()]{1,80}\)"
    r"|\s+by\s+\d+\s+votes\s+to\s+\d+)"
)
_STOP = r"(?:\s*(?:[:.]\s*[-–—]?|[-–—](?=\s|$)))"
_THAT = (
    r"(?:,?\s*(?:that|THAT|That)(?:\s*:\s*[-–—]?|\s[-–—](?=\s)|,?(?=\s*$|\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s)))"
)
_TAIL = rf"{_CARRIED}?(?:{_THAT}|{_STOP}{_CARRIED}?{_STOP}?{_THAT}?|,(?=\s+(?:that|THAT|That)\b))?"
_MARKER = re.compile(
    rf"""(?<![\w"'“‘-])(?:
      {_LEAD}(?P<printed>
      (?: (?P<capitals>RESOLVED(?:,?\s+(?:BY|by)\s+[^.;:]{{3,120}}?(?=,?\s+(?:THAT|that|That)\b)
              |\s+TO\s+RECOMMEND(?:{_TO_BODY})?(?=\s*(?::|$)))?
            |AGREED(?!\s+ACTION)|DECIDED|VOTED|BIRT
            |RECOMMENDED(?:{_TO_BODY}(?=\s*:|,?\s+(?:that|THAT|That)\b))?|NOTED|APPROVED|ENDORSED|RATIFIED|ADOPTED|PENDERFYNWYD|CARRIED(?=\s*:))(?![\w"'”’])
        | (?P<word>(?:Resolved|Agreed|Decided|Recommended|Penderfynwyd)
            (?=\s*,?\s*:|\s+[-–—]|,?\s+(?:that|to|unanimously)\b|\s*\(|\s*$)
          |(?:Resolved|RESOLVED)\s+\d+(?:[/.]\d+)+(?=\s)|resolved(?=\s*:|\s+that\b)|Carried(?=\s*:)|(?:MOTION|Motion|RESOLUTION|Resolution|AMENDMENT|Amendment)(?:\s(?:(?:No\.?|NO\.?|Number)\s)?\#?\s?[A-Z/-]{{0,6}}\d[\d/.-]*)?(?=\s*:\s*(?:[Tt]hat|[Tt]o)\b)
          |(?:RESOLUTION|Resolution)(?=\s*:\s*[A-Z][a-z]+\s[A-Za-z“"])
          |(?:Proposal|PROPOSAL)(?=\s*:\s*(?:[Tt]hat|[Tt]o)\b)
          |(?:MOTION|Motion)(?=\s*:\s*[A-Z][a-z]+\s(?!(?:[A-Z][\w.’'-]*\s){{0,4}}(?:moved|moves|made|makes|motioned|proposed|seconded|second)\b)[a-z]))
        | (?P<line>(?:Decisions?|DECISIONS?)(?:\s(?:[Mm]ade|[Tt]aken|[Rr]eached|MADE|TAKEN|\d{{1,3}}))?(?=\s*:|\s*$)
            |(?:Outcome|OUTCOME)(?=\s*:\s)|DECISION(?=\s[-–—]\s))
      ){_TAIL})
    | (?:{_IT_WAS}|{_BODY_DID}|[Tt]he\s(?:[Mm]embers|[Cc]ouncillors|[Gg]overnors|[Tt]rustees|[Dd]irectors)\s)
      (?P<plain>(?P<verb>resolve[ds])(?=\s*:|\s+(?:that|to|in\saccordance|unanimously)\b){_TAIL})
    | (?P<counted>R?(?:19|20)\d\d-\d{{1,4}}\s+[A-Z][\w.'’ -]{{2,40}},\s(?:and\s)?[A-Z][\w.'’ -]{{2,40}}:)
    | (?:agus\s+)?(?P<irish>(?P<irish_verb>glacadh\s+leis|[Ss]ocraíodh){_TAIL})
    )""",
    re.VERBOSE,
)
_MOVED = re.compile(
    r"(?:it\swas\s)?(?:moved|proposed|motion(?:\s(?:was\s)?made)?)\s(?:by\s)?(?-i:[A-Z])[^:;]{2,90}?\s(?:that|to)\s",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:\d{1,4}(?:\.\d{1,3}){0,3}[).]?|[•·*–-])\s+")  # a paragraph's number or bullet
_SENTENCE_END = re.compile(r"""[.!?;:]["'”’)\]]*\s+$""")
_HINT = re.compile(
    r"resolve|agreed|decided|voted|outcome|birt\b|decision|recommended|noted|approved|carried|proposal|penderfynwyd|glacadh|socraíodh|motion|resolution|amendment|(?:19|20)\d\d-\d",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:that\b|to\b|t h a t|:|-|–|unanimously|\()", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:had|has|have|been|be|is|are|being|which|who|previously|not|to|if|when|as)\s+$", re.IGNORECASE)
_INFORMATION = re.compile(r"\s*(?::\s*)?\((?:for information|clerk)", re.IGNORECASE)
_ALONE = re.compile(r"noted\.?", re.IGNORECASE)
_QUOTE = re.compile('[“”"]')
_LOOKED_BACK = 40  # characters


@dataclass(frozen=True, slots=True)
class Printed:
    """A marker in a paragraph's raw text: `text` as printed, the `kind` of decision that it announces.

    `stopped`: a colon or a dash ends it. `in_sentence`: only the rest of its sentence is decided, not of its paragraph.
    """

    start: int
    end: int
    text: str
    kind: str
    form: Form
    stopped: bool
    in_sentence: bool

    @property
    def only_moves(self) -> bool:
        """Whether it announces a motion, of which what follows tells whether it was carried."""
        return self.text.casefold().startswith(("motion", "amendment", "proposal"))

    @property
    def aside(self) -> str:
        """What stands beside the word of the marker: "(with 34 votes for and 1 against)", "unanimously"."""
        return self.text.partition(" ")[2]

    @property
    def outcome(self) -> str | None:
        """The outcome that the marker itself says, where it is more than that something was decided."""
        word = self.text.partition(" ")[0].strip(":.-").casefold()
        return word if word in {"noted", "approved"} else None


def announces_decision(text: str) -> bool:
    """Whether a line begins with a formal marker, or with who moved what."""
    return moves(text) or next((marker.start == 0 for marker in formal_markers(text)), False)


def sets_apart(text: str) -> bool:
    """Whether a line begins with a formal marker that stands apart from its words ("RESOLVED:", "RESOLVED that")."""
    first = next(formal_markers(text), None)
    return first is not None and first.form is Form.FORMAL and not first.in_sentence and not first.only_moves


def moves(text: str) -> bool:
    """Whether a line begins with who moved what ("Moved by Cllr Ash that the gate be mended")."""
    return bool(_MOVED.match(text))


def has_marker(lines: Iterable[Line]) -> bool:
    """Whether any of `lines` holds a formal marker."""
    return any(next(formal_markers(line.words.raw), None) for line in lines)


def is_decision_alone(text: str) -> bool:
    """Whether a paragraph is the whole decision in a word: "Noted."."""
    return bool(_ALONE.fullmatch(text))


def formal_markers(raw: str) -> Iterator[Printed]:
    """The markers in a paragraph, in order.

    In mid-paragraph a marker follows the end of a sentence, or is in capitals and what it announces follows. What a
    quotation says, or what had been resolved before, announces nothing.
    """
    if not _HINT.search(raw):
        return
    label, is_quoted = _LABELLED.match(raw), quotations(raw)
    for match in _MARKER.finditer(raw):
        start, capitals = match.start(), match["capitals"]
        group = next(name for name in ("printed", "plain", "counted", "irish") if match[name])
        if _INFORMATION.match(raw, match.end()) or is_decision_alone(raw):
            continue
        at_start = not raw[:start].strip() or (label is not None and label.end() == start)
        if not at_start and (_TOLD.search(raw, max(0, start - _LOOKED_BACK), start) or is_quoted(start)):
            continue
        stopped = match[group].rstrip().endswith((":", "-", "–", "—"))
        labels = match["line"] and stopped and _SENTENCE_END.search(raw, max(0, start - _LOOKED_BACK), start)
        if not at_start and not labels and (match["line"] or match["counted"] or match["word"] == "resolved"):
            continue
        if match["word"] == "resolved" and match.start(group) > start and not stopped:
            continue  # told in a sentence
        if not at_start and match["word"] == "Agreed" and not stopped:
            continue
        agreed = match["word"] == "Agreed"
        word = (
            (capitals or "").partition(" ")[0]
            or match["word"]
            or match["line"]
            or match["verb"]
            or match["irish_verb"]
            or "resolved"
        )
        after_sentence = _SENTENCE_END.search(raw, max(0, start - _LOOKED_BACK), start)
        announces = stopped or _GOES_ON.match(raw, match.start(group) + len(word))
        it_was = group == "plain" and match.group()[:6].casefold() == "it was"
        led = capitals and match.start(group) > start  # "the Board APPROVED the budget"
        if at_start or after_sentence or led or (capitals and announces) or group == "irish" or it_was:
            yield Printed(
                start=0 if at_start else start,
                end=match.end(group),
                text=" ".join(match[group].split()),
                kind=_KINDS.get(word.casefold(), "decided"),
                form=Form.FORMAL if stopped or not (group == "plain" or agreed) else Form.PROSE,
                stopped=stopped,
                in_sentence=not stopped
                and (agreed or not at_start or match.start(group) > start or raw[:1] in "•·*–-"),
            )


def quotations(raw: str) -> Callable[[int], bool]:
    """What tells of a place in `raw` whether it stands inside a quotation."""
    at, inside, straight, depth = [-1], [False], False, 0
    paired = raw.count('"') % 2 == 0  # one that has no fellow encloses nothing
    for match in _QUOTE.finditer(raw):
        straight ^= paired and match.group() == '"'
        depth += {"“": 1, "”": -1}.get(match.group(), 0)
        at.append(match.start())
        inside.append(straight or depth > 0)
    return lambda start: inside[bisect_right(at, start) - 1]
