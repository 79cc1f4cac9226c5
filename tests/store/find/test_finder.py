"""Finding: what people type is found, what nobody decided is not, and no query is an error."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database.connect import open_for_reading, writing
from store.find import open_index
from store.find.answer import Answer, Count, Unfound
from store.find.deadline import Stopped
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.find.user_filters import UserMarks
from store.index.indexing import tidy
from store.index.lexicon import Lexicon, read_added
from store.index.section import Section
from tests.properties import examples
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, clause, item, meeting, put, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"
PLANNING = meeting(
    item(
        "16",
        "22/04417/FUL – 3 Quay Street",
        resolution(
            clause("That a fence of 1.8 metres be permitted.", "(i)"),
            clause("That the café’s hours be kept.", "(v)"),
        ),
    ),
    item("22", "Budget", resolution("That £2.3m be set aside for the children’s library.")),
    item("23", "Thanks", resolution(clause("That the repairs report be noted.", "a)"), intro="The Sub-Group:")),
    committee="Planning Committee",
    date=day(2021, 6, 8),
)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    path = store_of(
        tmp_path_factory.mktemp("find") / "minutes.db",
        meeting(APOLOGIES, REPAIRS, WEBCAST),
        PLANNING,
        texts=["Minutes of the HRG", "Minutes of the Planning Committee"],
    )
    with closing(open_for_reading(path)) as store:
        stars = [f"{MARCH}/18/r1/(iv)~2", f"{MARCH}/webcast", "gone/x/2020-01-01/1"]
        yield Finder(store, UserMarks(lambda: stars, lambda: [MARCH, "gone/x/2020-01-01"]))


def _first(answer: Answer) -> str | None:
    return answer.hits[0].text if answer.hits else None


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("damp surveyor recruitment", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recruitmnet of damp surveyors", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recr", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recruitemn", "That a report on damp surveyor recruitment come to the June meeting."),
        ("surveyor zephyr damp", "That a report on damp surveyor recruitment come to the June meeting."),
        ("tanner row", "That these sites be inspected:"),
        ("webcast", "That the webcast be kept for a year."),
        ("min 22", "That £2.3m be set aside for the children’s library."),
        ("Minute 16(v)", "That the café’s hours be kept."),
        ("16v", "That the café’s hours be kept."),
        ("22/04417/FUL fence", "That a fence of 1.8 metres be permitted."),
        ("£2.3m", "That £2.3m be set aside for the children’s library."),
        ("CAFE'S hours", "That the café’s hours be kept."),
        ("childrens library", "That £2.3m be set aside for the children’s library."),
        ("planning 2021 fence", "That a fence of 1.8 metres be permitted."),
        ("eastmarsh hrg march noted", "That the repairs report be noted."),
        ("sub-group", "That the repairs report be noted."),
        ("2300000", "That £2.3m be set aside for the children’s library."),
        ("£2.3 million", "That £2.3m be set aside for the children’s library."),
        ("2,300,000.00 set aside", "That £2.3m be set aside for the children’s library."),
        ("childrenslibrary", "That £2.3m be set aside for the children’s library."),
        ("web cast", "That the webcast be kept for a year."),
        ("damp surveying", "That a report on damp surveyor recruitment come to the June meeting."),
        ("repo damp surv", "That a report on damp surveyor recruitment come to the June meeting."),
        ("minute 22/04417", "That the café’s hours be kept."),
        ("4417 fences", "That a fence of 1.8 metres be permitted."),
    ],
)
def test_is_found_first(finder: Finder, query: str, text: str) -> None:
    assert _first(finder.find(query)) == text


@pytest.mark.parametrize("query", ["zzqx", "zzqx the", "qqqq wwww eeee", "23/99999/FUL", "🦔 zzqx", "committee:zzqx"])
def test_nonsense_finds_nothing(finder: Finder, query: str) -> None:
    answer = finder.find(query)
    assert (answer.hits, answer.total) == ((), Count(0))


@pytest.mark.parametrize("query", ["((", "🦔", "committee:", "!", '"', "'", "^"])
def test_what_means_nothing_yet_leaves_everything_there(finder: Finder, query: str) -> None:
    assert finder.find(query).total == Count(9)


def test_a_word_that_is_known_is_taken_as_it_stands(finder: Finder) -> None:
    assert {hit.text for hit in finder.find("fence").hits} == {"That a fence of 1.8 metres be permitted."}


def test_the_empty_query_gives_everything_newest_first_in_printed_order(finder: Finder) -> None:
    answer = finder.find("  ", limit=6)
    assert answer.total == Count(9)
    assert [(hit.date, hit.number, hit.label) for hit in answer.hits] == [
        ("2023-03-02", "18", "(i)"),
        ("2023-03-02", "18", "(ii)"),
        ("2023-03-02", "18", "(iv)"),
        ("2023-03-02", "18", "(iv)"),
        ("2023-03-02", None, None),
        ("2021-06-08", "16", "(i)"),
    ]
    assert {hit.score for hit in answer.hits} == {0.0}


def test_equal_texts_are_one_answer_at_the_newest_place_opened_to_all(finder: Finder) -> None:
    answer = finder.find("repairs report be noted")
    (hit,) = answer.hits
    assert (hit.permalink, hit.repeats, answer.exact) == (f"{MARCH}/18/r1/(i)", 2, Count(2))
    assert [place.permalink for place in finder.places(hit.permalink, answer.query)] == [
        f"{MARCH}/18/r1/(i)",
        "eastmarsh/planning-committee/2021-06-08/23/r1/a)",
    ]


def test_a_field_lets_only_its_places_through(finder: Finder) -> None:
    answer = finder.find("committee:planning noted")
    (hit,) = answer.hits
    assert (hit.permalink, hit.repeats) == ("eastmarsh/planning-committee/2021-06-08/23/r1/a)", 1)
    assert [place.date for place in finder.places(hit.permalink, answer.query)] == ["2021-06-08"]


def test_the_very_number_comes_before_those_that_begin_so(tmp_path: Path) -> None:
    path = store_of(
        tmp_path / "minutes.db", meeting(item("229", "A", resolution("Kept.")), item("22", "B", resolution("Moved.")))
    )
    with closing(open_for_reading(path)) as store:
        assert [hit.number for hit in Finder(store).find("min 22").hits] == ["22", "229"]
        assert [hit.number for hit in Finder(store).find("min 22 ").hits] == ["22"]


def test_a_number_tells_equal_texts_apart(finder: Finder) -> None:
    assert [hit.number for hit in finder.find("min 23 noted").hits] == ["23"]
    assert [hit.number for hit in finder.find("min 18 noted").hits] == ["18"]


def test_words_in_a_row_come_before_the_same_words_apart(tmp_path: Path) -> None:
    apart, together = "That the wall by the sea be kept.", "That the old sea wall by the road be kept as it is."
    path = store_of(
        tmp_path / "minutes.db", meeting(item("1", "A", resolution(apart)), item("2", "B", resolution(together)))
    )
    with closing(open_for_reading(path)) as store:
        assert _first(Finder(store).find("sea wall")) == together


def test_the_matched_words_are_lit_in_text_and_title(finder: Finder) -> None:
    hit = finder.find("cafes quay").hits[0]
    assert [hit.text[start:end] for start, end in hit.spans] == ["café’s"]
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["Quay"]


def test_scores_fall_and_stay_between_nothing_and_one(finder: Finder) -> None:
    scores = [hit.score for hit in finder.find("the report be noted").hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_limit_limits_the_hits_and_not_the_total(finder: Finder) -> None:
    answer = finder.find("that", limit=2)
    assert (len(answer.hits), answer.total) == (2, Count(9))


def test_what_is_added_while_the_finder_is_open_is_found(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with closing(open_for_reading(path)) as store:
        finder = Finder(store)
        assert finder.find("webcast").total == Count(0)
        with writing(path) as db:
            put(db, meeting(WEBCAST, date=day(2024, 1, 9)), "b.txt")
        assert finder.find("webcast").total == Count(1)


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    with closing(open_for_reading(store_of(tmp_path / "minutes.db"))) as store:
        for query in ("", "roof", '"roof"', "committee:planning", "!roof"):
            answer = Finder(store).find(query)
            assert (answer.hits, answer.total) == ((), Count(0))


def test_titles_and_discussion_are_found_in_sections_of_their_own(finder: Finder) -> None:
    query = parse_query("head of housing")
    assert finder.find_in(Section.RESOLUTIONS, query).hits == ()
    (passage,) = finder.find_in(Section.TEXT, query).hits
    assert (passage.permalink, passage.text) == (f"{MARCH}/18", "The Head of Housing presented the report.")
    (title,) = finder.find("in:title backlog").hits
    assert (title.permalink, title.text, title.title) == (f"{MARCH}/18", "Repairs Backlog", "")


def test_discussion_is_found_by_its_own_words_and_not_by_the_title_above_it(tmp_path: Path) -> None:
    quay = item("1", "Quay Wall", said="The surveyor spoke of damp.")
    thanks = item("2", "Thanks", said="The new wall was praised.")
    with closing(open_for_reading(store_of(tmp_path / "minutes.db", meeting(quay, thanks)))) as store:
        finder = Finder(store)
        assert finder.find("in:text damp surveyor").exact == Count(1)
        assert finder.find("in:text damp wall").exact == Count(0)


def test_what_a_word_may_be_is_said_when_it_stands_nowhere(finder: Finder) -> None:
    assert finder.find("lirbary").unfound == (Unfound("lirbary", ("library",)),)
    assert finder.find("library").unfound == ()


def test_one_word_too_many_finds_what_has_the_others_as_close(finder: Finder) -> None:
    answer = finder.find("webcast kept zephyr")
    assert [hit.exact for hit in answer.hits] == [False]
    assert (answer.exact, answer.close) == (Count(0), Count(1))


def test_exact_answers_come_before_close_ones(finder: Finder) -> None:
    hits = finder.find("report").hits
    assert [hit.exact for hit in hits] == sorted((hit.exact for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ('"be noted"', {"That the repairs report be noted."}),
        ('"noted be"', set()),
        ("'surveyor", {"That a report on damp surveyor recruitment come to the June meeting."}),
        ("'surveyr ", set()),
        ("^that the webcast", {"That the webcast be kept for a year."}),
        ("^the webcast", {"That the webcast be kept for a year."}),
        ("^webcast", set()),
        ("kept !webcast", {"That the café’s hours be kept."}),
        ('be !"be kept" !noted !permitted !aside !thanked', {"That these sites be inspected:"}),
        ("item:backlog thanked", {"That the Chair be thanked."}),
        ("item:backlgo thanked", {"That the Chair be thanked."}),
        ("item:thanks thanked", {"That the repairs report be noted."}),
        ("number:22", {"That £2.3m be set aside for the children’s library."}),
        ("date:2021-06-08 outcome:noted", {"That the repairs report be noted."}),
        ("date:2021-06-09.. outcome:noted", {"That the repairs report be noted."}),
        ("date:2021-06-09..2022", set()),
        ("year:2021,2022 !outcome:noted permitted", {"That a fence of 1.8 metres be permitted."}),
        ("council:eastmarsh committee:planing fence", {"That a fence of 1.8 metres be permitted."}),
        ("committee:eastmarsh/planning-committee kept", {"That the café’s hours be kept."}),
        ("committee:eastmarsh/hrg kept", {"That the webcast be kept for a year."}),
        ("!committee:planning kept", {"That the webcast be kept for a year."}),
        ("has:vote", set()),
        ("is:starred", {"That the Chair be thanked.", "That the webcast be kept for a year."}),
        ("is:starred kept", {"That the webcast be kept for a year."}),
        ("is:starred is:incomplete", set()),
        ("!is:starred kept", {"That the café’s hours be kept."}),
    ],
)
def test_the_language_finds_what_it_says(finder: Finder, query: str, texts: set[str]) -> None:
    answer = finder.find(query)
    assert {hit.text for hit in answer.hits if hit.exact} == texts
    assert answer.query.problems == ()


@pytest.mark.parametrize("query", ["be", '"be noted"', "report date:2021-06-01..2023-12-31"])
def test_the_outcomes_of_answers_are_counted(finder: Finder, query: str) -> None:
    for facet in finder.facets(parse_query(query))["outcome"]:
        assert finder.find(f"{query} {facet.filter}").exact == Count(facet.count)


def test_facets_are_what_would_narrow_the_answers(finder: Finder) -> None:
    facets = finder.facets(parse_query("kept"))
    assert [(facet.filter, facet.count) for facet in facets["committee"]] == [
        ("committee:eastmarsh/hrg", 1),
        ("committee:eastmarsh/planning-committee", 1),
    ]
    assert [(facet.name, facet.count) for facet in facets["year"]] == [("2023", 1), ("2021", 1)]
    for field in facets.values():
        for facet in field:
            assert finder.find(f"kept {facet.filter}").exact == Count(facet.count)


def test_a_question_that_is_withdrawn_is_not_answered(finder: Finder) -> None:
    with pytest.raises(Stopped):
        finder.find("report", stopped=lambda: True)
    assert finder.find("report").hits


ODD_PARTS = (
    "min", "16(v)", "repairs", "repiars", '"', "NOT", "(", "22/", "£", "\x00", "’", "é", "!", "^", "in:text", ":", "*",
    "committee:", "year:20", "date:2021-13", 'item:"', "is:starred", "outcome:noted", "number:",
    "may ➌ 2021", "➌ 5 2021", "1 ➌", "፮",
)  # fmt: skip


@pytest.mark.parametrize("typed", ["may ➌ 2021", "5 ➌ 2021", "➌ may", "፮ 5 2021", "2021 ፮ ፮"])
def test_figures_of_no_number_are_words(finder: Finder, typed: str) -> None:
    assert finder.find(typed).exact == Count(0)


@settings(max_examples=examples(500), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.lists(st.sampled_from(ODD_PARTS)).map(" ".join))
def test_no_query_is_an_error(finder: Finder, query: str) -> None:
    answer = finder.find(query, limit=5)
    assert len(answer.hits) <= 5
    for hit in answer.hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)
    assert finder.count(answer.section, answer.query).number >= answer.exact.number


def test_where_only_the_discussion_has_the_words_it_answers_and_says_so(finder: Finder) -> None:
    answer = finder.find("head of housing")
    assert (answer.section, answer.instead, answer.exact) == (Section.TEXT, True, Count(1))
    assert not finder.find("repairs report").instead
    assert not finder.find("in:text head of housing").instead
    assert finder.find("head of the housing zzqx").section is Section.RESOLUTIONS


def test_words_that_say_nothing_or_stand_nowhere_are_left_out_and_told(finder: Finder) -> None:
    answer = finder.find("something about the damp surveyors")
    assert (answer.left_out, answer.exact) == (("something", "about", "the"), Count(1))
    answer = finder.find("surveyor zephyr damp")
    assert (answer.left_out, answer.exact, answer.close) == (("zephyr",), Count(0), Count(1))
    assert finder.find("the report").left_out == ()


def test_what_another_program_commits_costs_the_reading_of_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    read: list[int] = []

    def noting(store: sqlite3.Connection, rows: Sequence[int]) -> Lexicon:
        read.extend(rows)
        return read_added(store, rows)

    monkeypatch.setattr(open_index, "read_added", noting)
    with closing(open_for_reading(path)) as store:
        finder = Finder(store)
        assert finder.find("webcast").total == Count(0)
        with writing(path) as db:
            put(db, meeting(WEBCAST, date=day(2024, 1, 9)), "b.txt")
        assert finder.find("webcast").total == Count(1)
        assert len(read) == 2, "a row of the dictionary of each section that was asked, and none of those before"
        with writing(path) as db:
            tidy(db.conn, 100)
        assert finder.find("webcast").total == Count(1)
        assert len(read) == 2, "the dictionary was put in order anew, and read anew"


def test_words_that_say_nothing_are_not_lit_beside_others(tmp_path: Path) -> None:
    let = item("1", "Roofs", resolution("That the roof of the hall be let."))
    path = store_of(tmp_path / "minutes.db", meeting(let))
    with closing(open_for_reading(path)) as store:
        (hit,) = Finder(store).find("the roof").hits
        assert [hit.text[start:end] for start, end in hit.spans] == ["roof"]
        (alone,) = Finder(store).find("the ").hits
        assert [alone.text[start:end] for start, end in alone.spans] == ["the", "the"]


def test_a_finder_that_was_made_ready_reads_no_dictionary_at_the_first_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_for_reading(store_of(tmp_path / "minutes.db", meeting(REPAIRS)))) as store:
        finder = Finder(store)
        finder.get_ready()
        monkeypatch.delattr(open_index, "read_lexicon")
        assert finder.find("repairs").hits
        assert finder.find("reprais").hits
