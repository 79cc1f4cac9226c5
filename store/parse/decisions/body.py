"""What stands under the heading of an item: its paragraphs sorted by what they are for, its resolutions among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from store.model import Form, Interest, Kind, Paragraph, Resolution, Result
from store.parse.attendance.interests import read_interests
from store.parse.by_hand.by_hand import NOTHING, ByHand
from store.parse.by_hand.decided import decided
from store.parse.decisions.beginnings import begins_resolution, is_moved
from store.parse.decisions.markers import announces_decision, has_marker
from store.parse.decisions.motions import Candidate, is_motion, results_of, surname
from store.parse.decisions.pieces import divide
from store.parse.decisions.resolutions import resolution_paragraph
from store.parse.decisions.results import result_told, tells_result
from store.parse.decisions.settle import settled
from store.parse.heading.notes import chair_named, closes, is_note, is_notes_heading, is_of_meeting
from store.parse.page.lines import Line
from store.parse.page.passage import Passage
from store.parse.page.sections import is_decision, is_part, is_section
from store.text.clean import fold
from store.text.labels import read_label


@dataclass(frozen=True, slots=True)
class Page:
    """What the reading of an item must know of its document.

    `sections`: "Minutes:" stands over what was minuted. `prose`: no formal marker is used, so "it was agreed to" is
    one. `minuted`: it is minutes, and not an agenda. `loses`: it is a web page, whose bold markers its text may have
    lost. `hand` is what a person says of decisions.
    """

    sections: bool
    prose: bool
    minuted: bool = True
    apart: bool = False
    loses: bool = False
    hand: ByHand = NOTHING


@dataclass(slots=True)
class Body:
    """What stands under one item's heading; `of_meeting` are notes of the whole meeting, printed under its last."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    of_meeting: list[Paragraph] = field(default_factory=list)
    interests: list[Interest] = field(default_factory=list)
    chair: str | None = None
    complete: bool = True


def read_body(lines: Sequence[Line], page: Page, *, last: bool) -> Body:
    """Sort the paragraphs under a heading, whose wrapped lines are joined, by what they are for.

    In a page printed with sections, what stands before "Minutes:" is the agenda's: why the item was called, not what
    was said. `last` says that the meeting may be closed under this heading.
    """
    body = Body(complete=not any(line.cut for line in lines))
    minuted_from = _minuted_from(lines, page)
    for line in lines[:minuted_from]:
        body.paragraphs.append(as_paragraph(line, Kind.HEADING if is_part(line) else Kind.AGENDA))
    formal = has_marker([line for line in lines[minuted_from:] if not is_decision(line)])
    for stretch in _stretches(lines[minuted_from:]):
        told = len(body.resolutions)
        _read_minuted(stretch, body, page, formal=formal, last=last)
        body.resolutions = _once_each(body.resolutions[:told], body.resolutions[told:])
    return body


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """`lines` divided before every section and part."""
    stretch: list[Line] = []
    for line in lines:
        if (is_section(line) or is_part(line)) and stretch:
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def as_paragraph(line: Line, kind: Kind) -> Paragraph:
    """A line as a paragraph, its label apart."""
    label = read_label(line.words.raw)
    return line.words.paragraph(kind, label.printed if label else None)


def _minuted_from(lines: Sequence[Line], page: Page) -> int:
    """The first line of what was minuted rather than summoned for."""
    if not page.minuted:
        return len(lines)
    if not page.sections:
        return 0
    sections = (index for index, line in enumerate(lines) if is_section(line))
    announced = (index for index, line in enumerate(lines) if announces_decision(line.text))
    by_hand = (index for index, line in enumerate(lines) if page.hand and page.hand.decides(line.span))
    return min(next(sections, next(announced, len(lines))), next(by_hand, len(lines)))


