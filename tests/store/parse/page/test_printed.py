"""What a reader knows of the lines of printed pages, and what the parser makes of it."""

from store.model import Document, Format, Kind, Meeting, Span
from store.parse.meeting import parse_meeting

TEXT = """\
7. Reeds

The clerk had measured them
in May. The reeds were
Cut
as well
8. Boats

There were two.
"""


def read(text: str = TEXT, *, wraps: tuple[str, ...] | None = (), furniture: str = "", pages: str = "") -> Meeting:
    """Read `text`, in which the lines that end with one of `wraps` wrap, and a page begins at `pages`."""
    ends = None if wraps is None else frozenset(text.index(words + "\n") + len(words) for words in wraps)
    at = text.index(furniture)
    begun = text.index(pages)
    document = Document(
        "a.pdf",
        "0" * 64,
        Format.PDF,
        text,
        furniture=(Span(at, at + len(furniture)),) if furniture else (),
        pages=(Span(0, begun), Span(begun, len(text))) if pages else (),
        wraps=ends,
    )
    return parse_meeting(document)


def discussion(meeting: Meeting) -> list[str]:
    return [text.text for item in meeting.items for text in item.paragraphs if text.kind is Kind.DISCUSSION]


def test_lines_are_joined_where_they_are_known_to_wrap_and_nowhere_else() -> None:
    assert discussion(read(wraps=("measured them", "reeds were")))[:-1] == [
        "The clerk had measured them in May. The reeds were Cut",
        "as well",
    ]
    assert len(discussion(read(wraps=()))) == 5


def test_a_sentence_goes_on_over_what_is_known_to_be_the_page_s_own() -> None:
    meeting = read(wraps=("in May. The reeds were",), furniture="Cut")
    assert "in May. The reeds were as well" in discussion(meeting)
    assert [text.text for text in meeting.paragraphs if text.kind is Kind.FURNITURE] == ["Cut"]


def test_a_line_that_does_not_wrap_ends_its_sentence_at_the_foot_of_a_page() -> None:
    assert "in May. The reeds were" in discussion(read(furniture="Cut"))


def test_a_page_may_begin_in_a_sentence() -> None:
    assert "in May. The reeds were Cut" in discussion(read(wraps=("reeds were",), pages="Cut"))
