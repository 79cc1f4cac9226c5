"""Accounting for the words of a document: all there, once, at the places claimed for them."""

from collections.abc import Sequence

from store.model import Document, Kind, Meeting, Paragraph, Span


def letters(text: str) -> str:
    """`text` without white space: what must be neither lost nor invented."""
    return "".join(text.split())


def paragraphs_of(meeting: Meeting) -> list[Paragraph]:
    """Every paragraph of a meeting and its items, in the order of the document."""
    items = (paragraph for item in meeting.items for paragraph in item.paragraphs)
    return sorted([*meeting.paragraphs, *items], key=lambda paragraph: paragraph.span)


def words_at(document: Document, span: Span, meeting: Meeting) -> str:
    """The letters of the document at `span`, without the furniture that stands inside it."""
    text, at = "", span.start
    for paragraph in paragraphs_of(meeting):
        inside = span.start < paragraph.span.start and paragraph.span.end < span.end
        if inside and paragraph.kind is Kind.FURNITURE:
            text += document.text[at : paragraph.span.start]
            at = paragraph.span.end
    return letters(text + document.text[at : span.end])


def assert_every_word_has_one_place(document: Document, meetings: Sequence[Meeting]) -> None:
    """No word is lost, none invented, none told twice; and each stands where its evidence says."""
    told = 0
    for meeting in meetings:
        assert meeting.unread == ()
        for paragraph in paragraphs_of(meeting):
            words = letters((paragraph.label or "") + paragraph.text)
            assert words == words_at(document, paragraph.span, meeting), paragraph
            told += len(words)
    assert told == len(letters(document.text))


def assert_evidence_holds(document: Document, meeting: Meeting) -> None:
    """What is quoted as decided, attended or declared stands at the place given for it."""
    for item in meeting.items:
        for resolution in item.resolutions:
            place = words_at(document, resolution.span, meeting)
            assert letters(resolution.marker or "") in place
            assert letters(resolution.intro or "") in place
            for clause in resolution.clauses:
                assert letters(clause.text) in words_at(document, clause.span, meeting)
                # In a table the border of a cell stands between the two.
                assert letters((clause.label or "") + clause.text).replace("|", "") in place.replace("|", "")
                assert all(letters(point.text) in place for point in clause.points)
            assert all(letters(line.text) in place for line in resolution.following)
    for person in meeting.attendance:
        at = words_at(document, person.span, meeting)
        assert letters(person.name.split()[-1]) in at
        assert letters(person.role or "") in at
    for interest in meeting.interests:
        at = words_at(document, interest.span, meeting)
        assert interest.name.split()[-1] in at
        assert letters(interest.subject or "") in at
