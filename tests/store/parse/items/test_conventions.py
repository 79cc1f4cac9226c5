"""Items by the document's own conventions: how it numbers them, how it sets their titles, what counts within them."""

from pathlib import Path

import pytest

from store.parse.meeting import parse_meeting
from store.readers.reader import read_document
from tests.store.parse.reading import meeting_of

HEAD = "Harbour Board\n\nMinutes of the meeting held on 4 June 2024\n\nPresent: Cllr A. Ash (Chair), Cllr B. Elm\n\n"
TITLES = ("Apologies", "Slipway Repairs", "The Crane", "Date of Next Meeting")
TEXTS = (
    "There were no apologies this time.",
    "The slipway was found to be worn. It was agreed to mend it.",
    "The crane had been painted by the Clerk.",
    "The next meeting will be held on 2 July 2024.",
)


def items_of(text: str) -> list[tuple[str | None, str]]:
    """The number and title of each item in `text`."""
    return [(item.number, item.title) for item in meeting_of(text).items]


def minutes(heads: list[str]) -> str:
    """Minutes with a text under each of four heads."""
    return HEAD + "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, TEXTS, strict=True))


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("{n}. ", "{n}"), ("{n}) ", "{n}"), ("({n}) ", "({n})"), ("{n}    ", "{n}"), ("{n}/24 ", "{n}/24"),
        ("HB {n}   ", "HB {n}"), ("HB{n}/24: ", "HB{n}/24"), ("F/{n}/24 ", "F/{n}/24"), ("24.{n} ", "24.{n}"),
        ("24.06.{n} ", "24.06.{n}"), ("Item {n}: ", "{n}"), ("Minute {n} - ", "{n}"), ("Quay-{n} ", "Quay-{n}"),
        ("{n}.\n\n", "{n}"), ("{n}/24\n\n", "{n}/24"), ("ITEM NO. {n}\n\n", "{n}"),
    ],
)  # fmt: skip
def test_any_number_that_counts_through_the_document_numbers_its_items(printed: str, number: str) -> None:
    heads = [printed.format(n=21 + at) + title for at, title in enumerate(TITLES)]
    assert items_of(minutes(heads)) == [(number.format(n=21 + at), title) for at, title in enumerate(TITLES)]


def test_a_number_may_stand_behind_a_title_or_under_it() -> None:
    behind = [f"{title.upper()}    PLA{21 + at}/24" for at, title in enumerate(TITLES)]
    under = [f"{title.upper()}\nPLA{21 + at}/24" for at, title in enumerate(TITLES)]
    expected = [(f"PLA{21 + at}/24", title.upper()) for at, title in enumerate(TITLES)]
    assert items_of(minutes(behind)) == expected
    assert items_of(minutes(under)) == expected


@pytest.mark.parametrize("head", ["{}", "{}\n{rule}", "{}:"])
def test_titles_without_numbers_are_set_alike(head: str) -> None:
    heads = [head.format(title, rule="-" * len(title)) for title in TITLES]
    upper = [text.upper() for text in TITLES]
    assert [title for _, title in items_of(minutes(heads))] == list(TITLES)
    assert [title for _, title in items_of(minutes(upper))] == upper


def test_a_title_runs_in_where_a_sentence_follows_its_colon() -> None:
    text = HEAD + "\n\n".join(
        f"{at}. {title}: {text}" for at, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)
    )
    assert [title for _, title in items_of(text)] == list(TITLES)


def test_a_title_with_a_dash_runs_in_at_its_colon() -> None:
    text = HEAD + "1. Quay Lane - Drains: The drains were found to be blocked.\n\n2. Hut - Roof: The roof was mended."
    assert items_of(text) == [("1", "Quay Lane - Drains"), ("2", "Hut - Roof")]


def test_a_list_under_an_item_takes_no_number_of_the_next() -> None:
    text = (
        HEAD
        + "1. Apologies\n\nNone were received.\n\n2. Letters:\n\n1. A letter from the bank\n2. The Ferry News\n"
        + "3. A bill\n4. A leaflet\n\n3. Crane:\n\nIt was agreed to sell it.\n\n4. Hut:\n\nThe hut was painted."
    )
    assert items_of(text) == [("1", "Apologies"), ("2", "Letters"), ("3", "Crane"), ("4", "Hut")]


