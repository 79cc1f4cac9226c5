"""What a text claims of the minutes: each quotation with the citation that goes with it, and bare citations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from store.model import Span
from store.text.clean import squeeze
from store.text.tokens import words
from store.verify.claim import Claim, Reference
from store.verify.mention import Mention, MentionPart, joined
from store.verify.quotation_spans import find_quotations
from store.verify.references import Mentions
from store.verify.text_blocks import TextBlock, find_blocks

_CONTEXT = 12  # mentions before a citation that may say its day or committee
_HIDDEN = "|"  # stands for what is quoted, so that no place is read out of it
_SENTENCE_END = re.compile(
    r"(?<!\b[Mm]in)(?<!\b[Nn]o)(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?][)\]]*\s+(?=[^a-z\s])"
)
_ATTRIBUTION = re.compile(r"\s*(?:[—–]|--?\s|\()")
_MARKS = re.compile(r"""^(?:“(.*)”|"(.*)"|‘(.*)’|«(.*)»)$""", re.DOTALL)


def find_claims(text: str, mentions: Mentions) -> list[Claim]:
    """What `text` claims, in its order.

    Where it has neither quotation marks nor citations, each of its lines is a quotation.
    """
    blocks = list(find_blocks(text))
    claims: list[Claim] = []
    attributed = False
    for at, block in enumerate(blocks):
        if attributed:  # it was read with the block quotation before it
            attributed = False
        elif block.quoted:
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            attributed = following is not None and not following.quoted and bool(_ATTRIBUTION.match(following.text))
            claim = _block_quotation(block, following if attributed else None, blocks[:at], mentions)
            if claims and claims[-1].quotation is None and claims[-1].reference == claim.reference:
                claims.pop()  # it led up to the quotation
            claims.append(claim)
        else:
            claims += _in_prose(block, mentions)
    return claims or [
        Claim(block.line + at, squeeze(line), None)
        for block in blocks
        for at, line in enumerate(block.text.split("\n"))
        if words(line)
    ]


def _block_quotation(
    block: TextBlock, source: TextBlock | None, before: Sequence[TextBlock], mentions: Mentions
) -> Claim:
    """A block quotation with its source: its own last line, the block behind it, or the words that lead up to it."""
    lines = block.text.rstrip().split("\n")
    own = lines.pop() if len(lines) > 1 and re.match(r"\s*(?:[—–]|--\s)", lines[-1]) else None
    reference = joined(mentions.find(own or (source.text if source else "")))
    if reference is None and before and not before[-1].quoted:
        leading = before[-1].text
        reference = joined(mentions.find(leading[_begin_of_last_sentence(leading) :]))
    said = squeeze("\n".join(lines))
    if marked := _MARKS.match(said):
        said = next(group for group in marked.groups() if group is not None)
    return Claim(block.line, said if words(said) else None, reference)


def _in_prose(block: TextBlock, mentions: Mentions) -> Iterator[Claim]:
    quotations = [
        span for span in find_quotations(block.text) if _is_quoted(block.text[span.start : span.end], mentions)
    ]
    hidden = _without(block.text, quotations)
    found = mentions.find(hidden)
    ends = [*(match.end() for match in _SENTENCE_END.finditer(hidden)), len(hidden)]
    used: set[Mention] = set()
    claims: list[tuple[int, str | None, Reference | None]] = []
    for at, span in enumerate(quotations):
        parts = _parts_of(at, quotations, found, ends)
        reference = joined(parts)
        used |= set(parts) if reference else set()
        claims.append((span.start, squeeze(block.text[span.start : span.end]), reference))
    cuts = sorted({*ends, *(match.end() for match in re.finditer(r"[;\n]\s*", hidden))})
    bare = ((one.span.start, joined(_around(one, found, cuts))) for one in found if one.cites and one not in used)
    claims += [(start, None, reference) for start, reference in bare if reference]
    for start, quotation, reference in sorted(claims, key=lambda placed: placed[0]):
        yield Claim(block.line_at(start), quotation, reference)


def _is_quoted(said: str, mentions: Mentions) -> bool:
    """Whether words in quotation marks are quoted, and not the name of minutes: ‘Minutes of the Cabinet’."""
    named = said.startswith("Minutes of") and any(one.said.committees for one in mentions.find(said))
    return bool(words(said)) and not named


def _without(text: str, quotations: Sequence[Span]) -> str:
    """`text` with what is quoted hidden, character by character."""
    pieces, at = [], 0
    for span in quotations:
        pieces += [text[at : span.start], re.sub(r"[^\n]", _HIDDEN, text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])


def _parts_of(at: int, quotations: Sequence[Span], found: Sequence[Mention], ends: Sequence[int]) -> list[Mention]:
    """The parts of the citation that goes with a quotation.

    What follows it in its sentence counts first, then what precedes it there; both reach over other quotations where
    nothing nearer is. Where its sentence cites nothing, the next one may be the citation, and nothing else.
    """
    own = quotations[at]
    begin, end = _sentence(own, ends)
    last = quotations[at - 1].end if at else 0
    following = quotations[at + 1].start if at + 1 < len(quotations) else ends[-1]
    near = [*_within(found, own.end, min(end, following)), *_within(found, max(begin, last), own.start)[::-1]]
    beyond = [*_within(found, own.end, end), *_within(found, begin, own.start)[::-1]]
    parts = _one_of_each([*near, *beyond])
    if any(one.cites for one in parts) or joined(parts):
        return _one_of_each([*parts, *_context(found, own.start)])
    stop = _sentence(Span(end, end), ends)[1]
    parts = _one_of_each(_within(found, end, min(stop, following)))
    cites = 2 * sum(one.span.end - one.span.start for one in parts) > stop - end
    return parts if cites else []


def _around(one: Mention, found: Sequence[Mention], cuts: Sequence[int]) -> list[Mention]:
    """The parts of a citation without a quotation: those beside it in its sentence, else the last ones before it."""
    begin, end = _sentence(one.span, cuts)
    beside = _within(found, begin, end)
    others = [other.span.start for other in beside if other.cites and other is not one]
    until = min((start for start in others if start > one.span.start), default=end)
    since = max((start for start in others if start < one.span.start), default=begin)
    after, before = _within(found, one.span.end, until), _within(found, since, one.span.start)[::-1]
    own = [one, *(other for other in (*after, *before, *beside) if not other.cites)]
    return _one_of_each([*own, *_context(found, begin)])


def _within(found: Sequence[Mention], begin: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in a stretch of text."""
    first, last = (bisect_left(found, at, key=lambda one: one.span.start) for at in (begin, max(begin, end)))
    return found[first:last]


