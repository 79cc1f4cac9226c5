"""The head of minutes: whose they are, of which day, where and when."""

import datetime as dt
from random import Random

from tests.layouts.blocks import Block
from tests.layouts.habits import Habits
from tests.layouts.meeting import Meeting


def head(meeting: Meeting, habits: Habits, rng: Random) -> list[Block]:
    """The blocks at the top of the first page."""
    day, time = spoken_day(meeting.day, rng), spoken_time(meeting.start, rng)
    name = f"{meeting.committee} of {meeting.council}" if meeting.committee else meeting.council
    where, style = meeting.venue, habits["head"]
    if style in ("minutes of", "MINUTES OF"):
        of = f"Minutes of a meeting of {'the ' if meeting.committee else ''}{name} held in {where} on {day} at {time}"
        return [Block("heading", of.upper() if style == "MINUTES OF" else of)]
    if style == "one line":
        return [Block("heading", f"{name} - {day} {time}"), Block("line", f"Venue: {where}")]
    own = [Block("heading", meeting.council.upper())]
    own += [Block("heading", meeting.committee)] if meeting.committee else []
    if style == "parish":
        of = f"Minutes of {meeting.committee or meeting.council} Meeting held in {where} on {day} commencing at {time}"
        return [*(own[:1] if meeting.committee else []), Block("heading", of)]
    if style == "front matter":
        fences = f'---\ntitle: "{meeting.council} Minutes"\ndate: "{meeting.day.isoformat()}"\n---'
        told = f"Minutes of the {meeting.own} held on {meeting.day:%A} {meeting.day.day} {meeting.day:%B} at {time}"
        return [Block("raw", fences), Block("heading", told), Block("text", f"Held in {where}")]
    if style == "day first":
        return [
            Block("heading", f"{meeting.day.day} {meeting.day:%B %Y}".upper()),
            *own,
            Block("text", f"Minutes of a meeting held in {where} at {time}"),
        ]
    if style == "labels":
        return [
            *own,
            Block("heading", "MINUTES"),
            Block("line", f"Date: {day}"),
            Block("line", f"Time: {time}", tight=True),
            Block("line", f"Venue: {where}", tight=True),
        ]
    if style == "table":
        rows = (f"Date\t{day}", f"Time\t{time}", f"Venue\t{where}")
        return [*own, Block("heading", "Minutes"), *(Block("row", row, tight=bool(at)) for at, row in enumerate(rows))]
    return [*own, Block("text", f"Minutes of the meeting held at {where} on {day} at {time}")]


def slashed(day: dt.date) -> str:
    """A day as "04/07/2013"."""
    return f"{day:%d/%m/%Y}"


def spoken_day(day: dt.date, rng: Random) -> str:
    """A day in one of the ways in which headings print it."""
    th = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return rng.choice(
        (
            f"{day:%A} {day.day} {day:%B %Y}",
            f"{day:%A}, {day.day}{th} {day:%B}, {day.year}",
            f"{day.day}{th} {day:%B %Y}",
            f"{day:%A}, {day.day} {day:%B %Y}",
        )
    )


def spoken_time(time: dt.time, rng: Random) -> str:
    """A time in one of the ways in which headings print it."""
    hour, half = time.hour % 12 or 12, "pm" if time.hour > 11 else "am"
    return rng.choice(
        (
            f"{hour}.{time.minute:02} {half}",
            f"{hour}.{time.minute:02}{half}",
            f"{time:%H:%M}",
            f"{hour}:{time.minute:02} {half[0]}.m.",
        )
    )
