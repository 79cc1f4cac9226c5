"""The words that ask and promise, each form by its example; and those by which nothing is asked for."""

import datetime as dt

import pytest

from store.text.due import find_due
from store.threads.asking import IN_CLAUSES, IN_WORDS, AskingForm, asks_in_clause, asks_in_words
from store.threads.owners import owner_in, owner_of_point
from store.threads.subjects import in_common, subject

TOLD = dt.date(2021, 3, 2)


@pytest.mark.parametrize("form", IN_CLAUSES, ids=lambda form: form.name)
def test_a_form_of_asking_is_read_in_clauses_by_its_example(form: AskingForm) -> None:
    assert asks_in_clause(form.example)


@pytest.mark.parametrize("form", IN_WORDS, ids=lambda form: form.name)
def test_a_form_of_asking_is_read_in_words_by_its_example(form: AskingForm) -> None:
    assert asks_in_words(form.example) is not None


@pytest.mark.parametrize("form", [*IN_CLAUSES, *IN_WORDS], ids=lambda form: form.name)
def test_the_example_of_a_form_has_one_of_the_words_that_are_looked_for_first(form: AskingForm) -> None:
    assert any(gate in form.example.casefold() for gate in form.gates)


@pytest.mark.parametrize(
    "clause",
    [
        "That the report be noted.",
        "That the Committee's thanks to Officers be recorded.",
        "That planning permission be granted.",
        "That the Head of Audit be authorised to sign the lease.",
        "That the public be excluded from the meeting.",
        "That Councillor Crisp be appointed to the Harbour Board.",
        "That the findings be referred to the Cabinet for consideration.",
    ],
)
def test_a_clause_that_decides_asks_for_nothing(clause: str) -> None:
    assert not asks_in_clause(clause)


@pytest.mark.parametrize(
    "sentence",
    [
        "Members requested an explanation of the figures.",
        "The Head of Audit would not be in a position to provide a report.",
        "The Chair requested that a note should be made of the delay.",
        "The Clerk thanked members who had agreed to help.",
    ],
)
def test_a_sentence_that_refuses_or_asks_there_and_then_promises_nothing(sentence: str) -> None:
    assert asks_in_words(sentence) is None


@pytest.mark.parametrize(
    ("words", "last", "at_meeting"),
    [
        ("by 12 May 2021", "2021-05-12", False),
        ("by 12 May", "2021-05-12", False),
        ("by 1 March", "2022-03-01", False),
        ("to the June meeting of the committee", "2021-06-30", True),
        ("at its meeting in November", "2021-11-30", True),
        ("in July 2021", "2021-07-31", False),
        ("by the end of February", "2022-02-28", False),
        ("in autumn 2021", "2021-11-30", False),
        ("in the spring", "2021-05-31", False),
        ("in winter 2021", "2022-02-28", False),
        ("within six weeks", "2021-04-13", False),
        ("in three months", "2021-06-02", False),
        ("to the next meeting", None, True),
    ],
)
def test_a_time_by_which_something_is_due_ends_on_its_last_day(words: str, last: str | None, at_meeting: bool) -> None:
    (due,) = find_due(f"That a report be brought {words}.", TOLD)
    assert (due.last and due.last.isoformat(), due.at_meeting) == (last, at_meeting)


@pytest.mark.parametrize("words", ["to a future meeting", "of 15 February 2021", "when it may be ready", "in May 2019"])
def test_what_is_past_or_says_no_time_makes_nothing_due(words: str) -> None:
    assert list(find_due(f"That a report be brought {words}.", TOLD)) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Clerk to write to the owner.", "The Clerk"),
        ("That the Head of Audit be asked to report.", "Head of Audit"),
        ("The Service Director, Housing agreed to contact the tenants.", "The Service Director, Housing"),
        ("Figures to be brought to the next meeting. ACTION: Head of Finance", "Head of Finance"),
        ("That a report be reported to a future meeting of the committee Public Health", "Public Health"),
        ("That the Panel receive a report in July.", None),
        ("That a report be brought to the Committee.", None),
    ],
)
def test_the_owner_is_who_is_to_do_it_as_printed(text: str, owner: str | None) -> None:
    assert owner_in(text, clause=True)[0] == owner


def test_a_point_names_its_paper_and_who_brings_it() -> None:
    assert owner_of_point("Flood Strategy Ann Elm") == ("Flood Strategy", "Ann Elm")
    assert owner_of_point("the new pumps") == ("the new pumps", None)


def test_two_requests_have_their_telling_words_in_common_though_one_is_misprinted() -> None:
    some = subject("That a report on the recruitment of foster carer be reported to the June meeting.")
    others = subject("That a report on the recruitment of foster cares be reported to the June meeting.")
    assert len(in_common(some, others)) == len(some) == 3


def test_the_name_of_the_body_tells_nothing() -> None:
    assert subject("a report on drains for harbour services", "Harbour Services Committee") == ("drain",)
