"""Exporting what is found, selected or starred to a file or the clipboard."""
