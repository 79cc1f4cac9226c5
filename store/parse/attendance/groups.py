"""The labels over lists of who came: "Present:", "In attendance", "Apologies for absence", "Members of the Board"."""

import re
from dataclasses import dataclass

from store.parse.attendance.names import is_name, read_title
from store.parse.attendance.posts import holds_office, is_post
from store.parse.decisions.prose import has_verb

# (what it says, pattern, example): a label holds one of these; those of `opens` may begin the whole list.
_CAME = r"""present\b(?!ed|ation)|prese\St\b|in\s+attendance|attendance\b|attending\b|attendees?\b|attended\b
    |roll\s?-?call\b|sederunt\b|excused\b|[pb]resennol\b|i\sláthair|láthair\b"""
_AWAY = r"""apo[li]og(?:y|ies)\b|regrets?\b|unable\s+to\s+attend\b|not\s+(?:present|attending|in\s+attendance)\b
    |absent\b|absentees\b|absence\b|ymddiheur\w+|absennol\b|leithscéal\w*"""
_WHO = r"""members?\b|officers?\b|officials?\b|co-?opt\w*|substitut\w+|observers?\b|representatives?\b|guests?\b
    |governors?\b|trustees?\b|directors?\b|commissioners?\b|councill?ors?\b|cllrs?\b|staff\b|advis[eo]rs?\b|visitors?\b
    |invit\w+|clerk\b|public\b|press\b|media\b|chair\w*\b|swyddogion\b|aelodau\b|cathaoir\w*|comhaltaí|baill\b|oifig\w+
    |management\b|speakers?\b|parishioners\b|residents\b|electors\b|quorum\b|aldermen\b"""
