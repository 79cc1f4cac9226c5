"""What a text claims of the minutes: each quotation with the citation that goes with it, and bare citations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from store.model import Span
from store.text.clean import squeeze
from store.text.tokens import words
from store.verify.claim import Claim, Reference
from store.verify.mention import Mention, MentionPart, joined
from store.verify.references import Mentions
from store.verify.text_blocks import TextBlock, find_blocks

_CONTEXT = 12  # mentions before a citation that may say its day or committee
_HIDDEN = "|"  # stands for what is quoted, so that no place is read out of it
_SENTENCE_END = re.compile(
    r"(?<!\b[Mm]in)(?<!\b[Nn]o)(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?][)\]]*\s+(?=[^a-z\s])"
)
_ATTRIBUTION = re.compile(r"\s*(?:[—–]|--?\s|\()")
# What a citation has beside what it says of the place: a title in italics, remarks in brackets, a web address, a hidden
# title in quotation marks, and its own words.
_OF_A_CITATION = re.compile(
    r"""\*[^*\n]{1,300}\*|\[[^\]\n]{1,60}\]|<?https?://\S+|[“"‘']?\|+[”"’']?
    |\b(?:of|the|at|in|and|meeting|held|on|available|accessed|unpublished|clause|refers?|title|type|author|cite|report)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_ELSEWHERE = re.compile(r"\s*(?:see|cf|compare)\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:resolved|agreed|decided|approved|recommended|carried|passed|adopted)\b", re.IGNORECASE)
_NOT_DECIDED = re.compile(
    r"""\b(?:lost|withdrawn|withdrew|rejected|defeated|fell|refused|against|not|never|heard|discussed|debated|proposed
    |moved|said|told|reported|suggested|asked)\b""",
    re.IGNORECASE | re.VERBOSE,
)
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
            attributed = following is not None and not following.quoted and _is_source(following.text, mentions)
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
    reference = _cited(own or (source.text if source else ""), mentions)
    leading = before[-1].text if before and not before[-1].quoted else ""
    leading = leading[_begin_of_last_sentence(leading) :]
    if reference is None:
        reference = _cited(leading, mentions)
    said = squeeze("\n".join(lines))
    if marked := _MARKS.match(said):
        said = next(group for group in marked.groups() if group is not None)
    return Claim(block.line, said if words(said) else None, reference, _says_decided(leading))


def _cited(text: str, mentions: Mentions) -> Reference | None:
    return joined(_one_of_each(mentions.find(text)))


def _is_source(text: str, mentions: Mentions) -> bool:
    """Whether a block behind a block quotation says where it is from."""
    if _ATTRIBUTION.match(text):
        return True
    found = mentions.find(text)
    return any(one.cites for one in found) and _is_citation(text, Span(0, len(text)), found)


def _in_prose(block: TextBlock, mentions: Mentions) -> Iterator[Claim]:
    quotations = [
        span for span in find_quotations(block.text) if _is_quoted(block.text[span.start : span.end], mentions)
    ]
    hidden = _without(block.text, quotations)
    found = mentions.find(hidden)
    ends = _sentence_ends(hidden, found)
    used: set[Mention] = set()
    claims: list[tuple[int, Claim]] = []
    for at, span in enumerate(quotations):
        parts = _parts_of(at, quotations, found, ends, hidden)
        reference = joined(parts)
        used |= set(parts) if reference else set()
        said = squeeze(block.text[span.start : span.end])
        decided = _says_decided(hidden[slice(*_sentence(span, ends))])
        claims.append((span.start, Claim(block.line_at(span.start), said, reference, decided)))
    cuts = sorted({*ends, *(match.end() for match in re.finditer(r"[;\n]\s*", hidden))})
    bare = ((one.span.start, joined(_around(one, found, cuts))) for one in found if one.cites and one not in used)
    claims += [(start, Claim(block.line_at(start), None, reference)) for start, reference in bare if reference]
    yield from (claim for _, claim in sorted(claims, key=lambda placed: placed[0]))


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


def _parts_of(
    at: int, quotations: Sequence[Span], found: Sequence[Mention], ends: Sequence[int], hidden: str
) -> list[Mention]:
    """The parts of the citation that goes with a quotation.

    What follows it in its sentence counts first, and in those behind it as far as they are all of one citation
    ("Council, Committee. (2016, March 16). *Title* (Minute 44)"); then what precedes it in its sentence. Both reach
    over other quotations where nothing nearer is. A quotation that is a sentence by itself may have its citation in the
    one before it.
    """
    own = quotations[at]
    begin, end = _sentence(own, ends)
    end = _end_of_citation(own.end, end, found, ends, hidden)
    last = quotations[at - 1].end if at else 0
    following = quotations[at + 1].start if at + 1 < len(quotations) else ends[-1]
    after = _within(found, own.end, end)
    if not after and not words(hidden[own.end : end]):
        begin = _begin_of_citation(own.start, begin, found, ends, quotations[:at], hidden)
    near = [*_within(found, own.end, min(end, following)), *_within(found, max(begin, last), own.start)[::-1]]
    parts = _one_of_each([*near, *after, *_within(found, begin, own.start)[::-1]])
    if any(one.cites for one in parts) or joined(parts):
        return _one_of_each([*parts, *_context(found, own.start)])
    return []


