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


def read_outcomes(text: str, announced: str | None = None) -> tuple[str, ...]:
    """The outcomes in the words of a clause ("noted", "approved", …), in the order of the words; often one.

    `announced` is the one that the marker before the words says.
    """
    found = [(match.end(), outcome) for outcome, pattern in _PATTERNS.items() if (match := pattern.search(text))]
    told = tuple(outcome for _, outcome in sorted(found) if outcome != announced)
    return (announced, *told) if announced else told
