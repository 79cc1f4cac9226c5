"""What became of a motion, as the sentences behind it tell: carried, lost, withdrawn, deferred."""

import re
from collections.abc import Iterable
from typing import Final

from store.model import Result

_MOTION = (
    r"(?:motion|amendment|proposal|proposition|recommendation|resolution|vote|nomination|suggestion|variation|change)s?"
)
_IT = (
    rf"(?:(?:the|this|that|his|her|an?)\s(?:\w+\s){{0,3}}?{_MOTION}(?:\s(?:of|by|for|in|to)\s[^.;]{{1,60}}?)?"
    r"|it|this|which|these)"
)
_WAS = (
    r"(?:\s(?:was|were|is|being|having\sbeen))?"
    r"(?:\s(?:then|duly|therefore|thus|accordingly|also|so|put\sto\sthe\s(?:vote|meeting)(?:\sand)?|was|declared"
    r"|unanimously|not|by)){0,6}"
)

RESULTS: Final = tuple(
    (name, result, re.compile(pattern, re.IGNORECASE | re.VERBOSE), example)
    for name, result, pattern, example in (
        (
            "withdrawn",
            Result.WITHDRAWN,
            rf"{_MOTION}?\b[^.;]{{0,40}}?\b(?:was|were|is|had\sbeen)?\s?withdrawn\b|\bwithdrew\b",
            "The motion was withdrawn.",
        ),
        (
            "was lost",
            Result.LOST,
            r"\b(?:lost|defeated|rejected|negatived|voted\sdown|fell|failed|fails|falls|died|dies)\b",
            "The amendment was lost.",
        ),
        (
            "was not carried",
            Result.LOST,
            r"\bnot\s(?:carried|agreed|accepted|approved|adopted|supported|passed|seconded|resolved)\b",
            "The change was not agreed.",
        ),
        (
            "no seconder",
            Result.LOST,
            r"\bno\s(?:seconder|second)\b|\b(?:want|lack)\sof\sa\s(?:seconder|second|majority)\b",
            "There was no seconder.",
        ),
        (
            "was deferred",
            Result.DEFERRED,
            r"\b(?:deferred|adjourned|postponed|held\sover|tabled(?!\sby\b)|laid\s(?:over|on\sthe\stable)|referred\s(?:back|to\sthe))\b",
            "The motion was deferred.",
        ),
        (
            "was carried",
            Result.CARRIED,
            r"""\b(?:carried|carries|passed|passes|approved|agreed|adopted|accepted|in\sfavou?r|unanimous(?:ly)?|in\sagreement
                |declared\s[^.;]{0,60}elected|elected|all\s(?:ayes|yeas|aye|yes)|(?:ayes?|yeas?)\W{1,3}all|so\s(?:voted|ordered))\b|^\W*M\.?C\.?\W*$""",
            "The motion was carried.",
        ),
    )
)
"""What a sentence about a motion says of it; the first that fits: (name, result, pattern, example)."""

_SCORE = r"\d{1,3}\s?[-–/:]\s?\d{1,3}(?:\s?[-–/:]\s?\d{1,3})?"  # for, against and abstentions
_PUT = r"""(?<![(*_–-])[(*_–-]*+\s{0,9}(?:(?:on\sbeing\sput\sto\sthe\s(?:vote|meeting),?
    |(?:upon|on|following|after|by)\s(?:(?:a|the|being)\s)?(?:[^.;,]{0,40}\s)?(?:vote|hands|roll[\s-]?call|count|division),?
    |there\sbeing\sno\s[^,;.]{1,60},?|as\sthere\swere\sno\s[^,;.]{1,60},?)\s*)?"""
_BECAME = (
    r"(?:lost|defeated|rejected|fell|failed|fails|died|carried|carries|passed|passes|approved|agreed|adopted|accepted"
    r"|withdrawn|deferred|postponed|tabled(?!\sby\b))"
)

