"""The marks of what the person starred."""

from collections.abc import Set

STARRED, WITHIN = "★", "☆"


def star_mark(permalink: str | None, starred: Set[str]) -> str:
    """★ for what has a star, ☆ for what lies in something that has one, else nothing."""
    if not permalink or not starred:
        return ""
    if permalink in starred:
        return STARRED
    parts = permalink.split("/")
    return WITHIN if any("/".join(parts[:end]) in starred for end in range(1, len(parts))) else ""
