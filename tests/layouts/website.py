"""What the site around a page adds to it: menus before, links after."""

from random import Random

from tests.layouts.blocks import Block

_MENU = ("Home", "Council and democracy", "Councillors", "Meetings", "News", "Contact us", "Bins and recycling")


def before_site(rng: Random) -> list[Block]:
    """The lines above the page's own."""
    menu = rng.sample(_MENU, 4)
    return [Block("line", "Skip to content"), *(Block("line", one, tight=True) for one in menu)]


AFTER_SITE = [
    Block("line", "Share this page"),
    Block("line", "Privacy", tight=True),
    Block("line", "Accessibility", tight=True),
]
