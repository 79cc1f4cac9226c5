"""The lines of the source that a place was read from, and opening the source itself."""