def _read_minuted(lines: Sequence[Line], body: Body, page: Page, *, formal: bool, last: bool) -> None:
    """Read discussion, resolutions and notes into `body`; the first line may be the heading of a part or a section.

    "Decision:" is a marker itself where the item has no other (`formal`), whose resolution it may only sum up.
    """
    if lines and (is_part(lines[0]) or is_section(lines[0])):
        heading, rest = lines[0], lines[1:]
        if not is_decision(heading) or formal:
            body.paragraphs.append(as_paragraph(heading, Kind.HEADING if is_part(heading) else Kind.FURNITURE))
            lines = rest
    hand = decided(list(settled(divide(lines), formally=not page.prose, strictly=page.apart)), page.hand)
    pieces = hand.pieces
    marked = next((at for at, piece in enumerate(pieces) if piece.marker), len(pieces))
    loses = page.loses and marked == len(pieces)
    motions: list[tuple[int, int]] = []  # places in `body.resolutions`, and of the piece behind
    closed_from = _closed_from([piece.words for piece in pieces], last=last)
    at = 0
    while at < len(pieces):
        words = pieces[at].words
        moved = hand.begins(at) or is_moved(pieces, at)  # "moved to adjourn at 8 pm" is decided, and closes
        if at >= closed_from + moved or (is_of_meeting(words) and not moved):
            body.of_meeting.append(as_paragraph(pieces[at].line, Kind.NOTE))
        elif is_note(words) and not moved:
            body.chair = body.chair or chair_named(words)
            body.paragraphs.append(as_paragraph(pieces[at].line, Kind.NOTE))
        elif hand.begins(at) or (at not in hand.none and begins_resolution(pieces, at, bare=at < marked, loses=loses)):
            resolution, end = hand.read(at)
            if resolution:
                marker = pieces[at].marker
                if not hand.begins(at) and (is_motion(words.text) or (marker is not None and marker.moved)):
                    motions.append((len(body.resolutions), end))
                body.resolutions.append(resolution)
                body.paragraphs.extend(resolution_paragraph(piece.words) for piece in pieces[at:end])
            else:
                body.paragraphs.extend(as_paragraph(piece.line, Kind.DISCUSSION) for piece in pieces[at:end])
            at = end
            continue
        else:
            body.paragraphs.append(as_paragraph(pieces[at].line, Kind.DISCUSSION))
            body.interests.extend(read_interests(words))
        at += 1
    _settle_motions(body, motions, [piece.words.text for piece in pieces])


def _closed_from(words: Sequence[Passage], *, last: bool) -> int:
    """The first paragraph of the notes behind the business: the last that closes the meeting, or "Notes:"."""
    heads = [at for at, one in enumerate(words) if is_notes_heading(one)]
    ends = [at for at, one in enumerate(words) if last and is_of_meeting(one) and closes(one)]
    signed = [at for at, one in enumerate(words) if last and not ends and closes(one)]
    return min([*heads[:1], *ends[-1:], *signed[:1]], default=len(words))


def _settle_motions(body: Body, places: Sequence[tuple[int, int]], texts: Sequence[str]) -> None:
    """Give the motions of a stretch the results that are told behind them all; those without any decide nothing."""
    moved = [(body.resolutions[place], end) for place, end in places]
    results = results_of([Candidate(one.clauses[0].text, tuple(texts[end:])) for one, end in moved])
    ends = [*(end for _, end in moved[1:]), len(texts)]
    for (one, end), bound in zip(moved, ends, strict=False):
        told = next((result_told(text) for text in texts[end:bound] if tells_result(text)), None)
        if (
            told in (Result.LOST, Result.WITHDRAWN)
            and one.result is Result.CARRIED
            and not surname(one.clauses[0].text)
        ):
            body.resolutions[body.resolutions.index(one)] = replace(one, result=told)
    for (one, _), result in zip(moved, results, strict=True):
        if result is None and one.form is Form.BARE:
            body.resolutions.remove(one)
        elif (
            result is not None
            and one.result is Result.CARRIED
            and (one.form is Form.BARE or surname(one.clauses[0].text))
        ):
            form = Form.FORMAL if one.form is Form.BARE else one.form
            body.resolutions[body.resolutions.index(one)] = replace(one, form=form, result=result)


def _once_each(earlier: Sequence[Resolution], later: Sequence[Resolution]) -> list[Resolution]:
    """The resolutions of two sections, each once, as "Minutes:" repeats what stands under "Decision:".

    Of two alike the later stays, unless it is cut short.
    """
    kept = list(earlier)
    for one in later:
        same = next((at for at, other in enumerate(earlier) if _repeats(one, other)), None)
        if same is None:
            kept.append(one)
        elif one.complete:
            kept[same] = one
    return sorted(kept, key=lambda resolution: resolution.span)


def _repeats(one: Resolution, two: Resolution) -> bool:
    first, second = _words(one), _words(two)
    if one.complete and two.complete:
        return first == second
    return first.startswith(second) or second.startswith(first)


def _words(resolution: Resolution) -> str:
    told = fold(" ".join(filter(None, [resolution.intro, *(clause.text for clause in resolution.clauses)])))
    return told.removeprefix("that ").removeprefix("to ").rstrip(".")
