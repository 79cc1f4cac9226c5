"""Labels in a heading: "Venue: Town Hall", "Date   4 June 2019   Time   7 pm", "Decided at meeting: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.parse.page.lines import Line

# (what the value is, pattern of the label, example). "other" is told of something that a heading does not ask for.
LABELS = (
    ("venue", r"venue|location|place(?:\sof\smeeting)?|held\sat|where|lleoliad|man\scyfarfod|ionad", "Venue:"),
    (
        "day",
        r"""(?:meeting\s)?dates?(?:\s(?:of\s(?:the\s)?meeting|held))?(?:\s?(?:/|and|&)\s?times?(?:\sof\smeeting)?)?
        |dyddiad|dáta|day|when""",
        "Date of meeting:",
    ),
    ("time", r"(?:meeting\s|start\s)?times?(?:\sof\smeeting)?|start|amser", "Time:"),
    (
        "chair",
        r"""(?:meeting\s|acting\s)?chair(?:man|person|woman|ing)?|chaired\sby|facilitator|moderator|in\sthe\schair|presiding(?:\sofficer)?|cathaoirleach|cadeirydd""",
        "Chaired by:",
    ),
    ("committee", r"(?:name\sof\s)?(?:committee|body)|meeting\sof|name\sof\smeeting|pwyllgor", "Committee:"),
    ("meeting", r"(?:decided|made|taken)\sat\smeeting|meeting(?=:)", "Decided at meeting:"),
    ("decided", r"date\sof\s(?:the\s)?decision|decision\sdate", "Date of decision:"),
    ("maker", r"decision\s(?:maker|taken\sby|made\sby)|made\sby", "Decision Maker:"),
    (
        "other",
        r"""contact|cyswllt|e-?mail|notes?|link|media|telephone|tel|clerk|clerked\sby|quorum|distribution|purpose|status
        |report\sauthor|publication\sdate|published|decision\s(?:status|published|due\sdate)|effective\sfrom
        |is\s(?:key|subject).{0,30}\?|author|minutes?|minutes\s(?:taken\s)?by|agenda|present|apologies|in\sattendance
        |attendance|call-in.{0,20}|lead\sofficer|subject|reference|ref""",
        "Contact:",
    ),
)
_LABEL = re.compile(
    r"(?:^(?:[-*•·+]\s{1,3})?|(?<=\s{2})|(?<=[\t|]))(?:the\s)?(?:"
    + "|".join(rf"(?P<{what}>{pattern})" for what, pattern, _ in LABELS)
    + r")(?:\s{0,2}:|(?=\s{3})|\s{0,2}\t)\s{0,8}[-–]?\s{0,2}",
    re.IGNORECASE | re.VERBOSE,
)
_INSIDE = re.compile(
    r"(?<=\s)(?:" + "|".join(rf"(?P<{what}>{pattern})" for what, pattern, _ in LABELS) + r")\s{0,2}:\s{0,8}",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value that a heading labels: `what` it is ("venue"), the words."""

    what: str
    value: str


def labelled(lines: Sequence[Line]) -> tuple[list[Labelled], list[Line]]:
    """The values that lines label, in order, and the lines that have no part in it.

    A label alone on its line labels the next line.
    """
    found: list[Labelled] = []
    rest: list[Line] = []
    awaited = ""
    for line in lines:
        values = read_labels(line.words.raw)
        if values:
            found.extend(one for one in values if one.value)
        elif awaited:
            found.append(Labelled(awaited, line.text))
        else:
            rest.append(line)
        awaited = values[-1].what if values and not values[-1].value else ""
    return found, rest


def read_labels(raw: str) -> list[Labelled]:
    """The labelled values of a line that begins with a label, in order; [] for a line that does not."""
    first = _LABEL.match(raw)
    if first is None:
        return []
    marks = [first, *(match for match in (*_LABEL.finditer(raw, first.end()), *_INSIDE.finditer(raw, first.end())))]
    marks = sorted({match.start(): match for match in reversed(marks)}.values(), key=lambda match: match.start())
    ends = [*(match.start() for match in marks[1:]), len(raw)]
    return [
        Labelled(match.lastgroup or "", " ".join(raw[match.end() : end].split()).strip(" |"))
        for match, end in zip(marks, ends, strict=True)
    ]


def is_labelled(line: Line) -> bool:
    """Whether a line begins with the label of something about the meeting."""
    return bool(_LABEL.match(line.words.raw))
