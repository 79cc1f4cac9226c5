"""Who was at a meeting, sent apologies, took the chair, declared an interest, moved or seconded: as queries ask it."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from store.find.expansion import Terms
from store.find.slips import one_edit_away
from store.index.section import Section
from store.index.terms import MOVER, SECONDER
from store.text.clean import clean_line
from store.text.lists import counted
from store.text.person_names import TITLES
from store.text.small_words import SMALL_WORDS
from store.text.tokens import words

PRESENT, APOLOGIES, CHAIR, INTEREST, PERSON = "present", "apologies", "chair", "interest", "person"
PEOPLE: Final = (PERSON, PRESENT, APOLOGIES, CHAIR, INTEREST)
"""The fields that ask for the people of a meeting; who moved and seconded is asked of the decision itself."""


_ABSENT = re.compile("apolog|absen|ymddiheur", re.IGNORECASE)
_FORGIVEN_FROM = 4  # letters of a name that may be mistyped
_MOST = 5  # people that a name is taken for
_MOST_WORDS = 3  # of a name


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody whose name was typed: the name as it is printed longest, and how often minutes have it.

    `filter` is what to type for the meetings that name them.
    """

    name: str
    filter: str
    meetings: int
    interests: int
    motions: int

    @property
    def told(self) -> str:
        """In words: "Councillor Crisp: 12 meetings, 3 interests, 4 motions"."""
        counts = ((self.meetings, "meeting"), (self.interests, "interest"), (self.motions, "motion"))
        return f"{self.name}: {', '.join(counted(number, thing) for number, thing in counts if number)}"


class People:
    """The names of one store. `renew` it when the store has changed. Belongs to the thread that made it."""

    def __init__(self, store: sqlite3.Connection, terms: Callable[[Section], Terms]) -> None:
        self._store = store
        self._terms = terms
        self._printed: dict[str, list[str]] = {}
        self._names: dict[str, list[tuple[str, Sequence[str]]]] = {}

    def renew(self) -> None:
        """Forget the names."""
        self._printed.clear()
        self._names.clear()

    def meetings(self, field: str, name: Sequence[str]) -> Set[int]:
        """The meetings at which somebody of that name, folded, was what `field` says; of `PERSON`, anything."""
        if field == PERSON:
            whole = (self.meetings(one, name) for one in PEOPLE if one != PERSON)
            return frozenset().union(*whole, self._of_motions(name))
        if field == CHAIR:
            return self._asked(_CHAIRED, self._called("meeting", name))
        if field == INTEREST:
            return self._asked(_INTERESTED, self._called("interest", name))
        listed = self._store.execute(_LISTED, (json.dumps(self._called("attendance", name)),))
        absent = field == APOLOGIES
        return frozenset(key for key, under in listed if bool(_ABSENT.search(under)) is absent)

    def named(self, typed: Sequence[str]) -> tuple[FoundPerson, ...]:
        """The people whose name the folded words `typed` are, and nothing else; none where they are other words.

        A name that is printed in several ways ("Councillor A Crisp", "Cllr Crisp") is one person for each way of
        telling them apart that the words leave open.
        """
        name = [word for word in typed if word not in TITLES]
        wanted = frozenset(name)
        if not 1 <= len(name) <= _MOST_WORDS or not all(map(_may_be_of_name, name)):
            return ()
        printed: dict[str, list[str]] = {}
        for table in ("attendance", "interest"):
            for one in self._every(table):
                if _may_have(one, name) and wanted.issubset(folded := words(one)):
                    plain = " ".join(word for word in folded if word not in TITLES)
                    printed.setdefault(plain, []).append(one)
        return tuple(self._counted(plain, names) for plain, names in sorted(printed.items())[:_MOST])

    def _counted(self, plain: str, names: list[str]) -> FoundPerson:
        asked = (json.dumps(list(dict.fromkeys(names))),)
        (meetings,) = self._store.execute(_ATTENDED, asked).fetchone()
        (interests,) = self._store.execute(_DECLARED, asked).fetchone()
        most = max(sorted(set(names)), key=len)
        told = plain if " " not in plain else f'"{plain}"'
        return FoundPerson(clean_line(most), f"{PERSON}:{told}", meetings, interests, self._motions(plain.split()))

    def _motions(self, name: Sequence[str]) -> int:
        expression = " AND ".join(f'("{MOVER}{word}" OR "{SECONDER}{word}")' for word in name)
        return int(self._store.execute(_MOTIONS, (expression,)).fetchone()[0])

    def _of_motions(self, name: Sequence[str]) -> Set[int]:
        terms = self._terms(Section.RESOLUTIONS)
        meant = [(*terms.named(MOVER, word), *terms.named(SECONDER, word)) for word in name]
        if not all(meant):
            return frozenset()
        expression = " AND ".join("(" + " OR ".join(f'"{term}"' for term in some) + ")" for some in meant)
        return frozenset(key for (key,) in self._store.execute(_OF_MOTIONS, (expression,)))

    def _called(self, table: str, name: Sequence[str]) -> list[str]:
        """The names as printed that have a word beginning with each of `name`; else one but for a slip."""
        every = self._all(table)
        found = [one for one, folded in every if all(_begins(word, folded) for word in name)]
        return found or [one for one, folded in every if all(_nearly(word, folded) for word in name)]

    def _all(self, table: str) -> list[tuple[str, Sequence[str]]]:
        if table not in self._names:
            self._names[table] = [(name, words(name)) for name in self._every(table)]
        return self._names[table]

    def _every(self, table: str) -> list[str]:
        if table not in self._printed:
            self._printed[table] = [name for (name,) in self._store.execute(_NAMES[table])]
        return self._printed[table]

    def _asked(self, statement: str, names: Iterable[str]) -> Set[int]:
        return frozenset(key for (key,) in self._store.execute(statement, (json.dumps(list(names)),)))