def _begin_of_citation(
    end: int, begin: int, found: Sequence[Mention], ends: Sequence[int], before: Sequence[Span], hidden: str
) -> int:
    """Where the citation begins that ends at `end`, in a sentence from `begin` or in those before it.

    What is quoted `before` is a title in it where it follows what is mentioned, and else a quotation by itself.
    """
    if not _goes_on(hidden, Span(begin, end), found):
        return begin
    first, placed = begin, any(one.cites for one in _within(found, begin, end))
    while begin:
        start = _sentence(Span(begin - 1, begin - 1), ends)[0]
        mentioned = _within(found, start, begin)
        cites = any(one.cites for one in mentioned)
        if (
            (placed and cites)
            or _LEADS_ELSEWHERE.match(hidden, start)
            or not _goes_on(hidden, Span(start, begin), found)
        ):
            break
        begin, placed = start, placed or cites
    mentioned = _within(found, begin, end)
    if not placed or any(begin <= one.start and one.start < mentioned[0].span.start for one in before):
        return first
    return begin


def _end_of_citation(begin: int, end: int, found: Sequence[Mention], ends: Sequence[int], hidden: str) -> int:
    """Where the citation ends that begins at `begin`, in a sentence up to `end` or in those behind it."""
    if not _goes_on(hidden, Span(begin, end), found):
        return end
    while end < ends[-1] and not any(one.part is MentionPart.PLACE for one in _within(found, begin, end)):
        stop = _sentence(Span(end, end), ends)[1]
        if not _goes_on(hidden, Span(end, stop), found):
            break
        end = stop
    return end


def _is_citation(hidden: str, span: Span, found: Sequence[Mention]) -> bool:
    """Whether a stretch mentions places, and more than half of its letters do."""
    return bool(_within(found, span.start, span.end)) and _goes_on(hidden, span, found)


def _goes_on(hidden: str, span: Span, found: Sequence[Mention]) -> bool:
    """Whether less than half of the letters of a stretch would have no place in a citation."""
    rest = list(hidden[span.start : span.end])
    for one in _within(found, span.start, span.end):
        rest[one.span.start - span.start : one.span.end - span.start] = " " * (one.span.end - one.span.start)
    left = sum(map(str.isalnum, _OF_A_CITATION.sub("", "".join(rest))))
    return 2 * left < max(sum(map(str.isalnum, hidden[span.start : span.end])), 1)


def _says_decided(sentence: str) -> bool:
    """Whether a sentence, without what it quotes, has a body decide."""
    return _DECIDED.search(sentence) is not None and _NOT_DECIDED.search(sentence) is None


def _sentence_ends(hidden: str, found: Sequence[Mention]) -> list[int]:
    """Where the sentences end; not inside what is mentioned ("16 Mar. 2016", "min. 44")."""
    ends = [match.end() for match in _SENTENCE_END.finditer(hidden)]
    inside = {at for one in found for at in range(one.span.start + 1, one.span.end)}
    return [*(end for end in ends if end not in inside), len(hidden)]


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
    return [one for one in found[max(at - _CONTEXT, 0) : at][::-1] if not one.cites and one.said.unknown is None]


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
    less |= {MentionPart.STRANGER} if {MentionPart.COMMITTEE, MentionPart.OWN_MEETING} & parts.keys() else set()
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


_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_OPEN = re.compile(r"""(?<![\w.,;:!?])["'‘“„«»‹](?=\S)""")
_RUN_TO_THE_END = '“„«"'  # a quotation of several paragraphs is closed in the last of them only
_POSSESSIVE = re.compile(r"(?<=s)['’](?=\s+\w)")  # "the members’ views"


def find_quotations(text: str) -> Iterator[Span]:
    """Where the words of each quotation stand, marks not counted."""
    at = 0
    while opening := _OPEN.search(text, at):
        begin = opening.end()
        end = _end(text, opening.group(), begin)
        if end is None:
            at = begin
        else:
            yield Span(begin, end)
            at = end + 1


def _end(text: str, opening: str, begin: int) -> int | None:
    """Where the mark that closes a quotation stands; None for what only looked like an opening one."""
    if opening in "'‘":
        return _end_of_single(text, opening, begin)
    depth = 0
    for at in range(begin, len(text)):
        if text[at] in _PAIRS[opening] and (opening != '"' or not text[at - 1].isspace()):
            if depth == 0:
                return at
            depth -= 1
        elif text[at] == opening and opening != '"':
            depth += 1
    return len(text.rstrip()) if opening in _RUN_TO_THE_END else None


def _end_of_single(text: str, opening: str, begin: int) -> int | None:
    """The mark is an apostrophe too: one inside a word never closes, one behind an "s" only where no other does."""
    following = re.compile(rf"(?<=\s){opening}(?=\S)").search(text, begin)
    stop = following.start() if following else len(text)
    closing = [
        found.start()
        for found in re.finditer(rf"(?<!\s){_PAIRS[opening]}(?!\w)", text[:stop])
        if found.start() >= begin
    ]
    sure = [at for at in closing if not _POSSESSIVE.match(text, at)]
    return next(iter(sure or closing), None)