ABOUT: Final = tuple(
    (name, re.compile(_PUT + pattern, re.IGNORECASE | re.VERBOSE), example)
    for name, pattern, example in (
        (
            "the motion was lost",
            rf"""{_IT}{_WAS}\s(?:{_BECAME}|seconded|supported|not\s\w+|unanimous)\b
                (?=[\s.,;:)*_]*$|[,;]|\s\(
                |\s(?:by|unanim\w+|nem|with|\(?\d|and|on|for\s(?:want|lack)|until|pending|to\sthe)\b)""",
            "On being put to the vote the motion was lost.",
        ),
        (
            "carried",
            rf"""(?:{_MOTION}\s)?(?:was\s|is\s)?(?:declared\s)?(?:carried|adopted|carries|lost|defeated|failed|fails|passed|passes|withdrawn|approved|agreed|adopted|died)
                (?:,?\s(?:unanimously|by\s[^.;]{{1,40}}|for\s(?:want|lack)\sof\s[^.;]{{1,20}}|with\s[^.;]{{1,40}}|\(?{_SCORE}\)?)){{0,2}}
                (?:,\s[^.;]{{1,60}})?\s*[.)*_]*\s*(?:\(?[\w/-]*\d[\w/-]*\)?)?\s*$""",
            "Motion carried 4-0.",
        ),
        (
            "the vote, counted",
            rf"""(?:(?:{_MOTION}|result|count)\s*:\s*|voted\s)\(?{_SCORE}\)?\s*
                (?:in\sfavou?r|to\s(?:approve|adopt)|\([^()]{{1,40}}\))?[\s.)*_]*$""",
            "Vote: 4-0 in favor.",
        ),
        (
            "moved, seconded and agreed",
            rf"""{_IT}\s(?:was|were)\s(?:then\s|duly\s)?(?:proposed|moved|seconded)\sby\s[^;]{{1,100}}?
                \sand\s(?:was\s)?(?:unanimously\s|duly\s)?{_BECAME}[\s.)*_]*$""",
            "The motion was proposed by Cllr. Ash, seconded by Cllr. Elm and agreed.",
        ),
        (
            "the result, labelled",
            rf"(?:(?:final|motion|voting)\s)?(?:result|outcome|status|vote|(?<=final\s)resolution)\s?[:–—-]\s*(?:{_MOTION}\s)?(?:{_BECAME}|unanimous|all\s(?:in\sfavou?r|ayes?))\b[^.;]{{0,40}}[\s.)*_]*$",
            "Result: Carried",
        ),
        (
            "the vote was",
            r"""(?:the\s)?(?:roll[\s-]?call\s)?votes?\s(?:was|were|is|being)\s?(?:as\sfollows)?\s?:?\s*(?:all\s(?:yes|ayes?)|unanimous
                |\(?\d{1,3}\s?[-–]\s?\d|[^.;]{2,40}[\s–—:-]\s?(?:yes|ayes?|yeas?|no|nays?)\b)[^;]{0,200}$""",
            "On roll call the vote was Ash yes, Elm no, Fir yes.",
        ),
        (
            "all ayes",
            r"(?:all\s(?:voted\s)?(?:ayes?|yeas?|yes)|(?:ayes?|yeas?)[\s,–—-]{1,3}all)[\s.)*_]*$",
            "All ayes.",
        ),
        ("so voted", rf"so\s(?:voted|ordered)(?:,?\s(?:unanimously|\(?{_SCORE}\)?))?[\s.)*_]*$", "So voted, 3-0."),
        ("a score alone", rf"\(?{_SCORE}\)?[\s.)*_]*$", "(3-0-0)"),
        ("MC", r"M\.?C\.?(?:\s(?:unanimously|\d[\d-]*))?[\s.)*_]*$", "MC"),
        (
            "all in favour",
            r"all\s(?:(?:were|members|councillors|present|voted|voting)\s){0,2}(?:agreed|in\s(?:favou?r|agreement))\b[^.;]{0,20}",
            "All in favour.",
        ),
        (
            "declared defeated",
            r"""(?:[^.;]|\b[A-Z]\.){1,80}?\bdeclared\s(?:that\s)?the\s(?:proposed\s)?
                (?:motion|proposal|amendment|variation|resolution)\s[^.;]{0,30}?
                (?:carried|lost|defeated|rejected|passed)\b""",
            "The Meetings Administrator declared the proposal defeated.",
        ),
        ("unanimous", r"unanimous(?:ly)?(?:\s(?:agreed|carried|approved|passed))?\s*[.)*_]*\s*$", "Unanimous."),
        (
            "a count of votes",
            r"""\(?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:votes?\s)?
                (?:for|in\sfavou?r)\b[^;]{0,80}""",
            "5 votes for and 2 against.",
        ),
    )
)
"""How a sentence begins that tells what became of a motion and nothing else: (name, pattern, example)."""

