"""No word of a document is lost, and none invented: over real layouts, and over whatever a generator thinks of."""

import hashlib
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Document, Format
from store.parse.meeting import parse_meetings
from store.readers.printed import PrintedLine, set_pages
from store.readers.reader import read_document
from store.text.clean import clean
from tests.store.accounting import assert_every_word_has_one_place, assert_evidence_holds

FIXTURES = Path(__file__).parents[2] / "fixtures"
READABLE = [
    path
    for path in sorted([*FIXTURES.glob("*/*.txt"), *FIXTURES.glob("*/*.md")])
    if path.stem not in {"binary", "empty", "white-space"}
]

# What minutes are made of, in no sensible order: the generator puts the traps together as no author would.
LINES = st.sampled_from(
    [
        "Harbour and Quays Committee",
        "Harbour and Quays Committee - 12.03.24",
        "Minutes",
        "Agenda and minutes",
        "12 March 2024 at 6.00 pm",
        "Present:",
        "Councillor Ash (Chair), Councillors B. Birch, Cedar and Mrs Elm",
        "In attendance:- Ann Oak, Head of Boats, Nets and Piers Tom Fir, Harbour Officer",
        "Items",
        "No. Item",
        "PART 1",
        "1.",
        "2 Moorings (Ref: 4)",
        "3. That the report be noted.",
        "3. The Slipway pdf icon PDF 140 KB",
        "4a. Dredging",
        "77/24 The Crane",
        "Minutes:",
        "Decision:",
        "Additional documents:",
        "RESOLVED:",
        "Resolved: (i) That the crane be painted;",
        "- (ii) That the following be asked to help:",
        " - The Harbour Master",
        "(iv) Noted the tide  ...  view the full minutes text for item 4.",
        "a)    That the report be noted;",
        "\u00a0",
        "The Board:",
        "The boats had been moved to the north quay, where the water was deeper and the members wished",
        "to see them, and it was so. Resolved: That this be recorded. Proposed by Cllr Ash, seconded by Cllr Elm.",
        "That the minutes of the last meeting be signed.",
        "Councillor Birch declared a personal interest as the owner of a boat and remained in the meeting.",
        "(Note: The meeting ended 7.12 pm)",
        "Notes:",
        "Mrs Elm – in the Chair",
        "Date of next meeting - 9 April 2024",
        "For 7, Against 2, Abstentions 1",
        "i)             A first point;",
        "o  A point under a point.",
        "Page 2 of 3",
        "Item No:",
        "2.1",
        "... view the full minutes text for item 4.",
        "---",
        'title: "Minutes of the Harbour Council"',
        "______________",
        "2",
        "3",
        "(27)",
        "F/229/24",
        "   (Agenda Item No 2a)",
        "APOLOGIES FOR ABSENCE    PLA146/23",
        "(b)  Appointment of Chairman",
        "5.1 The Slipway",
        "Item 3: Floats and Buoys",
        "4. Matters Arising: The rope had been found. It was agreed to thank the finder. It was old.",
        "Minutes of the Annual Meeting of the Harbour Council held on 7 May 2024 at 7.45pm in the School",
        "MINUTES OF PROCEEDINGS AT MEETING OF THE",
        "HELD",
        "PRESENT IN THE CHAIR: Councillor M. Devane, An Cathaoirleach.",
        "MEMBERS PRESENT:",
        "Councillors:",
        "Ash, Mary            Barrow, Tom",
        "| Cllr Jo Banner | JB | Chairperson |",
        "Cllr Brian Sedge             BS",
        "Head of Boats (Mr. T. Ash), Engineers (Messrs. B. Elm and C. Fir).",
        "An apology for her inability to attend was received from Councillor Carbone-",
        "Mangan, who was at sea.",
        "Proposed by:",
        "Proposed by Councillor O’Brien;",
        "Seconded by Councillor Ash (J);",
        "And Resolved:",
        "“That, the draft Minutes, as circulated,",
        "be taken as read.”",
        "The motion was put to the vote and carried.",
        "FOR:          29       TWENTY NINE",
        "AGREED (with 34 votes for and 1 against) that: (1) it be so. (2) it be noted.",
        "The Board NOTED the tide.",
        "CARRIED:",
        "Noted.",
        "(1) | That it be kept.",
        "• that it be kept;",
        "(c)",
        "REASON FOR DECISION: It was old.",
        "This concluded the Meeting.",
        "Signed: ____________ Page 2 of 3",
    ]
)
ANY_LINE = st.one_of(LINES, st.text(max_size=60))


def document(text: str) -> Document:
    return Document("generated.txt", hashlib.sha256(text.encode()).hexdigest(), Format.TEXT, clean(text))


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_every_word_of_a_fixture_has_one_place(path: Path) -> None:
    source = read_document(path)
    meetings = parse_meetings(source)
    assert_every_word_has_one_place(source, meetings)
    for meeting in meetings:
        assert_evidence_holds(source, meeting)


# Lines that once made a role of what is none, or one that stands at another place than its evidence.
PLACED = [
    ["In attendance:- Ann Oak, Head of Boats, Nets and Piers Tom Fir, Harbour Officer",
     "(Note: The meeting ended 7.12 pm)", "i)             A first point;"],
    ["Present:", "Ash, Mary            Barrow, Tom", " - The Harbour Master"],
    ["MEMBERS PRESENT:", "Ash, Mary            Barrow, Tom", "(b)  Appointment of Chairman"],
    ["Present:", "Ash, Mary            Barrow, Tom", "Chairperson"],
]  # fmt: skip


@pytest.mark.parametrize("lines", PLACED, ids=lambda lines: lines[-1])
def test_a_role_stands_where_its_evidence_is(lines: list[str]) -> None:
    source = document("\n".join(["Harbour and Quays Committee", *lines, ""]))
    (meeting,) = parse_meetings(source)
    assert meeting.attendance
    assert_evidence_holds(source, meeting)


@given(st.lists(st.tuples(ANY_LINE, st.sampled_from(["\n", "\n\n", "\n \u00a0\n"])), max_size=60))
def test_every_word_of_a_generated_document_has_one_place(lines: list[tuple[str, str]]) -> None:
    source = document("".join(line + end for line, end in lines))
    meetings = parse_meetings(source)
    assert_every_word_has_one_place(source, meetings)
    for meeting in meetings:
        assert_evidence_holds(source, meeting)


@given(st.lists(st.tuples(LINES, st.booleans(), st.booleans(), st.booleans(), st.booleans()), max_size=60))
def test_every_word_of_a_generated_printed_document_has_one_place(
    lines: list[tuple[str, bool, bool, bool, bool]],
) -> None:
    printed = set_pages(
        [PrintedLine(text, gap=gap, wraps=wraps, furniture=furniture) for text, gap, wraps, furniture, _ in page]
        for page in (list(page) for _, page in groupby(lines, key=lambda line: line[-1]))
    )
    source = replace(
        document(printed.text), pages=printed.pages, furniture=printed.furniture, wraps=printed.wraps, format=Format.PDF
    )
    meetings = parse_meetings(source)
    assert_every_word_has_one_place(source, meetings)
    for meeting in meetings:
        assert_evidence_holds(source, meeting)


@given(st.text(max_size=400))
def test_every_word_of_any_text_has_one_place(text: str) -> None:
    source = document(text)
    assert_every_word_has_one_place(source, parse_meetings(source))
