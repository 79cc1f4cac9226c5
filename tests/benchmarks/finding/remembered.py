"""Queries as people remember: other forms of what they read, words run together or cut short, days and sums."""

import datetime as dt
import random
import re
from collections.abc import Mapping

from store.text.tokens import words
from tests.benchmarks.finding.known import Drawing, Kind, Known, Row, Wanted, some, telling
from tests.benchmarks.finding.slips import mistyped

_MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_REFERENCE = re.compile(r"\b\d\d/\d{5}/[A-Z]{3}\b")
_SUM = re.compile(r"£(?P<whole>\d{1,3}(?:,\d{3})?)(?P<part>\.\d)?(?P<scale>[mk]?)(?![\d,.]\d)")
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})")
_ENDINGS = ("s", "ed", "ing")
_CUSTOM = {
    "committee": ("cttee", "ctte"), "department": ("dept",), "development": ("dev", "devt"), "meeting": ("mtg",),
    "councillor": ("cllr",), "council": ("cncl",), "government": ("govt",), "management": ("mgmt",),
    "recommendations": ("recs",), "information": ("info",), "consultation": ("consult",), "planning": ("plng",),
    "application": ("app", "appn"), "applications": ("apps",), "environment": ("env", "envt"), "road": ("rd",),
    "street": ("st",), "education": ("educ",), "building": ("bldg",), "property": ("prop",), "service": ("svc", "serv"),
    "approved": ("appd",), "neighbourhood": ("nhood",), "community": ("comm", "commty"), "maintenance": ("maint",),
}  # fmt: skip
_SAID = (
    "something about {}", "what did we decide about {}", "the decision on {}", "that thing about {}",
    "who was to do {}", "did they ever agree {}", "find the one about {} please", "when was {} discussed",
)  # fmt: skip
_ACCENTS = str.maketrans("aeiou", "áéíóú")


