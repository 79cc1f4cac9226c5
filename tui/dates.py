"""ISO days as people write them."""

from datetime import date


def written(day: str | None) -> str:
    """An ISO day as "10 May 2021"; no day as "undated"; what is no ISO day as it stands."""
    return _spelt(day, "%B")


def short(day: str | None) -> str:
    """As `written`, with the month in three letters: "10 May 2021", "2 Sep 2021"."""
    return _spelt(day, "%b")


def _spelt(day: str | None, month: str) -> str:
    if day is None:
        return "undated"
    try:
        value = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{value.day} {value.strftime(month)} {value.year}"
