"""Looking for words in the text of one meeting: which words of it are meant, and which of its parts have them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from store.database.sql import rows
from store.find.parse_query import parse_query
from store.find.query import Phrase, QueryWord
from store.find.slips import one_edit_away
from store.permalinks.lookup import find_place
from store.text.tokens import telling, words

_LONGER_FROM = 4  # letters of a word that is found at the beginning of a longer one, too
_SLIP_FROM, _TWO_SLIPS_FROM = 3, 5  # letters of a word in which one slip is forgiven, and two


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the text of a meeting.

    `meant` are the words of its text, folded, that the query means each by itself, and `phrases` those in a row.
    `places` are the permalinks of the meeting and of its items in order; `having` are those with any such words.
    """

    query: str
    meant: frozenset[str]
    phrases: tuple[Phrase, ...]
    places: tuple[str, ...]
    having: frozenset[str] = frozenset()

    def beside(self, place: str, step: int) -> str | None:
        """The next part of the meeting that has such words (`step` 1), or the one before (-1); None when none has."""
        at = self.places.index(place)
        ahead = self.places[at + 1 :] if step > 0 else self.places[:at][::-1]
        return next((one for one in ahead if one in self.having), None)

    def stretches(self, folded: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where the words stand among folded ones, in order and apart: the number of the first, and after the last."""
        at = 0
        while at < len(folded):
            length = max((len(one.folded) for one in self.phrases if _begins(folded, at, one)), default=0)
            length = length or (folded[at] in self.meant)
            if length:
                yield at, at + length
            at += length or 1


def seek(store: sqlite3.Connection, permalink: str, query: str) -> Sought:
    """What a query means in the text of the meeting that a place is of. Raises `NotFound` when there is no such place.

    As in finding, a word is found at the beginning of longer ones, and where it stands nowhere in the meeting, in those
    a slip or two away. The fields of a query ask nothing here, nor do words like "the" beside others.
    """
    folded = {place: words(text) for place, text in _texts(store, find_place(store, permalink).meeting_id)}
    there = frozenset().union(*folded.values())
    asked = parse_query(query)
    said = telling(asked.words, lambda word: "" if word.exact else word.folded)
    meant = frozenset().union(*(_meanings(word, there) for word in said))
    sought = Sought(query, meant, asked.phrases, tuple(folded))
    return replace(sought, having=frozenset(place for place, said in folded.items() if any(sought.stretches(said))))


def _texts(store: sqlite3.Connection, meeting_id: int) -> Iterator[tuple[str, str]]:
    """The permalink and the words of the meeting itself (who came, interests, notes), then of each item."""
    said: dict[int | None, list[str]] = defaultdict(list)
    for item_id, text in store.execute(
        "SELECT item_id, text FROM paragraph WHERE meeting_id = ? AND kind NOT IN ('title', 'furniture')"
        " AND (item_id IS NOT NULL OR kind = 'note') ORDER BY id",
        (meeting_id,),
    ):
        said[item_id].append(text)
    for table, columns in (("attendance", "name, role"), ("interest", "name, nature, subject, conduct")):
        people = store.execute(f"SELECT {columns} FROM {table} WHERE meeting_id = ?", (meeting_id,))  # noqa: S608 (our own)
        said[None] += [" ".join(filter(None, row)) for row in people]
    ((permalink,),) = store.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
    yield permalink, "\n".join(said[None])
    items = "SELECT id, permalink, title FROM agenda_item WHERE meeting_id = ? ORDER BY position"
    for item in rows(store, items, (meeting_id,)):
        yield item["permalink"], "\n".join([item["title"], *said[item["id"]]])


def _meanings(asked: QueryWord, there: Set[str]) -> Set[str]:
    """The words that are there which a typed one means."""
    word = asked.folded
    if asked.number:
        return frozenset()
    sure = _meant_for_sure(asked, there)
    if sure or asked.exact or not word.isalpha() or len(word) < _SLIP_FROM:
        return sure
    mended = one_edit_away(word)
    near = mended & there
    if near or len(word) < _TWO_SLIPS_FROM:
        return near
    return {one for one in there if _begins_mended(one, word, mended) or _two_slips_away(one, word)}


def _begins_mended(one: str, word: str, mended: Set[str]) -> bool:
    """Whether a word begins with another that is a slip away from the typed one."""
    return any(one[:length] in mended for length in range(len(word) - 1, len(word) + 2))


def _meant_for_sure(asked: QueryWord, there: Set[str]) -> Set[str]:
    """The words that a typed one means as it stands: itself, and longer ones that begin so."""
    word = asked.folded
    longer = asked.unfinished or (len(word) >= _LONGER_FROM and not asked.exact)
    return {one for one in there if one == word or (longer and one.startswith(word))}


def _two_slips_away(one: str, word: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, word, score_cutoff=2) <= 2


def _begins(folded: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Whether the words of a phrase stand there in a row."""
    there, wanted = tuple(folded[at : at + len(phrase.folded)]), phrase.folded
    if not phrase.unfinished:
        return there == wanted
    return len(there) == len(wanted) and there[:-1] == wanted[:-1] and there[-1].startswith(wanted[-1])
