"""ISO days as the panes show them."""

from store.citation.printed_forms import spoken_day


def written(day: str | None) -> str:
    """An ISO day as "10 May 2021"; no day as "undated"."""
    return spoken_day(day) if day else "undated"


def short(day: str | None) -> str:
    """As `written`, with the month in three letters: "2 Sep 2021"."""
    if not day:
        return "undated"
    number, month, year = spoken_day(day).split()
    return f"{number} {month[:3]} {year}"