_COUNTS = re.compile(
    r"""\bfor:?\s*(?P<ayes>\d{1,4})\b[^\d]{1,60}\bagainst:?\s*(?P<noes>\d{1,4})\b
    |\b(?P<yes>\d{1,4})\s(?:votes?\s)?(?:for|in\sfavou?r)\b[^\d]{1,40}\b(?P<no>\d{1,4})\s(?:votes?\s)?(?:against|opposed)\b
    |\b(?:ayes?|yeas?|in\sfavou?r):?\s*(?P<yeas>\d{1,4})\b[^\d]{1,60}\b(?:nays?|noe?s|opposed|against):?\s*(?P<nays>\d{1,4})\b
    |(?:vote\s*:|voted|votes?\sof|^)\s*\(?(?P<one>\d{1,3})\s?[-–/:]\s?(?P<other>\d{1,3})""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(
    r"[\w.'’]\s*[–—:,-]?\s(?:(?P<aye>yes|ayes?|yeas?)|(?P<nay>no|nays?))\b(?=\s*(?:[,;.]|$|and\b))", re.IGNORECASE
)
_FEWEST_NAMED = 2  # members called whose votes make a count
_DEFERS = re.compile(
    r"(?:that\s[^.;]{0,80}?\b(?:be|is)\s(?:deferred|postponed|held\sover)\b|(?:to\s)?(?:defer|postpone|hold\sover)\b)",
    re.IGNORECASE,
)
_LONGEST = 240  # characters of a sentence that tells of a motion and nothing else


def tells_result(text: str) -> bool:
    """Whether a sentence says what became of the motion before it, and nothing else."""
    return len(text) <= _LONGEST and any(pattern.match(text) for _, pattern, _ in ABOUT)


def result_told(text: str) -> Result | None:
    """What a sentence about a motion says that became of it: by its words, else by the count of the votes."""
    told = next((result for _, result, pattern, _ in RESULTS if pattern.search(text)), None)
    counts = _COUNTS.search(text)
    if counts and told in (None, Result.CARRIED):
        ayes, noes = (int(count) for count in counts.groups() if count)
        return _counted(ayes, noes) or told
    return told or _called(text)


def _counted(ayes: int, noes: int) -> Result | None:
    """What a count of votes says; None of a tie, which the chair decides."""
    return Result.CARRIED if ayes > noes else Result.LOST if noes > ayes else None


def _called(text: str) -> Result | None:
    """What a roll call says ("Ash – aye, Elm – nay, Fir – aye")."""
    votes = list(_NAMED.finditer(text))
    if len(votes) < _FEWEST_NAMED:
        return None
    ayes = sum(vote["aye"] is not None for vote in votes)
    return _counted(ayes, len(votes) - ayes)


def result_in(texts: Iterable[str]) -> Result:
    """What a decision does with the business before it by its lead, or by every clause: it is decided, or put off."""
    return Result.DEFERRED if all(map(_DEFERS.match, texts)) else Result.CARRIED
