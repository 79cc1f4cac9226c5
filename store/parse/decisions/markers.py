"""The words that announce a decision: "RESOLVED:", "Resolved that", "It was AGREED to"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from store.model import Form
from store.parse.page.lines import Line

_KINDS = {
    "resolved": "resolved",
    "res": "resolved",
    "resolves": "resolved",
    "penderfynwyd": "resolved",
    "glacadh leis": "agreed",
    "socraíodh": "agreed",
    "agreed": "agreed",
    "accepted": "agreed",
    "#agreed": "agreed",
    "#agree": "agreed",
    "#accepted": "agreed",
    "#accept": "agreed",
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
_BODY_NAMED = rf"(?:(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){{0,3}}{_BODY}|[Tt]he\s+[A-Z]{{2,8}}|This\s[A-Z]\w+)"
_BODY_DID = rf"{_BODY_NAMED}\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
_THEY_DID = rf"(?:Members|Councillors|Governors)\s+(?:{_ADVERB}\s+|considered\s+and\s+)?"
_LEAD = rf"""(?:(?:[Aa]nd|AND)\s+)?(?:following\sa\sshow\sof\shands,?\s+)?
    (?: {_BE_IT} | {_IT_WAS} | {_BODY_DID} | {_THEY_DID} | {_ADVERB}\s+ )?"""
_CARRIED = (
    r"(?:\s*,?\s*\(?(?:unanimously|UNANIMOUSLY|Unanimously|nem\.?\s?con\.?)\)?|\s*\((?:with|by|on|\d)[^()]{1,80}\)"
    r"|\s+by\s+\d+\s+votes\s+to\s+\d+)"
)
_STOP = r"(?:\s*(?:[:.]\s*[-–—]?|[-–—](?=\s|$)))"
_CLAUSE_NEXT = r"(?=\s*$|\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s)"
_THAT = rf"(?:,?\s*(?:that|THAT|That|T\sH\sA\sT)(?:\s*:\s*[-–—]?|\s[-–—](?=\s)|,?{_CLAUSE_NEXT}))"
_QUOTED = r"(?:(?:BE\sIT\s)?RESOLVED|(?:Be\sit\s)?[Rr]esolved\sthat)\b"
_TAIL = rf"{_CARRIED}?(?:{_THAT}|{_STOP}{_CARRIED}?{_STOP}?{_THAT}?|,(?=\s+(?:that|THAT|That)\b))?"
_THEY = r"(?:[Tt]he\s(?:[Mm]embers|[Cc]ouncillors|[Gg]overnors|[Tt]rustees|[Dd]irectors)\s)"
_NAME = r"[A-Z][\w.'’ -]{2,40}"
_NUMBER = r"(?:\s(?:(?:No\.?|NO\.?|Number)\s)?\#?\s?[A-Z/-]{0,6}\d[\d/.-]*)?"
_MOVES = r"(?:moved|moves|made|makes|motioned|proposed|seconded|second)"
_THAT_OR_TO = r"(?=\s*:\s*(?:[Tt]hat|[Tt]o)\b)"
WORDS: Final = (
    ("capitals", r"R\sE\sS\sO\sL\sV\sE\sD|A\sG\sR\sE\sE\sD|D\sE\sC\sI\sD\sE\sD", "R E S O L V E D: That"),
    ("capitals", r"RES(?:O?LN)?(?=\s?[:.]\s*[-–—]?\s*[^\W\d])", "RES: to mend the gate"),
    ("capitals", r"RESOLVED\s+FURTHER(?=,?\s+(?:THAT|that|That)\b)", "RESOLVED FURTHER THAT"),
    ("capitals", rf"RESOLVED\s+TO\s+RECOMMEND(?:{_TO_BODY})?(?=\s*(?::|$))", "RESOLVED TO RECOMMEND TO COUNCIL:"),
    ("capitals", r"RESOLVED,?\s+(?:BY|by)\s+[^.;:]{3,120}?(?=,?\s+(?:THAT|that|That)\b)", "RESOLVED BY the Board that"),
    ("capitals", r"RESOLVED|AGREED(?!\s+ACTION)|DECIDED|VOTED|BIRT", "RESOLVED"),
    ("capitals", rf"RECOMMENDED(?:{_TO_BODY}(?=\s*:|,?\s+(?:that|THAT|That)\b))?", "RECOMMENDED TO THE COUNCIL:"),
    ("capitals", r"NOTED|APPROVED|ENDORSED|RATIFIED|ADOPTED|PENDERFYNWYD|CARRIED(?=\s*:)", "NOTED"),
    (
        "word",
        r"(?:Resolved|Agreed|Decided|Recommended|Penderfynwyd)(?=\s*,?\s*:|\s+[-–—]|,?\s+(?:that|to|unanimously)\b|\s*\(|\s*$|\sby\s\d)",
        "Resolved:",
    ),
    ("word", r"\#(?:agreed?|accept(?:ed)?|reject(?:ed)?)(?=\s+\w)", "#agreed Mend the gate"),  # to the bot of a chat
    ("word", r"(?:ACCEPTED|REJECTED)(?=\s*:)", "ACCEPTED: mend the gate"),
    ("word", r"Resolved\s+[Ff]urther(?=,?\s+that\b)", "Resolved further that"),
    ("word", r"Res(?:o?ln)?(?=\s?:\s*[-–—]?\s*(?:[Tt]hat|[Tt]o|[A-Z][a-z]+\s[a-z])\b)", "Res: that the gate be mended"),
    ("word", r"(?:Resolved|RESOLVED)\s+\d+(?:[/.]\d+)+(?=\s)", "Resolved 2019/41"),
    ("word", r"resolved(?=\s*:|\s+that\b)|Carried(?=\s*:)", "resolved:"),
    ("word", rf"(?:MOTION|Motion|RESOLUTION|Resolution|AMENDMENT|Amendment){_NUMBER}{_THAT_OR_TO}", "Motion 4: That"),
    ("word", rf"(?:Proposal|PROPOSAL){_THAT_OR_TO}", "Proposal: to mend the gate"),
    ("word", r"(?:RESOLUTION|Resolution)(?=\s*:\s*[A-Z][a-z]+\s[A-Za-z“\"])", "Resolution: Mend the gate"),
    (
        "word",
        rf"(?:MOTION|Motion)(?=\s*:\s*[A-Z][a-z]+\s(?!(?:[A-Z][\w.’'-]*\s){{0,4}}{_MOVES}\b)[a-z])",
        "Motion: Mend the gate",
    ),
    (
        "line",
        r"(?:Decisions?|DECISIONS?)(?:\s(?:[Mm]ade|[Tt]aken|[Rr]eached|MADE|TAKEN|\d{1,3}))?(?=\s*:|\s*$)",
        "Decision taken:",
    ),
    ("line", r"(?:Outcome|OUTCOME)(?=\s*:\s)|DECISION(?=\s[-–—]\s)", "Outcome: the gate is to be mended"),
)
"""The words that announce a decision, by how much they must stand alone: (group, pattern, example).

