"""What a clause does: the verbs of its decision, as the outcomes that minutes are filed under."""

import re

# Outcome -> participle ("be noted"), verb ("the Committee note", "to note"); None where only the one is used.
_FORMS = {
    "noted": (r"noted", r"notes?"),
    "received": (r"received", None),
    "approved": (r"approved|granted|permitted|adopted", r"approves?|grants?|adopts?"),
    "agreed": (r"agreed|accepted", r"agrees?|accepts?"),
    "supported": (r"supported|endorsed|welcomed", r"supports?|endorses?|welcomes?"),
    "confirmed": (
        r"confirmed|(?:taken|approved|signed|accepted) as an? (?:correct|accurate|true) record",
        None,
    ),
    "deferred": (r"deferred|adjourned|postponed", r"defers?"),
    "referred": (r"referred", r"refers?"),
    "recommended": (r"recommended", r"recommends?"),
    "refused": (r"refused|rejected|dismissed", r"refuses?|rejects?"),
    "delegated": (r"delegated", r"delegates?"),
    "authorised": (r"authorised|authorized|instructed", r"authorises?|instructs?"),
    "appointed": (r"appointed|elected|nominated", r"appoints?|elects?|nominates?"),
    "requested": (r"requested|asked|invited", r"requests?|asks?|invites?"),
    "reported": (r"reported|submitted|provided|presented|circulated", None),
    "recorded": (r"recorded", r"records?"),
}
_BODY = r"(?:committee|council|panel|board|cabinet|group|sub-committee|authority|executive|members|working party)"
_PASSIVE = r"(?:\b(?:be|been|being|is|are|was|were)\s+(?:\w+\s+){0,3}?(?:\w+ed,?\s+(?:and\s+)?){0,2}|\band\s+|^)"
_ACTIVE = rf"(?:\b{_BODY}\s+(?:\w+\s+and\s+)?|^(?:that\s+|to\s+)?|\bto\s+)"
_PATTERNS = {
    outcome: re.compile(
        rf"{_PASSIVE}(?<!\bas )(?:{participle})\b" + (rf"|{_ACTIVE}(?:{verb})\b" if verb else ""), re.IGNORECASE
    )
    for outcome, (participle, verb) in _FORMS.items()
}

_NAME = r"[A-Z][\w'’&-]*"
_TO = (
    r"(?:\s+(?:back|up|on|it|them))?\s+to\s+"
    rf"(?P<target>(?:the\s+)?{_NAME}(?:\s+(?:{_NAME}|of|and|the|for(?=\s+[A-Z])|&)){{0,12}})"
)
_UNTIL = r"\s+(?:until|till)\s+(?P<target>[^,.;:()]{3,100})"
_TARGETS = {
    "referred": re.compile(rf"\b[Rr]efer(?:red|s)?{_TO}"),
    "recommended": re.compile(rf"\b[Rr]ecommend(?:ed|s)?{_TO}"),
    "delegated": re.compile(rf"\b[Dd]elegate(?:d|s)?{_TO}"),
    "deferred": re.compile(rf"\b(?:[Dd]efer(?:red|s)?|[Aa]djourned|[Pp]ostponed)\b[^.;]{{0,60}}?{_UNTIL}"),
}
_JOINING = re.compile(r"(?<!\s)(?:\s+(?:of|and|the|for|&))+$")


# Parts of a clause that each decide something.
_PARTS = re.compile(r"[.;]\s+|,?(?<!\s)\s+and\s+(?=that\b|to\b)")
# What a part says behind these is when, on what condition or by whom something may be done, and is not done here.
_CONDITION = re.compile(
    r"\b(?:until|till|when|once|after|before|if|unless|pending|subject\sto|so\sthat|in\sorder\s(?:to|that)|provided|which|who|whose)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:delegat|authori|instruct|request|ask|invit|empower|power|permission|mandat)\w*\b[^.;]{0,160}?(?=\bto\s+\w)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:be|been|was|were|is|are)\s+not\s+(?:\w+ly\s+)?(?:accepted|agreed|approved|supported|adopted|granted|carried)\b",
    re.IGNORECASE,
)


def _decided(text: str) -> str:
    """The words of a clause that say what is decided, without their conditions and what others are asked to do."""
    return " ; ".join(_main(part) for part in _PARTS.split(text))


_ASIDE = re.compile(r",\s(?:which|who|whose|if|when|subject|as|unless)\b[^,.;]{1,120},", re.IGNORECASE)


def _main(part: str) -> str:
    part = _ASIDE.sub("", part)
    condition = _CONDITION.search(part)
    part = part[: condition.start()] if condition and condition.start() else part
    may = _MAY.search(part)
    return part[: may.end()] if may else part


def read_outcomes(text: str, announced: str | None = None) -> tuple[str, ...]:
    """The outcomes in the words of a clause ("noted", "approved", …), in the order of the words; often one.

    `announced` is the one that the marker before the words says.
    """
    text = _decided(text)
    found = [(match.end(), outcome) for outcome, pattern in _PATTERNS.items() if (match := pattern.search(text))]
    if refused := _NOT.search(text):
        found = [one for one in found if not refused.start() <= one[0] <= refused.end() and one[1] != "refused"]
        found.append((refused.end(), "refused"))
    told = tuple(outcome for _, outcome in sorted(found) if outcome != announced)
    return (announced, *told) if announced else told


def read_targets(text: str) -> tuple[tuple[str, str], ...]:
    """To whom a clause refers, recommends or delegates, and until when it defers: (outcome, words) where it says."""
    found = ((outcome, pattern.search(text)) for outcome, pattern in _TARGETS.items())
    return tuple((outcome, _JOINING.sub("", match["target"]).strip()) for outcome, match in found if match)
