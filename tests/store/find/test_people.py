"""Asking for people: who was there, sent apologies, took the chair, declared an interest; and who a name is."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.model import Attendance, Interest, Meeting
from store.views.meeting_filter import MeetingFilter
from tests.store.building import NOWHERE, item, meeting, resolution, store_of


def held(on: day, present: str, absent: str, chair: str, declared: str, mover: str) -> Meeting:
    moved = replace(resolution(f"That the quay of {on.year} be mended."), mover=mover, seconder="Cllr B Tansley")
    return replace(
        meeting(item("1", "Quay", moved), date=on, chair=chair),
        attendance=(
            Attendance(present, None, "Members present", NOWHERE),
            Attendance(absent, None, "Apologies for absence", NOWHERE),
        ),
        interests=(Interest(declared, "personal", None, None, NOWHERE),),
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(
        tmp_path_factory.mktemp("people") / "minutes.db",
        held(day(2021, 1, 5), "Councillor Crisp", "Councillor A. Vane", "Cllr Oddie", "Councillor Crisp", "Cllr Crisp"),
        held(day(2022, 1, 5), "Councillor A. Vane", "Councillor Crisp", "Councillor Crisp", "Mrs Pym", "Cllr Vane"),
    )


@pytest.fixture(scope="module")
def finder(path: Path) -> Iterator[Finder]:
    with closing(open_for_reading(path)) as store:
        yield Finder(store)


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("present:crisp", {2021}),
        ("present:cripsp", {2021}),
        ("present:Councillor", {2021, 2022}),
        ("apologies:crisp", {2022}),
        ("chair:crisp", {2022}),
        ("chair:oddie,crisp", {2021, 2022}),
        ("interest:pym", {2022}),
        ("interest:crisp present:vane", set()),
        ("mover:vane", {2022}),
        ("seconder:tansley", {2021, 2022}),
        ('seconder:"b tansley" mover:crisp', {2021}),
        ("person:oddie", {2021}),
        ("person:tansley", {2021, 2022}),
        ("who:pym", {2022}),
        ("!present:crisp", {2022}),
        ("quay !interest:crisp", {2022}),
        ("quays present:vane", {2022}),
        ("present:zzqx", set()),
    ],
)
def test_what_was_decided_is_found_by_the_people_of_its_meeting(finder: Finder, query: str, years: set[int]) -> None:
    assert {int((hit.date or "")[:4]) for hit in finder.find(query).hits} == years


def test_a_name_that_no_minutes_have_is_said_to_stand_nowhere(finder: Finder) -> None:
    (unfound,) = finder.find("present:zzqx").unfound
    assert unfound.typed == "present:zzqx"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Councillor Crisp", ["Councillor Crisp: 2 meetings, 1 interest, 1 motion"]),
        ("crisp ", ["Councillor Crisp: 2 meetings, 1 interest, 1 motion"]),
        ("vane", ["Councillor A. Vane: 2 meetings"]),
        ("pym", ["Mrs Pym: 1 interest"]),
        ("crisp quay", []),
        ("crisp present:vane", []),
        ("quay", []),
        ("councillor", []),
    ],
)
def test_a_name_typed_plainly_offers_the_person(finder: Finder, typed: str, told: list[str]) -> None:
    assert [person.told for person in finder.people(parse_query(typed))] == told


def test_the_filter_of_a_person_finds_the_meetings_that_name_them(finder: Finder) -> None:
    (person,) = finder.people(parse_query("a vane"))
    assert person.filter == 'person:"a vane"'
    assert len(finder.find(person.filter).hits) == 2


@pytest.mark.parametrize(("query", "meetings"), [("present:crisp", 1), ("!present:crisp", 1), ("person:crisp", 2)])
def test_meetings_are_filtered_by_their_people(path: Path, query: str, meetings: int) -> None:
    with closing(open_for_reading(path)) as store:
        through = MeetingFilter(store)
        through.renew()
        assert len(through.keys(query) or ()) == meetings
