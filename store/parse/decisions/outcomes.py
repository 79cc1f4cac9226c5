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
# What a part says behind these is when, on what condition, by whom or whether something may be done, …
_CONDITION = re.compile(
    r"""\b(?:until|till|when|once|after|before|if|unless|pending|subject\sto|so\sthat|in\sorder\s(?:to|that)|provided|which|who|whose
    |whether|neither|minded\sto|that\s(?:had|has|have|was|were|is|are|will|would)
    # … or what is told, asked, recommended or thought by somebody, and is not done here.
    |(?:inform|advis|remind|assur|notif|stat|ask|request|urg|press|argu|suggest|express|explain|report|warn|not|record|recommend|understand
    |understood|tell|told|confirm|convey|repl|writ|wrote|object)(?:e|es|ed|ing|y|ied|ten)?\b(?:\s(?!be\b|been\b|and\b)[\w'’-]{1,30}){0,6}?\sthat
    |(?:recommendation|proposal|motion|suggestion|amendment|request|view|fact|opinion|possibility|claim|statement|opposition|objection)s?\sthat)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MAY = re.compile(
    r"\b(?:delegat|authori|instruct|request|ask|invit|empower|power|permission|mandat|recommend|urg)\w*\b[^.;]{0,160}?(?=\bto\s+\w)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:delegated\s+)?(?:authority|powers?)\s+(?:be|is|was)\s+(?:hereby\s+)?(?:granted|given)\b", re.IGNORECASE
)
_JOINS = frozenset(("so", "in", "provided"))  # words of a condition that "that" ends
# "the decision to approve the lease": what the decision was, and not what is done with it now.
_OF_WHAT = re.compile(
    r"(?<=\s)(?P<what>decision|motion|proposal|recommendation|request|resolution|offer|application|intention)s?\s+to\s+[a-z]+",
    re.IGNORECASE,
)
_WILL_NOT = re.compile(r"\b(?:declin|refus)(?:e|es|ed|ing)\s+to\s+[a-z]+", re.IGNORECASE)
_DOES_NOT = re.compile(
    r"\b(?:(?:do|does|did|will|shall|would)\s+not|no\slonger|not\s+to|to\s+not|never)\s+(?:be\s+)?(?:\w+ly\s+)?[a-z]+",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:be|been|was|were|is|are)\s+not\s+(?:\w+ly\s+)?(?:accepted|agreed|approved|supported|adopted|granted|carried)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:be|been|was|were|is|are)\s+(?:not|no\slonger)\s+(?:\w+ly\s+)?[\w-]+ed\b", re.IGNORECASE)


def _decided(text: str) -> str:
    """The words of a clause that say what is decided, without their conditions and what others are asked to do."""
    return " ; ".join(_main(part) for part in _PARTS.split(text))


_ASIDE = re.compile(r",\s(?:which|who|whose|if|when|subject|as|unless)\b[^,.;]{1,120},", re.IGNORECASE)


def _main(part: str) -> str:
    part = _GIVEN.sub("authority be delegated", _ASIDE.sub("", part))
    part = _OF_WHAT.sub(lambda found: found["what"], part)
    condition = _CONDITION.search(part)
    part = part[: _end_of_main(condition)] if condition and condition.start() else part
    may = _MAY.search(part)
    return part[: may.end()] if may else part


def _end_of_main(condition: re.Match[str]) -> int:
    """Where what is decided ends: the word that reports belongs to it ("be noted that …"), a condition does not."""
    reports = re.match(r"\w+", condition.group())
    ends = condition.group().endswith("that") and reports is not None and reports.group().casefold() not in _JOINS
    return condition.start() + (reports.end() if ends and reports else 0)


def read_outcomes(text: str, announced: str | None = None) -> tuple[str, ...]:
    """The outcomes in the words of a clause ("noted", "approved", …), in the order of the words; often one.

    `announced` is the one that the marker before the words says.
    """
    text = _decided(text)
    found = [(match.end(), outcome) for outcome, pattern in _PATTERNS.items() if (match := pattern.search(text))]
    if undone := _DOES_NOT.search(text) or (None if _NOT.search(text) else _NOT_DONE.search(text)):
        found = [one for one in found if not undone.start() <= one[0] <= undone.end()]
    if refused := _WILL_NOT.search(text) or _NOT.search(text):
        found = [one for one in found if not refused.start() <= one[0] <= refused.end() and one[1] != "refused"]
        found.append((refused.end(), "refused"))
    told = tuple(outcome for _, outcome in sorted(found) if outcome != announced)
    return (announced, *told) if announced else told


def read_targets(text: str) -> tuple[tuple[str, str], ...]:
    """To whom a clause refers, recommends or delegates, and until when it defers: (outcome, words) where it says."""
    found = ((outcome, pattern.search(text)) for outcome, pattern in _TARGETS.items())
    return tuple((outcome, _JOINING.sub("", match["target"]).strip()) for outcome, match in found if match)
