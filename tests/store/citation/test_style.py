"""Styles: what they write of a place, of several, and of what the minutes do not say."""

import re
from typing import Any

import pytest

from store.citation.record import CitedSource, Confirmation
from store.citation.style import CannotCite
from store.citation.style_catalogue import StyleError, full_reference, style_named, styles
from tests.store.citation.made import BODY, HERE, clause, made

WEB = CitedSource("a.html", "cd34", "html", 0, 9, url="https://eastmarsh.example/a?b=1&c=2", accessed="2026-03-02")
PDF = CitedSource(
    "a.pdf", "ef56", "pdf", 0, 9, url="https://eastmarsh.example/a.pdf", accessed="2026-03-02", pages=(7, 8)
)


def cite(style: str, *records: Any) -> str:
    """Places in a style, as they are copied."""
    known = styles()[style]
    return known.separator.join(known.cite(records))


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, f"Minute 18(iv), {BODY}"),
        ({"label": None}, f"Minute 18, {BODY}"),
        ({"label": "b)", "number": "10", "runs_on": False}, f"Item 10(b), {BODY}"),
        ({"label": "2.", "number": "43"}, f"Minute 43(2), {BODY}"),
        ({"label": "-", "number": "77/24"}, f"Minute 77/24, {BODY}"),
        ({"label": "- (iv)"}, f"Minute 18(iv), {BODY}"),
        ({"number": None, "label": None, "title": "Webcast"}, f"‘Webcast’, {BODY}"),
        ({"number": None, "title": "Webcast"}, f"‘Webcast’(iv), {BODY}"),
        ({"number": None, "label": None, "title": None}, f"Minutes of the {BODY}"),
        ({"council": None}, "Minute 18(iv), Scrutiny Housing Repairs Group, 2 March 2023"),
        ({"date": None}, "Minute 18(iv), Scrutiny Housing Repairs Group, Eastmarsh Borough Council"),
        ({"status": "draft"}, f"Minute 18(iv), {BODY} (unconfirmed)"),
        ({"complete": False}, f"Minute 18(iv), {BODY} (text incomplete in source)"),
        ({"status": "draft", "complete": False}, f"Minute 18(iv), {BODY} (unconfirmed) (text incomplete in source)"),
        (
            {"council": "Wendleham Parish Council", "committee": "Wendleham Parish Council"},
            "Minute 18(iv), Wendleham Parish Council, 2 March 2023",
        ),
    ],
)
def test_a_full_reference_reads(changes: dict[str, Any], reference: str) -> None:
    assert full_reference(made(**changes)) == reference


def test_a_quotation_is_the_words_and_their_reference_on_one_line() -> None:
    assert cite("quotation", HERE) == f"‘That the report be noted.’ (Minute 18(iv), {BODY})"
    assert cite("quotation", made(text=None)) == f"Minute 18(iv), {BODY}"


WITHOUT_REMARKS = {"permalink", "pdf-page", "archive", "words"}


@pytest.mark.parametrize("style", sorted(styles().keys() - WITHOUT_REMARKS))
@pytest.mark.parametrize(
    ("changes", "remark"),
    [({"status": "draft"}, "(unconfirmed)"), ({"complete": False}, "(text incomplete in source)")],
)
def test_every_style_says_what_is_unconfirmed_and_what_is_cut_short(
    style: str, changes: dict[str, Any], remark: str
) -> None:
    assert remark in cite(style, made(**changes))
    assert remark not in cite(style, HERE)


def test_minutes_confirmed_since_are_not_called_unconfirmed_and_provenance_says_where() -> None:
    later = made(status="confirmed", confirmation=Confirmation("eastmarsh/hrg/2023-04-06/24", "2023-04-06", "24"))
    assert cite("full", later) == f"Minute 18(iv), {BODY}"
    assert "\nMinutes confirmed at the meeting of 6 April 2023, minute 24\n" in cite("provenance", later)


def test_minutes_confirmed_with_amendments_are_quoted_with_that_remark_in_every_style() -> None:
    where = Confirmation("eastmarsh/hrg/2023-04-06/24", "2023-04-06", "24", amended=True)
    amended = made(status="confirmed", confirmation=where)
    for style in styles().keys() - WITHOUT_REMARKS:
        assert "(confirmed with amendments, 6 April 2023)" in cite(style, amended)
    assert "\nMinutes confirmed with amendments at the meeting of 6 April 2023, minute 24\n" in cite(
        "provenance", amended
    )


def test_every_style_tells_two_meetings_of_a_day_apart_by_the_hour() -> None:
    for style in styles().keys() - WITHOUT_REMARKS:
        assert "at 9.00 pm" in cite(style, made(hour="21:00")), style
        assert "pm" not in cite(style, HERE), style


def test_a_clause_is_quoted_without_what_leads_on_to_the_next() -> None:
    for end in ("; and", ";", ",", "; or"):
        said = made(text=f"That the gate be mended{end}")
        assert cite("quotation", said).startswith("‘That the gate be mended’ (")
        assert cite("news", said).startswith("“That the gate be mended”, ")
    assert cite("quotation", HERE).startswith("‘That the report be noted.’ (")


