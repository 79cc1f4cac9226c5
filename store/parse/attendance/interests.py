"""Declarations of interest: who, of what kind, in what, and what they then did."""

import re
from collections.abc import Iterator

from store.model import Interest
from store.parse.attendance.people import read_people
from store.parse.page.passage import Passage

_DECLARED = re.compile(
    r"""(?P<who>[A-Z].{1,150}?)\s+(?:each\s+)?(?:declared|disclosed|registered)\s+
    (?:an?\s+|the\s+|their\s+)?(?P<nature>[\w\s,/-]{0,80}?)\s*\binterests?\b\s*
    (?P<subject>.*?)
    (?P<conduct>(?:,|;|\.)?\s+(?:and|but)\s+(?:would\s+)?(?:he\s+|she\s+|they\s+)?(?:remain|le(?:ft|ave)|withdr[ae]w|t(?:ook|ake)\s+no\s+part|did\s+not|stay|speak|spoke|abstain).*)?$""",
    re.VERBOSE | re.DOTALL,
)
_NATURE_WORDS = re.compile(r"^(?:and|or)\s+")


def read_interests(words: Passage) -> Iterator[Interest]:
    """The interests that a paragraph declares; none when it declares none."""
    match = _DECLARED.match(words.text) if "interest" in words.text.casefold() else None
    if match is None or match["who"].casefold().startswith(("no ", "there ", "none", "members ")):
        return
    nature = match["nature"].strip(" ,") or None
    subject = match["subject"].strip(" ,.;:") or None
    conduct = re.sub(r"^[\s,;.]*(?:and|but)\s+", "", match["conduct"] or "").strip(" .") or None
    for person in read_people(match["who"], posts=False):
        yield Interest(person.name, nature, subject, conduct, words.span)
