"""Markdown: what it shows when it is set, and its marks as looks."""

import pytest

from store.model import Document
from store.readers.reader import document_from_bytes
from tests.store.readers.looking import assert_looks_hold, furniture_of, lines_of, looking, looks_of, notes_of, words_of


def read(source: str, name: str = "a.md") -> Document:
    document = document_from_bytes(name, source.encode())
    assert_looks_hold(document)
    return document


@pytest.mark.parametrize(
    ("source", "text", "looks"),
    [
        ("**Reeds**", "Reeds", [("Reeds", "bold")]),
        ("__Reeds__ and _weir_", "Reeds and weir", [("Reeds", "bold"), ("weir", "italic")]),
        ("***Reeds*** cut", "Reeds cut", [("Reeds", "bold italic")]),
        ("**_Reeds_ cut**", "Reeds cut", [("Reeds", "bold italic"), ("cut", "bold")]),
        ("**Ree****ds**", "Reeds", [("Reeds", "bold")]),
        ("**4.**  **Reeds**", "4.  Reeds", [("4.  Reeds", "bold")]),
        ("**4\\.** **Reeds**", "4. Reeds", [("4. Reeds", "bold")]),
        ("**7_._     Reeds:**", "7.     Reeds:", [("7.     Reeds:", "bold")]),
        ("** Reeds** and **weir **", " Reeds and weir", [("Reeds", "bold"), ("weir", "bold")]),
        ("**Reeds and no end", "Reeds and no end", []),
        ("A **word\nthat wraps** on", "A word\nthat wraps on", [("word", "bold"), ("that wraps", "bold")]),
        ("### Reeds ###", "Reeds", [("Reeds", "heading 3")]),
        ("## **Reeds** cut", "Reeds cut", [("Reeds cut", "heading 2"), ("Reeds", "bold")]),
        ("Reeds\n=====", "Reeds", [("Reeds", "heading 1")]),
        ("Reeds\n-----\ncut", "Reeds\ncut", [("Reeds", "heading 2")]),
        ("27^th^ May", "27th May", [("th", "raised")]),
        ("<b>Reeds</b> <u>weir</u>", "Reeds weir", [("Reeds", "bold"), ("weir", "underlined")]),
        ('<span style="text-decoration: underline;">Reeds</span>', "Reeds", [("Reeds", "underlined")]),
        ("[Reeds]{.underline} cut", "Reeds cut", [("Reeds", "underlined")]),
        ("[**The plan**](https://a.example/x_(y)_z.pdf)", "The plan", [("The plan", "bold")]),
        ("![a weir](weir.png)Reeds", "Reeds", []),
        ("Ash &amp; Elm, 2&nbsp;pm", "Ash & Elm, 2\u00a0pm", []),
        ("2 * 3 * 4, snake_case_name, a ____ line, 2*3*4", "2 * 3 * 4, snake_case_name, a ____ line, 2*3*4", []),
        ("a < b, <none> and \\*so\\*", "a < b, <none> and *so*", []),
        ("`**as it is**`", "**as it is**", []),
    ],
)
def test_a_mark_is_a_look_and_no_word(source: str, text: str, looks: list[tuple[str, str]]) -> None:
    document = read(source)
    assert (document.text, looks_of(document)) == (text, looks)


def test_a_line_of_the_source_stays_a_line() -> None:
    source = "# Reeds\n\n1.  Cut\\\n    by hand  \n    and\n<!-- a\nremark -->\n> quoted\n\nEnd"
    assert read(source).text.split("\n") == [
        "Reeds",
        "",
        "1.  Cut",
        "    by hand",
        "    and",
        "",
        "",
        "quoted",
        "",
        "End",
    ]


def test_a_tag_that_breaks_a_line_makes_no_gap() -> None:
    assert read("Reeds<br>\nand weir<br/>cut").text == "Reeds\nand weir\ncut"


def test_a_quotation_is_told_by_its_look() -> None:
    document = read("Before\n\n> The **reeds**\n> be cut.\n>\n> > Twice\n\nAfter")
    assert document.text == "Before\n\nThe reeds\nbe cut.\n\nTwice\n\nAfter"
    assert looking(document, "quoted") == ["The reeds", "be cut.", "Twice", "Twice"]


def test_a_rule_and_small_print_are_furniture() -> None:
    document = read("Reeds\n\n---\n*<small>Page 2</small>*\n\nbe cut\n\n* * *\n\nEnd\n---\n")
    assert furniture_of(document) == ["---", "Page 2", "* * *", "---"]
    assert words_of(document) == ["Reeds", "be cut", "End"]
    assert looking(document, "heading 2") == [], "three dashes right under words part pages"


def test_front_matter_is_left_as_it_is() -> None:
    front = '---\ntitle: "**May**"\nlayout: _post_\n---'
    assert read(f"{front}\n\n**Reeds**").text == f"{front}\n\nReeds"


