"""Lists of what a body did: "The Committee:-" over "(a) noted the report; and" and "(b) agreed to go on."."""

import re
from collections.abc import Sequence
from typing import Final

from store.text.labels import ListNumbering, read_label

_BODY = (
    r"(?:sub-?\s?committee|committee|council|board|cabinet|panel|forum|group|executive|assembly|authority|trustees|governors"
    r"|members|directors|commission|court)"
)
LEAD: Final = re.compile(
    rf"(?:decisions?\s?:?\s)?(?:(?:having\s[^.;:]{{3,120}}|after\s[^.;:]{{3,80}}),\s)?(?:the\s)?(?:\w+\s){{0,4}}?{_BODY}(?:,\s[^.;:]{{3,120}})?"
    rf"(?:\s(?:unanimously|thereafter|then|accordingly|also))?\s*[,:–—-]{{0,3}}",
    re.IGNORECASE,
)
"""“The Committee:-”: who did what is listed below."""

_DID = re.compile(
    r"(?:also\s|further\s|unanimously\s|formally\s)?(?:noted|agreed|approved|resolved|recommended|endorsed|adopted|accepted|authoris?z?ed"
    r"|appointed|confirmed|delegated|instructed|requested|welcomed|received|deferred|granted|refused|homologated|remitted"
    r"|ratified|supported|considered|declined|rejected|decided|determined|invited|referred)\b",
    re.IGNORECASE,
)


def leads_list(text: str, raw_below: str) -> bool:
    """Whether a paragraph stands over a list of what a body did, whose first entry is `raw_below`."""
    return bool(LEAD.fullmatch(text)) and _is_first(raw_below)


def listed(texts: Sequence[str], raws: Sequence[str]) -> set[int]:
    """The places of the entries of such lists, among the paragraphs with these texts."""
    places: set[int] = set()
    for index, text in enumerate(texts[:-1]):
        if not leads_list(text, raws[index + 1]):
            continue
        numbering, value = _numbering(raws[index + 1]), 0
        for at in range(index + 1, len(raws)):
            label = read_label(raws[at])
            following = numbering.follows(label, value) if numbering and label else None
            if following is None:
                break
            places.add(at)
            value = following
    return places


def _numbering(raw: str) -> ListNumbering | None:
    label = read_label(raw)
    return ListNumbering.begun_by(label) if label else None


def _is_first(raw: str) -> bool:
    label, numbering = read_label(raw), _numbering(raw)
    return (
        label is not None
        and numbering is not None
        and numbering.value(label) == 1
        and bool(_DID.match(raw, label.end + len(raw[label.end :]) - len(raw[label.end :].lstrip())))
    )
