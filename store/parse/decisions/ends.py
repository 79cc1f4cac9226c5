"""Where the words of a decision end inside its sentence: before who moved it, how the vote went, whose action it is."""

import re
from typing import Final

from store.parse.decisions.results import tells_result
from store.parse.decisions.votes import NAME, NAMED, SECONDED, tells_only_carriage
from store.text.sentences import sentences

_JOIN = r"[\s,;(*_–—-]{0,6}"

ENDS: Final = tuple(
    (name, re.compile(_JOIN + pattern, re.VERBOSE), example)
    for name, pattern, example in (
        (
            "seconded by",
            rf"(?:(?:and\s)?(?i:this|which|it)\s(?i:was|were)\s|\b(?:and|was)\s)?(?:duly\s)?\b(?<!\bbeen\s)(?<!\bother\s){SECONDED}\s(?:(?i:by)\s)?{NAME}{NAMED}",
            "the gate be mended, seconded by Cllr Elm",
        ),
        (
            "proposed by",
            rf"(?:(?:and\s)?(?i:this|which|it)\s(?i:was|were)\s|\bwas\s)?\b(?<!\bbeen\s)(?i:proposed|moved|prop\.?)\s(?:(?i:by)\s)?{NAME}{NAMED}",
            "the gate be mended (proposed by Cllr Ash, seconded by Cllr Elm)",
        ),
        (
            "on the proposal of",
            rf"\b(?i:(?:up)?on\s(?:(?:the|a)\s(?:proposal|proposition)|(?:(?:the|a)\s)?motion)\s(?:of|from|by))\s{NAME}{NAMED}",
            "the gate be mended, on the proposal of Cllr Ash, seconded by Cllr Elm",
        ),
        (
            "another proposes",
            rf"(?<=[,;]\s)(?:and\s)?{NAME}\s(?:then\s)?(?:proposed|moved)\b",
            "that £200 be given, Mrs Elm proposed £250",
        ),
        (
            "how it went",
            r"[–—-]\s*\*{0,2}(?i:(?:all|unanimously|was|this\swas)?\s?(?:agreed|carried|approved|all\sin\sfavour|in\sagreement|passed))\b[^.;]{0,40}[.\s*]*$",
            "the gate be mended - Agreed",
        ),
        (
            "the motion carried",
            r"[;,–—-]\s*(?i:(?:and\s)?(?:the\s)?(?:motion|vote)\s(?:was\s)?(?:unanimously\s)?(?:carried|carries|passed|passes|approved|failed|fails|lost)\b)[^;]{0,100}$",
            "to mend the gate; motion carried 3-1",
        ),
        (
            "no seconder",
            r"(?:[,;–—-]|\bbut)\s*(?i:(?:but\s)?(?:there\s(?:was|being)\s|with\s|this\s(?:had|got|received)\s)?no\s(?:seconder|second|support))\b[^;]{0,40}$",
            "closing the gate at dusk, there was no seconder",
        ),
        (
            "this was agreed",
            r"\b(?:and\s)?(?i:this|which|it)\s(?i:was|were)\s(?i:(?:then|also|all|unanimously|duly)\s){0,2}(?i:agreed|carried|approved|accepted)(?i:\sunanimously|\sby\s(?:all|everyone|the\s\w+)(?:\s\w+){0,3})?[\s.)]*$",
            "the gate be mended, this was agreed",
        ),
        (
            "all councillors agreed",
            r"\b(?i:(?:and\s)?(?:all\s(?:the\s)?(?:councillors|members|present)|the\s(?:parish\s|town\s)?council)\sagreed)(?:\sto\sthis(?:\s\w+)?)?(?=\s*[,.;)]|\s*$).*$",
            "the gate be mended, all Councillors agreed",
        ),
        (
            "a count of votes",
            r"\((?:[^()]{0,20}\b(?:for|against|unanimous(?:ly)?|carried|in\sfavour|nem\.?\scon)\b[^()]{0,60})\)[\s.]*$",
            "the gate be mended (4 for, 1 against)",
        ),
        ("a count with signs", r"\(\s?\+\d[\d\s,:;/+-]{0,20}\)[\s.]*$", "the gate be mended (+5, 0, -0)"),
        (
            "who moved, in brackets",
            r"\((?:[A-Z][\w.'’-]*\s?/\s?[A-Z][\w.'’-]*|\d{1,3}\s?[-–/]\s?\d)[^()]{0,40}\)[\s.]*$",
            "the gate be mended (Ash/Elm)",
        ),
        (
            "a count alone",
            r"\s(?P<ayes>\d{1,3})\s?[-–]\s?(?P<noes>\d{1,3})(?:\s?[-–]\s?\d{1,3})?[\s.]*$",
            "the budget 5-0",
        ),
        (
            "a count of votes behind a dash",
            r"(?<=[\s;–—-])\d+\s(?i:votes?\s(?:for|in\sfavour)|(?:for|in\sfavour)(?=[\s,;.]*(?:$|and\b|with\b|\d|against\b|carried\b|[–—-])))\b.{0,60}$",
            "the gate be mended, 5 votes for",
        ),
        (
            "and it was",
            r"\b(?:and|but)\s(?:it\s(?:was|has\sbeen)|members|councillors|the\s(?:council|committee|board|meeting))\s*$",
            "the gate be mended and it was",
        ),
        ("and", r"(?<=[\s,;])(?:and|but|also)\s*$", "the gate be mended, and"),
        (
            "initials of who acts",
            r"(?:(?<=[.)])|\s)\s{1,9}(?:[A-Z]{2,3}(?:/[A-Z]{2,3})*)\s{0,9}$",
            "the gate be mended.   BP",
        ),
    )
)
"""What ends the words before their sentence does: (name, pattern, example)."""


