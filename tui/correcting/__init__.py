"""Putting a reading right: the source, and beside it the outline that is read from it."""
