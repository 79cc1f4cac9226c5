"""A page of minutes from a seed: invented, set out, printed."""

from random import Random

from tests.layouts.as_markup import as_html, as_markdown
from tests.layouts.as_text import as_text
from tests.layouts.blocks import Made
from tests.layouts.habits import Habits, draw
from tests.layouts.meeting import invent
from tests.layouts.minutes import minutes

_ENDING = {"text": ".txt", "markdown": ".md", "html": ".html"}


def make(seed: int, told: Habits | None = None) -> Made:
    """The page of `seed`: the same seed makes the same page. `told` are habits that it must have."""
    rng = Random(seed)
    habits = draw(rng, told)
    meeting = invent(rng, parts=habits["parts"] != "none", lost=habits["lost"] != "none")
    blocks, expected, used = minutes(meeting, habits, rng)
    if habits["format"] == "text":
        words = as_text(blocks, habits, meeting)
    elif habits["format"] == "markdown":
        words = as_markdown(blocks)
    else:
        words = as_html(blocks, f"Minutes of {meeting.own}")
    names = tuple(sorted({*habits.items(), *used}))
    return Made(f"made-{seed}{_ENDING[habits['format']]}", words.encode(), expected, names)
