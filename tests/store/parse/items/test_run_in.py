"""Titles that run into their text, titles in lists and titles over several lines, as small bodies print them."""

from pathlib import Path
from textwrap import fill

import pytest

from store.parse.meeting import parse_meeting
from store.readers.reader import read_document
from tests.store.parse.reading import meeting_of

HEAD = (
    "Quay Street Allotments\nMinutes of the meeting held on 4 June 2024 at 7pm\n\nPresent: A. Ash (Chair), B. Elm\n\n"
)


def titles_of(text: str) -> list[str]:
    return [item.title for item in meeting_of(text).items]


@pytest.mark.parametrize("stop", [": ", " - ", ". "])
def test_where_most_titles_run_into_their_text_all_do(stop: str) -> None:
    heads = [
        f"1. Apologies{stop}Stan Reed, Ivy Cole",
        f"2. Minutes{stop}The minutes were agreed as a correct record.",
        f"3. Water{stop}The tank by the gate leaks and was mended by Mr Reed.",
        f"4. Treasurer's report{stop}The balance is £41.20 and was noted by all.",
    ]
    assert titles_of(HEAD + "\n\n".join(heads)) == ["Apologies", "Minutes", "Water", "Treasurer's report"]


def test_a_colon_within_brackets_ends_no_title() -> None:
    heads = [f"{at}. {title} (Ref: {at})" for at, title in enumerate(("Apologies", "Minutes", "Water"), 1)]
    texts = ("None were received.", "The minutes were agreed.", "The tank was mended.")
    printed = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, texts, strict=True))
    assert titles_of(HEAD + printed) == ["Apologies", "Minutes", "Water"]


def test_titles_with_a_colon_stay_whole_where_none_runs_in() -> None:
    heads = ["1. Application 4: Barn", "2. Application 5: Mill", "3. Application 6: Forge"]
    printed = "\n\n".join(f"{head}\n\nThe officer said that it was small." for head in heads)
    assert titles_of(HEAD + printed) == ["Application 4: Barn", "Application 5: Mill", "Application 6: Forge"]


def test_numbered_paragraphs_right_above_a_number_do_not_make_it_a_list() -> None:
    told = [
        "1. Welcome",
        "1.1 The chair welcomed all.",
        "1.2 There was a quorum.",
        "2. Minutes",
        "2.1 They were agreed.",
    ]
    left = ["3. Water", "3.1 The tank leaks.", "4. Next meeting", "4.1 2 July 2024"]
    text = HEAD + "\n".join((*told, *left))
    assert titles_of(text) == ["Welcome", "Minutes", "Water", "Next meeting"]


def test_bold_words_behind_bullets_are_titles(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    items = [
        "* **Minutes** - The minutes were agreed.",
        "* **Salt** - It is £61 a ton.",
        "* **Adjourn** - All went home.",
    ]
    path.write_text("# Elder Creek Board\n\n4 June 2024\n\n" + "\n".join(items) + "\n")
    meeting = parse_meeting(read_document(path))
    assert [item.title for item in meeting.items] == ["Minutes", "Salt", "Adjourn"]


def test_a_heading_over_the_agenda_is_no_item(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    heads = ["## Agenda\n\n* Reports\n* Release", "## Reports\n\nNone came this month.", "## Release\n\nBo will do it."]
    path.write_text("# 4 June 2024: Steering Council\n\n" + "\n\n".join(heads) + "\n")
    assert [item.title for item in parse_meeting(read_document(path)).items] == ["Reports", "Release"]


def test_what_heads_the_minutes_in_capitals_is_no_item() -> None:
    text = (
        "HARBOUR LIBRARY BOARD\nMINUTES OF MEETING\nJune 4, 2024\n\n"
        "CALL TO ORDER\nThe chair called the meeting to order.\nOLD BUSINESS\nThe new van comes in July.\n"
        "ADJOURNMENT\nThe meeting adjourned at 5:10 p.m.\n"
    )
    assert titles_of(text) == ["CALL TO ORDER", "OLD BUSINESS", "ADJOURNMENT"]


def test_a_title_without_a_number_may_be_wrapped() -> None:
    title = "Appeal against the decision of the harbour master about the licences of two boats of the north quay"
    told = (
        "The members heard the harbour master, who said that both boats had been laid up for the winter and that "
        "neither of them had been seen at sea since then, and the owner, who did not agree with him about the second "
        "of the boats, which is hers."
    )
    text = "\n\n".join(["Agenda item", fill(title, 80), "Minutes:", fill(told, 80), fill(told[::-1], 80)])
    assert titles_of(text) == [title]


def test_votes_and_figures_of_tables_number_no_items() -> None:
    votes = "(5) Against the proposal\n\nA. Ash, B. Elm.\n\n(11) For the proposal\n\nC. Oak, D. Fir.\n\n"
    assert titles_of(f"{HEAD}The chair put the plan to the vote, which went as follows.\n\n{votes}") == []


def test_numbered_paragraphs_that_tell_are_no_titles() -> None:
    told = [
        "1. Bridget brought up the request for the small grant and everybody thought it a good one to make.",
        "2. The trees in the north bed were discussed at length and nobody knew who had planted them there.",
        "3. Discussion of the wall.",
        "4. Stan reported that the shed had been broken into again and that two forks were taken from it.",
    ]
    assert titles_of(HEAD + "\n\n".join(told)) == []


def test_a_meeting_told_to_have_opened_is_not_closed_by_it() -> None:
    text = (
        f"{HEAD}The meeting opened at 7.05 pm.\n\nIt was agreed to mend the wall.\n\nThe meeting closed at 8.10 pm.\n"
    )
    meeting = meeting_of(text)
    assert [one.clauses[0].text for item in meeting.items for one in item.resolutions] == ["to mend the wall."]
    assert (meeting.start, meeting.end) == ("19:00", "20:10")


def test_words_behind_titles_in_capitals_are_their_text() -> None:
    heads = [
        "1. APOLOGIES  Stan Reed",
        "2. MINUTES",
        "The minutes were agreed.",
        "3. OTHER BUSINESS Ivy Cole thanked us.",
    ]
    assert titles_of(HEAD + "\n\n".join(heads)) == ["APOLOGIES", "MINUTES", "OTHER BUSINESS"]


def test_people_behind_what_asks_for_them_are_no_title() -> None:
    heads = ["1. Apologies Mrs I. Cole and Mr S. Reed", "2. Minutes", "They were agreed.", "3. Water", "It was cold."]
    assert titles_of(HEAD + "\n\n".join(heads)) == ["Apologies", "Minutes", "Water"]


def test_a_name_with_a_number_is_one_title_among_others() -> None:
    heads = ["Approval of Minutes", "Hearing 24-03 - Ash, 14 Quay Lane", "Hearing 24-04 - The Bakery", "Other Business"]
    printed = "\n\n".join(f"{head}\nThe members heard of it and the clerk read the letters aloud." for head in heads)
    assert titles_of(HEAD + printed) == heads
