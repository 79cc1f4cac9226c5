"""Word: the words of a document as Word shows them, from the parts of its file."""
