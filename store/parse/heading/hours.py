"""When a meeting opened and closed, as headings, labels, notes and sentences tell it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from store.text.dates import FoundTime, find_times

_MEETING = r"\b(?:meeting|business|proceedings|session|cyfarfod|cruinniú)\b"
_CLOSED = (
    r"\b(?:clos(?:ed?|es|ing)|ended|concluded|finish(?:ed|es)?|rose|terminated|adjourn(?:ed|ment)?"
    r"|to\s(?:a|an)\s(?:close|end|conclusion)|i\sben|caewyd)\b"
)
_CLOSES = r"\b(?:clos(?:ed|es|ing)|adjourned|concluded|ended|terminated|finished|brought|drew|declared)\b"
_OPENED = r"\b(?:open(?:ed|s|ing)?|commenced|began|started|convened|called\sto\sorder|agorwyd)\b"
_OPENS = r"\b(?:called|convened|opened|started|began|commenced)\b"
_NEAR = r"[^;:]{0,60}?"
# (how it is told, pattern up to the time, example)
CLOSINGS = (
    ("the meeting closed", rf"{_MEETING}{_NEAR}{_CLOSED}", "The meeting closed at 8.15pm."),
    ("moved", r"\b(?:to|we)\s(?:adjourn|close)\b(?:\s(?:the|this)\smeeting)?", "Motion by Ash to adjourn at 8.17 p.m."),
    ("lasted", r"\b(?:duration|lasted|ran)\b[^;]{0,40}?(?:\bto\b|\buntil\b|[–-])", "Duration: 2.00 pm to 4.10 pm"),
    (
        "the body rose",
        r"\b(?:council|board|committee|trustees|members)\s(?:rose|adjourn(?:ed)?)\b",
        "The Council rose at 9.05 pm",
    ),
    ("somebody closed it", rf"{_CLOSES}{_NEAR}{_MEETING}{_NEAR}", "Councillor Ash adjourned the meeting at 10:20 AM."),
    (
        "labelled",
        r"""^\W{0,3}(?:\d{1,2}\W{1,3})?(?:(?:meeting|time)\s)?
        (?:clos(?:ed?|es|ure|ing)|finish(?:ed)?|end(?:ed|s)?|adjourn(?:ed|ment)?|terminated)\b
        (?:\s(?:time|of\s(?:the\s)?(?:meeting|business)|at))*\s{0,3}[:–-]?""",
        "Finish: 9.30 pm",
    ),
)
OPENINGS = (
    ("the meeting opened", rf"{_MEETING}{_NEAR}{_OPENED}", "The Meeting opened at 6.33 pm"),
    ("the chair was taken", r"\btook\sthe\schair\b", "The Mayor took the chair at 7.02 p.m."),
    ("somebody opened it", rf"{_OPENS}{_NEAR}{_MEETING}{_NEAR}", "The Chair called the meeting to order at 2:00."),
    (
        "labelled",
        r"""^\W{0,3}(?:\d{1,2}\W{1,3})?(?:(?:meeting|time)\s)?(?:start(?:ed|s)?|commenced?|opened|open(?:ing)?|call(?:ed)?\sto\sorder)\b
        \s{0,3}(?:time|at)?\s{0,3}[:–-]?""",
        "Start: 7 pm",
    ),
)
_CLOSING = [re.compile(pattern, re.IGNORECASE | re.VERBOSE) for _, pattern, _ in CLOSINGS]
_OPENING = [re.compile(pattern, re.IGNORECASE | re.VERBOSE) for _, pattern, _ in OPENINGS]
_VERB = re.compile(_CLOSED, re.IGNORECASE)
_AT_FIRST = re.compile(r"\W*(?:at\s|approximately\s)*", re.IGNORECASE)
_WORD_OF_CLOSING = re.compile(
    r"clos|end|conclu|duration|lasted|ran|finish|rose|terminat|adjourn|ben|caewyd", re.IGNORECASE
)
_WORD_OF_OPENING = re.compile(r"open|commenc|beg[ai]n|start|conven|order|took|agorwyd", re.IGNORECASE)
# What stands between the verb and a time that is of something else.
_OF_ANOTHER = re.compile(
    r"\b(?:until|till|to\s(?:allow|discuss|resume)|resum|reconven|re-?open|next|deadline|nomination|window|question)\w*",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"(?:time\b\W{0,3})?\d", re.IGNORECASE)
_CARRIED = re.compile(r"(?:motion\s)?carried\W*", re.IGNORECASE)
_UNTIL = re.compile(r"\s{0,2}(?:[–—-]|to|until|till)\s{0,2}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z)]{2})[.!]\s+(?=[A-Z(])")
_BETWEEN = 45  # characters between the verb and its time
_LAST = 40  # paragraphs from the end within which a meeting is told to have closed: appendices may follow
_MOST_SENTENCES = 2  # of a note that only closes the meeting
_TIME_SIGN = re.compile(r"\d|[Nn]oon|NOON|[Mm]idnight|MIDNIGHT")  # without which no time is told
_LONGEST_TIME, _LONGEST_TITLE = 30, 40  # characters
_LONGEST_NOTE = 400  # characters
_NOTHING_LEFT = re.compile(r"(?:there\sbeing|as\sthere|with\sno|no\sfurther|since\sthere)\b", re.IGNORECASE)
_NOON, _FIRST_OF_MORNING = 12, 8  # hours: a figure without its half of the day is before noon only from 8 on


def closed_at(texts: Iterable[str], start: str | None = None) -> str | None:
    """When a meeting closed, as "21:37", by the last words of its paragraphs in order that tell it.

    `start` is when it began: "at 9.05" without its half of the day is then the one after it.
    """
    for later, text in enumerate(reversed(list(_under_titles(texts)))):
        if later > _LAST and not tells_closing(text):
            continue  # in the midst of the business only a note of its own is about this meeting
        if not _TIME_SIGN.search(text):
            continue
        for sentence in reversed(_SENTENCE.split(text)):
            if _WORD_OF_CLOSING.search(sentence) and (found := _told(sentence, _CLOSING)):
                return _whole(found, start)
    return None


def opened_at(texts: Iterable[str]) -> str | None:
    """When a meeting opened, as "18:33", by the first words of its paragraphs in order that tell it."""
    for text in filter(_TIME_SIGN.search, _under_titles(texts)):
        for sentence in _SENTENCE.split(text):
            if _WORD_OF_OPENING.search(sentence) and (found := _told(sentence, _OPENING)):
                return _whole(found, None)
    return None


def _under_titles(texts: Iterable[str]) -> Iterator[str]:
    """`texts`, a time that stands alone put to the title over it ("Adjournment", "8.31 pm")."""
    above = ""
    for text in texts:
        alone = (
            len(text) <= _LONGEST_TIME
            and _TIME_ALONE.match(text)
            and next(find_times(text, bare=True), None) is not None
        )
        yield f"{above.rstrip('.')} {text}" if alone and len(above) <= _LONGEST_TITLE else text
        above = above if _CARRIED.fullmatch(text) else text


def tells_hours(text: str) -> bool:
    """Whether a paragraph tells when the meeting closed, or opened, and is no other business."""
    return tells_closing(text) or (bool(_WORD_OF_OPENING.search(text)) and _tells_any(text, _OPENING))


def tells_closing(text: str) -> bool:
    """Whether a paragraph tells when the meeting closed, and is no other business."""
    return bool(_WORD_OF_CLOSING.search(text)) and _tells_any(text, _CLOSING)


def _tells_any(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    if len(text) > _LONGEST_NOTE or not _TIME_SIGN.search(text):
        return False
    told = _SENTENCE.split(text)
    if len(told) > _MOST_SENTENCES:
        return False
    told = told if _NOTHING_LEFT.match(text) else told[:1]
    return any(_told(one, patterns) for one in told)


def first_time(texts: Iterable[str]) -> str | None:
    """The first time of day in texts, as a heading prints it."""
    found = next((time for text in texts for time in find_times(text, bare=True)), None)
    return _whole(found, None) if found else None


def last_time(texts: Iterable[str]) -> str | None:
    """The time until which a heading's words say that the meeting lasts ("7 pm – 9.15 pm"); None where they do not."""
    for text in texts:
        times = list(find_times(text, bare=True))
        for one, two in pairwise(times):
            if _UNTIL.fullmatch(text[one.span.end : two.span.start]):
                return _whole(two, _whole(one, None))
    return None


