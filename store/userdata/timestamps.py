"""Times in the user data: kept in UTC, to the second."""

from datetime import UTC, datetime


def written(when: datetime) -> str:
    """A time with its zone as the user data keep it: "2026-03-02T18:00:00Z"."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(kept: str) -> datetime:
    """A time that the user data kept."""
    return datetime.fromisoformat(kept)