_GROUP_WORD = re.compile(rf"\b(?:{_CAME}|{_AWAY}|{_WHO})", re.IGNORECASE | re.VERBOSE)
_OPENS = re.compile(
    rf"""\b(?:{_CAME}|{_AWAY}|in\s+the\s+chair|(?:committee|board|council|panel|forum)\s+members\s*(?=:|$)
    |members(?=:|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_AWAY_WORD = re.compile(rf"\b(?:{_AWAY})", re.IGNORECASE | re.VERBOSE)
# Words that make a label one of something else than people who came.
_NOT_A_GROUP = re.compile(
    r"""\b(?:minutes?(?:\s+(?:taker|secretary))?|presented|interests?|questions?|reports?|papers?|contact|next|previous|agenda|decision|motion|voted?|votes|proposed
    |seconded|correspondence|announcements?|remarks?|participation|expenses|allowances|training|election|appointment|responsib\w+|action|noted?|business|matters?|items?|comments|updates?|forum|session|details?|frontsheet|register|note|venue|date|time|declar\w+
    |against|abst\w+|for)\b(?<!apologies\sfor)(?<!apology\sfor)""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_ABSENCE = re.compile(
    r"\bfor\s+(?:their\s+)?(?:absence|inability\s+to\s+attend|non-?attendance|the\smeeting)\b|\bof\sabsence\b|received(?:\sfrom)?|\baccepted(?:\sfrom)?|\bfrom\b"
    r"|\bfor\s+(?:all|part)\b.{0,40}",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?P<group>(?:Cllrs?\.\s)?[^:.|]{3,90}?)\s{0,3}:\s{0,3}[-–—]{0,2}\s{0,8}")
_JOINTS = re.compile(r"\s{1,3}[-–—/]\s{1,3}|\s{3,8}|\t")
# Labels that a dash or a gap may end, as a colon ends others.
_ALONE = re.compile(
    rf"""\b(?:{_CAME}|{_AWAY})
    |^(?:\w+\s+)?(?:members|officers|officials|councillors|public|guests|visitors|observers|staff)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"\s{0,8}(?:[-–—*•·]\s+|\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[IVX]{1,4}[.)]\s+|\(?(?:[a-z]|[ivx]{2,4})\)\s+)?"
)
# A label that names follow without any sign ("Those attending Mr A Ash", "Apologies Ann Ash and Bo Elm").
_RUNS_INTO_NAMES = re.compile(
    r"""(?:(?:those|all|also|directors|members|councillors|commissioners|officers|governors|trustees|committee|board|parish|town)\s+){0,3}
    (?:present|attending|in\sattendance|attended|apologies(?:\sfor\sabsence)?(?:\s(?:were\s)?(?:received|accepted|given))?(?:\sfrom)?|absent)
    [\s:–-]{1,4}(?=[A-ZÀ-Ý])""",
    re.IGNORECASE | re.VERBOSE,
)
# Labels that need no gap before them to be one.
_BARE = re.compile(
    r"""(?:(?:members|those|also|councillors|committee\smembers|directors|officers|board\smembers)\s)?(?:present|attending)
    |(?:also\s)?in\sattendance|attendees""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = re.compile(r"[,;(/]|\sand\s|\s&\s|\s[–—-]{1,2}\s|\s{3}")
# The beginnings of the words that a label holds one of, in small letters: most lines hold none.
_MAY_BE_GROUP = re.compile(
    r"pres|brese|attend|regret|roll|sederunt|excused|láthair|apo[li]|absen|ymddi|leithsc|memb|offic|opt|substitut|observ|guest"
    r"|govern|trustee|direct|commiss|counci|cllr|staff|advis|visit|invit|clerk|public|media|chair|swyddog|aelod|cathaoir"
    r"|comhal|baill|oifig|manage|speak|parish|resid|elector|quorum|alderm"
)
_SAYS_WHO = re.compile(r"\battended\b|\bpresent\b|were|received", re.IGNORECASE)
_LONGEST = 140  # characters of a line within which a label ends
_MOST_WORDS = 12
_MOST_WORDS_INSIDE = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A label over people: its words, and where the names after it begin in the line (its length when none follow)."""

    group: str
    end: int

    @property
    def opens(self) -> bool:
        """Whether it may begin the list of who came ("Present"), as "Officers" does not."""
        return bool(_OPENS.search(self.group))


def read_label(raw: str, *, alone: bool, inside: bool = False) -> Label | None:
    """The label that a line begins with or is; None where it has none.

    `alone` says that a line of nothing but a label may be one: it stands apart from what is before it; `inside` that it
    stands in a list of who came, where any words before a colon may head people ("An Garda Síochána:").
    """
    head = raw[:_LONGEST]
    if not (inside and ":" in head) and not _MAY_BE_GROUP.search(head.lower()):
        return None
    numbered = _NUMBERED.match(raw)
    start = numbered.end() if numbered else 0
    colon = _COLON.match(raw, start)
    if colon and is_group(colon["group"]):
        return Label(" ".join(colon["group"].split()), colon.end())
    if colon and inside and _heads_people(colon["group"], raw[colon.end() :]):
        return Label(" ".join(colon["group"].split()), colon.end())
    for joint in _JOINTS.finditer(raw, start):
        group = raw[start : joint.start()]
        closed = group.count("(") == group.count(")")  # "Cllr A (Cllr B - substitute)" is no label
        if closed and "," not in group and _ALONE.search(group) and is_group(group):
            return Label(" ".join(group.split()), joint.end())
        break
    run = _RUNS_INTO_NAMES.match(raw, start)
    if run and _is_listed(raw[run.end() :]):
        return Label(" ".join(run.group().strip(" :–-").split()), run.end())
    words = raw[start:].strip(" :-–—.")
    if (
        (alone or _BARE.fullmatch(words))
        and not raw.rstrip().endswith(".")
        and not has_verb(words)
        and is_group(words)
        and ("," not in words or _OPENS.search(words))
    ):
        return Label(" ".join(words.split()), len(raw))
    return None


def is_numbered(raw: str) -> bool:
    """Whether a line begins with a number or a bullet."""
    numbered = _NUMBERED.match(raw)
    return numbered is not None and numbered.end() > 0


def is_group(words: str) -> bool:
    """Whether words are the label of a group of people at a meeting, and nothing else."""
    words = re.sub(r"\([^()]{0,40}\)", "", words).strip(" -–—:")
    if not words or len(words.split()) > _MOST_WORDS or not _GROUP_WORD.search(words):
        return False
    if _NOT_A_GROUP.search(_FOR_ABSENCE.sub("", words)):
        return False
    first = _FIRST.split(words, maxsplit=1)[0].strip(" .")
    titled = read_title(first)
    named = is_name(first) and (titled is not None or not is_post(first))
    if named and ((titled and not titled.shared) or not _GROUP_WORD.search(first)):
        return False
    opens = bool(_OPENS.search(words))
    return not has_verb(_SAYS_WHO.sub("", words)) and (opens or len(words.split()) <= 6)


def _heads_people(words: str, names: str) -> bool:
    """Whether words are the name of a body or sector whose people follow: none of something else, and no post."""
    few = 0 < len(words.split()) <= _MOST_WORDS_INSIDE and words[:1].isupper() and not has_verb(words)
    if not few or _NOT_A_GROUP.search(words) or read_title(words) is not None:
        return False
    return not names.strip() or (_is_listed(names) and not holds_office(words) and not is_name(words))


def tells_of_absence(words: str) -> bool:
    """Whether a label or a sentence is about who did not come."""
    return bool(_AWAY_WORD.search(words))


def _is_listed(names: str) -> bool:
    """Whether words begin with a name, as a list does: up to its first comma, bracket or "and"."""
    first = _FIRST.split(names, maxsplit=1)[0].strip(" .")
    titled = read_title(first)
    return is_name(first, single=bool(titled)) and (titled is not None or not is_post(first))