def _told(sentence: str, patterns: Sequence[re.Pattern[str]]) -> FoundTime | None:
    """The time that a sentence gives behind the last of its verbs for it."""
    times = list(find_times(sentence, bare=True))
    for pattern in patterns if times else ():
        ends = [match.end() for match in pattern.finditer(sentence)]
        if ends and patterns is _CLOSING:
            ends.extend(match.end() for match in _VERB.finditer(sentence, ends[0]))
        for end in reversed(ends):
            if found := _time_behind(sentence, times, end):
                return found
        if ends and _AT_FIRST.fullmatch(sentence[: times[0].span.start]):
            return times[0]  # "At 8.15 pm the meeting closed"
    return None


def _time_behind(sentence: str, times: Sequence[FoundTime], end: int) -> FoundTime | None:
    """The first time behind a verb that ends at `end`, where it is the verb's."""
    found = next((time for time in times if time.span.start >= end - 1), None)
    between = sentence[end : found.span.start] if found else ""
    return found if len(between) <= _BETWEEN and not _OF_ANOTHER.search(between) else None


def _whole(found: FoundTime, start: str | None) -> str:
    """A time with its half of the day, where the words do not tell it: what is early, or before the start, is later."""
    hour = int(found.time[:2])
    early = hour < _FIRST_OF_MORNING or (start is not None and found.time < start)
    if found.half_told or hour >= _NOON or not early:
        return found.time
    return f"{hour + _NOON:02}{found.time[2:]}"
