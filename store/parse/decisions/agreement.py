"""Sentences that decide without a marker: "it was agreed to …", "Members decided that …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DECIDED = r"(?:agreed?|decided|resolved|voted|determined)"
_ADVERB = r"(?:(?:\w{3,12}ly|also|further|then|therefore|thus|again|all|both|now|a|next|duly|hereby)\s+)"
_BODY = (
    r"(?:(?:sub-?\s?committee|committee|council|board|cabinet|panel|forum|group|governing\sbody|executive|assembly|authority"
    r"|trust|association|meeting|pc|cc|court|working\sparty|directorate|membership))"
)
_PEOPLE = (
    r"(?:(?:council\s|committee\s|board\s)?members|councillors|cllrs|commissioners?|directors|trustees|governors"
    r"|members\spresent|those\spresent|all\spresent|everyone(?:\spresent)?|everybody|the\smajority|a\smajority|we|all)"
)
_OWN = r"(?:(?:parish|town|community|full|whole|joint|shadow|local|schools?|general|special)\s)"
_SUBJECT = (
    rf"(?:(?:the|this|all|our|and|both)\s){{0,2}}"
    rf"(?:{_OWN}{{0,2}}{_BODY}|(?:all\s(?:the\s)?|the\s)?{_OWN}{{0,2}}{_PEOPLE}(?:\spresent)?)"
)
_HOW = rf"""(?:,?\s+(?:\(?unanimously\)?|in\sprinciple|in\sprincipal|overwhelmingly|nem\.?\s?con\.?
    |by\s(?:those\spresent|all(?:\s(?:of\s)?(?:the\s)?(?:present|members|councillors|those\spresent|parties))?(?:\spresent)?
        |(?:the|a|an)?\s?(?:large\s|clear\s|unanimous\s|majority\s|show\sof\s|general\s){{0,2}}(?:majority|consensus|vote|hands|assent)
        |the\s(?:{_OWN}?{_BODY}|{_PEOPLE})(?:\spresent)?|e-?mail|(?:\d+|{{COUNT}})\s(?:votes?\s)?(?:to|for|in\sfavour)[^,;]{{0,40}}?(?=\s(?:that|to|not)\b))
    |with\s(?:one|two|three|\d+)\s(?:abstentions?|against)|(?:\(?\d+\s?[-–:]\s?\d+\)?)|following\sa\svote|on\sa\sshow\sof\shands)
    |,\s(?:after|following)\s[^,.;]{{3,40}},)""".replace(
    "{COUNT}", "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)


# "All voted aye" tells of a vote, and not what was voted.
_NOT_CAST = r"""(?!\s(?:ayes?|yes|yea|nay|no|against|for\s(?:the|it|this)
    |in\sfavou?r(?!\sof\s(?!(?:the|this)\s(?:motion|proposal|amendment|resolution)\b)))\b)"""


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """A form of words that decides: what it is called, its pattern, and a sentence that it is in.

    The pattern ends where the words decided begin; `printed` is the marker in it, `verb` what was done.
    """

    name: str
    pattern: re.Pattern[str]
    example: str


def _form(name: str, pattern: str, example: str) -> AgreementForm:
    return AgreementForm(name, re.compile(pattern, re.IGNORECASE | re.VERBOSE), example)


_FIRST: Final = (
    rf"""(?:(?:proposed|suggested|discussed|moved|considered|recommended|seconded)\s(?:and|a|but)\s{_ADVERB}*)"""
)

FORMS: Final = (
    _form(
        "it was not agreed",
        r"""(?<![\w'’])(?P<printed>it\s(?:was|has\sbeen)\s(?P<verb>not\s(?:agreed|resolved|decided|carried)))(?=\s(?:that|to)\b)""",
        "It was not agreed that the gate be mended.",
    ),
    _form(
        "it was agreed",
        rf"""(?<![\w'’])(?P<printed>(?:it|is)\s+(?:was|has\sbeen|were)\s+{_ADVERB}{{0,3}}{_FIRST}?
            (?P<verb>{_DECIDED}|carried|recommended(?=\s(?:that|to|for)\b)){_HOW}{{0,3}}(?:\sfurther)?)(?![\w-])""",
        "It was also unanimously agreed that the gate be mended.",
    ),
    _form(
        "members agreed",
        rf"""(?<![\w'’-])(?<!['’]\s)(?P<printed>{_SUBJECT}\s+{_ADVERB}{{0,3}}(?:(?:discussed|considered|debated|noted|was|were)\s[^.;]{{0,80}}?\sand\s{_ADVERB}{{0,2}})?
            (?P<verb>agreed|decided|resolved|voted{_NOT_CAST}|determined|(?:accepted|approved|authoris?z?ed|elected|appointed|adopted|supported|ratified|endorsed)(?=,?\s)){_HOW}{{0,3}})(?![\w-])""",
        "After a long talk the Parish Council agreed to mend the gate.",
    ),
    AgreementForm(
        "the LCDC agreed",
        re.compile(
            rf"(?<![\w'’-])(?P<printed>[Tt]he\s[A-Z]{{2,6}}\s+(?i:{_ADVERB}){{0,2}}(?P<verb>{_DECIDED}))(?=\s+(?:to|that|not)\b)",
            re.VERBOSE,
        ),
        "The LCDC agreed to mend the gate.",
    ),
    _form(
        "members were in agreement",
        rf"""(?<![\w'’-])(?P<printed>{_SUBJECT}\s(?:was|were)\s(?:all\s)?in\s(?:full\s|general\s)?(?P<verb>agreement))(?=\s(?:that|to|for)\b)""",
        "The Councillors were in agreement for him to mend the gate.",
    ),
    _form(
        "was discussed and agreed",
        r"""(?<!\w)(?:was|were)\s(?:\w+\s){0,2}(?:discussed|considered|debated|read)\s(?:[^.;]{0,60}\s)?and\s(?P<printed>(?P<verb>resolved|agreed|decided))(?=\s(?:to|that)\b)""",
        "The price was discussed and resolved to mend the gate.",
    ),
    _form(
        "agreed to",
        rf"""(?:^|(?<=[.!?]\s)|(?<=[-–—:;,*]\s)|(?<=\sbut\s)|(?<=^[a-z0-9][).]\s))\s*(?P<printed>(?:all\s|unanimously\s|generally\s)?(?P<verb>agreed|resolved|decided|voted{_NOT_CAST})
            {_HOW}{{0,2}})(?=\s+(?:that|to|not\sto|the|this|as\san?\s(?:true|correct|accurate|fair))\b|\s£)""",
        "Grass cutting: agreed to ask for three prices.",
    ),
    _form(
        "a decision was made",
        r"""(?<!\w)(?P<printed>(?:(?:a|the)\s)?(?P<verb>decision|agreement|consensus)\s(?:was|has\sbeen)\s(?:made|taken|reached))(?=\s(?:that|to|not)\b)""",
        "After a long talk a decision was made to mend the gate.",
    ),
    _form(
        "there was agreement",
        rf"""(?<!\w)(?P<printed>(?:there|it)\swas\s(?:(?:a|the)\s)?(?:general|unanimous|full|broad)?\s?(?P<verb>agreement|consensus)
            (?:\s(?:of|among)\s{_SUBJECT})?)(?=\s(?:that|to)\b)""",
        "There was general agreement that the gate should be mended.",
    ),
    _form(
        "the vote was",
        r"""(?<!\w)(?P<printed>(?P<verb>the\svote)\swas\s[^.;]{3,60}?)(?=\sto\s(?!\d))""",
        "The vote was 5 yes and one abstain to mend the gate.",
    ),
    _form(
        "moved, seconded, approved",
        r"""(?<![\w/])(?P<printed>(?:it\swas\s(?:also\s)?)?(?P<verb>M/S/(?:A|C|P|unanimous\sapproval)\b:?(?:\s[\w.'’-]{2,20}\s?(?:[/,&]|\sand\s)\s?[\w.'’-]{2,20}(?=,?\s(?:to|that)\b))?|MS[ACP]\b(?=:?\s(?:to|that)\b)):?)(?=,?\s)""",
        "M/S/A to mend the gate.",
    ),
    _form(
        "Welsh",
        r"""(?<!\w)(?P<printed>(?P<verb>[cg]ytunwyd|[pb]enderfynwyd|(?:penderfynodd|cytunodd)\sy(?:r)?\s(?:cyngor|pwyllgor|cynghorwyr|aelodau)|g?ymeradwywyd|cymeradwywyd)(?:\s(?:yn\sunfrydol|hefyd))?)(?=\s)""",
        "Cytunwyd i drwsio'r giât.",
    ),
    _form(
        "Irish",
        r"""(?<!\w)(?P<printed>(?P<verb>aontaíodh|comhaontaíodh|socraíodh|rún\sa\sritheadh)(?:\sd'aon\sghuth)?)(?=\s)""",
        "Aontaíodh an geata a dheisiú.",
    ),
)
"""The forms by which a sentence decides; of two at one place the first is it."""

