"""The corpus is what the benchmark says that it is."""

import itertools
import random
from collections import Counter
from pathlib import Path

import pytest

from store.database.connect import writing
from store.ingest.storing import store_document, tidy_store
from store.model import Kind
from tests.benchmarks.finding.corpus import corpus, further_minutes
from tests.benchmarks.finding.formulas import NOTED
from tests.benchmarks.finding.meetings import Minutes
from tests.benchmarks.finding.sentences import LONGEST, SHORTEST
from tests.benchmarks.finding.vocabulary import MissingWords, Vocabulary, read_words

SEED, SIZE = 1, 6_000
DICTIONARY = sorted(
    {"".join(letters) for letters in itertools.product("bdklmnrst", "aeiou", "gnrst", ("a", "et", "ion"))}
)


@pytest.fixture(scope="module")
def minutes() -> list[Minutes]:
    return list(corpus(DICTIONARY, SEED, SIZE))


def test_a_corpus_has_as_many_resolutions_as_were_asked_for(minutes: list[Minutes]) -> None:
    assert sum(len(one.clauses) for one in minutes) == SIZE


def test_a_seed_gives_the_same_minutes_and_a_small_corpus_begins_a_large_one(minutes: list[Minutes]) -> None:
    few = list(corpus(DICTIONARY, SEED, SIZE // 10))
    assert few[:-1] == minutes[: len(few) - 1]
    assert few[0] != next(corpus(DICTIONARY, SEED + 1, SIZE))


def test_a_meeting_has_about_thirty_resolutions_in_about_fifteen_items(minutes: list[Minutes]) -> None:
    assert 28 < SIZE / len(minutes) < 32
    assert 14 < sum(len(one.meeting.items) for one in minutes) / len(minutes) < 16


def test_the_report_is_noted_in_a_fifth_of_the_resolutions(minutes: list[Minutes]) -> None:
    texts = Counter(clause.text.rstrip(".") for one in minutes for clause in one.clauses)
    assert 0.17 < texts[NOTED] / SIZE < 0.21
    assert 0.55 < sum(times == 1 for times in texts.values()) / SIZE < 0.65


def test_what_is_said_once_has_40_to_400_characters(minutes: list[Minutes]) -> None:
    whole = Counter(clause.text for one in minutes for clause in one.clauses if clause.complete)
    formulas = {text for text in whole if len(text) < SHORTEST}
    assert max(map(len, whole)) <= LONGEST
    assert len(formulas) < 30


def test_every_word_stands_where_its_span_says(minutes: list[Minutes]) -> None:
    for one in minutes[:20]:
        for item in one.meeting.items:
            for paragraph in item.paragraphs:
                printed = one.document.text[paragraph.span.start : paragraph.span.end]
                assert printed == f"{paragraph.label or ''} {paragraph.text}".strip()
            for resolution in item.resolutions:
                for clause in resolution.clauses:
                    assert clause.text in one.document.text[clause.span.start : clause.span.end]


def test_a_third_of_the_items_have_discussion(minutes: list[Minutes]) -> None:
    items = [item for one in minutes for item in one.meeting.items]
    talk = [part for item in items for part in item.paragraphs if part.kind is Kind.DISCUSSION]
    assert 0.3 < len(talk) / len(items) < 0.37
    assert all(100 <= len(paragraph.text) <= 300 for paragraph in talk)


def test_no_committee_meets_twice_on_a_day(minutes: list[Minutes]) -> None:
    meetings = [(one.meeting.council, one.meeting.committee, one.meeting.date) for one in minutes]
    assert len(set(meetings)) == len(meetings)


def test_the_corpus_goes_into_a_store_whole(tmp_path: Path, minutes: list[Minutes]) -> None:
    further = list(itertools.islice(further_minutes(DICTIONARY, SEED, 30), 3))
    with writing(tmp_path / "store.db") as db:
        for one in (*minutes[:5], *further):
            store_document(db, one.document.name, one.document, [one.meeting])
        tidy_store(db, 8)
        ((clauses, meetings),) = db.execute(
            "SELECT (SELECT count(*) FROM clause), (SELECT count(*) FROM meeting)"
        ).fetchall()
    assert meetings == 8
    assert clauses == sum(len(one.clauses) for one in minutes[:5]) + 90


def test_few_words_are_drawn_often_and_every_word_at_last() -> None:
    vocabulary = Vocabulary(DICTIONARY, SEED)
    drawn = Counter(itertools.islice(vocabulary.draw(random.Random(1)), 60_000))
    assert drawn[vocabulary.words[0]] > 5 * drawn[vocabulary.words[100]]
    assert set(drawn) == set(vocabulary.words)


def test_a_missing_word_list_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(MissingWords, match="apt install wbritish"):
        read_words(tmp_path / "words")
