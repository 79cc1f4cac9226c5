"""PDF: the text layer of printed minutes, by where its letters stand on the pages."""

from store.errors import UnreadableDocument
from store.model import Document, Format
from store.readers.pdf.annotations import layers_of, with_drawn
from store.readers.pdf.page_text import printed_text
from store.readers.pdf.words import PageWords, words_of
from store.readers.printed import document_of


def read_pdf(name: str, data: bytes) -> Document:
    """The `Document` in the PDF `data`. Raises `UnreadableDocument` when it has no words, is locked or damaged."""
    printed = printed_text(_pages(name, data))
    if not printed.text.strip():
        raise UnreadableDocument(name, "has no text layer (a scan); run it through text recognition (OCR) first")
    return document_of(name, data, Format.PDF, printed)


def _pages(name: str, data: bytes) -> list[PageWords]:
    """What each page says. One damaged page is a reason to refuse the whole, for its words would be lost unseen."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        raise UnreadableDocument(name, _reason(data, error.err_code)) from error
    with pdf:
        pages: list[PageWords] = []
        for number in range(len(pdf)):
            try:
                page = pdf[number]
                try:
                    layers = layers_of(page)
                    if layers.drawn:
                        page = with_drawn(pdf, number, page)
                    pages.append(words_of(page, layers))
                finally:
                    page.close()
            except PdfiumError as error:
                raise UnreadableDocument(name, f"is a damaged PDF (page {number + 1} cannot be read)") from error
        return pages


def _reason(data: bytes, code: int) -> str:
    """Why `data` opened as no document, where `code` is the last error that pdfium has had."""
    from pypdfium2 import raw

    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if document:  # sound, but empty: of that pdfium makes no error, so that the last one is an earlier document's
        raw.FPDF_CloseDocument(document)
        return "is a PDF without pages"
    return {
        raw.FPDF_ERR_PASSWORD: "is locked with a password; save a copy without one",
        raw.FPDF_ERR_SECURITY: "is locked in a way that cannot be opened; save a copy without a password",
    }.get(code, "is a damaged PDF")