def _may_be_of_name(word: str) -> bool:
    """Whether a word is an initial, or none of those that people speak in."""
    return word.isalpha() and (len(word) == 1 or word not in SMALL_WORDS)


def _may_have(name: str, wanted: Iterable[str]) -> bool:
    """Whether a name may have these folded words: a look for a tenth of what folding it costs."""
    if not name.isascii() or "'" in name:
        return True
    plain = name.lower()
    return all(word in plain for word in wanted)


def _begins(word: str, name: Sequence[str]) -> bool:
    return any(one.startswith(word) for one in name)


def _nearly(word: str, name: Sequence[str]) -> bool:
    return _begins(word, name) or (len(word) >= _FORGIVEN_FROM and not one_edit_away(word).isdisjoint(name))


_EACH_ONCE = """
    WITH RECURSIVE names (name) AS (
        SELECT min(name) FROM {table}
        UNION ALL SELECT (SELECT min(name) FROM {table} WHERE name > names.name) FROM names WHERE name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL
"""  # from name to name through the index: a store of a million decisions has thousands of names, each many times
_NAMES: Final = {
    "attendance": _EACH_ONCE.format(table="attendance"),
    "interest": _EACH_ONCE.format(table="interest"),
    "meeting": "SELECT DISTINCT chair FROM meeting WHERE chair IS NOT NULL",
}
_LISTED = "SELECT meeting_id, listed_under FROM json_each(?) CROSS JOIN attendance ON name = json_each.value"
_INTERESTED = "SELECT DISTINCT meeting_id FROM json_each(?) CROSS JOIN interest ON name = json_each.value"
_CHAIRED = "SELECT id FROM meeting WHERE chair IN (SELECT value FROM json_each(?))"
_ATTENDED = "SELECT count(DISTINCT meeting_id) FROM json_each(?) CROSS JOIN attendance ON name = json_each.value"
_DECLARED = "SELECT count(*) FROM json_each(?) CROSS JOIN interest ON name = json_each.value"
_MOTIONS = (
    "SELECT count(DISTINCT resolution_id) FROM resolutions_words CROSS JOIN finding"
    " ON finding.id = resolutions_words.rowid CROSS JOIN clause ON clause.id = source_id"
    " WHERE resolutions_words MATCH ?"
)
_OF_MOTIONS = (
    "SELECT DISTINCT meeting_id FROM resolutions_words CROSS JOIN finding ON finding.id = resolutions_words.rowid"
    " WHERE resolutions_words MATCH ?"
)
