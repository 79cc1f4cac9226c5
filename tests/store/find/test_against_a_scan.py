"""The ranked finder beside a plain scan of all clauses: nothing with every word is missing, and no field leaks.

The scan knows nothing of the index: it looks at the values that were stored.
"""

from contextlib import closing
from dataclasses import dataclass
from datetime import date as day
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.find.sentence import sentence
from store.find.user_filters import UserMarks
from store.text.stems import stem
from store.text.tokens import search_words
from tests.properties import examples
from tests.store.building import clause, item, meeting, resolution, store_of

WORDS = [
    "that",
    "the",
    "report",
    "budget",
    "budgets",
    "noted",
    "deferred",
    "quay",
    "quays",
    "repair",
    "repairs",
    "22",
    "£2.3m",
    "2,300,000",
    "22nd",
    "Łódź",
    "lodz",
    "re\u00adpair",
]
COMMITTEES = ("Planning Committee", "Quay Repairs Panel", "Planning Sub-Committee")
COUNCILS = ("Eastmarsh Borough Council", "Tarrow Town Council")
MANY = 10_000

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


@dataclass(frozen=True)
class Scanned:
    """A clause as it was stored."""

    text: str
    title: str
    committee: str
    council: str
    year: int
    outcomes: tuple[str, ...]

    @property
    def words(self) -> str:
        """The text as finding folds it: texts that have the same are one answer."""
        return folded(self.text)

    def holds(self, word: str) -> bool:
        """Whether the very word stands there, as finding folds it."""
        return word in {*search_words(self.text), *search_words(self.title)}

    def has(self, word: str) -> bool:
        """Whether the word or another form of it stands there."""
        return stem(word) in {stem(one) for one in search_words(f"{self.text} {self.title}")}

    def begins(self, word: str) -> bool:
        """Whether the word, another form of it, or a longer word is there, or around it."""
        around = search_words(f"{self.committee} {self.council} {self.year}")
        there = {*search_words(f"{self.text} {self.title}"), *around}
        return self.has(word) or any(one.startswith(word) for one in there) or word.isdigit()


def folded(text: str) -> str:
    return " ".join(search_words(text))