def _form(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """Words, one of them in its plural, a tense, or without such an ending."""
    taken = some([word for word in telling(row.text) if len(word) > 4], 2, 3, chance)
    if taken is None:
        return None
    at = chance.randrange(len(taken))
    others = [taken[at] + ending for ending in _ENDINGS]
    others += [taken[at].removesuffix(ending) for ending in _ENDINGS if taken[at].endswith(ending)]
    others = [word for word in others if word in known] or [f"{taken[at]}s"]
    typed = [*taken[:at], chance.choice(others), *taken[at + 1 :]]
    return Known(Kind.FORM, " ".join(typed), Wanted(words=tuple(taken)))


def _unfinished(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    taken = some([word for word in telling(row.text) if len(word) > 4], 3, 3, chance)
    if taken is None:
        return None
    beginnings = tuple(word[: chance.randint(3, 4)] for word in taken)
    return Known(Kind.UNFINISHED, " ".join(beginnings), Wanted(beginnings=beginnings))


def _short_slip(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    short = [word for word in telling(row.text) if len(word) in (3, 4)]
    beside = some([word for word in telling(row.text) if len(word) > 4], 1, 2, chance)
    if not short or beside is None:
        return None
    word = chance.choice(short)
    typed = mistyped(word, 1, known, chance)
    if typed is None or len(typed) < 3:
        return None
    return Known(Kind.SHORT_SLIP, " ".join([typed, *beside]), Wanted(words=(word, *beside)))


def _reference(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """A reference as people copy it: in small letters, with spaces, behind a word for it."""
    if not (found := _REFERENCE.search(row.text)):
        return None
    year, number, kind = found.group().split("/")
    typed = chance.choice(
        (f"{year} {number} {kind.lower()}", f"{year}/{number}/{kind.lower()}", f"app {year}/{number}/{kind}",
         f"ref {year} {number}", f"{year}-{number}-{kind}", f"{year}{number}{kind.lower()}", f"minute {year}/{number}")
    )  # fmt: skip
    return Known(Kind.REFERENCE, typed, Wanted(in_a_row=(year, number)))


def _part(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """Part of a reference: without its year, its kind, or the noughts before its number."""
    if not (found := _REFERENCE.search(row.text)):
        return None
    year, number, kind = found.group().split("/")
    short = number.lstrip("0")
    typed, wanted = chance.choice(
        [(number, (number,)), (f"{number}/{kind}", (number, kind.lower())), (f"{year}/{number}", (year, number)),
         (f"{short} {kind.lower()}", (number, kind.lower())), (f"{year}/{number[:4]}", (year,))]
    )  # fmt: skip
    if len(short) < 3:
        return None
    begun = (number[:4],) if wanted == (year,) else ()
    return Known(
        Kind.PART, typed, Wanted(words=wanted if begun else (), in_a_row=() if begun else wanted, beginnings=begun)
    )


def _sum(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    found = _SUM.search(row.text)
    beside = some(telling(row.text), 1, 1, chance)
    if not found or beside is None:
        return None
    whole, part, scale = found["whole"], found["part"] or "", found["scale"]
    plain = whole.replace(",", "")
    if scale == "m":
        pounds = f"{int(float(f'{plain}{part}') * 10) * 100_000}"
        forms = [f"{plain}{part} million", f"{plain}{part}m", f"£{int(pounds):,}", pounds]
    elif scale == "k":
        forms = [f"{plain},000", f"£{plain}000", f"{plain}000", f"{plain}k"]
    else:
        forms = [plain, f"£{plain}", f"£{whole}.00", f"{plain}.00"]
    typed = [chance.choice(forms), *beside]
    return Known(Kind.SUM, " ".join(typed), Wanted(words=tuple(beside), in_a_row=tuple(words(found.group()))))


def _day(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    found = _DAY.search(row.text)
    beside = some(telling(row.text), 1, 1, chance)
    if not found or beside is None:
        return None
    day, month, year = int(found["day"]), found["month"], found["year"]
    number = _MONTHS.index(month) + 1
    ordinal = f"{day}{'st' if day in (1, 21) else 'nd' if day in (2, 22) else 'rd' if day in (3, 23) else 'th'}"
    forms = [f"{day}/{number}/{year}", f"{ordinal} {month.lower()} {year}", f"{month} {ordinal}, {year}",
             f"{year}-{number:02}-{day:02}", f"{day}.{number}.{year[2:]}", f"{day} {month[:3].lower()} {year}",
    ]  # fmt: skip
    typed = [*beside, chance.choice(forms)]
    return Known(Kind.DAY, " ".join(typed), Wanted(words=tuple(beside), in_a_row=tuple(words(found.group()))))


def _shortened(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    """A word as custom writes it short, or without its vowels."""
    taken = some([word for word in telling(row.text) if len(word) > 5], 2, 3, chance)
    if taken is None:
        return None
    at = chance.randrange(len(taken))
    word = taken[at]
    short = chance.choice(_CUSTOM.get(word, (word[0] + re.sub("[aeiou]", "", word[1:]),)))
    if short in known or len(short) < 3:
        return None
    return Known(Kind.SHORTENED, " ".join([*taken[:at], short, *taken[at + 1 :]]), Wanted(words=tuple(taken)))


def _split(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    taken = some([word for word in telling(row.text) if len(word) > 6], 2, 2, chance)
    if taken is None:
        return None
    cut = chance.randint(3, len(taken[0]) - 3)
    return Known(Kind.SPLIT, f"{taken[0][:cut]} {taken[0][cut:]} {taken[1]}", Wanted(words=tuple(taken)))


def _joined(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    two = _beside_each_other(row, 2, chance)
    others = some([word for word in telling(row.text) if two and word not in two], 1, 1, chance)
    if two is None or others is None or "".join(two) in known:
        return None
    return Known(Kind.JOINED, f"{''.join(two)} {others[0]}", Wanted(words=(*two, *others)))


def _no_spaces(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    some_words = _beside_each_other(row, chance.randint(3, 4), chance)
    if some_words is None or "".join(some_words) in known:
        return None
    return Known(Kind.NO_SPACES, "".join(some_words), Wanted(words=tuple(some_words)))


def _beside_each_other(row: Row, many: int, chance: random.Random) -> list[str] | None:
    """Words that stand one after the other, the first and the last of them no small ones."""
    text = words(row.text)
    known = set(telling(row.text))
    places = [at for at in range(len(text) - many + 1) if known.issuperset((text[at], text[at + many - 1]))]
    if not places:
        return None
    at = chance.choice(places)
    return text[at : at + many] if all(word.isalpha() for word in text[at : at + many]) else None


def _accented(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    taken = some(telling(row.text), 2, 3, chance)
    if taken is None:
        return None
    typed = [taken[0].translate(_ACCENTS), *(f"{word[:2]}\u00ad{word[2:]}" for word in taken[1:])]
    return Known(Kind.ACCENTED, " ".join(typed), Wanted(words=tuple(taken)))


def _stray(row: Row, known: frozenset[str], chance: random.Random) -> Known | None:
    taken = some([word for word in telling(row.text) if len(word) > 4], 2, 3, chance)
    if taken is None:
        return None
    return Known(Kind.STRAY, chance.choice(_SAID).format(" ".join(taken)), Wanted(words=tuple(taken)))


REMEMBERING: Mapping[Kind, Drawing] = {
    Kind.FORM: _form,
    Kind.UNFINISHED: _unfinished,
    Kind.SHORT_SLIP: _short_slip,
    Kind.REFERENCE: _reference,
    Kind.PART: _part,
    Kind.SUM: _sum,
    Kind.DAY: _day,
    Kind.SHORTENED: _shortened,
    Kind.SPLIT: _split,
    Kind.JOINED: _joined,
    Kind.NO_SPACES: _no_spaces,
    Kind.ACCENTED: _accented,
    Kind.STRAY: _stray,
}