_ACTS = re.compile(r"[(\[*_]*(?:ACTIONS?|Actions?)\b[^.:;]{0,30}[:–—-]")


def acts(text: str) -> bool:
    """Whether a sentence is who is to do what, set down beside the minutes ("ACTION: Clerk to write")."""
    return bool(_ACTS.match(text))


_HINT = re.compile(
    r"second|2nd|propos|moved|prop\.|agreed|carried|approved|accepted|agreement|favou?r|passed|passes|carries|failed|fails|lost|votes?\b|\(|\sfor\b"
    r"|\b(?:and|but|also|council|committee|board|meeting|was|been|members|councillors)\s*$|[A-Z]{2,3}\s*$",
    re.IGNORECASE,
)
_LOOSE = " ,;–—-(*_|\n\t\u00a0"
_OPENS = {"”": "“", "’": "‘", '"': '"'}  # a mark that closes what was opened before the words


def words_end(raw: str, begin: int, end: int) -> int:
    """Where the words that begin at `begin` end, at `end` or before it."""
    for _, pattern, _ in ENDS if _HINT.search(raw, begin, end) else ():
        match = pattern.search(raw, begin + 1, end)
        if match and not _is_range(match) and raw[begin : match.start()].strip(" ,;:–—-(*_"):
            end = match.start()
    words = raw[begin:end].rstrip(_LOOSE)
    if words.endswith(("”", "’", '"')) and words.count(words[-1]) > words.count(_OPENS[words[-1]]) - (words[-1] == '"'):
        words = words[:-1].rstrip(_LOOSE)
    return begin + len(words)


def _is_range(match: re.Match[str]) -> bool:
    """Whether what looks like a count of votes is none that carries: "for grades 6-8"."""
    return "ayes" in match.re.groupindex and int(match["ayes"]) <= int(match["noes"])


def before_carriage(raw: str, begin: int, end: int) -> int | None:
    """Where the words that go to `end` end when only how they were carried stands behind; None when they go on."""
    last = begin
    for start, _ in sentences(raw, begin, end):
        last = start
    stop = words_end(raw, last, end)
    tail = " ".join(raw[stop:end].split()).strip(_LOOSE + "()._*")
    return stop if tail and (tells_only_carriage(tail) or tells_result(tail)) else None