def test_the_numbers_of_paragraphs_are_no_items() -> None:
    text = HEAD + (
        "13     PROCEDURE\n\n(a)    Substitutes\n\n13.1   Cllr Elm was there for Cllr Oak.\n\n(b)    Interests\n\n"
        "13.2   Cllr Ash declared an interest.\n\n14     CRANE\n\n14.1   The crane was old.\n\n"
        "14.2   RESOLVED: That the crane be sold."
    )
    assert items_of(text) == [("13", "PROCEDURE"), ("14", "CRANE")]


def test_a_number_within_another_is_an_item_where_it_has_a_title() -> None:
    text = HEAD + (
        "1. Reports\n\n1.1 Harbour Master's Report:\n\nThe buoys were counted and found whole.\n\n"
        "1.2 Clerk's Report:\n\nThe ledger was balanced.\n\n1.3 No further news of the crane has been received.\n\n"
        "2. Close\n\nThe meeting ended at nine."
    )
    assert [number for number, _ in items_of(text)] == ["1", "1.1", "1.2", "2"]


def test_lettered_titles_are_sub_items_and_lettered_sentences_are_not() -> None:
    titles = "1. MATTERS\n\na) Boats\n\nThe boats were painted in May.\n\nb) Buoys\n\nThe buoys were counted.\n\n"
    sentences = "2. OTHER\n\na) The fence is down.\n\nb) The gate is open.\n\n3. CLOSE\n\nThe meeting ended at nine."
    assert [number for number, _ in items_of(HEAD + titles + sentences)] == ["1", "a)", "b)", "2", "3"]


def test_a_number_misprinted_or_repeated_is_an_item_where_it_stands() -> None:
    heads = ["18.05.7 Standing Orders", "1.05.8 Contract", "18.05.9 Tenders", "18.05.10 Close"]
    assert [number for number, _ in items_of(minutes(heads))] == ["18.05.7", "1.05.8", "18.05.9", "18.05.10"]
    heads = ["1. APOLOGIES", "2. SLIPWAY", "2. CRANE", "3. CLOSE"]
    assert [number for number, _ in items_of(minutes(heads))] == ["1", "2", "2", "3"]


def test_the_agenda_before_the_minutes_holds_no_items() -> None:
    agenda = "AGENDA\n\n" + "\n\n".join(f"{at}. {title}" for at, title in enumerate(TITLES, 1))
    told = "\n\n".join(
        f"{at}. {title}\n\n{text}" for at, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)
    )
    assert items_of(f"{HEAD}{agenda}\n\nMINUTES\n\n{told}") == [(str(at), title) for at, title in enumerate(TITLES, 1)]


def test_the_header_of_each_page_is_no_item() -> None:
    page = "\n\n                     {}\n\nHarbour Board   4 June 2024\n\n"
    parts = [f"{at}. {title}\n\n{text}" for at, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)]
    text = HEAD + parts[0] + page.format(1) + "\n\n".join(parts[1:3]) + page.format(2) + parts[3]
    assert items_of(text) == [(str(at), title) for at, title in enumerate(TITLES, 1)]


def test_paragraphs_that_are_numbered_one_by_one_are_no_items() -> None:
    told = [
        "Ann told the meeting that the boats of the harbour had been counted twice since the spring.",
        "Bo noted that the crane was still in need of paint and that nobody had offered to do it.",
        "Cy asked whether the hut would be opened before the summer fair, and was told that it would.",
    ]
    text = HEAD + "\n\n".join(f"{at}. {sentence}" for at, sentence in enumerate(told, 1))
    assert all(number is None for number, _ in items_of(text))


def marked_items(path: Path, text: str) -> list[tuple[str | None, str]]:
    """The number and title of each item in Markdown."""
    path.write_text(text, encoding="utf-8")
    return [(item.number, item.title) for item in parse_meeting(read_document(path)).items]


def test_headings_of_one_style_are_the_items_however_few_and_whatever_they_say(tmp_path: Path) -> None:
    text = (
        "# Ferry trust, 3 May 2022\n\nMet by telephone.\n\n## Paint\n\nIt was bought.\n\n## Bell rope\n\nIt frayed.\n"
    )
    assert marked_items(tmp_path / "trust.md", text) == [(None, "Paint"), (None, "Bell rope")]


