"""Pages of HTML: the words a browser shows of the minutes, in the lines it shows them in."""

import time

import pytest

from store.errors import UnreadableDocument
from store.readers.reader import document_from_bytes

LINE = "Minutes of the Café Sub-Committee – £3,000 “agreed”"


def lines(body: str, name: str = "a.html") -> list[str]:
    """The lines of a page's text, blank ones aside."""
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return document_from_bytes(name, page.encode()).text.split("\n\n")


def test_every_block_is_a_line_and_what_is_inside_a_line_makes_none() -> None:
    assert lines("<div>One <b>and</b>\n  two<p>Three<br>Four</div><h2>12<sup>th</sup> June</h2>five") == [
        "One and two", "Three", "Four", "12th June", "five",
    ]  # fmt: skip


def test_non_breaking_spaces_stay_and_lines_of_nothing_else_go() -> None:
    assert lines("<p>a)&nbsp;&nbsp; That it be so;</p><p>&nbsp;</p><p>b)&nbsp; That</p>") == [
        "a)\u00a0\u00a0 That it be so;", "b)\u00a0 That",
    ]  # fmt: skip


def test_a_row_of_a_table_is_a_line_with_its_cells_apart() -> None:
    assert lines("<table><tr><th>Name<th>Role<tr><td><p>A. Ash</p><td>Chair<tr><td>B. Elm<td></table>") == [
        "Name\tRole", "A. Ash\tChair", "B. Elm",
    ]  # fmt: skip


def test_a_label_in_a_cell_stands_before_the_first_line_of_the_next_cell() -> None:
    assert lines("<table><tr><td>(a)</td><td><p>That it be so;</p><p>and thus.</p></td></tr></table>") == [
        "(a)\tThat it be so;", "and thus.",
    ]  # fmt: skip


def test_a_table_inside_a_cell_gives_its_own_lines() -> None:
    assert lines("<table><tr><td><table><tr><td>For<td>3<tr><td>Against<td>1</table></table>") == [
        "For\t3",
        "Against\t1",
    ]


@pytest.mark.parametrize(
    ("markup", "marked"),
    [
        ("<ul><li>x<li>y</ul>", ["• x", "• y"]),
        ("<ol><li><p>x</p><p>more</p><li>y</ol>", ["1. x", "more", "2. y"]),
        ("<ol type=a start=3><li>x<li>y</ol>", ["c. x", "d. y"]),
        ("<ol type=A><li value=26>x<li>y</ol>", ["Z. x", "27. y"]),
        (
            "<ol style='list-style-type: lower-roman'><li>x<li>y<ol><li>z</ol><li>w</ol>",
            ["i. x", "ii. y", "1. z", "iii. w"],
        ),
        ("<ol type=I start=48><li>x</ol>", ["XLVIII. x"]),
        ("<ol><li></li><li>y</ol>", ["2. y"]),
    ],
)
def test_the_entries_of_a_list_keep_their_marks(markup: str, marked: list[str]) -> None:
    assert lines(markup) == marked


def test_text_that_is_set_by_the_page_keeps_its_lines() -> None:
    assert lines("<pre>Minutes\n\n1.  Apologies\n    None.</pre>") == ["Minutes", "1.  Apologies\n    None."]


def test_a_script_is_never_shown_nor_what_a_browser_hides() -> None:
    hidden = """<script>RESOLVED: one</script><style>RESOLVED{}</style><noscript>RESOLVED: two</noscript>
        <p hidden>RESOLVED: three</p><p style="color: red; DISPLAY : none">RESOLVED: four</p><!-- RESOLVED: five -->
        <template><p>RESOLVED: six</p></template><svg><text>RESOLVED</text></svg>
        <input type=hidden value="RESOLVED: seven"><button>Print</button>
        <p style="visibility:hidden">RESOLVED: eight</p><span class="x sr-only">RESOLVED: nine</span>"""
    assert lines(f"<p>Minutes{hidden}</p><p>end</p>") == ["Minutes", "end"]


