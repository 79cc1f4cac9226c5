"""What kind of page a document is, by the lines that a council's site sets on each: it decides what may stand there."""

import re
from collections.abc import Sequence

from store.model import PageKind
from store.parse.attendance.extent import begins_attendance
from store.parse.decisions.prose import is_ended, is_prose
from store.parse.page.lines import Line
from store.parse.page.sections import is_section
from store.text.dates import find_dates

_DAY = r"\d{1,2}/\d{1,2}/\d{4}"
# What heads each meeting in the history of an issue: "Meeting: 13/02/2019 - Council (Item 17)".
ISSUE_MEETING = re.compile(
    rf"meeting:\s*{_DAY}\s[-–]\s(?P<body>.{{3,100}}?)(?:\s\(Item\s(?P<number>[^()]{{1,8}})\))?$", re.IGNORECASE
)
# What heads each record in a list of decisions: "16/02/2022 - Planning Pilot ref: 311    Recommendations Approved".
DECISION_HEAD = re.compile(
    rf"{_DAY}\s[-–]\s(?P<title>\S.{{2,250}}?)(?:\s+ref:\s*(?P<reference>\w{{1,12}})(?:\s.{{0,60}})?)?$", re.IGNORECASE
)
_ONE_ITEM = re.compile(r"(?:agenda\sitem|eitem\sar\sgyfer\sy\srhaglen)(?:\sdetails)?", re.IGNORECASE)
_DETAILS = re.compile(r"decision\sdetails|manylion\s(?:y\s)?penderfyniad", re.IGNORECASE)
_DECISION_TITLE = re.compile(
    r"""decision\sdetails|manylion\s(?:y\s)?penderfyniad
    |(?:(?:record|notice)\sof\s(?:an?\s)?)?(?:(?:officer|executive|delegated|cabinet|member|portfolio|holder|mayoral|individual|key|urgent|leader|non)[\s-]){0,4}
      decisions?(?:\s(?:made|taken)\b.{0,60}|\s(?:record|notice|sheet|form))?(?:\s(?:by|of)\s.{3,60})?""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands over or before the title of a record: "Decision title: …", "Subject: …".
RECORD_TITLE = re.compile(
    r"(?:(?:decision|report)\s)?title(?:\sof\s(?:the\s)?(?:report|decision))?\s*:?(?=\s|$)|(?:subject(?:\smatter)?|issue|topic)\s*:"
    r"|subject(?:\smatter)?(?:\sof\s(?:the\s)?decision)?$",
    re.IGNORECASE,
)
_DECISIONS_TITLE = re.compile(r"(?:issue\s-\sdecisions|decisions\spublished)", re.IGNORECASE)
_RECORD_LABEL = re.compile(
    r"""(?:decision\s(?:maker|status|due\sdate|published|number|no\.?|reference|ref\.?|type)|(?:decision\s)?(?:taken|made)\sby(?:\sofficer)?
    |date\s(?:of\spublication|(?:the\s)?decision\s(?:was\s)?(?:made|taken)|published|of\smeeting)|(?:published|publication)(?:\sdate)?|directorate|service\sarea|portfolio
    |(?:contact|responsible|authori[sz]ing)\sofficer|interests?\sdeclared|call-in\speriod.{0,20}|comes?\sinto\s(?:force|effect).{0,20}|implementation\sdate
    |is\s(?:the\sdecision\s)?(?:a\s)?key\sdecision\??|is\ssubject\sto\scall[\s-]in\??
    |report\sauthor|publication\sdate|date\sof\sdecision|decided\sat\smeeting|made\sat\smeeting|effective\sfrom|notice\sof\sproposed\sdecision.{0,40}
    |accompanying\sdocuments|lead\sofficer|wards?\saffected|call-in\sdeadline\sdate|reason\skey|contact|date\sof\snotice.{0,30})\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_THE_ITEM = re.compile(r"(?:supporting|accompanying|background)\sdocuments?:?|dogfennau\sategol:?", re.IGNORECASE)
_HEADS_MEETING = re.compile(
    r"""(?:agendas?|minutes|rhaglen|cofnodion)\b(?:[\s,&]|and|draft|minutes|decisions|a|chofnodion|reports)*|venue\s?:.*|present\b.*|date:.*
    |lleoliad\s?:.*|.*\bmeeting\sof\b.*""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_LABELS = 2
_MINUTES_ALONE = re.compile(r"minutes|cofnodion", re.IGNORECASE)  # an item's title as often
_TITLE = 100  # characters
_MENU = 60  # lines of a site that may stand above what a page holds
_FIRST = 3  # lines among which a list of decisions begins that has lost its heading
_LOOKED_AT = 12  # lines of a page's beginning


def page_kind(lines: Sequence[Line], listed_from: int | None) -> PageKind:
    """The kind of page that `lines` make; minutes, where nothing says otherwise.

    `listed_from` is where a page begins its list of items, None where it has none. Whether minutes are an agenda only
    depends on what stands under the items, and is not told here.
    """
    first = [line.text for line in lines[:_LOOKED_AT]]
    if any(ISSUE_MEETING.match(line.text) for line in lines):
        return PageKind.ISSUE
    if any(_DECISIONS_TITLE.fullmatch(text) for text in first) and any(
        DECISION_HEAD.match(line.text) for line in lines
    ):
        return PageKind.DECISIONS
    if listed_from is not None:
        return PageKind.MINUTES
    if any(DECISION_HEAD.match(text) for text in first[:_FIRST]):
        return PageKind.DECISIONS
    labels = sum(is_record_label(line) for line in lines)
    heads = _DECISION_TITLE if any(RECORD_TITLE.match(text) for text in first) else _DETAILS
    if labels >= _FEWEST_LABELS or (labels and any(heads.fullmatch(text) for text in first)):
        return PageKind.DECISION
    if any(_ONE_ITEM.fullmatch(line.text) for line in lines[:_MENU]) or _is_one_item(lines):
        return PageKind.ITEM
    return PageKind.MINUTES


def may_be_one_item(lines: Sequence[Line]) -> bool:
    """Whether a page on which no items are set apart may be one item that nothing else says is one.

    It has no heading of a meeting, no day there and no list of who came, and begins with a title.
    """
    first = lines[:_LOOKED_AT]
    heads = any(_HEADS_MEETING.fullmatch(line.text) for line in first)
    dated = any(begins_attendance(line) or next(find_dates(line.text), None) for line in first[:_FIRST])
    titled = (
        bool(first) and first[0].text[:1].isupper() and not is_prose(first[0].text) and len(first[0].text) <= _TITLE
    )
    told = len(lines) == 1 or any(not is_section(line) for line in lines[1:])
    return titled and told and not heads and not dated and not any(map(begins_attendance, lines))


def is_record_label(line: Line) -> bool:
    """Whether a line is one of the labels that a decision's record has ("Decision Maker: Cabinet")."""
    return bool(_RECORD_LABEL.match(line.text))


def heads_one_item(line: Line) -> bool:
    """Whether the line says that one item of an agenda follows."""
    return bool(_ONE_ITEM.fullmatch(line.text))


def heads_decision(line: Line) -> bool:
    """Whether the line says that one decision follows."""
    return bool(_DECISION_TITLE.fullmatch(line.text))


def is_after_the_item(line: Line) -> bool:
    """Whether the line heads the documents that a page lists after its item."""
    return bool(_AFTER_THE_ITEM.fullmatch(line.text))


def _is_one_item(lines: Sequence[Line]) -> bool:
    """Whether a page that does not say so is one item: "Supporting documents:" ends it, or it has one "Minutes:"."""
    first = [line for line in lines[:_LOOKED_AT] if not is_section(line)]
    if any(_HEADS_MEETING.fullmatch(line.text) and not _MINUTES_ALONE.fullmatch(line.text) for line in first):
        return False
    if any(is_after_the_item(line) for line in lines):
        return True
    if any(begins_attendance(line) or _tells_day(line.text) for line in first):
        return False
    sections = [index for index, line in enumerate(lines) if is_section(line)]
    return len(sections) == 1 and sections[0] > 0 and len(lines) > sections[0] + 1


def _tells_day(text: str) -> bool:
    """Whether a line names a day as headings do, and not in a sentence or a summons."""
    return not is_ended(text) and not text.startswith("To ") and next(find_dates(text), None) is not None