def test_the_committee_is_named_in_the_text_too() -> None:
    assert cite("harvard-in-text", HERE).startswith("(Eastmarsh Borough Council, Scrutiny Housing Repairs Group, 2023")


def test_marks_stand_inside_quotations_where_america_has_them() -> None:
    quoted = made(title="The ‘Old Mill’: a ‘Blue Plaque’")
    assert "“The ‘Old Mill’: a ‘Blue Plaque,’” minutes" in cite("chicago", quoted)
    assert "“The ‘Old Mill’: a ‘Blue Plaque.’” Minutes" in cite("chicago-author-date", quoted)
    assert "“The ‘Old Mill’: a ‘Blue Plaque.’” *Minutes" in cite("mla", quoted)
    assert "‘The “Old Mill”: a “Blue Plaque”’, minutes" in cite("mhra", quoted)


def test_apa_curls_the_quotation_marks_of_a_title() -> None:
    assert "*The “Old” Quay*" in cite("apa", made(title='The "Old" Quay'))


def test_the_date_stands_for_a_municipal_year_that_would_be_a_guess() -> None:
    assert cite("refers", made(year=None)) == "(minute 18(iv) of 2 March 2023 refers)"


@pytest.mark.parametrize(
    ("clauses", "pinpoint"),
    [
        ([("(iv)", 4), ("(v)", 5), ("(vi)", 6)], "18(iv)–(vi)"),
        ([("(vi)", 6), ("(iv)", 4), ("(v)", 5), ("(iv)", 4)], "18(iv)–(vi)"),
        ([("(iii)", 3), ("(v)", 5)], "18(iii), (v)"),
        ([("(iii)", 3), ("(iv)", 4)], "18(iii), (iv)"),
        ([("a)", 1), ("b)", 2), ("c)", 3), ("e)", 5)], "18(a)–(c), (e)"),
    ],
)
def test_clauses_of_one_item_are_cited_together(clauses: list[tuple[str, int]], pinpoint: str) -> None:
    assert cite("short", *(clause(*one) for one in clauses)) == f"HRG 2.3.23 min {pinpoint}"


def test_a_label_that_the_minutes_leave_out_is_in_no_range() -> None:
    printed = [clause("(i)", 1), clause("(ii)", 2), clause("(iv)", 4, place=3), clause("(v)", 5, place=4)]
    assert cite("short", *printed) == "HRG 2.3.23 min 18(i), (ii), (iv), (v)"


def test_the_words_of_several_clauses_have_their_labels_and_a_gap_where_others_stand_between() -> None:
    quoted = cite("quotation", clause("(i)", 1), clause("(ii)", 2), clause("(iv)", 4))
    assert quoted.startswith("‘(i) That it be (i). (ii) That it be (ii). … (iv) That it be (iv).’ (Minute 18(i)")


def test_a_clause_is_not_cited_beside_its_item() -> None:
    item = made(permalink=HERE.item, position=(3,), label=None, value=None)
    assert cite("short", HERE, item) == "HRG 2.3.23 min 18"


def test_a_style_that_cites_one_by_one_does_so() -> None:
    assert cite("permalink", clause("(i)", 1), clause("(ii)", 2), clause("(i)", 1)).split("\n") == [
        f"{HERE.item}/r1/(i)",
        f"{HERE.item}/r1/(ii)",
    ]


def test_several_items_stand_in_the_order_given() -> None:
    other = made(permalink="x", item="x", meeting="x", number="9", label=None, date="2020-01-01")
    assert cite("short", HERE, other, HERE) == "HRG 2.3.23 min 18(iv); HRG 1.1.20 min 9"


def test_quotation_marks_inside_become_the_other_kind() -> None:
    said = made(title='The "Old" Quay', text="That the ‘plan’ of the council’s be “so”.")
    assert cite("quotation", said).startswith("‘That the “plan” of the council’s be “so”.’ (")
    assert cite("news", said).startswith("“That the ‘plan’ of the council’s be ‘so’”, Eastmarsh")
    assert "‘The “Old” Quay’" in cite("harvard", said)
    assert "“The ‘Old’ Quay,”" in cite("chicago", said)


def test_a_title_that_ends_with_a_mark_gets_no_second_one() -> None:
    assert "“Who pays?,” minutes of meeting" in cite("chicago", made(title="Who pays?"))
    assert "“Who pays?” Minutes of meeting" in cite("chicago-author-date", made(title="Who pays?"))
    assert "“Works etc.” Minutes of meeting" in cite("chicago-author-date", made(title="Works etc."))


def test_an_address_comes_with_the_day_of_citing() -> None:
    web = made(source=WEB)
    assert cite("harvard", web).endswith(f" Available at: {WEB.url} (Accessed: 2 March 2026).")
    assert cite("oscola", web).endswith(f" <{WEB.url}> accessed 2 March 2026")
    assert cite("mhra", web).endswith(f" <{WEB.url}> [accessed 2 March 2026].")
    assert cite("apa", web).endswith(f"[Meeting minutes]. {WEB.url}")
    assert cite("harvard", HERE).endswith(" Eastmarsh Borough Council, Eastmarsh. Unpublished.")


