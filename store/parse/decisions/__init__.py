"""Decisions: what the words under an item decide, in which clauses, moved by whom, and how it was voted."""
