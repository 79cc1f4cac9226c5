"""Resolutions and their clauses, out of the paragraphs of an item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.model import Clause, Form, Kind, Paragraph, Resolution, Result, Span
from store.parse.decisions.bare import UNMARKED, numbering_of
from store.parse.decisions.beginnings import said_in
from store.parse.decisions.decided_words import Marker
from store.parse.decisions.ends import acts
from store.parse.decisions.how_carried import tells_how
from store.parse.decisions.motions import is_motion
from store.parse.decisions.outcomes import read_outcomes, read_targets
from store.parse.decisions.pieces import Piece
from store.parse.decisions.quotations import MOST_PARAGRAPHS, quoted
from store.parse.decisions.results import result_in, result_told, tells_result
from store.parse.decisions.votes import Carriage, read_announced, read_carriage, tells_carried, tells_only_carriage
from store.parse.heading.notes import is_note
from store.parse.page.passage import Passage, together
from store.text.labels import ListNumbering, read_label

_REASONS = re.compile(
    r"""(?:the\s)?(?:reasons?\b(?!able)|alternative\soptions|other\soptions|options\sconsidered|background\b
    |corporate[ ]implications|call-in\b|\(reference:)""",
    re.IGNORECASE | re.VERBOSE,
)
_INLINE_LABEL = re.compile(r"(?P<stop>[.;:,])\s+(?:and\s+)?(?=\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[).](?:\s|$))")
_INITIALS = re.compile(r"(?<=[.;:])\s+[A-Z]{2,3}(?:/[A-Z]{2,3})*$")  # of who acts, at the margin
_NOTHING = re.compile(
    r"(?:there\s(?:were|was|are)\s(?:none|no\b[^.]{0,60})|none|nil|n/?a|not\sapplicable|no\s(?:decision|apologies|declarations)\b[^.]{0,60}"
    r"|apologies\b[^.]{0,40}\breceived\b.*)\.?",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"(?::\s?-?|\b(?:that|to|following))$")
_BROKEN_OFF = re.compile(r"(?:that|to|not to)\W*", re.IGNORECASE)
_FURTHER = re.compile(r"(?:AND\s(?:FURTHER,?\s)?|FURTHER,?\s)THAT\b|(?:and\s(?:further,?\s)?|further,?\s)that\b")
_MOST_WORDS_BEFORE_BULLETS = 6
_LOOKED_AHEAD = 3  # paragraphs between two clauses that belong to the first
_LOOKED_AHEAD_FOR_VOTE = 6  # paragraphs of talk between a motion and its vote
_ANOTHER = re.compile(r"\b(?:moved|motion\s(?:made\s)?(?:by|to)|resolution|ordinance)\b", re.IGNORECASE)
_LOOKED_BACK = 5  # paragraphs before a decision that may tell who moved it
_LONGEST_ENTRY = 80  # characters: what a list under a decision ("3 September 2019") is made of


class _Draft:
    """A clause while its points are gathered; without a numbering it is all of its resolution."""

    def __init__(self, words: Passage, cut: bool, numbering: ListNumbering | None = None) -> None:
        self.words = words
        self.cut = cut
        self.label = read_label(words.raw) if numbering else None
        self.value = numbering.value(self.label) if numbering and self.label else None
        self.points: list[Paragraph] = []

    def finished(self, announced: str | None) -> Clause:
        """The clause; `announced` is the outcome that its marker says in its place ("NOTED")."""
        words = self.words.part(self.label.end) if self.label else self.words
        text = _INITIALS.sub("", words.text).rstrip(" |") if words else ""
        sign = self.label.sign if self.label else None
        outcomes, targets = read_outcomes(text, announced), read_targets(text)
        return Clause(sign, self.value, text, self.words.span, not self.cut, tuple(self.points), outcomes, targets)


@dataclass(frozen=True, slots=True)
class _Opened:
    """The first words of a resolution, whether the source is cut there, and the index of the piece behind them."""

    words: Passage | None
    cut: bool
    at: int


def read_resolution(pieces: Sequence[Piece], index: int) -> tuple[Resolution | None, int]:
    """The resolution that begins at a piece, and the index of the first piece after it.

    None when a marker stands over no words, as where the source is cut after it: nothing is guessed.
    """
    opening, marker = pieces[index], pieces[index].marker
    opened = _opened(pieces, index)
    if opened.words is None:
        return None, opened.at
    first, cut, at = opened.words, opened.cut, opened.at
    quotation = quoted(first, [piece.words for piece in pieces[at : at + MOST_PARAGRAPHS]])
    if quotation:
        first, at = quotation.words, at + quotation.paragraphs - 1
    intro: str | None = None
    if _may_lead(opening, first, in_quotes=quotation is not None) and _opens_list(first, pieces, at):
        intro, first, cut, at = first.text, pieces[at].words, pieces[at].line.cut, at + 1
    numbering = numbering_of(first) or (_bullets(first) if intro or opening.decided is None else None)
    following: list[Paragraph] = []
    if numbering:
        drafts, at = _clauses(list(_inline(first, cut, numbering)), numbering, pieces, at)
    else:
        first, at = _gone_on(opening, first, pieces, at)
        drafts = [_Draft(first, cut)]
        following, at = _following(first, pieces, at)
    told = _told(pieces, index, at)
    if not _is_decided(marker, told):
        return None, index + 1
    clauses = tuple(draft.finished(marker.outcome if marker else None) for draft in drafts)
    texts = [intro] if intro else [clause.text for clause in clauses]
    resolution = Resolution(
        marker=(marker.printed or None) if marker else None,
        kind=marker.kind if marker else "resolved",
        intro=intro,
        clauses=clauses,
        span=Span(opening.words.span.start, pieces[at - 1].words.span.end),
        complete=not any(piece.line.cut for piece in pieces[index:at]),
        following=tuple(following),
        mover=told.carriage.mover,
        seconder=told.carriage.seconder,
        vote=told.carriage.vote,
        form=marker.form if marker else Form.BARE,
        result=result_in(texts) if told.result in (None, Result.CARRIED) else told.result,
    )
    return resolution, at


def _opened(pieces: Sequence[Piece], index: int) -> _Opened:
    """The words that a decision begins with: behind its marker, or in the next piece that tells more than who moved it.

    None where there are no words, or they are none ("none"), or broken off.
    """
    at, first, cut = index + 1, pieces[index].decided, pieces[index].line.cut
    if first and pieces[index].marker and tells_only_carriage(first.text):  # "RESOLVED (Cr Ash / Cr Elm)"
        first = None
    if first is None:
        at = _past_carriage(pieces, at)
        if at < len(pieces) and (is_motion(pieces[at].words.text) or not _is_apart(pieces[at])):
            first, cut, at = pieces[at].words, pieces[at].line.cut, at + 1
    if first is None:
        return _Opened(None, cut, index + 1)
    broken = _BROKEN_OFF.fullmatch(first.text) and (at == len(pieces) or _is_apart(pieces[at]))
    return _Opened(None if broken or _NOTHING.fullmatch(first.text) else first, cut, at)


def _gone_on(opening: Piece, first: Passage, pieces: Sequence[Piece], at: int) -> tuple[Passage, int]:
    """The words of a decision with the paragraphs that go on with them ("AND FURTHER THAT …"), and what is behind."""
    begun = at
    while at < len(pieces) and not pieces[at].marker and _FURTHER.match(pieces[at].words.text):
        at += 1
    if at > begun and opening.marker and opening.decided == first:
        first = opening.words.part(opening.marker.start) or first  # with the stop before what goes on
    return together([first, *(piece.words for piece in pieces[begun:at])]), at


def _may_lead(opening: Piece, first: Passage, *, in_quotes: bool) -> bool:
    """Whether the first words of a decision may be what stands before its clauses."""
    in_prose = opening.marker is not None and opening.marker.form is Form.PROSE
    if (in_prose and not _ANNOUNCES.search(first.text)) or numbering_of(first) is not None:
        return False
    return not in_quotes or first.text.endswith(":")


def _is_decided(marker: Marker | None, told: "_Told") -> bool:
    """Whether what is told of a motion says that it was decided, where its marker alone does not."""
    if marker is None or told.result:
        return True
    return not (marker.put or (marker.alone and not told.carriage.seconder))


def resolution_paragraph(words: Passage) -> Paragraph:
    """A paragraph of a resolution, its label apart."""
    label = read_label(words.raw)
    return words.paragraph(Kind.RESOLUTION, label.printed if label else None)


def _is_apart(piece: Piece) -> bool:
    """Whether a piece is no part of the resolution before it: another decision, a note, the reasons."""
    text = piece.words.text
    if piece.marker or is_note(piece.words) or is_motion(text) or acts(text):
        return True
    label = read_label(piece.words.raw)
    words = piece.words.part(label.end) if label else piece.words
    return bool(words and _REASONS.match(words.text))


def _past_carriage(pieces: Sequence[Piece], at: int) -> int:
    """The first piece from `at` that tells more than how the vote went."""
    while at < len(pieces) and not pieces[at].marker:
        text = pieces[at].words.text
        if not (tells_only_carriage(text) or tells_result(text)):
            break
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class _Told:
    """How a decision was carried, and what became of it where the minutes say so."""

    carriage: Carriage
    result: Result | None


def _told(pieces: Sequence[Piece], index: int, at: int) -> _Told:
    """What is told of the resolution from `index` to before `at`: by its marker, and what stands after and before."""
    opening = pieces[index]
    marker = opening.marker
    carriage = marker.carriage.beside(read_announced(marker.aside)) if marker else Carriage()
    result = marker.result if marker else None
    if marker is None:
        carriage = _before(pieces, index, carriage, formal=True)
    elif opening.decided and tells_only_carriage(opening.decided.text):
        carriage = carriage.beside(read_carriage(opening.decided.text))
    for piece in pieces[index + 1 : at]:
        if tells_only_carriage(piece.words.text):
            carriage = carriage.beside(read_carriage(piece.words.text))
    behind = list(_telling_how(pieces[at:]))
    read = [read_carriage(text) for text in behind]
    counts = [told.vote for told in read if told.vote]
    for told in read:
        carriage = carriage.beside(told)
    result = result or next(filter(None, map(result_told, behind)), None)
    if result is None and marker and marker.put:
        result = _voted_later(pieces[at : at + _LOOKED_AHEAD_FOR_VOTE])
    if len(counts) > 1:
        carriage = replace(carriage, vote=", ".join(counts))
        result = result_told(carriage.vote or "") or result
    formal = marker is None or marker.form is Form.FORMAL
    return _Told(_before(pieces, index, carriage, formal=formal), result)


def _telling_how(pieces: Sequence[Piece]) -> Iterator[str]:
    """The paragraphs behind a decision that say nothing but how it was carried."""
    for piece in pieces:
        if piece.marker or not tells_how(piece.words.text):
            return
        yield piece.words.text


def _voted_later(pieces: Sequence[Piece]) -> Result | None:
    """What is told of a motion behind the words that were spoken to it."""
    for piece in pieces:
        if piece.marker or is_motion(piece.words.text) or _ANOTHER.search(piece.words.text):
            return None
        for said in said_in(piece.words.text):
            if tells_result(said) or tells_carried(said):
                return result_told(said)
    return None


def _before(pieces: Sequence[Piece], index: int, carriage: Carriage, *, formal: bool) -> Carriage:
    """`carriage` with what the sentences before a decision tell that tell nothing else; `formal`: the nearest too."""
    for piece in reversed(pieces[max(0, index - _LOOKED_BACK) : index]):
        only = tells_only_carriage(piece.words.text)
        if only or (formal and not piece.marker):
            carriage = carriage.beside(read_carriage(piece.words.text))
        if piece.marker or not only:
            break
    return carriage


def _bullets(words: Passage) -> ListNumbering | None:
    label = read_label(words.raw)
    return ListNumbering.of_bullets(label) if label and not label.figure else None


def _opens_list(words: Passage, pieces: Sequence[Piece], at: int) -> bool:
    """Whether `words` are what stands before the first clause ("That Cabinet:")."""
    if at >= len(pieces) or pieces[at].marker or words.text.endswith((".", ";")):
        return False
    if numbering_of(pieces[at].words):
        return True
    bare = len(words.text.split()) <= _MOST_WORDS_BEFORE_BULLETS and not UNMARKED.match(words.text)
    return bare and _bullets(pieces[at].words) is not None


def _inline(first: Passage, cut: bool, numbering: ListNumbering) -> Iterator[_Draft]:
    """The clauses in the first paragraph: one, or several when each is a sentence.

    What is listed inside one sentence ("(i) …; (ii) …") is not divided.
    """
    edges = [0]
    value = numbering.value(label) if (label := read_label(first.raw)) else None
    for match in _INLINE_LABEL.finditer(first.raw):
        part = first.part(match.end())
        label = read_label(part.raw) if part else None
        following = numbering.follows(label, value or 0) if label else None
        if following != (value or 0) + 1:
            continue
        if match["stop"] != ".":
            yield _Draft(first, cut)
            return
        edges.append(match.end())
        value = following
    for start, end in zip(edges, [*edges[1:], len(first.raw)], strict=True):
        if part := first.part(start, end):
            yield _Draft(part, cut and end == len(first.raw), numbering)


def _clauses(
    drafts: list[_Draft], numbering: ListNumbering, pieces: Sequence[Piece], at: int
) -> tuple[list[_Draft], int]:
    """The clauses from the first on, each with the points under it, and where they end."""
    while at < len(pieces) and not _is_apart(pieces[at]):
        current, piece = drafts[-1], pieces[at]
        label_here = read_label(piece.words.raw)
        value = numbering.follows(label_here, current.value or 0) if label_here else None
        if label_here and value is not None:
            drafts.append(_Draft(piece.words, piece.line.cut, numbering))
        elif tells_only_carriage(piece.words.text):
            if not _goes_on(numbering, current, pieces, at):
                break
        elif label_here or _goes_on(numbering, current, pieces, at):
            current.points.append(resolution_paragraph(piece.words))
            current.cut = current.cut or piece.line.cut
        else:
            break
        at += 1
    return drafts, at


def _goes_on(numbering: ListNumbering, current: _Draft, pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next clause stands a little further on, so that what is between belongs to the current one."""
    for piece in pieces[at + 1 : at + 1 + _LOOKED_AHEAD]:
        if piece.marker:
            return False
        label = read_label(piece.words.raw)
        if label and numbering.follows(label, current.value or 0) is not None:
            return True
    return False


def _following(first: Passage, pieces: Sequence[Piece], at: int) -> tuple[list[Paragraph], int]:
    """A list set under a decision of one sentence: a line that ends with a colon, if any, and its short entries."""
    begun = at
    if at == len(pieces) or pieces[at].marker or tells_only_carriage(pieces[at].words.text):
        return [], begun
    if not first.text.endswith(":"):
        if not pieces[at].words.text.endswith(":"):
            return [], begun
        at += 1
    entries = at
    while at < len(pieces) and not _is_apart(pieces[at]):
        words = pieces[at].words
        if tells_only_carriage(words.text):
            break
        if len(words.text) > _LONGEST_ENTRY and not read_label(words.raw):
            break
        at += 1
    if at == entries or any(piece.marker for piece in pieces[begun:at]):
        return [], begun
    return [resolution_paragraph(piece.words) for piece in pieces[begun:at]], at