@st.composite
def stores(draw: st.DrawFn) -> list[tuple[Scanned, ...]]:
    """Some meetings, each as its clauses, an item a clause."""
    made = []
    for _ in range(draw(st.integers(1, 5))):
        committee, council = draw(st.sampled_from(COMMITTEES)), draw(st.sampled_from(COUNCILS))
        year = draw(st.integers(2018, 2021))
        clauses = draw(st.lists(st.tuples(texts, texts), min_size=1, max_size=8))
        made.append(
            tuple(
                Scanned(text, title, committee, council, year, ("noted",) if "noted" in text else ())
                for text, title in clauses
            )
        )
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the stores of all examples are made, one at a time."""
    return tmp_path_factory.mktemp("scan")


def stored(folder: Path, meetings: list[tuple[Scanned, ...]]) -> Path:
    for old in folder.iterdir():
        old.unlink()
    return store_of(
        folder / "minutes.db",
        *(
            meeting(
                *(item(str(at), one.title, resolution(clause(one.text))) for at, one in enumerate(clauses, 1)),
                committee=clauses[0].committee,
                council=clauses[0].council,
                date=day(clauses[0].year, 1, 1 + number),
            )
            for number, clauses in enumerate(meetings)
        ),
    )


@settings(max_examples=examples(60))
@given(stores(), st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=1, max_size=6))
def test_nothing_that_holds_every_word_is_missing(
    folder: Path, meetings: list[tuple[Scanned, ...]], queries: list[list[str]]
) -> None:
    scanned = [one for clauses in meetings for one in clauses]
    with closing(open_for_reading(stored(folder, meetings))) as store:
        finder = Finder(store)
        for typed in queries:
            asked = search_words(" ".join(typed))
            wanted = {one.words for one in scanned if all(map(one.has, asked))}
            answer = finder.find(f"{' '.join(typed)} ", MANY)
            assert wanted <= {folded(hit.text) for hit in answer.hits if hit.exact}, typed
            assert finder.count(answer.section, answer.query) == answer.exact
            scores = [hit.score for hit in answer.hits if hit.exact]
            assert scores == sorted(scores, reverse=True)


@settings(max_examples=examples(60))
@given(
    stores(),
    texts,
    st.sampled_from(["planning", "quay", "sub", "repairs panel"]),
    st.sampled_from(["eastmarsh", "tarrow"]),
    st.integers(2018, 2021),
    st.booleans(),
)
def test_fields_leak_nothing_and_hide_nothing(
    folder: Path, meetings: list[tuple[Scanned, ...]], typed: str, committee: str, council: str, year: int, noted: bool
) -> None:
    scanned = [one for clauses in meetings for one in clauses]
    fields = f'committee:"{committee}" council:{council} year:{year}{" outcome:noted" if noted else ""}'
    through = {
        one
        for one in scanned
        if set(search_words(committee)) <= set(search_words(one.committee))
        and search_words(one.council)[0] == council
        and one.year == year
        and (not noted or "noted" in one.outcomes)
    }
    with closing(open_for_reading(stored(folder, meetings))) as store:
        finder = Finder(store)
        everything = finder.find(fields, MANY)
        assert {folded(hit.text) for hit in everything.hits} == {one.words for one in through}
        assert everything.total.number == sum(one in through for one in scanned)
        answer = finder.find(f"{fields} {typed} ", MANY)
        assert all(
            (hit.committee, (hit.date or "")[:4]) in {(one.committee, str(one.year)) for one in through}
            for hit in answer.hits
        )
        if not answer.instead:  # or the discussion has the words, and no clause
            places = {(one.text, one.title) for one in through}
            assert all((hit.text, hit.title) in places for hit in answer.hits)
        wanted = {one.words for one in through if all(map(one.holds, search_words(typed)))}
        assert wanted <= {folded(hit.text) for hit in answer.hits if hit.exact}


@settings(max_examples=examples(40))
@given(stores(), st.sampled_from(WORDS), st.lists(st.sampled_from(WORDS), min_size=2, max_size=3))
def test_what_must_not_be_there_is_not_and_what_stands_in_a_row_does(
    folder: Path, meetings: list[tuple[Scanned, ...]], unwanted: str, row: list[str]
) -> None:
    scanned = [one for clauses in meetings for one in clauses]
    (gone,) = search_words(unwanted)[-1:]
    with closing(open_for_reading(stored(folder, meetings))) as store:
        finder = Finder(store)
        without = finder.find(f"!{gone} ", MANY)
        assert {folded(hit.text) for hit in without.hits} == {one.words for one in scanned if not one.holds(gone)}
        assert without.total.number == sum(not one.holds(gone) for one in scanned)
        phrase = " ".join(row)
        asked = f" {' '.join(search_words(phrase))} "
        wanted = {
            one.words
            for one in scanned
            if asked in f" {' '.join(search_words(one.text))} " or asked in f" {' '.join(search_words(one.title))} "
        }
        assert {folded(hit.text) for hit in finder.find(f'"{phrase}"', MANY).hits} == wanted


@settings(max_examples=examples(20))
@given(stores(), st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), min_size=2, max_size=3))
def test_what_has_one_side_of_an_or_is_found_and_nothing_else(
    folder: Path, meetings: list[tuple[Scanned, ...]], sides: list[list[str]]
) -> None:
    scanned = [one for clauses in meetings for one in clauses]
    asked = [search_words(" ".join(side)) for side in sides]
    with closing(open_for_reading(stored(folder, meetings))) as store:
        answer = Finder(store).find(f"({') OR ('.join(' '.join(side) for side in sides)}) ", MANY)
        exact = {folded(hit.text) for hit in answer.hits if hit.exact}
        assert {one.words for one in scanned if any(all(map(one.has, side)) for side in asked)} <= exact
        begun = {one.words for one in scanned if any(all(map(one.begins, side)) for side in asked)}
        assert exact <= begun, "it has the words, or longer ones that begin so"


_PARTS = [
    *WORDS, "repiars", "bugdet", "notted", "r", "re", "£", "(iv)", "22/04417/FUL", "min", "minute 3", "é", "\x00",
    "🦔",
    "OR", " OR ", "(quay OR", ") OR (",
    '"', "“", "'", "!", "^", "!^", '!"', "(", ")", "*", "AND", "NOT", "NEAR(", ":", "a:b", "{", "^*", "\\", "%", "--",
    "committee:", "committee:plannning", "council:tarrow", "year:2019", "year:20", "year:x", "date:2019-13",
    "date:..2020", "date:2020-02-30", "outcome:noted", "!outcome:noted", 'item:"quay', "number:2", "number:",
    "mover:vane", "has:vote",
    "is:starred", "is:seen", "is:unseen", "!is:seen", "is:incomplete", "is:odd", "in:title", "in:text", "in:",
    "nofield:x", "x" * 300,
]  # fmt: skip


@pytest.mark.slow
def test_ten_thousand_queries_raise_nothing(folder: Path) -> None:
    from random import Random

    chance = Random(4)
    meetings = [
        tuple(
            Scanned(
                " ".join(chance.choices(WORDS, k=6)),
                chance.choice(WORDS),
                COMMITTEES[at % 3],
                COUNCILS[at % 2],
                2019,
                (),
            )
            for _ in range(20)
        )
        for at in range(12)
    ]
    with closing(open_for_reading(stored(folder, meetings))) as store:
        starred = ["eastmarsh/planning-committee/2019-01-01/3", "no permalink"]
        finder = Finder(store, UserMarks(lambda: starred, lambda: ["eastmarsh/planning-committee/2019-01-01"]))
        for _ in range(10_000):
            query = chance.choice([" ", "", " "]).join(chance.choices(_PARTS, k=chance.randint(1, 5)))
            answer = finder.find(query, 10)
            assert len(answer.hits) <= 10
            assert sentence(parse_query(query), answer)
