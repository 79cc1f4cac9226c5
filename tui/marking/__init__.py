"""Marking: stars, notes, what was seen, and the lists of them."""
