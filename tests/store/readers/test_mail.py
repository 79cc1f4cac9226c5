"""E-mails and pages saved in one file: what of them is minutes, and what they are where nothing is."""

from email.message import EmailMessage

import pytest

from fixtures.writers.docx import docx, paragraph, run
from store.errors import UnreadableDocument
from store.model import Document
from store.readers.reader import document_from_bytes

MINUTES = "Minutes of Marram Parish Council, 3 May 2023\n\n1. Apologies\n\nNone were received from anybody at all.\n"
PAGE = "<!DOCTYPE html><html><body><h1>Minutes of the Café Committee</h1><p>That the <b>weir</b> be mended.</p>"


def letter(body: str = "", page: str = "", **attached: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "clerk@marram.example", "Minutes"
    if body:
        message.set_content(body)
    if page:
        message.add_alternative(page, subtype="html") if body else message.set_content(page, subtype="html")
    for name, data in attached.items():
        kind = name.rpartition("_")[2]
        message.add_attachment(data, "application", kind, filename=name.replace("_", "."))
    return bytes(message)


def saved(page: str, charset: str = "utf-8") -> bytes:
    """A page as browsers save it in one file."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://marram.example/minutes?id=3\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n'
        f"----B\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n"
        "----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----B--\r\n"
    ).encode(charset)


def read(data: bytes, name: str = "minutes.eml") -> Document:
    return document_from_bytes(name, data)


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        read(data)
    return raised.value.reason


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_page_saved_in_one_file_is_that_page(charset: str) -> None:
    document = read(saved(PAGE, charset), "minutes.mhtml")
    assert document.text == "Minutes of the Café Committee\n\nThat the weir be mended."
    assert (document.name, document.url, document.format) == (
        "minutes.mhtml", "https://marram.example/minutes?id=3", "html",
    )  # fmt: skip
    assert any(look.bold for look in document.looks)


def test_minutes_in_a_letter_are_its_words() -> None:
    document = read(letter(MINUTES))
    assert document.text.split() == MINUTES.split()
    assert read(letter(MINUTES), "no-suffix").text == document.text


def test_a_letter_that_is_a_page_is_read_as_one() -> None:
    assert read(letter("See below.", PAGE)).text.startswith("Minutes of the Café Committee")


def test_the_only_attachment_to_a_short_letter_is_read() -> None:
    words = docx([paragraph(run("That the weir be mended."))])
    document = read(letter("The minutes are attached.", minutes_docx=words))
    assert (document.text.strip(), document.format, document.name) == (
        "That the weir be mended.", "docx", "minutes.eml",
    )  # fmt: skip


def test_a_letter_with_what_cannot_be_read_is_named_for_what_it_is() -> None:
    assert refused(letter("Here.", a_pdf=b"%PDF-", b_docx=b"PK")) == (
        "is an e-mail with several attachments (a.pdf, b.docx); save and add them"
    )
    assert refused(letter("Here.", a_pdf=b"%PDF-1.7")) == "holds a.pdf, which is a damaged PDF"
    assert refused(b"From: a\nMIME-Version: 1.0\nContent-Type: image/png\n\nx") == (
        "is an e-mail without words or an attachment that can be read"
    )


def test_minutes_that_begin_as_a_letter_does_are_text() -> None:
    words = "To: all members\nFrom: the Clerk\n\nMinutes of 3 May 2023"
    assert document_from_bytes("minutes.txt", words.encode()).text == words
