"""`minutebook compare`: two wordings, one under the other, with the words that differ lit."""

from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING

import click

from tui.cli.options import json_option, reading, store_option
from tui.terminal.console import Exit, say, say_json, say_lit

if TYPE_CHECKING:
    from store.views.compared_wordings import Parts


@click.command()
@click.argument("first")
@click.argument("second")
@store_option
@json_option
def compare(first: str, second: str, as_json: bool) -> Exit:
    """Compare the words of two places: recommended and adopted, this year's and last year's, a near repeat.

    What stands in one of them alone is in brackets, and bold on a terminal.
    """
    from store.views.compared_wordings import compare as compared

    with reading() as store:
        found = compared(store, first, second)
    if as_json:
        say_json(asdict(found))
        return Exit.DONE
    for permalink, parts in zip(found.permalinks, (found.first, found.second), strict=True):
        say(quote(permalink))
        say_lit([tuple(_bracketed(parts))])
        say("")
    say(f"{found.alike:.0%} of the words are the same")
    return Exit.DONE


def _bracketed(parts: "Parts") -> list[tuple[str, bool]]:
    """The parts with spaces between them; what stands here alone in brackets, for those who see no bold letters."""
    return [(f"[{text}] " if alone else f"{text} ", alone) for text, alone in parts]
