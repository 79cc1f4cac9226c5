"""Agreement that stands behind the words agreed: "…, this was agreed", "All agreed.", "The minutes were approved"."""

import re
from typing import Final

_ALL = (
    r"(?:\s(?:by|with)\s(?:all|everyone|the)(?:\s(?!that|to)\w+){0,4}"
    r"|\sunanimously|\sin\sprinciple|\sby\s(?:a\s)?majority)?"
)
_DONE = r"(?:agreed|approved|accepted|carried|adopted|passed|endorsed|supported|confirmed)"

ALONE: Final = re.compile(
    rf"""[\s*_(–—-]*(?:
      (?:this|it|which|these|the\s(?:request|proposal|suggestion|recommendation|offer|report|amendments?|amount|quotation|quote))\s(?:was|were|is)\s(?:\w+ly\s|all\s|then\s|also\s){{0,2}}{_DONE}{_ALL}
    | (?:all\s(?:members\s|councillors\s|present\s)?|unanimously\s|members\s|councillors\s|everyone\s
        |the\s(?:council|committee|board|members|councillors|meeting)\s(?:unanimously\s|all\s)?)?agreed(?:\sto\s(?:this|that|it|do\sso))?{_ALL}
    | (?:everyone|all|all\smembers|members|the\s(?:council|committee|board))\s(?:was|were)\sin\s(?:full\s)?agreement
    )[\s.*_)]*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence that agrees to the one before it."""

BEHIND: Final = re.compile(
    rf"""(?:[,;]|\s[–—-]|\s(?=and\sthis\s))\s*(?P<printed>(?:and\s)?(?:this|it|which)\s(?:was|were)\s(?:\w+ly\s|all\s|then\s|also\s|duly\s){{0,2}}{_DONE}{_ALL}
      |(?:everyone|all|all\smembers|members)\s(?:was|were)\sin\s(?:full\s)?agreement
      |(?:all\s(?:the\s)?(?:councillors|members|present)\s|(?:and\s)?the\s(?:parish\s|town\s)?council\s|members\s|councillors\s|all\s|unanimously\s)?agreed(?:\sunanimously|\sto\sthis(?:\s\w+)?)?)
    (?=[\s.,)*_]*$|,\s)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Agreement that ends its own sentence, or goes on behind a comma."""

NOT_BEHIND: Final = re.compile(
    r"\s[–—*-]\s*(?P<printed>not\s(?:agreed|approved|accepted|supported))[\s.*_)]*$", re.IGNORECASE
)
"""A request that was refused in as many words."""

_THINGS = (
    r"(?:minutes|notes|accounts?|reports?|payments?|budget|precept|cheques?|invoices?|expenditure|statements?"
    r"|polic(?:y|ies)|standing\sorders|regulations|assessment|application|quot(?:e|ation)s?|agenda|calendar|list|grant"
    r"|donation)"
)
_MOVED = r"(?P<words>(?:to|that)\s[^;]{3,300}?)\s(?P<printed>(?:was\s)?(?:duly\s|then\s|unanimously\s)?"
_BEHIND = r"(?=\s*(?:unanimously|[,(]|by\b|with\b|on\sa\b|\d+\s?[-–]\s?\d+|[\s.*_]*$))"
STATED: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE | re.VERBOSE), example)
    for name, pattern, example in (
        (
            "a motion to do it passed",
            rf"(?:an?\s|the\s)?(?:motion|proposal(?=\sto\b.*\s(?:passed|carried)\b))\s{_MOVED}(?:passed|carried|approved)){_BEHIND}",
            "A motion to mend the gate passed unanimously.",
        ),
        (
            "an amendment by somebody failed",
            (
                rf"(?:an?\s|the\s)?(?:motion|amendment|proposal)\s(?:by|from|of)\s(?:[\w.'’-]+\s){{1,5}}?{_MOVED}"
                rf"(?:passed|carried|approved|lost|defeated|rejected|withdrawn|not\s(?:carried|seconded|approved))){_BEHIND}"
            ),
            "An amendment by Cllr Ash to remove the gate was not seconded.",
        ),
        (
            "the minutes were approved",
            rf"""(?:[\w’'().,/&£:+-]{{1,40}}\s){{0,24}}?{_THINGS}\b[^;]{{0,240}}?\b(?P<printed>(?:was|were)\s(?:then\s|all\s|also\s|read\sand\s|completed\sand\s|presented\sand\s|duly\s|unanimously\s|circulated\sand\s|noted\sand\s|read,?\s|considered\sand\s){{0,2}}(?:agreed|approved|accepted|adopted|confirmed|authorised|signed)\b)""",
            "The minutes of the last meeting were approved.",
        ),
        (
            "it was agreed, said of a thing",
            r"(?:(?!\b(?:that|which|who|if|when|had|has|have|been|application|planning|grant|it|this|noted|reported|not|by)\b)[^.;,]){8,160}?\b(?P<printed>(?:was|were)\s(?:\w+ly\s)?(?:agreed|ratified|approved|accepted))[\s.*_]*$",
            "A proposal to hold a concert in the park was agreed.",
        ),
        (
            "moved as correct",
            r"(?:these|they|the\sminutes[^;]{0,120}|it)\s(?P<printed>(?:was|were)\s(?:moved|proposed|taken|agreed|accepted|approved)\sas\s(?:a\s)?(?:correct|true|accurate|read))\b",
            "These were moved as correct by Ann Ash and Tom Elm.",
        ),
        (
            "the proposal for it was carried",
            r"the\s(?:proposal|motion|request|recommendation)\s(?:for|that|to)\s[^;]{2,120}?\s(?P<printed>(?:was|were)\s(?:then\s|duly\s|unanimously\s)?(?:carried|agreed|approved|accepted))\b",
            "The proposal for £200 was carried.",
        ),
        (
            "minutes approved, in brief",
            r"(?:the\s)?(?:minutes|notes|accounts)\b[^.;:,]{0,80}?\s(?P<printed>(?:agreed|approved|accepted|adopted|confirmed))(?=[\s.*_]*$|\s(?:as|and\ssigned|by|unanimously)\b|\s\()",
            "Minutes approved as a true record.",
        ),
        (
            "this item was deferred",
            r"(?:this|the)\s(?:item|matter|report|motion|application|subject|agenda\sitem)\s(?P<printed>(?:was|be|is\sto\sbe)\s(?:then\s|therefore\s)?(?:deferred|adjourned|postponed|held\sover))\b",
            "This item was deferred until June.",
        ),
    )
)
"""Sentences that state what was done; all of the sentence is the decision: (name, pattern, example)."""

ASKED: Final = re.compile(
    r"""\b(?:(?:requested|suggested|proposed|recommended|asked|moved|felt|as)\s(?=that\b)|requested\s(?=this\b|the\b)|(?<![\w,])(?:a\s)?motion\s(?=(?:to|that)\b)|\b(?:recommendations?|proposal|motion)\s?:\s)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What introduces the words agreed in a sentence: "Cllr Ash requested that …"."""

NOT_STATED: Final = re.compile(
    r"[^.;]{0,80}:\s*$|\s(?:at|in)\s(?:the|a|our|its)\s(?:\w+\s){0,4}meeting\b|\sby\s(?:the\s)?(?:borough|district|county|city|planning)\b",
    re.IGNORECASE,
)
"""What behind such words says that another meeting or body did it, or that it is still to be told."""

TELLS: Final = re.compile(
    r"\b(?:noted|reported|advised|informed|explained|stated|said|thanked|welcomed|attended)\b", re.IGNORECASE
)
"""A sentence that tells, and that nobody moves."""