def test_a_list_whose_entries_all_have_one_number_is_counted_through() -> None:
    assert lines_of(read("1. Reeds\n1. Weir\n   1. Sluice\n   1. Gate\n1. Mill\n\nMore\n\n1. Fish")) == [
        "1. Reeds", "2. Weir", "1. Sluice", "2. Gate", "3. Mill", "More", "1. Fish",
    ]  # fmt: skip
    assert lines_of(read("1. Reeds\n2. Weir\n5. Mill")) == ["1. Reeds", "2. Weir", "5. Mill"], "labels that skip stay"


def test_struck_words_stand_under_their_paragraph() -> None:
    document = read("That ~~ten~~ twelve pounds <del>and more</del> be paid.\n\nEnd")
    assert words_of(document) == ["That twelve pounds be paid.", "End"]
    assert looking(document, "struck") == ["ten", "and more"]
    assert furniture_of(document) == ["ten and more"]


def test_a_row_of_a_table_is_a_line_and_its_cells_have_places() -> None:
    document = read("| No. | Business |\n|:---|---:|\n| **1** | Reeds \\| rushes |\n| 2 | Weir<br>Sluice |\n\nEnd")
    assert document.text.split("\n") == ["No.\tBusiness", "1\tReeds | rushes", "", "2\tWeir", "Sluice", "", "End"]
    assert [words for words, told in looks_of(document) if told.startswith("cell 0 2 1")] == ["Weir", "Sluice"]
    assert looking(document, "bold") == ["1"]


def test_a_table_that_a_converter_broke_over_lines_is_one() -> None:
    head = "| \n**No**\n\n | \n\n**Item**\n\n |\n| --- | --- |\n"
    document = read(head + "| 1 | Reeds.\n\nCut by hand.\n\n  |\n|   |  \n\nNone\n\n |\n")
    assert lines_of(document) == ["No Item", "1 Reeds.", "Cut by hand.", "None"]
    assert looking(document, "cell 0 1 1") == ["Reeds.", "Cut by hand."]


def test_a_table_of_html_is_a_table() -> None:
    document = read(
        "Before\n\n<table>\n<tr><td><b>Date:</b></td><td>3<sup>rd</sup> May</td></tr>\n"
        "<tr><td>Reeds</td></tr>\n</table>\n\nEnd"
    )
    assert lines_of(document) == ["Before", "Date: 3rd May", "Reeds", "End"]
    assert looking(document, "bold") == ["Date:"]
    assert looking(document, "cell 0 0 1") == ["3rd May"]


def test_a_line_with_a_stroke_is_no_table() -> None:
    assert read("Councillors Ash | Elm were there.\nAnd | so | on").text == (
        "Councillors Ash | Elm were there.\nAnd | so | on"
    )


@pytest.mark.parametrize("head", ["Action", "By whom", "Owner", ""])
def test_a_column_of_actions_stands_beside_the_words(head: str) -> None:
    rows = [
        ("1", "REEDS", ""),
        ("", "RESOLVED: That the reeds be cut before the first of May.", "Clerk"),
        ("2", "WEIR", ""),
        ("", "RESOLVED: That the old weir be mended by the miller.", "JA / Cllr Elm"),
    ]
    document = read("\n".join(f"| {' | '.join(row)} |" for row in [("No", "Minute", head), ("---",) * 3, *rows]))
    assert notes_of(document) == ["Clerk", "JA / Cllr Elm"]
    assert "RESOLVED: That the reeds be cut before the first of May." in words_of(document)


def test_a_column_of_sums_or_votes_is_no_column_of_actions() -> None:
    for last in (("£300", "£40"), ("Carried", "Lost"), ("P", "A")):
        rows = [(f"To pay for the mending of the weir and sluice {n}", what) for n, what in enumerate(last)]
        document = read("\n".join(f"| {' | '.join(row)} |" for row in [("Business", "Sum"), ("---",) * 2, *rows]))
        assert notes_of(document) == []


def test_a_text_that_sets_all_its_titles_in_bold_is_markdown() -> None:
    titles = "".join(
        f"**{number}. Title {number}**\n\nIt was so, and [the plan](https://a.example) too.\n\n"
        for number in range(1, 7)
    )
    document = read(titles, "a.txt")
    assert "[" not in document.text
    assert len(looking(document, "bold")) == 6
    assert "[the plan]" in read(titles.replace("**6.", "6.") + "fee**", "a.txt").text


def test_marks_without_end_are_read_at_once() -> None:
    for source in (
        "*a " * 20_000,
        "**a" * 20_000,
        "_*" * 20_000,
        "> " * 20_000 + "x",
        "[" * 20_000,
        "|" * 20_000,
        "<b>" * 20_000 + "x",
    ):
        read(source)
