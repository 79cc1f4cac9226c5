"""How the words of a document look, told in a line a look: for the tests of readers."""

from store.model import Document, Look

_FLAGS = ("bold", "italic", "underlined", "raised", "struck", "hidden", "quoted")


def looks_of(document: Document) -> list[tuple[str, str]]:
    """The words of each look with what it is: ("Reeds", "bold heading 2")."""
    return [(document.text[look.span.start : look.span.end], _told(look)) for look in document.looks]


def looking(document: Document, what: str) -> list[str]:
    """The words that have a look of one kind ("bold", "heading 2", "cell 0 1 2")."""
    return [words for words, told in looks_of(document) if f" {what} " in f" {told} "]


def lines_of(document: Document) -> list[str]:
    """The lines that are not blank, single-spaced."""
    return [" ".join(line.split()) for line in document.text.splitlines() if line.strip()]


def notes_of(document: Document) -> list[str]:
    """What stands beside the words."""
    return [document.text[span.start : span.end].strip() for span in document.notes]


def furniture_of(document: Document) -> list[str]:
    """What is the page's own, or no longer holds."""
    return [document.text[span.start : span.end].strip() for span in document.furniture]


def words_of(document: Document) -> list[str]:
    """The lines that are words of the minutes: neither blank, nor notes, nor furniture."""
    aside = {span.start for span in (*document.notes, *document.furniture)}
    at, lines = 0, []
    for line in document.text.split("\n"):
        if line.strip() and at not in aside:
            lines.append(" ".join(line.split()))
        at += len(line) + 1
    return lines


def assert_looks_hold(document: Document) -> None:
    """Every look lies on words of one line, in order; so do furniture and notes."""
    starts = [look.span.start for look in document.looks]
    assert starts == sorted(starts)
    for span in (*(look.span for look in document.looks), *document.furniture, *document.notes):
        words = document.text[span.start : span.end]
        assert words.strip()
        assert "\n" not in words
    for look in document.looks:
        words = document.text[look.span.start : look.span.end]
        assert words == words.strip()


def _told(look: Look) -> str:
    told = [name for name in _FLAGS if getattr(look, name)]
    if look.heading:
        told.append(f"heading {look.heading}")
    if look.size:
        told.append("larger" if look.size > 1 else "smaller")
    if look.cell:
        told.append("cell " + " ".join(map(str, look.cell)))
    return " ".join(told)