def _context(found: Sequence[Mention], begin: int) -> list[Mention]:
    """The last days and committees that were mentioned before, the nearest first."""
    at = bisect_left(found, begin, key=lambda one: one.span.start)
    return [one for one in found[max(at - _CONTEXT, 0) : at][::-1] if not one.cites]


def _one_of_each(mentions: Iterable[Mention]) -> list[Mention]:
    """The first mention of each part, without those that say less than another does; a permalink says all."""
    parts: dict[MentionPart, Mention] = {}
    for one in mentions:
        parts.setdefault(one.part, one)
    place = parts.get(MentionPart.PLACE)
    if place and place.said.permalink:
        return [place]
    less = (
        {MentionPart.DAY, MentionPart.YEAR} if place and place.said.first else set[MentionPart]()
    )  # "minute 23 of 2020/21"
    less |= {MentionPart.YEAR} if MentionPart.DAY in parts else set()
    less |= {MentionPart.COUNCIL, MentionPart.OWN_MEETING} if MentionPart.COMMITTEE in parts else set()
    less |= {MentionPart.COUNCIL} if MentionPart.OWN_MEETING in parts else set()
    less |= set() if place else {MentionPart.COUNCIL, MentionPart.YEAR}  # without a number they cite nothing
    return [one for part, one in parts.items() if part not in less]


def _sentence(span: Span, ends: Sequence[int]) -> tuple[int, int]:
    """Where the sentence of a stretch of text begins and ends, given where sentences end."""
    at = bisect_right(ends, span.start)
    return ends[at - 1] if at else 0, ends[at] if at < len(ends) else span.end


def _begin_of_last_sentence(text: str) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return ends[-1] if ends else 0
