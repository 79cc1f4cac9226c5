"""Who is to do something, as the words of a request say it: "the Clerk to write", "ACTION: Head of Audit"."""

import re
from typing import Final

from store.model import Span

_NAME = r"(?:[A-Z][\w’'.&-]*)(?:,?\s(?:[A-Z(][\w’'.&)-]*|of|and|for|the|&)){0,9}"
_SUBJECT: Final = re.compile(
    rf"(?:^|\b(?:that|and|but|which)\s|[,:;]\s)(?:that\s)?(?:the\s)?(?P<owner>{_NAME}|clerk|officers),?\s(?:also\s|kindly\s)?"
    r"(?:agreed\sto|agreed\sthat\s(?:he|she|they)|undertook\sto|offered\sto|promised\sto|volunteered\sto|confirmed\sthat\s(?:he|she|they)\swould"
    r"|(?:be|was|were|is|are)\s(?:requested|asked|instructed|invited|tasked)\s(?:to|that)|to\s(?=[a-z])|would\s(?!be\b)|will\s(?!be\b)|shall\s(?!be\b)|populate\b|provides?\b|writes?\b|reports?(?=\sback|\severy|\shalf|\squarterly|\sannually)|prepares?\b|investigates?\b)",
)
_BEHIND: Final = re.compile(
    r"\b(?:meeting|committee|panel|board|council|group)\s(?P<owner>[A-Z][\w’'-]+(?:,?\s(?:[A-Z][\w’'-]*|and|of|for|&)){0,7})$"
)
_ACTION: Final = re.compile(
    r"\(?\baction(?:ed)?\b(?:\sby)?\s?[:–-]\s?(?P<owner>[A-Z][\w’'.,&/ -]{1,60}?)\)?\.?$", re.IGNORECASE
)
_ASKED: Final = re.compile(
    r"\b(?i:asks?|asked|requests?|requested|invites?|instructs?)\s(?:the\s)?"
    rf"(?P<owner>officers|{_NAME.replace('{0,9}', '{0,9}?')})\s(?:not\s)?to\s"
)
_NO_OWNER: Final = re.compile(
    r"(?:that|it|this|there|a|an|the|these|those|they|he|she|resolved|agreed|further|in|at|also|members?|councillors?|assurance|details|"
    r"(?:[\w’'&,\s-]*\s)?(?:committee|panel|board|group|council|cabinet|forum|scrutiny|report|reports|strategy|plan|review|update))",
    re.IGNORECASE,
)
_PAPERS = (
    "Strategy|Plan|Report|Update|Review|Policy|Programme|Budget|Performance|Framework|Scheme|Presentation|Protocol"
    "|Project|Services?|Accounts"
)
_POINT: Final = re.compile(
    rf"^(?P<what>.*\b(?:{_PAPERS}))\s?(?:[-–—:]|\()?\s?(?P<owner>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'.-]*|of|and|for)){{1,6}})\)?\.?$"
)


def owner_in(text: str, *, clause: bool) -> tuple[str | None, Span | None]:
    """Who is to do what a request says, as printed; and, where the name is no part of its sentence, where it stands."""
    if action := _ACTION.search(text):
        return action["owner"].strip(" ."), Span(*action.span())
    if clause and (behind := _BEHIND.search(text)) and not text.rstrip().endswith("."):
        return behind["owner"], Span(behind.start("owner"), behind.end("owner"))
    if asked := _ASKED.search(text):
        return asked["owner"].strip(), None
    for subject in _SUBJECT.finditer(text):
        owner = re.sub(r"^That\s(?:the\s)?", "", subject["owner"]).strip(" ,")
        if not _NO_OWNER.fullmatch(owner):
            return owner, None
    return None, None


def owner_of_point(text: str) -> tuple[str, str | None]:
    """What a point of a list is about, and who is named behind it: "Inclusion Strategy Ann Elm"."""
    found = _POINT.match(text)
    return (found["what"], found["owner"]) if found else (text, None)