def test_a_link_leads_to_the_words_on_a_page_and_to_the_page_of_a_pdf() -> None:
    words = "That the well-known, long and winding list of works & costs be noted by all."
    link = "#:~:text=That%20the%20well%2Dknown%2C%20long%20and%20winding%20list%20of,noted%20by%20all"
    assert cite("markdown", made(source=WEB, text=words)).endswith(f"]({WEB.url}{link})")
    assert cite("markdown", made(source=PDF)).endswith(f"]({PDF.url}#page=7)")
    assert cite("pdf-page", made(source=PDF)) == f"{PDF.url}#page=7"
    assert "Document: a.pdf, page 7–8" in cite("provenance", made(source=PDF))


def test_what_html_markdown_and_wikipedia_would_read_as_markup_is_escaped() -> None:
    wild = made(
        committee="R&D <Panel>",
        title="A | B [[C]] {{D}} ''E''",
        text="1. That *all* of <b>it</b> be noted.",
        source=WEB,
    )
    html = cite("html", wild)
    assert '<blockquote cite="https://eastmarsh.example/a?b=1&amp;c=2#:~:text=' in html
    assert "<p>1. That *all* of &lt;b&gt;it&lt;/b&gt; be noted.</p>" in html
    assert "R&amp;D &lt;Panel&gt;" in html
    assert cite("markdown", wild).startswith("> 1\\. That \\*all\\* of \\<b\\>it\\</b\\> be noted.\n")
    title = "A {{!}} B &#91;&#91;C&#93;&#93; &#123;&#123;D&#125;&#125; &#39;&#39;E&#39;&#39;"
    assert f"|title={title} |" in cite("wikipedia", wild)


@pytest.mark.parametrize(
    ("style", "changes", "why"),
    [
        ("news", {"text": None}, "Nothing was decided here that could be quoted."),
        ("pdf-page", {}, "This is no page of a published PDF."),
        ("archive", {}, "Say which record office has the volumes"),
    ],
)
def test_a_style_that_lacks_something_says_what(style: str, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotCite, match=re.escape(why)):
        cite(style, made(**changes))


def test_of_several_places_it_says_which_one() -> None:
    other = made(permalink="other/place", item="other", text=None)
    with pytest.raises(CannotCite, match=r"^other/place: Nothing was decided"):
        cite("news", HERE, other)


def test_a_person_adds_a_style_with_words_of_their_own() -> None:
    own = styles({"mine": {"template": "{paper}: {number}[, p. {pages}]", "fields": {"paper": "The Quay Times"}}})
    assert own["mine"].cite([HERE]) == ["The Quay Times: 18(iv)"]
    assert own["mine"].name == "mine"


def test_a_table_of_the_same_name_changes_only_what_it_says() -> None:
    told = {"archive": "Eastmarsh Record Office", "archive_location": "EBC/2/14"}
    cited = "Eastmarsh Borough Council, Scrutiny Housing Repairs Group minutes, 2 March 2023, minute 18(iv)"
    assert styles({"archive": {"fields": told}})["archive"].cite([HERE]) == [
        f"Eastmarsh Record Office, EBC/2/14, {cited}"
    ]
    del told["archive_location"]
    assert styles({"archive": {"fields": told}})["archive"].cite([HERE]) == [f"Eastmarsh Record Office, {cited}"]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ({"template": "{colour}"}, "styles.mine.template: there is no field “colour”; there are: council, "),
        ({"template": "{number:loud}"}, "styles.mine.template: there is no filter “loud”; there are: single, "),
        ({"template": "[{number}"}, "styles.mine.template: the “[” at character 1 is never closed."),
        ({"template": "{number}]"}, "styles.mine.template: “]” at character 9 belongs to no bracket."),
        ({"template": "{}"}, "styles.mine.template: “{}” is not the name of a field."),
        ({"template": "x", "colour": "red"}, "styles.mine: there is no “colour” in a style; there are: name, "),
        ({"template": 3}, "styles.mine: “template” should be text in quotation marks."),
        ({"template": "x", "escape": "latex"}, "styles.mine: there is no escape “latex”; there are: plain, "),
        ({"name": "x"}, "styles.mine: a style has either a “template” or the name of a “csl” file."),
        ({"template": "{a}", "fields": {"a": 1}}, "styles.mine: “fields” should have text in quotation marks."),
    ],
)
def test_a_style_that_is_wrong_is_told_so(table: dict[str, object], wrong: str) -> None:
    with pytest.raises(StyleError, match=re.escape(wrong)):
        styles({"mine": table})


def test_a_style_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(StyleError, match="There is no style of citation “havard”; there are: short, full, "):
        style_named(styles(), "havard")


def test_the_words_alone_are_the_words_and_of_what_has_none_its_title() -> None:
    assert cite("words", HERE) == "That the report be noted."
    assert cite("words", made(text=None)) == HERE.title