def test_the_frame_of_a_site_is_left_out_and_the_heading_of_an_article_is_not() -> None:
    site = (
        "<header>Village</header><nav>Home</nav><div role=search>Find</div>{}<aside>News</aside><footer>Foot</footer>"
    )
    assert lines(site.format("<p>Minutes</p>")) == ["Minutes"]
    assert lines(site.format("<article><header><h1>Minutes</h1></header><p>One</p></article>")) == ["Minutes", "One"]
    assert lines(site.format("<p>Beside</p><main><h1>Minutes</h1></main>")) == ["Minutes"]
    assert lines(site.format("<main></main><p>Minutes</p>")) == ["Minutes"], "an empty main part is none"


def test_a_page_without_a_heading_of_its_own_has_its_title_for_one() -> None:
    titled = "<html><head><title>Minutes, 3 May 2023 | Marram Parish Council</title></head><body>{}</body></html>"
    assert document_from_bytes("a", titled.format("<p>One").encode()).text == (
        "Minutes, 3 May 2023\n\nMarram Parish Council\n\nOne"
    )
    assert document_from_bytes("a", titled.format("<h1>Minutes</h1>").encode()).text == "Minutes"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "windows-1252"),
        ("utf-8-sig", ""),
        ("utf-16", "utf-16"),
        ("cp1252", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
    ],
)
def test_the_words_are_the_same_in_every_encoding_whatever_the_page_declares(encoding: str, declared: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body>{LINE}'
    assert document_from_bytes("a.html", page.encode(encoding)).text == LINE


def test_an_encoding_that_only_the_page_can_tell_is_believed() -> None:
    page = "<html><meta charset='iso-8859-14'><body>Cyngor Tŷ Ŵyn".encode("iso-8859-14")
    assert document_from_bytes("a.html", page).text == "Cyngor Tŷ Ŵyn"


def test_utf_8_with_a_broken_letter_is_still_utf_8() -> None:
    assert document_from_bytes("a.txt", LINE.encode() + b"\xe2\x80").text == LINE + "\ufffd"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"<!doctype html><p>Minutes", "html"),
        ("a", b"\xef\xbb\xbf\n<!-- saved --><HTML><body>Minutes", "html"),
        (
            "a.txt",
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Minutes</body></html>',
            "html",
        ),
        ("a.HTM", b"Minutes <b>of</b>", "html"),
        ("a.md", b"# Minutes\n\n<b>RESOLVED</b>", "text"),
        ("a.txt", b"Minutes < 3", "text"),
        ("a.html", b"<div class=mgWordPara>Minutes</div>", "moderngov-html"),
    ],
)
def test_a_page_is_known_by_what_it_holds_and_then_by_its_name(name: str, data: bytes, kind: str) -> None:
    assert document_from_bytes(name, data).format == kind


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/m/1">', "https://a.example/m/1"),
        ('<meta property="og:url" content=" https://a.example/m/2 ">', "https://a.example/m/2"),
        ("<!-- saved from url=(0021)https://a.example/m/3 -->", "https://a.example/m/3"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("", None),
    ],
)
def test_the_address_is_what_the_page_says_it_is(head: str, url: str | None) -> None:
    page = f"<html><head>{head}</head><body>Minutes</body></html>"
    assert document_from_bytes("a.html", page.encode()).url == url


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
def test_elements_nested_without_end_are_refused_at_once(tag: str) -> None:
    begun = time.process_time()
    with pytest.raises(UnreadableDocument, match="nested too deep"):
        document_from_bytes("a.html", b"<html>" + f"<{tag}>".encode() * 100_000 + b"words")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "part", ["<p>x", "<li>x", "<br>", "<div>x</div>", "<!-- <div> -->", "<tr><td>x", "<script><div></script>"]
)
def test_a_long_page_is_not_a_deep_one(part: str) -> None:
    assert document_from_bytes("a.html", b"<html>" + part.encode() * 5_000 + b"<p>end").text.endswith("end")


def test_a_page_that_shows_no_words_is_empty() -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        document_from_bytes("a.html", b"<html><body><script>words</script><p>&nbsp;</p></body></html>")