def test_a_name_with_a_number_is_a_title_among_headings_of_its_style(tmp_path: Path) -> None:
    heads = ["Open actions", "Scheme 4: the quay", "Scheme 5: the weir", "Any other business"]
    text = "# Works panel\n\n" + "".join(f"## {head}\n\nIt was talked over.\n\n" for head in heads)
    assert marked_items(tmp_path / "panel.md", text) == [(None, head) for head in heads]


def test_numbers_of_year_month_and_item_are_no_days() -> None:
    heads = ["19/11/01  Welcome", "19/11/02  Ward rounds", "19/11/03  The lift"]
    assert items_of("".join(f"{head}\nIt was told in full.\n\n" for head in heads)) == [
        ("19/11/01", "Welcome"),
        ("19/11/02", "Ward rounds"),
        ("19/11/03", "The lift"),
    ]


def test_a_word_with_a_colon_over_text_is_a_title_where_it_could_be_a_label() -> None:
    text = "Present: Cllr Ann Ash\n\nWebsite:\n\nIt was agreed to renew it.\n\nMinutes:\n\nCllr Ash read them.\n"
    assert items_of(text) == [(None, "Website"), (None, "Minutes")]


def test_the_number_of_a_resolution_is_no_item_and_no_words_of_a_title() -> None:
    motion = "Moved by Ann Ash, seconded by Bo Birk\n\nThat it be mended.\n\nCARRIED\n\n"
    heads = ["QUAY", "NEW ROPES", "CRANE OIL"]
    text = "".join(f"{head}\n\nRESOLUTION #{at}-2021\n\n{motion}" for at, head in enumerate(heads, 30))
    assert items_of(HEAD + text) == [(None, head) for head in heads]


def test_clauses_under_that_the_board_are_no_items() -> None:
    text = minutes([f"{n}. {title}" for n, title in enumerate(TITLES, 1)])
    motion = "\n\nThat the Board\n\n(a) Buys a rope\n\nIt is to be long.\n\n(b) Sells a buoy\n\nIt is old.\n"
    assert [number for number, _ in items_of(text + motion)] == ["1", "2", "3", "4"]


def test_a_number_alone_under_the_list_of_who_came_has_its_title_below() -> None:
    front = "Quay Council\n\n4 June 2024\n\nPRESENT:\n\nCOUNCILLORS A. ASH, B. BIRK (2)\n\n"
    text = front + "ITEM NO. 1\n\nTo fill the vacancy.\n\nA man was named.\n"
    assert items_of(text) == [("1", "To fill the vacancy")]


def test_a_vote_in_bold_is_no_title(tmp_path: Path) -> None:
    vote = "**In favour: 9. Opposed: 2.**"
    text = "# Society\n\n" + "".join(f"## {head}\n\nIt was put.\n\n{vote}\n\n" for head in ("Ropes", "Oars"))
    assert marked_items(tmp_path / "society.md", text) == [(None, "Ropes"), (None, "Oars")]


def test_a_numbered_list_under_an_item_counts_on_for_none_whose_number_stands_alone() -> None:
    rules = "Rules of the house.\n\n1   A rule on rope\n\n2   A rule on oil\n\n3   A rule on paint\n\n4     A rule\n\n"
    text = f"1.\n\nApologies\n\nNone came.\n\n2.\n\nInterests\n\n{rules}None.\n\n3.\n\nBins\n\nThey were full.\n"
    assert items_of(HEAD + text) == [("1", "Apologies"), ("2", "Interests"), ("3", "Bins")]


@pytest.mark.parametrize("number", ["{n}.", "QM/0{n}/0816"])
def test_a_number_may_end_the_line_of_its_title(number: str) -> None:
    numbers = [number.replace("{n}", str(n)) for n in range(1, 5)]
    heads = [f"{title} {printed}" for title, printed in zip(TITLES, numbers, strict=True)]
    assert items_of(minutes(heads)) == [
        (printed.rstrip("."), title) for title, printed in zip(TITLES, numbers, strict=True)
    ]


def test_a_number_before_what_announces_a_decision_has_no_title() -> None:
    text = HEAD + "1. PIER\n\nIt was old.\n\n2. SHED\n\nIt leaked.\n\n3. RESOLVED: That the lamps be lit.\n\nBP\n"
    assert items_of(text)[-1] == ("3", "")
