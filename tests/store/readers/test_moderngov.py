"""ModernGov's pages: what is on them comes out in the one order that the parser reads."""

from pathlib import Path

from store.ingest.read_minutes import read_minutes
from store.model import Document, Meeting
from store.parse.meeting import parse_meeting
from store.readers.reader import document_from_bytes

HEADING = "<h1>Agenda and minutes</h1><h2 class='mgSubTitleTxt'>Harbour Board - Monday, 3 April 2023 6.00 pm</h2>"


def row(number: str, title: str, rest: str = "") -> str:
    """An item's row."""
    return (
        f"<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt' >{number}</p></td>"
        f"<td><p class='mgAiTitleTxt' >{title}</p>{rest}</td></tr>"
    )


def page(content: str, head: str = "", around: str = "{}") -> Document:
    """A page with `content` in it."""
    body = around.format(f"<div class='mgContent'>{content}</div>")
    return document_from_bytes("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())


def meeting_page(*rows: str, before: str = HEADING, head: str = "", around: str = "{}") -> Document:
    """The page of a meeting."""
    return page(f"{before}<table class='mgItemTable'>{''.join(rows)}</table>", head, around)


def lines(document: Document) -> list[str]:
    return document.text.split("\n\n")


def read(document: Document) -> Meeting:
    return parse_meeting(document)


def test_a_number_a_title_and_a_section_are_lines_of_their_own() -> None:
    minuted = "<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>None.</p></div>"
    assert lines(meeting_page("<tr><th>No.</th><th>Item</th></tr>", row("1.", "Apologies", minuted))) == [
        "Agenda and minutes", "Harbour Board - Monday, 3 April 2023 6.00 pm",
        "No.\tItem", "1.", "Apologies", "Minutes:", "None.",
    ]  # fmt: skip


def test_where_the_items_begin_is_said_even_when_the_page_leaves_it_to_a_table() -> None:
    document = meeting_page(row("", "Webcast"), row("1.", "Apologies"))
    assert lines(document)[2:] == ["No. Item", "Webcast", "1.", "Apologies"]
    assert [(item.number, item.title) for item in read(document).items] == [(None, "Webcast"), ("1", "Apologies")]


def test_items_are_known_by_their_titles_where_their_cells_have_no_class() -> None:
    cells = "<tr><td><p class='mgAiTitleTxt'>{}</p></td><td><p class='mgAiTitleTxt'>{}</p></td></tr>"
    table = f"<table id='mgItemTable'>{cells.format('1.', 'Apologies')}{cells.format('2.', 'Moorings')}</table>"
    assert [item.title for item in read(page(HEADING + table)).items] == ["Apologies", "Moorings"]


def test_an_attachment_stands_apart_from_the_title_it_is_glued_to() -> None:
    glued = "<a class='mgAiTitleLnk' href='documents/s1/M.pdf'>Moorings<span class='mgFileSize'>PDF 1.5 MB</span></a>"
    document = meeting_page(row("1.", glued))
    assert lines(document)[-1] == "Moorings PDF 1.5 MB"
    assert read(document).items[0].title == "Moorings"


def test_where_the_page_cuts_an_item_the_words_that_say_so_are_kept() -> None:
    minuted = "<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>The boats were</p></div>"
    cut = " ... <a href='mgAi.aspx?ID=1'>view the full minutes text for item 1.</a>"
    document = meeting_page(row("1.", "Boats", minuted + cut), row("2.", "Nets"))
    assert "... view the full minutes text for item 1." in lines(document)
    assert [item.complete for item in read(document).items] == [False, True]


def test_links_to_other_pages_and_what_is_outside_the_content_are_left_out() -> None:
    links = (
        "<ul class='mgActionList'><li><a href='x'>Printed minutes</a></li><li>View the decision for item 1.</li></ul>"
    )
    document = meeting_page(row("1.", "Boats", links), before=HEADING + links, around="<p>Menu</p>{}<div>Foot</div>")
    assert lines(document) == [
        "Agenda and minutes", "Harbour Board - Monday, 3 April 2023 6.00 pm", "No. Item", "1.", "Boats",
    ]  # fmt: skip


def test_the_committee_and_the_date_are_found_outside_the_content_when_it_does_not_say_them() -> None:
    heading = "<h2>Elections 2024</h2><h1 class='title'>Harbour Board - Monday, 3 April 2023 6.00 pm</h1>{}"
    title = "<title>Agenda for Harbour Board on Monday, 3rd April, 2023, 6.00 pm | Marram Town Council</title>"
    dated = "<title>Harbour Board</title><meta name='DC.Date' content='2023-04-03T18:00:00'>"
    by_heading = read(meeting_page(row("1.", "Boats"), before="", around=heading))
    by_title = read(meeting_page(row("1.", "Boats"), before="", head=title))
    by_date = read(meeting_page(row("1.", "Boats"), before="", head=dated))
    assert {(one.committee, str(one.date)) for one in (by_heading, by_title, by_date)} == {
        ("Harbour Board", "2023-04-03")
    }
    assert (by_heading.start, by_title.start, by_title.council) == ("18:00", "18:00", "Marram Town Council")


def test_the_address_behind_the_rest_of_a_cut_item_is_kept(fixtures: Path) -> None:
    _, meetings = read_minutes(fixtures / "formats" / "brackwater-cabinet-2023-09-12.html")
    cut = {item.number: item.full_text for item in meetings[0].items if not item.complete}
    assert list(cut) == ["34"]
    assert str(cut["34"]).endswith("mgAi.aspx?ID=7734")


def test_a_heading_of_two_lines_stays_in_front_of_the_items() -> None:
    heading = "<h2 class='mgSubTitleTxt'>Harbour Board</h2><p>Monday, 3 April 2023 6.00 pm</p>"
    document = meeting_page(row("", "Visit of 1 April 2023"), row("1.", "Boats"), before=heading)
    assert lines(document) == [
        "Harbour Board", "Monday, 3 April 2023 6.00 pm", "No. Item", "Visit of 1 April 2023", "1.", "Boats",
    ]  # fmt: skip


def test_the_council_that_only_the_title_names_is_told_once() -> None:
    title = "<title>Harbour Board - Monday, 3 April 2023 | Marram Town Council</title>"
    document = meeting_page(row("1.", "Boats"), head=title)
    assert lines(document)[0] == "Marram Town Council"
    assert read(document).council == "Marram Town Council"
    assert document.text.count("Marram") == document.text.count("Harbour Board") == 1


def test_the_address_of_a_meeting_is_its_number_on_its_site() -> None:
    link = "<link rel='canonical' href='{}'>"
    own = link.format("https://a.example/mg/ieListDocuments.aspx?CId=9&amp;MId=217&amp;Ver=4")
    other = link.format("https://a.example/mg/some/nice/path?x=1")
    attendance = (
        HEADING + "<ul class='mgActionList'><li><a href='mgMeetingAttendance.aspx?ID=217'>Attendance</a></li></ul>"
    )
    assert meeting_page(head=own).url == "https://a.example/mg/ieListDocuments.aspx?MId=217"
    assert meeting_page(head="<base href='http://a.example/mg/'>", before=attendance).url == (
        "http://a.example/mg/ieListDocuments.aspx?MId=217"
    )
    assert meeting_page(before=attendance).url == "ieListDocuments.aspx?MId=217", "no host is said, and none is made up"
    assert meeting_page(head=other).url == "https://a.example/mg/some/nice/path?x=1"
    assert meeting_page().url is None


def test_a_recorded_vote_is_a_line_for_each_side() -> None:
    vote = """<div class="mgWordPara"><table><caption>Motion</caption><tr><th>Vote<th>Councillors<th>Count
        <tr><td>For<td>Ash, Elm<td>2<tr><td>Against<td>Oak<td>1<tr><td>Abstain<td>&nbsp;<td>0</table></div>"""
    assert lines(meeting_page(row("1.", "Boats", vote)))[-5:] == [
        "Motion", "Vote\tCouncillors\tCount", "For\tAsh, Elm\t2", "Against\tOak\t1", "Abstain\t0",
    ]  # fmt: skip


def test_the_page_of_an_item_is_the_meeting_with_one_item() -> None:
    links = "<ul class='mgActionList'><li>Meeting of Harbour Board, Monday, 3rd April, 2023 6.00 pm (Item 7.)</li></ul>"
    document = page(
        f"<h1>Agenda item</h1><h2 class='mgSubTitleTxt'>Boats</h2>{links}<p class='mgSubItemTitleTxt'>Minutes:</p>"
        "<div class='mgWordPara'><p>RESOLVED: That they be painted.</p></div>"
        "<p class='mgSubItemTitleTxt'>Supporting documents:</p><ul class='mgBulletList'><li>Colours PDF 12 KB</li></ul>"
    )
    assert lines(document) == [
        "Agenda item", "Harbour Board, Monday, 3rd April, 2023 6.00 pm", "No. Item", "7.", "Boats",
        "Supporting documents:", "• Colours PDF 12 KB", "Minutes:", "RESOLVED: That they be painted.",
    ]  # fmt: skip
    meeting = read(document)
    assert (meeting.committee, str(meeting.date), meeting.items[0].number) == ("Harbour Board", "2023-04-03", "7")


def test_the_page_of_an_item_that_names_no_meeting_is_the_item_alone() -> None:
    document = page(
        "<h1>Agenda item</h1><h2 class='mgSubTitleTxt'>Boats</h2><p class='mgSubItemTitleTxt'>Minutes:</p>"
        "<div class='mgWordPara'>RESOLVED: That they be painted.</div>"
    )
    assert lines(document) == ["Agenda item", "No. Item", "Boats", "Minutes:", "RESOLVED: That they be painted."]
    assert [(item.number, item.title, len(item.resolutions)) for item in read(document).items] == [(None, "Boats", 1)]


def test_the_page_of_an_issue_tells_of_every_meeting_that_it_was_at() -> None:
    document = page(
        "<h1>Issue details</h1><h2 class='mgSubTitleTxt'>Boats</h2>"
        "<h3>Meeting: 03/04/2023 - Harbour Board (Item 7)</h3><div class='mgWordPara'>To paint them.</div>"
        "<h3>Meeting: 06/03/2023 - Council (Item 12a)</h3><p class='mgAiTitleTxt'>Boats again PDF 2 KB</p>"
    )
    assert lines(document) == [
        "Issue details", "Harbour Board - 03/04/2023", "No. Item", "7.", "Boats", "To paint them.",
        "Council - 06/03/2023", "No. Item", "12a.", "Boats again PDF 2 KB",
    ]  # fmt: skip


def test_the_page_of_a_decision_begins_with_who_took_it_and_when() -> None:
    label = "<p><span class='mgLabel'>{}: </span>{}</p>"
    document = page(
        "<h1>Decision details</h1><h2 class='mgSubTitleTxt'>Paint for boats</h2>"
        + label.format("Decision Maker", "Director of Harbours")
        + "<h3 class='mgSubSubTitleTxt'>Decisions:</h3><div class='WordSection1'>RESOLVED: That paint be bought.</div>"
        + label.format("Publication date", "05/04/2023")
        + label.format("Contact", "Ann Fir")
        + label.format("Contact", "Bob Yew")
        + label.format("Date of decision", "03/04/2023")
        + "<h3>Accompanying Documents:</h3><ul><li>Colours</li></ul><p class='mgPlanItemInForce'></p>"
    )
    assert lines(document) == [
        "Decision details", "Director of Harbours - 03/04/2023", "Publication date: 05/04/2023",
        "Contact: Ann Fir", "Contact: Bob Yew", "No. Item", "Paint for boats",
        "Accompanying Documents:", "• Colours", "Decisions:", "RESOLVED: That paint be bought.",
    ]  # fmt: skip
    meeting = read(document)
    assert (meeting.committee, str(meeting.date)) == ("Director of Harbours", "2023-04-03")
    assert [resolution.clauses[0].text for resolution in meeting.items[0].resolutions] == ["That paint be bought."]


def test_words_about_another_meeting_do_not_make_a_page_of_a_meeting_one_of_an_item() -> None:
    told = "<div class='mgWordPara'><p>Meeting of Council, 6 March 2023 (Item 12)</p></div>"
    assert lines(meeting_page(row("1.", "Boats", told)))[-1] == "Meeting of Council, 6 March 2023 (Item 12)"
