"""Who came, who did not, as sentences tell it: "Apologies were received from …", "… were present"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.parse.attendance.names import read_title
from store.text.clean import squeeze

_RECEIVED = r"""(?:received|noted|given|accepted|intimated|reported|submitted|tendered|made|sent|offered|recorded
    |conveyed|extended|presented|read|relayed)"""
_FOR_ABSENCE = (
    r"(?:\s(?:for|of)\s(?:(?:their|his|her|the)\s)?(?:absence|inability\sto\sattend|non-?attendance|lateness))?"
)
_NAME = r"\s{1,3}(?=(?-i:[A-ZÀ-Ýb]))"  # "b" of a capital that a scanner made small
# (what a sentence is, pattern that leads up to names, example); verbose patterns
LEADS = (
    (
        "apologies from",
        rf"""(?P<group>apo[li]og(?:y|ies)\b{_FOR_ABSENCE})[^.:;]{{0,80}}?\b(?:from|on\sbehalf\sof|by)\b
        (?:\sthe\sfollowing\b[^.:]{{0,40}})?\s{{0,3}}[:–-]{{0,2}}{_NAME}""",
        "Apologies for absence were received from Councillors Ash and Elm.",
    ),
    (
        "received from",
        rf"""(?P<group>)^(?:(?:were|was|have\sbeen|had\sbeen)\s)?{_RECEIVED}\b[^.:;]{{0,30}}?
        \b(?:from|by|on\sbehalf\sof)\s{{0,2}}:?{_NAME}""",
        "Were received from Councillor Ash",
    ),
    (
        "apologies of",
        rf"""(?P<group>apo[li]og(?:y|ies)\b(?:\sfor\sabsence)?)[^.:;]{{0,40}}?\b{_RECEIVED}\b[^.:;]{{0,20}}?
        \b(?:for|of)\s(?=(?:Councill|Cllr|Mrs?\b|Ms\b|Dr\b)[^.])""",
        "Apologies were recorded for Councillor Ash.",
    ),
    (
        "following apologies",
        rf"""(?P<group>apo[li]og(?:y|ies)\b(?:\sfor\sabsence)?)[^.:;]{{0,40}}?(?:\b{_RECEIVED})?
        \s{{0,2}}[:–-]{{1,2}}{_NAME}""",
        "The following apologies were noted: Councillor Ash",
    ),
    (
        "welsh",
        rf"(?P<group>ymddiheuriad(?:au)?)\b[^.:;]{{0,60}}?\b(?:gan|oddi\swrth)(?:\sy)?{_NAME}",
        "Derbyniwyd ymddiheuriadau gan y Cyng. Rees.",
    ),
    (
        "irish",
        rf"(?P<group>leithscéal\w*)\b[^.:;]{{0,60}}?\b(?:ó|thar\sceann){_NAME}",
        "Fuarthas leithscéalta ó Chomhairleoir Ash.",
    ),
    (
        "present were",
        rf"(?<![\w-])(?P<group>(?:[\w-]++\s){{0,3}}(?:present|absent|in\sattendance|attending|excused))\s(?:was|were){_NAME}",
        "Board members present were Ash, Elm and Oak.",
    ),
    (
        "present at the meeting",
        rf"(?P<group>(?:present|in\sattendance|absent))\s(?:at|for|during)\s(?:the|this)\s(?:\w+\s)?(?:meeting|session|call)\s{{0,2}}:{_NAME}",
        "The following were present at the meeting: Ann Ash",
    ),
    (
        "those present",
        rf"(?P<group>(?:those|members|councillors|all|following)\s(?:members\s)?(?:present|attending|in\sattendance))\b[^.:]{{0,30}}:{_NAME}",
        "The Chair welcomed those present: Ann Ash",
    ),
)
_LEAD = [re.compile(pattern, re.IGNORECASE | re.VERBOSE) for _, pattern, _ in LEADS]
# (what a sentence is, pattern whose `names` are who, its group, example)
_WHO = r"(?<![\w.'’-])(?P<names>[A-ZÀ-Ý].{1,400}?)\s"
TRAILS = (
    (
        "apologised",
        rf"""{_WHO}(?:(?:had|has|have)\s)?(?:sent|gave|given|tendered|submitted|made|offered|conveyed)\s
        (?:(?:his|her|their)\s)?apo[li]ogies\b.*""",
        "Apologies",
        "Councillor Ash sent her apologies.",
    ),
    (
        "excused",
        rf"{_WHO}(?:(?:had|has|have)\sapologi[sz]ed|apologi[sz]ed\sfor)\b.*",
        "Apologies",
        "Mrs Ash had apologised.",
    ),
    (
        "absent",
        rf"{_WHO}(?:was|were)\s(?:also\s)?(?:absent|excused|not\spresent)\b.{{0,60}}",
        "absent",
        "Commissioner Ash was absent.",
    ),
    (
        "present",
        rf"{_WHO}(?:(?:was|were|are)\s)?(?:also\s)?(?:present|in\sattendance)\b.{{0,60}}",
        "present",
        "Ann Ash and Bo Elm were present.",
    ),
    (
        "attended",
        rf"""{_WHO}(?:also\s)?(?:attended|joined|observed)
        (?:\sthe\s(?:\w+\s){{0,2}}(?:part|start)\sof\sthe\smeeting|\sthe\smeeting|\sremotely|\svirtually|\sonline|\sby\s\w+|\sas\s.{{1,60}}){{0,3}}\.?""",
        "attended",
        "Ann Ash and Bo Elm attended.",
    ),
    (
        "substitute",
        r"""(?:.{0,120}?,\s)?(?P<names>(?:Councillor|Cllr|Mrs?|Ms|Dr)\b.{1,200}?)\s
        (?:had\sbeen\sappointed|(?:was|were)\s(?:appointed|present|substituting|in\sattendance|a|the)|substituted|attended
        |substituting)\b(?:\sas)?(?:\san?)?\s?(?:.{0,20}\bsubstitut\w+.{0,200}|for\b.{0,120})""",
        "substitute",
        "Councillor Ash had been appointed as a substitute member for Councillor Elm.",
    ),
)
_TRAIL = [(re.compile(pattern, re.VERBOSE), group) for _, pattern, group, _ in TRAILS]
# One of these stands in whatever tells who came: most words hold none, and are told so at a fraction of the cost.
_TELLING = (
    "apolog",
    "apoiog",
    "receiv",
    "present",
    "absent",
    "attend",
    "excused",
    "joined",
    "observed",
    "substitut",
    "appointed",
    "ymddiheur",
    "leithsc",
)
_AFTER_COLON = re.compile(r"apo[li]og(?:y|ies)\b[^.]{0,100}?(?:\bfrom|:|–|-)\s{0,3}$", re.IGNORECASE)
_STOP = re.compile(r"(?<=[a-zà-ÿ)]{2})\.\s{1,3}(?=[A-ZÀ-Ý])")
_LAST_WORD = re.compile(r"(?<![\w'’])[\w'’]+$")
_LONGEST = 1200  # characters of a sentence that lists people


@dataclass(frozen=True, slots=True)
class Told:
    """Names at `start` to `end` of a text, and what it tells of them ("Apologies for absence", "absent").

    `leads`: the words before them say so, and not those behind, which may be said of anything.
    """

    group: str
    start: int
    end: int
    leads: bool = True


_OF_ANOTHER = re.compile(r"\b(?:for|of)\swhom\b")  # "for whom Cllr Elm attended": said of whoever stands before it


def people_told(text: str) -> Iterator[Told]:
    """Where each sentence of a text names people who came, or who sent apologies, in order."""
    folded = text.casefold()
    if not any(word in folded for word in _TELLING):
        return
    for start, end in sentences(text):
        sentence = text[start : min(end, start + _LONGEST)]
        lead = next((match for pattern in _LEAD if (match := pattern.search(sentence))), None)
        if lead:
            yield Told(squeeze(lead["group"]), start + lead.end(), end)
            continue
        for pattern, group in _TRAIL:
            if (match := pattern.fullmatch(sentence.rstrip(" ."))) and not _OF_ANOTHER.search(match["names"]):
                yield Told(group, start + match.start("names"), start + match.end("names"), leads=False)
                break


def awaits_names(text: str) -> bool:
    """Whether a text tells of apologies whose names stand below it ("Apologies were received from:")."""
    return bool(_AFTER_COLON.search(text[-160:]))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends; a title's full stop ("Cllr. Ash") ends none."""
    start = 0
    for match in _STOP.finditer(text):
        word = _LAST_WORD.search(text[start : match.start()])
        if word and read_title(f"{word.group()}. A") is not None:
            continue
        yield start, match.start() + 1
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