_HINT = re.compile(
    r"agree|decid|resol|voted?\b|carried|approv|accept|authori|elect|appoint|adopt|support|determin|recommend|decision|consensus|M/S|MS[ACP]\b|wyd\b|aíodh|rún",
    re.IGNORECASE,
)
# Before the words: they are told of, and not done.
_TOLD = re.compile(
    r"\b(?:that|which|as|if|when|where|what|whether|because|until|once|since|unless|who|had|said|although|though|before|why|how)[\s,]+$",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(
    r"""\b(?:at|in|on|during|since)\s(?:its|their|the|a|our|an)\s(?:(?:previous|last|earlier|\w+)\s){0,3}(?:meeting|agm)\b[^.;]{0,40}$
    |\b(?:in|during|since)\s(?:\w+\s)?(?:19|20)\d\d,?\s*$|\b(?:last|previous)\s(?:year|month|week|time),?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# What was thought, and not decided: "agreed that it was a pity", and nothing in the sentence is to be done.
_THOUGHT = re.compile(
    r"""[\s,]*(?:that\s)?(?:it|this|that|there|they|these)\s(?:was|were|is|are|had|has)\b
    (?!(?:[^.;]{0,160})\b(?:should|would|will|be|must|shall|could|can|may|might|accepted|approved|appointed|elected|adopted
        |and\sagreed\s(?:to|that))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_THOUGHT_SO = frozenset(["agreed", "agree"])
_ANOTHER_COUNCIL = re.compile(r"\b(?:borough|district|county)\s$", re.IGNORECASE)
# Behind the words: of another meeting or body, or nothing decided at all.
_ELSEWHERE = re.compile(
    r"""\s+(?:(?:at|in|by|during)\s(?:the|our|its|their|a)\s(?:(?:last|previous|earlier)\b|(?:\w+\s){0,3}(?:meeting|agm)\b(?!\s+to\b)|(?:borough|district|county|city|planning|highways?)\b)
    |with\b|by\sthe\s|by\s[A-Z](?!\w*\smajority)|between\b|as\b(?!\s(?:follows|an?\s(?:true|correct|accurate|fair))\b)|at\sthe\s|in\s\d{4}\b|last\b|on\s\d|and\b|or\b|,?\sbut\b|to\sthis\s(?:resolution|proposal|motion|request|suggestion)\b
        |(?:strateg|polic|plan|procedure|protocol|budget|terms|position|date)\w*[\s.,;])""",
    re.VERBOSE,
)
_GONE_ON = re.compile(
    r"\s*,\s(?!(?:that|to|unanimously|by|subject|(?:up)?on\s(?:the|a|motion))\b)", re.IGNORECASE
)  # it agreed to what stands before
_CHOSEN = re.compile(r"elected|appointed", re.IGNORECASE)
_EMPTY = re.compile(r"[\s.,;:–—-]*$")  # "that" and "to" alone are broken off


@dataclass(frozen=True, slots=True)
class Agreement:
    """A marker in a sentence: where it stands, as printed, and where the words decided begin."""

    name: str
    start: int
    end: int
    printed: str
    verb: str


def agreements(raw: str, start: int, end: int) -> Iterator[Agreement]:
    """The forms of `FORMS` in the sentence from `start` to `end` of `raw`, in order, none inside another."""
    if not _HINT.search(raw, start, end):
        return
    found = [
        (match.start("printed"), at, match, form.name)
        for at, form in enumerate(FORMS)
        for match in form.pattern.finditer(raw, start, end)
    ]
    last = start
    for begin, _, match, name in sorted(found, key=lambda one: one[:2]):
        if begin < last or _TOLD.search(raw, max(start, begin - 12), begin):
            continue
        if _ANOTHER_DAY.search(raw, max(start, begin - 80), begin):
            continue
        if _GONE_ON.match(raw, match.end("printed"), end) or _ANOTHER_COUNCIL.search(raw, max(0, begin - 12), begin):
            continue
        if _THOUGHT.match(raw, match.end("printed"), end) and match["verb"].casefold() in _THOUGHT_SO:
            continue
        elsewhere = _ELSEWHERE.match(raw, match.end("printed"), end)
        if (elsewhere and not _CHOSEN.match(match["verb"])) or _EMPTY.match(raw, match.end("printed"), end):
            continue
        last = match.end("printed")
        yield Agreement(name, begin, last, " ".join(match["printed"].split()), match["verb"].casefold())
