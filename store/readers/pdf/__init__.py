"""PDF: the text layer of printed minutes, by where its letters stand on the pages."""