Those in `capitals` decide inside a sentence too, a `word` at its beginning, a `line` at a paragraph's.
"""


def _any(group: str) -> str:
    return "|".join(pattern for name, pattern, _ in WORDS if name == group)


_MARKER = re.compile(
    rf"""(?:(?<![\w"'“‘-])|(?<=\A["“])(?={_QUOTED}))(?:
      {_LEAD}(?P<printed>(?:
          (?P<capitals>{_any("capitals")})(?![\w"'”’])
        | (?P<word>{_any("word")})
        | (?P<line>{_any("line")})
      ){_TAIL})
    | (?:{_IT_WAS}|{_BODY_DID}|{_THEY})
      (?P<plain>(?P<verb>resolve[ds])(?=\s*:|\s+(?:that|to|in\saccordance|unanimously)\b){_TAIL})
    | (?P<counted>R?(?:19|20)\d\d-\d{{1,4}}\s+{_NAME},\s(?:and\s)?{_NAME}:)
    | (?:agus\s+)?(?P<irish>(?P<irish_verb>glacadh\s+leis|[Ss]ocraíodh){_TAIL})
    )""",
    re.VERBOSE,
)
_MOVED = re.compile(
    r"(?:it\swas\s)?(?:moved|proposed|motion(?:\s(?:was\s)?made)?)\s(?:by\s)?(?-i:[A-Z])[^:;]{2,90}?\s(?:that|to)\s|moved(?:\sand|,|/|\s&)\s?(?:duly\s)?seconded\W*$",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<![A-Z])[A-Z](?![A-Z])")  # the letters of "R E S O L V E D"
_LABELLED = re.compile(r"(?:\d{1,4}(?:[./]\d{1,4}){0,3}[).]?|[•·*–-])\s+")  # a paragraph's number or bullet
_QUOTE_OPENS = re.compile(rf"""["“](?={_QUOTED})""")
_SENTENCE_END = re.compile(r"""[.!?;:]["'”’)\]]*\s+$""")
_HINT = re.compile(
    r"resolve|\bres|R\sE\sS|[AD]\s[GE]\s[RC]|agreed|decided|voted|outcome|birt\b|decision|recommended|noted|approved|carried|proposal|penderfynwyd|glacadh|socraíodh|motion|resolution|amendment|accept|reject|(?:19|20)\d\d-\d",
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
    `in_quotes`: quotation marks enclose it and what it announces.
    """

    start: int
    end: int
    text: str
    kind: str
    form: Form
    stopped: bool
    in_sentence: bool
    in_quotes: bool

    @property
    def only_moves(self) -> bool:
        """Whether it announces a motion, of which what follows tells whether it was carried."""
        return self.in_quotes or self.text.casefold().startswith(("motion", "amendment", "proposal"))

    @property
    def rejects(self) -> bool:
        """Whether it says that what follows was lost."""
        return self.text.casefold().startswith(("reject", "#reject"))

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
    """Whether any of `lines` holds a formal marker that no quotation marks enclose."""
    return any(not marker.in_quotes for line in lines for marker in formal_markers(line.words.raw))


def is_decision_alone(text: str) -> bool:
    """Whether a paragraph is the whole decision in a word: "Noted."."""
    return bool(_ALONE.fullmatch(text))


def formal_markers(raw: str) -> Iterator[Printed]:
    """The markers in a paragraph, in order.

    In mid-paragraph a marker follows the end of a sentence, or is in capitals and what it announces follows. What a
    quotation says, or what had been resolved before, announces nothing.
    """
    if not _HINT.search(raw) or is_decision_alone(raw):
        return
    label, opened, is_quoted = _LABELLED.match(raw), _QUOTE_OPENS.match(raw), quotations(raw)
    told = None  # where the marker before ends
    begins = {0, len(raw) - len(raw.lstrip()), *(before.end() for before in (label, opened) if before)}
    for match in _MARKER.finditer(raw):
        seen = _Seen(raw, match, match.start() in begins, opened is not None and opened.end() == match.start())
        if told is not None and not (
            raw[told : match.start()].strip() or raw[match.end() :].partition("(")[0].strip(" .")
        ):
            continue  # "AGREED: APPROVED": all that was decided
        stands = seen.at_start or not (seen.is_told or is_quoted(seen.start))
        if stands and seen.may_stand and seen.announces:
            yield seen.printed
            told = match.end()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What may be a marker, where it stands: `at_start` of its paragraph, behind its label or quotation mark."""

    raw: str
    match: re.Match[str]
    at_start: bool
    in_quotes: bool

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def group(self) -> str:
        return next(name for name in ("printed", "plain", "counted", "irish") if self.match[name])

    @property
    def word(self) -> str:
        """The word that decides: "RESOLVED" of "RESOLVED TO RECOMMEND" and of "R E S O L V E D"."""
        match = self.match
        if match["capitals"]:
            return "".join(_SPACED.findall(match["capitals"])) or match["capitals"].partition(" ")[0].rstrip(".")
        return match["word"] or match["line"] or match["verb"] or match["irish_verb"] or "resolved"

    @property
    def stopped(self) -> bool:
        """Whether a colon or a dash ends it."""
        return self.match[self.group].rstrip().endswith((":", "-", "–", "—"))

    @property
    def is_led(self) -> bool:
        """Whether it says who decided: "the Board APPROVED the budget"."""
        return self.match.start(self.group) > self.start

    @property
    def is_led_resolved(self) -> bool:
        """Whether it ends what leads to the words: "…, seconded by Cllr Elm, it was resolved:-"."""
        return self.match["word"] == "resolved" and self.is_led and self.stopped

    @property
    def is_told(self) -> bool:
        """Whether the words before it make it something that is told of: "had been AGREED"."""
        return bool(_TOLD.search(self.raw, max(0, self.start - _LOOKED_BACK), self.start))

    @property
    def after_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.raw, max(0, self.start - _LOOKED_BACK), self.start))

    @property
    def may_stand(self) -> bool:
        """Whether such a word is a marker at its place."""
        match, word = self.match, self.match["word"]
        if _INFORMATION.match(self.raw, match.end()) or (word == "resolved" and self.is_led and not self.stopped):
            return False
        if self.at_start or self.is_led_resolved or (match["line"] and self.stopped and self.after_sentence):
            return True
        return not (match["line"] or match["counted"] or word == "resolved" or (word == "Agreed" and not self.stopped))

    @property
    def announces(self) -> bool:
        """Whether what it announces follows, or it stands where nothing else would."""
        match, capitals = self.match, bool(self.match["capitals"])
        led = self.is_led_resolved or (capitals and self.is_led)
        if self.at_start or self.after_sentence or led or self.group == "irish":
            return True
        if self.group == "plain" and match.group()[:6].casefold() == "it was":
            return True
        behind = match.start(self.group) + len(match["capitals"] or self.word)
        return capitals and (self.stopped or bool(_GOES_ON.match(self.raw, behind)))

    @property
    def printed(self) -> Printed:
        agreed, plain = self.match["word"] == "Agreed", self.group == "plain"
        bulleted = self.raw[:1] in "•·*–-"
        return Printed(
            start=0 if self.at_start else self.start,
            end=self.match.end(self.group),
            text=" ".join(self.match[self.group].split()),
            kind=_KINDS.get(self.word.casefold(), "decided"),
            form=Form.FORMAL if self.stopped or not (plain or agreed) else Form.PROSE,
            stopped=self.stopped,
            in_quotes=self.in_quotes,
            in_sentence=not self.stopped and (agreed or not self.at_start or self.is_led or bulleted),
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
