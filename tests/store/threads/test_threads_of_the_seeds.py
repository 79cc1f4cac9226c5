"""What five real meetings add up to, row by row of what was asked of them; by permalinks, numbers and short words."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.ingest.importer import import_paths
from store.views.compared_wordings import compare
from store.views.follow_up import FollowUpLine, RequestState, follow_up_keys, follow_up_lines
from store.views.misfit_list import MisfitLine, misfits
from store.views.person_page import person_pages
from store.views.place_references import ReferenceLine, ReferenceState, cited_by, references_at
from store.views.place_thread import place_thread

TODAY = dt.date(2021, 7, 1)
MARCH, MAY = "csrg/2021-03-02", "csrg/2021-05-10"
LEICESTERSHIRE, SLOUGH, SOLIHULL = "cfosc/2019-06-04", "ecssp/2016-03-16", "csessb/2020-03-12"


@pytest.fixture(scope="module")
def store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("seeds") / "minutes.db"
    for _ in import_paths(path, sorted((corpus / "seeds").glob("*.txt"))):
        pass
    with closing(open_for_reading(path)) as store:
        yield store


@pytest.fixture(scope="module")
def requests(store: sqlite3.Connection) -> tuple[FollowUpLine, ...]:
    return tuple(follow_up_lines(store, follow_up_keys(store, TODAY, {}, every=True), TODAY, {}))


def at(requests: tuple[FollowUpLine, ...], place: str) -> list[FollowUpLine]:
    """The requests of one place, in printed order."""
    return sorted((one for one in requests if one.permalink == place), key=lambda one: one.start)


def below(requests: tuple[FollowUpLine, ...], item: str) -> list[FollowUpLine]:
    """The requests of an item, in it and below it."""
    return sorted((one for one in requests if f"{one.permalink}/".startswith(f"{item}/")), key=lambda one: one.start)


def pointer(store: sqlite3.Connection, place: str, text: str) -> ReferenceLine:
    (found,) = [one for one in references_at(store, place) if one.text == text and one.permalink == place]
    return found


def test_minute_23_refers_to_minute_22_of_the_same_day(store: sqlite3.Connection) -> None:
    found = pointer(store, f"{MAY}/23", "minutes 22")
    assert (found.state, found.targets) == (ReferenceState.RESOLVED, (f"{MAY}/22",))
    assert [one.permalink for one in cited_by(store, f"{MAY}/22")] == [f"{MAY}/23"]


def test_the_header_of_march_is_item_2_1_of_may_and_not_its_own(store: sqlite3.Connection) -> None:
    found = pointer(store, MARCH, "2.1")
    assert (found.state, found.targets) == (ReferenceState.RESOLVED, (f"{MAY}/20",))
    assert [one.permalink for one in cited_by(store, f"{MAY}/20")] == [MARCH]
    assert cited_by(store, f"{MARCH}/13") == ()


def test_a_label_of_an_agenda_joins_nothing(store: sqlite3.Connection) -> None:
    labels = [one for place in (MARCH, MAY) for one in references_at(store, place) if one.form == "label"]
    assert len(labels) == 6
    assert {(one.state, one.targets) for one in labels} == {(ReferenceState.NONE, ())}


def test_a_finding_of_a_report_is_no_minute(store: sqlite3.Connection) -> None:
    assert [one.text for one in references_at(store, SLOUGH) if "107" in one.text] == []


def test_three_requests_are_folded_with_those_that_repeat_them(requests: tuple[FollowUpLine, ...]) -> None:
    for first, again in (("(iii)", "(iv)"), ("(iv)", "(v)"), ("(v)", "(vi)")):
        (one,) = at(requests, f"{MARCH}/16/r1/{first}")
        assert f"{MARCH}/18/r1/{again}" in one.also
    assert not {one.permalink for one in requests} & {f"{MARCH}/18/r1/{label}" for label in ("(iv)", "(v)", "(vi)")}


def test_only_the_last_of_the_three_is_due_and_their_owners_stand_where_they_are_repeated(
    requests: tuple[FollowUpLine, ...],
) -> None:
    told = [at(requests, f"{MARCH}/16/r1/{label}")[0] for label in ("(iii)", "(iv)", "(v)")]
    assert [one.due for one in told] == [None, None, "2021-06-30"]
    assert [one.owner for one in told] == [
        "Public Health",
        "Service Director Education",
        "Service Director, Children's Operations",
    ]


def test_the_strategies_that_a_meeting_was_arranged_for_came_late(requests: tuple[FollowUpLine, ...]) -> None:
    told = at(requests, f"{MARCH}/18/r1/(ii)")
    assert [(one.due, one.state, one.answer) for one in told] == [
        ("2021-04-13", RequestState.LATE, f"{MAY}/22"),
        ("2021-04-13", RequestState.LATE, f"{MAY}/23"),
    ]
    assert [one.owner and one.owner.split()[0] for one in told] == ["John", "Allison"]


def test_what_only_sounds_alike_answers_nothing(requests: tuple[FollowUpLine, ...]) -> None:
    told = [at(requests, f"{MARCH}/16/r1/{label}")[0] for label in ("(iii)", "(iv)", "(v)")]
    assert [one.answer for one in told] == [None, None, None]
    assert told[2].state is RequestState.OVERDUE
    assert told[2].since == "today"


def test_promises_in_words_are_requests_too(requests: tuple[FollowUpLine, ...]) -> None:
    for place in (f"{MARCH}/13", f"{MARCH}/14", f"{MARCH}/18/r1/(i)"):
        assert len(at(requests, place)) == 1
    assert [at(requests, f"{MARCH}/{item}")[0].owner for item in ("13", "14")] == [
        "The Service Director, Children's Operations"
    ] * 2


def test_the_requests_of_leicestershire_lie_in_four_items(requests: tuple[FollowUpLine, ...]) -> None:
    found = [one for one in requests if one.meeting == LEICESTERSHIRE]
    assert {one.number for one in found} == {"4", "10", "12", "13"}
    assert at(requests, f"{LEICESTERSHIRE}/13")[0].due == "2019-11-05"  # the November meeting, printed in item 17


def test_the_requests_of_slough(requests: tuple[FollowUpLine, ...]) -> None:
    assert len(below(requests, f"{SLOUGH}/42")) == 3
    assert [one.due for one in at(requests, f"{SLOUGH}/43/r1/1.")] == ["2016-07-31", "2016-11-30"]
    (second,) = at(requests, f"{SLOUGH}/43/r1/2.")
    assert second.owner == "The Commissioner for Education and Children"
    assert len(at(requests, f"{SLOUGH}/43/r1/3.")) == 1


def test_the_requests_of_solihull_are_one_without_words_and_two(requests: tuple[FollowUpLine, ...]) -> None:
    found = [one for one in requests if one.meeting == SOLIHULL]
    assert sorted((one.number or "", one.cut) for one in found) == [("12", True), ("13", False), ("13", False)]


def test_minutes_confirmed_of_another_day_are_one_conflict(store: sqlite3.Connection) -> None:
    found = pointer(store, f"{MAY}/20/r1", "12 March 2021")
    assert (found.state, found.targets) == (ReferenceState.CONFLICT, (MARCH,))
    assert [one.permalink for one in of_kind(store, "day")] == [f"{MAY}/20/r1"]


def test_numbers_run_on_over_a_meeting_that_is_not_held(store: sqlite3.Connection) -> None:
    assert of_kind(store, "gap") == []
    arranged = store.execute("SELECT permalink FROM announced WHERE day = '2021-04-13'").fetchall()
    assert arranged == [(f"{MARCH}/18/r1/(ii)",)]


def of_kind(store: sqlite3.Connection, kind: str) -> list[MisfitLine]:
    return [one for one in misfits(store) if one.kind == kind]


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        ("label", [f"{MARCH}/18/r1/(iv)"]),
        ("day", [f"{MAY}/20/r1"]),
        ("told before", [f"{MARCH}/14"]),
        ("past plan", [f"{SLOUGH}/42"]),
        ("cut", [f"{SOLIHULL}/{item}" for item in (11, 12, 13)] + [f"{LEICESTERSHIRE}/{item}" for item in (4, 11, 13)]),
        ("weekday", []),
        ("both", []),
        ("conduct", []),
        ("gap", []),
    ],
)
def test_what_does_not_fit_is_marked_and_nothing_else(store: sqlite3.Connection, kind: str, places: list[str]) -> None:
    assert [one.permalink for one in of_kind(store, kind)] == places


def test_keens_interests_grow_by_a_school(store: sqlite3.Connection) -> None:
    (page,) = person_pages(store, "Councillor Keens")
    interests = [one for one in page.done if one.part == "interest"]
    assert [one.permalink for one in interests] == [f"{MAY}/21", f"{MARCH}/15"]
    assert ["Virtual" in (one.detail or "") for one in interests] == [True, False]


def test_thirteen_people_came_in_may(store: sqlite3.Connection) -> None:
    asked = "SELECT count(DISTINCT name) FROM appearance JOIN meeting ON meeting.id = meeting_id"
    asked = f"{asked} WHERE meeting.permalink = ?"
    assert store.execute(f"{asked} AND part IN ('present', 'in attendance')", (MAY,)).fetchone() == (13,)
    assert store.execute(f"{asked} AND part IN ('present', 'in attendance', 'apologies')", (MAY,)).fetchone() == (15,)


def test_the_roll_calls_of_fingal_are_as_many_names_as_are_counted(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "fingal.db"
    for _ in import_paths(path, [corpus / "found" / "fingal-rollcalls.txt"]):
        pass
    asked = "SELECT count(*) FROM appearance WHERE part IN ('voted for', 'voted against', 'abstained') GROUP BY start"
    with closing(open_for_reading(path)) as store:
        counted = [many for (many,) in store.execute(f"{asked} ORDER BY start")]
    assert counted == [23, 11, 4, 24, 11, 3, 29, 5, 4]


def test_the_improvement_plan_of_march_and_may_is_perhaps_one_matter(store: sqlite3.Connection) -> None:
    thread = place_thread(store, f"{MARCH}/16", TODAY, {})
    assert [one.permalink for one in thread.matter] == [f"{MAY}/24"]
    assert place_thread(store, f"{MARCH}/17", TODAY, {}).matter == ()


def test_a_near_repeat_differs_in_the_owner_alone(store: sqlite3.Connection) -> None:
    found = compare(store, f"{MARCH}/16/r1/(iv)", f"{MARCH}/18/r1/(v)")
    assert [text for text, alone in found.first if alone] == []
    assert [text for text, alone in found.second if alone] == ["Service Director Education"]


def test_a_title_in_another_language_is_no_name() -> None:
    from store.text.person_names import person_name

    assert person_name("Cynghorydd Sir") is None
