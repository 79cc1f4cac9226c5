"""A page of minutes from a seed: invented, set out, printed."""

from random import Random

from tests.layouts.as_docx import as_docx
from tests.layouts.as_markup import as_html, as_markdown
from tests.layouts.as_moderngov import as_moderngov
from tests.layouts.as_pdf import as_pdf
from tests.layouts.as_text import as_text, lines_of
from tests.layouts.blocks import Block, Made
from tests.layouts.council_pages import council_page
from tests.layouts.habits import Habits, draw, in_plain_company
from tests.layouts.meeting import Meeting, invent
from tests.layouts.minutes import minutes
from tests.layouts.website import AFTER_SITE, before_site

_ENDING = {"text": ".txt", "markdown": ".md", "html": ".html", "docx": ".docx", "pdf": ".pdf"}


def make(seed: int, told: Habits | None = None, *, plain: bool = False) -> Made:
    """The page of `seed`: the same seed makes the same page.

    `told` are habits that it must have; where it is `plain`, its others are the plainest beside them.
    """
    rng = Random(seed)
    habits = in_plain_company(rng, told or {}) if plain else draw(rng, told)
    meeting = invent(rng, parts=habits["parts"] != "none", lost=habits["lost"], long=habits["titles"] == "long")
    page = (minutes if habits["page"] in ("minutes", "tabled") else council_page)(meeting, habits, rng)
    blocks = [*before_site(rng), *page.blocks, *AFTER_SITE] if habits["furniture"] == "site" else page.blocks
    names = tuple(sorted({*habits.items(), *page.used}))
    return Made(f"made-{seed}{_ENDING[habits['format']]}", _printed(blocks, habits, meeting), page.expected, names)


def _printed(blocks: list[Block], habits: Habits, meeting: Meeting) -> bytes:
    match habits["format"]:
        case "text":
            return as_text(blocks, habits, meeting).encode()
        case "markdown":
            return as_markdown(blocks, habits["source"]).encode()
        case "html" if habits["page"] == "moderngov":
            return as_moderngov(blocks).encode()
        case "html":
            return as_html(blocks, f"Minutes of {meeting.own}").encode()
        case "docx":
            return as_docx(blocks, automatic=habits["counted"] == "by Word")
        case _:
            return as_pdf(lines_of(blocks, habits, meeting))
